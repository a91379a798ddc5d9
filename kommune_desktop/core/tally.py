"""Counts of answers: what the store hands to the results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kommune_desktop.core.answer import State, Value

CellKey = tuple[str, str]
"""Question id and group id."""


@dataclass
class CellTally:
    """The answers of one group to one question.

    Attributes:
        shown: Number of sheets that were shown the question.
        states: How many sheets have each state; a sheet without a row has none.
        values: How often each value was given; texts are not counted one by one.
    """

    shown: int = 0
    states: Counter[State] = field(default_factory=Counter)
    values: Counter[Value] = field(default_factory=Counter)

    def add(self, state: State, value: Value | None, count: int = 1) -> None:
        """Count an answer."""
        self.states[state] += count
        if value is not None:
            self.values[value] += count

    @property
    def given(self) -> int:
        """Number of given answers."""
        return self.states[State.GIVEN]


def merged(cells: Iterable[CellTally]) -> CellTally:
    """The counts of several cells together."""
    whole = CellTally()
    for cell in cells:
        whole.shown += cell.shown
        whole.states.update(cell.states)
        whole.values.update(cell.values)
    return whole


@dataclass
class Tally:
    """The counts of a round: number of sheets by group, and a cell for each question and group that was asked it."""

    sheets: Mapping[str, int]
    cells: dict[CellKey, CellTally]
