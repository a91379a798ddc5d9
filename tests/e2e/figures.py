"""The figures of a round from the three places where they stand: on screen, in the report, in the command's output."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from kommune_desktop.core.questionnaire import Questionnaire
from tests.e2e import names
from tests.e2e.program import ROOT, Program
from tests.e2e.screen_reader import Seen, wait_for

COMMAND_SECONDS = 30


@dataclass(frozen=True)
class Shown:
    """Points as they are displayed; a dash where there are none.

    Attributes:
        areas: By the area's title.
        questions: By the question's number.
    """

    whole: str
    areas: dict[str, str]
    questions: dict[int, str]


def figures_on_screen(program: Program, questionnaire: Questionnaire) -> Shown:
    """Read the results page: what the profile is called, and the table of questions."""
    program.press(names.PAGE_KEYS[names.RESULTS])
    whole = names.SCORE.match(program.says(names.SCORE.match))
    profile = wait_for(lambda: profile_of(program), "the profile").name
    program.press(names.TO_QUESTIONS)
    table = program.find("table", names.QUESTION_TABLE).thing
    heads = program.reader.heads(table)
    number, points = heads.index(names.COLUMN_NUMBER), heads.index(names.COLUMN_POINTS)
    rows = wait_for(lambda: program.reader.cells(table), "rows in the table of questions")
    areas = [area.title.in_language("de") for area in questionnaire.areas]
    return Shown(
        whole=whole[1] if whole else "",
        areas={area: _figure(profile, rf"{re.escape(area)} {{figure}}") for area in areas},
        questions={int(row[number]): row[points] for row in rows},
    )


def profile_of(program: Program) -> Seen | None:
    """The chart of the areas; its name says its figures."""
    return next((seen for seen in program.tree() if seen.name.startswith(names.PROFILE)), None)


def figures_of_command(program: Program, path: Path) -> Shown:
    """Ask the command line of the person that has the program."""
    command = [sys.executable, "-m", "kommune_desktop", "results", str(path), "--round", "latest", "--json"]
    done = subprocess.run(
        command, cwd=ROOT, env=program.environment, capture_output=True, text=True, timeout=COMMAND_SECONDS, check=True
    )
    document = json.loads(done.stdout)
    return Shown(
        whole=_points(document),
        areas={area["title"]["de"]: _points(area) for area in document["areas"]},
        questions={question["number"]: _points(question["total"]) for question in document["questions"]},
    )


def _points(part: dict[str, int | None]) -> str:
    points = part["points"]
    return names.NO_FIGURE if points is None else str(points)


def figures_of_pdf(path: Path, questionnaire: Questionnaire) -> Shown:
    """Read the text of the report."""
    text = _text_of_pdf(path)
    areas = [area.title.in_language("de") for area in questionnaire.areas]
    labels = {
        number: questionnaire.question(id_).label.in_language("de") for id_, number in questionnaire.numbers.items()
    }
    return Shown(
        whole=_figure(text, r"insgesamt {figure} von 100 Punkten"),
        areas={area: _figure(text, rf"{re.escape(area)} {{figure}} Punkte,") for area in areas},
        questions={
            number: _figure(text, rf"(?<!\S){number} {re.escape(label)} {{figure}} ")
            for number, label in labels.items()
        },
    )


def _text_of_pdf(path: Path) -> str:
    """The text without the breaks of lines and pages, and words broken over two lines made whole."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(re.sub(r"\ufffe\s*", "", " ".join(pages)).split())


def _figure(text: str, pattern: str) -> str:
    found = re.search(pattern.replace("{figure}", rf"(\d+|{names.NO_FIGURE})"), text)
    return found[1] if found else "not found"
