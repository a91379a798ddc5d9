"""What each key does at a sheet, wherever one is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kommune_desktop.core import keying
from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.settings import Settings
from kommune_desktop.ui.keying import KeyingJob, KeyingView
from kommune_desktop.ui.keying.keys import REST_BLANK, key_beside_words, key_of
from kommune_desktop.ui.session import Session
from tests.unit.ui.keyboard import ALT, CTRL, SHIFT, focused, press
from tests.unit.ui.keying.conftest import OpenKeying
from tests.unit.ui.material import answer, locked, stored
from tests.unit.ui.paper import ENTER, issue, state

F5, F6, F7, F8, F9 = (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9)
BACKSPACE, DELETE, ESCAPE = Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape
KEYPAD = Qt.KeyboardModifier.KeypadModifier
NONE = Qt.KeyboardModifier.NoModifier
ASKED = ("a.bild", "a.ziel", "a.leitung", "a.wege", "a.stellen", "a.partner", "b.suche", "b.miete")
PARTNER = ("+", "6", ENTER)
"""The way to the question that is answered in words."""


@pytest.fixture
def paper(session: Session) -> Sheet:
    """A sheet of the council."""
    return issue(session)[0]


@pytest.fixture
def view(paper: Sheet, open_keying: OpenKeying) -> KeyingView:
    return open_keying(KeyingJob(), paper)


def at(view: KeyingView) -> str | None:
    return view.desk.current.id if view.desk.current else None


def saved(view: KeyingView, sheet: Sheet) -> dict[str, Answer]:
    """What is in the file."""
    return stored(view.session.path, sheet)


def value(view: KeyingView) -> str:
    """What stands at the current question."""
    assert view.desk_view.strip.look is not None
    return view.desk_view.strip.look.current.value


def on_strip(view: KeyingView) -> bool:
    return focused() is view.desk_view.strip


def on_line(view: KeyingView) -> bool:
    return view.desk_view.line.isVisible() and focused() is view.desk_view.line


def event(key: Qt.Key, text: str = "", modifier: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifier, text)


@pytest.mark.parametrize(
    ("pressed", "meant"),
    [
        (event(Qt.Key.Key_4, "4"), "4"),
        (event(Qt.Key.Key_4, "4", KEYPAD), "4"),
        (event(Qt.Key.Key_Comma, ",", KEYPAD), ","),
        (event(Qt.Key.Key_Asterisk, "*", SHIFT), keying.COMMENT),
        (event(Qt.Key.Key_Plus, "+", KEYPAD), keying.JUMP),
        (event(Qt.Key.Key_Minus, "-", KEYPAD), keying.MINUS),
        (event(Qt.Key.Key_Enter, "\r", KEYPAD), keying.ENTER),
        (event(Qt.Key.Key_Return, "\r"), keying.ENTER),
        (event(Qt.Key.Key_Left, "", KEYPAD), keying.BACK),
        (event(Qt.Key.Key_Down), keying.FORWARD),
        (event(Qt.Key.Key_Delete, "\x7f"), keying.DELETE),
        (event(Qt.Key.Key_F5), "f5"),
        (event(Qt.Key.Key_F9), REST_BLANK),
        (event(Qt.Key.Key_W, "W", SHIFT), "w"),
        (event(Qt.Key(0), "ł"), "ł"),
    ],
)
def test_keys_of_keyboard_and_keypad_mean_the_same(pressed: QKeyEvent, meant: str) -> None:
    assert key_of(pressed) == meant


@pytest.mark.parametrize(
    "pressed",
    [
        event(Qt.Key.Key_4, "4", CTRL),
        event(Qt.Key.Key_4, "4", ALT),
        event(Qt.Key.Key_F5, "", CTRL),
        event(Qt.Key.Key_Left, "", ALT),
        event(Qt.Key.Key_Tab, "\t"),
        event(Qt.Key.Key_Escape, "\x1b"),
        event(Qt.Key.Key_Shift),
        event(Qt.Key.Key_F1),
    ],
)
def test_other_keys_are_not_for_keying(pressed: QKeyEvent) -> None:
    assert key_of(pressed) is None


@pytest.mark.parametrize("key", [F5, F8, F9, Qt.Key.Key_Up])
def test_some_keys_never_belong_to_words(key: Qt.Key) -> None:
    assert key_beside_words(event(key), "schon getippt") is not None


@pytest.mark.parametrize("sign", ["+", "-", "*"])
def test_a_sign_belongs_to_words_that_have_begun(sign: str) -> None:
    assert key_beside_words(event(Qt.Key(0), sign), "") == sign
    assert key_beside_words(event(Qt.Key(0), sign), "A") is None


@pytest.mark.parametrize("letter", ["4", "8", "ä", ",", " "])
def test_letters_and_digits_belong_to_words_from_the_first_on(letter: str) -> None:
    assert key_beside_words(event(Qt.Key(0), letter), "") is None


def test_each_answer_is_one_key_and_leads_on(view: KeyingView, paper: Sheet) -> None:
    for key, question_id in (("1", "a.bild"), ("3", "a.leitung")):
        assert at(view) == question_id
        press(key)
    assert saved(view, paper) == {"a.bild": answer(0), "a.leitung": answer(2)}
    assert at(view) == "a.wege"


def test_without_automatic_advance_enter_leads_on(paper: Sheet, open_keying: OpenKeying) -> None:
    view = open_keying(KeyingJob(), paper, Settings(moves_on=False))
    press("4")
    assert at(view) == "a.bild"
    assert value(view) == "4 Stufe 3"
    press("2")
    assert saved(view, paper) == {"a.bild": answer(1)}
    press(ENTER)
    assert at(view) == "a.leitung", "a.ziel is skipped then"
    press("1", ENTER, "12", ENTER)
    assert at(view) == "a.wege"
    assert value(view) == "1 2"
    press(ENTER)
    assert at(view) == "a.stellen"


def test_without_automatic_advance_words_lead_on_with_a_second_enter(paper: Sheet, open_keying: OpenKeying) -> None:
    view = open_keying(KeyingJob(), paper, Settings(moves_on=False))
    press(*PARTNER, "Verein", ENTER)
    assert saved(view, paper) == {"a.partner": answer("Verein")}
    assert at(view) == "a.partner"
    press(ENTER)
    assert at(view) == "b.suche"


@pytest.mark.parametrize(
    ("key", "meant"),
    [(F5, State.DONT_KNOW), (F6, State.NOT_APPLICABLE), (F7, State.ILLEGIBLE), (F8, State.DOUBLE_MARKED)],
)
def test_the_keys_f5_to_f8_mean_their_state_at_every_question(
    view: KeyingView, paper: Sheet, key: Qt.Key, meant: State
) -> None:
    press("5")
    press(*[key] * 7)
    assert at(view) is None
    assert {name: given.state for name, given in saved(view, paper).items()} == {
        name: State.GIVEN if name == "a.bild" else meant for name in ASKED
    }


@pytest.mark.parametrize(
    ("key", "meant"),
    [("8", State.DONT_KNOW), ("9", State.NOT_APPLICABLE), (",", State.ILLEGIBLE), ("/", State.DOUBLE_MARKED)],
)
def test_the_usual_keys_mean_their_state_where_one_key_is_an_answer(
    view: KeyingView, paper: Sheet, key: str, meant: State
) -> None:
    press(key)
    assert {name: given.state for name, given in saved(view, paper).items()} == {"a.bild": meant}


def test_of_several_choices_a_key_marks_and_marks_off_and_enter_ends(view: KeyingView, paper: Sheet) -> None:
    press("+", "4", ENTER, "1", "3", "4", "3")
    assert value(view) == "1 4"
    assert saved(view, paper) == {}
    press(ENTER)
    assert saved(view, paper) == {"a.wege": answer(frozenset({0, 3}))}
    assert at(view) == "a.stellen"


def test_digits_make_up_a_number_until_enter_and_backspace_mends_it(view: KeyingView, paper: Sheet) -> None:
    press("+", "5", ENTER, "12,", BACKSPACE, BACKSPACE, "5,5")
    assert value(view) == "15,5"
    press(ENTER)
    assert str(saved(view, paper)["a.stellen"].value) == "15.5"
    assert at(view) == "a.partner"


def test_a_number_that_can_not_be_is_refused_with_the_reason_and_keyed_anew(view: KeyingView, paper: Sheet) -> None:
    press("+", "5", ENTER, "9", ENTER)
    assert at(view) == "a.stellen"
    assert view.desk_view.complaint.isVisible()
    assert "10" in view.desk_view.complaint.text()
    press("20", ENTER)
    assert saved(view, paper)["a.stellen"].value == 20


def test_words_begin_with_any_letter_or_digit(view: KeyingView, paper: Sheet) -> None:
    press(*PARTNER, "8 Sport-Vereine, *+-", ENTER)
    assert saved(view, paper)["a.partner"] == answer("8 Sport-Vereine, *+-")


def test_words_may_begin_with_a_letter_that_no_german_keyboard_has(view: KeyingView, paper: Sheet) -> None:
    press(*PARTNER)
    QApplication.sendEvent(focused(), event(Qt.Key(0), "Ł"))
    press("owicz", ENTER)
    assert saved(view, paper)["a.partner"] == answer("Łowicz")


@pytest.mark.parametrize("key", [F5, F8])
def test_a_state_takes_the_place_of_words_that_have_begun(view: KeyingView, paper: Sheet, key: Qt.Key) -> None:
    press(*PARTNER, "Verei", key)
    assert saved(view, paper)["a.partner"].value is None
    assert at(view) == "b.suche"
    assert on_strip(view)


def test_no_words_and_enter_mean_left_blank(view: KeyingView, paper: Sheet) -> None:
    press(*PARTNER, ENTER)
    assert saved(view, paper) == {"a.partner": answer(State.BLANK)}


@pytest.mark.parametrize("back", ["-", BACKSPACE, Qt.Key.Key_Up])
def test_signs_lead_back_from_a_question_in_words(view: KeyingView, back: Qt.Key | str) -> None:
    press(*PARTNER, back)
    assert at(view) == "a.stellen"
    assert on_strip(view)
    assert not view.desk_view.line.isVisible()


def test_a_sign_leads_from_a_question_in_words_to_another_one(view: KeyingView) -> None:
    press(*PARTNER, "+", "9", ENTER)
    assert at(view) == "b.miete"
    assert on_strip(view)


def test_a_comment_stands_beside_words(view: KeyingView, paper: Sheet) -> None:
    press(*PARTNER, "Verein", ENTER, "-")
    press("*", "unleserlich", ENTER)
    assert saved(view, paper)["a.partner"] == answer("Verein", "unleserlich")
    assert at(view) == "a.partner"
    assert on_line(view)
    assert view.desk_view.line.text() == "Verein"


@pytest.mark.parametrize("sign", ["+", "-", "*"])
def test_signs_are_heard_at_words_that_stand_there_already(view: KeyingView, paper: Sheet, sign: str) -> None:
    press(*PARTNER, "Verein", ENTER, BACKSPACE)
    assert view.desk_view.line.selectedText() == "Verein"
    press(sign)
    assert view.desk_view.line.text() != sign
    press(ESCAPE)
    assert saved(view, paper) == {"a.partner": answer("Verein")}


def test_words_that_stand_there_are_typed_over_or_kept(view: KeyingView, paper: Sheet) -> None:
    press(*PARTNER, "Verein", ENTER, "-", ENTER)
    assert saved(view, paper)["a.partner"] == answer("Verein")
    assert at(view) == "b.suche"
    press("-", "Klub", ENTER)
    assert saved(view, paper)["a.partner"] == answer("Klub")


def test_enter_does_not_take_a_state_for_words_that_were_left_out(view: KeyingView, paper: Sheet) -> None:
    press(*PARTNER, F5, "-", ENTER)
    assert saved(view, paper) == {"a.partner": answer(State.DONT_KNOW)}
    assert at(view) == "b.suche"


def test_words_are_taken_out_with_backspace_and_enter(view: KeyingView, paper: Sheet) -> None:
    press(*PARTNER, "Verein", ENTER, "-", BACKSPACE, ENTER)
    assert saved(view, paper)["a.partner"] == answer(State.BLANK)


def test_escape_leaves_a_comment_and_a_jump_without_a_trace(view: KeyingView, paper: Sheet) -> None:
    for sign in ("*", "+"):
        press(sign, "7", ESCAPE)
        assert on_strip(view)
        assert at(view) == "a.bild"
    press(*PARTNER, "*", "7", ESCAPE)
    assert at(view) == "a.partner"
    assert on_line(view)
    assert view.desk_view.line.text() == ""
    assert saved(view, paper) == {}


@pytest.mark.parametrize("typed", ["99", "7"])
def test_after_a_jump_that_leads_nowhere_words_go_on_being_typed(view: KeyingView, paper: Sheet, typed: str) -> None:
    press(*PARTNER, "+", typed, ENTER)
    assert typed in view.desk_view.complaint.text()
    assert at(view) == "a.partner"
    assert on_line(view)
    press("Verein", ENTER)
    assert saved(view, paper) == {"a.partner": answer("Verein")}


def test_after_a_refused_key_words_go_on_being_typed(view: KeyingView, session: Session, paper: Sheet) -> None:
    press("+", "8", ENTER, "1", "1", F9)
    assert view.desk.gaps == []
    press("-", "-", "-", F9)
    assert at(view) == "a.partner"
    assert view.desk_view.complaint.isVisible()
    assert on_line(view)
    press("Verein", ENTER)
    assert saved(view, paper)["a.partner"] == answer("Verein")
    assert session.undo_stack.canUndo()


def test_leaving_the_rest_blank_spares_what_lies_before(view: KeyingView, paper: Sheet) -> None:
    press("+", "8", ENTER, F9)
    assert saved(view, paper) == {"b.suche": answer(State.BLANK), "b.miete": answer(State.BLANK)}
    assert at(view) == "a.bild"
    assert on_strip(view)


def test_leaving_the_rest_blank_spares_what_is_keyed(view: KeyingView, paper: Sheet) -> None:
    press("+", "9", ENTER, "5", "+", F9)
    assert saved(view, paper) == {
        "b.miete": answer(4),
        **{name: answer(State.BLANK) for name in ASKED if name not in ("b.miete", "a.ziel")},
    }


def test_at_the_end_all_that_is_open_is_left_blank(view: KeyingView, paper: Sheet) -> None:
    press("4", "+", "9", ENTER, "5")
    assert at(view) is None
    press(F9)
    assert at(view) is None
    assert set(saved(view, paper)) == set(ASKED)
    assert view.desk.gaps == []


def test_leaving_the_rest_blank_is_undone_in_one_step(view: KeyingView, session: Session, paper: Sheet) -> None:
    press("4", "2", F9)
    assert len(saved(view, paper)) == 8
    session.undo_stack.undo()
    assert saved(view, paper) == {"a.bild": answer(3), "a.ziel": answer(1)}
    assert at(view) == "a.leitung"
    session.undo_stack.redo()
    assert len(saved(view, paper)) == 8


def test_leaving_the_rest_blank_in_words_and_its_undo_leave_the_keyboard_where_the_next_key_belongs(
    view: KeyingView, session: Session, paper: Sheet
) -> None:
    press("1", "1", "1", ENTER, "10", ENTER)
    assert on_line(view)
    press("Verei", F9)
    assert on_strip(view)
    session.undo_stack.undo()
    assert at(view) == "a.partner"
    assert on_line(view)
    press("V", ENTER)
    assert saved(view, paper)["a.partner"] == answer("V")


def test_an_undo_that_leads_away_from_words_leaves_the_keyboard_on_the_strip(
    view: KeyingView, session: Session
) -> None:
    press("+", "4", ENTER, F9, *PARTNER)
    assert on_line(view)
    session.undo_stack.undo()
    assert at(view) == "a.bild"
    assert on_strip(view)


def test_the_rest_that_can_not_be_saved_stays_open(
    view: KeyingView, session: Session, paper: Sheet, failures: list[str]
) -> None:
    press("4", "2")
    with locked(session.opened):
        press(F9)
    assert failures == ["store.locked"]
    assert len(saved(view, paper)) == 2
    assert at(view) == "a.leitung"
    press(F9)
    assert len(saved(view, paper)) == 8


def test_a_rest_that_another_window_has_begun_is_told_and_left(
    view: KeyingView, other_window: Session, paper: Sheet, failures: list[str]
) -> None:
    other_window.opened.answers.save(paper.id, "b.miete", answer(2))
    press("4", "2", F9)
    assert failures == ["answer.changed_elsewhere"]
    assert saved(view, paper) == {"a.bild": answer(3), "a.ziel": answer(1), "b.miete": answer(2)}
    assert view.desk.answers == saved(view, paper), "what stands is seen"
    press(F9)
    assert len(saved(view, paper)) == 8


def test_with_nothing_open_the_key_for_the_rest_says_so(view: KeyingView) -> None:
    press(F9, F9)
    assert view.desk_view.complaint.isVisible()
    assert at(view) is None
    assert on_strip(view)


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_Enter])
def test_enter_alone_answers_nothing_and_leaves_nothing(view: KeyingView, paper: Sheet, key: Qt.Key) -> None:
    press(key, key)
    assert at(view) == "a.bild"
    assert "0" in view.desk_view.complaint.text()
    assert saved(view, paper) == {}


def test_delete_takes_an_answer_back(view: KeyingView, paper: Sheet) -> None:
    press("4", BACKSPACE, DELETE)
    assert saved(view, paper) == {}
    assert at(view) == "a.bild"
    press(DELETE)
    assert view.desk_view.complaint.isVisible()


def test_a_line_in_use_hears_no_keys_for_answers(view: KeyingView, paper: Sheet) -> None:
    press("*", "4", F5, F9)
    assert view.desk_view.line.text() == "4"
    assert saved(view, paper) == {}


def test_the_keyboard_is_on_the_strip_after_each_answer(view: KeyingView) -> None:
    for key in ("4", "3", "6", "1"):
        press(key)
        assert on_strip(view)


def test_the_single_sheet_ends_with_a_key_of_its_own(view: KeyingView, paper: Sheet, qtbot: QtBot) -> None:
    press(F9)
    assert state(view.session, paper) is SheetState.ISSUED
    with qtbot.waitSignal(view.closed):
        press("+")
    assert state(view.session, paper) is SheetState.KEYED


def test_the_end_of_a_single_sheet_that_can_not_be_saved_does_not_close_it(
    view: KeyingView, session: Session, failures: list[str], qtbot: QtBot
) -> None:
    press(F9)
    with locked(session.opened), qtbot.assertNotEmitted(view.closed):
        press("+")
    assert failures == ["store.locked"], "told once"


def test_a_rest_that_could_not_be_taken_back_for_a_moment_can_be_later(
    view: KeyingView, session: Session, paper: Sheet, failures: list[str]
) -> None:
    press("4", F9)
    with locked(session.opened):
        session.undo_stack.undo()
    assert failures == ["store.locked"]
    assert len(saved(view, paper)) == 8
    assert at(view) is None
    QCoreApplication.processEvents()
    session.undo_stack.undo()
    assert saved(view, paper) == {"a.bild": answer(3)}


def test_a_rest_of_which_another_window_has_changed_something_is_not_taken_back(
    view: KeyingView, other_window: Session, session: Session, paper: Sheet, failures: list[str]
) -> None:
    press("4", F9)
    other_window.opened.answers.save(paper.id, "b.miete", answer(2), before=answer(State.BLANK))
    session.undo_stack.undo()
    assert failures == ["answer.changed_elsewhere"]
    assert len(saved(view, paper)) == 8
    assert view.desk.answers["b.miete"] == answer(2), "what stands is seen"
