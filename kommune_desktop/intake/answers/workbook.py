"""Tables from XLSX workbooks, with the cells as the texts that a person would read there.

calamine reads a worksheet into one block of memory, from its first to its last cell. A cell at the far end of the sheet
would make that block larger than any memory, and the program would be gone without a word. It also hands out a formula
that failed as an empty cell. So the workbook's XML is looked through first, piece by piece, for both.
"""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import IO

import python_calamine

from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers.table import MAX_ROWS, Table, refuse_size

MAX_CELLS = 20_000_000
MAX_UNPACKED = 600_000_000
_MAX_COLUMNS = 16_384
_PIECE = 1 << 20
_OVERLAP = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d+)["']""")
"""Where a cell or a row lies; a row has no letters. One look for both, as it is what takes the time."""
_ERROR_TYPES = (b't="e"', b"t='e'")
_FAILED = re.compile(rb"""<(?:\w+:)?c\s(?=[^>]*?\bt\s*=\s*["']e["'])[^>]*?\br\s*=\s*["']([A-Za-z]+\d+)["']""")
_FAILED_TEXT = re.compile(rb"<(?:\w+:)?v>(#[^<]{1,20})<")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DIGITS = 15
_MAX_EXACT = 10**_DIGITS
_A, _LETTERS = ord("A"), 26
_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
Cell = int | float | str | bool | time | date | datetime | timedelta
_DAMAGED = (
    python_calamine.CalamineError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What zipfile and calamine raise over a file that is no whole workbook."""


def read_workbook(path: Path, worksheet: str | None = None) -> Table:
    """The table of a worksheet; the first one of the workbook where none is named.

    Raises:
        UserError: ``file.unreadable``; ``import.workbook.*``, which names the cell where it is one.
    """
    with _opened(path) as (archive, book):
        name = _chosen(path, book, worksheet)
        _look_through(path, archive, name)
        return _table(path, book.get_sheet_by_name(name))


def worksheet_names(path: Path) -> tuple[str, ...]:
    """The worksheets of a workbook in their order.

    Raises:
        UserError: As :func:`read_workbook`.
    """
    with _opened(path) as (_, book):
        return tuple(_names(book))


@contextmanager
def _opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, python_calamine.CalamineWorkbook]]:
    refuse_size(path)
    try:
        with path.open("rb") as file:
            _refuse_other_kinds(path, file)
            with zipfile.ZipFile(file) as archive, python_calamine.load_workbook(path) as book:
                yield archive, book
    except OSError as error:
        raise UserError("file.unreadable", path=path, reason=error.strerror or error) from error
    except _DAMAGED as error:
        raise UserError("import.workbook.damaged", path=path) from error
    except BaseException as error:
        # How a library in Rust says that it has not thought of a case; it is no Exception.
        if type(error).__name__ == "PanicException":
            raise UserError("import.workbook.damaged", path=path) from error
        raise


def _names(book: python_calamine.CalamineWorkbook) -> list[str]:
    charts = python_calamine.SheetTypeEnum.ChartSheet
    return [sheet.name for sheet in book.sheets_metadata if sheet.typ != charts]


def _chosen(path: Path, book: python_calamine.CalamineWorkbook, worksheet: str | None) -> str:
    names = _names(book)
    if not names:
        raise UserError("import.empty", path=path)
    if worksheet is not None and worksheet not in names:
        raise UserError("import.workbook.no_such_sheet", path=path, sheet=worksheet, known=", ".join(names))
    return worksheet or names[0]


def _refuse_other_kinds(path: Path, file: IO[bytes]) -> None:
    """Say what it is where it is no XLSX file; a protected one lies in the same wrapping as an old XLS."""
    head = file.read(len(_OLE))
    if head == _OLE:
        protected = _ENCRYPTED in file.read()
        raise UserError("import.workbook.protected" if protected else "import.workbook.old", path=path)
    if not head.startswith(b"PK"):
        raise UserError("import.workbook.damaged", path=path)
    file.seek(0)


def _look_through(path: Path, archive: zipfile.ZipFile, worksheet: str) -> None:
    """Refuse what calamine would take too much memory for, or leave out without a word."""
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UserError("import.workbook.unpacked", path=path, megabytes=MAX_UNPACKED // 1_000_000)
    wanted = _part_of(archive, worksheet)
    for part in parts:
        # Where the part can't be told, all are looked through.
        if part.filename == wanted if wanted else part.filename.endswith(".xml"):
            with archive.open(part) as xml:
                _Extent(path).read(xml.read)


def _part_of(archive: zipfile.ZipFile, worksheet: str) -> str:
    """Name of the part of the archive that holds a worksheet; empty where it stands elsewhere than usual."""
    names = set(archive.namelist())
    if not {_BOOK, _RELATIONS} <= names:
        return ""
    book, relations = (archive.read(name).decode("utf-8", "replace") for name in (_BOOK, _RELATIONS))
    sheets = [_attributes(tag) for tag in re.findall(r"<(?:\w+:)?sheet\s[^>]*>", book)]
    ids = [attributes.get("id") for attributes in sheets if html.unescape(attributes.get("name", "")) == worksheet]
    targets = [_attributes(tag) for tag in re.findall(r"<(?:\w+:)?Relationship\s[^>]*>", relations)]
    found = {target.get("Target", "").removeprefix("/xl/") for target in targets if target.get("Id") in ids}
    part = f"xl/{found.pop()}" if len(ids) == len(found) == 1 else ""
    return part if part in names else ""


def _attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag by name, without prefixes."""
    return {name: value for name, _, value in re.findall(r"""([\w]+)\s*=\s*(["'])(.*?)\2""", tag)}


@dataclass
class _Extent:
    """How far the cells of a worksheet reach."""

    path: Path
    columns: set[bytes] = field(default_factory=set)
    last_row: int = 0

    def read(self, read: Callable[[int], bytes]) -> None:
        """Take in a part of a workbook that is read piece by piece."""
        rest, unpacked = b"", 0
        while piece := read(_PIECE):
            unpacked += len(piece)
            # The sizes that the archive names may be lies.
            if unpacked > MAX_UNPACKED:
                raise UserError("import.workbook.unpacked", path=self.path, megabytes=MAX_UNPACKED // 1_000_000)
            self._take_in(rest + piece)
            rest = piece[-_OVERLAP:]

    def _take_in(self, xml: bytes) -> None:
        failed = _FAILED.search(xml) if any(mark in xml for mark in _ERROR_TYPES) else None
        if failed:
            text = _FAILED_TEXT.search(xml, failed.end())
            shown = text.group(1).decode(errors="replace") if text else "#"
            raise UserError("import.workbook.formula", path=self.path, cell=failed.group(1).decode(), text=shown)
        places = set(_PLACE.findall(xml))
        self.columns.update(column for column, _ in places)
        rows = {row for _, row in places}
        is_far = any(len(row) > _DIGITS for row in rows)
        self.last_row = max(self.last_row, *(int(row) for row in rows if len(row) <= _DIGITS), 0)
        width = max(map(_column_number, self.columns), default=0)
        is_far |= self.last_row > MAX_ROWS + 1 or width > _MAX_COLUMNS
        if is_far or width * self.last_row > MAX_CELLS:
            raise UserError("import.workbook.extent", path=self.path, row=self.last_row, columns=width)


def _column_number(letters: bytes) -> int:
    """The number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters[:8].upper():
        number = number * _LETTERS + letter - _A + 1
    return number


def _table(path: Path, sheet: python_calamine.CalamineSheet) -> Table:
    merged = sheet.merged_cell_ranges
    if merged:
        (first_row, first_column), (last_row, last_column) = merged[0]
        cells = f"{_cell_name(first_row, first_column)}:{_cell_name(last_row, last_column)}"
        raise UserError("import.workbook.merged", path=path, cells=cells)
    rows = _texts(path, sheet)
    place, header = next(((place, cells) for place, cells in enumerate(rows, start=1) if any(cells)), (0, []))
    while header and not header[-1]:
        header.pop()
    return Table(header, place + 1, _cut(rows, len(header)))


def _cell_name(row: int, column: int) -> str:
    letters, column = "", column + 1
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(_A + letter) + letters
    return f"{letters}{row + 1}"


def _cut(rows: Iterator[list[str]], width: int) -> Iterator[list[str]]:
    """Rows of the width of the header; what stands beside it stays, so that it is found."""
    for cells in rows:
        if not any(cells):
            yield []
        elif any(map(str.strip, cells[width:])):
            yield cells
        else:
            yield cells[:width]


def _texts(path: Path, sheet: python_calamine.CalamineSheet) -> Iterator[list[str]]:
    for row, cells in enumerate(sheet.iter_rows(), start=1):
        texts = [cell if type(cell) is str else _text(cell) for cell in cells]
        if _CONTROL.search("".join(texts)):
            raise UserError("import.workbook.control", path=path, row=row)
        yield texts


def _text(cell: Cell) -> str:
    """What a person would read in a cell: a whole number without decimals, a day as 2026-11-24."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return _number_text(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell)


def _number_text(number: float) -> str:
    if number.is_integer() and abs(number) < _MAX_EXACT:
        return str(int(number))
    # A spreadsheet shows 15 digits at most, so that 0.1 + 0.2 is 0.3.
    return f"{Decimal(f'{number:.{_DIGITS}g}'):f}"
