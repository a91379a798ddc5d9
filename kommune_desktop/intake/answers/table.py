"""Tables of texts from a file, whatever program wrote it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kommune_desktop.errors import UserError

MAX_ROWS = 1_000_000
MAX_BYTES = 200_000_000
_PROGRESS_ROWS = 5000


@dataclass(frozen=True)
class Table:
    """A header and the rows below it.

    Attributes:
        header: The cells of the first row that has any.
        first: The row of the file below the header, as a spreadsheet numbers it, from 1.
        rows: The rows from there on, each read when it is wanted; an empty one has no cells.
    """

    header: list[str]
    first: int
    rows: Iterator[list[str]]


def numbered_rows(table: Table, path: Path, progress: Callable[[int], None]) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with its number in the file.

    Args:
        progress: Told the number of every 5,000th row; may raise to stop.

    Raises:
        UserError: ``import.too_many_rows``.
    """
    last = table.first + MAX_ROWS - 1
    for number, cells in enumerate(table.rows, start=table.first):
        if number > last:
            raise UserError("import.too_many_rows", path=path, most=MAX_ROWS)
        if number % _PROGRESS_ROWS == 0:
            progress(number)
        yield number, cells


def refuse_size(path: Path) -> int:
    """The size of a file in bytes.

    Raises:
        UserError: ``file.unreadable``, ``import.too_large``.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UserError("file.unreadable", path=path, reason=error.strerror) from error
    if size > MAX_BYTES:
        raise UserError("import.too_large", path=path, megabytes=MAX_BYTES // 1_000_000)
    return size


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """A name of its own for each column: what its head says, numbered where that is nothing or stands there before."""
    names: list[str] = []
    taken: set[str] = set()
    for place, cell in enumerate(header, start=1):
        wanted = cell.strip() or f"#{place}"
        name, count = wanted, 1
        while name in taken:
            count += 1
            name = f"{wanted} ({count})"
        names.append(name)
        taken.add(name)
    return tuple(names)
