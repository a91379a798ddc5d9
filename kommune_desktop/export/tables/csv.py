"""A table as CSV, in one of two dialects."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from kommune_desktop.export.tables.model import PROGRESS_ROWS, Cell, Progress, Table, in_xml

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


class Dialect(Enum):
    """Who reads the file.

    ``GERMAN_EXCEL``: UTF-8 with byte order mark, semicolons, decimal commas, dates as 24.11.2026. A text that a
    spreadsheet would run as a formula, because it starts with ``= + - @``, a tab or a line end, gets an apostrophe in
    front, which stays in the text.

    ``PLAIN``: as in RFC 4180, UTF-8 with commas, lines ended by CR LF, decimal points, dates as 2026-11-24. Texts stay
    as they are, so do not open such a file in a spreadsheet when its texts come from strangers.
    """

    GERMAN_EXCEL = "german_excel"
    PLAIN = "plain"


def write_csv(target: Path, table: Table, dialect: Dialect, progress: Progress) -> None:
    """Write a table into a file.

    Control characters that no other format of the exports could hold are left out here as well.
    """
    is_german = dialect is Dialect.GERMAN_EXCEL
    shown = _in_german if is_german else _in_plain
    with target.open("w", encoding="utf-8-sig" if is_german else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";" if is_german else ",", lineterminator="\r\n")
        writer.writerow([shown(column.title) for column in table.columns])
        for number, row in enumerate(table.rows, start=1):
            if number % PROGRESS_ROWS == 0:
                progress(number)
            writer.writerow([shown(cell) for cell in row])


def _in_german(cell: Cell) -> str:
    if isinstance(cell, str):
        text = in_xml(cell)
        return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
    return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else _number(cell).replace(".", ",")


def _in_plain(cell: Cell) -> str:
    if isinstance(cell, str):
        return in_xml(cell)
    return cell.isoformat() if isinstance(cell, date) else _number(cell)


def _number(cell: float | Decimal | None) -> str:
    if cell is None:
        return ""
    # Neither 2E+1 nor 1e-06: written out.
    return f"{Decimal(repr(cell)) if isinstance(cell, float) else Decimal(cell):f}"
