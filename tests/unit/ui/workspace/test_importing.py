"""Taking in answers from a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.answer import State
from kommune_desktop.db import Store
from kommune_desktop.db import connection as db_connection
from kommune_desktop.texts import Texts
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.dialogs.import_answers import ImportAnswersDialog
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.labels import BodyText
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.pages import SHEETS
from tests.unit.intake.surveys import write_xlsx
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
HEAD = "sheet,group,question,state,value,comment\n"
MANY = "".join(f"{number},council,b.suche,given,1,\n" for number in range(1, 20_001))


@dataclass(frozen=True)
class Import:
    """A person who takes in a file."""

    workspace: Workspace
    source: Path
    choose_file: ChooseFile
    modals: Modals
    qtbot: QtBot

    def choose(self, content: str | None = None) -> None:
        """Choose the file, with this content if any is named."""
        if content is not None:
            self.source.write_text(content, encoding="utf-8")
        self.choose_file(self.source)
        self.workspace.pages.sheets.import_button.click()

    def begin(self, content: str | None = None) -> None:
        """Choose the file, look at what it brings, and agree."""
        seen: list[ImportAnswersDialog] = []

        def agree(dialog: ImportAnswersDialog) -> None:
            self.qtbot.waitUntil(dialog.accept_button.isEnabled)
            dialog.accept_button.click()
            seen.append(dialog)

        self.modals.expect(agree)
        self.choose(content)
        self.qtbot.waitUntil(lambda: bool(seen))

    def until_done(self) -> None:
        """Wait until the work is over and shown."""
        self.qtbot.waitUntil(lambda: not self.workspace.findChildren(BackgroundWork))


@pytest.fixture
def person(workspace: Workspace, choose_file: ChooseFile, modals: Modals, tmp_path: Path, qtbot: QtBot) -> Import:
    """A person whose file lies in a folder of its own."""
    folder = tmp_path / "Eingang"
    folder.mkdir()
    return Import(workspace, folder / "antworten.csv", choose_file, modals, qtbot)


def test_a_good_file_is_taken_in_and_counted(person: Import, session: Session, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignals([person.workspace.noticed, session.saved]):
        person.begin(GOOD)
    person.until_done()
    person.workspace.show_page(SHEETS)
    assert column(person.workspace.pages.sheets.view, 0) == ["7", "8"]
    first = session.sheets()[0]
    assert stored(path, first) == {"b.suche": answer(3), "b.miete": answer(1, "„fast“")}


def test_a_line_says_what_came_in(person: Import, qtbot: QtBot) -> None:
    with qtbot.waitSignal(person.workspace.noticed) as told:
        person.begin(GOOD)
    assert told.args == ["2 Bögen mit 3 Antworten übernommen."]
    person.until_done()


def test_a_bad_file_changes_nothing_and_names_each_line(
    person: Import, session: Session, modals: Modals, qtbot: QtBot
) -> None:
    lines: list[str] = []

    def read(dialog: ImportAnswersDialog) -> None:
        qtbot.waitUntil(lambda: bool(dialog.preview.problems.toPlainText()))
        assert not dialog.accept_button.isEnabled()
        assert dialog.preview.state.text() == "Es wird nichts übernommen, solange 2 Zeilen zu berichtigen sind:"
        lines.extend(dialog.preview.problems.toPlainText().splitlines())

    modals.expect(read)
    person.choose(BAD)
    qtbot.waitUntil(lambda: bool(lines))
    person.until_done()
    assert [line.partition(":")[0] for line in lines] == ["Zeile 3, Spalte value", "Zeile 4, Spalte group"]
    assert session.sheets() == []


def test_the_same_file_twice_is_refused(person: Import, session: Session, modals: Modals, qtbot: QtBot) -> None:
    person.begin(GOOD)
    person.until_done()
    lines: list[str] = []

    def read(dialog: ImportAnswersDialog) -> None:
        qtbot.waitUntil(lambda: bool(dialog.preview.problems.toPlainText()))
        lines.extend(dialog.preview.problems.toPlainText().splitlines())

    modals.expect(read)
    person.choose()
    qtbot.waitUntil(lambda: bool(lines))
    person.until_done()
    assert len(lines) == 2
    assert len(session.sheets()) == 2


def test_a_preview_that_is_left_takes_in_nothing(person: Import, session: Session, modals: Modals) -> None:
    modals.expect()
    person.choose(GOOD)
    person.until_done()
    assert session.sheets() == []


def test_a_file_that_is_gone_says_so(person: Import, modals: Modals) -> None:
    modals.expect()
    person.choose()
    person.until_done()
    assert str(person.source) in modals.said[0]
    assert "lässt sich nicht lesen" in modals.said[0]


def test_a_locked_store_says_so_and_nothing_is_taken_in(
    person: Import, session: Session, modals: Modals, words: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db_connection, "BUSY_TIMEOUT_MS", 0)
    with Store.open(session.path) as other, locked(other):
        person.begin(GOOD)
        modals.expect()
        person.until_done()
    assert modals.said[-1] == words("error.store.locked", path=session.path)
    assert session.sheets() == []


def test_no_file_chosen_changes_nothing(workspace: Workspace, choose_file: ChooseFile) -> None:
    choose_file(None)
    workspace.pages.sheets.import_button.click()
    assert not workspace.findChildren(BackgroundWork)


def test_the_folder_is_remembered(person: Import) -> None:
    person.begin(GOOD)
    person.until_done()
    assert person.workspace.settings.folders["import"] == str(person.source.parent)


def test_closing_the_file_while_answers_are_taken_in_takes_in_all_or_none(
    person: Import, session: Session, path: Path
) -> None:
    person.begin(HEAD + MANY)
    person.workspace.finish_work()
    session.close()
    person.until_done()
    with Store.open(path, readonly=True) as store:
        assert len(store.sheets.of_round(store.rounds.all()[0].id)) in {0, MANY.count("\n")}


def test_a_cancelled_import_changes_nothing(person: Import, session: Session) -> None:
    person.begin(HEAD + MANY)
    person.workspace.findChildren(QProgressDialog)[-1].findChildren(QPushButton)[0].click()
    person.until_done()
    person.workspace.pages.sheets.refresh()
    assert session.sheets() == []


WIDE = """id,gruppe,b_suche,b_miete,Farbe
7,council,0,weiß nicht,rot
8,council,4,,blau
"""


def test_a_table_with_a_row_each_sheet_is_taken_in_as_proposed(person: Import, session: Session, path: Path) -> None:
    person.begin(WIDE)
    person.until_done()
    first, second = session.sheets()
    assert stored(path, first) == {"b.suche": answer(0), "b.miete": answer(State.DONT_KNOW)}
    assert stored(path, second) == {"b.suche": answer(4), "b.miete": answer(State.BLANK)}


def test_what_its_columns_mean_is_remembered(person: Import, modals: Modals, qtbot: QtBot) -> None:
    person.begin(WIDE)
    person.until_done()
    [key] = person.workspace.settings.mappings
    assert key.startswith("klein 1.0 ")
    seen: list[str] = []

    def look(dialog: ImportAnswersDialog) -> None:
        seen.extend(label.text() for label in dialog.findChildren(BodyText))

    modals.expect(look)
    person.choose()
    qtbot.waitUntil(lambda: bool(seen))
    person.until_done()
    assert any("Die Zuordnung der Spalten ist die vom letzten Mal." in text for text in seen)


SURVEY: list[Sequence[object]] = [["id", "Gruppe", "b.suche"], ["7", "council", 3], ["8", "council", 0]]
ROWS: list[Sequence[object]] = [line.split(",") for line in GOOD.replace("„", "").replace("“", "").splitlines()]


@pytest.mark.parametrize(("table", "answers"), [(SURVEY, 2), (ROWS, 3)])
def test_answers_on_another_worksheet_come_in(
    person: Import, session: Session, qtbot: QtBot, table: list[Sequence[object]], answers: int
) -> None:
    path = write_xlsx(person.source.with_suffix(".xlsx"), [["Hinweise"], ["Bitte lesen"]], table, SURVEY)
    shown: list[str] = []

    def turn(dialog: ImportAnswersDialog) -> None:
        assert dialog.worksheet.currentText() == "Sheet1"
        dialog.worksheet.setCurrentText("Sheet2")
        dialog.worksheet.activated.emit(1)

    def agree(dialog: ImportAnswersDialog) -> None:
        qtbot.waitUntil(dialog.accept_button.isEnabled)
        shown.append(dialog.worksheet.currentText())
        dialog.accept_button.click()

    person.modals.expect(turn)
    person.modals.expect(agree)
    person.choose_file(path)
    person.workspace.pages.sheets.import_button.click()
    qtbot.waitUntil(lambda: bool(shown))
    person.until_done()
    assert shown == ["Sheet2"]
    assert [sheet.number for sheet in session.sheets()] == ["7", "8"]
    assert sum(len(stored(session.path, sheet)) for sheet in session.sheets()) == answers
