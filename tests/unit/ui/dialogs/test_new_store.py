"""The dialog for a new file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.ui.dialogs.new_store import NewStore, NewStoreDialog
from tests.unit.ui.conftest import ChooseFile, ShowWidget
from tests.unit.ui.keyboard import ALT, focusable, focused, press, spoken_name, tab_order


@pytest.fixture
def dialog(show: ShowWidget, tmp_path: Path) -> NewStoreDialog:
    """The dialog, for files in the test's folder."""
    made = NewStoreDialog(tmp_path)
    show(made)
    return made


def button(dialog: QDialog, text: str) -> QPushButton:
    """A button by its word."""
    return next(made for made in dialog.findChildren(QPushButton) if made.text() == text)


def type_into_path(dialog: NewStoreDialog, text: str) -> None:
    """Write another path, as a person does."""
    dialog.path.setFocus()
    dialog.path.selectAll()
    press(text or Qt.Key.Key_Delete)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Stadt Musterhausen", "Stadt Musterhausen.kommune"),
        ("Müllheim an der Größe", "Müllheim an der Größe.kommune"),
        ("Bad Berka/Blankenhain", "Bad Berka-Blankenhain.kommune"),
        ("Gemeinde: Süd", "Gemeinde- Süd.kommune"),
        ("St. Blasien v1.2", "St. Blasien v1.2.kommune"),
        ("  Lindenau  ", "Lindenau.kommune"),
        ('a\\b*c?d"e<f>g|h', "a-b-c-d-e-f-g-h.kommune"),
        ("///", "Kommune.kommune"),
        ("", "Kommune.kommune"),
    ],
)
def test_the_file_is_named_after_the_municipality(dialog: NewStoreDialog, tmp_path: Path, name: str, file: str) -> None:
    dialog.name.setText(name)
    assert dialog.path.text() == str(tmp_path / file)


def test_the_name_itself_is_kept_as_it_was_typed(dialog: NewStoreDialog, tmp_path: Path) -> None:
    dialog.name.setText(" Bad Berka/Blankenhain: Süd ")
    assert dialog.chosen() == NewStore("Bad Berka/Blankenhain: Süd", tmp_path / "Bad Berka-Blankenhain- Süd.kommune")


def test_a_path_that_was_typed_does_not_follow_the_name_any_more(dialog: NewStoreDialog, tmp_path: Path) -> None:
    dialog.name.setText("Musterhausen")
    type_into_path(dialog, str(tmp_path / "eigene.kommune"))
    dialog.name.setText("Lindenau")
    assert dialog.chosen() == NewStore("Lindenau", tmp_path / "eigene.kommune")


def test_a_path_that_was_chosen_does_not_follow_the_name_any_more(
    dialog: NewStoreDialog, choose_file: ChooseFile, tmp_path: Path
) -> None:
    choose_file(tmp_path / "gewählt.kommune")
    button(dialog, "Ändern …").click()
    dialog.name.setText("Lindenau")
    assert dialog.path.text() == str(tmp_path / "gewählt.kommune")


def test_a_choice_that_was_cancelled_changes_nothing(
    dialog: NewStoreDialog, choose_file: ChooseFile, tmp_path: Path
) -> None:
    choose_file(None)
    button(dialog, "Ändern …").click()
    dialog.name.setText("Lindenau")
    assert dialog.path.text() == str(tmp_path / "Lindenau.kommune")


@pytest.mark.parametrize(
    ("typed", "file"), [("a", "a.kommune"), ("a.KOMMUNE", "a.KOMMUNE"), ("a 1.2", "a 1.2.kommune")]
)
def test_the_ending_is_added_where_it_is_missing(dialog: NewStoreDialog, tmp_path: Path, typed: str, file: str) -> None:
    dialog.name.setText("Musterhausen")
    type_into_path(dialog, str(tmp_path / typed))
    assert dialog.chosen().path == tmp_path / file


@pytest.mark.parametrize("name", ["", "   "])
def test_a_file_can_not_be_made_without_a_name(dialog: NewStoreDialog, name: str) -> None:
    dialog.name.setText("Musterhausen")
    assert button(dialog, "Datei anlegen").isEnabled()
    dialog.name.setText(name)
    assert not button(dialog, "Datei anlegen").isEnabled()


def test_a_file_can_not_be_made_without_a_path(dialog: NewStoreDialog) -> None:
    dialog.name.setText("Musterhausen")
    type_into_path(dialog, "")
    assert not button(dialog, "Datei anlegen").isEnabled()


def test_a_file_can_be_made_as_soon_as_a_path_is_chosen_again(
    dialog: NewStoreDialog, choose_file: ChooseFile, tmp_path: Path
) -> None:
    dialog.name.setText("Musterhausen")
    type_into_path(dialog, "")
    choose_file(tmp_path / "gewählt.kommune")
    button(dialog, "Ändern …").click()
    assert button(dialog, "Datei anlegen").isEnabled()


def test_enter_in_the_name_makes_the_file(dialog: NewStoreDialog, qtbot: QtBot) -> None:
    dialog.name.setFocus()
    press("Ort")
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return)


def test_enter_without_a_name_does_nothing(dialog: NewStoreDialog) -> None:
    dialog.name.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_escape_gives_up(dialog: NewStoreDialog, qtbot: QtBot) -> None:
    dialog.name.setText("Musterhausen")
    with qtbot.waitSignal(dialog.rejected):
        press(Qt.Key.Key_Escape)


def test_the_keyboard_begins_at_the_name_and_goes_downwards(dialog: NewStoreDialog) -> None:
    dialog.name.setFocus()
    press("Ort")
    order = tab_order(dialog)
    assert order[:3] == [dialog.name, dialog.path, button(dialog, "Ändern …")]
    assert len(order) == 5


def test_the_dialog_opens_with_the_keyboard_in_the_name(dialog: NewStoreDialog) -> None:
    assert focused() is dialog.name


@pytest.mark.parametrize(("letter", "field"), [(Qt.Key.Key_N, "name"), (Qt.Key.Key_D, "path")])
def test_alt_and_the_underlined_letter_lead_to_a_field(dialog: NewStoreDialog, letter: Qt.Key, field: str) -> None:
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"&Name der Kommune", "&Datei"} <= set(labels)
    button(dialog, "Ändern …").setFocus()
    press(letter, modifier=ALT)
    assert focused() is getattr(dialog, field)


def test_all_that_can_have_the_keyboard_has_a_name(dialog: NewStoreDialog) -> None:
    assert all(spoken_name(widget) for widget in focusable(dialog))
