"""Which sheets of a batch are keyed a second time."""

from __future__ import annotations

from random import SystemRandom

from kommune_desktop.core.batch import BatchSheets, sample
from kommune_desktop.core.sheet import OUT_OF_USE, Sheet, SheetState


def draw_second_keying(laid: BatchSheets, size: int) -> tuple[Sheet, ...]:
    """Keyed sheets in use of a batch, drawn at random, so that with those drawn before there are so many."""
    keyed = [sheet for sheet in laid.sheets if SheetState.KEYED in sheet.dates and sheet.state not in OUT_OF_USE]
    left = [sheet for sheet in keyed if not sheet.is_second_wanted]
    chance = SystemRandom()
    return sample(left, max(size - (len(keyed) - len(left)), 0), [chance.random() for _ in left])
