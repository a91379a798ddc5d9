"""Papers about the workshop and what follows from it, from the button to the file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.workshop import AgendaItem, Workshop
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.pages import REPORTS, WORKSHOP
from tests.unit.ui.conftest import ChooseFile
from tests.unit.ui.keyboard import spoken_name
from tests.unit.ui.material import add_sheets
from tests.unit.ui.modal import Modals

LATER_MS = 30_000
NOTES = "Nur für mich"
Way = tuple[int, str, str]
"""Page, button, and what is chosen in its menu."""
PAPERS: list[tuple[Way, str]] = [
    ((WORKSHOP, "Protokoll", "Als PDF speichern …"), "Protokoll Workshop Runde 2026.pdf"),
    ((WORKSHOP, "Protokoll", "Als Word-Datei speichern …"), "Protokoll Workshop Runde 2026.docx"),
    ((WORKSHOP, "Arbeitsblätter", "Alle Arbeitsgruppen (PDF) …"), "Arbeitsblätter Runde 2026.pdf"),
    ((WORKSHOP, "Arbeitsblätter", "Teilhabe (PDF) …"), "Arbeitsblätter Runde 2026 Teilhabe.pdf"),
    ((WORKSHOP, "Arbeitsblätter", "Alle Arbeitsgruppen (Word) …"), "Arbeitsblätter Runde 2026.docx"),
    ((REPORTS, "Ratsvorlage …", ""), "Entwurf Ratsvorlage Runde 2026.docx"),
    ((REPORTS, "Integrationsstrategie …", ""), "Entwurf Integrationsstrategie Runde 2026.docx"),
]
HEADS = {".pdf": b"%PDF-", ".docx": b"PK"}


@dataclass(frozen=True)
class Clerk:
    """A person who saves papers."""

    workspace: Workspace
    qtbot: QtBot

    def press(self, page: int, button: str, entry: str) -> None:
        """Turn to a page and press a button, or choose in its menu."""
        self.workspace.show_page(page)
        self.until_done()
        pressed = next(made for made in self.workspace.findChildren(QPushButton) if spoken_name(made) == button)
        menu = pressed.menu()
        if not isinstance(menu, QMenu):
            pressed.click()
            return
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == entry).trigger()

    def until_done(self) -> None:
        """Wait until the work is over and shown."""
        self.qtbot.waitUntil(lambda: not self.workspace.findChildren(BackgroundWork), timeout=LATER_MS)


@pytest.fixture
def clerk(workspace: Workspace, session: Session, qtbot: QtBot) -> Clerk:
    """A person with answers and a workshop."""
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": value} for value in range(4)])
    workshop = Workshop(agenda=(AgendaItem("b.suche", notes=NOTES),), participants={"council": 4})
    session.opened.workshops.save(session.current_round, Workshop(), workshop)
    session.sheetsChanged.emit()
    return Clerk(workspace, qtbot)


@pytest.fixture
def proposed(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """The names that the file dialogs proposed; the person then gives up."""
    names: list[str] = []

    def give_up(_: object, __: str, path: str, *___: object) -> tuple[str, str]:
        names.append(Path(path).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(give_up))
    return names.copy


@pytest.mark.parametrize(("way", "name"), PAPERS)
def test_each_paper_is_proposed_under_a_name_of_its_own(
    clerk: Clerk, proposed: Callable[[], list[str]], way: Way, name: str
) -> None:
    clerk.press(*way)
    assert proposed() == [name]
    assert not clerk.workspace.findChildren(BackgroundWork)


@pytest.mark.parametrize(("way", "name"), PAPERS)
def test_each_paper_is_written_beside_the_window_and_said(
    clerk: Clerk, choose_file: ChooseFile, tmp_path: Path, way: Way, name: str
) -> None:
    folder = tmp_path / "Papiere"
    folder.mkdir()
    choose_file(folder / name)
    with clerk.qtbot.waitSignal(clerk.workspace.noticed, timeout=LATER_MS) as told:
        clerk.press(*way)
    clerk.until_done()
    assert told.args == [f"Gespeichert: {folder / name}"]
    assert list(folder.iterdir()) == [folder / name]
    assert (folder / name).read_bytes().startswith(HEADS[Path(name).suffix])


def test_a_draft_is_written_in_the_language_that_is_chosen(
    clerk: Clerk, choose_file: ChooseFile, tmp_path: Path
) -> None:
    language = clerk.workspace.pages.reports.language
    language.setCurrentIndex(language.findData("en"))
    choose_file(tmp_path / "Paper.docx")
    clerk.press(REPORTS, "Ratsvorlage …", "")
    clerk.until_done()
    with zipfile.ZipFile(tmp_path / "Paper.docx") as paper:
        assert "Draft of a paper for the council" in paper.read("word/document.xml").decode()


def test_the_ending_is_added_and_the_folder_remembered_for_its_kind(
    clerk: Clerk, choose_file: ChooseFile, tmp_path: Path
) -> None:
    choose_file(tmp_path / "Vorlage")
    clerk.press(REPORTS, "Ratsvorlage …", "")
    clerk.until_done()
    assert (tmp_path / "Vorlage.docx").exists()
    assert clerk.workspace.settings.folders["council"] == str(tmp_path)


def test_the_moderators_own_notes_are_in_no_paper(clerk: Clerk, choose_file: ChooseFile, tmp_path: Path) -> None:
    choose_file(tmp_path / "Protokoll.docx")
    clerk.press(WORKSHOP, "Protokoll", "Als Word-Datei speichern …")
    clerk.until_done()
    with zipfile.ZipFile(tmp_path / "Protokoll.docx") as paper:
        said = paper.read("word/document.xml").decode()
    assert "Wohnungssuche" in said
    assert NOTES not in said


def test_a_target_that_can_not_be_written_is_said(
    clerk: Clerk, choose_file: ChooseFile, tmp_path: Path, modals: Modals
) -> None:
    gone = tmp_path / "gibt es nicht" / "Protokoll.pdf"
    choose_file(gone)
    modals.expect()
    clerk.press(WORKSHOP, "Protokoll", "Als PDF speichern …")
    clerk.until_done()
    assert str(gone) in modals.said[0]
    assert "lässt sich nicht schreiben" in modals.said[0]


def test_without_an_agenda_there_are_no_minutes_and_no_handouts(workspace: Workspace, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": 1}])
    page = workspace.pages.workshop
    assert not page.minutes_button.isEnabled()
    assert not page.agenda.handouts_button.isEnabled()
