"""Charts in a report."""

from __future__ import annotations

from reportlab.lib.units import mm

from kommune_desktop.export.charts import Chart
from kommune_desktop.export.pdf.flowables import Figure
from kommune_desktop.export.pdf.table import Column, DataTable, table

_NUMBER_WIDTH = 24 * mm


def figure(chart: Chart) -> Figure:
    """A chart as a part of the report; the table with its numbers stands beside it."""
    return Figure(chart.drawing, chart.alternative_text)


def chart_table(chart: Chart) -> DataTable:
    """The numbers of a chart."""
    numeric = chart.table.numeric
    columns = [
        Column(title, _NUMBER_WIDTH if place in numeric else None, numeric=place in numeric)
        for place, title in enumerate(chart.table.columns)
    ]
    return table(columns, chart.table.rows)
