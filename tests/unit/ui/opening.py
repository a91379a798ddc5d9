"""Whether a window has opened a file, or nothing."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.main_window import MainWindow

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
