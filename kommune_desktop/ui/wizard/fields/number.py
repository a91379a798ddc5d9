"""Questions for a number."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from kommune_desktop.core.answer import State, Value, parse
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import Complaint
from kommune_desktop.ui.widgets.lines import is_undo
from kommune_desktop.ui.wizard.fields.base import STATE_KEYS, AnswerField, row_of

_WIDTH = 140


class _NumberEdit(QLineEdit):
    """A line for a number; the letters of the two states pass through to the question."""

    def event(self, event: QEvent) -> bool:
        """An undo that the line has no use for is for the sheet."""
        if is_undo(event) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().casefold() in STATE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberField(AnswerField):
    """A number with its unit."""

    def __init__(self, question: Question, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(question, words, parent)
        self._typing = False
        self._stored: Value | None = None
        self.edit = _NumberEdit()
        self.edit.setFixedWidth(_WIDTH)
        self.edit.setMinimumHeight(style.CONTROL_HEIGHT)
        self.edit.textEdited.connect(self._on_text_edited)
        self.complaint = Complaint()
        number = question.number
        unit = QLabel(number.unit.in_language(words.language) if number and number.unit else "")
        self.edit.setAccessibleName(f"{question.label.in_language(words.language)} {unit.text()}".strip())
        line = row_of([self.edit, unit])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.complaint)
        column.addLayout(row_of(self.state_buttons()))

    def show_answer(self, state: State | None, value: Value | None) -> None:
        """Show what is stored; nothing for ``None``. What is being typed stays as it is."""
        super().show_answer(state, value)
        self._stored = value
        if self._typing:
            return
        self.complaint.say("")
        self.edit.setText(_decimal_text(value, self.words) if isinstance(value, Decimal) else "")

    def focus(self) -> None:
        """Take the keyboard."""
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.edit.selectAll()

    def _on_text_edited(self, text: str) -> None:
        complaint, value = "", None
        if text.strip():
            try:
                value = parse(self.question, text)
            except UserError as error:
                complaint = self.words.error(error)
        self.complaint.say(complaint)
        self._typing = True
        self.edited.emit(value)
        self._typing = False
        if value is not None and self._stored != value:
            # It could not be saved, and must not look as if it were.
            self.edit.setText(_decimal_text(self._stored, self.words) if isinstance(self._stored, Decimal) else "")


def _decimal_text(value: Decimal, words: Texts) -> str:
    text = f"{value:f}"
    return text.replace(".", ",") if words.language == "de" else text
