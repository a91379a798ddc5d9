"""Answers that come in by the command line: all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kommune_desktop.db import Store
from tests.unit.cli.program import Program, Ran
from tests.unit.db.builders import dump
from tests.unit.intake.answer_files import HEADER
from tests.unit.intake.surveys import write_xlsx


def test_answers_are_taken_in(run: Program, demo: Path, tmp_path: Path) -> None:
    answers = tmp_path / "a.csv"
    answers.write_text(f"{HEADER}N1,council,1,,3,\nN1,council,2,blank,,\nN2,business,1,,0,\n", encoding="utf-8")
    assert run("import", demo, answers, "--round", "latest") == Ran(0, "2 Bögen mit 3 Antworten übernommen.\n", "")
    with Store.open(demo, readonly=True) as store:
        assert {"N1", "N2"} <= store.sheets.numbers(store.rounds.all()[-1].id)


def test_faulty_answers_are_listed_and_change_nothing(run: Program, demo: Path, tmp_path: Path) -> None:
    answers = tmp_path / "a.csv"
    answers.write_text(f"{HEADER}N1,council,1,,9,\nN1,nobody,1,,3,\n", encoding="utf-8")
    before = dump(demo)
    done = run("import", demo, answers, "--round", "3")
    assert (done.code, done.out) == (1, "")
    first, *lines = done.err.splitlines()
    assert first == f"Fehler: Aus „{answers}“ wurde nichts übernommen, weil 2 Zeilen zu berichtigen sind:"
    assert [line.partition(",")[0] for line in lines] == ["Zeile 2", "Zeile 3"]
    assert dump(demo) == before


def test_answers_of_a_workbook_are_taken_in(run: Program, demo: Path, tmp_path: Path) -> None:
    answers = write_xlsx(tmp_path / "a.xlsx", [HEADER.strip().split(","), ["N1", "council", 1, "", 3, ""]])
    assert run("import", demo, answers, "--round", "latest") == Ran(0, "1 Bogen mit 1 Antwort übernommen.\n", "")


@pytest.mark.parametrize("mapping", [False, True])
def test_answers_on_another_worksheet_are_taken_in(run: Program, demo: Path, tmp_path: Path, mapping: bool) -> None:
    target = tmp_path / "m.json"
    long: list[list[object]] = [[*HEADER.strip().split(",")], ["N1", "council", 1, "", 3, ""]]
    wide: list[list[object]] = [["id", "gruppe", "F1"], ["N1", "council", 3]]
    answers = write_xlsx(tmp_path / "a.xlsx", [["Hinweise"], ["Bitte lesen"]], wide if mapping else long)
    options: list[object] = ["--worksheet", "Sheet2"]
    if mapping:
        run("import", demo, answers, "--round", "latest", *options, "--write-mapping", target)
        options = ["--mapping", target]
    assert run("import", demo, answers, "--round", "latest", *options) == Ran(
        0, "1 Bogen mit 1 Antwort übernommen.\n", ""
    )
    again = run("import", demo, answers, "--round", "latest", "--worksheet", "Sheet3")
    assert again.code == 1
    assert "Sheet3" in again.err


def test_a_table_with_a_row_each_sheet_is_taken_in_by_a_mapping(run: Program, demo: Path, tmp_path: Path) -> None:
    answers, mapping = tmp_path / "a.csv", tmp_path / "m.json"
    answers.write_text("id,gruppe,F1,F2,Alter\nN1,council,0,weiß nicht,40\nN2,business,4,1,\n", encoding="utf-8")
    before = dump(demo)
    written = run("import", demo, answers, "--round", "latest", "--write-mapping", mapping)
    assert written == Ran(0, f"Die vorgeschlagene Zuordnung steht in {mapping}. Ohne Bedeutung bleiben: Alter\n", "")
    assert dump(demo) == before
    done = run("import", demo, answers, "--round", "latest", "--mapping", mapping)
    assert done == Ran(0, "2 Bögen mit 4 Antworten übernommen.\n", "")


def test_faulty_cells_and_mappings_are_told_and_change_nothing(run: Program, demo: Path, tmp_path: Path) -> None:
    answers, mapping = tmp_path / "a.csv", tmp_path / "m.json"
    answers.write_text("id,gruppe,F1\nN1,council,0\nN2,council,9\n", encoding="utf-8")
    run("import", demo, answers, "--round", "latest", "--write-mapping", mapping)
    before = dump(demo)
    done = run("import", demo, answers, "--round", "latest", "--mapping", mapping)
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[1].startswith("Zeile 3, Spalte „F1“: „9“ steht nicht zur Auswahl.")
    mapping.write_text("{", encoding="utf-8")
    done = run("import", demo, answers, "--round", "latest", "--mapping", mapping)
    assert done.err == (
        f"Fehler: Die Zuordnung „{mapping}“ lässt sich nicht verwenden. "
        "Fehler bei „JSON“. Was erlaubt ist, steht in mapping.schema.json.\n"
    )
    assert dump(demo) == before
