"""1,000 sheets with 105 answers as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

from kommune_desktop.export.tables.answers import comments_table, long_table, wide_table
from kommune_desktop.export.tables.codebook import codebook_table
from kommune_desktop.export.tables.model import Cell
from kommune_desktop.export.tables.results import results_table
from kommune_desktop.workflow.exports import ExportFormat, ExportWish, export_round, read_material
from tests.benchmarks.material import new_store, sheets
from tests.benchmarks.measure import Bench, Figure, Target, in_turn, median_figure, seconds_of

TARGET = Target(1.2, "ratio")
WISH = ExportWish(ExportFormat.XLSX, "de")
DAY = date(2026, 11, 24)
_DAY_FORMAT = {"num_format": "dd.mm.yyyy"}
Rows = list[list[Cell]]


def figures(bench: Bench) -> list[Figure]:
    """Read, evaluated and written, against XlsxWriter alone writing the same cells."""
    store, round_ = new_store(bench.folder / "exporting.kommune")
    store.answers.add_sheets(round_, sheets(round_))
    material = read_material(store, round_, WISH, DAY, lambda _: None)
    tables = [make(material) for make in (long_table, wide_table, results_table, codebook_table, comments_table)]
    cells: list[Rows] = [
        [[column.title for column in table.columns], *(list(row) for row in table.rows)] for table in tables
    ]
    target, floor = bench.folder / "program.xlsx", bench.folder / "floor.xlsx"
    samples = in_turn(
        bench.repeat,
        lambda: seconds_of(lambda: export_round(store, round_, WISH, target, day=DAY)),
        lambda: seconds_of(lambda: _write_bare(floor, cells)),
    )
    store.close()
    return [median_figure("export: XLSX of 1,000 sheets × 105 answers", samples, "XlsxWriter, same cells", TARGET)]


def _write_bare(target: Path, tables: Sequence[Rows]) -> None:
    workbook = xlsxwriter.Workbook(str(target))
    day_format = workbook.add_format(_DAY_FORMAT)
    for rows in tables:
        sheet = workbook.add_worksheet()
        for row, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if isinstance(cell, str):
                    if cell:
                        sheet.write_string(row, place, cell)
                elif isinstance(cell, date):
                    sheet.write_datetime(row, place, cell, day_format)
                elif cell is not None:
                    sheet.write_number(row, place, cell)
    workbook.close()
