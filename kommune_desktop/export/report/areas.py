"""The areas with a table of their questions each; the chapters of the longer reports are in a module of their own."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kommune_desktop.core.results import AreaResult, QuestionResult
from kommune_desktop.core.results.sentences import consensus_in_short
from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.flowables import body, heading, room
from kommune_desktop.export.pdf.table import Column, DataTable, table
from kommune_desktop.export.report import sentences
from kommune_desktop.export.report.cells import GROUPS_BESIDE, points_of_group
from kommune_desktop.export.report.context import DocumentContext

_ROOM_FOR_AREA = 44 * mm
_GROUP_WIDTH = 14 * mm


def areas(context: DocumentContext) -> list[Flowable]:
    """All areas in one chapter."""
    words = context.words
    parts: list[Flowable] = [heading(1, words("report.areas")), body(lead(context), styles.NOTE)]
    for result in context.results.areas:
        parts += [
            room(_ROOM_FOR_AREA),
            heading(2, context.text(result.area.title)),
            *outcome(context, result),
            question_table(context, result),
        ]
    return parts


def lead(context: DocumentContext) -> str:
    """How the tables of questions are to be read."""
    words = context.words
    text = words("report.areas_lead")
    return f"{text} {words('report.areas_consensus')}" if context.results.has_consensus else text


def outcome(context: DocumentContext, area: AreaResult) -> list[Flowable]:
    """What came out in an area, and what its band suggests."""
    parts: list[Flowable] = [body(sentences.area(context, area))]
    suggestion = (area.area.suggestions or {}).get(area.band.id) if area.band else None
    if suggestion is not None:
        parts.append(body(context.words("report.suggestion", text=context.text(suggestion))))
    return parts


def question_table(context: DocumentContext, area: AreaResult) -> DataTable:
    """A row a question: score, each group, distance, coverage, change. Many groups leave no room for their columns."""
    words = context.words
    groups = context.results.round.groups if len(context.results.round.groups) <= GROUPS_BESIDE else ()
    columns = [
        Column(words("report.column_number"), 8 * mm, numeric=True),
        Column(words("word.question")),
        Column(words("word.total"), 12 * mm, numeric=True),
        *(Column(words.hyphenated(context.text(group.title)), _GROUP_WIDTH, numeric=True) for group in groups),
        Column(words("report.column_gap"), 9 * mm, numeric=True),
        Column(words("report.column_coverage"), 10.5 * mm, numeric=True),
    ]
    if context.trend is not None:
        columns.append(Column(words("report.column_change"), 9 * mm, numeric=True))
    if context.results.has_consensus:
        columns.append(Column(words("report.column_consensus"), 9.5 * mm, numeric=True))
    return table(columns, [_row(context, result, [g.id for g in groups]) for result in area.questions], named_by=1)


def _row(context: DocumentContext, result: QuestionResult, group_ids: list[str]) -> list[str]:
    words = context.words
    cells = [
        str(result.number),
        context.text(result.question.label),
        words.points(result.total.score),
        *(points_of_group(context, result, group_id) for group_id in group_ids),
        words.points(result.gap.points if result.gap else None),
        words.percent(result.total.coverage),
    ]
    if context.trend is not None:
        cells.append(words.change(context.change_of_question(result.question.id)))
    if context.results.has_consensus:
        cells.append(consensus_in_short(result, words))
    return cells
