"""Questions for words, and the lines for remarks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kommune_desktop.core.answer import State, Value
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.wizard.fields.base import AnswerField, is_undo, row_of

_LINES = 3


class TextField(AnswerField):
    """An answer in words."""

    def __init__(self, question: Question, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(question, words, parent)
        self.edit = text_edit(question.label.in_language(words.language))
        self.edit.textChanged.connect(self._on_text_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.edit)
        column.addLayout(row_of(self.state_buttons()))

    def show_answer(self, state: State | None, value: Value | None) -> None:
        """Show what is stored; nothing for ``None``."""
        super().show_answer(state, value)
        set_quietly(self.edit, value if isinstance(value, str) else "")

    def focus(self) -> None:
        """Take the keyboard."""
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_text_changed(self) -> None:
        text = self.edit.toPlainText()
        self.edited.emit(text if text.strip() else None)


class _Lines(QPlainTextEdit):
    """Lines that leave an undo that they have no use for to the sheet."""

    def event(self, event: QEvent) -> bool:
        if is_undo(event) and not self.document().isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)


def text_edit(name: str) -> QPlainTextEdit:
    """A few lines for words; Tab leaves them."""
    edit = _Lines()
    edit.setTabChangesFocus(True)
    edit.setAccessibleName(name)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _LINES + 2 * style.GRID)
    edit.setMaximumWidth(style.TEXT_COLUMN)
    return edit


def set_quietly(edit: QPlainTextEdit, text: str) -> None:
    """Show a text without that counting as typed; the cursor stays where it is when nothing changes."""
    if edit.toPlainText() == text:
        return
    edit.blockSignals(True)
    edit.setPlainText(text)
    edit.blockSignals(False)
