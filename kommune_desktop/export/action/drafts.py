"""Drafts that the office goes on writing: the paper for the council, and the update of the integration strategy.

Both may be public: nothing that was written beside answers stands in them, and no notes of the workshop but its needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kommune_desktop.core.measure import Measure, in_order
from kommune_desktop.core.results import AreaResult
from kommune_desktop.core.results.sentences import gap_sentence, score_sentence
from kommune_desktop.export.action import chapters
from kommune_desktop.export.action.context import ActionContext
from kommune_desktop.export.blocks import Block, Bullets, Chart, Document, Grid, Heading, Look, Numbered, Paragraph
from kommune_desktop.export.charts import area_history, measures_timeline, profile_bars
from kommune_desktop.export.pdf.table import Column
from kommune_desktop.export.report import sentences

_EXTREMES = 3
"""So many questions of an area are named as its strengths, and as many as its needs."""


def council_paper(context: ActionContext) -> Document:
    """A draft of the paper that the council decides on."""
    return _document(context, "council", _council(context))


def strategy(context: ActionContext) -> Document:
    """A draft of the update of the integration strategy."""
    return _document(context, "strategy", _strategy(context))


def _document(context: ActionContext, key: str, blocks: Iterator[Block]) -> Document:
    words = context.words
    title = words(f"draft.{key}")
    return Document(
        title=f"{title}: {context.municipality}, {context.round.title}",
        author=context.municipality,
        language=words.language,
        head=f"{context.municipality} · {title}",
        page_label=words("report.page"),
        day=context.day,
        blocks=list(blocks),
    )


# The paper for the council --------------------------------------------------------------------------------------------


def _council(context: ActionContext) -> Iterator[Block]:
    words, plan = context.words, context.plan
    own = in_order(measure for measure in plan.measures if measure.is_open)
    yield Heading(1, words("draft.council"))
    yield Paragraph(f"{context.municipality} · {context.round.title} · {words.date(context.day)}")
    yield Heading(2, words("draft.decision"))
    yield Numbered(
        [
            words("draft.decision_results", round=context.round.title),
            words("draft.decision_measures", measures=words.count("count.measures", len(own))),
            words("draft.decision_report"),
        ]
    )
    yield Heading(2, words("draft.occasion"))
    yield Paragraph(words("draft.occasion_text", municipality=context.municipality))
    yield Paragraph(sentences.overall(context))
    yield from _results(context)
    if context.workshop.has_record:
        yield from chapters.consensus(context, 2)
        yield from chapters.priority_chapter(context, 2)
    yield from chapters.measures(replace(plan, measures=own), 2)
    yield Heading(2, words("draft.costs"))
    yield from _costs(context, own)
    if plan.outcomes:
        yield from chapters.outcomes(plan, 2)


def _results(context: ActionContext) -> Iterator[Block]:
    words, findings = context.words, context.findings
    yield Heading(2, words("draft.results"))
    yield Chart(profile_bars(context.results, context.trend, context.look))
    yield _profile_table(context)
    for key, results in (("strengths", findings.strengths), ("needs", findings.needs)):
        if results:
            yield Heading(3, words(f"report.{key}"))
            changes = [context.change_of_question(result.question.id) for result in results]
            yield Bullets([score_sentence(r, change, words) for r, change in zip(results, changes, strict=True)])
    if findings.gaps:
        yield Heading(3, words("report.gaps"))
        yield Bullets([gap_sentence(result, words) for result in findings.gaps])


def _profile_table(context: ActionContext) -> Grid:
    words = context.words
    columns = [
        Column(words("report.column_area")),
        Column(words("word.score"), 60, numeric=True),
        Column(words("report.column_band"), 110),
        Column(words("word.change"), 75, numeric=True),
    ]
    rows = []
    for area in context.results.areas:
        change = context.change_of_area(area.area.id)
        points = words.change(change.points if change else None)
        rows.append([context.text(area.area.title), words.points(area.score), context.band(area.band), points])
    return Grid(words("report.profile"), columns, rows)


def _costs(context: ActionContext, measures: list[Measure]) -> Iterator[Block]:
    words = context.words
    known = [measure.cost for measure in measures if measure.cost is not None]
    if not known:
        yield Paragraph(words("draft.costs_unknown"))
        return
    yield Paragraph(words("draft.costs_known", sum=chapters.euros(words, sum(known, Decimal(0)))))
    unknown = len(measures) - len(known)
    if unknown:
        yield Paragraph(words("draft.costs_missing", measures=words.count("count.measures", unknown)))


# The strategy ---------------------------------------------------------------------------------------------------------


def _strategy(context: ActionContext) -> Iterator[Block]:
    words = context.words
    yield Heading(1, words("draft.strategy"))
    yield Paragraph(f"{context.municipality} · {context.round.title} · {words.date(context.day)}")
    yield Paragraph(words("draft.strategy_lead"))
    yield Paragraph(sentences.overall(context))
    yield Heading(2, words("report.profile"))
    yield Chart(profile_bars(context.results, context.trend, context.look))
    yield _profile_table(context)
    if len(context.history.rounds) > 1:
        yield Heading(2, words("report.history_title"))
        yield Paragraph(words("report.history_note"), Look.NOTE)
        yield Chart(area_history(context.history, context.look))
    for area in context.results.areas:
        yield from _area(context, area)
    yield from _of_no_area(context)
    yield from _schedule(context)


def _area(context: ActionContext, area: AreaResult) -> Iterator[Block]:
    words, plan = context.words, context.plan
    ids = {result.question.id for result in area.questions}
    needs = [need.words for need in context.workshop.needs if need.question_id in ids]
    measures = in_order(measure for measure in plan.measures if measure.area_id == area.area.id)
    yield Heading(2, context.text(area.area.title))
    yield Paragraph(words("draft.situation"), Look.STRONG)
    yield Paragraph(sentences.area(context, area))
    yield from _extremes(context, area)
    suggestion = (area.area.suggestions or {}).get(area.band.id) if area.band else None
    if suggestion is not None:
        yield Paragraph(words("report.suggestion", text=context.text(suggestion)))
    yield from _needs(context, needs)
    for measure in measures:
        yield from _measure(context, measure)
    if not measures:
        yield Paragraph(words("draft.no_measures"))


def _of_no_area(context: ActionContext) -> Iterator[Block]:
    """What the workshop and the office named beside the fields of action."""
    results = context.results
    area_ids = {area.area.id for area in results.areas}
    needs = [need.words for need in context.workshop.needs if results.question(need.question_id) is None]
    measures = in_order(measure for measure in context.plan.measures if measure.area_id not in area_ids)
    if needs or measures:
        yield Heading(2, context.words("measures.no_area"))
    yield from _needs(context, needs)
    for measure in measures:
        yield from _measure(context, measure)


def _needs(context: ActionContext, needs: list[str]) -> Iterator[Block]:
    if needs:
        yield Paragraph(context.words("draft.needs"), Look.STRONG)
        yield Bullets(needs)


def _extremes(context: ActionContext, area: AreaResult) -> Iterator[Block]:
    """Where an area stands highest and lowest."""
    words = context.words
    scored = [result for result in area.questions if result.total.score is not None]
    scored.sort(key=lambda result: result.total.score or 0, reverse=True)
    if len(scored) < 2 * _EXTREMES:
        return
    for key, results in (("strengths", scored[:_EXTREMES]), ("needs", scored[: -_EXTREMES - 1 : -1])):
        changes = [context.change_of_question(result.question.id) for result in results]
        yield Paragraph(words(f"report.{key}"), Look.STRONG)
        yield Bullets([score_sentence(r, change, words) for r, change in zip(results, changes, strict=True)])


def _measure(context: ActionContext, measure: Measure) -> Iterator[Block]:
    words, plan = context.words, context.plan
    facts = [
        (words("measures.goal"), measure.goal),
        (words("measures.office"), measure.office),
        (words("measures.partners"), measure.partners),
        (words("measures.due"), plan.due(measure)),
        (words("measures.status"), words(f"measure_status.{measure.status.value}")),
        (words("measures.indicator"), measure.indicator),
        (words("measures.target"), measure.target),
    ]
    yield Heading(3, measure.title)
    yield Bullets([f"{name}: {said}" for name, said in facts if said])


def _schedule(context: ActionContext) -> Iterator[Block]:
    plan = context.plan
    timed = [measure for measure in in_order(plan.measures) if measure.start or measure.due]
    if not timed:
        return
    chart = measures_timeline(timed, plan.day, context.look)
    yield Heading(2, chart.table.title)
    yield Chart(chart)
    yield Grid(chart.table.title, [Column(title) for title in chart.table.columns], chart.table.rows)
