"""The dialog for a new batch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kommune_desktop.ui.dialogs.new_batch import LONGEST_INITIALS, NewBatch, NewBatchDialog
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.dialogs.reading import cut_texts, hidden_sideways, squeeze
from tests.unit.ui.keyboard import focused, press, spoken_name, tab_order

RETURN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def dialog(show: ShowWidget) -> NewBatchDialog:
    """The dialog of a person who has keyed before."""
    made = NewBatchDialog("KS")
    show(made)
    return made


def test_the_number_is_typed_first_and_enter_goes_on(dialog: NewBatchDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        press("12", RETURN)
    assert dialog.chosen() == NewBatch(12, "KS")


def test_not_counted_is_no_number(dialog: NewBatchDialog) -> None:
    assert dialog.expected.text() == "nicht gezählt"
    assert dialog.chosen() == NewBatch(0, "KS")


@pytest.mark.parametrize(("typed", "number"), [(9999, 9999), (10000, 9999), (-1, 0)])
def test_a_batch_has_as_many_sheets_as_there_are_numbers(dialog: NewBatchDialog, typed: int, number: int) -> None:
    dialog.expected.setValue(typed)
    assert dialog.chosen().expected == number


@pytest.mark.parametrize("initials", ["", "   "])
def test_without_initials_there_is_no_batch(show: ShowWidget, qtbot: QtBot, initials: str) -> None:
    dialog = NewBatchDialog(initials)
    show(dialog)
    assert not dialog.accept_button.isEnabled()
    with qtbot.assertNotEmitted(dialog.accepted):
        press("3", RETURN)
    press(TAB, " AB ")
    assert dialog.accept_button.isEnabled()
    assert dialog.chosen() == NewBatch(3, "AB")


def test_initials_have_an_end(dialog: NewBatchDialog) -> None:
    dialog.initials.clear()
    dialog.initials.setFocus()
    press("ABCDEFGHIJKL")
    assert dialog.chosen().initials == "ABCDEFGH"
    assert LONGEST_INITIALS == 8


@pytest.mark.parametrize("size", [(455, 260), (455, 480), (560, 400)])
def test_all_of_its_text_can_be_read(dialog: NewBatchDialog, size: tuple[int, int]) -> None:
    squeeze(dialog, *size)
    assert cut_texts(dialog) == []
    assert hidden_sideways(dialog) == 0


def test_all_that_can_have_the_keyboard_has_a_name(dialog: NewBatchDialog) -> None:
    assert focused() is dialog.expected
    names = [spoken_name(widget) for widget in tab_order(dialog)]
    assert names[:2] == ["Anzahl der Bögen", "Ihr Kürzel"]
    assert set(names[2:]) == {"Stapel anlegen", "Cancel"}, "in the order of the platform"
