"""The demo municipality, and what holds on every page: names, focus, keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.e2e import names
from tests.e2e.conftest import Start
from tests.e2e.figures import area_bars
from tests.e2e.filling_in import WizardHand
from tests.e2e.keying_hand import hand_out, key_twice
from tests.e2e.program import Program
from tests.e2e.screen_reader import Thing, wait_for
from tests.e2e.walk import (
    controls,
    in_front,
    nameless,
    not_reached,
    open_first_sheet,
    place,
    tab_round,
    walk,
    walk_through_keying,
)

QUESTIONS, AREAS, ROUNDS = 105, 7, ["Runde 2026", "Runde 2023", "Runde 2021"]
Tour = tuple[Program, Iterator[str]]

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]


def question_table(program: Program) -> list[list[str]]:
    return program.reader.cells(program.find("table", names.QUESTION_TABLE).thing)


def test_demo_shows_three_rounds_and_results(start: Start) -> None:
    program = start()
    program.turn_to()
    program.push(names.SEE_DEMO)
    program.turn_to(names.DEMO_WINDOW.match)

    combo = program.find("combo box", lambda name: name in (names.ROUNDS, ROUNDS[0]))
    (offered,) = program.reader.items(combo.thing)
    assert [item.name for item in program.reader.items(offered.thing)] == ROUNDS

    program.press(names.PAGE_KEYS[names.RESULTS])
    program.says(names.SCORE.match)
    table = program.find("table", names.QUESTION_TABLE)
    heads, rows = program.reader.heads(table.thing), program.reader.cells(table.thing)
    assert [row[heads.index(names.COLUMN_NUMBER)] for row in rows] == [str(n) for n in range(1, QUESTIONS + 1)]
    assert any(row[heads.index(names.COLUMN_CHANGE)] != names.NO_FIGURE for row in rows)
    assert len(area_bars(program)) == AREAS


def test_area_bar_filters_the_table(start: Start, demo_file: Path) -> None:
    program = start("--store", demo_file)
    program.turn_to(lambda title: title.startswith(demo_file.name))
    program.press(names.PAGE_KEYS[names.RESULTS])
    program.says(names.SCORE.match)
    everything = question_table(program)
    first, bar, *_ = area_bars(program)

    program.tab_to(first.role, first.name)
    program.press("Down")
    program.wait_for_focus(lambda seen: seen.thing == bar.thing, bar.name)
    program.press("space")
    some = wait_for(lambda: fewer(question_table(program), everything), "fewer rows in the table")
    assert some == everything[14:30]
    assert "checked" in program.find(bar.role, bar.name).states

    program.push(names.ALL_AREAS)
    wait_for(lambda: question_table(program) == everything, "all rows in the table")


def fewer(rows: list[list[str]], everything: list[list[str]]) -> list[list[str]] | None:
    return rows if len(rows) < len(everything) else None


@pytest.fixture(params=["demo", "keying"])
def tour(request: pytest.FixtureRequest, start: Start, home: Path) -> Tour:
    """The program, and a walk through it."""
    if request.param == "demo":
        program = start()
        return program, walk(program)
    paper = hand_out(home / "Ort.kommune", 3)
    key_twice(paper)
    program = start("--store", paper.path)
    return program, walk_through_keying(program, paper)


def test_every_control_has_a_name(tour: Tour) -> None:
    program, pages = tour
    found = []
    for page in pages:
        found += [f"{page}: no name: {place(seen)}" for seen in controls(program) if nameless(program, seen)]
        found += [
            f"{page}: mark shown: {place(seen)}" for seen in in_front(program) if names.RAW_MARK.search(seen.name)
        ]
    assert not found, "\n".join(["", *found])


def test_tab_leads_everywhere_and_says_where_it_is(tour: Tour) -> None:
    program, pages = tour
    found = []
    for page in pages:
        stops = tab_round(program)
        found += [
            f"{page}: the keyboard is in something without a name: {place(seen)}" for seen in stops if not seen.name
        ]
        found += [f"{page}: Tab does not lead to: {place(seen)}" for seen in not_reached(program, stops)]
    assert not found, "\n".join(["", *found])


def test_sidebar_leads_to_every_page(start: Start, demo_file: Path) -> None:
    program = start("--store", demo_file)
    program.turn_to(lambda title: title.startswith(demo_file.name))
    pages = program.tab_to("list", names.PAGES).widget.thing
    program.press("Home")
    for page in names.PAGE_TITLES:
        wait_for(partial(is_chosen, program, pages, page), f"{page} chosen")
        program.says(page)
        program.press("Down")


def is_chosen(program: Program, things: Thing, name: str) -> bool:
    return [item.name for item in program.reader.items(things) if "selected" in item.states] == [name]


def test_contents_lead_to_another_area(start: Start, demo_file: Path) -> None:
    program = start("--store", demo_file)
    program.turn_to(lambda title: title.startswith(demo_file.name))
    open_first_sheet(program)
    questionnaire = shipped(DEFAULT_QUESTIONNAIRE)[0]
    area = questionnaire.areas[2]

    program.tab_to("tree", names.CONTENTS)
    program.type("3")
    program.press("Return")

    WizardHand(program, questionnaire).wait_until_in(next(area.questions))
    program.says(area.topics[0].title.in_language("de"))


def test_one_of_several_is_a_radio_button(start: Start, demo_file: Path) -> None:
    program = start("--store", demo_file)
    program.turn_to(lambda title: title.startswith(demo_file.name))
    open_first_sheet(program)
    assert roles_of_choices(program) == {"radio button"}


def roles_of_choices(program: Program) -> set[str]:
    return {seen.role for seen in in_front(program) if names.CHOICE.match(seen.name) and "checkable" in seen.states}
