"""One round from the empty file to the report, on the command line alone, with no network and no screen."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from random import Random
from typing import Any

import pypdfium2
import pytest

from kommune_desktop.__main__ import main
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.relevance import asked_of
from kommune_desktop.core.round import STANDARD_GROUPS
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.unit.db.builders import names_beside

TOWN = "Müllheim an der Elz"
SHEETS = {"administration": 1, "council": 8, "welfare": 6, "civil_society": 20, "business": 4, "advisory_boards": 5}


def value_of(question: Question, random: Random) -> str:
    if question.kind is Kind.TEXT:
        return "Mehr Busse, bitte – auch „nach Feierabend“."
    if question.kind is Kind.NUMBER:
        return "12"
    return str(random.choice(question.choices).value)


def write_answers(path: Path, year: int) -> int:
    """A file as a spreadsheet saves it: semicolons, Windows-1252."""
    questions = [q for q in shipped(DEFAULT_QUESTIONNAIRE)[0].questions if q.relevant_if is None]
    random, rows = Random(year), 0
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["sheet", "group", "question", "state", "value", "comment"])
        for group in STANDARD_GROUPS:
            for number in range(SHEETS[group.id]):
                for place, question in enumerate(questions, start=1):
                    if not asked_of(question, group.id):
                        continue
                    state = random.choice(["", "", "", "given", "dont_know", "blank"])
                    value = value_of(question, random) if state in ("", "given") else ""
                    name = question.id if place % 2 else place_on_paper(question)
                    writer.writerow([f"{group.id}-{number}", group.title.in_language("de"), name, state, value, ""])
                    rows += 1
    return rows


def place_on_paper(question: Question) -> str:
    return str(shipped(DEFAULT_QUESTIONNAIRE)[0].numbers[question.id])


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command that must succeed and returns what it printed."""
    for name in ("LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C")

    def run(*arguments: object) -> str:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert (code, captured.err) == (0, "")
        return captured.out

    return run


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.replace("\xad", "").split())


def test_one_round_from_the_empty_file_to_the_report(said: Any, tmp_path: Path) -> None:
    store, report = tmp_path / f"{TOWN}.kommune", tmp_path / "Bericht.pdf"
    said("new", store, "--municipality", TOWN)
    for number, year in enumerate((2023, 2026), start=1):
        answers = tmp_path / f"Antworten {year}.csv"
        rows = write_answers(answers, year)
        assert said("round", store, "add", "--title", f"Runde {year}").startswith(f"Runde {number} ")
        imported = said("import", store, answers, "--round", "latest")
        assert imported == f"44 Bögen mit {rows:,} Antworten übernommen.\n".replace(",", ".")
        answers.unlink()
    said("check", store)
    figures = json.loads(said("results", store, "--round", "latest", "--json"))
    assert said("report", store, "--round", "latest", "--kind", "short", "-o", report)
    assert names_beside(store) == {store.name, report.name}
    assert_figures(figures)
    text = text_of(report)
    for expected in (TOWN, "Runde 2026", "Runde 2023", f"{figures['points']} von 100 Punkten", "44 Bögen"):
        assert expected in text


def assert_figures(figures: dict[str, Any]) -> None:
    assert {group["id"]: group["sheets"] for group in figures["groups"]} == SHEETS
    assert figures["municipality"] == TOWN
    assert len(figures["questions"]) == 105
    assert all(area["score"] is not None for area in figures["areas"])
    assert 30 < figures["score"] < 70
    assert figures["trend"]["before"]["title"] == "Runde 2023"
    cells = [question["groups"]["business"] for question in figures["questions"] if "business" in question["groups"]]
    assert {json.dumps(cell) for cell in cells} == {'{"hidden": "few_sheets"}'}


def test_the_same_job_gives_the_same_figures_and_the_same_report(said: Any, tmp_path: Path) -> None:
    made = []
    for run in ("a", "b"):
        folder = tmp_path / run
        folder.mkdir()
        store, answers = folder / "Ort.kommune", folder / "a.csv"
        said("new", store, "--municipality", TOWN)
        said("round", store, "add", "--title", "Runde 2026")
        write_answers(answers, 2026)
        said("import", store, answers, "--round", "1")
        said("report", store, "--round", "1", "--kind", "short", "-o", folder / "r.pdf")
        figures = json.loads(said("results", store, "--round", "1", "--json"))
        del figures["round"]["created"]
        made.append((figures, text_of(folder / "r.pdf")))
    assert made[0] == made[1]
