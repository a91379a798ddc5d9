"""One round in an office, from the empty home to the next round: the whole path of the design, by keyboard."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pypdfium2
import pytest

from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from tests.e2e import names, workshop_hand
from tests.e2e.conftest import Start
from tests.e2e.figures import figures_on_screen
from tests.e2e.filling_in import Keyed, WizardHand, planned
from tests.e2e.keying_hand import Filled, Paper, Pen, begin_batch, key_in, turn_to_file
from tests.e2e.program import Program
from tests.e2e.screen_reader import wait_for
from tests.e2e.test_main_job import TOWN, add_sheet, make_file, save_report
from tests.e2e.workshop_hand import Agreed

FIRST, SECOND = "Runde 2026", "Runde 2029"
GROUP, PEOPLE = "civil_society", 6
NEED, MEASURE = "Eine feste Anlaufstelle im Rathaus", "Bericht im Sozialausschuss"
RECORDS = (
    Agreed(1, "Vieles ist begonnen."),
    Agreed(None, "Die Gruppen sehen es anders."),
    Agreed(0, "Alle stimmen zu."),
)
DOTS = (4, 6, 3, 9)


@pytest.mark.e2e
@pytest.mark.timeout(300)
def test_the_whole_path_from_an_empty_file_to_the_next_round(start: Start, home: Path) -> None:
    path = home / "Größe.kommune"
    program = start()
    make_file(program, path)
    add_short_round(program)
    round_ = rounds_of(path)[-1]
    answers = planned(round_.questionnaire)

    add_sheet(program, FIRST)
    answer_topics(program, round_, answers)
    sheets = key_paper(program, print_paper(program, path, home / "Bögen.pdf"))
    figures_on_screen(program, round_.questionnaire)
    discuss(program, round_, home / "Protokoll.pdf")
    add_measure(program)
    save_report(program, home / "Bericht.pdf")
    begin_next_round(program, path, answers)
    program.close()

    check_answers(path, answers, sheets)
    check_workshop(path)
    check_papers(home)


# Preparing and collecting --------------------------------------------------------------------------------------------


def add_short_round(program: Program) -> None:
    program.push(names.NEW_ROUND)
    program.turn_to(names.NEW_ROUND_DIALOG)
    program.tab_to("combo box", lambda name: name == names.FORM or name.startswith("Langform"))
    program.press("Down")
    program.enter("text", names.ROUND_TITLE, FIRST)
    program.press("Return")
    program.turn_to(lambda title: FIRST in title)


def rounds_of(path: Path) -> list[Round]:
    with Store.open(path, readonly=True) as store:
        return store.rounds.all()


def answer_topics(program: Program, round_: Round, answers: dict[str, Keyed], most: int | None = None) -> int:
    """Answer a sheet of the administration in the wizard, all of it or its first topics; how many questions."""
    hand = WizardHand(program, round_.questionnaire)
    asked, answered = {question.id for question in round_.questions}, 0
    topics = [topic for area in round_.questionnaire.areas for topic in area.topics]
    for topic in [topic for topic in topics if asked & {question.id for question in topic.questions}][:most]:
        questions = [question for question in topic.questions if question.id in asked]
        hand.answer_questions(questions, answers)
        answered += len(questions)
        hand.wait_for_progress(answered)
        hand.turn_page()
    return answered


def print_paper(program: Program, path: Path, target: Path) -> Paper:
    program.turn_to()
    program.press("ctrl+p")
    program.turn_to(names.PRINT_FORMS_DIALOG)
    program.tab_to("combo box", lambda name: name in (names.PRINT_GROUP, names.ADMINISTRATION))
    program.type(names.CIVIL_SOCIETY)
    program.tab_to("spin box", names.COUNT)
    program.press("ctrl+a")
    program.type(str(PEOPLE))
    program.push("Als PDF speichern …")
    program.turn_to(names.SAVE_FORMS_DIALOG)
    program.enter("text", names.FILE_NAME, str(target))
    program.press("Return")
    program.turn_to()
    wait_for(target.exists, "the printed sheets")
    (round_,) = rounds_of(path)
    with Store.open(path, readonly=True) as store:
        sheets = store.sheets.of_round(round_.id)
    return Paper(path, round_, tuple(sheet.number for sheet in sheets if sheet.group_id == GROUP))


def key_paper(program: Program, paper: Paper) -> list[Filled]:
    pen = Pen(Random(2026), group=GROUP)
    sheets = [pen.fill_in(number, paper.round.questions_for(GROUP)) for number in paper.numbers]
    assert len(sheets) == PEOPLE
    begin_batch(program)
    for sheet in sheets:
        key_in(program, sheet.keys, keypad=True)
    program.says(names.SHEET_KEYED.format(number=sheets[-1].number))
    turn_to_file(program)
    return sheets


# Workshop and measures -----------------------------------------------------------------------------------------------


def discuss(program: Program, round_: Round, minutes: Path) -> None:
    workshop_hand.choose_first_questions(program, len(RECORDS))
    workshop_hand.set_participants(program, names.CIVIL_SOCIETY, PEOPLE)
    numbers = [int(row[1].partition(" ")[0]) for row in workshop_hand.agenda(program)]
    workshop_hand.record(program, [round_.questionnaire.questions[number - 1] for number in numbers], RECORDS)
    workshop_hand.add_need(program, NEED)
    assert workshop_hand.project(program) == f"Frage 1 von {len(RECORDS)}"
    workshop_hand.enter_dots(program, DOTS)
    workshop_hand.make_measure_of_last_row(program, len(DOTS))
    workshop_hand.save_minutes(program, minutes)


def add_measure(program: Program) -> None:
    program.press(names.PAGE_KEYS[names.MEASURES])
    program.push(names.NEW_MEASURE)
    program.turn_to(names.NEW_MEASURE_DIALOG)
    program.enter("text", names.MEASURE_TITLE, MEASURE)
    program.press("Return")
    program.turn_to()
    table = program.find("table", names.MEASURE_TABLE).thing
    wait_for(lambda: len(program.reader.cells(table)) == 2, "two measures in the table")


# The next round ------------------------------------------------------------------------------------------------------


def begin_next_round(program: Program, path: Path, answers: dict[str, Keyed]) -> None:
    program.push(names.NEW_ROUND)
    program.turn_to(names.NEW_ROUND_DIALOG)
    program.says(lambda text: "2 offene Maßnahmen" in text or "2 Maßnahmen" in text)
    program.enter("text", names.ROUND_TITLE, SECOND)
    program.press("Return")
    program.turn_to(lambda title: SECOND in title)
    add_sheet(program, SECOND)
    program.says(lambda text: text.startswith(f"{FIRST}: "))
    round_ = rounds_of(path)[-1]
    answered = answer_topics(program, round_, answers, most=2)
    program.press(names.PAGE_KEYS[names.RESULTS])
    program.says(lambda text: text.endswith(f" seit {FIRST})"))
    table = program.find("table", names.QUESTION_TABLE).thing
    changes = [row[program.reader.heads(table).index(names.COLUMN_CHANGE)] for row in program.reader.cells(table)]
    assert 0 < sum(change != names.NO_FIGURE for change in changes) <= answered


# What stands in the file and on paper --------------------------------------------------------------------------------


def check_answers(path: Path, answers: dict[str, Keyed], sheets: list[Filled]) -> None:
    first, _ = rounds_of(path)
    with Store.open(path, readonly=True) as store:
        assert store.municipality == TOWN
        stored = {sheet.number: sheet for sheet in store.sheets.of_round(first.id)}
        for filled in sheets:
            sheet = stored[filled.number]
            assert sheet.state is SheetState.KEYED
            assert store.answers.of_sheet(sheet.id, first.questions) == filled.answers
        (joint,) = (sheet for sheet in stored.values() if sheet.group_id == "administration")
        found = store.answers.of_sheet(joint.id, first.questions)
        assert found == {question.id: answers[question.id].answer for question in first.questions}


def check_workshop(path: Path) -> None:
    first, second = rounds_of(path)
    assert (first.title, second.title) == (FIRST, SECOND)
    with Store.open(path, readonly=True) as store:
        workshop = store.workshops.of_round(first)
        measures = {measure.title: measure for measure in store.measures.all()}
    questions = [first.questionnaire.question(item.question_id) for item in workshop.agenda]
    agreed = [record.consensus(question) for record, question in zip(RECORDS, questions, strict=True)]
    assert [item.consensus for item in workshop.agenda] == agreed
    assert (*(item.dots for item in workshop.agenda), *(need.dots for need in workshop.needs)) == DOTS
    assert [need.words for need in workshop.needs] == [NEED]
    assert workshop.participants == {GROUP: PEOPLE}
    assert set(measures) == {NEED, MEASURE}
    assert measures[NEED].priority == DOTS[-1]
    assert measures[NEED].question_ids == (questions[-1].id,)


def check_papers(home: Path) -> None:
    """The report names the consensus, the priorities and the measures; the minutes name the reasons."""
    report, minutes = (_text(home / name) for name in ("Bericht.pdf", "Protokoll.pdf"))
    for words in (NEED, MEASURE):
        assert words in report
    for words in (NEED, *(record.reason for record in RECORDS)):
        assert words in minutes


def _text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
