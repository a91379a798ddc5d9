"""Reports: which kinds there are, and how one becomes a PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from reportlab.platypus import Flowable

from kommune_desktop.core.results import Findings, RoundResults, Trend
from kommune_desktop.errors import UserError
from kommune_desktop.export.pdf.document import Frontmatter, Progress, write_pdf
from kommune_desktop.export.pdf.fonts import register
from kommune_desktop.export.report.context import ReportContext
from kommune_desktop.export.report.short import short_story
from kommune_desktop.texts import texts

_STORIES: dict[str, Callable[[ReportContext], list[Flowable]]] = {"short": short_story}
KINDS = tuple(_STORIES)


def write_report(  # noqa: PLR0913 - a report needs them all, by keyword
    target: Path,
    *,
    kind: str,
    municipality: str,
    results: RoundResults,
    trend: Trend | None,
    findings: Findings,
    language: str,
    day: date,
    progress: Progress,
) -> int:
    """Write a report of a round as PDF: the whole file, or nothing.

    Args:
        kind: One of ``KINDS``.
        day: The date on the cover.
        progress: Told each page that is begun.

    Returns:
        The number of pages.

    Raises:
        UserError: ``report.unknown_kind``, ``language.unknown``, ``file.unwritable``.
    """
    if kind not in _STORIES:
        raise UserError("report.unknown_kind", kind=kind, known=", ".join(KINDS))
    register()
    words = texts(language)
    context = ReportContext(municipality, results, trend, findings, words, day)
    frontmatter = Frontmatter(
        title=words("report.document_title", municipality=municipality, round=results.round.title),
        author=municipality,
        language=language,
        running_head=f"{municipality} · {results.round.title}",
        page_label=words("report.page"),
    )
    return write_pdf(target, frontmatter, _STORIES[kind](context), progress)
