"""Sheets and their life: handed out, taken back, keyed, verified."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from kommune_desktop.core.round import Group, Round
from kommune_desktop.errors import UserError


class SheetState(StrEnum):
    """Where a sheet stands. All but ``ON_SCREEN`` are stations of a paper sheet and have a date."""

    ON_SCREEN = "on_screen"
    ISSUED = "issued"
    RETURNED = "returned"
    KEYED = "keyed"
    VERIFIED = "verified"
    LOST = "lost"
    INVALID = "invalid"


STATIONS: tuple[SheetState, ...] = tuple(state for state in SheetState if state is not SheetState.ON_SCREEN)
_LAST_FIRST = tuple(reversed(STATIONS))
_COUNTED = {SheetState.ON_SCREEN, SheetState.KEYED, SheetState.VERIFIED}
OUT_OF_USE = {SheetState.LOST, SheetState.INVALID}


@dataclass(frozen=True)
class Sheet:
    """One set of answers (Bogen).

    Attributes:
        number: What is written on it; unique within the round.
        topic: Id of the wizard page where work on it stopped; empty where it has not begun.
        answered: Number of questions with an answer other than blank.
        dates: When it reached each station, for a paper sheet.
        form_id: The printed form it was issued with.
        batch_id: The batch it lies in.
        laid: When it was laid there.
        keyed_by: Initials of the person who keyed it.
        is_second_wanted: Whether it is to be keyed a second time.
        second_by: Initials of the person who did so.
        second_at: When that was done.
    """

    id: int
    round_id: int
    group_id: str
    number: str
    created: datetime
    topic: str = ""
    answered: int = 0
    dates: Mapping[SheetState, datetime] = field(default_factory=dict)
    form_id: int | None = None
    batch_id: int | None = None
    laid: datetime | None = None
    keyed_by: str = ""
    is_second_wanted: bool = False
    second_by: str = ""
    second_at: datetime | None = None

    @property
    def state(self) -> SheetState:
        """The last station that it has reached."""
        return next((station for station in _LAST_FIRST if station in self.dates), SheetState.ON_SCREEN)

    @property
    def is_counted(self) -> bool:
        """Whether its answers enter the results: a paper sheet's do from when it is keyed to the end."""
        return self.state in _COUNTED


def check_return(sheet: Sheet) -> None:
    """Refuse to take back a sheet that can't come back.

    Raises:
        UserError: ``return.*``; says since when it is what it is.
    """
    state = sheet.state
    if state is not SheetState.ISSUED:
        day = sheet.dates[state].astimezone().date() if state in sheet.dates else None
        raise UserError(f"return.{state.value}", number=sheet.number, day=day)


@dataclass(frozen=True)
class Returns:
    """How many of a group's paper sheets have reached which station."""

    group: Group
    counts: Mapping[SheetState, int]

    @property
    def issued(self) -> int:
        """Sheets handed out, whatever became of them."""
        return sum(self.counts.values())

    @property
    def back(self) -> int:
        """Sheets that came back, in whatever state."""
        came = (SheetState.RETURNED, SheetState.KEYED, SheetState.VERIFIED, SheetState.INVALID)
        return sum(self.counts[state] for state in came)

    @property
    def missing(self) -> int:
        """Sheets that are still out."""
        return self.counts[SheetState.ISSUED]

    @property
    def rate(self) -> Fraction | None:
        """Share of the sheets handed out that came back, 0 to 1; ``None`` where none was handed out."""
        return Fraction(self.back, self.issued) if self.issued else None


def count_returns(round_: Round, sheets: Iterable[Sheet]) -> tuple[Returns, ...]:
    """The return of each group of a round, in its order."""
    counts = {group.id: dict.fromkeys(STATIONS, 0) for group in round_.groups}
    for sheet in sheets:
        if sheet.state is not SheetState.ON_SCREEN:
            counts[sheet.group_id][sheet.state] += 1
    return tuple(Returns(group, counts[group.id]) for group in round_.groups)
