"""What a report may hold, and what a person has chosen of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.report import (
    MAX_OWN_TEXT,
    SECTIONS,
    ReportKind,
    ReportOptions,
    Section,
    check_own_text,
    options_from,
    options_text,
    parse_kind,
    parse_sections,
)
from kommune_desktop.errors import UserError

SHORT, PUBLIC, FULL = ReportKind.SHORT, ReportKind.PUBLIC, ReportKind.FULL


@pytest.mark.parametrize("kind", ReportKind)
def test_the_usual_sections_are_all_that_there_are(kind: ReportKind) -> None:
    assert ReportOptions().sections_of(kind) == SECTIONS[kind]


@pytest.mark.parametrize(
    ("kind", "chosen", "got"),
    [
        (FULL, (), ("cover", "contents", "method")),
        (PUBLIC, ("glossary", "areas"), ("cover", "contents", "glossary", "areas", "method")),
        (PUBLIC, ("method", "areas", "cover"), ("cover", "contents", "method", "areas")),
        (SHORT, (), ("cover",)),
        (SHORT, ("areas", "summary", "gaps"), ("cover", "areas", "summary")),
        (SHORT, ("areas", "areas"), ("cover", "areas")),
    ],
)
def test_chosen_sections_keep_their_order_and_some_can_not_be_left_out(
    kind: ReportKind, chosen: tuple[str, ...], got: tuple[str, ...]
) -> None:
    options = ReportOptions(sections=tuple(map(Section, chosen)))
    assert options.sections_of(kind) == tuple(map(Section, got))


def test_sections_are_named() -> None:
    assert parse_sections(FULL, ["areas", "gaps"]) == (Section.AREAS, Section.GAPS)


@pytest.mark.parametrize(
    ("kind", "names", "key"),
    [
        (FULL, ["areas", "poster"], "report.unknown_section"),
        (SHORT, ["heat_map"], "report.unknown_section"),
        (FULL, [""], "report.unknown_section"),
        (FULL, ["areas", "gaps", "areas"], "report.section_twice"),
    ],
)
def test_names_that_are_none_are_refused(kind: ReportKind, names: list[str], key: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_sections(kind, names)
    assert caught.value.key == key


def test_an_unknown_kind_is_refused_with_those_there_are() -> None:
    assert parse_kind("full") is FULL
    with pytest.raises(UserError) as caught:
        parse_kind("poster")
    assert caught.value.params == {"kind": "poster", "known": "short, public, full"}


def test_a_text_of_ones_own_has_an_end() -> None:
    assert check_own_text(" \nGuten Tag.\n") == "Guten Tag."
    with pytest.raises(UserError) as caught:
        check_own_text("x" * (MAX_OWN_TEXT + 1))
    assert caught.value.key == "report.text_too_long"


@given(
    st.none() | st.permutations(list(SECTIONS[FULL])).map(lambda some: tuple(some[:4])),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(str.strip),
    st.booleans(),
)
def test_what_was_chosen_is_there_the_next_time(sections: tuple[Section, ...] | None, text: str, logo: bool) -> None:
    chosen = ReportOptions(sections, foreword=text, closing=text[::-1].strip(), with_logo=logo)
    assert options_from(FULL, options_text(chosen)) == chosen


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "{",
        "[]",
        "null",
        "7",
        '{"sections": "areas"}',
        '{"sections": [1]}',
        '{"foreword": 3}',
        '{"with_logo": "no"}',
    ],
)
def test_damaged_choices_are_the_usual_ones(kept: str) -> None:
    assert options_from(FULL, kept) == ReportOptions()


def test_sections_that_a_kind_does_not_have_any_more_are_left_out() -> None:
    kept = '{"sections": ["areas", "poster", "heat_map", "areas"], "foreword": "Guten Tag."}'
    assert options_from(SHORT, kept) == ReportOptions((Section.AREAS,), foreword="Guten Tag.")
    assert options_from(FULL, '{"foreword": "%s"}' % ("x" * (MAX_OWN_TEXT + 1))).foreword == ""
