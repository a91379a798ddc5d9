"""Opens answer files, each with what reads its kind."""

from __future__ import annotations

from pathlib import Path

from kommune_desktop.intake.answers.table import Table

_WORKBOOK_SUFFIXES = (".xlsx", ".xlsm")


def open_table(path: Path, worksheet: str | None = None) -> Table:
    """The table of a CSV file or a workbook.

    Args:
        worksheet: Name of the worksheet; the first one where left out. A CSV file has no names.

    Raises:
        UserError: ``file.unreadable`` or ``import.*`` where the file as a whole can't be read.
    """
    if path.suffix.casefold() in _WORKBOOK_SUFFIXES:
        # Loaded when it is wanted: most files are CSV.
        from kommune_desktop.intake.answers.workbook import read_workbook  # noqa: PLC0415

        return read_workbook(path, worksheet)
    from kommune_desktop.intake.answers.text_file import read_text_file  # noqa: PLC0415

    return read_text_file(path)


def worksheets(path: Path) -> tuple[str, ...]:
    """The names of the worksheets of a workbook; none for a CSV file.

    Raises:
        UserError: ``file.unreadable`` or ``import.*`` where the file as a whole can't be read.
    """
    if path.suffix.casefold() not in _WORKBOOK_SUFFIXES:
        return ()
    from kommune_desktop.intake.answers.workbook import worksheet_names  # noqa: PLC0415

    return worksheet_names(path)
