"""Tables from CSV files: UTF-8 or Windows-1252, with commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers.table import Table, refuse_size

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_HEAD = 200_000


def read_text_file(path: Path) -> Table:
    """The table of a CSV file.

    Raises:
        UserError: ``file.unreadable``, ``import.*``.
    """
    rows = _rows(path)
    return Table(next(rows, []), 2, rows)


def _rows(path: Path) -> Iterator[list[str]]:
    text = _read_text(path)
    # What stands in quotation marks says nothing: a question as the head of its column has commas.
    first = next(io.StringIO(_QUOTED.sub("", text[:_HEAD]), newline=""), "")
    delimiter = max(",;\t", key=first.count)
    # Only line feeds and carriage returns end a row; str.splitlines knows more signs, which belong to their fields.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    done = 0
    try:
        for cells in rows:
            yield cells
            done += 1
    except csv.Error as error:
        raise UserError("import.broken", row=done + 1, reason=error) from error


def _read_text(path: Path) -> str:
    refuse_size(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UserError("file.unreadable", path=path, reason=error.strerror) from error
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError as error:
            row = raw.count(b"\n", 0, error.start) + 1
            continue
        control = _CONTROL.search(text)
        if control:
            raise UserError("import.not_text", path=path, row=text.count("\n", 0, control.start()) + 1)
        return text
    raise UserError("import.encoding", row=row)
