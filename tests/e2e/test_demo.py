"""The demo municipality, and what holds on every page: names, focus, keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.e2e import names
from tests.e2e.conftest import Start
from tests.e2e.figures import figures_on_screen, profile_of
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

    shown = figures_on_screen(program, shipped(DEFAULT_QUESTIONNAIRE)[0])
    assert list(shown.questions) == list(range(1, QUESTIONS + 1))
    assert len(shown.areas) == AREAS
    assert names.NO_FIGURE not in shown.areas.values()
    table = program.find("table", names.QUESTION_TABLE)
    heads, rows = program.reader.heads(table.thing), program.reader.cells(table.thing)
    assert any(row[heads.index(names.COLUMN_CHANGE)] != names.NO_FIGURE for row in rows)


def test_questions_of_an_area_alone_can_be_shown(start: Start, demo_file: Path) -> None:
    program = start("--store", demo_file)
    program.turn_to(lambda title: title.startswith(demo_file.name))
    program.press(names.PAGE_KEYS[names.RESULTS])
    program.says(names.SCORE.match)
    program.press(names.TO_QUESTIONS)
    everything = question_table(program)

    program.press(names.TO_AREA_FILTER, "Down", "Down")
    some = wait_for(lambda: fewer(question_table(program), everything), "fewer rows in the table")
    wait_for(lambda: question_table(program) == everything[14:30], "the questions of the second area")
    assert some != everything

    program.press("Home")
    wait_for(lambda: question_table(program) == everything, "all rows in the table")


def test_profile_leads_to_an_area_and_its_questions_and_back(start: Start, demo_file: Path) -> None:
    program = start("--store", demo_file)
    program.turn_to(lambda title: title.startswith(demo_file.name))
    program.press(names.PAGE_KEYS[names.RESULTS])
    profile = wait_for(lambda: profile_of(program), "the profile")
    areas = shipped(DEFAULT_QUESTIONNAIRE)[0].areas

    program.tab_to(profile.role, profile.name)
    program.press("Down", "Return")
    program.says(areas[1].title.in_language("de"))
    program.wait_for_focus(lambda seen: seen.name == names.BACK, "the way back")
    rows = f"{areas[1].title.in_language('de')}, 16 Fragen: "
    program.tab_to(profile.role, lambda name: name.startswith(rows))
    program.press("Return")
    program.says(f"15 {next(areas[1].questions).label.in_language('de')}")
    program.press("alt+Left")
    program.says(areas[1].title.in_language("de"))
    program.press("alt+Left")
    program.wait_for_focus(lambda seen: seen.name == profile.name, "the profile")


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
