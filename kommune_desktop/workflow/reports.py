"""What leaves the program: reports and figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from kommune_desktop.core.report import ReportKind, ReportOptions, check_own_text, parse_kind, parse_sections
from kommune_desktop.core.round import Round
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.export import report
from kommune_desktop.export.pdf.document import Progress
from kommune_desktop.export.results_json import results_document
from kommune_desktop.workflow.evaluation import evaluate
from kommune_desktop.workflow.measures import plan_of
from kommune_desktop.workflow.targets import check_targets

KINDS = report.KINDS


def write_report(  # noqa: PLR0913 - a report needs them all
    store: Store,
    round_: Round,
    kind: str,
    target: Path,
    *,
    language: str,
    options: ReportOptions | None = None,
    progress: Progress = lambda _: None,
) -> int:
    """Write a report of a round as PDF: the whole file, or nothing.

    Args:
        options: Its sections and texts; the usual ones and today's date where left out.
        progress: Told each page that is begun; may raise to stop, then no file is left.

    Returns:
        The number of pages.

    Raises:
        UserError: ``report.unknown_kind``, ``language.unknown``, ``file.*``.
    """
    check_targets(store, target)
    report_kind = parse_kind(kind)
    evaluation = evaluate(store, round_)
    options = options or ReportOptions()
    material = report.Material(
        municipality=evaluation.municipality,
        results=evaluation.results,
        trend=evaluation.trend,
        findings=evaluation.findings,
        history=evaluation.history,
        workshop=evaluation.workshop,
        plan=plan_of(store, evaluation, language, options.day),
        remarks=() if report_kind is ReportKind.SHORT else store.remarks.of_round(round_),
        logo=store.logo(),
    )
    return report.write_report(target, material, kind=kind, language=language, options=options, progress=progress)


def report_options(
    kind: str,
    *,
    sections: str | None = None,
    foreword: Path | None = None,
    closing: Path | None = None,
    day: str | None = None,
) -> ReportOptions:
    """What a person has written on the command line: names of sections with commas, text files, a date.

    Raises:
        UserError: ``report.*``, ``file.unreadable``.
    """
    report_kind = parse_kind(kind)
    names = None if sections is None else [name.strip() for name in sections.split(",")]
    return ReportOptions(
        sections=None if names is None else parse_sections(report_kind, names),
        foreword=_own_text(foreword),
        closing=_own_text(closing),
        day=date.today() if day is None else read_day(day),  # noqa: DTZ011 - the date on the person's own calendar
    )


def _own_text(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return check_own_text(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UserError("report.not_utf8", path=path) from error
    except OSError as error:
        raise UserError("file.unreadable", path=path, reason=error.strerror) from error


def read_day(text: str) -> date:
    """A day that was typed as 2026-11-24.

    Raises:
        UserError: ``report.day_syntax``.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError("report.day_syntax", text=text) from None


def round_figures(store: Store, round_: Round) -> dict[str, Any]:
    """All figures of a round as a document for other programs."""
    evaluation = evaluate(store, round_)
    return results_document(evaluation.municipality, evaluation.results, evaluation.trend)
