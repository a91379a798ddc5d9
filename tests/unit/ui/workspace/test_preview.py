"""From the wish for a report to its preview, and from there to a file."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kommune_desktop.texts import Texts
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.main_window import MainWindow
from kommune_desktop.ui.preview import PreviewView
from kommune_desktop.ui.preview.printing import new_printer
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.pages import REPORTS
from tests.unit.ui.conftest import ChooseFile, OpenWindow
from tests.unit.ui.keyboard import CTRL, focused, press
from tests.unit.ui.material import add_sheets
from tests.unit.ui.menus import entry
from tests.unit.ui.modal import Modals
from tests.unit.ui.preview.material import pdf

LATER_MS = 30_000


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, with a space and an umlaut in its name as a person's own may have."""
    folder = tmp_path / "Vorläufige Dateien"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@dataclass(frozen=True)
class Reader:
    """A person who looks at reports."""

    workspace: Workspace
    folder: Path
    choose_file: ChooseFile
    qtbot: QtBot

    def look(self) -> PreviewView:
        """Press the button on the page and wait for the preview."""
        self.workspace.show_page(REPORTS)
        self.workspace.pages.reports.view_button.click()
        self.until_done()
        assert self.workspace.preview is not None
        return self.workspace.preview

    def until_done(self) -> None:
        """Wait until the work is over and shown."""
        self.qtbot.waitUntil(lambda: not self.workspace.findChildren(BackgroundWork), timeout=LATER_MS)


@pytest.fixture
def person(workspace: Workspace, session: Session, choose_file: ChooseFile, temporary: Path, qtbot: QtBot) -> Reader:
    """A person with answers to report, and a folder for the report."""
    assert temporary.exists()
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": value} for value in range(4)])
    folder = temporary.parent / "Berichte für den Rat"
    folder.mkdir()
    return Reader(workspace, folder, choose_file, qtbot)


def test_a_report_is_seen_in_the_place_of_the_pages(person: Reader, temporary: Path) -> None:
    view = person.look()
    assert person.workspace.stack.currentWidget() is view
    assert focused() is view.pages
    assert view.document.name == "Musterhausen Runde 2026"
    assert len(view.document.sizes) > 1
    person.qtbot.waitUntil(lambda: bool(view.pages.look.pictures.of_page(0)))
    assert list(temporary.iterdir()) == []
    assert list(person.folder.iterdir()) == []


def test_escape_and_the_button_lead_back_to_the_reports(person: Reader) -> None:
    for leave in (lambda _: press(Qt.Key.Key_Escape), lambda view: view.back_button.click()):
        leave(person.look())
        assert person.workspace.preview is None
        assert person.workspace.stack.currentWidget() is person.workspace.desk
        assert person.workspace.pages.currentWidget() is person.workspace.pages.reports
        assert person.workspace.isAncestorOf(focused())


def test_looking_at_a_report_keeps_what_can_be_taken_back(person: Reader, session: Session) -> None:
    session.delete_sheet(session.sheets()[0])
    assert session.undo_stack.canUndo()
    person.look().back_button.click()
    assert session.undo_stack.canUndo()


def test_what_is_saved_is_what_was_seen(person: Reader) -> None:
    view = person.look()
    person.choose_file(person.folder / "Für den Rat")
    with person.qtbot.waitSignal(person.workspace.noticed, timeout=LATER_MS) as told:
        view.save_button.click()
    person.until_done()
    target = person.folder / "Für den Rat.pdf"
    assert target.read_bytes() == view.document.data
    assert list(person.folder.iterdir()) == [target]
    assert told.args == [f"Gespeichert: {target}"]
    assert person.workspace.settings.folders["report"] == str(person.folder)
    assert person.workspace.preview is view
    view.back_button.click()
    assert str(target) in person.workspace.pages.reports.done.text()


def proposed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What file dialogs propose from now on; nothing is chosen in them."""
    names: list[str] = []

    def ask(_parent: object, _title: str, name: str, *_: object) -> tuple[str, str]:
        names.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    return names


def test_after_a_refusal_another_name_is_proposed_once(
    person: Reader, modals: Modals, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = person.look()
    taken = person.folder / "Bericht.pdf"
    taken.mkdir()  # can't be written over, as a file can't on Windows that is open in another program
    modals.expect()
    person.choose_file(taken)
    view.save_button.click()
    person.until_done()
    assert "Schließen Sie die Datei in anderen Programmen" in modals.said[0]
    names = proposed(monkeypatch)
    view.save_button.click()
    view.save_button.click()
    assert names == [
        str(person.folder / "Bericht 2.pdf"),
        str(person.folder / "Musterhausen Runde 2026.pdf"),
    ]


def test_a_report_that_is_saved_without_looking_gets_another_name_too(
    person: Reader, modals: Modals, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = person.folder / "Bericht.pdf"
    taken.mkdir()
    modals.expect()
    person.choose_file(taken)
    person.workspace.pages.reports.save_button.click()
    person.until_done()
    names = proposed(monkeypatch)
    person.workspace.pages.reports.save_button.click()
    assert names == [str(person.folder / "Bericht 2.pdf")]


def test_a_folder_that_has_gone_says_so_and_keeps_the_preview(person: Reader, modals: Modals) -> None:
    view = person.look()
    modals.expect()
    person.choose_file(person.folder / "weg" / "a.pdf")
    view.save_button.click()
    person.until_done()
    assert "lässt sich nicht schreiben" in modals.said[0]
    assert person.workspace.preview is view


def test_a_cancelled_report_shows_nothing_and_leaves_nothing(person: Reader, temporary: Path) -> None:
    person.workspace.show_page(REPORTS)
    person.workspace.pages.reports.view_button.click()
    (work,) = person.workspace.findChildren(BackgroundWork)
    work._worker.stop()
    person.until_done()
    assert person.workspace.preview is None
    assert list(temporary.iterdir()) == []


def test_printing_says_how_many_pages_went_to_the_printer(person: Reader) -> None:
    view = person.look()
    printer = new_printer(view.document)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(person.folder / "gedruckt.pdf"))
    with person.qtbot.waitSignal(person.workspace.noticed, timeout=LATER_MS) as told:
        view.printing.print(printer)
    count = len(view.document.sizes)
    assert told.args == [f"{count} Seiten an den Drucker gegeben: {view.document.name}"]
    assert (person.folder / "gedruckt.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.qt_log_ignore("QPainter::begin", "does not support propagateSizeHints")
def test_a_printer_that_does_not_take_the_job_says_so(person: Reader, modals: Modals) -> None:
    view = person.look()
    printer = new_printer(view.document)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(person.folder / "weg" / "gedruckt.pdf"))
    modals.expect()
    view.printing.print(printer)
    person.until_done()
    assert "nimmt den Auftrag nicht an" in modals.said[0]
    assert person.workspace.preview is view


def test_closing_the_window_while_pages_are_drawn_ends_well(
    open_window: OpenWindow, temporary: Path, qtbot: QtBot
) -> None:
    window = open_window()
    workspace = window.workspace
    assert workspace is not None
    workspace.pages.reports.view_button.click()
    qtbot.waitUntil(lambda: workspace.preview is not None, timeout=LATER_MS)
    assert workspace.preview is not None
    thread = workspace.preview._thread
    workspace.preview.pages.set_zoom(400)
    window.close()
    assert thread.isFinished()
    assert list(temporary.iterdir()) == []


def test_closing_the_window_while_a_report_is_written_leaves_nothing(
    open_window: OpenWindow, temporary: Path, qtbot: QtBot
) -> None:
    window = open_window()
    workspace = window.workspace
    assert workspace is not None
    workspace.pages.reports.view_button.click()
    window.close()
    qtbot.waitUntil(lambda: not workspace.findChildren(BackgroundWork), timeout=LATER_MS)
    assert workspace.preview is None
    assert list(temporary.iterdir()) == []


@dataclass(frozen=True)
class Chooser:
    """A person who chooses a PDF file in the menu."""

    window: MainWindow
    workspace: Workspace
    source: Path
    choose_file: ChooseFile
    qtbot: QtBot

    def choose(self) -> None:
        """Choose the file."""
        self.choose_file(self.source)
        entry(self.window, "PDF ansehen und drucken …").trigger()

    def look(self) -> PreviewView:
        """Choose the file and wait until it is shown."""
        self.choose()
        self.qtbot.waitUntil(lambda: self.workspace.preview is not None)
        assert self.workspace.preview is not None
        return self.workspace.preview


@pytest.fixture
def chooser(open_window: OpenWindow, choose_file: ChooseFile, tmp_path: Path, qtbot: QtBot) -> Chooser:
    """A person with a window, and the name of a file that there is not yet."""
    window = open_window()
    assert window.workspace is not None
    return Chooser(window, window.workspace, tmp_path / "Bögen für Größe.pdf", choose_file, qtbot)


def test_a_file_can_be_seen_from_the_menu(chooser: Chooser) -> None:
    chooser.source.write_bytes(pdf(3, bookmarks=False))
    view = chooser.look()
    assert view.document.name == "Bögen für Größe"
    chooser.source.unlink()  # what is shown does not need the file any more
    press(Qt.Key.Key_End)
    chooser.qtbot.waitUntil(lambda: bool(view.pages.look.pictures.of_page(2)))


@pytest.mark.parametrize("content", [None, b"", b"Sehr geehrte Damen und Herren"])
def test_a_file_that_is_gone_or_damaged_says_so(
    chooser: Chooser, modals: Modals, words: Texts, content: bytes | None
) -> None:
    if content is not None:
        chooser.source.write_bytes(content)
    modals.expect()
    chooser.choose()
    chooser.qtbot.waitUntil(lambda: bool(modals.said))
    if content is None:
        expected = words("error.file.unreadable", path=chooser.source, reason="No such file or directory")
    else:
        expected = words("error.pdf.damaged", path=chooser.source.stem)
    assert modals.said[0] == expected
    assert chooser.workspace.preview is None


def test_ctrl_p_prints_the_document_and_elsewhere_paper_sheets(
    chooser: Chooser, modals: Modals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    chooser.source.write_bytes(pdf(1))
    view = chooser.look()
    modals.expect()
    press("p", modifier=CTRL)
    assert "kein Drucker" in modals.said[0]
    view.closed.emit()
    chooser.window.activateWindow()
    chooser.workspace.sidebar.pages.setFocus()
    chooser.qtbot.waitUntil(chooser.workspace.sidebar.pages.hasFocus)
    modals.expect()
    press("p", modifier=CTRL)
    assert "kein Drucker" not in modals.said[1]
