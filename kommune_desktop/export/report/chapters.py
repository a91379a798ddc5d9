"""A chapter for each area: what came out, its questions in a table, then one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from reportlab.platypus import Flowable

from kommune_desktop.core.results import AreaResult, QuestionResult
from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.flowables import Later, body, heading, page_break
from kommune_desktop.export.report.areas import lead, outcome, question_table
from kommune_desktop.export.report.context import DocumentContext
from kommune_desktop.export.report.question import question_parts, question_title


def chapters(context: DocumentContext) -> list[Flowable]:
    """All areas; what follows the heading of a question is made when the document has come to it."""
    parts: list[Flowable] = []
    for area in context.results.areas:
        parts += [page_break(), *_chapter(context, area)]
    return parts


def _chapter(context: DocumentContext, area: AreaResult) -> Iterator[Flowable]:
    yield heading(1, context.text(area.area.title))
    yield from outcome(context, area)
    yield question_table(context, area)
    yield body(lead(context), styles.NOTE)
    by_id = {result.question.id: result for result in area.questions}
    for topic in area.area.topics:
        results = [by_id[question.id] for question in topic.questions if question.id in by_id]
        if results:
            yield heading(2, context.text(topic.title))
        for result in results:
            yield heading(3, question_title(context, result))
            yield Later(_parts(context, result))


def _parts(context: DocumentContext, result: QuestionResult) -> Callable[[], Iterable[Flowable]]:
    return partial(question_parts, context, result)
