"""One question on a page of the wizard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.ui import icons, style
from kommune_desktop.ui.widgets.labels import Note, QuestionText
from kommune_desktop.ui.wizard.earlier_note import EarlierNote
from kommune_desktop.ui.wizard.fields import field_for
from kommune_desktop.ui.wizard.fields.base import STATE_KEYS
from kommune_desktop.ui.wizard.remark import Remark
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
        self.earlier = self._earlier_note()
        self._build(number, text)
        self.show_answer(model.answers.get(question.id))

    def _build(self, number: int, text: str) -> None:
        number_label = QLabel(str(number))
        number_label.setFont(style.font(style.QUESTION, bold=True))
        number_label.setFixedWidth(_NUMBER_WIDTH)
        number_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        help_button = QPushButton(icons.icon("circle-question-mark"), self.tr("Hilfe"))
        help_button.setCheckable(True)
        help_button.setFlat(True)
        help_button.toggled.connect(self.help.setVisible)
        name = self.tr("Bemerkung zu Frage {number}").format(number=number)
        self._comment = Remark(self.tr("Bemerkung"), "message-square", name)
        name = self.tr("Nachweis zu Frage {number}").format(number=number)
        self._evidence = Remark(self.tr("Nachweis"), "paperclip", name)
        for remark in (self._comment, self._evidence):
            remark.edited.connect(self._on_remark_edited)
        extras = QHBoxLayout()
        extras.setSpacing(style.GRID)
        for extra in (help_button, self._comment, self._evidence):
            extras.addWidget(extra)
        extras.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(style.GRID // 2)
        column.addWidget(QuestionText(text))
        column.addWidget(self.help)
        column.addWidget(self.field)
        if self.earlier is not None:
            column.addWidget(self.earlier)
        column.addLayout(extras)
        column.addLayout(self._comment.place)
        column.addLayout(self._evidence.place)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.GRID + _BAR_WIDTH, style.GRID, style.GRID, style.GRID)
        row.addWidget(number_label, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        # Only now: a widget that is shown before it has a place becomes a window of its own.
        help_button.setVisible(bool(self.help.text()))
        self._evidence.setVisible(self.question.evidence)

    def _earlier_note(self) -> EarlierNote | None:
        earlier = self.model.earlier
        answer = earlier.answers.get(self.question.id) if earlier else None
        if earlier is None or answer is None:
            return None
        note = EarlierNote(earlier.title, self.question, answer, self.model.session.words)
        note.hide()
        return note

    def show_earlier(self, wanted: bool) -> None:
        """Show what the office said in the round before, where it said something, or no more."""
        if self.earlier is not None:
            self.earlier.setVisible(wanted)

    def show_answer(self, answer: Answer | None) -> None:
        """Show what is stored."""
        self.field.show_answer(answer.state if answer else None, answer.value if answer else None)
        self._comment.show_words(answer.comment if answer else "")
        self._evidence.show_words(answer.evidence if answer else "")

    @property
    def comment(self) -> QPlainTextEdit:
        """The lines for a comment."""
        return self._comment.lines

    @property
    def evidence(self) -> QPlainTextEdit:
        """The lines for evidence."""
        return self._evidence.lines

    @property
    def last_widget(self) -> QWidget:
        """The widget where the keyboard leaves the question."""
        return self._evidence

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
        comment, evidence = self._comment.words().strip(), self._evidence.words().strip()
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

    def _on_remark_edited(self) -> None:
        stored = self.model.answers.get(self.question.id)
        comment, evidence = self._comment.words(), self._evidence.words()
        if stored is None or stored.state is State.BLANK:
            self.model.record(
                self.question,
                Answer(State.BLANK, None, comment, evidence) if comment.strip() or evidence.strip() else None,
                typing=True,
            )
        else:
            self.model.record(self.question, replace(stored, comment=comment, evidence=evidence), typing=True)
