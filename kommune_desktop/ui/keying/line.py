"""The line for what is typed in letters: words, comments, the number of a question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
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
