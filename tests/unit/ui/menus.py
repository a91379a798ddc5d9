"""Finding menus and their entries by the words that a person reads."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu


def menu(window: QMainWindow, title: str) -> QMenu:
    """A menu, or a menu in a menu."""
    return next(found for found in window.menuBar().findChildren(QMenu) if _plain(found.title()) == title)


def entry(window: QMainWindow, text: str) -> QAction:
    """An entry of any menu."""
    return next(action for action in _actions(window) if _plain(action.text()) == text)


def entries(found: QMenu) -> list[str]:
    """The entries of a menu, separators left out."""
    return [_plain(action.text()) for action in found.actions() if not action.isSeparator()]


def _actions(window: QMainWindow) -> Iterator[QAction]:
    for found in window.menuBar().findChildren(QMenu):
        yield from found.actions()


def _plain(text: str) -> str:
    return text.replace("&", "")
