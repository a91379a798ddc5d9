"""An office sees what it said in the round before, and a person never sees what another person said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.round import Group, GroupKind, Round
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.db import Store
from kommune_desktop.workflow.earlier_answers import EarlierAnswers, earlier_answers
from tests.unit.db.builders import EXAMPLES, GROUPS, SMALL, TOWN, add_round, choices, document, execute, given, question

OFFICE, PERSONS, _ = GROUPS


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", TOWN) as made:
        yield made


def round_in(store: Store, year: int, content: dict[str, Any] = SMALL, groups: tuple[Group, ...] = GROUPS) -> Round:
    return add_round(store, content, title=f"Runde {year}", groups=groups, created=datetime(year, 3, 1, tzinfo=UTC))


def fill_in(store: Store, round_: Round, group: Group, answers: dict[str, Answer]) -> Sheet:
    sheet = store.sheets.add(round_, group.id)
    for question_id, answer in answers.items():
        store.answers.save(sheet.id, question_id, answer)
    return sheet


def found(store: Store, round_: Round, group: Group = OFFICE) -> EarlierAnswers | None:
    """What a new sheet of a group is shown."""
    return earlier_answers(store, round_, store.sheets.add(round_, group.id))


def test_an_office_sees_its_answers_with_all_that_was_written_beside_them(store: Store) -> None:
    fill_in(store, round_in(store, 2023), OFFICE, EXAMPLES)
    of_others = {"a.rat"}
    expected = {key: answer for key, answer in EXAMPLES.items() if key not in of_others}
    assert found(store, round_in(store, 2026)) == EarlierAnswers("Runde 2023", expected)


@pytest.mark.parametrize("state", [state for state in State if state is not State.GIVEN])
def test_a_state_is_an_answer_too(store: Store, state: State) -> None:
    answer = Answer(state, None, "Fachamt fragen", "Vermerk 7")
    fill_in(store, round_in(store, 2023), OFFICE, {"a.grad": answer})
    assert found(store, round_in(store, 2026)) == EarlierAnswers("Runde 2023", {"a.grad": answer})


def test_only_the_round_right_before_is_looked_at(store: Store) -> None:
    fill_in(store, round_in(store, 2020), OFFICE, {"a.grad": given(1)})
    middle, now = round_in(store, 2023), round_in(store, 2026)
    sheet = store.sheets.add(now, OFFICE.id)
    assert earlier_answers(store, now, sheet) is None
    fill_in(store, middle, OFFICE, {"a.grad": given(4)})
    assert earlier_answers(store, now, sheet) == EarlierAnswers("Runde 2023", {"a.grad": given(4)})


def test_the_first_round_has_nothing_before_it(store: Store) -> None:
    first = round_in(store, 2023)
    fill_in(store, round_in(store, 2026), OFFICE, EXAMPLES)
    assert found(store, first) is None


@pytest.mark.parametrize(
    ("kind_then", "kind_now"),
    [
        (GroupKind.INDIVIDUAL, GroupKind.INDIVIDUAL),
        (GroupKind.INDIVIDUAL, GroupKind.JOINT),
        (GroupKind.JOINT, GroupKind.INDIVIDUAL),
    ],
)
def test_persons_are_never_shown_what_was_said_nor_is_what_persons_said_ever_shown(
    store: Store, kind_then: GroupKind, kind_now: GroupKind
) -> None:
    then, now = (replace(PERSONS, kind=kind) for kind in (kind_then, kind_now))
    fill_in(store, round_in(store, 2023, groups=(then,)), then, EXAMPLES)
    assert found(store, round_in(store, 2026, groups=(now,)), now) is None


def test_a_group_that_was_not_there_has_said_nothing(store: Store) -> None:
    fill_in(store, round_in(store, 2023, groups=(PERSONS,)), PERSONS, EXAMPLES)
    assert found(store, round_in(store, 2026)) is None


def test_of_two_sheets_neither_is_shown(store: Store) -> None:
    before = round_in(store, 2023)
    first = fill_in(store, before, OFFICE, EXAMPLES)
    store.sheets.delete(first.id)
    fill_in(store, before, OFFICE, {"a.grad": given(1)})
    now = round_in(store, 2026)
    sheet = store.sheets.add(now, OFFICE.id)
    assert earlier_answers(store, now, sheet) == EarlierAnswers("Runde 2023", {"a.grad": given(1)})
    execute(store.path, f"UPDATE sheet SET deleted_at = NULL WHERE id = {first.id}")
    assert earlier_answers(store, now, sheet) is None


@pytest.mark.parametrize("station", [SheetState.ISSUED, SheetState.INVALID])
def test_a_sheet_that_does_not_count_is_not_shown(store: Store, station: SheetState) -> None:
    sheet = fill_in(store, round_in(store, 2023), OFFICE, EXAMPLES)
    store.sheets.set_date(sheet.id, station, datetime(2023, 4, 1, tzinfo=UTC))
    assert found(store, round_in(store, 2026)) is None


def test_a_sheet_without_answers_is_nothing_to_show(store: Store) -> None:
    fill_in(store, round_in(store, 2023), OFFICE, {})
    assert found(store, round_in(store, 2026)) is None


def test_an_answer_that_its_condition_had_taken_off_the_screen_is_not_shown(store: Store) -> None:
    answers = {"a.grad": given(1), "a.warum": given("Aus der Zeit davor.")}
    fill_in(store, round_in(store, 2023), OFFICE, answers)
    assert found(store, round_in(store, 2026)) == EarlierAnswers("Runde 2023", {"a.grad": given(1)})


def test_the_same_id_goes_before_what_a_question_replaces(store: Store) -> None:
    before = document(question("a.alt"), question("a.beide"), question("a.auch"))
    now = document(question("a.neu", replaces="a.alt"), question("a.beide", replaces="a.auch"), version="2.0")
    answers = {"a.alt": given(1), "a.beide": given(2), "a.auch": given(3)}
    fill_in(store, round_in(store, 2023, before), OFFICE, answers)
    expected = EarlierAnswers("Runde 2023", {"a.neu": given(1), "a.beide": given(2)})
    assert found(store, round_in(store, 2026, now)) == expected


POSTS, HOURS = {"unit": {"de": "Stellen"}}, {"unit": {"de": "Stunden"}}


@pytest.mark.parametrize(
    ("then", "now", "answer", "is_shown"),
    [
        (question("a.x"), question("a.x", text={"de": "Anders gefragt?"}), given(2), True),
        (question("a.x"), question("a.x", scale="three"), given(2), False),
        (question("a.x"), question("a.x", "single", choices=choices(5)), given(2), False),
        (question("a.x", "single"), question("a.x", "multi"), given(2), False),
        (question("a.x", "single"), question("a.x", "single", choices=choices(3)), given(2), False),
        (question("a.x", "number", **POSTS), question("a.x", "number", max=9, **POSTS), given(Decimal(12)), True),
        (question("a.x", "number", **POSTS), question("a.x", "number", **HOURS), given(Decimal(12)), False),
        (question("a.x", "text"), question("a.x", "number"), given("12"), False),
    ],
    ids=["reworded", "scale", "kind", "several", "choices", "range", "unit", "text"],
)
def test_an_answer_that_would_mean_something_else_now_is_left_out(
    store: Store, then: dict[str, Any], now: dict[str, Any], answer: Answer, *, is_shown: bool
) -> None:
    answers = {"a.immer": given(4), "a.x": answer}
    fill_in(store, round_in(store, 2023, document(question("a.immer"), then)), OFFICE, answers)
    expected = answers if is_shown else {"a.immer": given(4)}
    later = round_in(store, 2026, document(question("a.immer"), now, version="2.0"))
    assert found(store, later) == EarlierAnswers("Runde 2023", expected)
