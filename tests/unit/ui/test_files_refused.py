"""Files that do not open, are opened twice, or are not waited for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.main_window import MainWindow
from tests.unit.ui.conftest import OpenWindow
from tests.unit.ui.modal import Modals
from tests.unit.ui.opening import at_start, until_done, until_open


def _buttons(window: MainWindow) -> list[QPushButton]:
    return window.start_page.findChildren(QPushButton)


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


def test_closing_the_window_while_a_file_is_being_opened_ends_well(
    open_window: OpenWindow, shipped_path: Path, qtbot: QtBot
) -> None:
    window = open_window(None)
    window.open_path(shipped_path)
    window.close()
    until_done(window, qtbot)
    assert window.session is not None
    assert window.session.store is None


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
