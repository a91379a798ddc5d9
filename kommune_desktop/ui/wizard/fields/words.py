"""Questions for words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kommune_desktop.core.answer import State, Value
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.texts import Texts
from kommune_desktop.ui.widgets.lines import set_quietly, text_edit
from kommune_desktop.ui.wizard.fields.base import AnswerField, row_of


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
