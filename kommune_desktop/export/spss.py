"""Answers for SPSS: a CSV file and the syntax that reads it, with labels of variables and values and missing values.

No well-kept library that writes ``.sav`` files is small enough to come along, so SPSS makes one of these two itself.
PSPP runs the same syntax. Comments are not in it: they are in the workbook.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kommune_desktop.export.tables.csv import Dialect, write_csv
from kommune_desktop.export.tables.material import ExportMaterial
from kommune_desktop.export.tables.model import Progress, Table, in_xml
from kommune_desktop.export.tables.variables import Variable, data_table, variables

_LONGEST_LABEL = 250
"""Bytes of the label of a variable; SPSS allows 255."""
_LONGEST_VALUE_LABEL = 120
_LONGEST_STRING = 32_767
_PIECE = 80
"""Letters of a text on one line of the syntax; SPSS reads 256 bytes of a line."""


def write_spss(data: Path, syntax: Path, material: ExportMaterial, data_name: str, progress: Progress) -> None:
    """Write both files.

    Args:
        data_name: Name of the data as the syntax is to find them, in the folder that SPSS works in.
    """
    columns = variables(material)
    rows = [list(row) for row in data_table(material, columns).rows]
    for place, variable in enumerate(columns):
        if variable.is_text:
            for row in rows:
                row[place] = _cut(str(row[place] or ""), _LONGEST_STRING)
    table = data_table(material, columns)
    write_csv(data, Table(table.title, table.columns, rows), Dialect.PLAIN, progress)
    widths = {
        variable.name: max((len(str(row[place]).encode()) for row in rows), default=0) or 1
        for place, variable in enumerate(columns)
        if variable.is_text
    }
    # SPSS knows a file in UTF-8 by its byte order mark.
    lines = _syntax(material, columns, widths, data_name)
    syntax.write_text("\n".join(lines) + "\n", encoding="utf-8-sig", newline="\r\n")


def _syntax(
    material: ExportMaterial, columns: Sequence[Variable], widths: dict[str, int], data_name: str
) -> Iterator[str]:
    title = f"{material.municipality}, {material.round.title}"
    yield "* Encoding: UTF-8."
    yield f"* {_one_line(title)}."
    yield f"* {_one_line(material.words('export.spss_hint', file=data_name))}"
    yield ""
    yield "SET DECIMAL=DOT."
    yield from _reading(columns, widths, data_name)
    yield "VARIABLE LABELS"
    for place, variable in enumerate(columns):
        yield f"  {'/' if place else ' '}{variable.name} {_quoted(variable.label, _LONGEST_LABEL)}"
    yield "."
    yield from _value_labels(columns)
    yield from _missing_values(columns)
    yield from _levels(columns)
    yield "EXECUTE."


def _reading(columns: Sequence[Variable], widths: dict[str, int], data_name: str) -> Iterator[str]:
    yield "GET DATA"
    yield "  /TYPE=TXT"
    yield f"  /FILE={_quoted(data_name, _LONGEST_LABEL)}"
    yield "  /ENCODING='UTF8'"
    yield "  /ARRANGEMENT=DELIMITED"
    yield "  /DELCASE=LINE"
    yield "  /FIRSTCASE=2"
    yield '  /DELIMITERS=","'
    yield "  /QUALIFIER='\"'"
    yield "  /VARIABLES="
    for variable in columns:
        kind = f"A{widths[variable.name]}" if variable.is_text else f"F16.{variable.decimals}"
        yield f"    {variable.name} {kind}"
    yield "."


def _value_labels(columns: Sequence[Variable]) -> Iterator[str]:
    yield "VALUE LABELS"
    labelled = [variable for variable in columns if variable.categories]
    for place, variable in enumerate(labelled):
        yield f"  {'/' if place else ' '}{variable.name}"
        for category in variable.categories:
            yield f"    {category.value} {_quoted(category.label, _LONGEST_VALUE_LABEL)}"
    yield "."


def _missing_values(columns: Sequence[Variable]) -> Iterator[str]:
    for variable in columns:
        codes = [category.value for category in variable.missing]
        if codes:
            yield f"MISSING VALUES {variable.name} ({min(codes)} THRU {max(codes)})."


def _levels(columns: Sequence[Variable]) -> Iterator[str]:
    for variable in columns:
        is_number = not variable.is_text and len(variable.categories) == len(variable.missing)
        level = "SCALE" if is_number else "ORDINAL" if variable.is_ordered else "NOMINAL"
        yield f"VARIABLE LEVEL {variable.name} ({level})."


def _quoted(text: str, longest: int) -> str:
    """A text as SPSS reads one, over several lines where it is long; quotation marks are doubled."""
    text = _cut(_one_line(text), longest)
    pieces = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)] or [""]
    return " +\n    ".join(f"'{piece.replace(chr(39), chr(39) * 2)}'" for piece in pieces)


def _one_line(text: str) -> str:
    return " ".join(in_xml(text).split())


def _cut(text: str, longest: int) -> str:
    """At most so many bytes of a text."""
    return text.encode()[:longest].decode(errors="ignore")
