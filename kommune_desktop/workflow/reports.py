"""What leaves the program: reports and figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from kommune_desktop.core.round import Round
from kommune_desktop.db import Store
from kommune_desktop.export import report
from kommune_desktop.export.pdf.document import Progress
from kommune_desktop.export.results_json import results_document
from kommune_desktop.workflow.evaluation import evaluate
from kommune_desktop.workflow.targets import check_targets

KINDS = report.KINDS


def write_report(  # noqa: PLR0913 - a report needs them all
    store: Store,
    round_: Round,
    kind: str,
    target: Path,
    *,
    language: str,
    day: date | None = None,
    progress: Progress = lambda _: None,
) -> int:
    """Write a report of a round as PDF: the whole file, or nothing.

    Args:
        day: The date on the cover; today where left out.
        progress: Told each page that is begun; may raise to stop, then no file is left.

    Returns:
        The number of pages.

    Raises:
        UserError: ``report.unknown_kind``, ``language.unknown``, ``file.*``.
    """
    check_targets(store, target)
    evaluation = evaluate(store, round_)
    return report.write_report(
        target,
        kind=kind,
        municipality=evaluation.municipality,
        results=evaluation.results,
        trend=evaluation.trend,
        findings=evaluation.findings,
        language=language,
        day=day or date.today(),  # noqa: DTZ011 - the date on the person's own calendar
        progress=progress,
    )


def round_figures(store: Store, round_: Round) -> dict[str, Any]:
    """All figures of a round as a document for other programs."""
    evaluation = evaluate(store, round_)
    return results_document(evaluation.municipality, evaluation.results, evaluation.trend)
