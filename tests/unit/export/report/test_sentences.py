"""The results in sentences, in German, word for word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kommune_desktop.core.results import RoundResults, Trend, compare, compute_results, find
from kommune_desktop.core.tally import CellTally
from kommune_desktop.export.context import ReportContext
from kommune_desktop.export.report import sentences
from kommune_desktop.texts import texts
from tests.builders import area, cell, individual, joint, question, questionnaire, round_of, tally, text

CONTENT = questionnaire(
    area("ms", question("leitbild"), title=text("Steuerung")),
    area("ft", question("sprache"), title=text("Teilhabe")),
)
OFFICE, COUNCIL = joint("office", text("Verwaltung")), individual("council", text("Rat"))


def results_of(cells: Mapping[tuple[str, str], CellTally], title: str = "Runde 2026") -> RoundResults:
    return compute_results(round_of(CONTENT, OFFICE, COUNCIL, title=title), tally(cells))


def context_of(results: RoundResults, trend: Trend | None = None) -> ReportContext:
    return ReportContext("Lindenau", results, trend, find(results, trend), texts("de"), date(2026, 11, 24))


BEFORE = results_of({("leitbild", "office"): cell(4), ("sprache", "office"): cell(0)}, "Runde 2023")
# Steuerung (100 + 50) / 2 = 75 with six of seven sheets, Teilhabe 25 of the office alone; together 50.
NOW = results_of(
    {
        ("leitbild", "office"): cell(4),
        ("leitbild", "council"): cell(2, 2, 2, 2, 2, dont_know=1),
        ("sprache", "office"): cell(1),
        ("sprache", "council"): cell(4, 4, dont_know=4),
    }
)


def test_the_whole_is_said_with_who_answered() -> None:
    # Seven of eight possible answers are published: 6 of 7 and 1 of 1.
    assert sentences.overall(context_of(NOW)) == (
        "7 Bögen aus 2 Gruppen liegen vor; 88\u00a0% der Fragen, die sich beantworten ließen, sind beantwortet. "
        "Lindenau erreicht insgesamt 50 von 100 Punkten und ist damit „auf gutem Weg“."
    )


def test_the_whole_is_said_with_its_change() -> None:
    # (100 + 0) / 2 = 50 before, 50 now.
    assert sentences.overall(context_of(NOW, compare(NOW, BEFORE))).endswith(
        "Gegenüber „Runde 2023“ sind das ±0 Punkte (2 Fragen vergleichbar)."
    )


def test_without_a_score_nothing_is_claimed() -> None:
    said = sentences.overall(context_of(results_of({("leitbild", "office"): cell(dont_know=1)})))
    assert said.endswith("Für eine Punktzahl liegen noch nicht genug Antworten vor.")
    assert "1 Bogen aus 1 Gruppe" in said


def test_where_nothing_could_be_answered_the_sentence_is_still_one() -> None:
    for cells in ({}, {("leitbild", "council"): cell(1)}):
        assert "–" not in sentences.overall(context_of(results_of(cells)))


def test_the_strongest_and_the_weakest_area_are_named() -> None:
    said = sentences.extremes(context_of(NOW))
    assert "„Steuerung“ mit 75 Punkten" in said
    assert "„Teilhabe“ mit 25 Punkten" in said


def test_a_single_area_is_neither_the_strongest_nor_the_weakest() -> None:
    assert sentences.extremes(context_of(results_of({("leitbild", "office"): cell(4)}))) == ""


def test_an_area_is_said_with_points_band_coverage_and_change() -> None:
    context = context_of(NOW, compare(NOW, BEFORE))
    said = sentences.area(context, NOW.areas[0])
    # 6 of 7; the area had 100 points.
    assert said.startswith("75 Punkte, „fest verankert“; 86\u00a0% beantwortet.")
    assert "„Runde 2023“: \u221225 Punkte (1 Frage vergleichbar)" in said


def test_an_area_without_a_score_says_so() -> None:
    results = results_of({})
    assert sentences.area(context_of(results), results.areas[0]) == texts("de")("report.no_score")


def test_hidden_groups_are_named_with_number_and_reason() -> None:
    assert sentences.hidden(context_of(NOW)) == [
        "Rat: bei 1 Frage verdeckt, weil dort weniger als 5 Antworten vorliegen."
    ]
    few = results_of({("leitbild", "council"): cell(1), ("sprache", "council"): cell(1)})
    assert sentences.hidden(context_of(few)) == ["Rat: bei 2 Fragen verdeckt, weil weniger als 5 Bögen vorliegen."]


def test_where_nothing_is_hidden_nothing_is_said_of_it() -> None:
    assert sentences.hidden(context_of(BEFORE)) == ["Rat: bei 2 Fragen verdeckt, weil weniger als 5 Bögen vorliegen."]
    alone = compute_results(round_of(CONTENT, OFFICE), tally({("leitbild", "office"): cell(1)}))
    assert sentences.hidden(context_of(alone)) == []
