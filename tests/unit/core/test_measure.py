"""Measures: what makes sense, what is overdue, which concern a round, and in which order they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.measure import (
    LONGEST_TITLE,
    Measure,
    MeasureStatus,
    check_measure,
    in_order,
    of_round,
    until_round,
)
from kommune_desktop.errors import UserError

TODAY = date(2026, 11, 26)
YESTERDAY, TOMORROW = date(2026, 11, 25), date(2026, 11, 27)
OPEN = (MeasureStatus.IDEA, MeasureStatus.PLANNED, MeasureStatus.RUNNING)


def dropped(title: str = "a", **more: object) -> Measure:
    return Measure(title, status=MeasureStatus.DROPPED, dropped_because="Kein Geld.", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "measure",
    [
        Measure("Sprechstunde"),
        Measure("a" * LONGEST_TITLE, start=TODAY, due=TODAY),
        Measure("a", due=YESTERDAY, cost=Decimal(0)),
        dropped(),
    ],
)
def test_what_makes_sense_is_kept(measure: Measure) -> None:
    check_measure(measure)


@pytest.mark.parametrize(
    ("measure", "key"),
    [
        (Measure(""), "title_missing"),
        (Measure(" \n"), "title_missing"),
        (Measure("a" * (LONGEST_TITLE + 1)), "title_long"),
        (Measure("a", start=TODAY, due=YESTERDAY), "due_before_start"),
        (Measure("a", cost=Decimal("-0.01")), "cost_negative"),
        (Measure("a", status=MeasureStatus.DROPPED), "reason_missing"),
        (Measure("a", status=MeasureStatus.DROPPED, dropped_because="  "), "reason_missing"),
        (Measure("a", dropped_because="Kein Geld."), "reason_without_drop"),
    ],
)
def test_what_makes_no_sense_is_refused(measure: Measure, key: str) -> None:
    with pytest.raises(UserError) as caught:
        check_measure(measure)
    assert caught.value.key == f"measure.{key}"


@pytest.mark.parametrize(
    ("due", "status", "overdue"),
    [
        *((YESTERDAY, status, True) for status in OPEN),
        (TODAY, MeasureStatus.RUNNING, False),
        (TOMORROW, MeasureStatus.RUNNING, False),
        (None, MeasureStatus.RUNNING, False),
        (YESTERDAY, MeasureStatus.DONE, False),
        (YESTERDAY, MeasureStatus.DROPPED, False),
    ],
)
def test_a_measure_is_overdue_from_the_day_after_it_was_due(
    due: date | None, status: MeasureStatus, overdue: bool
) -> None:
    assert Measure("a", due=due, status=status).is_overdue(TODAY) is overdue


def test_a_round_has_its_own_measures_and_those_that_were_open_before_it() -> None:
    own = Measure("own", 1, 2, status=MeasureStatus.DONE)
    open_before = Measure("before", 2, 1)
    done_before = Measure("done", 3, 1, status=MeasureStatus.DONE)
    of_a_round_that_is_gone = Measure("gone", 4, None)
    later = Measure("later", 5, 3)
    everything = [own, open_before, done_before, of_a_round_that_is_gone, later]
    assert of_round(everything, 2, [1]) == [own, open_before, of_a_round_that_is_gone]
    assert of_round(everything, 3, [1, 2]) == [open_before, of_a_round_that_is_gone, later]
    assert until_round(everything, 2, [1]) == [own, open_before, done_before, of_a_round_that_is_gone]
    assert until_round(everything, 1, []) == [open_before, done_before, of_a_round_that_is_gone]


def test_what_is_due_next_stands_first_and_what_has_ended_last() -> None:
    soon, later = Measure("z", due=TODAY), Measure("a", due=TOMORROW)
    undated, wanted = Measure("undated"), Measure("wanted", priority=7)
    ended = Measure("ended", due=YESTERDAY, status=MeasureStatus.DONE)
    assert in_order([ended, undated, later, wanted, soon]) == [soon, later, wanted, undated, ended]


@given(st.permutations([Measure(title, number) for number, title in enumerate("abBc")]))
def test_the_order_does_not_depend_on_where_they_come_from(measures: list[Measure]) -> None:
    assert [measure.title for measure in in_order(measures)] == ["a", "b", "B", "c"]


def test_a_measure_that_is_taken_up_again_is_open() -> None:
    assert not dropped().is_open
    assert replace(dropped(), status=MeasureStatus.PLANNED, dropped_because="").is_open
