"""The main job from an empty home to the report, by keyboard alone, read by a screen reader."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.questionnaire import Kind, Question, Questionnaire
from kommune_desktop.db import Store
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.e2e import names
from tests.e2e.conftest import Start
from tests.e2e.filling_in import Keyed, WizardHand, planned
from tests.e2e.program import ROOT, Program
from tests.e2e.screen_reader import wait_for

TOWN = "Grünstadt an der Öse"
ROUND = "Runde der Prüfung"


@pytest.mark.e2e
@pytest.mark.timeout(240)
def test_main_job(start: Start, home: Path) -> None:
    questionnaire = shipped(DEFAULT_QUESTIONNAIRE)[0]
    answers = planned(questionnaire)
    path = home / "Unterlagen.kommune"

    program = start()
    make_file(program, path)
    add_round(program)
    add_sheet(program)
    fill_in(program, questionnaire, answers)
    program.close()
    assert stored(path) == {question_id: keyed.answer for question_id, keyed in answers.items()}

    program = start()
    come_back(program, path, questionnaire, answers)
    on_screen = figures_on_screen(program)
    report = home / "Bericht für den Rat.pdf"
    save_report(program, report)
    program.close()

    figures = figures_of_command(program, path)
    assert on_screen == figures
    assert missing_in_pdf(report, figures) == []


def make_file(program: Program, path: Path) -> None:
    program.turn_to()
    program.push(names.NEW_FILE)
    program.turn_to(names.NEW_FILE_DIALOG)
    program.enter("text", names.MUNICIPALITY, TOWN)
    program.enter("text", names.PATH, str(path))
    program.press("Return")
    program.turn_to(lambda title: title.startswith(path.name))
    program.says(TOWN)


def add_round(program: Program) -> None:
    program.push(names.NEW_ROUND)
    program.turn_to(names.NEW_ROUND_DIALOG)
    program.enter("text", names.ROUND_TITLE, ROUND)
    program.press("Return")
    program.turn_to(lambda title: ROUND in title)


def add_sheet(program: Program) -> None:
    program.press("ctrl+2")
    group = program.tab_to("combo box", names.GROUP)
    program.press("Home")
    wait_for(lambda: chosen(program, group.thing) == names.ADMINISTRATION, f"{names.ADMINISTRATION} chosen")
    program.push(names.ADD_SHEET)
