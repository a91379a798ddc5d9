"""Files that are made, opened and closed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop import paths
from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.dialogs.new_store import NewStoreDialog
from tests.unit.ui.conftest import ChooseFile, OpenWindow
from tests.unit.ui.keyboard import press
from tests.unit.ui.material import HOUSING, TOWN
from tests.unit.ui.menus import entry
from tests.unit.ui.modal import Modals
from tests.unit.ui.opening import at_start, until_done, until_open


def fill_in(dialog: NewStoreDialog, name: str, file: Path) -> None:
    """Name the municipality and its file."""
    dialog.name.setText(name)
    dialog.path.setText(str(file))
    next(made for made in dialog.findChildren(QPushButton) if made.text() == "Datei anlegen").click()


def test_an_opened_file_is_remembered_with_its_folder(open_window: OpenWindow, path: Path) -> None:
    settings = Settings()
    open_window(settings=settings)
    assert settings.recent == [str(path)]
    assert settings.folders["open"] == str(path.parent)


def test_a_file_can_be_chosen_and_opened(
    open_window: OpenWindow, choose_file: ChooseFile, path: Path, qtbot: QtBot
) -> None:
    window = open_window(None)
    choose_file(path)
    window.start_page.open_button.click()
    until_open(window, qtbot)
    assert window.session is not None
    assert window.session.path == path


def test_no_file_chosen_opens_none(open_window: OpenWindow, choose_file: ChooseFile) -> None:
    window = open_window(None)
    choose_file(None)
    window.start_page.open_button.click()
    assert not window.findChildren(BackgroundWork)


def test_a_recent_file_opens_from_the_start_page(open_window: OpenWindow, path: Path, qtbot: QtBot) -> None:
    window = open_window(None, Settings(recent=[str(path)]))
    names = {made.accessibleName(): made for made in window.start_page.findChildren(QPushButton)}
    names["Musterhausen öffnen"].click()
    until_open(window, qtbot)


def test_a_new_file_is_made_and_opened(open_window: OpenWindow, modals: Modals, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(None)
    modals.expect(partial(fill_in, name="Bad Größe", file=tmp_path / "neu.kommune"))
    window.start_page.new_button.click()
    until_open(window, qtbot)
    assert window.session is not None
    assert window.session.opened.municipality == "Bad Größe"
    assert window.session.path == tmp_path / "neu.kommune"


def test_a_new_file_does_not_take_the_place_of_another(
    open_window: OpenWindow, modals: Modals, path: Path, words: Texts, qtbot: QtBot
) -> None:
    window = open_window(None)
    modals.expect(partial(fill_in, name="Bad Größe", file=path))
    modals.expect()
    window.new_file()
    until_done(window, qtbot)
    assert modals.said[-1] == words("error.store.exists", path=path)
    assert at_start(window)
    with Store.open(path, readonly=True) as store:
        assert store.municipality == TOWN


def test_the_demo_is_made_once_and_opened(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(None)
    window.start_page.demo_button.click()
    until_open(window, qtbot)
    made = paths.demo_file().stat().st_ino
    window.close_file()
    window.start_page.demo_button.click()
    until_open(window, qtbot)
    assert paths.demo_file().stat().st_ino == made
    assert window.session is not None
    assert len(window.session.rounds) == 3


def test_closing_a_file_leads_back_to_the_start_page(open_window: OpenWindow, path: Path) -> None:
    window = open_window()
    entry(window, "Schließen").trigger()
    assert at_start(window)
    assert not entry(window, "Schließen").isEnabled()
    assert window.status.text() == ""
    assert not path.with_name(f"{path.name}-wal").exists()


def test_closing_a_file_closes_the_open_sheet(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.session is not None
    assert window.workspace is not None
    sheet = window.session.add_sheet("council")
    assert sheet is not None
    window.workspace.open_sheet(sheet)
    press("2")
    window.close_file()
    assert window.workspace.wizard is None
    assert at_start(window)


def test_another_file_takes_the_place_of_the_open_one(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "andere.kommune"
    Store.create(other, "Lindenau").close()
    window = open_window()
    window.open_path(other)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("andere.kommune"))
    assert window.workspace is not None
    assert window.workspace.sidebar.municipality.text() == "Lindenau"


def test_another_file_can_be_opened_while_a_sheet_is_open(
    open_window: OpenWindow, shipped_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    assert window.session is not None
    assert window.workspace is not None
    sheet = window.session.add_sheet("council")
    assert sheet is not None
    window.workspace.open_sheet(sheet)
    assert window.workspace.wizard is not None
    window.workspace.wizard.show_page(HOUSING)
    window.open_path(shipped_path)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Lindenau.kommune"))
    assert window.workspace.wizard is None
    assert window.session.sheets() == []
