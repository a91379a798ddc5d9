"""Printing paper sheets from the workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.round import MAX_TITLE, ReturnAddress
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from kommune_desktop.texts import Texts
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.dialogs.print_forms import PrintFormsDialog
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.pages import OVERVIEW, RETURNS, SHEETS
from tests.unit.ui.conftest import ChooseFile, OpenWindow
from tests.unit.ui.keyboard import CTRL, press
from tests.unit.ui.material import TOWN, add_small_round
from tests.unit.ui.menus import entry
from tests.unit.ui.modal import Modals
from tests.unit.ui.workspace.table import column

LATER_MS = 30_000
Fill = Callable[[PrintFormsDialog], object]


def for_council(dialog: PrintFormsDialog, count: int = 2) -> None:
    """Wish numbered sheets for the council."""
    dialog.group.setCurrentIndex(dialog.group.findData("council"))
    dialog.count.setValue(count)


@dataclass(frozen=True)
class Printer:
    """A person who prints sheets."""

    workspace: Workspace
    target: Path
    choose_file: ChooseFile
    modals: Modals
    qtbot: QtBot

    def begin(self, fill: Fill = for_council, target: Path | None = None) -> None:
        """Fill in the dialog, press its button and choose a file, the usual one if none is named."""

        def fill_and_save(dialog: PrintFormsDialog) -> None:
            fill(dialog)
            next(made for made in dialog.findChildren(QPushButton) if made.text() == "Als PDF speichern …").click()

        self.choose_file(target or self.target)
        self.modals.expect(fill_and_save)
        self.workspace.files.print_forms()

    def until_done(self) -> None:
        """Wait until the work is over and shown."""
        self.qtbot.waitUntil(lambda: not self.workspace.findChildren(BackgroundWork), timeout=LATER_MS)

    def print(self, fill: Fill = for_council, target: Path | None = None) -> None:
        """Print to the end."""
        self.begin(fill, target)
        self.until_done()

    def files(self) -> list[str]:
        """The names of what lies in the folder for the sheets."""
        return sorted(found.name for found in self.target.parent.iterdir())


@pytest.fixture
def person(workspace: Workspace, choose_file: ChooseFile, modals: Modals, tmp_path: Path, qtbot: QtBot) -> Printer:
    """A person with a folder for the sheets."""
    folder = tmp_path / "Druck"
    folder.mkdir()
    return Printer(workspace, folder / "Rat.pdf", choose_file, modals, qtbot)


def numbers(session: Session) -> list[str]:
    """The numbers of all sheets of the round."""
    return [sheet.number for sheet in session.sheets()]


def test_sheets_are_written_and_registered_and_the_list_lies_beside_them(person: Printer, session: Session) -> None:
    person.print()
    assert person.files() == ["Rat Ausgabeliste.pdf", "Rat.pdf"]
    for name in person.files():
        assert person.target.with_name(name).read_bytes().startswith(b"%PDF-")
    assert [(sheet.group_id, sheet.state) for sheet in session.sheets()] == [("council", SheetState.ISSUED)] * 2
    assert [number[:-2] for number in numbers(session)] == ["26-RA-0001", "26-RA-0002"]


def test_all_pages_show_the_new_sheets_at_once(person: Printer) -> None:
    person.workspace.show_page(SHEETS)
    person.print()
    assert len(column(person.workspace.pages.sheets.view, 0)) == 2
    person.workspace.show_page(RETURNS)
    assert column(person.workspace.pages.returns.table, 1) == ["0", "2", "0"]
    person.workspace.show_page(OVERVIEW)
    person.workspace.pages.overview.next_button.click()
    assert person.workspace.pages.currentWidget() is person.workspace.pages.returns


def test_the_status_says_how_many_pages_lie_where(person: Printer, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(person.workspace.noticed, timeout=LATER_MS) as told:
        person.begin()
    person.until_done()
    form_id = session.sheets()[0].form_id
    assert form_id is not None
    pages = 2 * len(session.opened.forms.get(form_id).pages)
    assert told.args == [f"{pages} Seiten gespeichert: {person.target}"]


def test_without_the_list_only_the_sheets_are_written(person: Printer, session: Session) -> None:
    def without_list(dialog: PrintFormsDialog) -> None:
        for_council(dialog)
        dialog.with_list.setChecked(False)

    person.print(without_list)
    assert person.files() == ["Rat.pdf"]
    assert len(session.sheets()) == 2


def test_a_sheet_without_a_number_registers_nothing(person: Printer, session: Session) -> None:
    def master(dialog: PrintFormsDialog) -> None:
        for_council(dialog)
        dialog.master.setChecked(True)

    person.print(master)
    assert person.files() == ["Rat.pdf"]
    assert session.sheets() == []


def test_more_sheets_go_on_counting(person: Printer, session: Session) -> None:
    person.print()
    person.print(target=person.target.with_name("Mehr.pdf"))
    assert [number[:-2] for number in numbers(session)] == [f"26-RA-000{serial}" for serial in range(1, 5)]


def test_the_ending_is_added_and_the_folder_remembered(person: Printer) -> None:
    person.print(target=person.target.with_suffix(""))
    assert person.files() == ["Rat Ausgabeliste.pdf", "Rat.pdf"]
    assert person.workspace.settings.folders["forms"] == str(person.target.parent)


def test_address_and_logo_are_remembered_for_the_next_time(person: Printer, tmp_path: Path) -> None:
    picture = tmp_path / "Wappen.png"
    Image.new("L", (60, 30), 80).save(picture)

    def with_front(dialog: PrintFormsDialog) -> None:
        for_council(dialog)
        dialog.place.setPlainText("Rathaus\nMarkt 1")
        dialog.day.box.setChecked(True)
        dialog.day.edit.setDate(QDate(2026, 10, 30))
        dialog.use_logo(picture)

    person.print(with_front)
    again: list[PrintFormsDialog] = []
    person.modals.expect(again.append)
    person.workspace.files.print_forms()
    assert again[0].chosen().address == ReturnAddress("Rathaus\nMarkt 1", date(2026, 10, 30))
    assert again[0].chosen().logo


def test_a_dialog_that_was_left_changes_nothing(person: Printer, session: Session) -> None:
    person.choose_file(person.target)
    person.modals.expect(lambda dialog: dialog.place.setPlainText("Rathaus"))
    person.workspace.files.print_forms()
    assert not person.workspace.findChildren(BackgroundWork)
    assert person.files() == []
    assert session.sheets() == []
    assert session.opened.rounds.return_address(session.current_round.id) == ReturnAddress()


def test_no_file_chosen_changes_nothing(person: Printer, session: Session) -> None:
    def fill(dialog: PrintFormsDialog) -> None:
        person.choose_file(None)
        for_council(dialog)

    person.begin(fill)
    assert not person.workspace.findChildren(BackgroundWork)
    assert person.files() == []
    assert session.sheets() == []


def test_a_cancelled_print_registers_nothing_and_leaves_no_file(person: Printer, session: Session) -> None:
    person.begin(lambda dialog: for_council(dialog, 200))
    person.workspace.findChildren(QProgressDialog)[-1].findChildren(QPushButton)[0].click()
    person.until_done()
    assert person.files() == []
    assert session.sheets() == []


def test_a_target_that_can_not_be_written_says_so_and_registers_nothing(person: Printer, session: Session) -> None:
    gone = person.target.parent / "gibt es nicht" / "Rat.pdf"
    person.begin(target=gone)
    person.modals.expect()
    person.until_done()
    assert str(gone) in person.modals.said[-1]
    assert "lässt sich nicht schreiben" in person.modals.said[-1]
    assert session.sheets() == []


def test_a_folder_in_the_place_of_the_target_registers_nothing(person: Printer, session: Session) -> None:
    person.target.mkdir()
    person.begin()
    person.modals.expect()
    person.until_done()
    assert len(person.modals.said) == 2
    assert person.files() == ["Rat.pdf"]
    assert session.sheets() == []


def test_a_list_of_that_name_is_not_overwritten(person: Printer, session: Session) -> None:
    old = person.target.with_name("Rat Ausgabeliste.pdf")
    old.write_text("die alte", encoding="utf-8")
    person.workspace.show_page(SHEETS)
    person.print()
    assert person.files() == ["Rat Ausgabeliste 2.pdf", "Rat Ausgabeliste.pdf", "Rat.pdf"]
    assert old.read_text(encoding="utf-8") == "die alte"
    assert column(person.workspace.pages.sheets.view, 0) == numbers(session)


def test_the_list_does_not_take_the_place_of_sheets_with_a_long_name(person: Printer) -> None:
    long = person.target.with_name(f"{'R' * 120}.pdf")
    person.print(target=long)
    assert len(person.files()) == 2


def test_the_name_that_is_suggested_for_a_long_round_has_room_for_the_list(
    person: Printer, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_small_round(session.opened, "R" * MAX_TITLE)
    session.use(Store.open(session.path))
    person.workspace.settings.folders["forms"] = str(person.target.parent)

    def accept(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        return suggested, ""

    def fill(dialog: PrintFormsDialog) -> None:
        for_council(dialog)
        monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", staticmethod(accept))

    person.print(fill)
    assert len(person.files()) == 2


def test_a_second_sheet_of_a_joint_group_is_refused_with_a_message(
    person: Printer, session: Session, words: Texts
) -> None:
    session.add_sheet("administration")
    person.begin(lambda dialog: dialog.group.setCurrentIndex(dialog.group.findData("administration")))
    person.modals.expect()
    person.until_done()
    assert person.modals.said[-1] == words("error.sheet.joint_has_one")
    assert person.files() == []
    assert len(session.sheets()) == 1


def test_a_sheet_is_printed_again_under_its_number(person: Printer, session: Session) -> None:
    person.print()
    before = session.sheets()
    again = person.target.with_name("Noch einmal.pdf")
    person.choose_file(again)
    person.workspace.show_page(SHEETS)
    person.workspace.pages.sheets.view.selectRow(1)
    person.workspace.pages.sheets.print_button.click()
    person.until_done()
    assert again.read_bytes().startswith(b"%PDF-")
    assert session.sheets() == before


def test_no_file_chosen_for_a_sheet_again_writes_nothing(person: Printer, session: Session) -> None:
    person.print()
    person.choose_file(None)
    person.workspace.files.print_again(session.sheets()[0])
    assert not person.workspace.findChildren(BackgroundWork)
    assert person.files() == ["Rat Ausgabeliste.pdf", "Rat.pdf"]


def test_the_page_for_returns_offers_to_print(person: Printer) -> None:
    person.workspace.show_page(RETURNS)
    person.modals.expect()
    person.workspace.pages.returns.print_button.click()
    assert len(person.modals.said) == 1


def test_ctrl_p_asks_what_to_print(open_window: OpenWindow, modals: Modals) -> None:
    workspace = open_window().workspace
    assert workspace is not None
    workspace.sidebar.pages.setFocus()
    opened: list[object] = []
    modals.expect(opened.append)
    press(Qt.Key.Key_P, modifier=CTRL)
    assert isinstance(opened[0], PrintFormsDialog)


def test_without_a_round_nothing_can_be_printed(open_window: OpenWindow, tmp_path: Path) -> None:
    empty = tmp_path / "leer.kommune"
    Store.create(empty, TOWN).close()
    window = open_window(empty)
    assert window.workspace is not None
    assert not entry(window, "Bögen drucken …").isEnabled()
    window.workspace.show_page(RETURNS)
    assert not window.workspace.pages.returns.print_button.isEnabled()
