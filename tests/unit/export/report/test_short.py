"""The short report of the demo municipality, read from its PDF in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kommune_desktop.export.results_json import results_document
from kommune_desktop.texts import LANGUAGES, texts
from kommune_desktop.workflow.evaluation import Evaluation
from tests.unit.export.reading import base_fonts, bookmarks, fonts_in_use, metadata, outside, pages, says, squeezed
from tests.unit.export.report.published import Published, table_row
from tests.unit.export.report.writing import material_of_evaluation, write


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def report(reports: Mapping[str, Path], language: str) -> Path:
    return reports[language]


@pytest.fixture
def published(latest: Evaluation, language: str) -> Published:
    return Published(results_document(latest.municipality, latest.results, latest.trend), texts(language))


def test_it_has_four_to_eight_pages(report: Path) -> None:
    assert 4 <= len(pages(report)) <= 8


def test_it_names_the_municipality_the_round_and_the_date(report: Path, published: Published) -> None:
    cover = squeezed(pages(report)[0])
    day = {"de": "24.11.2026", "en": "24 November 2026"}[published.words.language]
    for name in (published.document["municipality"], published.document["round"]["title"], day):
        assert squeezed(name) in cover


def test_it_names_the_groups_with_their_sheets(report: Path, published: Published) -> None:
    for group in published.document["groups"]:
        assert says(
            report, f"{published.title(group['title'])}: {published.words.count('count.sheets', group['sheets'])}"
        )


def test_it_says_what_came_out_on_the_whole(report: Path, published: Published, latest: Evaluation) -> None:
    band = latest.results.band
    assert band is not None
    sentence = published.words(
        "report.overall",
        municipality=published.document["municipality"],
        points=published.document["points"],
        band=band.title.in_language(published.words.language),
    )
    assert says(report, sentence)


def test_it_says_how_the_whole_changed(report: Path, published: Published) -> None:
    trend = published.document["trend"]
    points = trend["change"]["points"]
    assert points > 0
    sentence = published.words(
        "report.overall_change",
        round=trend["before"]["title"],
        change=f"+{points}",
        questions=published.words.count("count.questions", trend["change"]["questions"]),
    )
    assert says(report, sentence)


def test_it_names_the_strongest_and_the_weakest_area_with_their_points(report: Path, published: Published) -> None:
    assert says(report, published.extremes())


def test_it_says_where_the_groups_are_furthest_apart(report: Path, published: Published) -> None:
    assert says(report, published.widest_gap())


def test_it_has_every_area_with_its_points_its_band_and_its_coverage(
    report: Path, published: Published, latest: Evaluation
) -> None:
    for area, result in zip(published.document["areas"], latest.results.areas, strict=True):
        assert result.band is not None
        band = result.band.title.in_language(published.words.language)
        coverage = published.words.percent(result.coverage)
        sentence = published.words("report.area", points=area["points"], band=band, coverage=coverage)
        assert says(report, f"{published.title(area['title'])} {sentence}")


def test_it_gives_the_suggestion_for_the_band_of_each_area(
    report: Path, published: Published, latest: Evaluation
) -> None:
    for result in latest.results.areas:
        assert result.band is not None
        suggestions = result.area.suggestions or {}
        assert says(report, suggestions[result.band.id].in_language(published.words.language))


def test_it_names_the_hidden_groups_with_the_reason(report: Path, published: Published) -> None:
    sentences = published.hidden()
    assert sentences
    for sentence in sentences:
        assert says(report, sentence)


def test_the_figures_in_its_tables_are_the_published_ones(report: Path, published: Published) -> None:
    wrong = []
    for question in published.document["questions"]:
        label, expected = published.title(question["label"]), published.row(question)
        found = table_row(report, question["number"], label, len(expected))
        if found != expected:
            wrong.append(f"{question['number']} {label}: {found} instead of {expected}")
    assert wrong == []


def test_a_fall_carries_its_sign_in_the_tables(report: Path, published: Published) -> None:
    fallen = [q for q in published.document["questions"] if q["change"] and q["change"]["points"] < 0]
    assert fallen
    for question in fallen:
        expected = published.row(question)
        found = table_row(report, question["number"], published.title(question["label"]), len(expected))
        assert found[-1].startswith("\u2212")


def test_every_area_and_chapter_is_a_bookmark(report: Path, published: Published) -> None:
    titles = {title for _, title in bookmarks(report)}
    assert {published.title(area["title"]) for area in published.document["areas"]} <= titles
    assert {published.words(f"report.{key}") for key in ("summary", "areas", "method")} <= titles


def test_it_explains_how_to_read_its_figures(report: Path, published: Published) -> None:
    words = published.words
    for sentence in (
        words("report.method_groups_group"),
        words("report.method_privacy", k=published.document["round"]["min_cell"]),
        words("report.method_gaps"),
    ):
        assert says(report, sentence)


def test_no_line_leaves_the_page(report: Path) -> None:
    assert outside(report) == []


def test_every_font_is_embedded(report: Path) -> None:
    assert not any("Helvetica" in name for name in base_fonts(report))
    assert set(fonts_in_use(report).values()) == {True}


def test_it_says_what_it_is(report: Path, published: Published) -> None:
    found = metadata(report)
    municipality, title = published.document["municipality"], published.document["round"]["title"]
    assert found["Title"] == published.words("report.document_title", municipality=municipality, round=title)
    assert found["Author"] == municipality


def test_what_persons_wrote_does_not_enter(report: Path, demo_words: list[str]) -> None:
    assert demo_words
    text = "".join(map(squeezed, pages(report)))
    assert [words for words in demo_words if squeezed(words) in text] == []


def test_the_english_report_has_no_german_words(reports: Mapping[str, Path]) -> None:
    text = " ".join(pages(reports["en"]))
    for word in ("Handlungsfeld", "Punkte", "Frage", "verd.", "Verwaltung", "Seite", "Bogen"):
        assert word not in text


def test_the_same_results_give_the_same_bytes(latest: Evaluation, report: Path, language: str, tmp_path: Path) -> None:
    again = tmp_path / "again.pdf"
    write(again, material_of_evaluation(latest), "short", language)
    assert again.read_bytes() == report.read_bytes()
