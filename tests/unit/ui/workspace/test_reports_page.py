"""Writing reports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.report import SECTIONS, ReportKind, ReportOptions, Section
from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.dialogs.report_options import ReportOptionsDialog
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.pages import REPORTS
from kommune_desktop.ui.workspace.reports_page import ReportsPage, ReportWish
from tests.unit.ui.conftest import ChooseFile, ShowWidget
from tests.unit.ui.keyboard import focusable, spoken_name
from tests.unit.ui.material import TOWN, add_sheets
from tests.unit.ui.modal import Modals

LATER_MS = 30_000


@dataclass(frozen=True)
class Author:
    """A person who saves a report."""

    workspace: Workspace
    target: Path
    choose_file: ChooseFile
    qtbot: QtBot

    def begin(self, target: Path | None = None) -> None:
        """Press the button on the page and choose a file, the usual one if none is named."""
        self.workspace.show_page(REPORTS)
        self.choose_file(target or self.target)
        self.workspace.pages.reports.save_button.click()

    def cancel(self) -> None:
        """Press the button of the progress dialog."""
        self.dialog().findChildren(QPushButton)[0].click()

    def dialog(self) -> QProgressDialog:
        """The dialog with the progress."""
        return self.workspace.findChildren(QProgressDialog)[-1]

    def until_done(self) -> None:
        """Wait until the work is over and shown."""
        self.qtbot.waitUntil(lambda: not self.workspace.findChildren(BackgroundWork), timeout=LATER_MS)


@pytest.fixture
def person(workspace: Workspace, session: Session, choose_file: ChooseFile, tmp_path: Path, qtbot: QtBot) -> Author:
    """A person with answers to report, and a folder for the report."""
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": value} for value in range(4)])
    folder = tmp_path / "Berichte"
    folder.mkdir()
    return Author(workspace, folder / "Bericht.pdf", choose_file, qtbot)


def test_the_report_is_written_beside_the_window(person: Author) -> None:
    person.begin()
    assert not person.target.exists()
    person.until_done()
    assert person.target.read_bytes().startswith(b"%PDF-")
    assert list(person.target.parent.iterdir()) == [person.target]


def test_the_page_and_the_status_say_where_the_report_lies(person: Author, qtbot: QtBot) -> None:
    page = person.workspace.pages.reports
    assert not page.open_button.isVisible()
    with qtbot.waitSignal(person.workspace.noticed, timeout=LATER_MS) as told:
        person.begin()
    assert told.args == [f"Bericht gespeichert: {person.target}"]
    assert page.done.text().startswith("Gespeichert, ")
    assert str(person.target) in page.done.text()
    assert page.open_button.isVisible()
    person.until_done()


def test_the_ending_is_added_and_the_folder_remembered(person: Author) -> None:
    person.begin(person.target.with_suffix(""))
    person.until_done()
    assert person.target.exists()
    assert person.workspace.settings.folders["report"] == str(person.target.parent)


@pytest.mark.parametrize(("language", "head"), [("Deutsch", b"(de)"), ("Englisch", b"(en)")])
def test_the_report_speaks_the_language_that_was_chosen(person: Author, language: str, head: bytes) -> None:
    chosen = person.workspace.pages.reports.language
    chosen.setCurrentIndex(chosen.findText(language))
    person.begin()
    person.until_done()
    assert b"/Lang " + head in person.target.read_bytes()


def test_progress_is_told_page_by_page(person: Author) -> None:
    pages: list[int] = []
    person.begin()
    assert person.dialog().labelText() == "Der Bericht wird geschrieben …"
    person.workspace.findChildren(BackgroundWork)[-1]._worker.progressed.connect(pages.append)
    person.until_done()
    assert pages == sorted(pages)
    assert pages[-1] > 1


def test_a_cancelled_report_leaves_no_file(person: Author) -> None:
    person.begin()
    person.cancel()
    person.until_done()
    assert list(person.target.parent.iterdir()) == []
    assert not person.workspace.pages.reports.open_button.isVisible()


def test_a_cancelled_report_leaves_the_file_that_was_there(person: Author) -> None:
    person.target.write_bytes(b"the report of last year")
    person.begin()
    person.cancel()
    person.until_done()
    assert person.target.read_bytes() == b"the report of last year"
    assert list(person.target.parent.iterdir()) == [person.target]


def test_a_target_that_can_not_be_written_says_so(person: Author, modals: Modals) -> None:
    gone = person.target.parent / "gibt es nicht" / "Bericht.pdf"
    modals.expect()
    person.begin(gone)
    person.until_done()
    assert str(gone) in modals.said[0]
    assert "lässt sich nicht schreiben" in modals.said[0]
    assert not person.workspace.pages.reports.open_button.isVisible()


def test_a_folder_in_the_place_of_the_target_says_so(person: Author, modals: Modals) -> None:
    person.target.mkdir()
    modals.expect()
    person.begin()
    person.until_done()
    assert len(modals.said) == 1
    assert list(person.target.parent.iterdir()) == [person.target]


def test_no_target_chosen_writes_nothing(workspace: Workspace, choose_file: ChooseFile) -> None:
    choose_file(None)
    workspace.pages.reports.save_button.click()
    assert not workspace.findChildren(BackgroundWork)


def test_another_file_does_not_show_the_report_of_the_one_before(
    person: Author, session: Session, tmp_path: Path
) -> None:
    person.begin()
    person.until_done()
    session.use(Store.create(tmp_path / "andere.kommune", "Lindenau"))
    person.workspace.show_page(REPORTS)
    assert not person.workspace.pages.reports.done.isVisible()


def test_a_wish_has_kind_and_language(session: Session, show: ShowWidget, qtbot: QtBot) -> None:
    page = ReportsPage(session)
    show(page)
    with qtbot.waitSignal(page.reportWanted) as wanted:
        page.save_button.click()
    assert wanted.args == [ReportWish("short", "de")]


@pytest.mark.parametrize(
    ("kind", "title", "said"),
    [
        ("short", "Kurzbericht für den Rat", "Alle dürfen ihn sehen."),
        ("public", "Öffentlicher Bericht", "Alle dürfen ihn sehen."),
        ("full", "Vollständiger Bericht (intern)", "Nur für den internen Gebrauch."),
    ],
)
def test_each_kind_says_what_is_in_it_and_who_may_see_it(
    session: Session, show: ShowWidget, kind: str, title: str, said: str
) -> None:
    page = ReportsPage(session)
    show(page)
    page.kind.setCurrentIndex(page.kind.findText(title))
    assert page.wish().kind == kind
    assert page.about.text().endswith(said)


def test_what_a_report_is_to_hold_is_remembered_for_its_kind(
    session: Session, show: ShowWidget, modals: Modals, tmp_path: Path, qtbot: QtBot
) -> None:
    source = tmp_path / "settings.json"
    page = ReportsPage(session, Settings.load(source))
    show(page)

    def leave_out_profile(dialog: ReportOptionsDialog) -> None:
        dialog.sections.item(2).setCheckState(Qt.CheckState.Unchecked)
        dialog.foreword.setPlainText("Guten Tag.")
        dialog.accept()

    modals.expect(leave_out_profile)
    page.contents_button.click()
    later = ReportsPage(session, Settings.load(source))
    show(later)
    kept = [section for section in SECTIONS[ReportKind.SHORT] if section is not Section.PROFILE]
    chosen = ReportOptions(tuple(kept), foreword="Guten Tag.")
    assert later.wish().options == chosen
    for wanted, press in ((later.viewWanted, later.view_button), (later.reportWanted, later.save_button)):
        with qtbot.waitSignal(wanted) as told:
            press.click()
        assert told.args[0].options == chosen
    later.kind.setCurrentIndex(1)
    assert later.wish().options == ReportOptions()


def test_a_dialog_that_was_cancelled_changes_nothing(session: Session, show: ShowWidget, modals: Modals) -> None:
    page = ReportsPage(session)
    show(page)
    modals.expect()
    page.contents_button.click()
    assert page.settings.reports == {}


@pytest.mark.parametrize("title", ["Öffentlicher Bericht", "Vollständiger Bericht (intern)"])
def test_long_reports_are_written_beside_the_window_too(person: Author, title: str) -> None:
    kind = person.workspace.pages.reports.kind
    kind.setCurrentIndex(kind.findText(title))
    person.begin()
    person.until_done()
    assert person.target.read_bytes().startswith(b"%PDF-")


def test_internal_and_public_reports_are_proposed_under_names_of_their_own(
    person: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def give_up(_: object, __: str, path: str, *___: object) -> tuple[str, str]:
        proposed.append(Path(path).stem)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(give_up))
    page = person.workspace.pages.reports
    for place in range(page.kind.count()):
        page.kind.setCurrentIndex(place)
        page.save_button.click()
    plain = proposed[0]
    assert proposed == [plain, f"{plain} öffentlich", f"{plain} intern"]


def test_without_a_round_there_is_nothing_to_report(words: Texts, tmp_path: Path, show: ShowWidget) -> None:
    session = Session(words)
    session.use(Store.create(tmp_path / "leer.kommune", TOWN))
    page = ReportsPage(session)
    show(page)
    assert not page.view_button.isEnabled()
    assert not page.save_button.isEnabled()
    session.close()


def test_all_that_can_have_the_keyboard_has_a_name(session: Session, show: ShowWidget, tmp_path: Path) -> None:
    page = ReportsPage(session)
    page.show_written(tmp_path / "a.pdf", 7)
    show(page)
    names = [spoken_name(widget) for widget in focusable(page)]
    report = ["Bericht", "Sprache", "Inhalt …", "Ansehen", "Als PDF speichern …", "Bericht öffnen"]
    assert names == [*report, "Ratsvorlage …", "Integrationsstrategie …", "Daten exportieren …"]
