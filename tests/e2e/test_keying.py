"""Paper sheets keyed in on the keypad, as fast as keys can come, and with the program killed in the middle of it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.db import Store
from tests.e2e import names
from tests.e2e.conftest import Start
from tests.e2e.keying_course import Course, Stage
from tests.e2e.keying_hand import GROUP, INITIALS, Filled, Paper, Pen, begin_batch, hand_out, key_in, turn_to_file
from tests.e2e.program import Program
from tests.e2e.screen_reader import ScreenReader, wait_for

QUESTIONS, WHOLE_SHEETS, ONE_KEY_SHEETS, SHEETS_WITH_SKIPS = 105, 20, 2, 4
KEYS_BESIDES = 7
KILLS, MOST_HEARD, TYPED_AHEAD = 50, 70, 120
KEYING_SECONDS, ANSWER_SECONDS = 90, 0.015

pytestmark = [pytest.mark.e2e]


@pytest.fixture
def paper(home: Path) -> Paper:
    """Sheets of people who are asked all questions."""
    return hand_out(home / "Ort.kommune", WHOLE_SHEETS + SHEETS_WITH_SKIPS)


def filled_sheets(paper: Paper, chance: Random) -> list[Filled]:
    """Twenty sheets with an answer to every question, two of them of one key each, then four with questions skipped."""
    asked = paper.round.questions_for(GROUP)
    assert len(asked) == QUESTIONS
    pens = [
        Pen(chance, one_key=place < ONE_KEY_SHEETS, skips=place >= WHOLE_SHEETS) for place in range(len(paper.numbers))
    ]
    return [pen.fill_in(number, asked) for pen, number in zip(pens, paper.numbers, strict=True)]


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_every_answer_typed_without_delay_is_stored_and_none_with_a_neighbour(start: Start, paper: Paper) -> None:
    sheets = filled_sheets(paper, Random(105))
    assert sum(len(sheet.answers) for sheet in sheets[:WHOLE_SHEETS]) == WHOLE_SHEETS * QUESTIONS
    assert any(len(sheet.answers) < QUESTIONS for sheet in sheets[WHOLE_SHEETS:])

    program = start("--store", paper.path)
    begin_batch(program)
    for place, sheet in enumerate(sheets):
        key_in(program, sheet.keys, keypad=place % 2 == 0)
    last = names.SHEET_KEYED.format(number=sheets[-1].number)
    wait_for(lambda: [seen for seen in program.tree() if seen.name == last], last, KEYING_SECONDS)
    program.close()

    with Store.open(paper.path, readonly=True) as store:
        (batch,) = store.batches.of_round(paper.round.id)
        for sheet in sheets:
            found = sheet_of(store, paper, sheet)
            assert (found.state, found.batch_id, found.keyed_by) == (SheetState.KEYED, batch.id, INITIALS)
            assert elsewhere(sheet, store.answers.of_sheet(found.id, paper.round.questions)) == {}


def sheet_of(store: Store, paper: Paper, filled: Filled) -> Sheet:
    return next(sheet for sheet in store.sheets.of_round(paper.round.id) if sheet.number == filled.number)


def elsewhere(sheet: Filled, stored: dict[str, Answer]) -> dict[str, tuple[Answer | None, Answer | None]]:
    """By question, what was on the paper and what is stored, where these are not the same."""
    both = {id_: (sheet.answers.get(id_), stored.get(id_)) for id_ in {*sheet.answers, *stored}}
    return {id_: (typed, found) for id_, (typed, found) in both.items() if typed != found}


def test_a_sheet_of_one_key_answers_takes_seven_more_keys_at_most(paper: Paper) -> None:
    for sheet in filled_sheets(paper, Random(7))[:ONE_KEY_SHEETS]:
        assert (len(sheet.answers), len(sheet.steps)) == (QUESTIONS, QUESTIONS)
        assert len(sheet.keys) <= QUESTIONS + KEYS_BESIDES


def test_a_screen_reader_hears_the_next_question_and_why_a_key_is_refused(
    start: Start, reader: ScreenReader, paper: Paper
) -> None:
    first, second, *_ = paper.round.questions_for(GROUP)
    program = start("--store", paper.path)
    begin_batch(program)
    key_in(program, Pen(Random(1)).fill_in(paper.numbers[0], ()).begin, keypad=True)
    wait_for(lambda: reader.announced()[-1:] == [paper.spoken(first)], "the first question announced")

    key_in(program, "4", keypad=True)
    wait_for(lambda: reader.announced()[-1:] == [paper.spoken(second)], "the next question announced")

    key_in(program, "7", keypad=True)
    wait_for(lambda: names.KEY_REFUSED.match(reader.announced()[-1]), "the reason announced")
    assert program.focused().name == paper.spoken(second)


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_killed_fifty_times_what_was_announced_is_stored_and_the_batch_goes_on_from_there(
    start: Start, reader: ScreenReader, paper: Paper
) -> None:
    chance = Random(50)
    course = Course(paper, filled_sheets(paper, chance))
    place = 0
    program = start("--store", paper.path)
    begin_batch(program)
    for _ in range(KILLS):
        ahead = course.stages[place : place + TYPED_AHEAD]
        heard = type_until_killed(program, reader, ahead, chance)
        place = course.stored(course.reached(place, heard), place + len(ahead))
        program = start("--store", paper.path)
        go_on(program)
        course.wait_for(program, place)


def type_until_killed(program: Program, reader: ScreenReader, ahead: Sequence[Stage], chance: Random) -> list[str]:
    """Type what leads through some stages and kill the program at it; returns what it has announced meanwhile."""
    before = len(reader.announced())
    enough = before + chance.randint(0, MOST_HEARD)
    key_in(program, [key for stage in ahead for key in stage.keys], keypad=chance.random() < 0.5)
    wait_for(lambda: len(reader.announced()) >= enough, "questions announced")
    # Not for something to happen, but so that the end comes anywhere in the saving of an answer.
    time.sleep(chance.uniform(0, ANSWER_SECONDS))
    program.kill()
    wait_for(lambda: reader.is_gone(program.root), "the end of what was announced")
    return reader.announced()[before:]


def go_on(program: Program) -> None:
    """Take up the batch again, by keyboard."""
    turn_to_file(program)
    program.press(names.PAGE_KEYS[names.KEYING])
    program.tab_to("table", names.BATCH_TABLE)
    program.press("Return")
