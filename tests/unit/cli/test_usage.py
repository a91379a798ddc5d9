"""Exit codes, help, and one clear line for what is to be mended, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from kommune_desktop import __version__
from kommune_desktop.db import Store
from tests.unit.cli.program import Program, Ran
from tests.unit.db.builders import dump, names_beside
from tests.unit.intake.answer_files import HEADER

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
    "report {demo} --round 3 --kind long -o {new}": "Fehler: Einen Bericht „long“ gibt es nicht. Möglich sind: short, "
    "public, full, measures, workshop, handouts.",
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
    "export {file} --round 1 --format docx --paper poster -o x.docx",
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


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help_in_english(run: Program, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    done = run(*command.split(), "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: kommune-desktop")
    assert "show this help" in done.out


def test_the_version_is_told(run: Program) -> None:
    assert run("--version") == Ran(0, f"{__version__}\n", "")
