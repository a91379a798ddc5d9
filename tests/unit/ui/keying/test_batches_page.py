"""The list of batches."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.batch import Batch
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from kommune_desktop.texts import Texts
from kommune_desktop.ui.keying.batches_page import BatchesPage
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.verification import find_differences
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focusable, press, spoken_name
from tests.unit.ui.material import TOWN, add_small_round, answer, locked
from tests.unit.ui.paper import ENTER, issue, keyed, keyed_twice, laid
from tests.unit.ui.workspace.table import column, heads

NAME, KEYED, AGAIN, DIFFERING, BEGUN = range(5)


@pytest.fixture
def page(session: Session, show: ShowWidget) -> BatchesPage:
    """The page, shown."""
    made = BatchesPage(session)
    made.resize(1000, 600)
    show(made)
    return made


def row(page: BatchesPage, number: int = 0) -> list[str]:
    """A line of the list without its day."""
    return [column(page.table, place)[number] for place in (NAME, KEYED, AGAIN, DIFFERING)]


def batch_of(told: object) -> Batch:
    assert isinstance(told, list)
    assert isinstance(told[0], Batch)
    return told[0]


def buttons(page: BatchesPage) -> dict[str, bool]:
    """Which buttons can be pressed."""
    return {made.text(): made.isEnabled() for made in page.findChildren(QPushButton) if made.isVisibleTo(page)}


def test_without_a_batch_the_page_says_what_one_is_for(page: BatchesPage) -> None:
    assert page.empty.isVisible()
    assert not page.table.isVisible()
    assert not page.state.isVisible()
    assert buttons(page) == {
        "Neuer Stapel …": True,
        "Abweichungen": False,
        "Liste drucken …": False,
        "Weiter erfassen": False,
        "Zweites Mal erfassen …": False,
        "Auflösen": False,
    }


def test_without_a_round_there_is_no_batch_to_begin(words: Texts, tmp_path: Path, show: ShowWidget) -> None:
    session = Session(words)
    session.use(Store.create(tmp_path / "leer.kommune", TOWN))
    page = BatchesPage(session)
    show(page)
    assert not page.new_button.isEnabled()
    session.close()


def test_what_has_come_back_and_is_not_keyed_is_counted(page: BatchesPage, session: Session) -> None:
    sheets = issue(session, 3)
    assert not page.state.isVisible()
    session.register_return(sheets[0].number)
    session.register_return(sheets[2].number)
    assert page.state.isVisible()
    assert page.state.text() == "2 Bögen zurück und noch nicht erfasst."
    session.finish_keying(sheets[0])
    session.finish_keying(sheets[2])
    assert not page.state.isVisible()


def test_each_batch_shows_how_far_it_is(page: BatchesPage, session: Session, batch: Batch) -> None:
    assert row(page) == ["Stapel 1", "0 von 2", "–", "–"]
    sheet = keyed(session, batch)
    assert row(page) == ["Stapel 1", "1 von 2", "–", "–"]
    session.want_second_keying([sheet])
    assert row(page) == ["Stapel 1", "1 von 2", "0 von 1", "–"]
    keyed_twice(session, batch)
    assert row(page) == ["Stapel 1", "2 von 2", "1 von 2", "auf 1 Bogen zu klären"]
    for difference in find_differences(session.opened, session.current_round):
        session.settle(difference, answer(0), "")
    assert row(page) == ["Stapel 1", "2 von 2", "1 von 2", "keine offen"]
    session.lay(batch, issue(session)[0], "KS")
    assert row(page)[KEYED] == "2 von 3"


def test_a_batch_has_the_day_on_which_it_was_begun(page: BatchesPage, session: Session, batch: Batch) -> None:
    assert column(page.table, BEGUN) == [session.words.date(batch.created.astimezone().date())]
    assert heads(page.table) == ["Stapel", "Erfasst", "Zweites Mal erfasst", "Abweichungen", "Begonnen am"]


@pytest.mark.usefixtures("batch")
def test_the_newest_batch_is_chosen_when_the_page_is_first_seen(session: Session, show: ShowWidget) -> None:
    session.add_batch(0)
    page = BatchesPage(session)
    show(page)
    assert page.table.chosen_row() == 1


@pytest.mark.usefixtures("batch")
def test_the_chosen_batch_stays_chosen_when_something_changes(page: BatchesPage, session: Session) -> None:
    session.add_batch(0)
    page.table.selectRow(0)
    issue(session)
    assert page.table.chosen_row() == 0


@pytest.mark.parametrize("way", ["button", "enter", "keypad"])
def test_a_batch_goes_on_being_keyed(page: BatchesPage, batch: Batch, qtbot: QtBot, way: str) -> None:
    page.table.setFocus()
    with qtbot.waitSignal(page.keyingWanted) as told:
        if way == "button":
            page.key_button.click()
        else:
            press(ENTER if way == "enter" else Qt.Key.Key_Enter)
    assert batch_of(told.args) == batch


def test_only_what_was_keyed_can_be_keyed_a_second_time(
    page: BatchesPage, session: Session, batch: Batch, qtbot: QtBot
) -> None:
    assert not page.second_button.isEnabled()
    keyed(session, batch)
    assert page.second_button.isEnabled()
    with qtbot.waitSignal(page.secondKeyingWanted) as told:
        page.second_button.click()
    assert told.args == [laid(session, batch)]


def test_differences_are_to_be_seen_once_a_sheet_is_keyed_twice(
    page: BatchesPage, session: Session, batch: Batch, qtbot: QtBot
) -> None:
    session.want_second_keying([keyed(session, batch)])
    assert not page.differences_button.isEnabled()
    keyed_twice(session, batch)
    assert page.differences_button.isEnabled()
    with qtbot.waitSignal(page.differencesWanted):
        page.differences_button.click()


@pytest.mark.usefixtures("batch")
def test_the_list_and_a_new_batch_are_a_button_away(page: BatchesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.listWanted):
        page.list_button.click()
    with qtbot.waitSignal(page.newWanted):
        page.new_button.click()


@pytest.mark.parametrize("way", ["button", "key"])
def test_a_dissolved_batch_leaves_the_list_and_its_sheets_stay(
    page: BatchesPage, session: Session, batch: Batch, way: str
) -> None:
    sheet = keyed(session, batch)
    page.table.setFocus()
    if way == "button":
        page.dissolve_button.click()
    else:
        press(Qt.Key.Key_Delete)
    assert column(page.table, NAME) == []
    assert page.dissolved.isVisible()
    assert page.dissolved.text() == "Stapel 1 aufgelöst; seine Bögen sind noch da."
    assert session.opened.sheets.get(sheet.id).state is SheetState.KEYED


def test_a_dissolved_batch_comes_back_with_its_sheets(page: BatchesPage, session: Session, batch: Batch) -> None:
    sheet = keyed(session, batch)
    page.dissolve_button.click()
    assert page.undo_button.isVisible()
    page.undo_button.click()
    assert row(page)[:2] == ["Stapel 1", "1 von 2"]
    assert [found.id for found in laid(session, batch).sheets] == [sheet.id]
    assert not page.undo_button.isVisible()
    assert not page.dissolved.isVisible()


@pytest.mark.usefixtures("batch")
def test_a_batch_that_could_not_be_dissolved_is_not_named_as_dissolved(
    page: BatchesPage, session: Session, failures: list[str]
) -> None:
    with locked(session.opened):
        page.dissolve_button.click()
    assert failures == ["store.locked"]
    assert row(page)[NAME] == "Stapel 1"
    assert not page.dissolved.isVisible()
    assert not page.undo_button.isVisible()


@pytest.mark.usefixtures("batch")
def test_a_batch_that_could_not_be_brought_back_for_a_moment_can_be_later(
    page: BatchesPage, session: Session, failures: list[str], qtbot: QtBot
) -> None:
    page.dissolve_button.click()
    with locked(session.opened):
        page.undo_button.click()
    assert failures == ["store.locked"]
    qtbot.waitUntil(session.undo_stack.canUndo)
    session.undo_stack.undo()
    assert row(page)[NAME] == "Stapel 1"


@pytest.mark.usefixtures("batch")
def test_a_batch_that_is_gone_for_good_is_told(
    page: BatchesPage, session: Session, other_window: Session, failures: list[str]
) -> None:
    page.dissolve_button.click()
    other_window.opened.batches.purge()
    page.undo_button.click()
    assert failures == ["batch.gone"]
    assert column(page.table, NAME) == []


@pytest.mark.usefixtures("batch")
def test_after_the_last_batch_the_page_says_again_what_one_is_for(page: BatchesPage) -> None:
    page.dissolve_button.click()
    assert page.empty.isVisible()
    assert not page.key_button.isEnabled()
    assert not page.dissolve_button.isEnabled()


@pytest.mark.usefixtures("batch")
def test_a_new_batch_does_not_take_the_number_of_a_dissolved_one(page: BatchesPage, session: Session) -> None:
    page.dissolve_button.click()
    session.add_batch(0)
    assert column(page.table, NAME) == ["Stapel 2"]


@pytest.mark.usefixtures("batch")
def test_another_round_has_its_own_batches(page: BatchesPage, session: Session) -> None:
    session.select_round(add_small_round(session.opened, "Runde 2028"))
    assert page.empty.isVisible()
    assert column(page.table, NAME) == []


def test_a_lost_sheet_is_not_to_be_keyed_a_second_time(page: BatchesPage, session: Session, batch: Batch) -> None:
    sheet = keyed(session, batch)
    session.want_second_keying([sheet])
    session.mark_sheet(sheet, SheetState.LOST, sheet.created)
    assert row(page)[AGAIN] == "–"
    assert not page.second_button.isEnabled()


@pytest.mark.usefixtures("batch")
def test_all_that_can_have_the_keyboard_has_a_name(page: BatchesPage) -> None:
    assert [spoken_name(widget) for widget in focusable(page)] == [
        "Neuer Stapel …",
        "Liste drucken …",
        "Stapel",
        "Weiter erfassen",
        "Auflösen",
    ]
