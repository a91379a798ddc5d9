"""Writing reports of results that a test has made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kommune_desktop.core.measure import Measure
from kommune_desktop.core.remark import Remark
from kommune_desktop.core.report import ReportOptions
from kommune_desktop.core.results import RoundResults, Trend, find, look_back
from kommune_desktop.core.workshop import Workshop
from kommune_desktop.export.action.context import MeasuresPlan
from kommune_desktop.export.report import Material, write_report
from kommune_desktop.texts import texts
from kommune_desktop.workflow.evaluation import Evaluation

DAY = date(2026, 11, 24)


def material_of(
    results: RoundResults,
    trend: Trend | None = None,
    *,
    municipality: str = "Lindenau",
    remarks: Sequence[Remark] = (),
    logo: bytes | None = None,
) -> Material:
    """What a report of these results is made from."""
    rounds = [trend.before, results] if trend else [results]
    plan = MeasuresPlan(municipality, results.round, (), DAY, texts("de"))
    found, history = find(results, trend), look_back(rounds)
    return Material(municipality, results, trend, found, history, Workshop(), plan, remarks, logo)


def material_of_evaluation(
    evaluation: Evaluation, remarks: Sequence[Remark] = (), measures: Sequence[Measure] = ()
) -> Material:
    """What a report of an evaluated round is made from."""
    return Material(
        municipality=evaluation.municipality,
        results=evaluation.results,
        trend=evaluation.trend,
        findings=evaluation.findings,
        history=evaluation.history,
        workshop=evaluation.workshop,
        plan=MeasuresPlan(evaluation.municipality, evaluation.results.round, measures, DAY, texts("de")),
        remarks=remarks,
    )


def write(
    target: Path, material: Material, kind: str = "short", language: str = "de", options: ReportOptions | None = None
) -> int:
    """Write a report of a fixed day; the number of its pages."""
    return write_report(target, material, kind=kind, language=language, options=options or ReportOptions(day=DAY))
