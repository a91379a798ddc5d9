"""The command line: exit codes, one clear line for what is to be mended, never a traceback."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from kommune_desktop import __version__
from kommune_desktop.__main__ import main
from kommune_desktop.cli.arguments import EXPORT_FORMATS
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from kommune_desktop.workflow.demo import create_demo
from kommune_desktop.workflow.exports import ExportFormat
from kommune_desktop.workflow.reports import KINDS
from tests.unit.db.builders import dump, execute, names_beside
from tests.unit.db.processes import ROOT, holding, protected_folder, without_rights
from tests.unit.export.reading import pages, says
from tests.unit.intake.surveys import write_xlsx

HEADER = "sheet,group,question,state,value,comment\n"
LANGUAGE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")
SUBTITLE = {"de": "Ergebnisse der Selbstüberprüfung", "en": "Results of the self-assessment"}
SPOIL = (
    "UPDATE answer SET value = 29"
    " WHERE sheet_id = (SELECT id FROM sheet WHERE number LIKE '26-VW-0001-%' ORDER BY id DESC)"
    " AND question_id = (SELECT id FROM question WHERE key = 'ms.leitbild')"
)
posix = pytest.mark.skipif(sys.platform == "win32", reason="as POSIX has it")


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


class Program:
    """Runs commands in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Ran:
        code = main([str(argument) for argument in arguments])
        captured = self._capsys.readouterr()
        assert "Traceback" not in captured.err
        return Ran(code, captured.out, captured.err)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program in German."""
    for name in LANGUAGE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C")
    return Program(capsys)


@pytest.fixture(scope="module")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "Beispiel.kommune"
    create_demo(path).close()
    return path


@pytest.fixture
def demo(demo_template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo_template, tmp_path))


def test_a_store_is_made_once(run: Program, tmp_path: Path) -> None:
    path = tmp_path / "Ort.kommune"
    assert run("new", path, "--municipality", "Müllheim") == Ran(0, f"{path} ist angelegt.\n", "")
    with Store.open(path) as store:
        assert (store.municipality, store.rounds.all()) == ("Müllheim", [])
    again = run("new", path, "--municipality", "Müllheim")
    assert again == Ran(1, "", f"Fehler: Die Datei „{path}“ gibt es schon. Wählen Sie einen anderen Namen.\n")


def test_the_demo_is_made(run: Program, tmp_path: Path, demo_template: Path) -> None:
    path = tmp_path / "d.kommune"
    assert run("demo", path) == Ran(0, f"Die Beispielkommune steht in {path}.\n", "")
    assert len(dump(path)) == len(dump(demo_template))
    assert names_beside(path) == {path.name}


def test_a_round_is_added_with_its_groups(run: Program, tmp_path: Path) -> None:
    path = tmp_path / "Ort.kommune"
    run("new", path, "--municipality", "Ort")
    groups = "administration:joint, kirchen:individual"
    assert run("round", path, "add", "--title", "R1", "--groups", groups).out == "Runde 1 „R1“ ist angelegt.\n"
    assert run("round", path, "add", "--title", "R2").out == "Runde 2 „R2“ ist angelegt.\n"
    with Store.open(path, readonly=True) as store:
        first, second = store.rounds.all()
    assert [(g.id, g.kind.value, g.title.in_language("de")) for g in first.groups] == [
        ("administration", "joint", "Verwaltung"),
        ("kirchen", "individual", "kirchen"),
    ]
    assert len(second.groups) == 6


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


def test_results_are_json(run: Program, demo: Path) -> None:
    done = run("results", demo, "--round", "latest", "--json")
    document: dict[str, Any] = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert document["round"]["title"] == "Runde 2026"
    assert (len(document["areas"]), len(document["questions"])) == (7, 105)
    assert document["trend"]["before"]["title"] == "Runde 2023"
    assert "ä" in done.out
    assert run("results", demo, "--round", document["round"]["id"], "--json").out == done.out


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_report_is_a_pdf(run: Program, demo: Path, tmp_path: Path, language: str) -> None:
    target = tmp_path / f"Bericht {language}.pdf"
    done = run("report", demo, "--round", "latest", "--kind", "short", "-o", target, "--lang", language)
    assert done == Ran(0, f"Der Bericht steht in {target}.\n", "")
    assert target.read_bytes().startswith(b"%PDF-")
    with closing(pypdfium2.PdfDocument(target)) as document:
        assert SUBTITLE[language] in document[0].get_textpage().get_text_range()


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_holds_what_was_chosen(run: Program, demo: Path, tmp_path: Path, kind: str) -> None:
    foreword, closing = tmp_path / "vorwort.txt", tmp_path / "schluss.txt"
    foreword.write_bytes("\ufeffLiebe Lesende,\r\nguten Tag.".encode())
    closing.write_text("Vielen Dank.", encoding="utf-8")
    target, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    options = ["--sections", "summary", "--foreword", foreword, "--closing", closing, "--date", "2026-11-24"]
    for path in (target, again):
        done = run("report", demo, "--round", "latest", "--kind", kind, *options, "-o", path)
        assert done == Ran(0, f"Der Bericht steht in {path}.\n", "")
    for words in ("24.11.2026", "Liebe Lesende,", "guten Tag.", "Das Wichtigste", "Vielen Dank."):
        assert says(target, words)
    assert not says(target, "Handlungsfelder und Fragen")
    assert target.read_bytes() == again.read_bytes()


def test_the_command_offers_every_format_there_is() -> None:
    assert set(EXPORT_FORMATS) == {*ExportFormat, "ics"}


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_the_data_of_a_round_leave_in_every_format(run: Program, demo: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "e"
    done = run("export", demo, "--round", "latest", "--format", form, "-o", target, "--lang", "en")
    assert (done.code, done.out, done.err) == (0, f"Die Daten stehen in {target}.\n", "")
    assert target.stat().st_size > (1000 if form == "ics" else 10_000)


def test_the_plan_of_measures_is_a_report_and_their_dates_are_a_calendar(
    run: Program, demo: Path, tmp_path: Path
) -> None:
    target, again, dates = tmp_path / "m.pdf", tmp_path / "n.pdf", tmp_path / "m.ics"
    for path in (target, again):
        done = run("report", demo, "--round", "latest", "--kind", "measures", "--date", "2026-11-26", "-o", path)
        assert done == Ran(0, f"Der Bericht steht in {path}.\n", "")
    assert target.read_bytes() == again.read_bytes()
    assert says(target, "Schreiben der Verwaltung in einfacher Sprache")
    assert says(target, "31.03.2026, überfällig")
    assert says(target, "Was aus den Maßnahmen von „Runde 2023“ wurde")
    done = run("export", demo, "--round", "latest", "--format", "ics", "-o", dates)
    assert done == Ran(0, f"Die Daten stehen in {dates}.\n", "")
    assert dates.read_text(encoding="utf-8").count("BEGIN:VEVENT") == 4


@pytest.mark.parametrize("option", ["--public", "--wide", "--plain-csv"])
def test_a_calendar_has_no_answers_to_choose_from(run: Program, demo: Path, tmp_path: Path, option: str) -> None:
    done = run("export", demo, "--round", "latest", "--format", "ics", "-o", tmp_path / "m.ics", option)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Fehler: Der Kalender enthält nur die Fälligkeiten")


def test_a_plan_of_measures_has_no_sections(run: Program, demo: Path, tmp_path: Path) -> None:
    options = ["--kind", "measures", "--sections", "summary", "-o", tmp_path / "m.pdf"]
    done = run("report", demo, "--round", "latest", *options)
    assert (done.code, done.out) == (1, "")
    assert "ohne Auswahl von Abschnitten" in done.err


def test_a_table_of_answers_can_be_wide_and_plain(run: Program, demo: Path, tmp_path: Path) -> None:
    target = tmp_path / "e.csv"
    done = run(*f"export {demo} --round latest --format csv -o {target} --wide --plain-csv --lang en".split(" "))
    assert done.code == 0
    assert target.read_bytes().startswith(b"Sheet,Group,ms.gesamtbild,")


def test_numbered_forms_are_printed_with_their_list_and_layout(run: Program, demo: Path, tmp_path: Path) -> None:
    forms, issued, layout = (tmp_path / name for name in ("Bögen.pdf", "Liste.pdf", "Lage.json"))
    command = ["forms", demo, "--round", "latest", "--group", "council", "--count", 2, "-o", forms]
    done = run(*command, "--list", issued, "--layout", layout)
    with Store.open(demo, readonly=True) as store:
        *_, first, second = store.sheets.of_round(store.rounds.all()[-1].id)
        assert first.form_id is not None
        kept = store.forms.get(first.form_id)
    assert done == Ran(
        0, f"2 Bögen ({first.number} bis {second.number}) stehen in {forms} und sind als ausgegeben vermerkt.\n", ""
    )
    assert (first.state, second.state) == (SheetState.ISSUED, SheetState.ISSUED)
    texts = pages(forms)
    assert first.number in texts[0]
    assert second.number in texts[-1]
    assert says(issued, first.number)
    assert says(issued, second.number)
    written = json.loads(layout.read_text(encoding="utf-8"))
    assert (written["unit"], written["fingerprint"]) == ("mm", kept.fingerprint)
    assert len(written["pages"]) == len(kept.pages) == len(texts) / 2


@pytest.mark.parametrize(("language", "word"), [("de", "Bogen"), ("en", "Sheet")])
def test_a_form_without_a_number_registers_nothing(
    run: Program, demo: Path, tmp_path: Path, language: str, word: str
) -> None:
    target = tmp_path / "Bogen.pdf"
    before = demo.read_bytes()
    done = run("forms", demo, "--round", "latest", "--group", "welfare", "-o", target, "--lang", language)
    assert done == Ran(0, f"Der Bogen ohne Nummer steht in {target}.\n", "")
    assert says(target, f"{word} ____")
    assert demo.read_bytes() == before


def test_a_list_that_can_not_be_written_registers_nothing(run: Program, demo: Path, tmp_path: Path) -> None:
    before = dump(demo)
    command = ["forms", demo, "--round", "latest", "--group", "council", "--count", 2, "-o", tmp_path / "a.pdf"]
    assert run(*command, "--list", tmp_path / "missing" / "l.pdf").code == 1
    assert dump(demo) == before


def test_a_list_without_a_number_of_sheets_is_wrong_usage(run: Program, demo: Path, tmp_path: Path) -> None:
    command = ["forms", demo, "--round", "latest", "--group", "council", "-o", tmp_path / "a.pdf"]
    assert run(*command, "--list", tmp_path / "l.pdf").code in (1, 2)


@pytest.mark.parametrize("count", [[], ["--count", "1"]])
def test_forms_do_not_take_the_place_of_the_store(run: Program, demo: Path, count: list[str]) -> None:
    done = run("forms", demo, "--round", "latest", "--group", "council", "-o", demo, *count)
    assert done.code == 1
    assert run("check", demo).code == 0


def test_a_report_does_not_take_the_place_of_the_store(run: Program, demo: Path) -> None:
    assert run("report", demo, "--round", "latest", "--kind", "short", "-o", demo).code == 1
    assert run("check", demo).code == 0


def test_sheets_and_their_list_do_not_go_into_one_file(run: Program, demo: Path, tmp_path: Path) -> None:
    before, target = dump(demo), tmp_path / "a.pdf"
    command = ["forms", demo, "--round", "latest", "--group", "council", "--count", 1, "-o", target]
    done = run(*command, "--list", tmp_path / "." / "a.pdf")
    assert (done.code, dump(demo), target.exists()) == (1, before, False)


def test_a_sound_store_and_a_tampered_one_are_told_apart(run: Program, demo: Path) -> None:
    assert run("check", demo) == Ran(0, f"{demo} ist in Ordnung.\n", "")
    execute(demo, SPOIL)
    done = run("check", demo)
    first, line = done.err.splitlines()
    assert (done.code, done.out) == (1, "")
    assert first.startswith(f"Fehler: Die Datei „{demo}“ ist nicht in Ordnung.")
    assert line.startswith("Runde 2026, 26-VW-0001-")


def test_a_questionnaire_is_checked(run: Program, tmp_path: Path) -> None:
    shipped = ROOT / "resources" / "questionnaires" / "weltoffene-kommune.yaml"
    assert run("questionnaire", "check", shipped) == Ran(0, f"{shipped} ist in Ordnung: 105 Fragen.\n", "")
    broken = tmp_path / "q.yaml"
    broken.write_text(shipped.read_text(encoding="utf-8").replace("core: true", "kern: true", 2), encoding="utf-8")
    done = run("questionnaire", "check", broken)
    first, *lines = done.err.splitlines()
    assert (done.code, first) == (1, f"Fehler: Der Fragebogen „{broken}“ ist noch nicht in Ordnung:")
    assert len(lines) == 2
    assert all(line.startswith("Zeile ") and "„kern“ ist hier nicht bekannt" in line for line in lines)


TO_MEND = {
    "new {missing}/a.kommune --municipality X": "Fehler: In „{missing}/a.kommune“ lässt sich nicht schreiben",
    "new {new} --municipality {blank}": "Fehler: Der Name der Kommune fehlt.",
    "demo {demo}": "Fehler: Die Datei „{demo}“ gibt es schon.",
    "demo {missing}/d.kommune": "Fehler: In „{missing}/d.kommune“ lässt sich nicht schreiben",
    "round {demo} add --title {blank}": "Fehler: Der Name der Runde fehlt.",
    "round {demo} add --title X --groups council": "Fehler: „council“ ist keine Gruppe.",
    "round {demo} add --title X --groups a:joint,a:joint": "Fehler: Die Gruppe „a“ kommt zweimal vor.",
    "round {demo} add --title X --groups a:crowd": "Fehler: „a:crowd“ ist keine Gruppe.",
    "round {demo} add --title X --groups :joint": "Fehler: „:joint“ ist keine Gruppe.",
    "round {demo} add --title X --groups {blank}": "Fehler: „ “ ist keine Gruppe.",
    "round {demo} add --title X --questionnaire y": "Fehler: Den Fragebogen „y“ gibt es nicht.",
    "import {demo} {new} --round latest": "Fehler: Die Datei „{new}“ lässt sich nicht lesen",
    "import {demo} {demo} --round latest": "Fehler: Zeile ",
    "import {demo} {csv} --round 99": "Fehler: Eine Runde mit der Kennung 99 gibt es nicht. Vorhanden sind: 1, 2, 3.",
    "results {demo} --round x --json": "Fehler: Eine Runde mit der Kennung x gibt es nicht.",
    "results {empty} --round latest --json": "Fehler: Die Datei hat noch keine Runde.",
    "results {csv} --round latest --json": "Fehler: „{csv}“ ist keine Datei dieses Programms.",
    "report {demo} --round 3 --kind long -o {new}": "Fehler: Einen Bericht „long“ gibt es nicht.",
    "report {demo} --round 3 --kind short -o {missing}/a.pdf": "Fehler: In „{missing}/a.pdf“ lässt sich nicht",
    "report {demo} --round 3 --kind short -o {folder}": "Fehler: In „{folder}“ lässt sich nicht schreiben",
    "report {demo} --round 3 --kind full --sections areas,poster -o {new}": "Fehler: Einen Abschnitt „poster“ hat",
    "report {demo} --round 3 --kind short --sections gaps -o {new}": "Fehler: Einen Abschnitt „gaps“ hat dieser",
    "report {demo} --round 3 --kind full --sections areas,areas -o {new}": "Fehler: Der Abschnitt „areas“ ist zweimal",
    "report {demo} --round 3 --kind full --date 24.11.2026 -o {new}": "Fehler: „24.11.2026“ ist kein Datum.",
    "report {demo} --round 3 --kind full --foreword {missing} -o {new}": "Fehler: Die Datei „{missing}“ lässt",
    "report {demo} --round 3 --kind full --closing {demo} -o {new}": "Fehler: Die Datei „{demo}“ ist nicht in UTF-8",
    "forms {demo} --round 3 --group nobody -o {new}": "Fehler: Die Gruppe „nobody“ gibt es in dieser Runde nicht.",
    "forms {demo} --round 9 --group council -o {new}": "Fehler: Eine Runde mit der Kennung 9 gibt es nicht.",
    "forms {demo} --round 3 --group council -o {missing}/a.pdf": "Fehler: In „{missing}/a.pdf“ lässt sich nicht",
    "forms {demo} --round 3 --group council -o {new} --layout {folder}": "Fehler: In „{folder}“ lässt sich nicht",
    "forms {demo} --round 3 --group council --count 0 -o {new}": "Fehler: 0 Bögen lassen sich nicht drucken.",
    "forms {demo} --round 3 --group council --count -1 -o {new}": "Fehler: -1 Bögen lassen sich nicht drucken.",
    "forms {demo} --round 3 --group council --count 2001 -o {new}": "Fehler: 2001 Bögen lassen sich nicht drucken.",
    "forms {demo} --round 3 --group administration --count 1 -o {new}": "Fehler: Diese Gruppe füllt einen gemeinsamen",
    "forms {demo} --round 3 --group council --count 2 -o {folder}": "Fehler: In „{folder}“ lässt sich nicht schreiben",
    "forms {empty} --round latest --group council -o {new}": "Fehler: Die Datei hat noch keine Runde.",
    "export {demo} --round 9 --format csv -o {new}": "Fehler: ",
    "export {demo} --round latest --format spss --public -o {new}": "Fehler: Die Daten für SPSS enthalten",
    "export {demo} --round latest --format xlsx --wide -o {new}": "Fehler: Eine Zeile je Bogen gibt es nur",
    "export {demo} --round latest --format json --plain-csv -o {new}": "Fehler: Die Schreibweise nach RFC 4180",
    "export {demo} --round latest --format xlsx -o {demo}": "Fehler: „{demo}“ ist die Datei der Kommune selbst.",
    "export {demo} --round latest --format xlsx -o {missing}/e.xlsx": "Fehler: In „{missing}/e.xlsx“ lässt sich nicht",
    "check {new}": "Fehler: Die Datei „{new}“ gibt es nicht.",
    "check {folder}": "Fehler: Die Datei „{folder}“ gibt es nicht.",
    "questionnaire check {new}": "Fehler: Die Datei „{new}“ lässt sich nicht lesen",
    "questionnaire check {demo}": "Fehler: Der Fragebogen „{demo}“ ist noch nicht in Ordnung:",
}


@pytest.mark.parametrize("command", TO_MEND)
def test_what_is_to_be_mended_is_said_in_one_line(run: Program, demo: Path, tmp_path: Path, command: str) -> None:
    names = {"demo": demo, "folder": tmp_path / "folder", "missing": tmp_path / "missing", "blank": " "}
    names |= {"new": tmp_path / "new.x", "empty": tmp_path / "empty.kommune", "csv": tmp_path / "a.csv"}
    tmp_path.joinpath("folder").mkdir()
    tmp_path.joinpath("a.csv").write_text(f"{HEADER}N1,council,1,,3,\n", encoding="utf-8")
    Store.create(tmp_path / "empty.kommune", "Ort").close()
    before = dump(demo), names_beside(demo)
    done = run(*(word.format(**names) for word in command.split(" ")))
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(TO_MEND[command].format(**names))
    assert done.err.count("\n") == (2 if "questionnaire check {demo}" in command else 1)
    assert (dump(demo), names_beside(demo)) == before


WRONG_USAGE = [
    "unbekannt",
    "new",
    "new {file}",
    "round {file}",
    "round {file} remove",
    "round {file} add",
    "import {file}",
    "results {file}",
    "results {file} --round 1",
    "report {file} --round 1 --kind short",
    "report {file} --round 1 --kind short -o x.pdf --lang fr",
    "forms {file} --round 1 --group council",
    "forms {file} --round 1 -o x.pdf",
    "forms {file} --group council -o x.pdf",
    "forms {file} --round 1 --group council -o x.pdf --lang fr",
    "forms {file} --round 1 --group council -o x.pdf --count viele",
    "export {file} --round 1 -o x.xlsx",
    "export {file} --round 1 --format ods -o x",
    "export {file} --round 1 --format csv",
    "check",
    "check {file} {file}",
    "questionnaire",
    "check {file} --unknown",
]


@pytest.mark.parametrize("command", WRONG_USAGE)
def test_wrong_usage_is_code_two_with_the_usage(run: Program, demo: Path, command: str) -> None:
    done = run(*command.format(file=demo).split(" "))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Aufruf: kommune-desktop")
    assert done.err.splitlines()[-1].startswith("Der Aufruf stimmt nicht: ")


COMMANDS = ["demo", "new", "round", "round x add", "forms", "import", "results", "report", "export", "check"]
COMMANDS += ["questionnaire check"]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help_in_german(run: Program, command: str) -> None:
    done = run(*command.split(), "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Aufruf: kommune-desktop")
    assert "diese Hilfe zeigen" in done.out
    assert "usage" not in done.out


def test_the_version_is_told(run: Program) -> None:
    assert run("--version") == Ran(0, f"{__version__}\n", "")


@pytest.fixture
def read_commands(demo: Path, tmp_path: Path) -> Iterator[list[list[object]]]:
    """The commands that only read, and after the test: the file is as it was and nothing lies beside it."""
    target = tmp_path / "out" / "r.pdf"
    target.parent.mkdir()
    before, names = demo.read_bytes(), names_beside(demo)
    yield [
        ["results", demo, "--round", "latest", "--json"],
        ["report", demo, "--round", "latest", "--kind", "short", "-o", target],
        ["check", demo],
        *(["export", demo, "--round", "latest", "--format", form, "-o", target] for form in EXPORT_FORMATS),
        ["forms", demo, "--round", "latest", "--group", "council", "-o", target],
    ]
    assert demo.read_bytes() == before
    assert names_beside(demo) == names
    assert names_beside(target) == {"r.pdf"}


def test_commands_that_read_leave_the_file_as_it_is(run: Program, read_commands: list[list[object]]) -> None:
    assert {run(*command).code for command in read_commands} == {0}


@posix
def test_commands_that_read_work_on_a_file_without_rights(
    run: Program, read_commands: list[list[object]], demo: Path
) -> None:
    assert {run(*command).code for command in read_commands} == {0}
    with protected_folder() as folder:
        copied = Path(shutil.copy(demo, folder))
        with without_rights(folder):
            assert run("check", copied).code == 0
            assert run("results", copied, "--round", "latest", "--json").code == 0
            refused = run("report", copied, "--round", "latest", "--kind", "short", "-o", folder / "r.pdf")
            assert (refused.code, refused.err.count("\n")) == (1, 1)
        assert names_beside(copied) == {demo.name}


def test_a_store_that_is_open_elsewhere_can_be_read(run: Program, demo: Path) -> None:
    with Store.open(demo):
        assert run("results", demo, "--round", "latest", "--json").code == 0
        assert run("check", demo).code == 0


def test_a_store_that_is_locked_is_named(run: Program, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kommune_desktop.db.connection.BUSY_TIMEOUT_MS", 30)
    with holding(demo, "BEGIN IMMEDIATE"):
        done = run("round", demo, "add", "--title", "X")
    assert (done.code, done.err) == (
        1,
        f"Fehler: Ein anderes Programm hält „{demo}“ gesperrt. Warten Sie einen Moment oder schließen Sie es dort.\n",
    )
