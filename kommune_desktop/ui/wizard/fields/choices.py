"""Questions with choices to pick from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from kommune_desktop.core.answer import State, Value
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import as_it_is
from kommune_desktop.ui.wizard.fields.base import AnswerField, choice_button, row_of

_ROWS = 3


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
            made = choice_button(as_it_is(f"{digit}  {choice.text.in_language(words.language)}"))
            made.clicked.connect(self._on_choice_clicked)
            self._buttons[choice.value] = made
        for place, made in enumerate(self._buttons.values()):
            grid.addWidget(made, place % _ROWS, place // _ROWS)
        last = (len(self._buttons) - 1) // _ROWS + 1
        for row, made in enumerate(self.state_buttons()):
            grid.addWidget(made, row, last)
        grid.setColumnStretch(last + 1, 1)

    def show_answer(self, state: State | None, value: Value | None) -> None:
        """Show what is stored; nothing for ``None``."""
        super().show_answer(state, value)
        for choice, made in self._buttons.items():
            made.setChecked(choice == value)

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
            box = QCheckBox(as_it_is(f"{digit}  {choice.text.in_language(words.language)}"))
            box.setMinimumHeight(style.CONTROL_HEIGHT - 4)
            box.clicked.connect(self._on_box_clicked)
            self._boxes[choice.value] = box
            column.addWidget(box)
        column.addLayout(row_of(self.state_buttons()))

    def show_answer(self, state: State | None, value: Value | None) -> None:
        """Show what is stored; nothing for ``None``."""
        super().show_answer(state, value)
        chosen = value if isinstance(value, frozenset) else frozenset()
        for choice, box in self._boxes.items():
            box.setChecked(choice in chosen)

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
