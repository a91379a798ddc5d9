"""Setting priorities: the sums on the wall are typed in, checked, and ranked at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from kommune_desktop.core.measure import LONGEST_TITLE, Measure
from kommune_desktop.core.workshop import Need, Voting
from kommune_desktop.settings import Settings
from kommune_desktop.ui.workshop.ballot_table import DOTS, PLACE, TOPIC, BallotView
from kommune_desktop.ui.workshop.book import WorkshopBook
from kommune_desktop.ui.workshop.priorities_view import PrioritiesView
from kommune_desktop.ui.workshop.workshop_page import WorkshopPage
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focused, press
from tests.unit.ui.material import locked
from tests.unit.ui.workshop.material import click, named, stored_workshop
from tests.unit.ui.workspace.table import column, heads

ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down


@pytest.fixture
def priorities(moderation: WorkshopPage) -> WorkshopPage:
    """Three questions and a need, eight people with five dots each, the keyboard on the first number."""
    book = moderation.book
    book.change(replace(book.workshop, needs=(Need(1, "Lotsen", "b.suche"),), participants={"council": 8}))
    book.session.undo_stack.clear()
    moderation.tabs.setCurrentIndex(2)
    table(moderation).setFocus()
    return moderation


def table(page: WorkshopPage) -> BallotView:
    return named(page, BallotView, "Fragen und Bedarfe")


def dots(path: Path) -> list[int | None]:
    """The stored dots of all questions, then of all needs."""
    found = stored_workshop(path)
    return [item.dots for item in found.agenda] + [need.dots for need in found.needs]


def enter(*numbers: str) -> None:
    """Type numbers, each with Enter; a cell takes its number in when Qt comes to rest after that."""
    for number in numbers:
        press(number, ENTER)
        QCoreApplication.processEvents()


def told(page: WorkshopPage) -> str:
    """What is said about the sum."""
    return page.priorities.counted.text()


def vote_by(page: WorkshopPage, text: str) -> None:
    """Choose how is counted, as a person does."""
    box = named(page, QComboBox, "Gezählt durch")
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_sums_are_typed_one_below_the_other_and_ranked_at_once(priorities: WorkshopPage, path: Path) -> None:
    assert column(table(priorities), TOPIC) == ["8 Wohnungssuche", "1 Leitbild", "7 Haushalt", "Lotsen"]
    enter("7", "12", "0", "12")
    assert dots(path) == [7, 12, 0, 12]
    assert column(table(priorities), PLACE) == ["3", "1", "", "1"]
    assert told(priorities) == "31 von 40 Punkten eingetragen"
    priorities.priorities.chart.grab()
    chart = priorities.priorities.chart.chart
    assert chart is not None
    assert [row[1] for row in chart.table.rows] == ["1 Leitbild", "Lotsen", "8 Wohnungssuche"]


def test_a_number_is_on_disk_with_its_enter_and_taken_back_alone(priorities: WorkshopPage, path: Path) -> None:
    enter("7", "5")
    priorities.session.undo_stack.undo()
    assert dots(path) == [7, None, None, None]
    assert column(table(priorities), DOTS) == ["7", "", "", ""]


def test_del_takes_a_number_away_and_escape_leaves_it(priorities: WorkshopPage, path: Path) -> None:
    enter("7")
    table(priorities).choose(0)
    press("9", Qt.Key.Key_Escape)
    assert dots(path)[0] == 7
    press(Qt.Key.Key_Delete)
    assert dots(path)[0] is None


def test_a_digit_begins_a_number_wherever_the_keyboard_is_in_the_row(priorities: WorkshopPage, path: Path) -> None:
    view = table(priorities)
    view.setCurrentIndex(view.model().index(1, TOPIC))
    enter("4")
    assert dots(path) == [None, 4, None, None]


def test_more_dots_than_there_are_is_said(priorities: WorkshopPage) -> None:
    enter("40")
    assert told(priorities) == "40 von 40 Punkten eingetragen"
    enter("1")
    assert told(priorities) == "41 Punkte eingetragen, es gibt aber nur 40. Prüfen Sie die Zahlen."
    named(priorities, QSpinBox, "Punkte je Person").setValue(6)
    assert told(priorities) == "41 von 48 Punkten eingetragen"


def test_where_nobody_counted_the_people_there_is_no_sum_to_reach(priorities: WorkshopPage) -> None:
    priorities.book.change(replace(priorities.book.workshop, participants={}))
    assert told(priorities) == ""
    enter("900")
    assert told(priorities) == "900 eingetragen"


def test_with_a_show_of_hands_nothing_has_more_hands_than_people(priorities: WorkshopPage, path: Path) -> None:
    vote_by(priorities, "Handzeichen")
    assert stored_workshop(path).voting is Voting.HANDS
    assert not priorities.priorities.dots_each.isVisible()
    assert heads(table(priorities))[DOTS] == "Stimmen"
    table(priorities).setFocus()
    enter("8", "8")
    assert told(priorities) == "16 eingetragen"
    enter("9")
    assert told(priorities) == "Ein Thema hat mehr Stimmen, als Personen da sind (8)."
    vote_by(priorities, "Klebepunkte an der Wand")
    assert told(priorities) == "25 von 40 Punkten eingetragen"


def test_a_further_need_is_on_the_ballot(priorities: WorkshopPage, path: Path) -> None:
    named(priorities, QLineEdit, "Weiterer Bedarf").setFocus()
    press("Mietspiegel", ENTER, "  ", ENTER)
    assert stored_workshop(path).needs == (Need(1, "Lotsen", "b.suche"), Need(2, "Mietspiegel"))
    assert column(table(priorities), TOPIC)[-1] == "Mietspiegel"


def test_what_is_chosen_stays_so_while_numbers_come(priorities: WorkshopPage) -> None:
    press(DOWN, DOWN)
    enter("3")
    assert table(priorities).currentIndex().row() == 3
    assert focused() is table(priorities)


def test_an_empty_ballot_says_what_it_waits_for(book: WorkshopBook, show: ShowWidget) -> None:
    view = PrioritiesView(book, Settings())
    show(view)
    assert view.empty.isVisible()
    assert not view.view.isVisible()


def test_a_measure_begins_with_what_was_chosen_and_its_dots(priorities: WorkshopPage, qtbot: QtBot) -> None:
    round_id = priorities.session.current_round.id
    enter("7")
    for row, expected in (
        (0, Measure("", round_id=round_id, area_id="b", question_ids=("b.suche",), priority=7)),
        (3, Measure("Lotsen", round_id=round_id, area_id="b", question_ids=("b.suche",))),
    ):
        table(priorities).choose(row)
        with qtbot.waitSignal(priorities.measureWanted) as wanted:
            click(priorities, "Maßnahme anlegen …")
        assert wanted.args == [expected]


def test_a_number_left_by_a_click_stays_with_its_question_and_so_does_the_measure(
    priorities: WorkshopPage, path: Path, qtbot: QtBot
) -> None:
    press("9")
    with qtbot.waitSignal(priorities.measureWanted) as wanted:
        named(priorities, QAbstractButton, "Maßnahme anlegen …").setFocus()
        QCoreApplication.processEvents()
        click(priorities, "Maßnahme anlegen …")
    assert dots(path)[0] == 9
    assert (wanted.args[0].question_ids, wanted.args[0].priority) == (("b.suche",), 9)


def test_tab_and_back_lead_from_number_to_number(priorities: WorkshopPage, path: Path) -> None:
    press("8", Qt.Key.Key_Tab)
    QCoreApplication.processEvents()
    press("5", Qt.Key.Key_Tab)
    QCoreApplication.processEvents()
    press("6", Qt.Key.Key_Backtab)
    QCoreApplication.processEvents()
    assert dots(path) == [8, 5, 6, None]
    assert (table(priorities).currentIndex().row(), table(priorities).currentIndex().column()) == (1, DOTS)


def test_a_need_of_many_words_is_the_goal_of_its_measure(priorities: WorkshopPage, qtbot: QtBot) -> None:
    words = "Lotsen " * LONGEST_TITLE
    priorities.book.change(replace(priorities.book.workshop, needs=(Need(1, words.strip()),)))
    table(priorities).choose(3)
    with qtbot.waitSignal(priorities.measureWanted) as wanted:
        click(priorities, "Maßnahme anlegen …")
    (measure,) = wanted.args
    assert (measure.title, measure.goal) == (words[:LONGEST_TITLE], words.strip())


def test_a_locked_file_is_said_and_the_number_is_not_shown_as_kept(
    priorities: WorkshopPage, qtbot: QtBot, path: Path
) -> None:
    with locked(priorities.session.opened), qtbot.waitSignal(priorities.session.failed):
        enter("7")
    assert column(table(priorities), DOTS) == ["", "", "", ""]
    assert dots(path)[0] is None
    assert named(priorities, QAbstractButton, "Maßnahme anlegen …").isEnabled()
