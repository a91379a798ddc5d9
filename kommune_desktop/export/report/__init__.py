"""Reports: which kinds there are, and how one becomes a PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kommune_desktop.core.report import ReportKind, ReportOptions, parse_kind
from kommune_desktop.export.pdf.document import Frontmatter, Progress, write_pdf
from kommune_desktop.export.pdf.fonts import register
from kommune_desktop.export.report.context import DocumentContext, Material
from kommune_desktop.export.report.remarks import remarks_for
from kommune_desktop.export.report.story import story
from kommune_desktop.texts import texts

KINDS = tuple(kind.value for kind in ReportKind)
__all__ = ["KINDS", "Material", "write_report"]


def write_report(  # noqa: PLR0913 - a report needs them all, by keyword
    target: Path,
    material: Material,
    *,
    kind: str,
    language: str,
    options: ReportOptions,
    progress: Progress = lambda _: None,
) -> int:
    """Write a report of a round as PDF: the whole file, or nothing.

    Args:
        kind: One of ``KINDS``.
        progress: Told each page that is begun; may raise to stop, then no file is left.

    Returns:
        The number of pages.

    Raises:
        UserError: ``report.unknown_kind``, ``language.unknown``, ``file.unwritable``.
    """
    report_kind = parse_kind(kind)
    register()
    words = texts(language)
    context = DocumentContext(
        municipality=material.municipality,
        results=material.results,
        trend=material.trend,
        findings=material.findings,
        words=words,
        day=options.day,
        kind=report_kind,
        history=material.history,
        workshop=material.workshop,
        plan=replace(material.plan, words=words, day=options.day),  # one language and one day throughout
        remarks=remarks_for(report_kind, material.results.round, material.remarks),
        options=options,
        logo=material.logo,
    )
    municipality, round_ = material.municipality, material.results.round
    frontmatter = Frontmatter(
        title=words("report.document_title", municipality=municipality, round=round_.title),
        author=municipality,
        language=language,
        running_head=f"{municipality} · {round_.title}",
        page_label=words("report.page"),
        notice=words("report.internal_notice") if report_kind.is_internal else "",
    )
    return write_pdf(target, frontmatter, story(context), progress)
