"""The questions of an area at a glance."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from reportlab.graphics.shapes import Polygon, String

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import AreaResult, RoundResults, Trend, compare, compute_results
from kommune_desktop.export.charts import LIGHT, Chart, question_rows
from tests.builders import area, cell, individual, joint, question, questionnaire, round_of, tally, text
from tests.unit.export.charts.drawings import edges, filled, leaving, overlapping, shapes, words_in
from tests.unit.export.charts.rounds import look, results

OFFICE, COUNCIL, WELFARE = joint("office", text("Amt")), individual("council", text("Rat")), individual("w", text("Ww"))
QUESTIONS = (question("p"), question("q"), question("t", Kind.TEXT))


def made(office: int, council: tuple[int, ...], welfare: tuple[int, ...] = (4, 4)) -> RoundResults:
    """Two questions on a scale, answered alike, and one in words; two sheets of the welfare are too few to show."""
    round_ = round_of(questionnaire(area("a", *QUESTIONS, title=text("Feld"))), OFFICE, COUNCIL, WELFARE)
    cells = {
        (asked, group): given
        for asked in "pq"
        for group, given in (("office", cell(office)), ("council", cell(*council)), ("w", cell(*welfare)))
    }
    return compute_results(round_, tally(cells))


def drawn(results: RoundResults, trend: Trend | None = None, width: float = 700) -> Chart:
    return question_rows(results.round, results.areas[0], trend, look(width))


def test_the_table_holds_score_groups_coverage_agreement_and_gap() -> None:
    table = drawn(made(4, (1, 1, 1, 1, 1))).table
    assert table.columns == (
        "Nr.", "Frage", "Punkte", "Amt", "Rat", "Ww", "Abdeckung", "Übereinstimmung", "Abstand",
    )  # fmt: skip
    # (100 + 25) / 2 = 62.5 rounds up; agreement is over the six answers that are shown.
    assert table.rows[0][:6] == ("1", "Frage p", "63", "100", "25", "verdeckt")
    assert table.rows[0][6] == "100\N{NO-BREAK SPACE}%"
    assert table.rows[0][8] == "75"
    assert table.rows[2][:3] == ("3", "Frage t", "–")


def test_with_an_earlier_round_the_last_column_and_an_arrow_say_what_changed() -> None:
    now, before = made(4, (1, 1, 1, 1, 1)), made(2, (1, 1, 1, 1, 1))
    trend = compare(replace(now, round=replace(now.round, id=2)), before)
    chart = drawn(now, trend)
    # Then (50 + 25) / 2 = 37.5, now 62.5.
    assert [row[-1] for row in chart.table.rows] == ["+25", "+25", "–"]
    assert words_in(chart).count("+25 (38)") == 2
    tips = [polygon for polygon in filled(chart, LIGHT.ink, Polygon) if len(polygon.points) == 6]
    assert len(tips) >= 2


@pytest.mark.parametrize(("now", "then"), [(4, 2), (2, 4)])
def test_the_arrow_points_where_the_score_went(now: int, then: int) -> None:
    later, before = made(now, (1,) * 5), made(then, (1,) * 5)
    chart = drawn(later, compare(replace(later, round=replace(later.round, id=2)), before))
    label = next(shape for shape in shapes(chart, String) if "(" in str(shape.text))
    row = edges(label)
    arrow = next(
        p
        for p in filled(chart, LIGHT.ink, Polygon)
        if len(p.points) == 6 and edges(p)[2] < row[0] and abs(edges(p)[1] - row[1]) < 8
    )
    ys = arrow.points[1::2]
    tip = next(y for y in ys if ys.count(y) == 1)
    assert (tip > min(ys)) is (now > then)


def test_no_answer_in_words_is_counted_as_a_bar() -> None:
    assert "0 Antworten" in words_in(drawn(made(4, (1,) * 5)))


def test_every_row_leads_to_its_question_and_says_all_of_it() -> None:
    chart = drawn(made(4, (1,) * 5))
    assert [spot.key for spot in chart.spots] == ["p", "q", "t"]
    assert chart.spots[0].text.startswith("1 Frage p: 63 Punkte, Abdeckung 100")
    assert "Amt 100, Rat 25, Ww verdeckt: weniger als 5 Bögen" in chart.spots[0].text


def test_the_sentence_names_the_highest_and_the_lowest_question() -> None:
    results = made(4, (1,) * 5)
    first, second, last = results.areas[0].questions
    lower = replace(second, total=replace(second.total, score=Fraction(10)))
    area = replace(results.areas[0], questions=(first, lower, last))
    told = question_rows(results.round, area, None, look()).alternative_text
    assert told.index("Frage p") < told.index("63") < told.index("Frage q") < told.index("10")


def test_an_area_without_scores_says_so() -> None:
    round_ = round_of(questionnaire(area("a", *QUESTIONS, title=text("Feld"))), OFFICE)
    empty: AreaResult = compute_results(round_, tally({})).areas[0]
    chart = question_rows(round_, empty, None, look())
    assert "Feld" in chart.alternative_text
    assert {row[2] for row in chart.table.rows} == {"–"}


@pytest.mark.parametrize("width", [300, 480, 560, 700, 1100])
@pytest.mark.parametrize("long", [False, True])
def test_words_neither_overlap_nor_leave_at_any_width(width: float, long: bool) -> None:
    now = results(5, long=long)
    before = results(5, long=long, shift=1)
    trend = compare(replace(now, round=replace(now.round, id=2)), before)
    for one in now.areas[:2]:
        chart = question_rows(now.round, one, trend, look(width))
        assert overlapping(chart) == []
        assert leaving(chart) == []
