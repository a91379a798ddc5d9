"""The strip and the line below it: what is seen, and that nothing moves while one types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kommune_desktop.core.answer import State
from kommune_desktop.core.keying import KeyMap
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.texts import LANGUAGES, Texts, texts
from kommune_desktop.ui.keying import KeyingJob, KeyingView
from kommune_desktop.ui.keying.hints import hints_for
from kommune_desktop.ui.keying.look import Hint, Look, Row
from kommune_desktop.ui.keying.strip import Strip, _fitting
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import press
from tests.unit.ui.keying.conftest import OpenKeying
from tests.unit.ui.paper import ENTER, issue

QUESTIONS = shipped(DEFAULT_QUESTIONNAIRE)[0].questions
F5, F9 = Qt.Key.Key_F5, Qt.Key.Key_F9


def look(text: str, value: str = "", *, refused: bool = False, rows: int = 3) -> Look:
    """A question with others around it."""
    others = tuple(Row(str(number), f"Andere Frage {number}?", "2 geplant") for number in range(rows))
    return Look(others, Row("50", text, value), others, "Seite 1 von 2 · Leitbild", (), refused=refused)


@pytest.fixture
def strip(show: ShowWidget) -> Strip:
    """A strip of the usual kind, in a window of its own."""
    made = Strip(3)
    made.resize(952, 340)
    made.show_look(look("Gibt es ein Leitbild?"))
    show(made)
    return made


def painted(strip: Strip) -> QImage:
    """What is on the screen."""
    return strip.grab().toImage()


def room(strip: Strip, value: str) -> QRect:
    """Where the words of the current question stand."""
    return strip._columns(0, strip._sizes.question, value)[1]


def lost(strip: Strip, language: str, value: str) -> list[str]:
    """The questions of the shipped questionnaire that the strip cuts."""
    place = room(strip, value)
    cut = []
    for question in QUESTIONS:
        text = question.text.in_language(language)
        metrics = QFontMetrics(_fitting(strip._sizes.large.font, text, place))
        needed = metrics.boundingRect(place, Qt.TextFlag.TextWordWrap, text)
        if needed.height() > place.height() or needed.width() > place.width():
            cut.append(question.id)
    return cut


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [500, 620, 732, 952, 1400])
@pytest.mark.parametrize("height", [230, 340, 800])
def test_every_question_is_shown_whole_beside_its_answer(
    show: ShowWidget, language: str, width: int, height: int
) -> None:
    strip = Strip(3)
    strip.resize(width, height)
    show(strip)
    assert (strip.width(), strip.height()) == (width, min(height, strip.maximumHeight()))
    assert lost(strip, language, "4 weitgehend") == []


def test_a_word_that_is_wider_than_its_place_is_set_smaller(qapp: QApplication) -> None:
    font, word = QFont(qapp.font().family(), 30), "Stellenausschreibungen"
    whole = QFontMetrics(font).horizontalAdvance(word)
    place = QRect(0, 0, round(whole * 0.8), 1000)
    assert QFontMetrics(_fitting(font, word, place)).horizontalAdvance(word) <= place.width()


def test_a_question_without_an_answer_has_the_whole_width(strip: Strip) -> None:
    assert room(strip, "").width() > room(strip, "4").width()


def test_the_last_word_of_the_longest_question_is_painted(strip: Strip) -> None:
    longest = max((question.text.in_language("de") for question in QUESTIONS), key=len)
    strip.show_look(look(longest, "25"))
    whole = painted(strip)
    strip.show_look(look(longest.rpartition(" ")[0], "25"))
    assert painted(strip) != whole


def test_the_current_question_stands_at_the_same_place_at_either_end(strip: Strip) -> None:
    frames = []
    for rows in (0, 1, 3):
        strip.show_look(look("Gibt es ein Leitbild?", rows=rows))
        frames.append(frame_of(painted(strip)))
    assert frames[0] is not None
    assert frames == [frames[0]] * 3


def frame_of(image: QImage) -> tuple[int, int] | None:
    """Top and bottom of the frame around the current question, by its colour at the left rim."""
    colours = [image.pixelColor(1, y).name() for y in range(image.height())]
    frame = [y for y, colour in enumerate(colours) if colour in ("#1d4e89", "#9a3412")]
    return (frame[0], frame[-1]) if frame else None


def test_a_refused_key_changes_the_colour_of_the_frame_and_not_its_place(strip: Strip) -> None:
    before = painted(strip)
    strip.show_look(look("Gibt es ein Leitbild?", refused=True))
    refused = painted(strip)
    frame = frame_of(before)
    assert frame is not None
    assert frame_of(refused) == frame
    assert before.pixelColor(1, frame[0]) != refused.pixelColor(1, frame[0])


def test_a_window_that_is_too_low_for_other_questions_shows_the_current_one(show: ShowWidget) -> None:
    strip = Strip(3)
    strip.resize(952, 10)
    show(strip)
    strip.show_look(look("Gibt es ein Leitbild?"))
    assert strip.height() == strip.minimumHeight()
    assert frame_of(painted(strip)) == (0, strip.height() - 1)


def test_all_keys_of_a_common_question_are_shown_within_its_frame(show: ShowWidget, words: Texts) -> None:
    strip = Strip(3)
    strip.resize(732, 340)
    show(strip)
    common = next(question for question in QUESTIONS if len(question.choices) == 5)
    hints = hints_for(common, KeyMap(), words, only_answers=False)
    lines = list(strip._hint_lines(hints, strip.width() - strip._text_left() - 8))
    assert [hint for line in lines for hint in line] == [hint for group in hints for hint in group]
    assert len(lines) <= 5


def question_of(kind: str) -> Question:
    return next(question for question in QUESTIONS if question.kind.value == kind)


def keys(groups: tuple[tuple[Hint, ...], ...]) -> list[list[str]]:
    """The keys that are named, by group."""
    return [[hint.key for hint in group if hint.key] for group in groups]


@pytest.mark.parametrize(
    ("kind", "answers", "states"),
    [
        ("scale", ["1", "2", "3", "4", "5"], ["0", "8", "9", ",", "/"]),
        ("number", [], ["F5", "F6", "F7", "F8"]),
        ("text", [], ["F5", "F6", "F7", "F8"]),
    ],
)
def test_the_keys_that_are_named_are_those_that_are_heard(
    words: Texts, kind: str, answers: list[str], states: list[str]
) -> None:
    found = keys(hints_for(question_of(kind), KeyMap(), words, only_answers=False))
    assert [group for group in found if group] == [group for group in (answers, states, ["*", "+", "-", "F9"]) if group]


def test_where_only_answers_count_no_other_keys_are_named(words: Texts) -> None:
    found = keys(hints_for(question_of("scale"), KeyMap(), words, only_answers=True))
    assert found == [["1", "2", "3", "4", "5"], ["0", "8", "9", ",", "/"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_of_ones_own_choice_are_named_with_what_they_mean(language: str) -> None:
    words = texts(language)
    groups = hints_for(question_of("scale"), KeyMap(dont_know="w"), words, only_answers=False)
    assert Hint("W", words(f"state.{State.DONT_KNOW.value}")) in groups[1]
    assert "8" not in keys(groups)[1]


# The strip within the desk ------------------------------------------------------------------------------------------


@pytest.fixture
def paper(session: Session) -> Sheet:
    return issue(session)[0]


@pytest.fixture(params=[(1000, 600), (780, 560), (640, 420)], ids=str)
def view(paper: Sheet, open_keying: OpenKeying, request: pytest.FixtureRequest, qtbot: QtBot) -> KeyingView:
    """A sheet on the desk, in windows of several sizes."""
    made = open_keying(KeyingJob(), paper)
    made.resize(*request.param)
    qtbot.waitUntil(lambda: (made.width(), made.height()) == request.param)
    return made


def place_of_current(view: KeyingView) -> tuple[QRect, tuple[int, int] | None]:
    """Where the strip stands in the window, and the frame of the current question in it."""
    layout = view.desk_view.layout()
    assert layout is not None
    layout.activate()
    strip = view.desk_view.strip
    return QRect(strip.mapTo(view, strip.rect().topLeft()), strip.size()), frame_of(painted(strip))


def steps() -> Iterator[tuple[Qt.Key | str, ...]]:
    """Keys that open and close the line, and bring messages."""
    yield ("7",)
    yield ("*", "Bemerkung")
    yield (ENTER,)
    yield (ENTER, "9", Qt.Key.Key_Backspace)
    yield ("+",)
    yield ("99", ENTER)
    yield ("1", Qt.Key.Key_Up)
    yield ("+", "5", ENTER)
    yield ("9", ENTER)
    yield ("9999999", ENTER)
    yield ("12,345", ENTER)
    yield (F5,)
    yield ("Verein", ENTER)
    yield ("+", "2", ENTER, "5")
    yield (F9, F9)


def test_the_current_question_never_moves_when_the_line_or_a_message_opens(view: KeyingView) -> None:
    expected = place_of_current(view)
    assert expected[1] is not None
    seen = set()
    for step in steps():
        press(*step)
        desk = view.desk_view
        seen |= {part for part in (desk.line, desk.notice, desk.complaint) if part.isVisible()}
        assert place_of_current(view) == expected, step
    assert seen == {view.desk_view.line, view.desk_view.notice, view.desk_view.complaint}


def test_all_of_a_message_can_be_read(view: KeyingView) -> None:
    press("1", Qt.Key.Key_Up)
    notice = view.desk_view.notice
    assert notice.isVisible()
    assert notice.height() >= notice.heightForWidth(notice.width())
    press("7")
    complaint = view.desk_view.complaint
    assert complaint.isVisible()
    assert complaint.height() >= complaint.heightForWidth(complaint.width())
