"""Where an answer is given: a field for each kind of question.

A field shows a value and tells when the person gives another; it decides nothing.
"""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kommune_desktop.core.answer import State, Value, parse
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import Complaint

_ROWS = 3
_TEXT_LINES = 3
_NUMBER_WIDTH = 140
_STATE_KEYS = ((State.DONT_KNOW, "W"), (State.NOT_APPLICABLE, "T"))
_STATE_IDS = {State.DONT_KNOW: 1001, State.NOT_APPLICABLE: 1002}


class AnswerField(QWidget):
    """A field of a question.

    Signals:
        chosen: A value or a :class:`State` was picked; the next question may come.
        edited: A value is being put together, or is gone with ``None``; the person stays here.
    """

    chosen = Signal(object)
    edited = Signal(object)

    def __init__(self, question: Question, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.words = words
        self._states = QButtonGroup(self)
        self._states.setExclusive(False)

    def show_answer(self, state: State | None, value: Value | None) -> None:
        """Show what is stored; nothing for ``None``."""
        raise NotImplementedError

    def press_digit(self, digit: int) -> None:
        """Choose by the digit in front of a choice."""

    def focus(self) -> None:
        """Take the keyboard."""

    def _state_buttons(self) -> list[QRadioButton]:
        buttons = []
        for state, key in _STATE_KEYS:
            made = _choice_button(f"{key}  {self.words(f'state.{state.value}')}")
            self._states.addButton(made, _STATE_IDS[state])
            made.clicked.connect(self._on_state_clicked)
            buttons.append(made)
        return buttons

    def _on_state_clicked(self) -> None:
        sender = self.sender()
        buttons = {state: self._states.button(button_id) for state, button_id in _STATE_IDS.items()}
        self.chosen.emit(next(state for state, made in buttons.items() if made is sender))

    def _show_state(self, state: State | None) -> None:
        for shown, button_id in _STATE_IDS.items():
            self._states.button(button_id).setChecked(shown is state)


class _RadioButton(QRadioButton):
    """Arrow keys move among the choices without choosing; that is for the space bar and the digits."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.focusNextPrevChild(False)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.focusNextPrevChild(True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _choice_button(text: str) -> QRadioButton:
    made = _RadioButton(text)
    made.setAutoExclusive(False)
    made.setMinimumHeight(style.CONTROL_HEIGHT - 4)
    return made


class ChoiceField(AnswerField):
    """One of several choices."""

    def __init__(self, question: Question, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(question, words, parent)
        self._buttons: dict[int, QRadioButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.MARGIN)
        grid.setVerticalSpacing(0)
        for digit, choice in enumerate(question.choices, start=1):
            made = _choice_button(f"{digit}  {choice.text.in_language(words.language)}")
            made.clicked.connect(self._on_choice_clicked)
            self._buttons[choice.value] = made
        for place, made in enumerate(self._buttons.values()):
            grid.addWidget(made, place % _ROWS, place // _ROWS)
        last = (len(self._buttons) - 1) // _ROWS + 1
        for row, made in enumerate(self._state_buttons()):
            grid.addWidget(made, row, last)
        grid.setColumnStretch(last + 1, 1)

    def show_answer(self, state: State | None, value: Value | None) -> None:
        """Show what is stored; nothing for ``None``."""
        for choice, made in self._buttons.items():
            made.setChecked(choice == value)
        self._show_state(state)

    def press_digit(self, digit: int) -> None:
        """Choose by the digit in front of a choice."""
        if digit <= len(self._buttons):
            list(self._buttons.values())[digit - 1].click()

    def focus(self) -> None:
        """Take the keyboard, at the choice that is made or else the first."""
        checked = [made for made in self._buttons.values() if made.isChecked()]
        (checked or list(self._buttons.values()))[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_choice_clicked(self) -> None:
        self.chosen.emit(next(value for value, made in self._buttons.items() if made is self.sender()))


class MultiField(AnswerField):
    """Any number of choices."""

    def __init__(self, question: Question, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(question, words, parent)
        self._boxes: dict[int, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for digit, choice in enumerate(question.choices, start=1):
            box = QCheckBox(f"{digit}  {choice.text.in_language(words.language)}")
            box.setMinimumHeight(style.CONTROL_HEIGHT - 4)
            box.clicked.connect(self._on_box_clicked)
            self._boxes[choice.value] = box
            column.addWidget(box)
        column.addLayout(_row(self._state_buttons()))

    def show_answer(self, state: State | None, value: Value | None) -> None:
        """Show what is stored; nothing for ``None``."""
        chosen = value if isinstance(value, frozenset) else frozenset()
        for choice, box in self._boxes.items():
            box.setChecked(choice in chosen)
        self._show_state(state)

    def press_digit(self, digit: int) -> None:
        """Tick or clear by the digit in front of a choice."""
        if digit <= len(self._boxes):
            list(self._boxes.values())[digit - 1].click()

    def focus(self) -> None:
        """Take the keyboard."""
        next(iter(self._boxes.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_box_clicked(self) -> None:
        chosen = frozenset(choice for choice, box in self._boxes.items() if box.isChecked())
        self.edited.emit(chosen or None)


class _NumberEdit(QLineEdit):
    """A line for a number; the letters of the two states pass through to the question."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().casefold() in {key.casefold() for _, key in _STATE_KEYS}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberField(AnswerField):
    """A number with its unit."""

    def __init__(self, question: Question, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(question, words, parent)
        self.edit = _NumberEdit()
        self.edit.setFixedWidth(_NUMBER_WIDTH)
        self.edit.setMinimumHeight(style.CONTROL_HEIGHT)
        self.edit.textEdited.connect(self._on_text_edited)
        self.complaint = Complaint()
        number = question.number
        unit = QLabel(number.unit.in_language(words.language) if number and number.unit else "")
        self.edit.setAccessibleName(f"{question.label.in_language(words.language)} {unit.text()}".strip())
        line = _row([self.edit, unit])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.complaint)
        column.addLayout(_row(self._state_buttons()))

    def show_answer(self, state: State | None, value: Value | None) -> None:
        """Show what is stored; nothing for ``None``. What is being typed stays as it is."""
        self._show_state(state)
        if self.edit.hasFocus() and state in (State.GIVEN, None):
            return
        self.complaint.say("")
        self.edit.setText(_decimal_text(value, self.words) if isinstance(value, Decimal) else "")

    def focus(self) -> None:
        """Take the keyboard."""
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.edit.selectAll()

    def _on_text_edited(self, text: str) -> None:
        self.complaint.say("")
        if not text.strip():
            self.edited.emit(None)
            return
        try:
            value = parse(self.question, text)
        except UserError as error:
            self.complaint.say(self.words.error(error))
            self.edited.emit(None)
        else:
            self.edited.emit(value)


class TextField(AnswerField):
    """An answer in words."""

    def __init__(self, question: Question, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(question, words, parent)
        self.edit = text_edit(question.label.in_language(words.language))
        self.edit.textChanged.connect(self._on_text_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.edit)
        column.addLayout(_row(self._state_buttons()))

    def show_answer(self, state: State | None, value: Value | None) -> None:
        """Show what is stored; nothing for ``None``."""
        self._show_state(state)
        set_quietly(self.edit, value if isinstance(value, str) else "")

    def focus(self) -> None:
        """Take the keyboard."""
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_text_changed(self) -> None:
        text = self.edit.toPlainText()
        self.edited.emit(text if text.strip() else None)


_FIELDS: dict[Kind, type[AnswerField]] = {
    Kind.SCALE: ChoiceField,
    Kind.SINGLE: ChoiceField,
    Kind.MULTI: MultiField,
    Kind.NUMBER: NumberField,
    Kind.TEXT: TextField,
}


def field_for(question: Question, words: Texts) -> AnswerField:
    """The field for a question's kind."""
    return _FIELDS[question.kind](question, words)


def text_edit(name: str) -> QPlainTextEdit:
    """A few lines for words; Tab leaves them."""
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.setAccessibleName(name)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _TEXT_LINES + 2 * style.GRID)
    edit.setMaximumWidth(style.TEXT_COLUMN)
    return edit


def set_quietly(edit: QPlainTextEdit, text: str) -> None:
    """Show a text without that counting as typed; the cursor stays where it is when nothing changes."""
    if edit.toPlainText() == text:
        return
    edit.blockSignals(True)
    edit.setPlainText(text)
    edit.blockSignals(False)


def _decimal_text(value: Decimal, words: Texts) -> str:
    text = f"{value:f}"
    return text.replace(".", ",") if words.language == "de" else text


def _row(widgets: list[QWidget] | list[QRadioButton]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(style.MARGIN)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
