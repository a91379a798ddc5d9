"""The main job from an empty home to the report, by keyboard alone, read by a screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.questionnaire import Questionnaire
from kommune_desktop.db import Store
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.e2e import names
from tests.e2e.conftest import Start
from tests.e2e.figures import figures_of_command, figures_of_pdf, figures_on_screen
from tests.e2e.filling_in import Keyed, WizardHand, planned
from tests.e2e.program import Program

TOWN = "Grünstadt an der Öse"
ROUND = "Runde der Prüfung"
QUESTIONS = 105


@pytest.mark.e2e
@pytest.mark.timeout(240)
def test_main_job_by_keyboard(start: Start, home: Path) -> None:
    questionnaire = shipped(DEFAULT_QUESTIONNAIRE)[0]
    answers = planned(questionnaire)
    path = home / "Unterlagen 2026.kommune"

    program = start()
    make_file(program, path)
    add_round(program)
    add_sheet(program, ROUND)
    fill_in(program, questionnaire, answers)
    program.close()
    assert stored(path) == {question_id: keyed.answer for question_id, keyed in answers.items()}

    program = start()
    open_recent(program, path)
    come_back_to_sheet(program, questionnaire, answers)
    on_screen = figures_on_screen(program, questionnaire)
    report = home / "Bericht für den Rat.pdf"
    save_report(program, report)
    program.close()

    figures = figures_of_command(program, path)
    assert (len(figures.questions), len(figures.areas)) == (QUESTIONS, len(questionnaire.areas))
    assert on_screen == figures
    assert figures_of_pdf(report, questionnaire) == figures


def make_file(program: Program, path: Path) -> None:
    program.turn_to()
    program.push(names.NEW_FILE)
    program.turn_to(names.NEW_FILE_DIALOG)
    program.enter("text", names.MUNICIPALITY, TOWN)
    program.enter("text", names.PATH, str(path))
    program.push(names.CREATE_FILE)
    program.turn_to(lambda title: title.startswith(path.name))
    program.says(TOWN)


def add_round(program: Program) -> None:
    program.push(names.NEW_ROUND)
    program.turn_to(names.NEW_ROUND_DIALOG)
    program.enter("text", names.ROUND_TITLE, ROUND)
    program.press("Return")
    program.turn_to(lambda title: ROUND in title)


def add_sheet(program: Program, round_title: str) -> None:
    program.press(names.PAGE_KEYS[names.SHEETS])
    # Qt on Linux calls a combo box after what is chosen in it, unless a label belongs to it.
    program.tab_to("combo box", lambda name: name in (names.GROUP, names.ADMINISTRATION))
    program.type(names.ADMINISTRATION)
    program.push(names.ADD_SHEET)
    program.says(lambda text: names.ADMINISTRATION in text and round_title in text)


def fill_in(program: Program, questionnaire: Questionnaire, answers: dict[str, Keyed]) -> None:
    hand = WizardHand(program, questionnaire)
    answered = 0
    for topic in (topic for area in questionnaire.areas for topic in area.topics):
        hand.answer_page(topic, answers)
        answered += len(topic.questions)
        hand.wait_for_progress(answered)
        hand.turn_page()
    program.says(names.ALL_ANSWERED)
    assert hand.progress() == (QUESTIONS, QUESTIONS)
    program.says(names.SAVED.match)


def stored(path: Path) -> dict[str, Answer]:
    with Store.open(path, readonly=True) as store:
        (round_,) = store.rounds.all()
        (sheet,) = store.sheets.of_round(round_.id)
        assert (store.municipality, round_.title, sheet.group_id) == (TOWN, ROUND, "administration")
        return store.answers.of_sheet(sheet.id, round_.questions)


def open_recent(program: Program, path: Path) -> None:
    program.turn_to()
    program.push(names.OPEN_RECENT.format(name=path.stem))
    program.turn_to(lambda title: title.startswith(path.name))


def come_back_to_sheet(program: Program, questionnaire: Questionnaire, answers: dict[str, Keyed]) -> None:
    """The sheet opens where it was left, on the last page, with its answers marked; so are those before it."""
    program.press(names.PAGE_KEYS[names.SHEETS])
    program.tab_to("table", names.SHEET_TABLE)
    program.press("Home", "Return")
    hand = WizardHand(program, questionnaire)
    topics = questionnaire.areas[-1].topics
    for topic in reversed(topics):
        hand.wait_until_in(topic.questions[0])
        for question in topic.questions:
            assert hand.marked(question) == hand.to_be_marked(question, answers[question.id].answer)
        program.push(names.BACK)
    program.push(names.TO_SHEETS)
    program.find("table", names.SHEET_TABLE)


def save_report(program: Program, target: Path) -> None:
    program.press(names.PAGE_KEYS[names.REPORTS])
    program.push(names.SAVE_PDF)
    program.turn_to(names.SAVE_PDF_DIALOG)
    program.enter("text", names.FILE_NAME, str(target))
    program.press("Return")
    program.turn_to()
    assert str(target) in program.says(names.REPORT_SAVED.match)
