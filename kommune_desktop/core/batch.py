"""Batches (Stapel): the sheets that lie on a desk together and are keyed one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kommune_desktop.core.sheet import OUT_OF_USE, Sheet, SheetState
from kommune_desktop.errors import UserError


@dataclass(frozen=True)
class Batch:
    """A batch of a round.

    Attributes:
        number: Counts up within the round; a dissolved batch keeps its own.
        expected: How many sheets were counted on the desk; 0 where nobody counted.
    """

    id: int
    round_id: int
    number: int
    expected: int
    created: datetime


@dataclass(frozen=True)
class BatchSheets:
    """A batch with its sheets, in the order in which they were laid into it."""

    batch: Batch
    sheets: tuple[Sheet, ...]

    @property
    def keyed(self) -> int:
        """Sheets that are keyed to their end."""
        return sum(SheetState.KEYED in sheet.dates for sheet in self.sheets)

    @property
    def total(self) -> int:
        """Sheets that are in it, or were counted on the desk, whichever is more; without those that can't be keyed."""
        never = sum(s.state in OUT_OF_USE and SheetState.KEYED not in s.dates for s in self.sheets)
        return max(self.batch.expected, len(self.sheets)) - never

    @property
    def to_key(self) -> tuple[Sheet, ...]:
        """Sheets that were begun and not keyed to their end."""
        return tuple(s for s in self.sheets if SheetState.KEYED not in s.dates and s.state not in OUT_OF_USE)

    @property
    def to_key_again(self) -> tuple[Sheet, ...]:
        """Keyed sheets that are to be keyed a second time and are not yet."""
        return tuple(
            s
            for s in self.sheets
            if s.is_second_wanted and s.second_at is None and SheetState.KEYED in s.dates and s.state not in OUT_OF_USE
        )

    @property
    def unsettled(self) -> tuple[Sheet, ...]:
        """Sheets that are keyed twice and have a difference that is not settled."""
        return tuple(
            s
            for s in self.sheets
            if s.second_at is not None and SheetState.VERIFIED not in s.dates and s.state not in OUT_OF_USE
        )


def with_sheets(batches: Sequence[Batch], sheets: Iterable[Sheet]) -> list[BatchSheets]:
    """Each batch with its sheets."""
    laid: dict[int, list[Sheet]] = {batch.id: [] for batch in batches}
    for sheet in sheets:
        if sheet.batch_id in laid:
            laid[sheet.batch_id].append(sheet)
    return [BatchSheets(batch, tuple(sorted(laid[batch.id], key=_laid))) for batch in batches]


def _laid(sheet: Sheet) -> datetime:
    return sheet.laid or sheet.created


def check_keying(sheet: Sheet, batch: Batch) -> None:
    """Refuse a sheet that is not for keying in this batch.

    Raises:
        UserError: ``batch.*``; says what has become of the sheet.
    """
    state = sheet.state
    if state not in (SheetState.ISSUED, SheetState.RETURNED):
        day = sheet.dates[state].astimezone().date() if state in sheet.dates else None
        raise UserError(f"batch.{state.value}", number=sheet.number, day=day)
    if sheet.batch_id not in (None, batch.id) and sheet.answered:
        raise UserError("batch.sheet_elsewhere", number=sheet.number)


def check_second_keying(sheet: Sheet, batch: Batch, initials: str, *, also_own: bool) -> None:
    """Refuse a sheet that is not to be keyed a second time by this person.

    Raises:
        UserError: ``second.*``.
    """
    if sheet.batch_id != batch.id or not sheet.is_second_wanted:
        raise UserError("second.not_wanted", number=sheet.number)
    if SheetState.KEYED not in sheet.dates or sheet.state in OUT_OF_USE:
        raise UserError("second.not_keyed", number=sheet.number)
    if sheet.second_at is not None:
        raise UserError("second.done", number=sheet.number, day=sheet.second_at.astimezone().date())
    if not also_own and sheet.keyed_by.casefold() == initials.casefold():
        raise UserError("second.own", number=sheet.number, initials=initials)


def sample(sheets: Sequence[Sheet], size: int, chance: Sequence[float]) -> tuple[Sheet, ...]:
    """So many of the sheets, drawn at random, in their order.

    Args:
        chance: A random number for each sheet; those with the smallest are drawn.
    """
    drawn = sorted(range(len(sheets)), key=lambda place: chance[place])[:size]
    return tuple(sheets[place] for place in sorted(drawn))
