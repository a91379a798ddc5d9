"""The main window: title, menus, files, status and size."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop import paths
from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts, texts
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.dialogs.new_store import NewStoreDialog
from kommune_desktop.ui.main_window import MainWindow
from tests.unit.ui.conftest import ChooseFile, OpenWindow, ShowWidget
from tests.unit.ui.keyboard import CTRL, focusable, press, spoken_name
from tests.unit.ui.material import HOUSING, ROUND, TOWN
from tests.unit.ui.menus import entries, entry, menu
from tests.unit.ui.modal import Modals

PROGRAM = "Weltoffene Kommune"
LATER_MS = 30_000


def at_start(window: MainWindow) -> bool:
    """Whether the window shows the start page with nothing open."""
    return (
        window.stack.currentWidget() is window.start_page
        and (window.session is None or window.session.store is None)
        and window.windowTitle() == PROGRAM
    )


def until_open(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until a file is open and shown."""
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.workspace, timeout=LATER_MS)


def until_done(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is being opened any more."""
    qtbot.waitUntil(lambda: not window.findChildren(BackgroundWork), timeout=LATER_MS)


def fill_in(dialog: NewStoreDialog, name: str, file: Path) -> None:
    """Name the municipality and its file."""
    dialog.name.setText(name)
    dialog.path.setText(str(file))
    next(made for made in dialog.findChildren(QPushButton) if made.text() == "Datei anlegen").click()


# Start and title -------------------------------------------------------------------------------------------------


def test_the_window_begins_at_the_start_page(open_window: OpenWindow) -> None:
    assert at_start(open_window(None))


def test_the_title_names_file_and_round(open_window: OpenWindow) -> None:
    assert open_window().windowTitle() == f"Musterhausen.kommune – {ROUND} – {PROGRAM}"


def test_the_title_of_a_file_without_rounds_names_the_file(open_window: OpenWindow, tmp_path: Path) -> None:
    empty = tmp_path / "leer.kommune"
    Store.create(empty, TOWN).close()
    assert open_window(empty).windowTitle() == f"leer.kommune – {PROGRAM}"


def test_a_saved_answer_says_so_with_the_time(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.session is not None
    assert window.status.text() == ""
    window.session.add_sheet("council")
    head, _, time = window.status.text().partition(" ")
    assert head == "Gespeichert"
    assert [part.isdecimal() for part in time.split(":")] == [True, True]


# Menus -----------------------------------------------------------------------------------------------------------


def test_without_a_file_only_opening_and_help_can_be_chosen(open_window: OpenWindow) -> None:
    window = open_window(None)
    for title in ("Bearbeiten", "Runde", "Seite"):
        assert not menu(window, title).isEnabled()
        assert not any(action.isEnabled() for action in menu(window, title).actions())
    assert not entry(window, "Schließen").isEnabled()
    for text in ("Neue Datei …", "Öffnen …", "Beenden", "Tastatur …"):
        assert entry(window, text).isEnabled()


def test_with_a_file_and_a_round_all_menus_can_be_chosen(open_window: OpenWindow) -> None:
    window = open_window()
    for title in ("Bearbeiten", "Runde", "Seite"):
        assert menu(window, title).isEnabled()
    for text in ("Schließen", "Neue Runde …", "Antworten übernehmen …", "Bögen"):
        assert entry(window, text).isEnabled()


def test_a_file_without_a_round_takes_in_no_answers(open_window: OpenWindow, tmp_path: Path) -> None:
    empty = tmp_path / "leer.kommune"
    Store.create(empty, TOWN).close()
    window = open_window(empty)
    assert entry(window, "Neue Runde …").isEnabled()
    assert not entry(window, "Antworten übernehmen …").isEnabled()


def test_undo_and_redo_can_be_chosen_when_there_is_something_to_take_back(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.session is not None
    sheet = window.session.add_sheet("council")
    assert sheet is not None
    undo, redo = menu(window, "Bearbeiten").actions()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    window.session.delete_sheet(sheet)
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    undo.trigger()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    assert [made.number for made in window.session.sheets()] == ["1"]


def test_undo_and_redo_keep_their_german_words(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.session is not None
    before = [action.text() for action in menu(window, "Bearbeiten").actions()]
    assert before == ["&Rückgängig", "&Wiederholen"]
    sheet = window.session.add_sheet("council")
    assert sheet is not None
    window.session.delete_sheet(sheet)
    assert [action.text() for action in menu(window, "Bearbeiten").actions()] == before


@pytest.mark.parametrize(
    ("key", "page"), [(Qt.Key.Key_2, "sheets"), (Qt.Key.Key_4, "reports"), (Qt.Key.Key_1, "overview")]
)
def test_ctrl_and_a_digit_turn_to_a_page(open_window: OpenWindow, key: Qt.Key, page: str) -> None:
    window = open_window()
    assert window.workspace is not None
    window.workspace.sidebar.pages.setFocus()
    press(key, modifier=CTRL)
    assert window.workspace.pages.currentWidget() is getattr(window.workspace, page)


def test_no_two_entries_have_the_same_keys(open_window: OpenWindow) -> None:
    window = open_window()
    keys = [
        action.shortcut().toString()
        for title in ("Datei", "Bearbeiten", "Runde", "Seite", "Hilfe")
        for action in menu(window, title).actions()
        if not action.shortcut().isEmpty()
    ]
    assert len(keys) == len(set(keys)) >= 10


def test_each_entry_of_a_menu_has_a_letter_of_its_own(open_window: OpenWindow) -> None:
    window = open_window()
    for found in (window.menuBar(), *window.menuBar().findChildren(QMenu)):
        texts_of_menu = [action.text() for action in found.actions()]
        letters = [text[text.index("&") + 1].casefold() for text in texts_of_menu if "&" in text]
        assert len(letters) == len(set(letters))


def test_the_keyboard_is_explained(open_window: OpenWindow, modals: Modals) -> None:
    modals.expect()
    entry(open_window(None), "Tastatur …").trigger()
    assert "W: weiß nicht" in modals.said[0]


def test_the_program_says_what_it_is(open_window: OpenWindow, modals: Modals) -> None:
    modals.expect()
    entry(open_window(None), "Über das Programm").trigger()
    assert PROGRAM in modals.said[0]


def test_the_folder_with_the_log_is_opened(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(opened.append))
    entry(open_window(None), "Ordner mit dem Protokoll öffnen").trigger()
    assert [url.toLocalFile() for url in opened] == [str(paths.log_file().parent)]


def test_recent_files_are_in_the_menu(open_window: OpenWindow, path: Path, qtbot: QtBot) -> None:
    window = open_window(None)
    file = menu(window, "Datei")
    file.aboutToShow.emit()
    assert not menu(window, "Zuletzt geöffnet").isEnabled()
    window.open_path(path)
    until_open(window, qtbot)
    window.close_file()
    file.aboutToShow.emit()
    assert menu(window, "Zuletzt geöffnet").isEnabled()
    assert entries(menu(window, "Zuletzt geöffnet")) == [str(path)]
    menu(window, "Zuletzt geöffnet").actions()[0].trigger()
    until_open(window, qtbot)


# Files -----------------------------------------------------------------------------------------------------------


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


# Files that do not open ------------------------------------------------------------------------------------------


def refused(window: MainWindow, path: Path, modals: Modals, qtbot: QtBot) -> str:
    """Open a file that does not open, and say what the person was told."""
    modals.expect()
    window.open_path(path)
    until_done(window, qtbot)
    qtbot.waitUntil(lambda: bool(modals.said))
    return modals.said[-1]


def test_a_missing_file_is_told_and_forgotten(
    open_window: OpenWindow, modals: Modals, words: Texts, tmp_path: Path, qtbot: QtBot
) -> None:
    missing, kept = tmp_path / "weg.kommune", tmp_path / "da.kommune"
    window = open_window(None, Settings(recent=[str(missing), str(kept)]))
    assert refused(window, missing, modals, qtbot) == words("error.store.missing", path=missing)
    assert at_start(window)
    assert window.settings.recent == [str(kept)]
    names = [made.accessibleName() for made in window.start_page.findChildren(QPushButton)]
    qtbot.waitUntil(lambda: "weg öffnen" not in [made.accessibleName() for made in _buttons(window)])
    assert "da öffnen" in names


def test_a_foreign_file_is_told_and_stays_in_the_list(
    open_window: OpenWindow, modals: Modals, words: Texts, tmp_path: Path, qtbot: QtBot
) -> None:
    foreign = tmp_path / "brief.kommune"
    foreign.write_text("Sehr geehrte Damen und Herren", encoding="utf-8")
    window = open_window(None, Settings(recent=[str(foreign)]))
    assert refused(window, foreign, modals, qtbot) == words("error.store.not_ours", path=foreign)
    assert at_start(window)
    assert window.settings.recent == [str(foreign)]


def test_a_database_of_another_program_is_told(
    open_window: OpenWindow, modals: Modals, words: Texts, tmp_path: Path, qtbot: QtBot
) -> None:
    foreign = tmp_path / "andere.kommune"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE a (b)")
    assert refused(open_window(None), foreign, modals, qtbot) == words("error.store.not_ours", path=foreign)


def test_a_file_from_a_newer_program_is_told(
    open_window: OpenWindow, modals: Modals, words: Texts, path: Path, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    window = open_window(None)
    assert refused(window, path, modals, qtbot) == words("error.store.newer", path=path)
    assert at_start(window)


def test_a_file_that_does_not_open_leaves_the_open_one_as_it_is(
    open_window: OpenWindow, modals: Modals, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    refused(window, tmp_path / "weg.kommune", modals, qtbot)
    assert window.session is not None
    assert window.session.path == path
    assert window.stack.currentWidget() is window.workspace


def test_an_opening_that_is_cancelled_opens_nothing(open_window: OpenWindow, path: Path, qtbot: QtBot) -> None:
    window = open_window(None)
    window.open_path(path)
    window.findChildren(QProgressDialog)[-1].findChildren(QPushButton)[0].click()
    until_done(window, qtbot)
    assert at_start(window)
    assert window.settings.recent == []
    window.open_path(path)
    until_open(window, qtbot)


def test_a_refused_file_can_be_followed_by_another(
    open_window: OpenWindow, modals: Modals, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(None)
    refused(window, tmp_path / "weg.kommune", modals, qtbot)
    window.open_path(path)
    until_open(window, qtbot)


def test_a_window_that_is_closed_meanwhile_tells_nothing_more(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(None)
    window.open_path(tmp_path / "weg.kommune")
    window.close()
    until_done(window, qtbot)
    assert not window.isVisible()


def test_a_double_click_opens_a_file_once(open_window: OpenWindow, path: Path, qtbot: QtBot) -> None:
    window = open_window(None, Settings(recent=[str(path)]))
    opener = next(made for made in _buttons(window) if made.accessibleName() == "Musterhausen öffnen")
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton)
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert len(window.findChildren(BackgroundWork)) == 1
    until_done(window, qtbot)


def test_a_double_click_makes_the_demo_once(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(None)
    QTest.mouseClick(window.start_page.demo_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.start_page.demo_button, Qt.MouseButton.LeftButton)
    until_done(window, qtbot)
    assert window.session is not None
    assert window.session.store is not None
    assert len(window.session.rounds) == 3


# Size, language and names ----------------------------------------------------------------------------------------


def test_the_size_and_place_of_the_window_are_remembered(open_window: OpenWindow) -> None:
    settings = Settings()
    window = open_window(None, settings)
    window.resize(700, 500)
    window.move(40, 60)
    window.close()
    again = open_window(None, settings)
    assert (again.width(), again.height()) == (700, 500)
    assert again.pos() == QPoint(40, 60)


@pytest.mark.parametrize("geometry", ["?", "AAAA", "ü", "A"])
def test_a_damaged_geometry_is_forgotten(show: ShowWidget, geometry: str) -> None:
    window = MainWindow(Settings(geometry=geometry), texts("de"))
    show(window)
    assert window.width() >= window.minimumWidth()


def test_the_window_fits_on_the_smallest_screen(open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(640, 360)
    assert (window.width(), window.height()) == (640, 360)


def test_the_language_is_asked_for_only_when_it_is_another(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(None)
    assert entry(window, "Deutsch").isChecked()
    with qtbot.assertNotEmitted(window.languageWanted):
        entry(window, "Deutsch").trigger()
    with qtbot.waitSignal(window.languageWanted) as wanted:
        entry(window, "Englisch").trigger()
    assert wanted.args == ["en"]


def test_all_that_can_have_the_keyboard_has_a_name(open_window: OpenWindow) -> None:
    assert not [widget for widget in focusable(open_window()) if not spoken_name(widget)]


def test_closing_the_window_while_a_file_is_being_opened_ends_well(
    open_window: OpenWindow, shipped_path: Path, qtbot: QtBot
) -> None:
    window = open_window(None)
    window.open_path(shipped_path)
    window.close()
    until_done(window, qtbot)
    assert window.session is not None
    assert window.session.store is None


def _buttons(window: MainWindow) -> list[QPushButton]:
    return window.start_page.findChildren(QPushButton)


def test_a_message_box_belongs_to_the_window(
    open_window: OpenWindow, modals: Modals, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(None)
    parents: list[object] = []

    def look(box: QMessageBox) -> None:
        parents.append(box.parent())

    modals.expect(look)
    window.open_path(tmp_path / "weg.kommune")
    qtbot.waitUntil(lambda: parents == [window])
    until_done(window, qtbot)
