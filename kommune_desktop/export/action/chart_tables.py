"""The numbers of the charts as tables, at the end of a paper: whoever can't see a chart reads them there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommune_desktop.export.blocks import Block, Grid, Heading, Room
from kommune_desktop.export.charts import Chart, ChartTable
from kommune_desktop.export.pdf.table import Column
from kommune_desktop.texts import Texts

_NUMBER_WIDTH = 110
_ROOM_FOR_TABLE = 130
"""Points: a heading and the first rows stay on one page."""


def chart_tables(drawn: Iterable[Chart], level: int, words: Texts) -> Iterator[Block]:
    """A chapter with a table for each chart; nothing where there is none."""
    tables = [chart.table for chart in drawn]
    if not tables:
        return
    yield Room(2 * _ROOM_FOR_TABLE)
    yield Heading(level, words("workshop.chart_tables"))
    for table in tables:
        yield Room(_ROOM_FOR_TABLE)
        yield Heading(level + 1, table.title)
        yield _grid(table, words)


def _grid(table: ChartTable, words: Texts) -> Grid:
    """A single row is turned into a column: what is counted may have long names."""
    columns, rows = table.columns, table.rows
    if len(rows) == 1:
        (name, *figures) = rows[0]
        columns, rows = (words("word.answer"), name), tuple(zip(table.columns[1:], figures, strict=True))
    first, *others = columns
    return Grid(table.title, [Column(first), *(Column(title, _NUMBER_WIDTH, numeric=True) for title in others)], rows)
