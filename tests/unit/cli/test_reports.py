"""Figures, reports and data that the command line writes."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from kommune_desktop.cli.arguments import EXPORT_FORMATS
from kommune_desktop.cli.reports import WORD
from kommune_desktop.workflow.exports import ExportFormat
from kommune_desktop.workflow.reports import KINDS
from tests.unit.cli.program import Program, Ran
from tests.unit.export.reading import says

SUBTITLE = {"de": "Ergebnisse der Selbstüberprüfung", "en": "Results of the self-assessment"}


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
    assert set(EXPORT_FORMATS) == {*ExportFormat, "ics", "docx"}


@pytest.mark.parametrize("form", [form for form in EXPORT_FORMATS if form != WORD])
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


def test_a_report_does_not_take_the_place_of_the_store(run: Program, demo: Path) -> None:
    assert run("report", demo, "--round", "latest", "--kind", "short", "-o", demo).code == 1
    assert run("check", demo).code == 0
