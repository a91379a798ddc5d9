"""The plan of measures as PDF: all of them in a table, then each with what there is to say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportlab.platypus import Flowable

from kommune_desktop.core.measure import Measure, MeasureStatus, in_order
from kommune_desktop.core.outcome import Outcome
from kommune_desktop.core.round import Round
from kommune_desktop.export.charts import Look, measures_timeline
from kommune_desktop.export.pdf.document import Frontmatter, Progress, write_pdf
from kommune_desktop.export.pdf.flowables import body, bullets, heading, room, space, together
from kommune_desktop.export.pdf.fonts import register
from kommune_desktop.export.pdf.table import Column, table
from kommune_desktop.export.report.figures import chart_table, figure
from kommune_desktop.texts import NO_BREAK_SPACE, Texts

_OUTCOMES_HEAD = 130
"""Points: heading, note and the first rows stay on one page."""


@dataclass(frozen=True)
class MeasuresPlan:
    """What the plan is made of.

    Attributes:
        day: The day that the plan names; what was due before it is overdue.
        before: The title of the round before; empty where there is none.
        outcomes: What became of its measures.
    """

    municipality: str
    round: Round
    measures: Sequence[Measure]
    day: date
    words: Texts
    before: str = ""
    outcomes: Sequence[Outcome] = ()

    def questions(self, measure: Measure) -> list[str]:
        """Numbers and labels of a measure's questions, as far as the round has them."""
        questionnaire = self.round.questionnaire
        return [
            f"{questionnaire.numbers[key]} {questionnaire.question(key).label.in_language(self.words.language)}"
            for key in measure.question_ids
            if key in questionnaire.numbers
        ]

    def areas(self) -> list[tuple[str, str, list[Measure]]]:
        """Id and title of each field of action that has measures, and those; at the end those of none."""
        known = [(area.id, area.title.in_language(self.words.language)) for area in self.round.questionnaire.areas]
        ids = {area_id for area_id, _ in known}
        found = [(key, title, [m for m in self.measures if m.area_id == key]) for key, title in known]
        found.append(("", self.words("measures.no_area"), [m for m in self.measures if m.area_id not in ids]))
        return [(key, title, in_order(measures)) for key, title, measures in found if measures]

    def due(self, measure: Measure) -> str:
        """The day that it is due, and whether that is past."""
        if measure.due is None:
            return ""
        key = "measures.overdue" if measure.is_overdue(self.day) else "measures.due_on"
        return self.words(key, day=self.words.date(measure.due))

    def status(self, measure: Measure) -> str:
        """How far it is; with the reason where it was dropped."""
        status = self.words(f"measure_status.{measure.status.value}")
        return f"{status}: {measure.dropped_because}" if measure.status is MeasureStatus.DROPPED else status


def write_measures_plan(target: Path, plan: MeasuresPlan, progress: Progress) -> int:
    """Write the plan.

    Returns:
        The number of pages.

    Raises:
        UserError: ``file.unwritable``.
    """
    register()
    words = plan.words
    title = words("measures.plan")
    frontmatter = Frontmatter(
        f"{title} {plan.municipality}",
        plan.municipality,
        words.language,
        f"{plan.municipality} · {title}",
        words("report.page"),
    )
    return write_pdf(target, frontmatter, list(_story(plan)), progress)


def _story(plan: MeasuresPlan) -> Iterator[Flowable]:
    words = plan.words
    yield heading(1, words("measures.plan"))
    yield body(f"{plan.municipality} · {plan.round.title} · {words.date(plan.day)}")
    if plan.measures:
        yield from _measures(plan)
    else:
        yield body(words("measures.none"))
    if plan.outcomes:
        yield from _outcomes(plan)


def _measures(plan: MeasuresPlan) -> Iterator[Flowable]:
    words = plan.words
    open_ones = sum(measure.is_open for measure in plan.measures)
    overdue = sum(measure.is_overdue(plan.day) for measure in plan.measures)
    counted = words.count("count.measures", len(plan.measures))
    yield body(words("measures.summary", measures=counted, open=words.number(open_ones), overdue=words.number(overdue)))
    yield _overview(plan)
    timed = [measure for measure in in_order(plan.measures) if measure.start or measure.due]
    if timed:
        chart = measures_timeline(timed, plan.day, Look(words))
        yield heading(2, chart.table.title)
        yield figure(chart)
        yield chart_table(chart)
    for _, title, measures in plan.areas():
        yield heading(2, title)
        for measure in measures:
            yield from _measure(plan, measure)


def _outcomes(plan: MeasuresPlan) -> Iterator[Flowable]:
    """What became of the measures of the round before."""
    words = plan.words
    yield room(_OUTCOMES_HEAD)
    yield heading(2, words("measures.outcomes", round=plan.before))
    yield body(words("measures.outcomes_note"))
    columns = [
        Column(words("measures.measure")),
        Column(words("measures.status"), 60),
        Column(words("word.question"), 150),
        Column(words("measures.then"), 55, numeric=True),
        Column(words("measures.now"), 55, numeric=True),
        Column(words("word.change"), 65, numeric=True),
    ]
    yield table(columns, [row for outcome in plan.outcomes for row in _rows_of(plan, outcome)], named_by=2)


def _rows_of(plan: MeasuresPlan, outcome: Outcome) -> Iterator[list[str]]:
    """A row for each question; the measure stands in the first one alone."""
    words, numbers = plan.words, plan.round.questionnaire.numbers
    named = [outcome.measure.title, words(f"measure_status.{outcome.measure.status.value}")]
    if not outcome.changes:
        yield [*named, "–", "–", "–", "–"]
    for place, (question, change) in enumerate(outcome.changes):
        yield [
            *(["", ""] if place else named),
            f"{numbers[question.id]} {question.label.in_language(words.language)}",
            words.points(change.before if change else None),
            words.points(change.now if change else None),
            words.change(change.points if change else None),
        ]


def _overview(plan: MeasuresPlan) -> Flowable:
    words = plan.words
    columns = [
        Column(words("measures.measure")),
        Column(words("measures.office"), 110),
        Column(words("measures.due"), 90),
        Column(words("measures.status"), 60),
        Column(words("measures.dots"), 45, numeric=True),
    ]
    rows = [
        [
            measure.title,
            measure.office,
            plan.due(measure),
            words(f"measure_status.{measure.status.value}"),
            "" if measure.priority is None else words.number(measure.priority),
        ]
        for measure in in_order(plan.measures)
    ]
    return table(columns, rows)


def _measure(plan: MeasuresPlan, measure: Measure) -> Iterator[Flowable]:
    words = plan.words
    facts = [
        (words("measures.office"), measure.office),
        (words("measures.partners"), measure.partners),
        (words("measures.start"), words.date(measure.start) if measure.start else ""),
        (words("measures.due"), plan.due(measure)),
        (words("measures.status"), plan.status(measure)),
        (words("measures.cost"), _euros(words, measure)),
        (words("measures.indicator"), measure.indicator),
        (words("measures.target"), measure.target),
        (words("measures.questions"), ", ".join(plan.questions(measure))),
    ]
    first: list[Flowable] = [heading(3, measure.title)]
    if measure.goal:
        first.append(body(measure.goal))
    yield together(first)
    yield from bullets(f"{name}: {said}" for name, said in facts if said)
    if measure.notes:
        yield space(4)
        yield body(words("measures.course"))
        yield from bullets(f"{words.date(note.day)}: {note.words}" for note in measure.notes)


def _euros(words: Texts, measure: Measure) -> str:
    if measure.cost is None:
        return ""
    decimals = 0 if measure.cost == measure.cost.to_integral_value() else 2
    return f"{words.number(measure.cost, decimals)}{NO_BREAK_SPACE}€"
