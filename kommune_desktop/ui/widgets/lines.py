"""Lines for words, and whose an undo in them is."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from kommune_desktop.ui import style

_SHOWN_LINES = 3


class Lines(QPlainTextEdit):
    """Lines that leave an undo that they have no use for to what is around them."""

    def event(self, event: QEvent) -> bool:
        if is_undo(event) and not self.document().isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)


def text_edit(name: str) -> Lines:
    """A few lines for words; Tab leaves them. ``name``: what a screen reader calls them."""
    edit = Lines()
    edit.setTabChangesFocus(True)
    edit.setAccessibleName(name)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _SHOWN_LINES + 2 * style.GRID)
    edit.setMaximumWidth(style.TEXT_COLUMN)
    return edit


def set_quietly(edit: QPlainTextEdit, text: str) -> None:
    """Show a text without that counting as typed; the cursor stays where it is when nothing changes."""
    if edit.toPlainText() == text:
        return
    edit.blockSignals(True)
    edit.setPlainText(text)
    edit.blockSignals(False)


def is_undo(event: QEvent) -> bool:
    """Whether an event asks a field if it takes the undo key for itself."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.Undo)
    )
