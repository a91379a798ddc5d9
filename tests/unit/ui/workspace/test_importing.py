"""Taking in answers from a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressDialog
from pytestqt.qtbot import QtBot

from kommune_desktop.db import Store
from kommune_desktop.db import connection as db_connection
from kommune_desktop.texts import Texts
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.problems import ProblemList
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from tests.unit.ui.conftest import ChooseFile
from tests.unit.ui.material import answer, locked, stored
from tests.unit.ui.modal import Modals
from tests.unit.ui.workspace.table import column

GOOD = """sheet,group,question,state,value,comment
7,council,b.suche,given,3,
7,council,9,,1,„fast“
8,council,b.suche,dont_know,,
"""
BAD = """sheet,group,question,state,value,comment
7,council,b.suche,given,3,
8,council,b.suche,given,9,
9,nobody,b.suche,given,1,
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Where the file with answers lies."""
    folder = tmp_path / "Eingang"
    folder.mkdir()
    return folder / "antworten.csv"


def import_file(workspace: Workspace, choose_file: ChooseFile, source: Path, content: str) -> None:
    """Choose a file with this content."""
    source.write_text(content, encoding="utf-8")
    choose_file(source)
    workspace.sheets.import_button.click()


def until_done(workspace: Workspace, qtbot: QtBot) -> None:
    """Wait until the work is over and shown."""
    qtbot.waitUntil(lambda: not workspace.findChildren(BackgroundWork))


def test_a_good_file_is_taken_in_and_counted(
    workspace: Workspace, session: Session, choose_file: ChooseFile, source: Path, path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([workspace.noticed, session.saved]):
        import_file(workspace, choose_file, source, GOOD)
    until_done(workspace, qtbot)
    assert column(workspace.sheets.view, 0) == ["7", "8"]
    first = session.sheets()[0]
    assert stored(path, first) == {"b.suche": answer(3), "b.miete": answer(1, "„fast“")}


def test_a_line_says_what_came_in(
    workspace: Workspace, choose_file: ChooseFile, source: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(workspace.noticed) as told:
        import_file(workspace, choose_file, source, GOOD)
    assert told.args == ["2 Bögen mit 3 Antworten übernommen."]
    until_done(workspace, qtbot)


def test_a_bad_file_changes_nothing_and_names_each_line(
    workspace: Workspace, session: Session, choose_file: ChooseFile, source: Path, modals: Modals, qtbot: QtBot
) -> None:
    lines: list[str] = []

    def read(dialog: ProblemList) -> None:
        lines.extend(dialog.list.toPlainText().splitlines())

    modals.expect(read)
    import_file(workspace, choose_file, source, BAD)
    qtbot.waitUntil(lambda: bool(lines))
    until_done(workspace, qtbot)
    assert modals.said == [f"Aus „{source}“ wurde nichts übernommen, weil 2 Zeilen zu berichtigen sind:"]
    assert [line.partition(":")[0] for line in lines] == ["Zeile 3, Spalte value", "Zeile 4, Spalte group"]
    assert session.sheets() == []


def test_the_same_file_twice_is_refused(
    workspace: Workspace, session: Session, choose_file: ChooseFile, source: Path, modals: Modals, qtbot: QtBot
) -> None:
    import_file(workspace, choose_file, source, GOOD)
    until_done(workspace, qtbot)
    modals.expect()
    workspace.sheets.import_button.click()
    qtbot.waitUntil(lambda: bool(modals.said))
    until_done(workspace, qtbot)
    assert len(session.sheets()) == 2


def test_a_file_that_is_gone_says_so(
    workspace: Workspace, choose_file: ChooseFile, source: Path, modals: Modals, qtbot: QtBot
) -> None:
    choose_file(source)
    modals.expect()
    workspace.sheets.import_button.click()
    qtbot.waitUntil(lambda: bool(modals.said))
    until_done(workspace, qtbot)
    assert str(source) in modals.said[0]
    assert "lässt sich nicht lesen" in modals.said[0]


def test_a_locked_store_says_so_and_nothing_is_taken_in(
    workspace: Workspace,
    session: Session,
    choose_file: ChooseFile,
    source: Path,
    modals: Modals,
    words: Texts,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(db_connection, "BUSY_TIMEOUT_MS", 0)
    with Store.open(session.path) as other, locked(other):
        modals.expect()
        import_file(workspace, choose_file, source, GOOD)
        qtbot.waitUntil(lambda: bool(modals.said))
        until_done(workspace, qtbot)
    assert modals.said == [words("error.store.locked", path=session.path)]
    assert session.sheets() == []


def test_no_file_chosen_changes_nothing(workspace: Workspace, choose_file: ChooseFile) -> None:
    choose_file(None)
    workspace.sheets.import_button.click()
    assert not workspace.findChildren(BackgroundWork)


def test_the_folder_is_remembered(
    workspace: Workspace, choose_file: ChooseFile, source: Path, qtbot: QtBot
) -> None:
    import_file(workspace, choose_file, source, GOOD)
    until_done(workspace, qtbot)
    assert workspace.settings.folders["import"] == str(source.parent)


def test_a_cancelled_import_changes_nothing(
    workspace: Workspace, session: Session, choose_file: ChooseFile, source: Path, qtbot: QtBot
) -> None:
    rows = "".join(f"{number},council,b.suche,given,1,\n" for number in range(1, 20_000))
    import_file(workspace, choose_file, source, "sheet,group,question,state,value,comment\n" + rows)
    workspace.findChildren(QProgressDialog)[-1].canceled.emit()
    until_done(workspace, qtbot)
    workspace.sheets.refresh()
    assert session.sheets() == []
