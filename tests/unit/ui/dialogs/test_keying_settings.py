"""The settings for keying."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kommune_desktop.core.keying import KeyMap
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui.dialogs.keying_settings import KeyingSettings, KeyingSettingsDialog
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.dialogs.reading import cut_texts, hidden_below, hidden_sideways, squeeze
from tests.unit.ui.keyboard import focusable, focused, press, spoken_name

USUAL = {"dont_know": "8", "not_applicable": "9", "illegible": ",", "double_marked": "/"}


@pytest.fixture
def dialog(show: ShowWidget, words: Texts) -> KeyingSettingsDialog:
    """The dialog with the usual settings."""
    made = KeyingSettingsDialog(words, Settings())
    show(made)
    return made


def type_key(dialog: KeyingSettingsDialog, state: str, key: str) -> None:
    """Type a key into the field of a state."""
    dialog.keys[state].setFocus()
    dialog.keys[state].selectAll()
    press(key)


def test_the_usual_settings_are_there_at_first(dialog: KeyingSettingsDialog) -> None:
    assert dialog.chosen() == KeyingSettings(USUAL, moves_on=True, sound=True, shows_people=False, initials="")
    assert dialog.accept_button.isEnabled()


def test_what_was_chosen_last_is_there(show: ShowWidget, words: Texts) -> None:
    keys = USUAL | {"dont_know": "w"}
    dialog = KeyingSettingsDialog(
        words, Settings(keys=keys, moves_on=False, sound=False, shows_people=True, initials="KS")
    )
    show(dialog)
    assert dialog.chosen() == KeyingSettings(keys, moves_on=False, sound=False, shows_people=True, initials="KS")


def test_keys_that_can_not_be_take_the_usual_ones(show: ShowWidget, words: Texts) -> None:
    dialog = KeyingSettingsDialog(words, Settings(keys={"dont_know": "1", "unknown": "x"}))
    show(dialog)
    assert dialog.chosen().keys == USUAL


def test_a_key_is_chosen_by_pressing_it(dialog: KeyingSettingsDialog, qtbot: QtBot) -> None:
    type_key(dialog, "illegible", "U")
    assert dialog.chosen().keys == USUAL | {"illegible": "u"}
    KeyMap(**dialog.chosen().keys).check()
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return)


@pytest.mark.parametrize("key", ["1", "7", "0", "*", "+", "-", "9", " ", "."])
def test_a_key_that_is_taken_is_refused_with_those_that_can_be(
    dialog: KeyingSettingsDialog, qtbot: QtBot, key: str
) -> None:
    type_key(dialog, "dont_know", key)
    assert not dialog.accept_button.isEnabled()
    assert dialog.complaint.isVisible()
    assert "Möglich sind: , / 8 9 a b" in dialog.complaint.text()
    with qtbot.assertNotEmitted(dialog.accepted):
        press(Qt.Key.Key_Return)
    type_key(dialog, "dont_know", "w")
    assert dialog.accept_button.isEnabled()
    assert not dialog.complaint.isVisible()


def test_no_key_at_all_is_refused(dialog: KeyingSettingsDialog) -> None:
    dialog.keys["dont_know"].clear()
    assert not dialog.accept_button.isEnabled()


def test_two_states_can_change_their_keys(dialog: KeyingSettingsDialog) -> None:
    type_key(dialog, "dont_know", "9")
    type_key(dialog, "not_applicable", "8")
    assert dialog.accept_button.isEnabled()
    assert dialog.chosen().keys == USUAL | {"dont_know": "9", "not_applicable": "8"}


def test_each_choice_is_returned(dialog: KeyingSettingsDialog) -> None:
    for box in (dialog.moves_on, dialog.sound, dialog.shows_people):
        box.click()
    dialog.initials.setFocus()
    press("ks")
    expected = KeyingSettings(USUAL, moves_on=False, sound=False, shows_people=True, initials="KS")
    assert dialog.chosen() == expected


@pytest.mark.parametrize("size", [(455, 256), (455, 620), (560, 500)])
def test_all_of_its_text_can_be_read(dialog: KeyingSettingsDialog, size: tuple[int, int]) -> None:
    type_key(dialog, "dont_know", "9")
    squeeze(dialog, *size)
    assert cut_texts(dialog) == []
    assert hidden_sideways(dialog) == 0


def test_on_a_low_screen_the_field_with_the_keyboard_is_in_sight(dialog: KeyingSettingsDialog) -> None:
    squeeze(dialog, 455, 256)
    assert hidden_below(dialog) > 0
    for _ in range(6):
        widget = focused()
        area = dialog.rect()
        assert area.contains(widget.mapTo(dialog, widget.rect().center())), spoken_name(widget)
        assert not widget.visibleRegion().isEmpty(), spoken_name(widget)
        press(Qt.Key.Key_Tab)


def test_a_refusal_that_comes_later_does_not_hide_what_stands_there(dialog: KeyingSettingsDialog) -> None:
    type_key(dialog, "dont_know", "9")
    squeeze(dialog, dialog.width(), dialog.height())
    assert cut_texts(dialog) == []


def test_all_that_can_have_the_keyboard_has_a_name(dialog: KeyingSettingsDialog, words: Texts) -> None:
    names = [spoken_name(widget) for widget in focusable(dialog)]
    assert names[:4] == [words(f"state.{state}") for state in USUAL]
    assert all(names)
