"""Answers that are chosen: scales, single and several choices, by key and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.sheet import Sheet
from tests.unit.ui.conftest import OpenWizard
from tests.unit.ui.keyboard import SHIFT, focused, focused_question, press
from tests.unit.ui.material import DATA, HOUSING, STRATEGY, answer, stored
from tests.unit.ui.wizard.pages import view


def checked(question_view: object) -> list[str]:
    """The words behind the marks of a question."""
    assert hasattr(question_view, "findChildren")
    buttons: list[QAbstractButton] = question_view.findChildren(QAbstractButton)
    return [made.text() for made in buttons if isinstance(made, QRadioButton | QCheckBox) and made.isChecked()]


@pytest.mark.parametrize(("digit", "value"), [("1", 0), ("3", 2), ("5", 4)])
def test_a_digit_chooses_and_is_saved_at_once(
    open_wizard: OpenWizard, sheet: Sheet, path: Path, digit: str, value: int
) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press(digit)
    assert stored(path, sheet) == {"b.suche": answer(value)}
    assert checked(view(wizard, "b.suche")) == [f"{digit}  Stufe {value}"]


def test_a_digit_moves_on_to_the_next_question(open_wizard: OpenWizard, sheet: Sheet) -> None:
    open_wizard(sheet, HOUSING)
    assert focused_question() == "b.suche"
    press("2")
    assert focused_question() == "b.miete"


def test_digits_of_the_keypad_choose_too(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    open_wizard(sheet, HOUSING)
    press(Qt.Key.Key_4, modifier=Qt.KeyboardModifier.KeypadModifier)
    assert stored(path, sheet) == {"b.suche": answer(3)}


@pytest.mark.parametrize(("key", "state"), [("w", State.DONT_KNOW), ("t", State.NOT_APPLICABLE)])
def test_w_and_t_are_answers_without_a_value_and_move_on(
    open_wizard: OpenWizard, sheet: Sheet, path: Path, key: str, state: State
) -> None:
    open_wizard(sheet, HOUSING)
    press(key)
    assert stored(path, sheet) == {"b.suche": Answer(state)}
    assert focused_question() == "b.miete"


@pytest.mark.parametrize("digit", ["6", "9", "0"])
def test_a_digit_beyond_the_choices_does_nothing(open_wizard: OpenWizard, sheet: Sheet, path: Path, digit: str) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press(digit)
    assert stored(path, sheet) == {}
    assert focused_question() == "b.suche"
    assert checked(view(wizard, "b.suche")) == []


def test_a_single_choice_has_as_many_digits_as_choices(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    view(wizard, "a.leitung").field.focus()
    press("4")
    assert stored(path, sheet) == {}
    press("3")
    assert stored(path, sheet) == {"a.leitung": answer(2)}


def test_another_digit_takes_the_place_of_the_answer(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press("2")
    view(wizard, "b.suche").field.focus()
    press("5")
    assert stored(path, sheet) == {"b.suche": answer(4)}
    assert checked(view(wizard, "b.suche")) == ["5  Stufe 4"]


def test_the_same_digit_again_keeps_the_answer_and_its_mark(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press("2")
    view(wizard, "b.suche").field.focus()
    press("2")
    assert stored(path, sheet) == {"b.suche": answer(1)}
    assert checked(view(wizard, "b.suche")) == ["2  Stufe 1"]


def test_a_state_takes_the_place_of_a_choice_and_back(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, HOUSING)
    question = view(wizard, "b.suche")
    press("2")
    question.field.focus()
    press("w")
    assert stored(path, sheet) == {"b.suche": Answer(State.DONT_KNOW)}
    assert checked(question) == ["W  weiß nicht"]
    question.field.focus()
    press("1")
    assert stored(path, sheet) == {"b.suche": answer(0)}
    assert checked(question) == ["1  Stufe 0"]


def test_delete_takes_the_answer_back_and_stays(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press("2")
    view(wizard, "b.suche").field.focus()
    press(Qt.Key.Key_Delete)
    assert stored(path, sheet) == {}
    assert checked(view(wizard, "b.suche")) == []
    assert focused_question() == "b.suche"


def test_delete_without_an_answer_does_nothing(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press(Qt.Key.Key_Delete)
    assert stored(path, sheet) == {}
    assert wizard.model.session.undo_stack.count() == 0


def test_a_click_chooses_and_moves_on(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, HOUSING)
    buttons = view(wizard, "b.suche").findChildren(QRadioButton)
    QTest.mouseClick(buttons[3], Qt.MouseButton.LeftButton)
    assert stored(path, sheet) == {"b.suche": answer(3)}
    assert focused_question() == "b.miete"


def test_arrows_move_among_the_choices_and_space_chooses(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    open_wizard(sheet, HOUSING)
    press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up)
    assert stored(path, sheet) == {}
    assert focused_question() == "b.suche"
    press(Qt.Key.Key_Space)
    assert stored(path, sheet) == {"b.suche": answer(1)}


def test_enter_chooses_what_has_the_keyboard(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    open_wizard(sheet, HOUSING)
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert stored(path, sheet) == {"b.suche": answer(1)}


def test_a_capital_letter_is_the_same_key(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    open_wizard(sheet, HOUSING)
    QTest.keyClick(focused(), Qt.Key.Key_W, SHIFT)
    assert stored(path, sheet) == {"b.suche": Answer(State.DONT_KNOW)}


def test_digits_tick_and_clear_several_choices_and_stay(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, DATA)
    press("1")
    assert stored(path, sheet) == {"a.wege": answer(frozenset({0}))}
    press("3")
    assert stored(path, sheet) == {"a.wege": answer(frozenset({0, 2}))}
    press("1")
    assert stored(path, sheet) == {"a.wege": answer(frozenset({2}))}
    assert checked(view(wizard, "a.wege")) == ["3  Stufe 2"]
    assert focused_question() == "a.wege"


def test_the_last_tick_cleared_takes_the_answer_back(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    open_wizard(sheet, DATA)
    press("11")
    assert stored(path, sheet) == {}


def test_digits_beyond_several_choices_do_nothing(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    open_wizard(sheet, DATA)
    press("5")
    assert stored(path, sheet) == {}


def test_a_tick_takes_the_place_of_dont_know(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, DATA)
    press("w")
    view(wizard, "a.wege").field.focus()
    press("4")
    assert stored(path, sheet) == {"a.wege": answer(frozenset({3}))}
    assert checked(view(wizard, "a.wege")) == ["4  Stufe 3"]
