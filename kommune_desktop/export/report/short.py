"""The short report for the council: cover, summary, profile, a table for each area, method."""

from __future__ import annotations

from fractions import Fraction

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kommune_desktop.core.results import AreaResult, Hidden, QuestionResult
from kommune_desktop.export import charts
from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.flowables import (
    Column,
    DataTable,
    Figure,
    body,
    bullets,
    heading,
    page_break,
    room,
    space,
    table,
    together,
)
from kommune_desktop.export.report import sentences
from kommune_desktop.export.report.context import ReportContext

_METHOD_PARTS = ("scores", "groups", "coverage", "agreement", "gaps", "trend", "bands", "privacy")
_ROOM_FOR_AREA = 55 * mm
_ROOM_FOR_AREAS = 100 * mm
_MANY_GROUPS = 6
_GROUP_WIDTH = 15.5 * mm


def short_story(context: ReportContext) -> list[Flowable]:
    """The whole report."""
    return [
        *_cover(context),
        page_break(),
        *_summary(context),
        *_profile(context),
        room(_ROOM_FOR_AREAS),
        *_areas(context),
        page_break(),
        *_method(context),
    ]


def _cover(context: ReportContext) -> list[Flowable]:
    words, round_ = context.words, context.results.round
    groups = [
        f"{context.text(group.title)}: {words.count('count.sheets', context.results.sheets[group.id])}"
        f" ({words(f'kind.{group.kind.value}')})"
        for group in round_.groups
    ]
    return [
        space(60 * mm),
        heading(1, context.text(round_.questionnaire.title)),
        body(context.municipality, styles.TITLE),
        body(words("report.subtitle"), styles.SUBTITLE),
        space(8 * mm),
        body(f"{round_.title} · {words.date(context.day)}", styles.LEAD),
        space(30 * mm),
        heading(2, words("report.participants")),
        *bullets(groups),
    ]


def _summary(context: ReportContext) -> list[Flowable]:
    words, findings = context.words, context.findings
    parts: list[Flowable] = [
        heading(1, words("report.summary")),
        body(sentences.overall(context), styles.LEAD),
        body(sentences.extremes(context)),
    ]
    for key, results in (("strengths", findings.strengths), ("needs", findings.needs)):
        if results:
            items = bullets([sentences.question(context, result) for result in results])
            parts.append(together([heading(2, words(f"report.{key}")), *items]))
    gaps = bullets([sentences.gap(context, result) for result in findings.gaps])
    comparable = any(result.gap for result in context.results.questions)
    none = [body(words("report.no_gaps" if comparable else "report.one_group"))]
    parts.append(together([heading(2, words("report.gaps")), *(gaps or none)]))
    movers = sentences.movers(context)
    if movers and context.trend is not None:
        title = context.words("report.changes", round=context.trend.before.round.title)
        parts.append(together([heading(2, title), *bullets(movers)]))
    return parts


def _profile(context: ReportContext) -> list[Flowable]:
    words = context.words
    bars = []
    for result in context.results.areas:
        change = context.change_of_area(result.area.id)
        bars.append(
            charts.Bar(
                label=context.text(result.area.title),
                score=result.score,
                remark=context.band(result.band),
                before=change.before if change else None,
            )
        )
    drawing, alternative_text = charts.profile(bars, words)
    parts: list[Flowable] = [heading(2, words("report.profile")), Figure(drawing, alternative_text)]
    if context.trend is not None:
        parts.append(body(words("report.profile_before", round=context.trend.before.round.title), styles.NOTE))
    return [together(parts)]


def _areas(context: ReportContext) -> list[Flowable]:
    words = context.words
    parts: list[Flowable] = [heading(1, words("report.areas")), body(words("report.areas_lead"), styles.NOTE)]
    for result in context.results.areas:
        parts += [
            room(_ROOM_FOR_AREA),
            heading(2, context.text(result.area.title)),
            body(sentences.area(context, result)),
        ]
        suggestion = (result.area.suggestions or {}).get(result.band.id) if result.band else None
        if suggestion is not None:
            parts.append(body(words("report.suggestion", text=context.text(suggestion))))
        parts.append(_area_table(context, result))
    return parts


def _area_table(context: ReportContext, area: AreaResult) -> DataTable:
    """A row a question: score, coverage, each group, distance, change. Many groups leave no room for their columns."""
    words = context.words
    groups = context.results.round.groups if len(context.results.round.groups) <= _MANY_GROUPS else ()
    columns = [
        Column(words("report.column_number"), 8 * mm, numeric=True),
        Column(words("word.question")),
        Column(words("word.total"), 13 * mm, numeric=True),
        *(Column(words.hyphenated(context.text(group.title)), _GROUP_WIDTH, numeric=True) for group in groups),
        Column(words("report.column_gap"), 10.5 * mm, numeric=True),
        Column(words("report.column_coverage"), 12 * mm, numeric=True),
    ]
    if context.trend is not None:
        columns.append(Column(words("report.column_change"), 9 * mm, numeric=True))
    return table(columns, [_row(context, result, [g.id for g in groups]) for result in area.questions])


def _row(context: ReportContext, result: QuestionResult, group_ids: list[str]) -> list[str]:
    words = context.words
    cells = [
        str(result.number),
        context.text(result.question.label),
        words.points(result.total.score),
        *(_group_cell(context, result, group_id) for group_id in group_ids),
        words.points(result.gap.points if result.gap else None),
        words.percent(result.total.coverage),
    ]
    if context.trend is not None:
        cells.append(words.change(context.change_of_question(result.question.id)))
    return cells


def _group_cell(context: ReportContext, result: QuestionResult, group_id: str) -> str:
    cell = result.groups.get(group_id)
    if isinstance(cell, Hidden):
        return context.words("report.hidden_cell")
    score: Fraction | None = cell.score if cell else None
    return context.words.points(score)


def _method(context: ReportContext) -> list[Flowable]:
    words, round_ = context.words, context.results.round
    parts: list[Flowable] = [heading(1, words("report.method"))]
    for part in _METHOD_PARTS:
        key = f"report.method_{part}"
        text = words(f"{key}_{round_.weighting.value}") if part == "groups" else words(key, **_figures(context, part))
        parts.append(together([heading(2, words(f"{key}_title")), body(text)]))
    hidden = sentences.hidden(context)
    if hidden:
        parts += [heading(2, words("report.hidden_title")), *bullets(hidden)]
    return parts


def _figures(context: ReportContext, part: str) -> dict[str, object]:
    words, round_ = context.words, context.results.round
    if part == "privacy":
        return {"k": round_.min_cell}
    if part == "bands":
        bands = round_.questionnaire.bands
        named = [
            words("report.band_below", below=words.points(band.below), band=context.text(band.title))
            for band in bands
            if band.below is not None
        ]
        return {"bands": ", ".join(named), "last": context.text(bands[-1].title)}
    return {}
