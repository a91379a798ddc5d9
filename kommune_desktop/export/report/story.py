"""From a choice of sections to the whole document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kommune_desktop.core.report import ReportKind, Section
from kommune_desktop.export.pdf.contents import contents
from kommune_desktop.export.pdf.flowables import heading, page_break, room
from kommune_desktop.export.report.areas import areas
from kommune_desktop.export.report.chapters import chapters
from kommune_desktop.export.report.context import DocumentContext
from kommune_desktop.export.report.cover import closing, cover, foreword
from kommune_desktop.export.report.gaps import gaps
from kommune_desktop.export.report.hidden import hidden
from kommune_desktop.export.report.method import glossary, method
from kommune_desktop.export.report.profile import heat_map, profile
from kommune_desktop.export.report.summary import summary

_Part = Callable[[DocumentContext], list[Flowable]]
_PARTS: Mapping[Section, _Part] = {
    Section.SUMMARY: summary,
    Section.PROFILE: profile,
    Section.HEAT_MAP: heat_map,
    Section.GAPS: gaps,
    Section.HIDDEN: hidden,
    Section.METHOD: method,
    Section.GLOSSARY: glossary,
}
_ROOM: Mapping[Section, float] = {
    Section.PROFILE: 110 * mm,
    Section.HEAT_MAP: 90 * mm,
    Section.HIDDEN: 70 * mm,
    Section.METHOD: 120 * mm,
    Section.GLOSSARY: 120 * mm,
}
"""Sections that may follow on the same page where this much of it is left; the others begin a new page."""
_ROOM_FOR_AREAS = 100 * mm


def story(context: DocumentContext) -> list[Flowable]:
    """All parts of a report in their order."""
    sections = context.options.sections_of(context.kind)
    parts = foreword(context)
    for section in sections:
        parts += _part(context, section)
    parts += closing(context)
    front = cover(context)
    if Section.CONTENTS in sections:
        front += [page_break(), heading(1, context.words("report.contents")), *contents(parts)]
    return [*front, *parts]


def _part(context: DocumentContext, section: Section) -> list[Flowable]:
    if section is Section.AREAS:
        if context.kind is ReportKind.SHORT:
            return [room(_ROOM_FOR_AREAS), *areas(context)]
        return chapters(context)
    if section not in _PARTS:
        return []  # cover and contents come first
    return [*_beginning(context, section), *_PARTS[section](context)]


def _beginning(context: DocumentContext, section: Section) -> list[Flowable]:
    if context.kind is ReportKind.SHORT and section is Section.PROFILE:
        return []  # it stays together, and the short report has no page to spare
    if context.kind is ReportKind.SHORT or section not in _ROOM:
        return [page_break()]
    return [room(_ROOM[section])]
