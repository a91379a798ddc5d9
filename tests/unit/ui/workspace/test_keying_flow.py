"""The ways into keying, from the workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.batch import Batch
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.core.verification import Keying
from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.dialogs.keying_settings import KeyingSettingsDialog
from kommune_desktop.ui.dialogs.new_batch import NewBatchDialog
from kommune_desktop.ui.dialogs.second_keying import SecondKeyingDialog
from kommune_desktop.ui.keying import KeyingView
from kommune_desktop.ui.keying.differences_view import DifferencesView
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.pages import KEYING, SHEETS
from tests.unit.ui.conftest import ChooseFile, OpenWindow
from tests.unit.ui.keyboard import CTRL, focused, press
from tests.unit.ui.material import answer, locked, stored
from tests.unit.ui.menus import entry
from tests.unit.ui.modal import Act, Modals, dismiss
from tests.unit.ui.paper import ENTER, WHOLE_SHEET, issue, keyed, keyed_twice, laid, state, write
from tests.unit.ui.workspace.table import column

LATER_MS = 30_000
Until = Callable[[], None]


@pytest.fixture
def batch(session: Session, workspace: Workspace) -> Batch:
    """A batch, and a person who has said who they are."""
    workspace.settings.initials = "KS"
    made = session.add_batch(2)
    assert made is not None
    return made


def say(text: str) -> Act:
    """Type a line and accept it."""

    def act(dialog: QInputDialog) -> None:
        dialog.setTextValue(text)
        dialog.accept()

    return act


def test_whoever_goes_on_with_a_batch_says_who_they_are_once(
    workspace: Workspace, batch: Batch, modals: Modals, woken: Until
) -> None:
    workspace.settings.initials = ""
    modals.expect(say(" ab "))
    workspace.keying_flow.key_batch(batch)
    woken()
    assert isinstance(workspace.keying, KeyingView)
    assert (workspace.keying.job.initials, workspace.settings.initials) == ("AB", "AB")


@pytest.mark.parametrize("act", [say("  "), dismiss])
def test_without_initials_nobody_goes_on(workspace: Workspace, batch: Batch, modals: Modals, act: Act) -> None:
    workspace.settings.initials = ""
    modals.expect(act)
    workspace.keying_flow.key_batch(batch)
    assert workspace.keying is None


@pytest.fixture
def until_done(workspace: Workspace, qtbot: QtBot) -> Until:
    """Waits until the work in the background is over and shown."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not workspace.findChildren(BackgroundWork), timeout=LATER_MS)

    return wait


@pytest.fixture
def woken(workspace: Workspace, qtbot: QtBot) -> Until:
    """Waits until a dialog has given the keyboard back to the window."""

    def wait() -> None:
        workspace.activateWindow()
        qtbot.waitUntil(workspace.isActiveWindow)

    return wait


def begin(expected: int, initials: str) -> Act:
    """Fill in the dialog for a new batch and press its button."""

    def act(dialog: NewBatchDialog) -> None:
        dialog.expected.setValue(expected)
        dialog.initials.setText(initials)
        dialog.accept_button.click()

    return act


def again(initials: str, *, everything: bool = True, also_own: bool = False) -> Act:
    """Fill in the dialog for a second keying and press its button."""

    def act(dialog: SecondKeyingDialog) -> None:
        (dialog.all if everything else dialog.sample).click()
        dialog.initials.setText(initials)
        dialog.also_own.setChecked(also_own)
        dialog.accept_button.click()

    return act


def of_group(title: str) -> Act:
    """Choose the group of a sheet without a number."""

    def act(dialog: QInputDialog) -> None:
        dialog.setTextValue(title)
        dialog.accept()

    return act


def keying(workspace: Workspace) -> KeyingView:
    """The view that is open."""
    assert isinstance(workspace.keying, KeyingView)
    assert workspace.stack.currentWidget() is workspace.keying
    return workspace.keying


def page(workspace: Workspace) -> None:
    workspace.show_page(KEYING)


def test_a_new_batch_asks_for_its_sheets_and_initials_and_then_for_the_first_number(
    workspace: Workspace, session: Session, modals: Modals, woken: Until
) -> None:
    page(workspace)
    modals.expect(begin(12, "KS"))
    workspace.pages.batches.new_button.click()
    view = keying(workspace)
    assert [(made.batch.number, made.batch.expected) for made in session.batches()] == [(1, 12)]
    assert (view.job.initials, view.job.keying) == ("KS", Keying.FIRST)
    woken()
    assert focused() is view.number_entry.number
    assert workspace.settings.initials == "KS"


def test_initials_are_remembered_beyond_the_window(workspace: Workspace, tmp_path: Path, modals: Modals) -> None:
    workspace.settings.source = tmp_path / "settings.json"
    modals.expect(begin(0, "KS"))
    workspace.keying_flow.begin_batch()
    assert Settings.load(tmp_path / "settings.json").initials == "KS"
    offered: list[str] = []
    modals.expect(lambda dialog: offered.append(dialog.initials.text()))
    workspace.keying_flow.begin_batch()
    assert offered == ["KS"]


def test_whoever_leaves_the_dialog_has_begun_no_batch(workspace: Workspace, session: Session, modals: Modals) -> None:
    modals.expect()
    workspace.keying_flow.begin_batch()
    assert session.batches() == []
    assert workspace.keying is None


def test_a_batch_that_can_not_be_saved_is_not_opened(
    workspace: Workspace, session: Session, modals: Modals, words: Texts
) -> None:
    modals.expect(begin(1, "KS"))
    modals.expect()
    with locked(session.opened):
        workspace.keying_flow.begin_batch()
    assert modals.said[-1] == words("error.store.locked", path=session.path)
    assert workspace.keying is None


def test_a_batch_goes_on_where_it_stopped_after_the_file_was_closed(
    workspace: Workspace, session: Session, batch: Batch
) -> None:
    sheets = issue(session, 2)
    keyed(session, batch)
    write(session, session.lay(batch, sheets[1], "KS"), {"a.bild": answer(3), "a.ziel": answer(0)})
    session.use(Store.open(session.path))
    page(workspace)
    workspace.pages.batches.table.selectRow(0)
    workspace.pages.batches.key_button.click()
    view = keying(workspace)
    assert view.sheet is not None
    assert view.sheet.id == sheets[1].id
    assert view.desk.current is not None
    assert view.desk.current.id == "a.leitung"
    assert focused() is view.desk_view.strip


def test_a_batch_without_a_half_keyed_sheet_goes_on_with_a_number(
    workspace: Workspace, session: Session, batch: Batch
) -> None:
    keyed(session, batch)
    workspace.keying_flow.key_batch(batch)
    assert focused() is keying(workspace).number_entry.number


def test_back_from_a_batch_leads_to_the_list_that_shows_what_was_done(
    workspace: Workspace, session: Session, batch: Batch
) -> None:
    sheet = issue(session)[0]
    page(workspace)
    workspace.pages.batches.key_button.click()
    press(sheet.number, ENTER, *WHOLE_SHEET)
    next(made for made in keying(workspace).findChildren(QPushButton) if made.text() == "Zu den Stapeln").click()
    assert workspace.keying is None
    assert workspace.pages.currentWidget() is workspace.pages.batches
    assert column(workspace.pages.batches.table, 1) == ["1 von 2"]
    assert laid(session, batch).keyed == 1


def test_a_paper_sheet_is_keyed_from_the_list_of_sheets(workspace: Workspace, session: Session) -> None:
    sheet = issue(session)[0]
    workspace.open_sheet(sheet)
    view = keying(workspace)
    assert view.job.batch is None
    press("1")
    assert stored(session.path, sheet) == {"a.bild": answer(0)}
    press(Qt.Key.Key_F9, "+")
    assert workspace.pages.currentIndex() == SHEETS
    assert workspace.keying is None
    assert state(session, sheet) is SheetState.KEYED


def test_all_sheets_of_a_batch_are_keyed_a_second_time(
    workspace: Workspace, session: Session, batch: Batch, modals: Modals, woken: Until
) -> None:
    sheets = [keyed(session, batch) for _ in range(3)]
    page(workspace)
    modals.expect(again("AB"))
    workspace.pages.batches.second_button.click()
    view = keying(workspace)
    assert (view.job.keying, view.job.initials, view.job.also_own) == (Keying.SECOND, "AB", False)
    assert [sheet.id for sheet in laid(session, batch).to_key_again] == [sheet.id for sheet in sheets]
    assert workspace.settings.initials == "AB"
    woken()
    assert focused() is view.number_entry.number


def test_a_sample_is_drawn_once_and_stays_drawn(
    workspace: Workspace, session: Session, batch: Batch, modals: Modals
) -> None:
    for _ in range(11):
        keyed(session, batch, {})
    drawn = []
    for _ in range(2):
        modals.expect(again("AB", everything=False))
        workspace.keying_flow.key_again(laid(session, batch))
        drawn.append([sheet.id for sheet in laid(session, batch).to_key_again])
    assert len(drawn[0]) == 2, "a tenth of eleven, rounded up"
    assert drawn[1] == drawn[0]


def test_a_second_keying_goes_on_where_the_same_person_stopped(
    workspace: Workspace, session: Session, batch: Batch, modals: Modals, woken: Until
) -> None:
    sheets = [keyed(session, batch) for _ in range(2)]
    modals.expect(again("AB"))
    workspace.keying_flow.key_again(laid(session, batch))
    woken()
    press(sheets[1].number, ENTER, "4")
    workspace.close_sheet()
    modals.expect(again("CD"))
    workspace.keying_flow.key_again(laid(session, batch))
    assert keying(workspace).sheet is None, "what another person has begun is not handed on"
    modals.expect(again("AB"))
    workspace.keying_flow.key_again(laid(session, batch))
    view = keying(workspace)
    assert view.sheet is not None
    assert view.sheet.id == sheets[1].id
    assert view.desk.answers == {"a.bild": answer(3)}


def test_whoever_leaves_the_dialog_has_drawn_nothing(
    workspace: Workspace, session: Session, batch: Batch, modals: Modals
) -> None:
    keyed(session, batch)
    modals.expect()
    workspace.keying_flow.key_again(laid(session, batch))
    assert not laid(session, batch).to_key_again
    assert workspace.keying is None


def test_a_draw_that_can_not_be_saved_opens_nothing(
    workspace: Workspace, session: Session, batch: Batch, modals: Modals, words: Texts
) -> None:
    keyed(session, batch)
    modals.expect(again("AB"))
    modals.expect()
    with locked(session.opened):
        workspace.keying_flow.key_again(laid(session, batch))
    assert modals.said[-1] == words("error.store.locked", path=session.path)
    assert workspace.keying is None
    assert not laid(session, batch).to_key_again


def test_a_sheet_without_a_number_gets_one_that_is_told_and_is_keyed_in_the_batch(
    workspace: Workspace, batch: Batch, modals: Modals, woken: Until, until_done: Until
) -> None:
    workspace.settings.initials = "KS"
    workspace.keying_flow.key_batch(batch)
    modals.expect(of_group("Wohlfahrtsverbände"))
    keying(workspace).number_entry.unnumbered.click()
    modals.expect()
    until_done()
    sheet = laid(workspace.session, batch).sheets[0]
    assert (sheet.group_id, sheet.keyed_by, sheet.state) == ("welfare", "KS", SheetState.RETURNED)
    assert modals.said[-1].endswith(sheet.number)
    view = keying(workspace)
    assert view.sheet is not None
    assert view.sheet.id == sheet.id
    woken()
    assert focused() is view.desk_view.strip
    press("2")
    assert stored(workspace.session.path, sheet) == {"a.bild": answer(1)}


def test_whoever_names_no_group_goes_on_at_the_number(
    workspace: Workspace, session: Session, batch: Batch, modals: Modals
) -> None:
    workspace.keying_flow.key_batch(batch)
    modals.expect()
    keying(workspace).number_entry.unnumbered.click()
    assert session.sheets() == []
    assert not workspace.findChildren(BackgroundWork)


def test_a_joint_group_gets_no_second_sheet(
    workspace: Workspace, session: Session, batch: Batch, modals: Modals, until_done: Until
) -> None:
    issue(session, 1, "administration")
    workspace.keying_flow.key_batch(batch)
    modals.expect(of_group("Verwaltung"))
    keying(workspace).number_entry.unnumbered.click()
    modals.expect()
    until_done()
    assert modals.said[-1] == session.words("error.sheet.joint_has_one")
    assert len(session.sheets()) == 1
    assert keying(workspace).sheet is None


def test_a_batch_that_was_dissolved_elsewhere_is_told_and_left_for_the_list(
    workspace: Workspace, session: Session, batch: Batch, modals: Modals, words: Texts
) -> None:
    sheet = issue(session)[0]
    page(workspace)
    workspace.pages.batches.key_button.click()
    with Store.open(session.path) as other:
        other.batches.dissolve(batch.id)
    modals.expect()
    press(sheet.number, ENTER)
    assert modals.said == [words("error.batch.gone")]
    assert workspace.keying is None
    assert workspace.pages.currentWidget() is workspace.pages.batches
    assert column(workspace.pages.batches.table, 0) == []


def test_a_sheet_without_a_number_for_a_batch_that_is_gone_is_told_and_left_for_the_list(
    workspace: Workspace, session: Session, batch: Batch, modals: Modals, until_done: Until
) -> None:
    page(workspace)
    workspace.pages.batches.key_button.click()
    with Store.open(session.path) as other:
        other.batches.dissolve(batch.id)
    modals.expect(of_group("Ratsfraktionen"))
    keying(workspace).number_entry.unnumbered.click()
    modals.expect()
    modals.expect()
    until_done()
    assert modals.said[-1] == session.words("error.batch.gone")
    assert workspace.keying is None


def test_differences_are_shown_and_left_for_the_list(
    workspace: Workspace, session: Session, batch: Batch, until_done: Until
) -> None:
    keyed_twice(session, batch)
    page(workspace)
    workspace.pages.batches.differences_button.click()
    until_done()
    view = workspace.keying
    assert isinstance(view, DifferencesView)
    assert column(view.table, 2) == ["1", "8"]
    assert focused() is view.desk_view.strip
    press(Qt.Key.Key_F2, Qt.Key.Key_F2)
    next(made for made in view.findChildren(QPushButton) if made.text() == "Zu den Stapeln").click()
    assert workspace.pages.currentWidget() is workspace.pages.batches
    assert column(workspace.pages.batches.table, 3) == ["keine offen"]


def test_the_list_is_printed_where_the_person_wants_it(
    workspace: Workspace, session: Session, batch: Batch, choose_file: ChooseFile, until_done: Until
) -> None:
    keyed_twice(session, batch)
    target = session.path.with_name("Liste")
    choose_file(target)
    page(workspace)
    workspace.pages.batches.list_button.click()
    until_done()
    assert target.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")


def test_no_file_chosen_prints_no_list(
    workspace: Workspace, session: Session, batch: Batch, choose_file: ChooseFile
) -> None:
    keyed(session, batch)
    choose_file(None)
    workspace.files.save_keying_list()
    assert not workspace.findChildren(BackgroundWork)


def test_settings_are_kept_for_the_next_time(workspace: Workspace, tmp_path: Path, modals: Modals) -> None:
    source = tmp_path / "settings.json"
    workspace.settings.source = source

    def act(dialog: KeyingSettingsDialog) -> None:
        dialog.keys["dont_know"].setText("w")
        for box in (dialog.moves_on, dialog.sound, dialog.shows_people):
            box.click()
        dialog.accept_button.click()

    modals.expect(act)
    workspace.keying_flow.set_up()
    loaded = Settings.load(source)
    assert loaded.keys == {"dont_know": "w", "not_applicable": "9", "illegible": ",", "double_marked": "/"}
    assert (loaded.moves_on, loaded.sound, loaded.shows_people) == (False, False, True)


def test_settings_that_were_cancelled_change_nothing(workspace: Workspace, modals: Modals) -> None:
    modals.expect(lambda dialog: dialog.moves_on.click())
    workspace.keying_flow.set_up()
    assert workspace.settings.moves_on
    assert workspace.settings.keys == {}


def test_keys_of_ones_own_choice_hold_for_the_next_sheet(
    workspace: Workspace, session: Session, modals: Modals, woken: Until
) -> None:
    def act(dialog: KeyingSettingsDialog) -> None:
        dialog.keys["dont_know"].setText("w")
        dialog.accept_button.click()

    modals.expect(act)
    workspace.keying_flow.set_up()
    sheet = issue(session)[0]
    workspace.open_sheet(sheet)
    woken()
    press("w")
    assert stored(session.path, sheet)["a.bild"].state.value == "dont_know"


def test_ctrl_z_takes_back_an_answer_and_the_keyboard_stays(open_window: OpenWindow, session: Session) -> None:
    sheet = issue(session)[0]
    workspace = open_window().workspace
    assert workspace is not None
    workspace.open_sheet(sheet)
    press("4", "3")
    press(Qt.Key.Key_Z, modifier=CTRL)
    assert stored(session.path, sheet) == {"a.bild": answer(3)}
    view = keying(workspace)
    assert focused() is view.desk_view.strip
    assert view.desk.current is not None
    assert view.desk.current.id == "a.ziel"


def test_ctrl_z_leads_past_a_question_in_words(open_window: OpenWindow, session: Session) -> None:
    sheet = issue(session)[0]
    workspace = open_window().workspace
    assert workspace is not None
    workspace.open_sheet(sheet)
    press("1", "+", "6", ENTER, "Verein", ENTER, "2")
    for expected in ({"a.bild": answer(0), "a.partner": answer("Verein")}, {"a.bild": answer(0)}, {}):
        press(Qt.Key.Key_Z, modifier=CTRL)
        assert stored(session.path, sheet) == expected


def test_ctrl_z_takes_back_what_is_typed_before_it_takes_back_answers(
    open_window: OpenWindow, session: Session
) -> None:
    sheet = issue(session)[0]
    workspace = open_window().workspace
    assert workspace is not None
    workspace.open_sheet(sheet)
    press("1", "+", "6", ENTER, "Verein")
    press(Qt.Key.Key_Z, modifier=CTRL)
    assert keying(workspace).desk_view.line.text() == ""
    assert stored(session.path, sheet) == {"a.bild": answer(0)}


@pytest.mark.usefixtures("batch")
def test_the_settings_for_keying_are_in_a_menu(open_window: OpenWindow, modals: Modals) -> None:
    window = open_window()
    opened: list[object] = []
    modals.expect(opened.append)
    entry(window, "Einstellungen zum Erfassen …").trigger()
    assert isinstance(opened[0], KeyingSettingsDialog)
