"""Answers as a ``.sav`` file: the data with labels of variables and values, missing values and levels of measurement.

SPSS reads it, and so do PSPP, jamovi, JASP and R. Comments are not in it: they are in the workbook.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

from kommune_desktop.export.tables.material import ExportMaterial
from kommune_desktop.export.tables.model import PROGRESS_ROWS, Cell, Progress, in_xml
from kommune_desktop.export.tables.variables import Variable, data_table, variables

_LONGEST_LABEL = 250
"""Bytes of the label of a variable; SPSS allows 255."""
_LONGEST_VALUE_LABEL = 120
_LONGEST_TITLE = 64
_LONGEST_STRING = 32_767


def write_sav(target: Path, material: ExportMaterial, progress: Progress) -> None:
    """Write the file; a row a sheet.

    Args:
        progress: Told the number of rows that are ready.

    Raises:
        OSError: The file can't be written.
    """
    # They take half as long to load as the program to start, and no other format wants them.
    import pandas as pd  # noqa: PLC0415
    from pyreadstat import PyreadstatError, ReadstatError, read_sav, write_sav  # noqa: PLC0415

    columns = variables(material)
    cells = _cells(material, columns, progress)
    data = pd.DataFrame({v.name: pd.Series(cells[v.name], dtype="str" if v.is_text else "float64") for v in columns})
    try:
        write_sav(data, target, row_compress=True, **_described(material, columns))
        # ReadStat takes no notice of a disk that refuses a whole block.
        is_whole = read_sav(target, user_missing=True)[0].astype(data.dtypes).equals(data)
    except (PyreadstatError, ReadstatError):
        is_whole = False
    if not is_whole:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def _cells(material: ExportMaterial, columns: tuple[Variable, ...], progress: Progress) -> dict[str, list[Cell]]:
    """The cells by the names of their variables."""
    cells: dict[str, list[Cell]] = {variable.name: [] for variable in columns}
    for place, row in enumerate(data_table(material, columns).rows, start=1):
        for variable, cell in zip(columns, row, strict=True):
            cells[variable.name].append(_cut(str(cell or ""), _LONGEST_STRING).rstrip() if variable.is_text else cell)
        if place % PROGRESS_ROWS == 0:
            progress(place)
    progress(len(material.sheets))
    return cells


def _described(material: ExportMaterial, columns: tuple[Variable, ...]) -> dict[str, Any]:
    """What the file says of its variables, as pyreadstat takes it."""
    return {
        "file_label": _label(f"{material.municipality}, {material.round.title}", _LONGEST_TITLE),
        "column_labels": {variable.name: _label(variable.label, _LONGEST_LABEL) for variable in columns},
        "variable_value_labels": {
            variable.name: {float(c.value): _label(c.label, _LONGEST_VALUE_LABEL) for c in variable.categories}
            for variable in columns
            if variable.categories
        },
        "missing_ranges": {
            variable.name: [{"lo": min(codes), "hi": max(codes)}]
            for variable in columns
            if (codes := [float(category.value) for category in variable.missing])
        },
        "variable_measure": {variable.name: _measure(variable) for variable in columns},
        "variable_format": {variable.name: f"F16.{variable.decimals}" for variable in columns if not variable.is_text},
    }


def _measure(variable: Variable) -> str:
    is_number = not variable.is_text and len(variable.categories) == len(variable.missing)
    return "scale" if is_number else "ordinal" if variable.is_ordered else "nominal"


def _label(text: str, longest: int) -> str:
    """A text on one line."""
    return _cut(" ".join(in_xml(text).split()), longest)


def _cut(text: str, longest: int) -> str:
    """At most so many bytes of a text."""
    return text.encode()[:longest].decode(errors="ignore")
