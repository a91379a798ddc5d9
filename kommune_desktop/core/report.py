"""What a report may hold: its kinds, their sections, and what a person chooses of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kommune_desktop.errors import UserError

MAX_OWN_TEXT = 20_000
"""Letters of a foreword or a closing text."""


class ReportKind(StrEnum):
    """``SHORT``: for the council. ``PUBLIC``: everything that may be published. ``FULL``: everything, internal."""

    SHORT = "short"
    PUBLIC = "public"
    FULL = "full"

    @property
    def is_internal(self) -> bool:
        """Whether it holds what must not be published."""
        return self is ReportKind.FULL


class Section(StrEnum):
    """A part of a report."""

    COVER = "cover"
    CONTENTS = "contents"
    SUMMARY = "summary"
    PROFILE = "profile"
    HEAT_MAP = "heat_map"
    AREAS = "areas"
    GAPS = "gaps"
    CONSENSUS = "consensus"
    PRIORITIES = "priorities"
    MEASURES = "measures"
    OUTCOMES = "outcomes"
    HIDDEN = "hidden"
    METHOD = "method"
    GLOSSARY = "glossary"


_SHORT = (
    Section.COVER,
    Section.SUMMARY,
    Section.PROFILE,
    Section.AREAS,
    Section.CONSENSUS,
    Section.MEASURES,
    Section.OUTCOMES,
    Section.METHOD,
)
SECTIONS: Mapping[ReportKind, tuple[Section, ...]] = {
    ReportKind.SHORT: _SHORT,
    ReportKind.PUBLIC: tuple(Section),
    ReportKind.FULL: tuple(Section),
}
"""The sections of each kind in their usual order."""
_FIXED: Mapping[ReportKind, tuple[Section, ...]] = {
    ReportKind.SHORT: (Section.COVER,),
    ReportKind.PUBLIC: (Section.COVER, Section.CONTENTS, Section.METHOD),
    ReportKind.FULL: (Section.COVER, Section.CONTENTS, Section.METHOD),
}
_IN_FRONT = (Section.COVER, Section.CONTENTS)


def is_fixed(kind: ReportKind, section: Section) -> bool:
    """Whether a kind always has a section."""
    return section in _FIXED[kind]


def is_in_front(section: Section) -> bool:
    """Whether a section has its place before all others."""
    return section in _IN_FRONT


@dataclass(frozen=True)
class ReportOptions:
    """What a person chooses of a report.

    Attributes:
        sections: In the order wanted; ``None`` is the usual choice. See :meth:`sections_of`.
        foreword: A text of one's own after the cover; empty for none.
        closing: The same at the end.
        with_logo: Whether the municipality's logo stands on the cover, where it has one.
        day: The date on the cover.
    """

    sections: tuple[Section, ...] | None = None
    foreword: str = ""
    closing: str = ""
    with_logo: bool = True
    day: date = field(default_factory=date.today)  # the date on the person's own calendar

    def sections_of(self, kind: ReportKind) -> tuple[Section, ...]:
        """The sections of a report: those chosen, as far as the kind has them, and those that it can't be without."""
        chosen = SECTIONS[kind] if self.sections is None else self.sections
        wanted = [section for section in dict.fromkeys(chosen) if section in SECTIONS[kind]]
        missing = [section for section in _FIXED[kind] if section not in wanted]
        every = [*wanted, *missing]
        front = [section for section in _IN_FRONT if section in every]
        return (*front, *(section for section in every if not is_in_front(section)))


def parse_kind(name: str) -> ReportKind:
    """The kind with this name.

    Raises:
        UserError: ``report.unknown_kind``.
    """
    if name not in set(ReportKind):
        raise UserError("report.unknown_kind", kind=name, known=", ".join(ReportKind))
    return ReportKind(name)


def parse_sections(kind: ReportKind, names: Sequence[str]) -> tuple[Section, ...]:
    """The sections with these names.

    Raises:
        UserError: ``report.unknown_section``, ``report.section_twice``.
    """
    offered = SECTIONS[kind]
    for name in names:
        if name not in offered:
            raise UserError("report.unknown_section", section=name, known=", ".join(offered))
        if names.count(name) > 1:
            raise UserError("report.section_twice", section=name)
    return tuple(Section(name) for name in names)


def check_own_text(text: str) -> str:
    """A foreword or a closing text without blanks around it.

    Raises:
        UserError: ``report.text_too_long``.
    """
    text = text.strip()
    if len(text) > MAX_OWN_TEXT:
        raise UserError("report.text_too_long", length=len(text), longest=MAX_OWN_TEXT)
    return text


def options_text(options: ReportOptions) -> str:
    """What a person has chosen, to be kept for the next time; the date is that of the day."""
    kept = {"foreword": options.foreword, "closing": options.closing, "with_logo": options.with_logo}
    return json.dumps(kept if options.sections is None else kept | {"sections": options.sections}, ensure_ascii=False)


def options_from(kind: ReportKind, text: str) -> ReportOptions:
    """What :func:`options_text` has kept; what is damaged takes its default."""
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return ReportOptions()
    if not isinstance(kept, dict):
        return ReportOptions()
    names, logo = kept.get("sections"), kept.get("with_logo")
    offered = {section.value: section for section in SECTIONS[kind]}
    sections = None
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        sections = tuple(offered[name] for name in dict.fromkeys(names) if name in offered)
    return ReportOptions(
        sections=sections,
        foreword=_kept_text(kept.get("foreword")),
        closing=_kept_text(kept.get("closing")),
        with_logo=logo if isinstance(logo, bool) else True,
    )


def _kept_text(value: object) -> str:
    return value.strip() if isinstance(value, str) and len(value) <= MAX_OWN_TEXT else ""
