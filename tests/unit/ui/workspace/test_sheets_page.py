"""The list of sheets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from kommune_desktop.core.answer import State
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from kommune_desktop.texts import Texts
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.sheets_page import SheetsPage
from kommune_desktop.workflow.forms import print_set
from tests.unit.ui.conftest import OpenWindow, ShowWidget
from tests.unit.ui.keyboard import CTRL, focusable, press, spoken_name
from tests.unit.ui.material import TOWN, add_sheets, add_small_round, locked
from tests.unit.ui.modal import Modals
from tests.unit.ui.workspace.table import column

NUMBER, GROUP, STATE, ANSWERED, CREATED = range(5)


@pytest.fixture
def page(session: Session, show: ShowWidget) -> SheetsPage:
    """The page, shown."""
    made = SheetsPage(session)
    made.resize(780, 600)
    show(made)
    return made


@pytest.fixture
def paper(page: SheetsPage, session: Session, tmp_path: Path) -> tuple[str, ...]:
    """The numbers of two printed sheets of the council; the first one is selected."""
    printed = print_set(session.opened, session.current_round, "council", 2, tmp_path / "b.pdf", language="de")
    page.refresh()
    select(page, printed.numbers[0])
    return printed.numbers


def choose(page: SheetsPage, station: SheetState) -> None:
    """Open the menu of the button and choose an entry."""
    menu = page.mark_button.menu()
    menu.aboutToShow.emit()
    page.marks[station].trigger()


def ticked(page: SheetsPage) -> list[str]:
    """The entries of the menu that are ticked when it opens."""
    page.mark_button.menu().aboutToShow.emit()
    return [action.text() for action in page.mark_button.menu().actions() if action.isChecked()]


def state(page: SheetsPage, row: int = 0) -> str:
    """Where the sheet of a row stands, without the day."""
    return column(page.view, STATE)[row].rpartition(" ")[0]


def choose_group(page: SheetsPage, title: str) -> None:
    """Choose a group for the next sheet."""
    page.group.setCurrentIndex(page.group.findText(title))


def select(page: SheetsPage, number: str) -> None:
    """Select a sheet by its number."""
    page.view.selectRow(column(page.view, NUMBER).index(number))


def selected(page: SheetsPage) -> list[str]:
    """The numbers of the selected sheets."""
    return [str(index.data()) for index in page.view.selectionModel().selectedRows(NUMBER)]


def test_without_sheets_a_sentence_says_what_to_do(page: SheetsPage) -> None:
    assert page.empty.isVisible()
    assert not page.view.isVisible()
    assert not page.open_button.isEnabled()
    assert not page.delete_button.isEnabled()


def test_the_groups_of_the_round_can_be_chosen(page: SheetsPage) -> None:
    titles = [page.group.itemText(index) for index in range(page.group.count())]
    assert titles == ["Verwaltung", "Ratsfraktionen", "Wohlfahrtsverbände"]


def test_a_new_sheet_is_listed_and_opened(page: SheetsPage, qtbot: QtBot) -> None:
    choose_group(page, "Ratsfraktionen")
    with qtbot.waitSignal(page.openWanted) as wanted:
        page.add_button.click()
    assert wanted.args is not None
    assert wanted.args[0].group_id == "council"
    assert [column(page.view, number) for number in (NUMBER, GROUP, STATE, ANSWERED)] == [
        ["26-RA-0001-1"],
        ["Ratsfraktionen"],
        ["am Bildschirm"],
        ["0 von 9"],
    ]
    assert not page.empty.isVisible()


def test_a_second_sheet_of_a_joint_group_is_refused_with_a_message(
    open_window: OpenWindow, modals: Modals, words: Texts
) -> None:
    workspace = open_window().workspace
    assert workspace is not None
    page = workspace.pages.sheets
    workspace.show_page(1)
    page.add_button.click()
    workspace.close_sheet()
    modals.expect()
    page.add_button.click()
    assert modals.said == [words("error.sheet.joint_has_one")]
    assert column(page.view, NUMBER) == ["26-VE-0001-7"]
    assert workspace.wizard is None


def test_numbers_are_sorted_as_numbers(page: SheetsPage, session: Session) -> None:
    for number in ("10", "9", "100", "1", "26-ZG-0042"):
        session.opened.sheets.add(session.current_round, "council", number)
    page.refresh()
    assert column(page.view, NUMBER) == ["26-ZG-0042", "1", "9", "10", "100"]
    page.view.sortByColumn(NUMBER, Qt.SortOrder.DescendingOrder)
    assert column(page.view, NUMBER) == ["100", "10", "9", "1", "26-ZG-0042"]


def test_sheets_are_sorted_by_what_is_answered(page: SheetsPage, session: Session) -> None:
    answers = {question.id: State.DONT_KNOW for question in session.current_round.questions}
    shares = [dict(list(answers.items())[:count]) for count in (2, 9, 0)]
    add_sheets(session.opened, session.current_round, "council", shares)
    page.refresh()
    page.view.sortByColumn(ANSWERED, Qt.SortOrder.AscendingOrder)
    assert column(page.view, ANSWERED) == ["0 von 9", "2 von 9", "9 von 9"]


def test_the_selected_sheet_stays_selected_when_others_come_and_go(page: SheetsPage, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{}, {}, {}])
    page.refresh()
    select(page, "2")
    session.add_sheet("welfare")
    assert selected(page) == ["2"]
    page.view.sortByColumn(NUMBER, Qt.SortOrder.DescendingOrder)
    session.delete_sheet(session.sheets()[0])
    assert selected(page) == ["2"]
    assert page.open_button.isEnabled()


def test_a_deleted_sheet_leaves_the_list_and_can_be_brought_back_by_button(page: SheetsPage, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": 2}, {}])
    page.refresh()
    assert not page.undo_button.isVisible()
    select(page, "1")
    page.delete_button.click()
    assert column(page.view, NUMBER) == ["2"]
    assert page.deleted.isVisible()
    assert page.deleted.text() == "Bogen 1 gelöscht."
    page.undo_button.click()
    assert column(page.view, NUMBER) == ["1", "2"]
    assert column(page.view, ANSWERED)[0] == "1 von 9"
    assert not page.undo_button.isVisible()
    assert not page.deleted.isVisible()


def test_a_sheet_that_can_not_be_deleted_is_not_said_to_be_gone(page: SheetsPage, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{}])
    page.refresh()
    select(page, "1")
    with locked(session.opened):
        page.delete_button.click()
    assert column(page.view, NUMBER) == ["1"]
    assert not page.deleted.isVisible()


def test_the_delete_key_deletes_and_ctrl_z_brings_back(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.session is not None
    assert window.workspace is not None
    page = window.workspace.pages.sheets
    add_sheets(window.session.opened, window.session.current_round, "council", [{}, {}])
    window.workspace.show_page(1)
    page.refresh()
    page.view.setFocus()
    select(page, "2")
    press(Qt.Key.Key_Delete)
    assert column(page.view, NUMBER) == ["1"]
    press(Qt.Key.Key_Z, modifier=CTRL)
    assert column(page.view, NUMBER) == ["1", "2"]


def test_the_last_sheet_can_be_deleted_and_brought_back(page: SheetsPage, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{}])
    page.refresh()
    select(page, "1")
    page.delete_button.click()
    assert page.empty.isVisible()
    page.undo_button.click()
    assert column(page.view, NUMBER) == ["1"]
    assert not page.empty.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_selected_sheet(page: SheetsPage, session: Session, qtbot: QtBot, key: Qt.Key) -> None:
    add_sheets(session.opened, session.current_round, "council", [{}, {}])
    page.refresh()
    page.view.setFocus()
    page.view.setCurrentIndex(page.view.model().index(1, NUMBER, QModelIndex()))
    with qtbot.waitSignal(page.openWanted) as wanted:
        press(key)
    assert wanted.args is not None
    assert wanted.args[0].number == "2"


def test_the_open_button_opens_the_selected_sheet(page: SheetsPage, session: Session, qtbot: QtBot) -> None:
    add_sheets(session.opened, session.current_round, "council", [{}, {}])
    page.refresh()
    select(page, "2")
    with qtbot.waitSignal(page.openWanted) as wanted:
        page.open_button.click()
    assert wanted.args is not None
    assert wanted.args[0].number == "2"


def test_another_round_has_its_own_sheets_and_groups(page: SheetsPage, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{}])
    other = add_small_round(session.opened, "Runde 2028", groups=session.current_round.groups[:1])
    session.select_round(other)
    assert page.empty.isVisible()
    assert page.group.count() == 1


def test_without_a_round_nothing_can_be_added(words: Texts, tmp_path: Path, show: ShowWidget) -> None:
    session = Session(words)
    session.use(Store.create(tmp_path / "leer.kommune", TOWN))
    page = SheetsPage(session)
    show(page)
    assert not page.add_button.isEnabled()
    assert not page.import_button.isEnabled()
    session.close()


def test_all_that_can_have_the_keyboard_has_a_name(page: SheetsPage, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{}])
    page.refresh()
    select(page, "1")
    assert [spoken_name(widget) for widget in focusable(page)] == [
        "Neuer Bogen für",
        "Bogen anlegen",
        "Antworten übernehmen …",
        "Bögen",
        "Öffnen",
        "Löschen",
    ]


def test_a_printed_sheet_says_since_when_it_is_out(page: SheetsPage, session: Session, paper: tuple[str, ...]) -> None:
    day = session.words.date(session.sheets()[0].dates[SheetState.ISSUED].astimezone().date())
    assert column(page.view, NUMBER) == list(paper)
    assert column(page.view, STATE) == [f"ausgegeben {day}"] * 2


@pytest.mark.parametrize(
    ("station", "shown"),
    [
        (SheetState.RETURNED, "zurück"),
        (SheetState.KEYED, "erfasst"),
        (SheetState.LOST, "verloren"),
        (SheetState.INVALID, "ungültig"),
    ],
)
def test_a_station_is_noted_by_the_menu_and_taken_back_by_undo(
    page: SheetsPage, session: Session, paper: tuple[str, ...], station: SheetState, shown: str
) -> None:
    assert ticked(page) == []
    choose(page, station)
    assert (state(page), state(page, 1)) == (shown, "ausgegeben")
    assert session.sheets()[0].state is station
    assert selected(page) == [paper[0]]
    assert ticked(page) == [shown]
    session.undo_stack.undo()
    assert state(page) == "ausgegeben"
    assert ticked(page) == []
    session.undo_stack.redo()
    assert state(page) == shown


@pytest.mark.usefixtures("paper")
def test_a_lost_sheet_that_turned_up_is_out_again(page: SheetsPage, session: Session) -> None:
    choose(page, SheetState.LOST)
    choose(page, SheetState.LOST)
    assert state(page) == "ausgegeben"
    assert SheetState.LOST not in session.sheets()[0].dates
    session.undo_stack.undo()
    assert state(page) == "verloren"


@pytest.mark.usefixtures("paper")
def test_a_keyed_sheet_enters_the_results_and_an_invalid_one_leaves_them(page: SheetsPage, session: Session) -> None:
    def counted() -> int:
        return session.opened.sheets.counted_by_group(session.current_round.id).get("council", 0)

    choose(page, SheetState.RETURNED)
    assert counted() == 0
    choose(page, SheetState.KEYED)
    assert (counted(), state(page), ticked(page)) == (1, "erfasst", ["zurück", "erfasst"])
    choose(page, SheetState.INVALID)
    assert (counted(), state(page)) == (0, "ungültig")
    for expected in ("erfasst", "zurück", "ausgegeben"):
        session.undo_stack.undo()
        assert state(page) == expected
    assert counted() == 0


def test_only_paper_can_be_noted_and_printed_again(page: SheetsPage, session: Session, paper: tuple[str, ...]) -> None:
    add_sheets(session.opened, session.current_round, "welfare", [{}])
    page.refresh()
    assert page.mark_button.isEnabled()
    assert page.print_button.isEnabled()
    select(page, session.sheets()[-1].number)
    assert selected(page) != [paper[0]]
    assert not page.mark_button.isEnabled()
    assert not page.print_button.isEnabled()
    page.view.clearSelection()
    assert not page.mark_button.isEnabled()
    assert not page.print_button.isEnabled()


def test_the_selected_sheet_is_asked_to_be_printed_again(
    page: SheetsPage, paper: tuple[str, ...], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.printWanted) as wanted:
        page.print_button.click()
    assert wanted.args is not None
    assert wanted.args[0].number == paper[0]


def test_a_note_that_can_not_be_saved_leaves_the_sheet_as_it_was(
    page: SheetsPage, session: Session, paper: tuple[str, ...], qtbot: QtBot
) -> None:
    with locked(session.opened), qtbot.waitSignal(session.failed):
        choose(page, SheetState.LOST)
    assert state(page) == "ausgegeben"
    assert selected(page) == [paper[0]]
    assert not session.undo_stack.canUndo()


@pytest.mark.usefixtures("paper")
def test_sheets_are_sorted_by_where_they_stand(page: SheetsPage, session: Session) -> None:
    choose(page, SheetState.LOST)
    session.add_sheet("welfare")
    page.view.sortByColumn(STATE, Qt.SortOrder.AscendingOrder)
    assert column(page.view, STATE)[0] == "am Bildschirm"
    assert (state(page, 1), state(page, 2)) == ("ausgegeben", "verloren")


@pytest.mark.usefixtures("paper")
def test_a_deleted_printed_sheet_comes_back_as_it_was(page: SheetsPage, session: Session) -> None:
    choose(page, SheetState.RETURNED)
    before = session.sheets()
    page.delete_button.click()
    page.undo_button.click()
    assert session.sheets() == before


@pytest.mark.usefixtures("paper")
def test_all_that_can_have_the_keyboard_has_a_name_where_paper_is_selected(page: SheetsPage) -> None:
    names = [spoken_name(widget) for widget in focusable(page)]
    assert names[-4:] == ["Öffnen", "Vermerken", "Erneut drucken …", "Löschen"]
