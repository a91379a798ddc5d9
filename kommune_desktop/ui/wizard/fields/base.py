"""What all fields have in common: the two states that every question allows, and how choices look."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from kommune_desktop.core.answer import State, Value
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style

STATE_KEYS = {"w": State.DONT_KNOW, "t": State.NOT_APPLICABLE}


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
        self._states: dict[State, QRadioButton] = {}

    def show_answer(self, state: State | None, value: Value | None) -> None:  # noqa: ARG002 - for the fields that have one
        """Show what is stored; nothing for ``None``."""
        for known, made in self._states.items():
            made.setChecked(known is state)

    def press_digit(self, digit: int) -> None:
        """Choose by the digit in front of a choice."""

    def focus(self) -> None:
        """Take the keyboard."""

    def state_buttons(self) -> list[QRadioButton]:
        """Buttons for the two states, for the field to place."""
        for key, state in STATE_KEYS.items():
            made = choice_button(f"{key.upper()}  {self.words(f'state.{state.value}')}")
            made.clicked.connect(self._on_state_clicked)
            self._states[state] = made
        return list(self._states.values())

    def _on_state_clicked(self) -> None:
        self.chosen.emit(next(state for state, made in self._states.items() if made is self.sender()))


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


def choice_button(text: str) -> QRadioButton:
    """A button for one choice. Its field, not Qt, sees to it that only one is chosen, so that none can be."""
    made = _RadioButton(text)
    # A group of its own, and not setAutoExclusive: that would make it a check box to screen readers.
    alone = QButtonGroup(made)
    alone.setExclusive(False)
    alone.addButton(made)
    made.setMinimumHeight(style.CONTROL_HEIGHT - 4)
    return made


def row_of(widgets: list[QWidget] | list[QRadioButton]) -> QHBoxLayout:
    """Widgets side by side, at the left."""
    row = QHBoxLayout()
    row.setSpacing(style.MARGIN)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
