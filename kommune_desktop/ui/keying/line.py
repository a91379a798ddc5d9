"""The line for what is typed in letters: words, comments, the number of a question."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from kommune_desktop.ui import style
from kommune_desktop.ui.keying.keys import key_beside_words


class TypedLine(QLineEdit):
    """Takes in letters.

    Signals:
        keyPassed: A key that can't belong to an answer in words, where such an answer is typed.

    Attributes:
        takes_answer: Whether it takes in an answer in words.
    """

    keyPassed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_answer = False
        self.setMinimumHeight(style.CONTROL_HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Where nothing typed could be taken back, the keys for that are the window's, for the answer before."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            is_undo, is_redo = event.matches(keys.Undo), event.matches(keys.Redo)
            if (is_undo and not self.isUndoAvailable()) or (is_redo and not self.isRedoAvailable()):
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = key_beside_words(event, self._kept(event)) if self.takes_answer else None
        if key is None:
            super().keyPressEvent(event)
        else:
            self.keyPassed.emit(key)

    def _kept(self, event: QKeyEvent) -> str:
        """What a sign would be added to; one that is typed over all there is would be the first."""
        is_typed_over = event.key() != Qt.Key.Key_Backspace and self.selectedText() == self.text()
        return "" if is_typed_over else self.text()
