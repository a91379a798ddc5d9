"""The question for the next sheet's number, by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kommune_desktop.ui.keying.number_entry import NumberEntry
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focusable, focused, press, spoken_name
from tests.unit.ui.paper import ENTER


@pytest.fixture
def entry(show: ShowWidget) -> NumberEntry:
    """Shown, waiting for a number."""
    made = NumberEntry(sound=False)
    made.resize(800, 500)
    show(made)
    made.start("Bogen 1 ist erfasst.", "Noch 1 Bogen zu ziehen.")
    made.focus()
    return made


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_Enter])
def test_a_number_goes_out_as_it_was_typed(entry: NumberEntry, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(entry.entered) as told:
        press("427", key)
    assert told.args == ["427"]


def test_blanks_are_no_number(entry: NumberEntry, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(entry.entered):
        press(ENTER, "  ", ENTER)


def test_it_says_what_became_of_the_last_sheet_and_what_is_still_to_do(entry: NumberEntry) -> None:
    assert (entry.done.text(), entry.waiting.text()) == ("Bogen 1 ist erfasst.", "Noch 1 Bogen zu ziehen.")
    assert entry.done.isVisible()
    entry.start("", "")
    assert not entry.done.isVisible()
    assert entry.waiting.text() == ""


def test_a_refused_number_is_mended_or_typed_over(entry: NumberEntry) -> None:
    press("991")
    entry.refuse("Diesen Bogen gibt es nicht.")
    assert entry.complaint.isVisible()
    assert entry.complaint.text() == "Diesen Bogen gibt es nicht."
    assert entry.number.selectedText() == "991"
    press("4")
    assert entry.number.text() == "4"


def test_the_next_start_forgets_number_and_reason(entry: NumberEntry) -> None:
    press("991")
    entry.refuse("Diesen Bogen gibt es nicht.")
    entry.start("Bogen 2 ist erfasst.", "")
    assert entry.number.text() == ""
    assert not entry.complaint.isVisible()


def test_the_line_does_not_move_when_a_reason_comes(entry: NumberEntry) -> None:
    before = entry.number.geometry()
    entry.refuse("Diesen Bogen gibt es nicht.")
    layout = entry.layout()
    assert layout is not None
    layout.activate()
    assert entry.complaint.isVisible()
    assert entry.number.geometry() == before


def test_the_keyboard_comes_to_the_number_and_all_has_a_name(entry: NumberEntry) -> None:
    assert focused() is entry.number
    assert [spoken_name(widget) for widget in focusable(entry)] == ["Nummer", "Bogen ohne Nummer …"]


def test_a_click_tells_of_a_sheet_without_a_number(entry: NumberEntry, qtbot: QtBot) -> None:
    with qtbot.waitSignal(entry.unnumberedWanted):
        entry.unnumbered.click()
