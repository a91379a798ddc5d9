"""The dialog for printing paper sheets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.round import ReturnAddress
from kommune_desktop.intake.logo import read_logo
from kommune_desktop.texts import Texts, texts
from kommune_desktop.ui.dialogs.print_forms import PrintFormsDialog, PrintWish
from kommune_desktop.workflow.forms import MOST_SHEETS
from tests.unit.ui.conftest import ChooseFile, ShowWidget
from tests.unit.ui.keyboard import focusable, press, spoken_name
from tests.unit.ui.material import GROUPS
from tests.unit.ui.modal import Modals

TOWN_HALL = ReturnAddress("Rathaus\nMarkt 1", date(2026, 10, 30))


@pytest.fixture
def dialog(show: ShowWidget, words: Texts) -> PrintFormsDialog:
    """The dialog of a file in which nothing was printed yet."""
    made = PrintFormsDialog(words, GROUPS, ReturnAddress(), None)
    show(made)
    return made


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture that can be a logo."""
    path = tmp_path / "Wappen.png"
    Image.new("RGB", (60, 30), "navy").save(path)
    return path


def button(dialog: PrintFormsDialog, text: str) -> QPushButton:
    """A button by its word."""
    return next(made for made in dialog.findChildren(QPushButton) if made.text() == text)


def choose_group(dialog: PrintFormsDialog, title: str) -> None:
    """Choose the group that the sheets are for."""
    dialog.group.setCurrentIndex(dialog.group.findText(title))


def test_what_is_entered_is_what_is_printed(dialog: PrintFormsDialog) -> None:
    choose_group(dialog, "Wohlfahrtsverbände")
    dialog.count.setValue(40)
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    dialog.with_list.setChecked(False)
    dialog.place.setPlainText("  Rathaus\nMarkt 1\n")
    dialog.day.box.setChecked(True)
    dialog.day.edit.setDate(QDate(2026, 10, 30))
    assert dialog.chosen() == PrintWish("welfare", 40, "en", with_list=False, address=TOWN_HALL, logo=None)


def test_at_first_there_is_a_list_and_neither_address_nor_logo(dialog: PrintFormsDialog) -> None:
    choose_group(dialog, "Ratsfraktionen")
    assert dialog.chosen() == PrintWish("council", 25, "de", with_list=True, address=ReturnAddress(), logo=None)


def test_the_groups_are_those_of_the_round_in_its_order(dialog: PrintFormsDialog) -> None:
    titles = [dialog.group.itemText(index) for index in range(dialog.group.count())]
    assert titles == ["Verwaltung", "Ratsfraktionen", "Wohlfahrtsverbände"]


def test_a_joint_group_has_one_sheet_and_no_more(dialog: PrintFormsDialog) -> None:
    choose_group(dialog, "Verwaltung")
    dialog.count.setValue(5)
    assert dialog.chosen().group_id == "administration"
    assert dialog.chosen().count == 1


@pytest.mark.parametrize(("typed", "count"), [(1, 1), (MOST_SHEETS, 2000), (MOST_SHEETS + 1, 2000), (0, 1)])
def test_a_group_of_persons_has_as_many_as_fit_into_a_file(dialog: PrintFormsDialog, typed: int, count: int) -> None:
    choose_group(dialog, "Ratsfraktionen")
    dialog.count.setValue(typed)
    assert dialog.chosen().count == count


def test_a_number_that_was_typed_stays_when_another_group_of_persons_is_chosen(dialog: PrintFormsDialog) -> None:
    choose_group(dialog, "Ratsfraktionen")
    dialog.count.setValue(8)
    choose_group(dialog, "Wohlfahrtsverbände")
    assert dialog.chosen().count == 8


def test_behind_a_joint_group_the_usual_number_is_offered_again(dialog: PrintFormsDialog) -> None:
    choose_group(dialog, "Ratsfraktionen")
    choose_group(dialog, "Verwaltung")
    choose_group(dialog, "Wohlfahrtsverbände")
    assert dialog.chosen().count == 25


def test_a_sheet_without_a_number_has_neither_number_nor_list(dialog: PrintFormsDialog) -> None:
    dialog.master.setChecked(True)
    assert not dialog.count.isEnabled()
    assert not dialog.with_list.isEnabled()
    assert (dialog.chosen().count, dialog.chosen().with_list) == (0, False)
    dialog.numbered.setChecked(True)
    assert dialog.count.isEnabled()
    assert (dialog.chosen().count, dialog.chosen().with_list) == (1, True)


def test_the_address_of_last_time_is_there(show: ShowWidget, words: Texts) -> None:
    dialog = PrintFormsDialog(words, GROUPS, TOWN_HALL, None)
    show(dialog)
    assert dialog.place.toPlainText() == "Rathaus\nMarkt 1"
    assert dialog.day.edit.isEnabled()
    assert dialog.chosen().address == TOWN_HALL


def test_the_last_day_can_be_left_out(show: ShowWidget, words: Texts) -> None:
    dialog = PrintFormsDialog(words, GROUPS, TOWN_HALL, None)
    show(dialog)
    dialog.day.box.setChecked(False)
    assert not dialog.day.edit.isEnabled()
    assert dialog.chosen().address == ReturnAddress("Rathaus\nMarkt 1", None)


def test_without_a_last_day_one_in_three_weeks_is_offered(dialog: PrintFormsDialog) -> None:
    assert not dialog.day.edit.isEnabled()
    assert QDate.currentDate().daysTo(dialog.day.edit.date()) in {20, 21}, "midnight may have passed"


def test_a_logo_is_chosen_shown_and_removed(dialog: PrintFormsDialog, picture: Path, choose_file: ChooseFile) -> None:
    assert dialog.logo_view.text() == "keines"
    assert not dialog.remove_logo.isEnabled()
    choose_file(picture)
    button(dialog, "Logo &wählen …").click()
    assert dialog.chosen().logo == read_logo(picture)
    assert (dialog.logo_view.pixmap().width(), dialog.logo_view.pixmap().height()) == (80, 40)
    dialog.remove_logo.click()
    assert dialog.chosen().logo is None
    assert dialog.logo_view.text() == "keines"
    assert not dialog.remove_logo.isEnabled()


def test_the_logo_of_last_time_is_there(show: ShowWidget, words: Texts, picture: Path) -> None:
    logo = read_logo(picture)
    dialog = PrintFormsDialog(words, GROUPS, ReturnAddress(), logo)
    show(dialog)
    assert dialog.remove_logo.isEnabled()
    assert dialog.chosen().logo == logo


def test_no_picture_chosen_leaves_the_logo(dialog: PrintFormsDialog, picture: Path, choose_file: ChooseFile) -> None:
    dialog.use_logo(picture)
    choose_file(None)
    button(dialog, "Logo &wählen …").click()
    assert dialog.chosen().logo == read_logo(picture)


@pytest.mark.parametrize(
    ("content", "reason"), [(b"no picture", "ist kein Bild"), (None, "lässt sich nicht lesen"), (b"", "ist kein Bild")]
)
def test_what_is_no_logo_says_why_and_leaves_the_one_there_was(
    dialog: PrintFormsDialog, picture: Path, modals: Modals, content: bytes | None, reason: str
) -> None:
    dialog.use_logo(picture)
    other = picture.with_name("Brief.png")
    if content is not None:
        other.write_bytes(content)
    modals.expect()
    dialog.use_logo(other)
    assert len(modals.said) == 1
    assert str(other) in modals.said[0]
    assert reason in modals.said[0]
    assert dialog.chosen().logo == read_logo(picture)


def test_enter_behind_the_number_goes_on_to_the_file(dialog: PrintFormsDialog, qtbot: QtBot) -> None:
    choose_group(dialog, "Ratsfraktionen")
    dialog.count.setFocus()
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return)


def test_tab_leaves_the_address(dialog: PrintFormsDialog) -> None:
    dialog.place.setFocus()
    press("Rathaus", Qt.Key.Key_Tab)
    assert not dialog.place.hasFocus()
    assert dialog.chosen().address.place == "Rathaus"


def test_all_that_can_have_the_keyboard_has_a_name(dialog: PrintFormsDialog, picture: Path) -> None:
    dialog.use_logo(picture)
    dialog.day.box.setChecked(True)
    assert not [widget for widget in focusable(dialog) if not spoken_name(widget)]


def test_an_english_dialog_offers_english_sheets(show: ShowWidget) -> None:
    dialog = PrintFormsDialog(texts("en"), GROUPS, ReturnAddress(), None)
    show(dialog)
    assert dialog.group.itemText(1) == "Council groups"
    assert dialog.chosen().language == "en"
