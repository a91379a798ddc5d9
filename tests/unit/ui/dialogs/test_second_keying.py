"""The dialog that asks which sheets of a batch are keyed a second time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kommune_desktop.core.batch import Batch, BatchSheets
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.texts import Texts
from kommune_desktop.ui.dialogs.second_keying import SecondKeyingDialog, SecondKeyingWish
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.dialogs.reading import cut_texts, hidden_sideways, squeeze
from tests.unit.ui.keyboard import focused, press, spoken_name, tab_order

DAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
BATCH = Batch(1, 1, 3, 0, DAY)


def sheet(number: int, keyed_by: str = "KS", *stations: SheetState, wanted: bool = False) -> Sheet:
    """A sheet of the batch, keyed to its end unless other stations are named."""
    dates = dict.fromkeys(stations or (SheetState.KEYED,), DAY)
    return Sheet(
        number, 1, "council", str(number), DAY, dates=dates, batch_id=1, keyed_by=keyed_by, is_second_wanted=wanted
    )


def opened(show: ShowWidget, words: Texts, *sheets: Sheet, initials: str = "AB") -> SecondKeyingDialog:
    dialog = SecondKeyingDialog(words, BatchSheets(BATCH, sheets), initials)
    show(dialog)
    return dialog


@pytest.fixture
def dialog(show: ShowWidget, words: Texts) -> SecondKeyingDialog:
    """AB looks at a batch of which KS has keyed 25 sheets."""
    return opened(show, words, *(sheet(number) for number in range(25)))


def test_a_tenth_is_offered_as_a_sample_rounded_up(dialog: SecondKeyingDialog) -> None:
    assert dialog.sample.isChecked()
    assert dialog.chosen() == SecondKeyingWish(3, "AB", also_own=False)
    assert dialog.windowTitle() == "Stapel 3 ein zweites Mal erfassen"


def test_all_of_them_are_as_many_as_are_keyed(dialog: SecondKeyingDialog) -> None:
    dialog.all.click()
    assert dialog.chosen().size == 25


def test_whoever_types_a_number_wants_a_sample(dialog: SecondKeyingDialog) -> None:
    dialog.all.click()
    dialog.drawn.setFocus()
    dialog.drawn.selectAll()
    press("7")
    assert dialog.sample.isChecked()
    assert dialog.chosen().size == 7


@pytest.mark.parametrize(("typed", "size"), [(0, 1), (26, 25)])
def test_a_sample_is_neither_empty_nor_more_than_there_are(dialog: SecondKeyingDialog, typed: int, size: int) -> None:
    dialog.drawn.setValue(typed)
    assert dialog.chosen().size == size


def test_of_a_single_sheet_there_is_no_sample(show: ShowWidget, words: Texts) -> None:
    dialog = opened(show, words, sheet(1))
    assert dialog.all.isChecked()
    assert dialog.chosen().size == 1


def test_what_was_drawn_before_stays_drawn(show: ShowWidget, words: Texts) -> None:
    dialog = opened(show, words, *(sheet(number, wanted=number < 4) for number in range(10)))
    assert dialog.chosen().size == 4
    dialog.drawn.setValue(2)
    assert dialog.chosen().size == 4


@pytest.mark.parametrize(
    "stations", [(SheetState.RETURNED,), (SheetState.KEYED, SheetState.LOST), (SheetState.KEYED, SheetState.INVALID)]
)
def test_sheets_that_are_half_keyed_or_out_of_use_do_not_count(
    show: ShowWidget, words: Texts, stations: tuple[SheetState, ...]
) -> None:
    dialog = opened(show, words, sheet(1), sheet(2), sheet(3, "KS", *stations, wanted=SheetState.KEYED in stations))
    assert dialog.all.text() == "&alle 2 erfassten Bögen"
    dialog.all.click()
    assert dialog.chosen().size == 2
    assert dialog.drawn.maximum() == 2


@pytest.mark.parametrize("initials", ["KS", "ks", " KS "])
def test_nobody_checks_themselves_by_default(show: ShowWidget, words: Texts, qtbot: QtBot, initials: str) -> None:
    dialog = opened(show, words, sheet(1), sheet(2), initials=initials)
    assert not dialog.accept_button.isEnabled()
    assert dialog.complaint.isVisible()
    assert "selbst zuerst erfasst" in dialog.complaint.text()
    dialog.initials.setFocus()
    with qtbot.assertNotEmitted(dialog.accepted):
        press(Qt.Key.Key_Return)
    dialog.also_own.click()
    assert not dialog.complaint.isVisible()
    assert dialog.accept_button.isEnabled()
    assert dialog.chosen() == SecondKeyingWish(1, initials.strip(), also_own=True)


def test_sheets_of_others_can_be_checked_without_ones_own(show: ShowWidget, words: Texts) -> None:
    dialog = opened(show, words, sheet(1, "KS"), sheet(2, "AB"), initials="KS")
    assert dialog.accept_button.isEnabled()
    assert not dialog.chosen().also_own


def test_without_initials_it_does_not_go_on(dialog: SecondKeyingDialog) -> None:
    dialog.initials.setText("  ")
    assert not dialog.accept_button.isEnabled()
    assert not dialog.complaint.isVisible()
    dialog.initials.setText("CD")
    assert dialog.accept_button.isEnabled()


def test_enter_goes_on(dialog: SecondKeyingDialog, qtbot: QtBot) -> None:
    dialog.drawn.setFocus()
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return)


@pytest.mark.parametrize("size", [(455, 256), (455, 480), (560, 400)])
@pytest.mark.parametrize("initials", ["AB", "KS"])
def test_all_of_its_text_can_be_read(show: ShowWidget, words: Texts, size: tuple[int, int], initials: str) -> None:
    dialog = opened(show, words, *(sheet(number) for number in range(1200)), initials=initials)
    squeeze(dialog, *size)
    assert cut_texts(dialog) == []
    assert hidden_sideways(dialog) == 0


def test_a_complaint_that_comes_later_does_not_hide_what_stands_there(dialog: SecondKeyingDialog) -> None:
    dialog.initials.setText("KS")
    squeeze(dialog, dialog.width(), dialog.height())
    assert dialog.complaint.isVisible()
    assert cut_texts(dialog) == []


def test_all_that_can_have_the_keyboard_has_a_name(dialog: SecondKeyingDialog) -> None:
    names = [spoken_name(widget) for widget in tab_order(dialog)]
    assert names[:4] == [
        "eine Stichprobe, zufällig gezogen:",
        "Größe der Stichprobe",
        "Ihr Kürzel",
        "auch Bögen, die ich zuerst erfasst habe",
    ]
    assert set(names[4:]) == {"Zweites Mal erfassen", "Cancel"}, "in the order of the platform"


def test_the_arrows_choose_between_all_and_a_sample(dialog: SecondKeyingDialog) -> None:
    assert focused() is dialog.sample
    press(Qt.Key.Key_Up)
    assert dialog.all.isChecked()
    press(Qt.Key.Key_Down)
    assert dialog.sample.isChecked()


def test_whoever_keys_for_the_first_time_is_asked_for_initials_first(show: ShowWidget, words: Texts) -> None:
    dialog = opened(show, words, sheet(1), initials="")
    press("CD")
    assert dialog.chosen() == SecondKeyingWish(1, "CD", also_own=False)
