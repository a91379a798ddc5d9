"""All questions that the groups see differently."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kommune_desktop.core.results import Gap, QuestionResult
from kommune_desktop.export.pdf.flowables import body, heading
from kommune_desktop.export.pdf.table import Column, table
from kommune_desktop.export.report.context import DocumentContext

_GROUP_WIDTH = 42 * mm


def gaps(context: DocumentContext) -> list[Flowable]:
    """A row for each perception gap, the widest first."""
    words = context.words
    apart = [(result, result.gap) for result in context.results.questions if result.gap]
    wide = sorted((pair for pair in apart if pair[1].is_perception_gap), key=lambda pair: -pair[1].points)
    parts: list[Flowable] = [heading(1, words("report.gap_list")), body(words("report.gap_list_lead"))]
    if not wide:
        return [*parts, body(words("report.no_gaps" if apart else "report.one_group"))]
    columns = [
        Column(words("report.column_number"), 9 * mm, numeric=True),
        Column(words("word.question")),
        Column(words("report.column_highest"), _GROUP_WIDTH),
        Column(words("report.column_lowest"), _GROUP_WIDTH),
        Column(words("word.gap"), 18 * mm, numeric=True),
    ]
    return [*parts, table(columns, [_row(context, result, gap) for result, gap in wide], named_by=1)]


def _row(context: DocumentContext, result: QuestionResult, gap: Gap) -> list[str]:
    words = context.words
    return [
        str(result.number),
        context.text(result.question.label),
        f"{context.text(gap.highest.title)} ({words.points(gap.highest_score)})",
        f"{context.text(gap.lowest.title)} ({words.points(gap.lowest_score)})",
        words.points(gap.points),
    ]
