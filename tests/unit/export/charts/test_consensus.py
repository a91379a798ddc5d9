"""What the workshop agreed on in charts: beside the survey's score, never in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reportlab.graphics.shapes import Circle, Line

from kommune_desktop.core.consensus import Consensus, ConsensusState
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import RoundResults, compute_results
from kommune_desktop.export.charts import LIGHT, Chart, group_dots, question_rows
from tests.builders import area, cell, individual, joint, question, questionnaire, round_of, tally
from tests.unit.export.charts.drawings import edges, everything, leaving, overlapping, same, shapes, words_in
from tests.unit.export.charts.rounds import all_charts, look, results

REACHED = Consensus(ConsensusState.REACHED, 3)
IN_WORDS = Consensus(ConsensusState.REACHED)
NOT_REACHED = Consensus(ConsensusState.NOT_REACHED)
ENDS = pytest.mark.parametrize(
    ("consensus", "short", "sentence"),
    [
        (REACHED, "75", "Einigung im Workshop: Stufe 3 (75 Punkte)."),
        (IN_WORDS, "ja", "Im Workshop gab es eine Einigung."),
        (NOT_REACHED, "keine", "Im Workshop gab es keine Einigung."),
    ],
)


def made(consensus: Consensus, others: int = 1, *, answered: bool = True) -> RoundResults:
    """The office chose 4 and each other group 0; beside the question that was talked about, there is one in words."""
    groups = [individual(f"g{number}") for number in range(others)]
    content = questionnaire(area("a", question("q"), question("t", Kind.TEXT)))
    cells = {("q", group.id): cell(*[0] * 5) for group in groups} | {("q", "office"): cell(4)}
    round_ = round_of(content, joint("office"), *groups)
    return compute_results(round_, tally(cells if answered else {}), {"q": consensus})


def dots(results: RoundResults, width: float = 493) -> Chart:
    return group_dots(results.round, results.questions[0], look(width))


def rows(results: RoundResults, width: float = 700, language: str = "de") -> Chart:
    return question_rows(results.round, results.areas[0], None, look(width, language=language))


def rings(chart: Chart) -> list[float]:
    """Where the middle of each ring is."""
    found = [shape for shape in shapes(chart, Circle) if shape.fillColor is None and same(shape.strokeColor, LIGHT.ink)]
    return [(edges(shape)[0] + edges(shape)[2]) / 2 for shape in found]


def ends(chart: Chart) -> tuple[float, float]:
    """Where 0 and 100 points are."""
    grid = [line for line in shapes(chart, Line) if same(line.strokeColor, LIGHT.grid) and line.x1 == line.x2]
    return grid[0].x1, grid[-1].x1


@pytest.mark.parametrize(("others", "count"), [(1, 2), (8, 1)])
@pytest.mark.parametrize("value", range(5))
def test_a_ring_stands_where_the_agreed_answer_has_its_points(value: int, others: int, count: int) -> None:
    chart = dots(made(Consensus(ConsensusState.REACHED, value), others))
    zero, hundred = ends(chart)
    # On the line and, where all groups share one, beside the name.
    assert rings(chart) == pytest.approx([zero + value / 4 * (hundred - zero)] * count)


def test_consensus_and_score_are_both_named() -> None:
    chart = dots(made(REACHED))
    # Office 100, others 0.
    assert {"Einigung 75", "Gesamt 50", "Amt office 100", "Gruppe g0 0"} <= set(words_in(chart))
    assert [spot.text for spot in chart.spots if spot.key == "q"] == ["Gesamt: 50", "Einigung: 75"]


@ENDS
def test_dots_say_it_in_alternative_text_and_table_and_change_no_figure(
    consensus: Consensus, short: str, sentence: str
) -> None:
    chart, without = dots(made(consensus)), dots(made(Consensus()))
    assert chart.alternative_text == f"{without.alternative_text} {sentence}"
    assert chart.table.rows[1] == ("Einigung", short)
    assert tuple(row for row in chart.table.rows if row[0] != "Einigung") == without.table.rows
    assert without.table.rows[0] == ("Gesamt", "50")


@ENDS
def test_rows_say_it_in_alternative_text_and_table_and_change_no_figure(
    consensus: Consensus, short: str, sentence: str
) -> None:
    chart, without = rows(made(consensus)), rows(made(Consensus()))
    assert chart.alternative_text == f"{without.alternative_text} Einigung im Workshop: Frage q {short}."
    assert chart.table.columns == (*without.table.columns, "Einigung")
    assert chart.table.rows == ((*without.table.rows[0], short), (*without.table.rows[1], "–"))
    assert f"Einigung {short}" in chart.spots[0].text
    assert "Einigung" not in chart.spots[1].text


def test_rows_have_a_ring_and_a_word_on_what_it_means() -> None:
    chart = rows(made(REACHED))
    assert len(rings(chart)) == 1
    assert any("Kreis auf der Linie: Einigung im Workshop." in words for words in words_in(chart))


@pytest.mark.parametrize("consensus", [IN_WORDS, NOT_REACHED, Consensus()])
def test_without_points_there_is_no_ring_and_no_word_on_it(consensus: Consensus) -> None:
    for chart in (rows(made(consensus)), dots(made(consensus)), dots(made(consensus, 8))):
        assert rings(chart) == []
        assert not any("Kreis auf der Linie" in words for words in words_in(chart))


def test_where_nothing_was_settled_charts_are_as_without_a_workshop() -> None:
    settled, plain = made(Consensus()), made(Consensus(reason="Noch offen."))
    assert everything(dots(settled)) == everything(dots(plain))
    assert everything(rows(settled)) == everything(rows(plain))
    assert "Einigung" not in everything(rows(settled))


@pytest.mark.parametrize("others", [0, 1, 8])
def test_a_question_without_answers_may_have_a_consensus(others: int) -> None:
    empty = made(REACHED, others, answered=False)
    chart = dots(empty)
    assert len(rings(chart)) == (1 if others == 8 else 2)
    assert chart.table.rows[:2] == (("Gesamt", "–"), ("Einigung", "75"))
    assert chart.alternative_text.startswith("Punkte der Gruppen zu „Frage q“; insgesamt noch keine.")
    assert len(rings(rows(empty))) == 1


@pytest.mark.parametrize("width", [230, 330, 493, 700])
@pytest.mark.parametrize("groups", [0, 2, 5, 39])
@pytest.mark.parametrize("value", range(5))
def test_words_neither_overlap_nor_leave(width: float, groups: int, value: int) -> None:
    for one in (results(groups, areas=1), results(groups, areas=1, long=True)):
        first = one.areas[0]
        agreed = tuple(
            replace(result, consensus=Consensus(ConsensusState.REACHED, value)) if result.question.scale else result
            for result in first.questions
        )
        now = replace(one, areas=(replace(first, questions=agreed),))
        for chart in (dots(now, width), rows(now, width), rows(now, width, "en")):
            assert overlapping(chart) == []
            assert leaving(chart) == []


def test_no_other_chart_is_made_from_it() -> None:
    now, before = made(REACHED), made(Consensus())
    for (name, with_), (_, without) in zip(
        all_charts(now, now, look()), all_charts(before, before, look()), strict=True
    ):
        if not name.startswith(("group_dots", "question_rows")):
            assert everything(with_) == everything(without), name
