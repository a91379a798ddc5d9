"""What follows from the results, in reports of every kind: a chapter where there is something to say, else none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kommune_desktop.core.measure import Measure
from kommune_desktop.core.remark import Remark, RemarkKind
from kommune_desktop.core.report import SECTIONS, ReportKind, ReportOptions, Section
from kommune_desktop.core.workshop import AgendaItem, Need, Workshop
from kommune_desktop.export.action.context import ActionContext
from kommune_desktop.texts import LANGUAGES, texts
from tests.judge import verdict
from tests.unit.export.action.material import FULL, INTERNAL, MEASURES, OLD_DONE, OWN, context_of, material_of
from tests.unit.export.reading import bookmarks, outside, pages, says, squeezed
from tests.unit.export.report.writing import DAY, write

CHAPTERS = {
    "Einigungen": Section.CONSENSUS,
    "Prioritäten": Section.PRIORITIES,
    "Maßnahmen": Section.MEASURES,
    "Was aus den Maßnahmen von „Runde 2023“ wurde": Section.OUTCOMES,
}
KINDS = pytest.mark.parametrize("kind", ReportKind)
REMARKS = [
    Remark(1, "a.1", "office", RemarkKind.COMMENT, "BEMERKUNG des Amts"),
    Remark(2, "a.wort", "council", RemarkKind.ANSWER, "ANTWORT des Rats"),
]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "r.pdf"


def chapters(target: Path, context: ActionContext, kind: ReportKind) -> list[str]:
    """The chapters on what follows, in their order."""
    write(target, material_of(context), kind.value)
    return [title for level, title in bookmarks(target) if level == 0 and title in CHAPTERS]


def expected(kind: ReportKind) -> list[str]:
    """All of them; the short report has no room for the priorities."""
    return [title for title in CHAPTERS if kind is not ReportKind.SHORT or title != "Prioritäten"]


@KINDS
def test_each_chapter_is_there_where_there_is_something_to_say(target: Path, kind: ReportKind) -> None:
    assert chapters(target, context_of(), kind) == expected(kind)
    assert says(target, "1 Frage a.1 50 75 Stufe 3")
    assert says(target, "Sprechstunde Amt 50 30.09.2026, überfällig läuft 12")
    assert says(target, "Leitbild erledigt 1 Frage a.1 25 50 +25")
    assert says(target, "1 BEDARF Bus Bedarf 12") is (kind is not ReportKind.SHORT)


@KINDS
def test_a_round_without_workshop_and_measures_has_none_of_them(target: Path, kind: ReportKind) -> None:
    assert chapters(target, context_of(Workshop(), (), first_round=True), kind) == []
    assert not says(target, texts("de")("workshop.no_consensus_yet"))


UNDECIDED = Workshop(agenda=(AgendaItem("a.1"),), needs=(Need(1, "BEDARF Bus"),))
WITH_DOTS = Workshop(agenda=(AgendaItem("a.1", dots=3),))


@pytest.mark.parametrize(
    ("workshop", "measures", "titles"),
    [
        (UNDECIDED, (), ["Prioritäten"]),
        (Workshop(agenda=(AgendaItem("a.1"),)), (), []),
        (WITH_DOTS, (), ["Prioritäten"]),
        (replace(FULL, needs=(), agenda=(replace(FULL.agenda[0], dots=0),)), (), ["Einigungen"]),
        (Workshop(), (OWN,), ["Maßnahmen"]),
        (Workshop(), (OLD_DONE,), ["Was aus den Maßnahmen von „Runde 2023“ wurde"]),
    ],
)
def test_each_chapter_comes_by_itself(
    target: Path, workshop: Workshop, measures: tuple[Measure, ...], titles: list[str]
) -> None:
    assert chapters(target, context_of(workshop, measures), ReportKind.PUBLIC) == titles


@KINDS
@pytest.mark.parametrize("section", CHAPTERS.values())
def test_a_chapter_is_there_where_it_was_chosen(target: Path, kind: ReportKind, section: Section) -> None:
    options = ReportOptions(sections=(section,), day=DAY)
    write(target, material_of(context_of()), kind.value, options=options)
    found = [CHAPTERS[title] for level, title in bookmarks(target) if level == 0 and title in CHAPTERS]
    assert found == ([section] if section in SECTIONS[kind] else [])


@KINDS
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_report_holds_what_the_workshop_said_among_itself(target: Path, kind: ReportKind, language: str) -> None:
    write(target, material_of(context_of(language=language)), kind.value, language)
    text = "".join(map(squeezed, pages(target)))
    assert [word for word in INTERNAL if word in text] == []


@KINDS
def test_what_people_wrote_is_in_the_internal_report_alone(target: Path, kind: ReportKind) -> None:
    write(target, replace(material_of(context_of()), remarks=REMARKS), kind.value)
    for remark in REMARKS:
        assert says(target, remark.words) is (kind is ReportKind.FULL)


@pytest.mark.parametrize("kind", [ReportKind.PUBLIC, ReportKind.FULL])
def test_a_question_says_what_the_workshop_agreed_on(target: Path, kind: ReportKind) -> None:
    write(target, material_of(context_of()), kind.value)
    for sentence in (
        "Einigung im Workshop: Stufe 3 (75 Punkte).",
        "Im Workshop gab es eine Einigung.",
        "Im Workshop gab es keine Einigung.",
    ):
        assert says(target, sentence), sentence


@KINDS
def test_the_table_of_an_area_has_a_column_for_it_where_there_is_one(target: Path, kind: ReportKind) -> None:
    column = texts("de")("report.column_consensus")
    note = texts("de")("report.areas_consensus")
    for context, is_there in ((context_of(), True), (context_of(Workshop()), False)):
        write(target, material_of(context), kind.value)
        assert (says(target, note), says(target, column)) == (is_there, is_there)


@pytest.mark.slow
@KINDS
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_judge_finds_nothing(target: Path, kind: ReportKind, language: str) -> None:
    write(target, material_of(context_of(FULL, MEASURES, language)), kind.value, language)
    assert [verdict(target, flavour) for flavour in ("ua1", "2a")] == [[], []]
    assert outside(target) == []


def test_measures_speak_the_language_of_the_report(target: Path) -> None:
    """The plan comes with the words of the program; the report may be written in another language."""
    write(target, material_of(context_of(language="de")), "public", "en")
    titles = [title for level, title in bookmarks(target) if level == 0]
    assert [title for title in titles if title in CHAPTERS] == []
    assert says(target, "What became of the measures of “Runde 2023”")


def test_many_measures_and_long_words_stay_on_their_pages(target: Path) -> None:
    many = [replace(OWN, id=number, title=f"{number} " + "Donaudampfschifffahrt" * 8) for number in range(60)]
    needs = tuple(Need(number, "Bedarf " + "x" * 180, dots=number) for number in range(1, 40))
    context = context_of(replace(FULL, needs=needs), many)
    write(target, material_of(context), "public")
    assert outside(target) == []
    assert verdict(target, "ua1") == []
