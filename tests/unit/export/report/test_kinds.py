"""Every kind of report of the demo municipality in every language: what an independent judge and a reader find."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from kommune_desktop.core.remark import RemarkKind
from kommune_desktop.core.report import SECTIONS, ReportKind, ReportOptions, Section
from kommune_desktop.db import Store
from kommune_desktop.export.report import KINDS
from kommune_desktop.export.results_json import results_document
from kommune_desktop.texts import LANGUAGES, texts
from kommune_desktop.workflow.evaluation import Evaluation
from tests.judge import verdict
from tests.unit.export.reading import Part, base_fonts, bookmarks, outside, pages, says, squeezed, structure
from tests.unit.export.report.published import Published
from tests.unit.export.report.writing import DAY, material_of_evaluation, write

Reports = Mapping[tuple[str, str], Path]
LONG = ("public", "full")
INTERNAL = {"de": "Intern – nicht zur Veröffentlichung", "en": "Internal – not for publication"}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def report(every_report: Reports, kind: str, language: str) -> Path:
    return every_report[kind, language]


@pytest.fixture
def published(latest: Evaluation, language: str) -> Published:
    return Published(results_document(latest.municipality, latest.results, latest.trend), texts(language))


def parts(path: Path) -> list[Part]:
    """The parts of all pages in reading order."""
    return [part for number in range(1, len(pages(path)) + 1) for part in structure(path, number)]


@pytest.mark.slow
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_judge_finds_nothing(report: Path, flavour: str) -> None:
    assert verdict(report, flavour) == []


def test_headings_go_down_step_by_step(report: Path) -> None:
    levels = [level for level, _ in bookmarks(report)]
    assert levels[0] == 0
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    found = [int(name[1]) for part in parts(report) for name in re.findall(r"H[1-6]", " ".join(_kinds(part)))]
    assert found == [level + 1 for level in levels]


def _kinds(part: Part) -> list[str]:
    return [part.kind, *(kind for inner in part.parts for kind in _kinds(inner))]


def test_long_reports_have_bookmarks_of_three_levels(every_report: Reports, language: str) -> None:
    for kind in LONG:
        assert {level for level, _ in bookmarks(every_report[kind, language])} == {0, 1, 2}


def test_every_figure_says_what_it_shows_and_every_font_is_embedded(report: Path) -> None:
    figures = [figure for part in parts(report) for figure in part.all("Figure")]
    assert figures
    assert all(len(figure.alternative_text) > 20 for figure in figures)
    assert not any("Helvetica" in name for name in base_fonts(report))
    assert outside(report) == []


def test_only_the_internal_report_says_so_on_every_page_in_both_languages(report: Path, kind: str) -> None:
    for notice in INTERNAL.values():
        count = sum(squeezed(notice) in squeezed(text) for text in pages(report))
        assert count == (len(pages(report)) if kind == "full" else 0)


def test_the_contents_name_every_chapter_with_its_page(every_report: Reports, language: str) -> None:
    for kind in LONG:
        path = every_report[kind, language]
        where = destinations(path)
        front = squeezed("".join(pages(path)[1 : where[3][1] - 1]))
        chapters = [(title, page) for level, (title, page) in zip(levels(path), where, strict=True) if level == 0][2:]
        assert len(chapters) > 10
        for title, page in chapters:
            assert squeezed(f"{title}{page}") in front


def levels(path: Path) -> list[int]:
    return [level for level, _ in bookmarks(path)]


def destinations(path: Path) -> list[tuple[str, int]]:
    """Title of each bookmark and the page that it leads to."""
    with pdfium.PdfDocument(path) as document:
        return [(str(one.get_title()), int(one.get_dest().get_index()) + 1) for one in document.get_toc()]


def test_entries_of_the_contents_are_links(every_report: Reports) -> None:
    (whole,) = structure(every_report["full", "de"], 2)
    entries = list(whole.all("TOCI"))
    assert len(entries) > 30
    assert all([inner.kind for inner in part.all("Link")] == ["Link"] for part in entries)
    assert sum(1 for part in whole.parts if part.kind == "TOC") == 1


@pytest.mark.parametrize("kind", LONG)
def test_every_figure_of_every_question_is_the_published_one(
    every_report: Reports, language: str, kind: str, published: Published
) -> None:
    text = "".join(map(squeezed, pages(every_report[kind, language])))
    sentences = [sentence for question in published.document["questions"] for sentence in published.sentences(question)]
    assert len(sentences) > 200
    assert [sentence for sentence in sentences if squeezed(sentence) not in text] == []


@pytest.mark.parametrize("kind", LONG)
def test_every_cell_of_every_question_is_the_published_one(
    every_report: Reports, language: str, kind: str, published: Published
) -> None:
    path = every_report[kind, language]
    text = "\n".join(pages(path))
    wrong = []
    for question in published.document["questions"]:
        start = re.search(rf"(?m)^{question['number']} {re.escape(published.title(question['label']))}\s*$", text)
        assert start is not None, question["id"]
        section = re.sub(r"\s+", " ", text[start.end() :])
        place = 0
        for row in published.cells(question):
            found = section.find(row, place)
            if not 0 <= found < 6000:
                wrong.append(f"{question['id']}: {row}")
                break
            place = found
    assert wrong == []


def test_the_full_report_holds_every_word(
    every_report: Reports, demo: Store, latest: Evaluation, language: str
) -> None:
    text = "".join(map(squeezed, pages(every_report["full", language])))
    remarks = demo.remarks.of_round(latest.results.round)
    assert {remark.kind for remark in remarks} == set(RemarkKind)
    assert [remark.words for remark in remarks if squeezed(remark.words) not in text] == []


def test_without_a_release_the_public_report_holds_no_word(
    every_report: Reports, language: str, demo_words: list[str]
) -> None:
    for kind in ("short", "public"):
        text = "".join(map(squeezed, pages(every_report[kind, language])))
        assert [words for words in demo_words if squeezed(words) in text] == []


def test_released_words_alone_enter_the_public_report(
    demo: Store, latest: Evaluation, tmp_path: Path, demo_words: list[str]
) -> None:
    remarks = demo.remarks.of_round(latest.results.round)
    first = {kind: next(remark for remark in remarks if remark.kind is kind) for kind in RemarkKind}
    released = [replace(remark, is_released=remark in first.values()) for remark in remarks]
    target = tmp_path / "public.pdf"
    write(target, material_of_evaluation(latest, released), "public")
    allowed = {squeezed(first[kind].words) for kind in (RemarkKind.COMMENT, RemarkKind.ANSWER)}
    text = "".join(map(squeezed, pages(target)))
    assert {squeezed(words) for words in demo_words if squeezed(words) in text} == allowed


def test_no_number_of_a_sheet_is_in_any_report(report: Path, demo: Store, latest: Evaluation) -> None:
    text = " ".join(pages(report))
    numbers = [sheet.number for sheet in demo.sheets.of_round(latest.results.round.id)]
    assert numbers
    assert [number for number in numbers if number in text] == []


def test_hidden_groups_are_named_with_the_reason_at_each_question(every_report: Reports, published: Published) -> None:
    for kind in LONG:
        path = every_report[kind, published.words.language]
        group, k = published.group("business"), published.document["round"]["min_cell"]
        assert says(path, published.words("report.hidden_in_few_sheets", group=group, k=k))
        assert says(path, published.words("report.hidden_list"))


def test_the_same_results_give_the_same_bytes(
    every_report: Reports, demo: Store, latest: Evaluation, tmp_path: Path
) -> None:
    again = tmp_path / "again.pdf"
    write(again, material_of_evaluation(latest, demo.remarks.of_round(latest.results.round)), "full")
    assert again.read_bytes() == every_report["full", "de"].read_bytes()


def titles_of_chapters(path: Path) -> list[str]:
    return [title for level, title in bookmarks(path) if level == 0]


def test_chosen_sections_stand_in_the_order_chosen(latest: Evaluation, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    options = ReportOptions(
        sections=(Section.GLOSSARY, Section.GAPS), foreword="Guten Tag.\n\nIhr Büro", closing="Danke.", day=DAY
    )
    write(target, material_of_evaluation(latest), "public", options=options)
    assert titles_of_chapters(target)[1:] == [
        "Inhalt",
        "Vorwort",
        "Wörter in diesem Bericht",
        "Wahrnehmungslücken",
        "So sind die Zahlen zu lesen",
        "Schlusswort",
    ]
    assert says(target, "Guten Tag. Ihr Büro")
    for flavour in ("ua1", "2a"):
        assert verdict(target, flavour) == []


@pytest.mark.parametrize("kind", ReportKind)
def test_a_report_without_any_section_is_a_document(latest: Evaluation, tmp_path: Path, kind: ReportKind) -> None:
    target = tmp_path / "a.pdf"
    write(target, material_of_evaluation(latest), kind.value, options=ReportOptions(sections=(), day=DAY))
    assert verdict(target, "ua1") == []
    assert len(titles_of_chapters(target)) == {ReportKind.SHORT: 1}.get(kind, 3)


def test_every_section_has_a_name_in_every_language() -> None:
    names: Sequence[str] = [texts(code)(f"report_section.{one}") for code in LANGUAGES for one in Section]
    assert all(names)
    assert set(SECTIONS) == set(ReportKind)
