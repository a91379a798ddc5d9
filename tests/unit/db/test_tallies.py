"""SQLite counts what a slow count in Python counts, whatever the conditions and audiences."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_any
from hypothesis import strategies as st

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.relevance import asked_of, shown_questions
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import STATIONS, SheetState
from kommune_desktop.core.tally import CellTally, Tally
from kommune_desktop.db import Store
from tests.unit.db.builders import GROUPS, Document, add_round, document, given, question

GROUP_IDS = [group.id for group in GROUPS]
SheetPlan = tuple[str, bool, dict[str, Answer], tuple[SheetState, ...]]
"""Group, whether it was deleted, answers, the stations that it went through on paper."""
WAYS = [STATIONS[:count] for count in range(5)]
WAYS += [(*way, end) for way in WAYS[1:] for end in (SheetState.LOST, SheetState.INVALID)]


def slow_tally(store: Store, round_: Round) -> Tally:
    """The definition of a tally, sheet by sheet and answer by answer."""
    sheets = dict.fromkeys(GROUP_IDS, 0)
    cells = {(q.id, group_id): CellTally() for q in round_.questions for group_id in GROUP_IDS if asked_of(q, group_id)}
    for sheet in store.sheets.of_round(round_.id):
        if not sheet.is_counted:
            continue
        sheets[sheet.group_id] += 1
        answers = store.answers.of_sheet(sheet.id, round_.questionnaire.questions)
        for shown in shown_questions(round_.questions, sheet.group_id, answers):
            cell = cells[shown.id, sheet.group_id]
            cell.shown += 1
            if shown.id in answers:
                answer = answers[shown.id]
                cell.add(answer.state, None if isinstance(answer.value, str) else answer.value)
    return Tally(sheets, cells)


@st.composite
def questionnaires(draw: st.DrawFn) -> Document:
    """Up to eight questions; a condition names an earlier one that is asked of at least the same groups."""
    questions: list[Document] = []
    for place in range(draw(st.integers(1, 7))):
        kind = draw(st.sampled_from(["scale", "scale", "scale", "single", "single", "multi", "number", "text"]))
        more: dict[str, Any] = {"decimals": 1} if kind == "number" else {}
        core = draw(st.sampled_from([True, True, True, False]))
        audience = draw(st.sets(st.sampled_from(GROUP_IDS), max_size=2))
        named = [q for q in questions if q["kind"] in ("scale", "single") and (q["core"] or not core)]
        has_condition = draw(st.sampled_from([True, True, False]))
        if named and has_condition:
            other = draw(st.sampled_from(named[-2:]))
            needed = set(other.get("audience", GROUP_IDS))
            audience = (audience & needed or needed) if needed != set(GROUP_IDS) else audience
            values = st.integers(0, 4 if other["kind"] == "scale" else 3)
            test = st.one_of(
                st.builds(lambda least: {"at_least": least}, values),
                st.builds(lambda some: {"any_of": sorted(some)}, st.sets(values, min_size=1)),
            )
            more["relevant_if"] = {"question": other["id"]} | draw(test)
        if audience and audience != set(GROUP_IDS):
            more["audience"] = sorted(audience)
        questions.append(question(f"a.q{place}", kind, core=core, **more))
    return document(*questions)


VALUES: dict[str, st.SearchStrategy[Value]] = {
    "scale": st.integers(0, 4),
    "single": st.integers(0, 3),
    "multi": st.frozensets(st.integers(0, 3), min_size=1),
    "number": st.decimals(0, 50, places=1),
    "text": st.sampled_from(["eins", "zwei", "3", ""]),
}


@st.composite
def rounds(draw: st.DrawFn) -> tuple[Document, bool, list[SheetPlan]]:
    content = draw(questionnaires())
    sheets = []
    for _ in range(draw(st.integers(0, 15))):
        answers = {}
        for asked in content["areas"][0]["topics"][0]["questions"]:
            state = draw(st.sampled_from([None, *State, *[State.GIVEN] * 9]))
            if state is not None:
                answers[asked["id"]] = Answer(state, draw(VALUES[asked["kind"]]) if state is State.GIVEN else None)
        way = draw(st.sampled_from([(), STATIONS[:3], *WAYS]))
        sheets.append((draw(st.sampled_from(GROUP_IDS)), draw(st.integers(0, 4)) == 0, answers, way))
    return content, draw(st.booleans()), sheets


@contextmanager
def copy_of(template: Path) -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(shutil.copy(template, folder))) as store:
        yield store


def add_sheets(store: Store, round_: Round, sheets: list[SheetPlan]) -> None:
    asked = {question.id for question in round_.questions}
    plan = [
        (str(number), group_id, [(name, answer) for name, answer in answers.items() if name in asked])
        for number, (group_id, _, answers, _) in enumerate(sheets)
    ]
    store.answers.add_sheets(round_, plan)
    for sheet in store.sheets.of_round(round_.id):
        _, is_deleted, _, way = sheets[int(sheet.number)]
        for station in way:
            store.sheets.set_date(sheet.id, station, sheet.created)
        if is_deleted:
            store.sheets.delete(sheet.id)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@for_any(rounds())
def test_counts_equal_a_slow_count_in_python(
    empty_template: Path, drawn: tuple[Document, bool, list[SheetPlan]]
) -> None:
    content, short_form, sheets = drawn
    with copy_of(empty_template) as store:
        round_ = add_round(store, content, short_form=short_form)
        add_sheets(store, round_, sheets)
        assert store.tallies.of_round(round_) == slow_tally(store, round_)


def test_each_value_of_each_kind_is_counted(store: Store, round_: Round) -> None:
    answers = [
        ("a.grad", given(2)),
        ("a.eins", given(1)),
        ("a.mehr", given(frozenset({0, 3}))),
        ("a.zahl", given(Decimal("12.5"))),
        ("a.warum", given("Wort")),
    ]
    store.answers.add_sheets(round_, [(str(n), "council", answers) for n in range(3)])
    cells = store.tallies.of_round(round_).cells
    counted = {question_id: dict(cells[question_id, "council"].values) for question_id, _ in answers}
    assert counted == {
        "a.grad": {2: 3},
        "a.eins": {1: 3},
        "a.mehr": {frozenset({0, 3}): 3},
        "a.zahl": {Decimal("12.5"): 3},
        "a.warum": {},
    }
    assert [cells[question_id, "council"].given for question_id, _ in answers] == [3] * 5


@pytest.mark.parametrize(("first", "counted"), [(1, (0, 0)), (2, (1, 1))])
def test_an_answer_counts_only_while_the_whole_chain_of_conditions_holds(
    store: Store, first: int, counted: tuple[int, int]
) -> None:
    """The later answers stay stored when the first one takes their questions off the screen."""
    round_ = add_round(
        store,
        document(
            question("a.q1"),
            question("a.q2", relevant_if={"question": "a.q1", "at_least": 2}),
            question("a.q3", relevant_if={"question": "a.q2", "any_of": [3]}),
        ),
    )
    answers = [("a.q1", given(first)), ("a.q2", given(3)), ("a.q3", given(4))]
    store.answers.add_sheets(round_, [("1", "council", answers)])
    cells = store.tallies.of_round(round_).cells
    assert tuple(cells[q, "council"].shown for q in ("a.q2", "a.q3")) == counted
    assert tuple(cells[q, "council"].given for q in ("a.q2", "a.q3")) == counted


def test_a_state_other_than_given_meets_no_condition(store: Store, round_: Round) -> None:
    answers = [("a.grad", Answer(State.DONT_KNOW)), ("a.warum", given("Wort"))]
    store.answers.add_sheets(round_, [("1", "council", answers)])
    cell = store.tallies.of_round(round_).cells["a.warum", "council"]
    assert (cell.shown, cell.given) == (0, 0)


def test_a_group_that_is_not_asked_has_no_cell(store: Store, round_: Round) -> None:
    cells = store.tallies.of_round(round_).cells
    assert {group_id for question_id, group_id in cells if question_id == "a.rat"} == {"council"}


def test_another_round_is_not_counted(store: Store, round_: Round) -> None:
    other = add_round(store, title="Runde 2")
    store.answers.add_sheets(other, [("1", "council", [("a.grad", given(1))])])
    tally = store.tallies.of_round(round_)
    assert (sum(tally.sheets.values()), sum(cell.given for cell in tally.cells.values())) == (0, 0)
