"""Take in answers from a file."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kommune_desktop.core.round import GroupKind, Round
from kommune_desktop.db import Store
from kommune_desktop.intake.answers import Progress, read_answers


@dataclass(frozen=True)
class Imported:
    """What came in."""

    sheets: int
    answers: int


def import_answers(store: Store, round_: Round, path: Path, progress: Progress = lambda _: None) -> Imported:
    """Add the sheets of a CSV file to a round: all of them, or none.

    Args:
        progress: Told the number of rows read; may raise to stop, then nothing has changed.

    Raises:
        UserError: ``import.*`` with a problem for each bad row, ``file.*``, ``store.*``.
    """
    with _paused_collection():
        return _import_answers(store, round_, path, progress)


def _import_answers(store: Store, round_: Round, path: Path, progress: Progress) -> Imported:
    counts = store.sheets.count_by_group(round_.id)
    full = [group.id for group in round_.groups if group.kind is GroupKind.JOINT and counts[group.id]]
    sheets = read_answers(path, round_, store.sheets.numbers(round_.id), full, progress)
    store.answers.add_sheets(round_, ((sheet.number, sheet.group.id, list(sheet.answers.items())) for sheet in sheets))
    return Imported(len(sheets), sum(len(sheet.answers) for sheet in sheets))


@contextlib.contextmanager
def _paused_collection() -> Iterator[None]:
    """Of the rows that are made none is garbage until the end; looking for some is a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
