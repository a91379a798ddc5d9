"""Scores over the rounds."""

from __future__ import annotations

import pytest
from reportlab.graphics.shapes import Line, PolyLine

from kommune_desktop.core.results import History, RoundResults, compute_results, look_back
from kommune_desktop.core.tally import CellTally
from kommune_desktop.export.charts import LIGHT, area_history, question_history
from tests.builders import area, cell, individual, joint, question, questionnaire, round_of, tally
from tests.unit.export.charts.drawings import same, shapes, words_in
from tests.unit.export.charts.rounds import look

OFFICE, COUNCIL = joint("office"), individual("council")


def round_results(title: str, office: dict[str, int], council: dict[str, CellTally] | None = None) -> RoundResults:
    """A round that asks what the office answered, each question in an area of its own."""
    content = questionnaire(*(area(f"area_{name}", question(name)) for name in office))
    cells = {(name, "office"): cell(value) for name, value in office.items()}
    cells |= {(name, "council"): found for name, found in (council or {}).items()}
    return compute_results(round_of(content, OFFICE, COUNCIL, title=title), tally(cells))


def three() -> History:
    """``a`` is asked always, ``b`` not in the middle; the council is hidden in the first round."""
    return look_back(
        [
            round_results("2021", {"a": 1, "b": 2}, {"a": cell(1, 1)}),
            round_results("2023", {"a": 2}, {"a": cell(*[1] * 5)}),
            round_results("2026", {"a": 4, "b": 3}, {"a": cell(*[3] * 5)}),
        ]
    )


def test_lines_go_through_the_scores_of_the_rounds() -> None:
    chart = question_history(three(), "a", look())
    grid = sorted({s.y1 for s in shapes(chart, Line) if same(s.strokeColor, LIGHT.grid)})
    zero, hundred = grid[0], grid[-1]
    by_color = {str(line.strokeColor): line for line in shapes(chart, PolyLine)}
    assert len(by_color) == 3
    (office,) = [line for line in by_color.values() if same(line.strokeColor, LIGHT.lines[0])]
    heights = [(y - zero) / (hundred - zero) for y in office.points[1::2]]
    assert heights == pytest.approx([0.25, 0.5, 1])
    xs = office.points[::2]
    assert xs[1] - xs[0] == pytest.approx(xs[2] - xs[1])


def test_a_round_that_is_hidden_or_not_comparable_is_a_gap_with_a_note() -> None:
    chart = question_history(three(), "a", look())
    (council,) = [line for line in shapes(chart, PolyLine) if same(line.strokeColor, LIGHT.lines[1])]
    assert len(council.points) == 4  # two rounds
    assert "In einzelnen Runden verdeckt: Gruppe council." in words_in(chart)
    areas = area_history(three(), look())
    assert len(shapes(areas, PolyLine)) == 1  # area b has two points that are not joined
    assert "Lücken stehen für Runden ohne Punkte oder ohne vergleichbare Fragen: Feld area_b." in words_in(areas)
    assert "Lücken stehen" in areas.alternative_text


def test_every_line_ends_with_its_name_and_its_last_score() -> None:
    words = words_in(question_history(three(), "a", look()))
    assert {"Amt office 100", "Gruppe council 75", "2021", "2023", "2026"} <= set(words)


def test_a_line_that_ends_early_names_its_last_round() -> None:
    earlier = round_results("2021", {"a": 1}, {"a": cell(*[1] * 5)})
    chart = question_history(look_back([earlier, round_results("2026", {"a": 2}, {"a": cell(1)})]), "a", look())
    assert "Gruppe council 25 (2021)" in words_in(chart)


def test_the_table_has_every_round() -> None:
    table = question_history(three(), "a", look()).table
    assert table.columns == ("Gruppe", "2021", "2023", "2026")
    assert table.rows[1:] == (("Amt office", "25", "50", "100"), ("Gruppe council", "verdeckt", "25", "75"))
    assert area_history(three(), look()).table.rows[1] == ("Feld area_b", "50", "–", "75")


def test_the_alternative_text_says_from_where_to_where() -> None:
    said = question_history(three(), "a", look()).alternative_text
    assert "2021 bis 2026" in said
    assert "Amt office von 25 auf 100" in said
    assert "Gruppe council von 25 auf 75" in said


def test_each_point_can_be_pointed_at_and_its_label_as_well() -> None:
    chart = question_history(three(), "a", look())
    office = [spot for spot in chart.spots if spot.key == "office"]
    assert [spot.text for spot in office] == [
        "Amt office, 2021: 25",
        "Amt office, 2023: 50",
        "Amt office, 2026: 100",
    ]
    assert [len(spot.more) for spot in office] == [0, 0, 1]


def test_one_round_alone_has_points_and_no_lines() -> None:
    chart = area_history(look_back([round_results("2026", {"a": 2})]), look())
    assert not shapes(chart, PolyLine)
    assert "Feld area_a 50" in words_in(chart)


def test_twenty_rounds_keep_the_name_of_the_last_one() -> None:
    rounds = [round_results(f"Runde {2000 + n}", {"a": n % 5}) for n in range(20)]
    chart = area_history(look_back(rounds), look(330))
    shown = [word for word in words_in(chart) if word.startswith("Runde")]
    assert shown == ["Runde 2019", "Runde 2012", "Runde 2005"]


def test_a_question_that_is_not_asked_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        question_history(three(), "unknown", look())


def test_no_scores_at_all_are_said() -> None:
    empty = compute_results(round_of(questionnaire(area("a", question())), COUNCIL), tally({}))
    chart = area_history(look_back([empty]), look())
    assert words_in(chart) == ["Handlungsfelder über die Runden: Noch gibt es keine Punkte."]
