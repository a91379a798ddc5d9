"""One question on a page of the wizard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.ui import icons, style
from kommune_desktop.ui.widgets.labels import Note, QuestionText
from kommune_desktop.ui.wizard.fields import field_for
from kommune_desktop.ui.wizard.fields.base import STATE_KEYS
from kommune_desktop.ui.wizard.fields.words import set_quietly, text_edit
from kommune_desktop.ui.wizard.sheet_model import SheetModel

_BAR_WIDTH = 4
_NUMBER_WIDTH = 44
_PLAIN_KEYS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class QuestionView(QFrame):
    """The question's text, its field, its help, remark and evidence.

    Signals:
        answered: An answer was picked; the next question may take the keyboard.
    """

    answered = Signal()

    def __init__(self, model: SheetModel, question: Question, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.question = question
        self._active = False
        words = model.session.words
        text = question.text.in_language(words.language)
        self.setAccessibleName(f"{number} {text}")
        self.field = field_for(question, words)
        self.field.setAccessibleName(text)
        self.field.chosen.connect(self._on_field_chosen)
        self.field.edited.connect(self._on_field_edited)
        self.help = Note(question.help.in_language(words.language) if question.help else "")
        self.help.hide()
        self.comment = text_edit(self.tr("Bemerkung zu Frage {number}").format(number=number))
        self.evidence = text_edit(self.tr("Nachweis zu Frage {number}").format(number=number))
        self.comment.textChanged.connect(self._on_remark_changed)
        self.evidence.textChanged.connect(self._on_remark_changed)
        self._build(number, text)
        self.show_answer(model.answers.get(question.id))

    def _build(self, number: int, text: str) -> None:
        number_label = QLabel(str(number))
        number_label.setFont(style.font(style.QUESTION, bold=True))
        number_label.setFixedWidth(_NUMBER_WIDTH)
        number_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._help_button = self._toggle(self.tr("Hilfe"), "circle-question-mark", self.help)
        self._help_button.setVisible(bool(self.help.text()))
        self._comment_button = self._toggle(self.tr("Bemerkung"), "message-square", self.comment)
        self._evidence_button = self._toggle(self.tr("Nachweis"), "paperclip", self.evidence)
        self._evidence_button.setVisible(self.question.evidence)
        extras = QHBoxLayout()
        extras.setSpacing(style.GRID)
        for extra in (self._help_button, self._comment_button, self._evidence_button):
            extras.addWidget(extra)
        extras.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(style.GRID // 2)
        column.addWidget(QuestionText(text))
        column.addWidget(self.help)
        column.addWidget(self.field)
        column.addLayout(extras)
        column.addWidget(self.comment)
        column.addWidget(self.evidence)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.GRID + _BAR_WIDTH, style.GRID, style.GRID, style.GRID)
        row.addWidget(number_label, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _toggle(self, text: str, icon: str, part: QWidget) -> QPushButton:
        """A button that opens a part of the question below it, with the keyboard in it."""
        made = QPushButton(icons.icon(icon), text)
        made.setCheckable(True)
        made.setFlat(True)
        made.setAutoDefault(False)
        made.toggled.connect(part.setVisible)
        made.clicked.connect(part.setFocus)
        part.hide()
        return made

    def show_answer(self, answer: Answer | None) -> None:
        """Show what is stored."""
        self.field.show_answer(answer.state if answer else None, answer.value if answer else None)
        comment, evidence = (answer.comment, answer.evidence) if answer else ("", "")
        set_quietly(self.comment, comment)
        set_quietly(self.evidence, evidence)
        if comment:
            self._comment_button.setChecked(True)
        if evidence:
            self._evidence_button.setChecked(True)

    def set_active(self, active: bool) -> None:
        """Mark the question that the keyboard is in."""
        if active != self._active:
            self._active = active
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._active:
            painter = QPainter(self)
            painter.fillRect(0, 0, _BAR_WIDTH, self.height(), style.color(style.Role.PRIMARY))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, ``w`` and ``t`` are the two states, ``Del`` takes the answer back."""
        text = event.text().casefold()
        if event.modifiers() & ~_PLAIN_KEYS:
            super().keyPressEvent(event)
        elif text.isdecimal() and text != "0":
            self.field.press_digit(int(text))
        elif text in STATE_KEYS:
            self._on_field_chosen(STATE_KEYS[text])
        elif event.key() == Qt.Key.Key_Delete:
            self._record(None)
        else:
            super().keyPressEvent(event)

    def _on_field_chosen(self, value: Value | State) -> None:
        self._record(value)
        self.answered.emit()

    def _on_field_edited(self, value: Value | None) -> None:
        self._record(value, typing=not isinstance(value, frozenset))

    def _record(self, value: Value | State | None, *, typing: bool = False) -> None:
        """Save a value or state with the remarks; without either, a remark alone keeps the answer as left blank."""
        comment, evidence = self.comment.toPlainText().strip(), self.evidence.toPlainText().strip()
        answer: Answer | None = None
        if isinstance(value, State):
            answer = Answer(value, None, comment, evidence)
        elif value is not None:
            answer = Answer(State.GIVEN, value, comment, evidence)
        elif comment or evidence:
            answer = Answer(State.BLANK, None, comment, evidence)
        self.model.record(self.question, answer, typing=typing)
        # A click has changed the field before the answer was saved, and may have been refused.
        self.show_answer(self.model.answers.get(self.question.id))

    def _on_remark_changed(self) -> None:
        stored = self.model.answers.get(self.question.id)
        comment, evidence = self.comment.toPlainText(), self.evidence.toPlainText()
        if stored is None or stored.state is State.BLANK:
            self.model.record(
                self.question,
                Answer(State.BLANK, None, comment, evidence) if comment.strip() or evidence.strip() else None,
                typing=True,
            )
        else:
            self.model.record(self.question, replace(stored, comment=comment, evidence=evidence), typing=True)
