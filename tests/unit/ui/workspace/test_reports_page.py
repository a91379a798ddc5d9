"""Writing reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.db import Store
from kommune_desktop.texts import Texts
from kommune_desktop.ui import background
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.reports_page import ReportsPage, ReportWish
from tests.unit.ui.conftest import ChooseFile, ShowWidget
from tests.unit.ui.keyboard import focusable, spoken_name
from tests.unit.ui.material import TOWN, add_sheets
from tests.unit.ui.modal import Modals


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the report is to lie."""
    folder = tmp_path / "Berichte"
    folder.mkdir()
    return folder / "Bericht.pdf"


@pytest.fixture(autouse=True)
def _answers(session: Session) -> None:
    """A round with answers."""
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": value} for value in range(4)])


def save(workspace: Workspace, choose_file: ChooseFile, target: Path | None) -> None:
    """Press the button and choose a file."""
    choose_file(target)
    workspace.reports.save_button.click()


def until_done(workspace: Workspace, qtbot: QtBot) -> None:
    """Wait until the work is over and shown."""
    qtbot.waitUntil(lambda: not workspace.findChildren(BackgroundWork), timeout=30_000)


def test_the_report_is_written_beside_the_window(
    workspace: Workspace, choose_file: ChooseFile, target: Path, qtbot: QtBot
) -> None:
    workspace.show_page(3)
    save(workspace, choose_file, target)
    assert not target.exists()
    until_done(workspace, qtbot)
    assert target.read_bytes().startswith(b"%PDF-")
    assert list(target.parent.iterdir()) == [target]


def test_the_page_and_the_status_say_where_the_report_lies(
    workspace: Workspace, choose_file: ChooseFile, target: Path, qtbot: QtBot
) -> None:
    workspace.show_page(3)
    assert not workspace.reports.open_button.isVisible()
    with qtbot.waitSignal(workspace.noticed, timeout=30_000) as told:
        save(workspace, choose_file, target)
    assert told.args == [f"Bericht gespeichert: {target}"]
    assert workspace.reports.done.text().startswith("Gespeichert, ")
    assert str(target) in workspace.reports.done.text()
    assert workspace.reports.open_button.isVisible()
    until_done(workspace, qtbot)


def test_the_ending_is_added_and_the_folder_remembered(
    workspace: Workspace, choose_file: ChooseFile, target: Path, qtbot: QtBot
) -> None:
    save(workspace, choose_file, target.with_suffix(""))
    until_done(workspace, qtbot)
    assert target.exists()
    assert workspace.settings.folders["report"] == str(target.parent)


@pytest.mark.parametrize(("language", "head"), [("Deutsch", b"(de)"), ("Englisch", b"(en)")])
def test_the_report_speaks_the_language_that_was_chosen(
    workspace: Workspace, choose_file: ChooseFile, target: Path, qtbot: QtBot, language: str, head: bytes
) -> None:
    page = workspace.reports
    page.language.setCurrentIndex(page.language.findText(language))
    save(workspace, choose_file, target)
    until_done(workspace, qtbot)
    assert b"/Lang " + head in target.read_bytes()


def test_progress_is_shown_with_what_is_being_done(
    workspace: Workspace, choose_file: ChooseFile, target: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "SHOW_PROGRESS_AFTER_MS", 0)
    shown: list[int] = []
    save(workspace, choose_file, target)
    dialog = workspace.findChildren(QProgressDialog)[-1]
    worker = workspace.findChildren(BackgroundWork)[-1]._worker
    worker.progressed.connect(shown.append)
    assert dialog.labelText() == "Der Bericht wird geschrieben …"
    until_done(workspace, qtbot)
    assert shown == sorted(shown)
    assert shown[-1] > 1


def test_a_cancelled_report_leaves_no_file(
    workspace: Workspace, choose_file: ChooseFile, target: Path, qtbot: QtBot
) -> None:
    workspace.show_page(3)
    save(workspace, choose_file, target)
    workspace.findChildren(QProgressDialog)[-1].findChildren(QPushButton)[0].click()
    until_done(workspace, qtbot)
    assert list(target.parent.iterdir()) == []
    assert not workspace.reports.open_button.isVisible()


def test_a_cancelled_report_leaves_the_file_that_was_there(
    workspace: Workspace, choose_file: ChooseFile, target: Path, qtbot: QtBot
) -> None:
    target.write_bytes(b"the report of last year")
    save(workspace, choose_file, target)
    workspace.findChildren(QProgressDialog)[-1].findChildren(QPushButton)[0].click()
    until_done(workspace, qtbot)
    assert target.read_bytes() == b"the report of last year"
    assert list(target.parent.iterdir()) == [target]


def test_a_target_that_can_not_be_written_says_so(
    workspace: Workspace, choose_file: ChooseFile, target: Path, modals: Modals, qtbot: QtBot
) -> None:
    gone = target.parent / "gibt es nicht" / "Bericht.pdf"
    modals.expect()
    save(workspace, choose_file, gone)
    qtbot.waitUntil(lambda: bool(modals.said), timeout=30_000)
    until_done(workspace, qtbot)
    assert str(gone) in modals.said[0]
    assert "lässt sich nicht schreiben" in modals.said[0]
    assert not workspace.reports.open_button.isVisible()


def test_a_folder_in_the_place_of_the_target_says_so(
    workspace: Workspace, choose_file: ChooseFile, target: Path, modals: Modals, qtbot: QtBot
) -> None:
    target.mkdir()
    modals.expect()
    save(workspace, choose_file, target)
    qtbot.waitUntil(lambda: bool(modals.said), timeout=30_000)
    until_done(workspace, qtbot)
    assert list(target.parent.iterdir()) == [target]


def test_no_target_chosen_writes_nothing(workspace: Workspace, choose_file: ChooseFile) -> None:
    save(workspace, choose_file, None)
    assert not workspace.findChildren(BackgroundWork)


def test_a_wish_has_kind_and_language(session: Session, show: ShowWidget, qtbot: QtBot) -> None:
    page = ReportsPage(session)
    show(page)
    with qtbot.waitSignal(page.reportWanted) as wanted:
        page.save_button.click()
    assert wanted.args == [ReportWish("short", "de")]


def test_without_a_round_there_is_nothing_to_report(words: Texts, tmp_path: Path, show: ShowWidget) -> None:
    session = Session(words)
    session.use(Store.create(tmp_path / "leer.kommune", TOWN))
    page = ReportsPage(session)
    show(page)
    assert not page.save_button.isEnabled()
    session.close()


def test_another_file_does_not_show_the_report_of_the_one_before(
    workspace: Workspace, session: Session, choose_file: ChooseFile, target: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    save(workspace, choose_file, target)
    until_done(workspace, qtbot)
    session.use(Store.create(tmp_path / "andere.kommune", "Lindenau"))
    workspace.show_page(3)
    assert not workspace.reports.done.isVisible()


def test_all_that_can_have_the_keyboard_has_a_name(session: Session, show: ShowWidget, tmp_path: Path) -> None:
    page = ReportsPage(session)
    page.show_written(tmp_path / "a.pdf", 7)
    show(page)
    names = [spoken_name(widget) for widget in focusable(page)]
    assert names == ["Bericht", "Sprache", "Als PDF speichern …", "Bericht öffnen"]
