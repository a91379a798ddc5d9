"""Tables as a workbook. Nothing in it is a formula: texts are texts, whatever they start with."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from kommune_desktop.errors import UserError
from kommune_desktop.export.tables.model import PROGRESS_ROWS, Column, Format, Progress, Table, in_xml

MOST_ROWS = 1_048_576
"""Rows that a sheet of Excel has, with the head."""
LONGEST_TEXT = 32_767
"""Characters that a cell of Excel holds, counted in UTF-16 units as Excel does."""
CUT_MARK = " […]"
_DATE_FORMATS = {"de": "dd.mm.yyyy", "en": "yyyy-mm-dd"}
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LONGEST_FOOTER = 200
_SURELY_SHORT = LONGEST_TEXT // 2
_WIDEST = 100
_WHOLE_SHEET = "A1:XFD1048576"
_A4 = 9


@dataclass(frozen=True)
class Workbook:
    """What a workbook says of itself."""

    title: str
    author: str
    language: str
    day: date


def write_workbook(target: Path, about: Workbook, tables: list[Table], progress: Progress) -> None:
    """Write tables as the sheets of a workbook, with frozen heads and filters. The same tables give the same bytes.

    Raises:
        UserError: ``export.too_many_rows``.
        OSError: The file, or a temporary one, can't be written.
    """
    # A folder of its own, so that no answers stay behind in the system's when the disk is full.
    with tempfile.TemporaryDirectory(prefix="kommune-") as folder:
        workbook = xlsxwriter.Workbook(str(target), {**_OPTIONS, "tmpdir": folder})
        made = datetime.combine(about.day, time())
        workbook.set_properties({"title": in_xml(about.title), "author": in_xml(about.author), "created": made})
        formats = _Formats(workbook, about.language)
        done = 0
        for table in tables:
            sheet = workbook.add_worksheet(table.title)
            _set_up(sheet, table, formats, about.title)
            done = _fill(sheet, table, formats, done, progress)
        progress(done)
        try:
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from None  # what it wraps: the error of the disk itself


class _Formats:
    """The formats of cells, each made once."""

    def __init__(self, workbook: xlsxwriter.Workbook, language: str) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, bool], Any] = {}
        self.head = workbook.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#D6E4F0"}
        )
        self.date = workbook.add_format({"num_format": _DATE_FORMATS[language], "align": "left", "valign": "top"})

    def of(self, column: Column) -> Any:  # noqa: ANN401 - XlsxWriter has no types
        """The format of a column's cells; ``None`` for the plainest."""
        key = (column.format.value, column.is_wrapped)
        if key == (Format.GENERAL.value, False):
            return None
        if key not in self._made:
            look = {"num_format": column.format.value, "text_wrap": column.is_wrapped, "valign": "top"}
            self._made[key] = self._workbook.add_format(look)
        return self._made[key]


def _set_up(sheet: Any, table: Table, formats: _Formats, title: str) -> None:  # noqa: ANN401 - XlsxWriter has no types
    """Head, widths, and how the sheet is scrolled and printed."""
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, min(column.width, _WIDEST))
        sheet.write_string(0, place, shortened(in_xml(column.title)), formats.head)
    sheet.freeze_panes(1, table.frozen)
    sheet.ignore_errors({"number_stored_as_text": _WHOLE_SHEET})
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{in_xml(title)[:_LONGEST_FOOTER].replace('&', '&&')}&R&P / &N")


def _fill(sheet: Any, table: Table, formats: _Formats, done: int, progress: Progress) -> int:  # noqa: ANN401 - as above
    """Write the rows, each cell by its type; returns how many rows are done with them."""
    write_string, write_number = sheet.write_string, sheet.write_number
    formats_of_columns = [formats.of(column) for column in table.columns]
    row = 0
    for row, cells in enumerate(table.rows, start=1):
        if row >= MOST_ROWS:
            raise UserError("export.too_many_rows", sheet=table.title, most=MOST_ROWS - 1)
        if row % PROGRESS_ROWS == 0:
            progress(done + row)
        for place, cell in enumerate(cells):
            if isinstance(cell, str):
                if cell:
                    text = cell if len(cell) <= _SURELY_SHORT and cell.isprintable() else shortened(in_xml(cell))
                    write_string(row, place, text, formats_of_columns[place])
            elif isinstance(cell, (int, float, Decimal)):
                write_number(row, place, cell, formats_of_columns[place])
            elif cell is not None:
                sheet.write_datetime(row, place, cell, formats.date)
    sheet.autofilter(0, 0, row, len(table.columns) - 1)
    return done + row


def shortened(text: str) -> str:
    """A text that a cell of Excel can hold: what is too long is cut, with a mark at its end."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    return units[: 2 * (LONGEST_TEXT - len(CUT_MARK))].decode("utf-16-le", errors="ignore") + CUT_MARK
