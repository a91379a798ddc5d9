"""Counting answers."""

from __future__ import annotations

from kommune_desktop.core.answer import State
from kommune_desktop.core.tally import CellTally, merged
from tests.builders import cell


def test_an_answer_is_counted_by_state_and_value() -> None:
    counts = CellTally(shown=4)
    counts.add(State.GIVEN, 3)
    counts.add(State.GIVEN, 3, 2)
    counts.add(State.DONT_KNOW, None)
    assert counts.states == {State.GIVEN: 3, State.DONT_KNOW: 1}
    assert counts.values == {3: 3}
    assert counts.given == 3


def test_a_value_of_zero_is_counted() -> None:
    assert cell(0, 0, 1).values == {0: 2, 1: 1}


def test_nothing_given_is_zero() -> None:
    assert cell(dont_know=3).given == 0


def test_cells_add_up() -> None:
    total = merged([cell(1, 2, blank=1), cell(2, dont_know=1, no_row=2)])
    assert total == CellTally(7, cell(1, 2, 2, blank=1, dont_know=1).states, cell(1, 2, 2).values)


def test_adding_leaves_the_parts_as_they_were() -> None:
    first, second = cell(1), cell(2)
    merged([first, second])
    assert (first, second) == (cell(1), cell(2))
