"""A remark on a question: a button, and the lines that it opens."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kommune_desktop.ui import icons
from kommune_desktop.ui.widgets.lines import set_quietly, text_edit


class Remark(QPushButton):
    """Opens lines below the question, with the keyboard in them.

    The lines are made when they are first wanted: a page with all of them would take twice as long to turn to.

    Signals:
        edited: The person has changed the words.
    """

    edited = Signal()

    def __init__(self, text: str, icon: str, name: str, parent: QWidget | None = None) -> None:
        """``name``: what the lines are called by a screen reader."""
        super().__init__(icons.icon(icon), text, parent)
        self.setCheckable(True)
        self.setFlat(True)
        self.place = QVBoxLayout()
        self._name = name
        self._lines: QPlainTextEdit | None = None
        self.toggled.connect(self._on_toggled)
        self.clicked.connect(self._on_clicked)

    @property
    def lines(self) -> QPlainTextEdit:
        """Where the words are written."""
        if self._lines is None:
            self._lines = text_edit(self._name)
            self._lines.setVisible(self.isChecked())
            self._lines.textChanged.connect(self.edited)
            self.place.addWidget(self._lines)
            self.setTabOrder(self, self._lines)
        return self._lines

    def words(self) -> str:
        """What is written."""
        return self._lines.toPlainText() if self._lines is not None else ""

    def show_words(self, words: str) -> None:
        """Show what is stored, and open the lines for it."""
        if words or self._lines is not None:
            set_quietly(self.lines, words)
        if words:
            self.setChecked(True)

    def _on_toggled(self, checked: bool) -> None:
        self.lines.setVisible(checked)

    def _on_clicked(self, checked: bool) -> None:
        if checked:
            self.lines.setFocus()
