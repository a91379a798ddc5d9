"""The menus."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kommune_desktop import paths
from kommune_desktop.db import Store
from tests.unit.ui.conftest import OpenWindow
from tests.unit.ui.keyboard import CTRL, press
from tests.unit.ui.material import TOWN
from tests.unit.ui.menus import entries, entry, menu
from tests.unit.ui.modal import Modals
from tests.unit.ui.opening import PROGRAM, until_open


def test_without_a_file_only_opening_and_help_can_be_chosen(open_window: OpenWindow) -> None:
    window = open_window(None)
    for title in ("Bearbeiten", "Runde", "Seite"):
        assert not menu(window, title).isEnabled()
        assert not any(action.isEnabled() for action in menu(window, title).actions() if not action.isSeparator())
    assert not entry(window, "Schließen").isEnabled()
    for text in ("Neue Datei …", "Öffnen …", "Beenden", "Tastatur …"):
        assert entry(window, text).isEnabled()


def test_with_a_file_and_a_round_all_menus_can_be_chosen(open_window: OpenWindow) -> None:
    window = open_window()
    for title in ("Bearbeiten", "Runde", "Seite"):
        assert menu(window, title).isEnabled()
    for text in ("Schließen", "Neue Runde …", "Antworten übernehmen …", "Bögen drucken …", "Bögen", "Rücklauf"):
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
    undo, redo, *_ = menu(window, "Bearbeiten").actions()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    window.session.delete_sheet(sheet)
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    undo.trigger()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    assert [made.number for made in window.session.sheets()] == ["26-RA-0001-1"]


def test_undo_and_redo_keep_their_german_words(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.session is not None
    before = [action.text() for action in menu(window, "Bearbeiten").actions()]
    assert before[:2] == ["&Rückgängig", "&Wiederholen"]
    sheet = window.session.add_sheet("council")
    assert sheet is not None
    window.session.delete_sheet(sheet)
    assert [action.text() for action in menu(window, "Bearbeiten").actions()] == before


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_2, "sheets"),
        (Qt.Key.Key_3, "returns"),
        (Qt.Key.Key_4, "batches"),
        (Qt.Key.Key_5, "results"),
        (Qt.Key.Key_6, "workshop"),
        (Qt.Key.Key_7, "measures"),
        (Qt.Key.Key_8, "reports"),
        (Qt.Key.Key_1, "overview"),
    ],
)
def test_ctrl_and_a_digit_turn_to_a_page(open_window: OpenWindow, key: Qt.Key, page: str) -> None:
    window = open_window()
    assert window.workspace is not None
    window.workspace.sidebar.pages.setFocus()
    press(key, modifier=CTRL)
    assert window.workspace.pages.currentWidget() is getattr(window.workspace.pages, page)


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
