"""The measures of a round as a file: plan, table, calendar."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

from kommune_desktop.core.measure import of_round
from kommune_desktop.core.outcome import outcomes
from kommune_desktop.core.round import Round
from kommune_desktop.db import Store
from kommune_desktop.export.action.context import MeasuresPlan
from kommune_desktop.export.action.measures_plan import write_measures_plan
from kommune_desktop.export.tables.measures import measures_table
from kommune_desktop.export.tables.model import Progress
from kommune_desktop.export.tables.xlsx import Workbook, write_workbook
from kommune_desktop.paths import write_beside
from kommune_desktop.texts import texts
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from kommune_desktop.workflow.targets import check_targets


class MeasuresForm(StrEnum):
    """What is written, by the ending of its name."""

    PLAN = ".pdf"
    TABLE = ".xlsx"
    CALENDAR = ".ics"


def read_plan(store: Store, round_: Round, language: str, day: date | None = None) -> MeasuresPlan:
    """The measures that concern a round; ``day``: today where left out."""
    with store.one_moment():
        return plan_of(store, evaluate(store, round_), language, day)


def plan_of(store: Store, evaluation: Evaluation, language: str, day: date | None = None) -> MeasuresPlan:
    """The measures that concern the round of an evaluation, and what became of those of the round before."""
    round_, trend = evaluation.results.round, evaluation.trend
    everything = store.measures.all()
    return MeasuresPlan(
        evaluation.municipality,
        round_,
        of_round(everything, round_.id, [earlier.round.id for earlier in evaluation.history.rounds[:-1]]),
        day or date.today(),  # noqa: DTZ011 - the day on the person's own calendar
        texts(language),
        trend.before.round.title if trend else "",
        outcomes(everything, round_.questions, trend) if trend else [],
    )


def write_measures(  # noqa: PLR0913 - a file needs them all
    store: Store,
    round_: Round,
    form: MeasuresForm,
    target: Path,
    *,
    language: str,
    day: date | None = None,
    progress: Progress = lambda _: None,
) -> None:
    """Write the measures that concern a round.

    Raises:
        UserError: ``file.*``, ``language.unknown``.
    """
    check_targets(store, target)
    plan = read_plan(store, round_, language, day)
    match form:
        case MeasuresForm.PLAN:
            write_measures_plan(target, plan, progress)
        case MeasuresForm.TABLE:
            about = Workbook(plan.words("measures.plan"), plan.municipality, language, plan.day)
            write_beside(target, lambda part: write_workbook(part, about, [measures_table(plan)], progress))
        case MeasuresForm.CALENDAR:
            from kommune_desktop.export.calendar import write_calendar  # noqa: PLC0415 - for this alone

            write_beside(target, partial(write_calendar, plan=plan))
