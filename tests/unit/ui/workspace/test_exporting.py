"""The data of a round leave, beside the window."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.measure import Measure
from kommune_desktop.db import Store
from kommune_desktop.texts import Texts
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.dialogs.export import ExportDialog
from kommune_desktop.ui.measures.measure_dialog import MeasureDialog
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.pages import MEASURES, REPORTS
from kommune_desktop.ui.workspace.reports_page import ReportsPage
from tests.unit.export.tables.material import sheets_of
from tests.unit.ui.conftest import ChooseFile, OpenWindow, ShowWidget
from tests.unit.ui.material import TOWN, add_sheets
from tests.unit.ui.menus import entry
from tests.unit.ui.modal import Modals
from tests.unit.ui.workspace.table import column

LATER_MS = 30_000
EXCEL, CSV, PLAIN, JSON, SPSS, DDI = range(6)


@dataclass(frozen=True)
class Exporter:
    """A person who lets data leave."""

    workspace: Workspace
    folder: Path
    choose_file: ChooseFile
    modals: Modals
    qtbot: QtBot

    def begin(self, format_: int, target: Path | None, *, internal: bool = False) -> None:
        """Press the button on the page, choose in the dialog, and then a file."""
        self.choose_file(target)
        self.press(format_, internal=internal)

    def press(self, format_: int, *, internal: bool = False) -> None:
        """Press the button on the page and choose in the dialog."""
        self.workspace.show_page(REPORTS)
        self.modals.expect(lambda dialog: self._choose(dialog, format_, internal=internal))
        self.workspace.pages.reports.export_button.click()

    def _choose(self, dialog: ExportDialog, format_: int, *, internal: bool) -> None:
        dialog.format.setCurrentIndex(format_)
        if internal:
            dialog.internal.click()
        dialog.accept_button.click()

    def until_done(self) -> None:
        """Wait until the work is over and shown."""
        self.qtbot.waitUntil(lambda: not self.workspace.findChildren(BackgroundWork), timeout=LATER_MS)


@pytest.fixture
def person(  # noqa: PLR0913, PLR0917 - what a person has at hand
    workspace: Workspace, session: Session, choose_file: ChooseFile, modals: Modals, tmp_path: Path, qtbot: QtBot
) -> Exporter:
    """A person with answers, and a folder for them."""
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": value} for value in range(4)])
    folder = tmp_path / "Daten"
    folder.mkdir()
    return Exporter(workspace, folder, choose_file, modals, qtbot)


def test_the_workbook_is_written_beside_the_window_and_said(person: Exporter, qtbot: QtBot) -> None:
    target = person.folder / "e.xlsx"
    with qtbot.waitSignal(person.workspace.noticed, timeout=LATER_MS) as told:
        person.begin(EXCEL, target, internal=True)
    person.until_done()
    assert told.args == [f"Daten gespeichert: {target}"]
    assert len(sheets_of(target)["Antworten"]) == 1 + 4
    assert list(person.folder.iterdir()) == [target]


def test_public_data_have_no_answers(person: Exporter) -> None:
    person.begin(JSON, person.folder / "e.json")
    person.until_done()
    assert json.loads((person.folder / "e.json").read_text(encoding="utf-8"))["format"] == "kommune-results"


@pytest.mark.parametrize(
    ("format_", "suffix"), [(EXCEL, ".xlsx"), (CSV, ".csv"), (JSON, ".json"), (SPSS, ".sav"), (DDI, ".xml")]
)
def test_the_ending_is_added_and_the_folder_remembered(person: Exporter, format_: int, suffix: str) -> None:
    person.begin(format_, person.folder / "e")
    person.until_done()
    assert [path.name for path in person.folder.iterdir()] == [f"e{suffix}"]
    assert person.workspace.settings.folders["export"] == str(person.folder)


def test_who_gives_up_writes_nothing(person: Exporter) -> None:
    person.begin(EXCEL, None)
    assert not person.workspace.findChildren(BackgroundWork)
    person.modals.expect()
    person.workspace.pages.reports.export_button.click()
    assert not person.workspace.findChildren(BackgroundWork)


def test_a_cancelled_export_leaves_the_file_that_was_there(person: Exporter) -> None:
    target = person.folder / "e.xlsx"
    target.write_bytes(b"of last year")
    person.begin(EXCEL, target, internal=True)
    dialog = person.workspace.findChildren(QProgressDialog)[-1]
    assert dialog.labelText() == "Die Daten werden geschrieben …"
    dialog.findChildren(QPushButton)[0].click()
    person.until_done()
    assert target.read_bytes() == b"of last year"
    assert list(person.folder.iterdir()) == [target]


def test_a_file_that_is_open_elsewhere_says_what_to_do_and_another_name_is_proposed(
    person: Exporter, modals: Modals, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    target = person.folder / "e.xlsx"
    target.write_bytes(b"open in Excel")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", locked)
        person.begin(EXCEL, target)
        modals.expect()
        person.until_done()
    assert "Schließen Sie die Datei in anderen Programmen oder wählen Sie einen anderen Namen" in modals.said[-1]
    assert proposals(person, EXCEL, monkeypatch) == [person.folder / "e 2.xlsx"]
    assert proposals(person, EXCEL, monkeypatch) == [person.folder / "Ergebnisse Runde 2026.xlsx"]


def proposals(person: Exporter, format_: int, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Which file the dialog proposes; the person then gives up."""
    proposed: list[Path] = []

    def ask(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    person.press(format_)
    return proposed


def test_the_menu_offers_it_too(open_window: OpenWindow, modals: Modals) -> None:
    window = open_window()
    modals.expect()
    entry(window, "Daten exportieren …").trigger()
    assert modals.said


def test_without_a_round_there_is_nothing_to_export(
    words: Texts, tmp_path: Path, show: ShowWidget, open_window: OpenWindow
) -> None:
    empty = tmp_path / "leer.kommune"
    Store.create(empty, TOWN).close()
    assert not entry(open_window(empty), "Daten exportieren …").isEnabled()
    session = Session(words)
    session.use(Store.open(empty))
    page = ReportsPage(session)
    show(page)
    assert not page.export_button.isEnabled()
    session.close()


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".ics"])
def test_measures_are_saved_as_what_their_button_says(person: Exporter, qtbot: QtBot, suffix: str) -> None:
    workspace, session = person.workspace, person.workspace.session
    session.opened.measures.add(Measure("Formulare", round_id=session.current_round.id, due=date(2027, 1, 1)))
    workspace.show_page(MEASURES)
    target = person.folder / f"m{suffix}"
    person.choose_file(target)
    with qtbot.waitSignal(workspace.noticed, timeout=LATER_MS) as told:
        workspace.pages.measures.export_buttons[[".pdf", ".xlsx", ".ics"].index(suffix)].click()
    person.until_done()
    assert told.args == [f"Maßnahmen gespeichert: {target}"]
    assert target.stat().st_size > 100
    assert workspace.settings.folders["measures"] == str(person.folder)


def test_a_measure_from_the_results_is_in_the_list(person: Exporter, qtbot: QtBot) -> None:
    workspace = person.workspace

    def enter(dialog: MeasureDialog) -> None:
        dialog.title.insert("Aus den Ergebnissen")
        dialog.accept_button.click()

    person.modals.expect(enter)
    with qtbot.waitSignal(workspace.noticed, timeout=LATER_MS) as told:
        workspace.pages.results.measureWanted.emit(Measure("", area_id="b"))
    assert told.args == ["Maßnahme angelegt. Sie steht unter „Maßnahmen“."]
    workspace.show_page(MEASURES)
    assert column(workspace.pages.measures.view, 0) == ["Aus den Ergebnissen"]
