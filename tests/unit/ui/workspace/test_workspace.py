"""The frame of the workspace: its pages, rounds, and a sheet in their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.ui.dialogs.new_round import NewRoundDialog
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.pages import OVERVIEW, REPORTS, RESULTS, RETURNS, SHEETS
from tests.unit.ui.keyboard import focusable, focused, focused_question, press, spoken_name, tab_order
from tests.unit.ui.material import ROUND, TOWN, add_sheets, add_small_round
from tests.unit.ui.modal import Modals
from tests.unit.ui.workspace.table import column


def fill_in(dialog: NewRoundDialog, title: str) -> None:
    """Name the round and make it."""
    dialog.title.setText(title)
    next(made for made in dialog.findChildren(QPushButton) if made.text() == "Runde anlegen").click()


def test_it_opens_at_the_overview(workspace: Workspace) -> None:
    assert workspace.pages.currentWidget() is workspace.pages.overview
    assert workspace.sidebar.municipality.text() == TOWN


def test_the_sidebar_turns_to_a_page_with_the_arrows(workspace: Workspace) -> None:
    workspace.sidebar.pages.setFocus()
    for page in (
        workspace.pages.sheets,
        workspace.pages.returns,
        workspace.pages.batches,
        workspace.pages.results,
        workspace.pages.workshop,
        workspace.pages.measures,
        workspace.pages.reports,
    ):
        press(Qt.Key.Key_Down)
        assert workspace.pages.currentWidget() is page


def test_the_sidebar_turns_to_a_page_with_the_mouse(workspace: Workspace, qtbot: QtBot) -> None:
    pages = workspace.sidebar.pages
    spot = pages.visualItemRect(pages.item(REPORTS)).center()
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert workspace.pages.currentWidget() is workspace.pages.reports


def test_a_page_that_is_turned_to_is_marked_in_the_sidebar(workspace: Workspace) -> None:
    workspace.show_page(SHEETS)
    assert workspace.sidebar.pages.currentRow() == SHEETS


def test_the_next_step_leads_to_its_page(workspace: Workspace, session: Session) -> None:
    workspace.pages.overview.next_button.click()
    assert workspace.pages.currentWidget() is workspace.pages.sheets
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": 1}])
    session.sheetsChanged.emit()
    workspace.show_page(OVERVIEW)
    workspace.pages.overview.next_button.click()
    assert workspace.pages.currentWidget() is workspace.pages.results


def test_a_sheet_opens_in_the_place_of_the_pages_with_the_keyboard_in_it(workspace: Workspace, sheet: Sheet) -> None:
    workspace.open_sheet(sheet)
    assert workspace.wizard is not None
    assert workspace.stack.currentWidget() is workspace.wizard
    assert focused_question() == "a.bild"


def test_closing_the_sheet_leads_back_to_the_list_with_what_was_answered(
    workspace: Workspace, sheet: Sheet, qtbot: QtBot
) -> None:
    workspace.open_sheet(sheet)
    wizard = workspace.wizard
    assert wizard is not None
    press("1")
    with qtbot.waitSignal(wizard.destroyed):
        next(made for made in wizard.findChildren(QPushButton) if made.text() == "Zur Bogenliste").click()
    assert workspace.stack.currentWidget() is workspace.desk
    assert workspace.pages.currentWidget() is workspace.pages.sheets
    assert column(workspace.pages.sheets.view, 3) == ["1 von 9"]


def test_after_closing_a_sheet_the_keyboard_is_on_the_page(workspace: Workspace, sheet: Sheet) -> None:
    workspace.open_sheet(sheet)
    wizard = workspace.wizard
    assert wizard is not None
    wizard.closed.emit()
    assert workspace.desk.isAncestorOf(focused())


def test_a_sheet_opened_again_begins_where_one_left_off(workspace: Workspace, session: Session, sheet: Sheet) -> None:
    workspace.open_sheet(sheet)
    assert workspace.wizard is not None
    workspace.wizard.go_on()
    workspace.wizard.closed.emit()
    workspace.pages.sheets.view.selectRow(0)
    workspace.pages.sheets.open_button.click()
    assert workspace.wizard is not None
    assert workspace.wizard.page == 1


def test_turning_to_a_page_closes_the_sheet(workspace: Workspace, sheet: Sheet) -> None:
    workspace.open_sheet(sheet)
    workspace.show_page(RESULTS)
    assert workspace.wizard is None
    assert workspace.pages.currentWidget() is workspace.pages.results


def test_the_rounds_of_the_file_can_be_chosen_newest_first(workspace: Workspace, session: Session) -> None:
    add_small_round(session.opened, "Runde 2028")
    session.use(Store.open(session.path))
    rounds = workspace.sidebar.rounds
    assert [rounds.itemText(index) for index in range(rounds.count())] == ["Runde 2028", ROUND]
    assert rounds.currentText() == "Runde 2028"
    rounds.setCurrentIndex(1)
    rounds.activated.emit(1)
    assert session.current_round.title == ROUND


def test_another_round_closes_the_sheet(workspace: Workspace, session: Session, sheet: Sheet) -> None:
    other = add_small_round(session.opened, "Runde 2028")
    workspace.open_sheet(sheet)
    session.select_round(other)
    assert workspace.wizard is None


def test_a_new_round_is_made_and_turned_to(workspace: Workspace, session: Session, modals: Modals) -> None:
    before = session.current_round.groups
    modals.expect(lambda dialog: fill_in(dialog, "Runde 2030"))
    workspace.sidebar.new_round.click()
    assert session.current_round.title == "Runde 2030"
    assert session.current_round.groups == before
    assert workspace.sidebar.rounds.currentText() == "Runde 2030"
    assert workspace.pages.currentWidget() is workspace.pages.overview


def test_a_name_that_is_taken_is_told_and_the_dialog_comes_again_as_it_was(
    workspace: Workspace, session: Session, modals: Modals, words: Texts
) -> None:
    titles: list[str] = []

    def try_again(dialog: NewRoundDialog) -> None:
        titles.append(dialog.title.text())
        fill_in(dialog, "Runde 2030")

    modals.expect(lambda dialog: fill_in(dialog, ROUND))
    modals.expect()
    modals.expect(try_again)
    workspace.add_round()
    assert modals.said[1] == words("error.round.title_taken", title=ROUND)
    assert titles == [ROUND]
    assert session.current_round.title == "Runde 2030"


def test_giving_up_a_new_round_changes_nothing(workspace: Workspace, session: Session, modals: Modals) -> None:
    modals.expect()
    workspace.add_round()
    assert [round_.title for round_ in session.rounds] == [ROUND]


@pytest.mark.parametrize("taken", [False, True])
def test_a_new_round_is_named_after_the_year_unless_that_is_taken(
    workspace: Workspace, session: Session, modals: Modals, taken: bool
) -> None:
    title = f"Runde {QDate.currentDate().year()}"
    session.use(Store.create(session.path.with_name("neu.kommune"), TOWN))
    if taken:
        session.add_round(title=title)
    suggested: list[str] = []
    modals.expect(lambda dialog: suggested.append(dialog.title.text()))
    workspace.add_round()
    assert suggested == ["" if taken else title]


def test_a_file_without_rounds_offers_one(workspace: Workspace, session: Session, modals: Modals) -> None:
    session.use(Store.create(session.path.with_name("neu.kommune"), TOWN))
    modals.expect(lambda dialog: fill_in(dialog, "Runde 1"))
    workspace.pages.overview.next_button.click()
    assert session.current_round.title == "Runde 1"


@pytest.mark.parametrize("page", [OVERVIEW, SHEETS, RETURNS, RESULTS, REPORTS])
def test_all_that_can_have_the_keyboard_has_a_name(workspace: Workspace, page: int) -> None:
    workspace.show_page(page)
    assert not [widget for widget in focusable(workspace) if not spoken_name(widget)]


def test_the_keyboard_goes_from_the_sidebar_to_the_page(workspace: Workspace) -> None:
    workspace.show_page(SHEETS)
    workspace.sidebar.rounds.setFocus()
    order = tab_order(workspace)
    first = [workspace.sidebar.rounds, workspace.sidebar.pages, workspace.sidebar.new_round]
    assert order[: len(first) + 1] == [*first, workspace.pages.sheets.group]


def test_a_broken_file_is_told_by_the_sentence_of_the_error(
    workspace: Workspace, session: Session, modals: Modals, words: Texts, path: Path
) -> None:
    modals.expect()
    session.failed.emit(UserError("store.damaged", path=path))
    assert modals.said == [words("error.store.damaged", path=path)]
