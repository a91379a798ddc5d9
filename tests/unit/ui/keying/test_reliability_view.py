"""How reliable the first keying was, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from kommune_desktop.core.batch import Batch
from kommune_desktop.core.verification import ErrorRate, Reliability
from kommune_desktop.texts import Texts, texts
from kommune_desktop.ui.keying.reliability_view import ReliabilityView
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focusable, spoken_name
from tests.unit.ui.workspace.table import column, heads

FIRST_QUESTIONS = shipped(DEFAULT_QUESTIONNAIRE)[0].questions[:4]
NONE = ErrorRate(0, 0, 0, 0)
SEVENTH = Batch(7, 1, 7, 0, datetime(2026, 11, 2, tzinfo=UTC))


def figures(total: ErrorRate = NONE, **parts: object) -> Reliability:
    """Figures of which most are missing."""
    given: dict[str, object] = {"batches": [], "questions": [], "people": [], **parts}
    return Reliability(total, **given)  # type: ignore[arg-type]  # the tests give what belongs there


@pytest.fixture
def view(show: ShowWidget, words: Texts) -> ReliabilityView:
    made = ReliabilityView(words, shows_people=True)
    made.resize(900, 500)
    show(made)
    return made


def rows(view: ReliabilityView, name: str) -> list[tuple[str, ...]]:
    table = getattr(view, name)
    return list(zip(*(column(table, number) for number in range(5)), strict=True))


def test_without_a_second_keying_there_is_no_rate(view: ReliabilityView) -> None:
    view.show_figures(figures())
    assert view.total.text() == "Noch ist kein Bogen ein zweites Mal zu Ende erfasst."
    assert rows(view, "batches") == rows(view, "questions") == rows(view, "people") == []


def test_the_rate_is_per_thousand_with_one_decimal_rounded_half_up(view: ReliabilityView) -> None:
    # 1000 * 1 / 16 = 62.5; 1000 * 3 / 2400 = 1.25, and half goes up.
    view.show_figures(figures(ErrorRate(16, 2, 1, 0)))
    assert view.total.text() == "16 Antworten geprüft, davon 1 falsch erfasst: 62,5 je 1.000."
    view.show_figures(figures(ErrorRate(2400, 5, 3, 2)))
    assert view.total.text() == ("2.400 Antworten geprüft, davon 3 falsch erfasst: 1,3 je 1.000. Noch zu klären: 2.")


def test_batches_are_named_and_those_without_one_as_well(view: ReliabilityView) -> None:
    view.show_figures(
        figures(ErrorRate(30, 3, 2, 1), batches=[(SEVENTH, ErrorRate(20, 2, 1, 1)), (None, ErrorRate(10, 1, 1, 0))])
    )
    assert rows(view, "batches") == [
        ("Stapel 7", "20", "2", "1", "50,0"),
        ("ohne Stapel", "10", "1", "1", "100,0"),
    ]
    assert heads(view.batches) == ["Stapel", "geprüft", "abweichend", "falsch", "falsch je 1.000"]


def test_questions_with_the_most_errors_come_first(view: ReliabilityView) -> None:
    rates = [ErrorRate(5, 1, 0, 1), ErrorRate(5, 0, 0, 0), ErrorRate(5, 2, 2, 0), ErrorRate(5, 2, 0, 0)]
    view.show_figures(figures(ErrorRate(20, 5, 2, 1), questions=list(zip(FIRST_QUESTIONS, rates, strict=True))))
    labels = [question.label.in_language("de") for question in FIRST_QUESTIONS]
    assert column(view.questions, 0) == [labels[2], labels[3], labels[0], labels[1]]
    assert column(view.questions, 4) == ["400,0", "0,0", "0,0", "0,0"]


def test_people_stand_by_their_initials_and_those_without_by_a_dash(view: ReliabilityView) -> None:
    people = [("", ErrorRate(4, 0, 0, 0)), ("KS", ErrorRate(8, 1, 1, 0))]
    view.show_figures(figures(ErrorRate(12, 1, 1, 0), people=people))
    assert rows(view, "people") == [("–", "4", "0", "0", "0,0"), ("KS", "8", "1", "1", "125,0")]
    assert view.people.isVisible()


def test_people_do_not_even_enter_the_view_where_that_is_not_switched_on(show: ShowWidget, words: Texts) -> None:
    view = ReliabilityView(words, shows_people=False)
    show(view)
    view.show_figures(figures(ErrorRate(8, 1, 1, 0), people=[("KS", ErrorRate(8, 1, 1, 0))]))
    assert not view.people.isVisible()
    assert column(view.people, 0) == []
    assert "Fehlerquote: Kürzel" not in [spoken_name(widget) for widget in focusable(view)]


def test_the_figures_are_written_in_the_language_of_the_window(show: ShowWidget) -> None:
    view = ReliabilityView(texts("en"), shows_people=False)
    show(view)
    view.show_figures(figures(ErrorRate(2400, 5, 3, 2), questions=[(FIRST_QUESTIONS[0], ErrorRate(16, 2, 1, 0))]))
    assert column(view.questions, 0) == [FIRST_QUESTIONS[0].label.in_language("en")]
    assert column(view.questions, 4) == ["62.5"]


def test_all_that_can_have_the_keyboard_has_a_name(view: ReliabilityView) -> None:
    assert [spoken_name(widget) for widget in focusable(view)] == [
        "Fehlerquote: Stapel",
        "Fehlerquote: Kürzel",
        "Fehlerquote: Frage",
    ]


class Windows(QObject):
    """Counts the windows that open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(type(watched).__name__)
        return False


@contextmanager
def windows() -> Iterator[list[str]]:
    """The windows that open meanwhile."""
    watcher = Windows()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watcher)
    yield watcher.opened
    application.removeEventFilter(watcher)


def test_while_it_is_built_no_part_of_it_opens_as_a_window(words: Texts) -> None:
    with windows() as opened:
        view = ReliabilityView(words, shows_people=True)
    assert opened == []
    assert not view.isVisible()
