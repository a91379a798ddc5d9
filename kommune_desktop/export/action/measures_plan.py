"""The plan of measures as PDF: all of them in a table, then each with what there is to say of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kommune_desktop.core.measure import Measure, in_order
from kommune_desktop.export.action.chapters import euros, measures_table, outcomes
from kommune_desktop.export.action.context import MeasuresPlan
from kommune_desktop.export.blocks import Block, Bullets, Chart, Document, Grid, Heading, Paragraph
from kommune_desktop.export.blocks.paper import write_document
from kommune_desktop.export.charts import Look, measures_timeline
from kommune_desktop.export.pdf.document import Progress
from kommune_desktop.export.pdf.table import Column


def write_measures_plan(target: Path, plan: MeasuresPlan, progress: Progress) -> int:
    """Write the plan.

    Returns:
        The number of pages.

    Raises:
        UserError: ``file.unwritable``.
    """
    words = plan.words
    title = words("measures.plan")
    document = Document(
        title=f"{title} {plan.municipality}",
        author=plan.municipality,
        language=words.language,
        head=f"{plan.municipality} · {title}",
        page_label=words("report.page"),
        day=plan.day,
        blocks=list(_blocks(plan)),
    )
    return write_document(target, document, progress)


def _blocks(plan: MeasuresPlan) -> Iterator[Block]:
    words = plan.words
    yield Heading(1, words("measures.plan"))
    yield Paragraph(f"{plan.municipality} · {plan.round.title} · {words.date(plan.day)}")
    if plan.measures:
        yield from _measures(plan)
    else:
        yield Paragraph(words("measures.none"))
    if plan.outcomes:
        yield from outcomes(plan, 2)


def _measures(plan: MeasuresPlan) -> Iterator[Block]:
    words = plan.words
    open_ones = sum(measure.is_open for measure in plan.measures)
    overdue = sum(measure.is_overdue(plan.day) for measure in plan.measures)
    counted = words.count("count.measures", len(plan.measures))
    said = words("measures.summary", measures=counted, open=words.number(open_ones), overdue=words.number(overdue))
    yield Paragraph(said)
    yield measures_table(plan, in_order(plan.measures))
    timed = [measure for measure in in_order(plan.measures) if measure.start or measure.due]
    if timed:
        chart = measures_timeline(timed, plan.day, Look(words))
        yield Heading(2, chart.table.title)
        yield Chart(chart)
        columns = [Column(title) for title in chart.table.columns]
        yield Grid(chart.table.title, columns, chart.table.rows)
    for _, title, measures in plan.areas():
        yield Heading(2, title)
        for measure in measures:
            yield from _measure(plan, measure)


def _measure(plan: MeasuresPlan, measure: Measure) -> Iterator[Block]:
    words = plan.words
    facts = [
        (words("measures.office"), measure.office),
        (words("measures.partners"), measure.partners),
        (words("measures.start"), words.date(measure.start) if measure.start else ""),
        (words("measures.due"), plan.due(measure)),
        (words("measures.status"), plan.status(measure)),
        (words("measures.cost"), euros(words, measure.cost)),
        (words("measures.indicator"), measure.indicator),
        (words("measures.target"), measure.target),
        (words("measures.questions"), ", ".join(plan.questions(measure))),
    ]
    yield Heading(3, measure.title)
    if measure.goal:
        yield Paragraph(measure.goal)
    yield Bullets([f"{name}: {said}" for name, said in facts if said])
    if measure.notes:
        yield Paragraph(words("measures.course"))
        yield Bullets([f"{words.date(note.day)}: {note.words}" for note in measure.notes])
