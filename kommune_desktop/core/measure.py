"""Measures (Maßnahmen): what is to be done, by whom, until when, and how it goes on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kommune_desktop.errors import UserError

LONGEST_TITLE = 200


class MeasureStatus(StrEnum):
    """How far a measure is."""

    IDEA = "idea"
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


ENDED = frozenset({MeasureStatus.DONE, MeasureStatus.DROPPED})


@dataclass(frozen=True)
class ProgressNote:
    """What was noted on a day."""

    day: date
    words: str


@dataclass(frozen=True)
class Measure:
    """A measure of the municipality. It goes on over the rounds until it is done or dropped.

    Attributes:
        id: 0 until the store has it.
        round_id: The round that it comes from; ``None`` where that is gone.
        office: Who is responsible.
        cost: An estimate in euros.
        dropped_because: Why it was dropped; only then there is a reason.
        indicator, target: What shows whether it works, and what is to be reached.
        area_id: The field of action; empty for none.
        question_ids: The questions that it is to change.
        priority: Dots that it got in the workshop; ``None`` where nobody counted.
        notes: Oldest first.
    """

    title: str
    id: int = 0
    round_id: int | None = None
    goal: str = ""
    office: str = ""
    partners: str = ""
    start: date | None = None
    due: date | None = None
    cost: Decimal | None = None
    status: MeasureStatus = MeasureStatus.IDEA
    dropped_because: str = ""
    indicator: str = ""
    target: str = ""
    area_id: str = ""
    question_ids: tuple[str, ...] = ()
    priority: int | None = None
    notes: tuple[ProgressNote, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.status not in ENDED

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done by now."""
        return self.is_open and self.due is not None and self.due < today


def check_measure(measure: Measure) -> None:
    """Refuse what makes no sense.

    Raises:
        UserError: ``measure.*``.
    """
    if not measure.title.strip():
        raise UserError("measure.title_missing")
    if len(measure.title) > LONGEST_TITLE:
        raise UserError("measure.title_long", longest=LONGEST_TITLE)
    if measure.start is not None and measure.due is not None and measure.due < measure.start:
        raise UserError("measure.due_before_start", start=measure.start, due=measure.due)
    if measure.cost is not None and measure.cost < 0:
        raise UserError("measure.cost_negative")
    if measure.status is MeasureStatus.DROPPED and not measure.dropped_because.strip():
        raise UserError("measure.reason_missing")
    if measure.status is not MeasureStatus.DROPPED and measure.dropped_because:
        raise UserError("measure.reason_without_drop")


def until_round(measures: Iterable[Measure], round_id: int, earlier: Iterable[int]) -> list[Measure]:
    """The measures of a round and of those before it, ended or not.

    Args:
        earlier: Ids of the rounds before.
    """
    rounds = {None, round_id, *earlier}
    return [measure for measure in measures if measure.round_id in rounds]


def of_round(measures: Iterable[Measure], round_id: int, earlier: Iterable[int]) -> list[Measure]:
    """The measures to be worked on in a round: its own, and those of the rounds before that are still open."""
    return [m for m in until_round(measures, round_id, earlier) if m.round_id == round_id or m.is_open]


def in_order(measures: Iterable[Measure]) -> list[Measure]:
    """Measures as they are worked on: open ones first, then by due date, those with many dots before others."""
    return sorted(
        measures, key=lambda m: (not m.is_open, m.due or date.max, -(m.priority or 0), m.title.casefold(), m.id)
    )
