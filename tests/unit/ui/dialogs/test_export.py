"""The dialog that asks in which form the data leave."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kommune_desktop.texts import Texts
from kommune_desktop.ui.dialogs.export import ExportDialog
from kommune_desktop.workflow.exports import ExportFormat, ExportWish, check_wish
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.dialogs.reading import cut_texts, hidden_sideways, squeeze
from tests.unit.ui.keyboard import press, spoken_name, tab_order

EXCEL, CSV, PLAIN, JSON, SPSS, DDI = range(6)


@pytest.fixture
def dialog(show: ShowWidget, words: Texts) -> ExportDialog:
    """The dialog, shown."""
    made = ExportDialog(words)
    show(made)
    return made


def test_what_may_be_public_is_offered_first(dialog: ExportDialog) -> None:
    assert dialog.chosen() == ExportWish(ExportFormat.XLSX, "de", is_public=True)
    assert "verdeckt" in dialog.explanation.text()
    assert dialog.accept_button.text() == "Daten speichern …"


def test_answers_of_single_sheets_are_named_as_such(dialog: ExportDialog) -> None:
    dialog.internal.click()
    assert dialog.chosen() == ExportWish(ExportFormat.XLSX, "de")
    assert "nicht für die Öffentlichkeit" in dialog.explanation.text()


@pytest.mark.parametrize(("place", "is_plain"), [(CSV, False), (PLAIN, True)])
def test_tables_of_answers_are_long_or_wide(dialog: ExportDialog, place: int, is_plain: bool) -> None:
    dialog.format.setCurrentIndex(place)
    assert not dialog.rows.isEnabled()
    dialog.internal.click()
    dialog.rows.setCurrentIndex(1)
    assert dialog.chosen() == ExportWish(ExportFormat.CSV, "de", is_wide=True, is_plain_csv=is_plain)


@pytest.mark.parametrize("internal", [False, True])
@pytest.mark.parametrize("place", [EXCEL, CSV, PLAIN, JSON, SPSS, DDI])
def test_every_choice_can_be_written(dialog: ExportDialog, place: int, internal: bool) -> None:
    dialog.rows.setCurrentIndex(1)
    (dialog.internal if internal else dialog.public).click()
    dialog.format.setCurrentIndex(place)
    check_wish(dialog.chosen())
    assert dialog.public.isChecked() != dialog.internal.isChecked()


def test_what_a_format_forces_is_not_kept_for_the_next(dialog: ExportDialog) -> None:
    dialog.format.setCurrentIndex(SPSS)
    assert not dialog.public.isEnabled()
    assert not dialog.chosen().is_public
    dialog.format.setCurrentIndex(JSON)
    assert dialog.chosen().is_public
    dialog.internal.click()
    dialog.format.setCurrentIndex(DDI)
    assert dialog.chosen().is_public
    dialog.format.setCurrentIndex(EXCEL)
    assert not dialog.chosen().is_public


def test_the_language_is_that_of_the_program_until_another_is_chosen(dialog: ExportDialog) -> None:
    dialog.language.setCurrentIndex(1)
    assert dialog.chosen().language == "en"


def test_all_can_be_chosen_by_keyboard(dialog: ExportDialog) -> None:
    dialog.format.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    assert dialog.chosen() == ExportWish(ExportFormat.CSV, "de")
    names = [spoken_name(widget) for widget in tab_order(dialog)]
    assert all(names)
    assert {"Format", "Zeilen", "Sprache"} <= set(names)


@pytest.mark.parametrize("place", [EXCEL, CSV, SPSS, DDI])
def test_a_small_screen_shows_it_whole(dialog: ExportDialog, place: int) -> None:
    dialog.format.setCurrentIndex(place)
    squeeze(dialog, 560, 320)
    assert cut_texts(dialog) == []
    assert hidden_sideways(dialog) == 0
