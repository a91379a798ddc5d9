"""The profile of the areas, and how each group sees them."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kommune_desktop.core.report import ReportKind
from kommune_desktop.core.results import AreaResult
from kommune_desktop.export import charts
from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.flowables import body, heading, together
from kommune_desktop.export.pdf.table import Column, DataTable, table
from kommune_desktop.export.report.cells import area_points_of_group, blocks
from kommune_desktop.export.report.context import DocumentContext
from kommune_desktop.export.report.figures import chart_table, figure

_POINTS_WIDTH, _BAND_WIDTH, _GROUP_WIDTH = 19 * mm, 32 * mm, 18 * mm


def profile(context: DocumentContext) -> list[Flowable]:
    """The areas as bars; in the longer reports the same numbers as a table, and what became of them over the rounds.

    In the short report the numbers stand with the areas, right behind.
    """
    chart = figure(charts.profile_bars(context.results, context.trend, context.look))
    parts = [together([heading(1, context.words("report.profile")), chart])]
    if context.kind is not ReportKind.SHORT:
        parts.append(_table(context))
        if len(context.history.rounds) > 1:
            parts += _history(context)
    return parts


def _table(context: DocumentContext) -> DataTable:
    words = context.words
    columns = [
        Column(words("report.column_area")),
        Column(words("word.score"), _POINTS_WIDTH, numeric=True),
        Column(words("report.column_band"), _BAND_WIDTH),
        Column(words("word.coverage"), _POINTS_WIDTH, numeric=True),
    ]
    if context.trend is not None:
        columns += [
            Column(context.trend.before.round.title, _POINTS_WIDTH, numeric=True),
            Column(words.hyphenated(words("word.change")), _POINTS_WIDTH, numeric=True),
        ]
    return table(columns, [_row(context, area) for area in context.results.areas])


def _row(context: DocumentContext, area: AreaResult) -> list[str]:
    words = context.words
    cells = [
        context.text(area.area.title),
        words.points(area.score),
        context.band(area.band),
        words.percent(area.coverage),
    ]
    if context.trend is not None:
        change = context.change_of_area(area.area.id)
        cells += [words.points(change.before if change else None), words.change(change.points if change else None)]
    return cells


def _history(context: DocumentContext) -> list[Flowable]:
    chart = charts.area_history(context.history, context.look)
    return [
        together(
            [
                heading(2, context.words("report.history_title")),
                body(context.words("report.history_note"), styles.NOTE),
                figure(chart),
            ]
        ),
        chart_table(chart),
    ]


def heat_map(context: DocumentContext) -> list[Flowable]:
    """The score of each group in each area."""
    lead = body(context.words("report.heat_map_lead"), styles.NOTE)
    chart = figure(charts.area_heat_map(context.results, context.look))
    return [together([heading(1, context.words("report.heat_map")), lead, chart]), *_heat_tables(context)]


def _heat_tables(context: DocumentContext) -> Iterator[Flowable]:
    words = context.words
    for groups in blocks(context.results.round.groups):
        columns = [
            Column(words("report.column_area")),
            Column(words("word.total"), _GROUP_WIDTH, numeric=True),
            *(Column(words.hyphenated(context.text(group.title)), _GROUP_WIDTH, numeric=True) for group in groups),
        ]
        rows = [
            [
                context.text(area.area.title),
                words.points(area.score),
                *(area_points_of_group(context, area, group.id) for group in groups),
            ]
            for area in context.results.areas
        ]
        yield table(columns, rows)
