"""The pages in the order of the work: each by its keys, made when it is first wanted, with figures that are fresh."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.measure import Measure
from kommune_desktop.core.workshop import AgendaItem, Workshop
from kommune_desktop.db import Store
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.measures.measure_dialog import MeasureDialog
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.pages import (
    KEYING,
    MEASURES,
    OVERVIEW,
    REPORTS,
    RESULTS,
    RETURNS,
    SHEETS,
    WORKSHOP,
)
from tests.unit.ui.conftest import OpenWindow
from tests.unit.ui.keyboard import CTRL, focusable, spoken_name
from tests.unit.ui.material import add_sheets, add_small_round
from tests.unit.ui.modal import Modals
from tests.unit.ui.workspace.table import column

LATER_MS = 30_000
UntilQuiet = Callable[[], None]


@pytest.fixture
def until_quiet(workspace: Workspace, qtbot: QtBot) -> UntilQuiet:
    """Wait until nothing is being computed any more."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not workspace.findChildren(BackgroundWork), timeout=LATER_MS)

    return wait


@pytest.fixture
def answered(session: Session, workspace: Workspace) -> Workspace:
    """A workspace with two answers that lie far apart, and a question on the agenda."""
    add_sheets(session.opened, session.current_round, "administration", [{"b.suche": 4}])
    workshop = Workshop(agenda=(AgendaItem("b.suche", 15),))
    session.opened.workshops.save(session.current_round, Workshop(), workshop)
    session.sheetsChanged.emit()
    return workspace


@pytest.mark.parametrize(
    ("key", "page", "title"),
    [
        (Qt.Key.Key_1, OVERVIEW, "Übersicht"),
        (Qt.Key.Key_2, SHEETS, "Bögen"),
        (Qt.Key.Key_3, RETURNS, "Rücklauf"),
        (Qt.Key.Key_4, KEYING, "Erfassen"),
        (Qt.Key.Key_5, RESULTS, "Ergebnisse"),
        (Qt.Key.Key_6, WORKSHOP, "Workshop"),
        (Qt.Key.Key_7, MEASURES, "Maßnahmen"),
        (Qt.Key.Key_8, REPORTS, "Berichte"),
    ],
)
def test_each_page_has_its_keys_and_is_marked_in_the_sidebar(
    open_window: OpenWindow, qtbot: QtBot, key: Qt.Key, page: int, title: str
) -> None:
    window = open_window()
    workspace = window.workspace
    assert workspace is not None
    workspace.show_page(SHEETS if page == OVERVIEW else OVERVIEW)
    QTest.keyClick(window, key, CTRL)
    assert workspace.pages.currentIndex() == page
    chosen = workspace.sidebar.pages.currentItem()
    assert chosen is not None
    assert chosen.text() == title
    assert workspace.pages.count() == 8
    qtbot.waitUntil(lambda: not workspace.findChildren(BackgroundWork), timeout=LATER_MS)


@pytest.mark.parametrize("page", [KEYING, WORKSHOP, MEASURES])
def test_all_that_can_have_the_keyboard_has_a_name(answered: Workspace, page: int, until_quiet: UntilQuiet) -> None:
    answered.show_page(page)
    until_quiet()
    assert not [widget for widget in focusable(answered) if not spoken_name(widget)]


def test_one_computation_serves_results_workshop_and_measures(answered: Workspace, until_quiet: UntilQuiet) -> None:
    arrived: list[object] = []
    answered.evaluations.watch(lambda evaluation, _: arrived.append(evaluation))
    for page in (WORKSHOP, RESULTS, MEASURES, WORKSHOP):
        answered.show_page(page)
        until_quiet()
    assert len(arrived) == 1
    assert answered.pages.results.evaluation is arrived[0]
    assert answered.pages.workshop.moderation.list.count() == 1


def test_a_round_without_answers_says_so_on_the_workshop_page_until_a_sheet_comes(
    workspace: Workspace, session: Session, until_quiet: UntilQuiet
) -> None:
    workspace.show_page(WORKSHOP)
    until_quiet()
    page = workspace.pages.workshop
    assert page.empty.isVisible()
    workspace.show_page(SHEETS)
    add_sheets(session.opened, session.current_round, "administration", [{"b.suche": 4}])
    session.sheetsChanged.emit()
    workspace.show_page(WORKSHOP)
    until_quiet()
    assert not page.empty.isVisible()
    assert page.agenda.choose_button.isVisible()


def test_a_file_without_a_round_says_so_on_the_workshop_page(workspace: Workspace, session: Session) -> None:
    session.use(Store.create(session.path.with_name("neu.kommune"), "Lindenau"))
    workspace.show_page(WORKSHOP)
    assert workspace.pages.workshop.empty.isVisible()


def test_another_round_on_the_workshop_page_brings_its_own_agenda(
    answered: Workspace, session: Session, until_quiet: UntilQuiet
) -> None:
    first = session.current_round
    other = add_small_round(session.opened, "Runde 2028")
    add_sheets(session.opened, other, "administration", [{"a.bild": 1}])
    answered.show_page(WORKSHOP)
    until_quiet()
    table = answered.pages.workshop.agenda.table
    assert column(table, 1) == ["8 Wohnungssuche"]
    session.select_round(other)
    until_quiet()
    assert column(table, 1) == []
    session.select_round(first)
    until_quiet()
    assert column(table, 1) == ["8 Wohnungssuche"]
    assert answered.pages.workshop.tabs.isVisible()


def test_what_another_window_put_on_the_agenda_is_there_when_the_page_is_turned_to(
    answered: Workspace, session: Session, until_quiet: UntilQuiet
) -> None:
    answered.show_page(WORKSHOP)
    until_quiet()
    answered.show_page(OVERVIEW)
    with Store.open(session.path) as other:
        before = other.workshops.of_round(session.current_round)
        after = replace(before, agenda=(*before.agenda, AgendaItem("a.bild")))
        other.workshops.save(session.current_round, before, after)
    answered.show_page(WORKSHOP)
    until_quiet()
    assert column(answered.pages.workshop.agenda.table, 1) == ["8 Wohnungssuche", "1 Leitbild"]


def test_a_view_of_the_results_does_not_empty_the_workshop(answered: Workspace, until_quiet: UntilQuiet) -> None:
    answered.show_page(RESULTS)
    until_quiet()
    answered.show_page(WORKSHOP)
    answered.show_page(RESULTS)
    box = next(made for made in answered.pages.results.findChildren(QComboBox) if "gleich" in made.itemText(1))
    box.setCurrentIndex(1)
    box.activated.emit(1)
    until_quiet()
    answered.show_page(WORKSHOP)
    page = answered.pages.workshop
    page.book.change(replace(page.book.workshop, place="Rathaus"))
    assert page.tabs.isVisible()
    assert page.moderation.list.count() == 1


def test_a_measure_from_the_workshop_is_in_the_list_with_its_question(
    answered: Workspace, modals: Modals, qtbot: QtBot, until_quiet: UntilQuiet
) -> None:
    def enter(dialog: MeasureDialog) -> None:
        dialog.title.insert("Lotsen einstellen")
        dialog.accept_button.click()

    answered.show_page(WORKSHOP)
    until_quiet()
    answered.pages.workshop.tabs.setCurrentIndex(2)
    modals.expect(enter)
    button = next(made for made in answered.findChildren(QPushButton) if spoken_name(made) == "Maßnahme anlegen …")
    with qtbot.waitSignal(answered.noticed) as told:
        button.click()
    assert told.args == ["Maßnahme angelegt. Sie steht unter „Maßnahmen“."]
    answered.show_page(MEASURES)
    until_quiet()
    assert column(answered.pages.measures.view, 0) == ["Lotsen einstellen"]
    assert answered.session.opened.measures.all()[0].question_ids == ("b.suche",)


def test_outcomes_are_offered_on_the_page_for_measures_and_not_for_the_first_round(
    answered: Workspace, session: Session, until_quiet: UntilQuiet
) -> None:
    earlier = add_small_round(session.opened, "Runde 2021", created=datetime(2021, 1, 1, tzinfo=UTC))
    add_sheets(session.opened, earlier, "administration", [{"b.suche": 1}])
    session.opened.measures.add(Measure("Lotsen", round_id=earlier.id, question_ids=("b.suche",)))
    answered.show_page(MEASURES)
    until_quiet()
    choice = answered.pages.measures.filters.views.button(3)
    assert choice.isVisible()
    choice.click()
    session.select_round(earlier)
    until_quiet()
    assert not choice.isVisible()
