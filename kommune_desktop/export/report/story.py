"""From a choice of sections to the whole document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kommune_desktop.core.report import ReportKind, Section
from kommune_desktop.core.workshop import priorities
from kommune_desktop.export.action import chapters as chapters_of_papers
from kommune_desktop.export.blocks.paper import flowables
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


def _consensus(context: DocumentContext) -> list[Flowable]:
    return flowables(chapters_of_papers.consensus(context, 1))


def _priorities(context: DocumentContext) -> list[Flowable]:
    return flowables(chapters_of_papers.priority_chapter(context, 1))


def _measures(context: DocumentContext) -> list[Flowable]:
    return flowables(chapters_of_papers.measures(context.plan, 1))


def _outcomes(context: DocumentContext) -> list[Flowable]:
    return flowables(chapters_of_papers.outcomes(context.plan, 1))


_PARTS: Mapping[Section, _Part] = {
    Section.SUMMARY: summary,
    Section.PROFILE: profile,
    Section.HEAT_MAP: heat_map,
    Section.GAPS: gaps,
    Section.CONSENSUS: _consensus,
    Section.PRIORITIES: _priorities,
    Section.MEASURES: _measures,
    Section.OUTCOMES: _outcomes,
    Section.HIDDEN: hidden,
    Section.METHOD: method,
    Section.GLOSSARY: glossary,
}
_ROOM: Mapping[Section, float] = {
    Section.PROFILE: 110 * mm,
    Section.HEAT_MAP: 90 * mm,
    Section.CONSENSUS: 70 * mm,
    Section.PRIORITIES: 70 * mm,
    Section.MEASURES: 70 * mm,
    Section.OUTCOMES: 70 * mm,
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
    if section not in _PARTS or _is_empty(context, section):
        return []  # cover and contents come first
    return [*_beginning(context, section), *_PARTS[section](context)]


def _is_empty(context: DocumentContext, section: Section) -> bool:
    """Whether there is nothing yet that a chapter could say."""
    has_content = {
        Section.CONSENSUS: context.results.has_consensus,
        Section.PRIORITIES: bool(priorities(context.workshop) or context.workshop.needs),
        Section.MEASURES: bool(context.plan.measures),
        Section.OUTCOMES: bool(context.plan.outcomes),
    }
    return not has_content.get(section, True)


def _beginning(context: DocumentContext, section: Section) -> list[Flowable]:
    if context.kind is ReportKind.SHORT and section is Section.PROFILE:
        return []  # it stays together, and the short report has no page to spare
    if section not in _ROOM or (context.kind is ReportKind.SHORT and section is Section.METHOD):
        return [page_break()]
    return [room(_ROOM[section])]
