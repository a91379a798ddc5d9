"""Answers that are numbers."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.ui.wizard import Wizard
from kommune_desktop.ui.wizard.fields.number import NumberField
from tests.unit.ui.conftest import OpenWizard
from tests.unit.ui.keyboard import focused, focused_question, press
from tests.unit.ui.material import DATA, answer, stored
from tests.unit.ui.wizard.pages import view


def number_field(wizard: Wizard) -> NumberField:
    """The field of the number, with the keyboard in it."""
    field = view(wizard, "a.stellen").field
    assert isinstance(field, NumberField)
    field.focus()
    return field


@pytest.mark.parametrize(("typed", "value"), [("25", "25"), ("12,5", "12.5"), ("12.5", "12.5"), (" 40 ", "40")])
def test_a_number_is_saved_as_it_is_typed(
    open_wizard: OpenWizard, sheet: Sheet, path: Path, typed: str, value: str
) -> None:
    field = number_field(open_wizard(sheet, DATA))
    press(typed)
    assert stored(path, sheet) == {"a.stellen": answer(Decimal(value))}
    assert field.edit.text() == typed
    assert not field.complaint.isVisible()
    assert focused_question() == "a.stellen"


def test_a_stored_number_is_shown_with_a_decimal_comma(open_wizard: OpenWizard, sheet: Sheet) -> None:
    number_field(open_wizard(sheet, DATA))
    press("12.5")
    assert number_field(open_wizard(sheet, DATA)).edit.text() == "12,5"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("abc", "„abc“ ist keine Zahl. Schreiben Sie zum Beispiel 12 oder 12,5."),
        ("9", "9 liegt außerhalb von 10 bis 500."),
        ("501", "501 liegt außerhalb von 10 bis 500."),
        ("12,34", "12,34 hat zu viele Nachkommastellen. Erlaubt: 1."),
    ],
)
def test_what_is_not_allowed_is_complained_about_and_not_saved(
    open_wizard: OpenWizard, sheet: Sheet, path: Path, typed: str, says: str
) -> None:
    field = number_field(open_wizard(sheet, DATA))
    press(typed)
    assert stored(path, sheet) == {}
    assert field.complaint.isVisible()
    assert field.complaint.text() == says
    assert field.edit.text() == typed


def test_a_complaint_goes_with_what_it_was_about(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    field = number_field(open_wizard(sheet, DATA))
    press("12x")
    assert stored(path, sheet) == {}
    press(Qt.Key.Key_Backspace)
    assert not field.complaint.isVisible()
    assert stored(path, sheet) == {"a.stellen": answer(Decimal(12))}


def test_a_number_can_be_cleared(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    field = number_field(open_wizard(sheet, DATA))
    press("25", Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert stored(path, sheet) == {}
    assert not field.complaint.isVisible()


def test_a_number_with_the_keyboard_is_selected_so_that_typing_replaces_it(
    open_wizard: OpenWizard, sheet: Sheet, path: Path
) -> None:
    wizard = open_wizard(sheet, DATA)
    number_field(wizard)
    press("25")
    number_field(wizard)
    press("70")
    assert stored(path, sheet) == {"a.stellen": answer(Decimal(70))}


@pytest.mark.parametrize(("key", "state"), [("w", State.DONT_KNOW), ("t", State.NOT_APPLICABLE)])
def test_w_and_t_take_the_place_of_a_number(
    open_wizard: OpenWizard, sheet: Sheet, path: Path, key: str, state: State
) -> None:
    field = number_field(open_wizard(sheet, DATA))
    press("25", key)
    assert stored(path, sheet) == {"a.stellen": Answer(state)}
    assert field.edit.text() == ""
    assert focused_question() == "a.partner"


def test_a_number_takes_the_place_of_dont_know(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, DATA)
    number_field(wizard)
    press("w")
    number_field(wizard)
    press("25")
    assert stored(path, sheet) == {"a.stellen": answer(Decimal(25))}


def test_a_number_can_be_typed_digit_by_digit_though_the_question_has_a_comment(
    open_wizard: OpenWizard, sheet: Sheet, path: Path
) -> None:
    wizard = open_wizard(sheet, DATA)
    view(wizard, "a.stellen").comment.setPlainText("geschätzt")
    field = number_field(wizard)
    press("25")  # the 2 alone is below the 10 that are allowed
    assert field.edit.text() == "25"
    assert stored(path, sheet) == {"a.stellen": answer(Decimal(25), "geschätzt")}


def test_a_complaint_stays_readable_though_the_question_has_a_comment(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, DATA)
    view(wizard, "a.stellen").comment.setPlainText("geschätzt")
    field = number_field(wizard)
    press("x")
    assert field.edit.text() == "x"
    assert field.complaint.isVisible()


def test_an_undone_number_is_gone_from_the_field_too(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, DATA)
    field = number_field(wizard)
    press("25")
    wizard.model.session.undo_stack.undo()  # by the menu; the keyboard stays in the field
    assert stored(path, sheet) == {}
    assert field.edit.text() == ""


def test_undo_while_typing_brings_the_number_before(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    field = number_field(open_wizard(sheet, DATA))
    press("25")
    QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.edit.text() == ""
    assert stored(path, sheet) == {}


def test_the_unit_stands_behind_the_field_and_in_its_name(open_wizard: OpenWizard, sheet: Sheet) -> None:
    field = number_field(open_wizard(sheet, DATA))
    assert field.edit.accessibleName() == "Stellen Stellen"
