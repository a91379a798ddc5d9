"""Heat maps: areas or questions against groups."""

from __future__ import annotations

import pytest
from reportlab.graphics.shapes import Path, Rect

from kommune_desktop.core.results import RoundResults, compute_results
from kommune_desktop.export.charts import LIGHT, Chart, area_heat_map, question_heat_map
from tests.builders import area, cell, individual, joint, question, questionnaire, round_of, tally, text
from tests.unit.export.charts.drawings import edges, filled, shapes, words_in
from tests.unit.export.charts.rounds import look
from tests.unit.export.charts.rounds import results as many

OFFICE, COUNCIL, FEW = joint("office"), individual("council"), individual("few")


def results() -> RoundResults:
    """Office: 0 and 100; council: 50 and, in an area that it is not asked, nothing; few: hidden."""
    content = questionnaire(area("a", question("one")), area("b", question("two", audience=("office", "few"))))
    cells = {
        ("one", "office"): cell(0),
        ("one", "council"): cell(*[2] * 5),
        ("one", "few"): cell(1, 1),
        ("two", "office"): cell(4),
        ("two", "few"): cell(1, 1, dont_know=4),
    }
    return compute_results(round_of(content, OFFICE, COUNCIL, FEW), tally(cells, {"office": 1, "council": 5, "few": 6}))


def box_of(chart: Chart, key: str, group_id: str) -> tuple[float, float, float, float]:
    (spot,) = [spot for spot in chart.spots if (spot.key, spot.group_id) == (key, group_id)]
    height = chart.drawing.height
    return spot.box.x, height - spot.box.bottom, spot.box.right, height - spot.box.top


def fills_in(chart: Chart, key: str, group_id: str) -> list[Rect]:
    left, lower, right, upper = box_of(chart, key, group_id)
    return [
        shape
        for shape in shapes(chart, Rect)
        if left <= edges(shape)[0]
        and edges(shape)[2] <= right
        and lower <= edges(shape)[1]
        and edges(shape)[3] <= upper
    ]


def test_every_cell_has_its_score_and_the_shade_of_its_class() -> None:
    chart = area_heat_map(results(), look())
    for key, group_id, color in (("a", "office", 0), ("a", "council", 2), ("b", "office", 4)):
        assert [s for s in fills_in(chart, key, group_id) if s in filled(chart, LIGHT.steps[color])], (key, group_id)
    assert {"0", "50", "100"} <= set(words_in(chart))


def test_the_shade_goes_by_the_points_that_are_printed() -> None:
    # 39.6 points are printed as 40, and 40 belongs to the third class: else the number would contradict its shade.
    content = questionnaire(area("a", *(question(f"q{n}") for n in range(12))))
    values = [2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 0]  # 19 of 48: 39.58 points
    cells = {(f"q{n}", "office"): cell(value) for n, value in enumerate(values)}
    chart = area_heat_map(compute_results(round_of(content, OFFICE), tally(cells)), look())
    assert words_in(chart).count("40") == 2
    assert [s for s in fills_in(chart, "a", "office") if s in filled(chart, LIGHT.steps[2])]


def test_hidden_cells_are_hatched_and_say_so() -> None:
    chart = area_heat_map(results(), look())
    assert words_in(chart).count("verdeckt") == 2
    assert len(shapes(chart, Path)) == 2
    told = {spot.text for spot in chart.spots if spot.group_id == "few"}
    assert told == {
        "Feld a, Gruppe few: verdeckt: weniger als 5 Antworten",
        "Feld b, Gruppe few: verdeckt: weniger als 5 Antworten",
    }
    assert "Gruppe few – verdeckt: weniger als 5 Antworten." in words_in(chart)


def test_a_group_that_is_not_asked_is_not_hidden() -> None:
    chart = area_heat_map(results(), look())
    assert chart.table.rows[1] == ("Feld b", "100", "100", "–", "verdeckt")
    assert chart.table.columns == ("Handlungsfeld", "Gesamt", "Amt office", "Gruppe council", "Gruppe few")
    questions = question_heat_map(results().round, results().questions, look())
    (spot,) = [spot for spot in questions.spots if (spot.key, spot.group_id) == ("two", "council")]
    assert spot.text == "2 Frage two, Gruppe council: wird nicht gefragt"


def test_questions_are_rows_with_their_number_and_those_without_a_scale_are_left_out() -> None:
    whole = many(2)
    chart = question_heat_map(whole.round, whole.questions, look())
    assert len(whole.questions) == 9
    assert [row[0] for row in chart.table.rows][:2] == ["1 Feld Frage 0", "4 Feld Frage 1"]
    assert len(chart.table.rows) == 7


def test_the_alternative_text_names_the_highest_the_lowest_and_the_hidden_cells() -> None:
    said = area_heat_map(results(), look()).alternative_text
    assert "Am höchsten: Feld b, Amt office, 100." in said
    assert "Am niedrigsten: Feld a, Amt office, 0." in said
    assert "2 Felder sind verdeckt." in said


@pytest.mark.parametrize("width", [230, 493, 900])
def test_many_groups_stand_in_blocks_and_none_is_lost(width: float) -> None:
    chart = area_heat_map(many(39, areas=2), look(width))
    assert len(chart.spots) == 2 * 41
    assert len({spot.box for spot in chart.spots}) == 2 * 41
    assert {spot.group_id for spot in chart.spots} == {"", "office", *(f"g{n}" for n in range(39))}
    assert max(spot.box.right for spot in chart.spots) <= chart.drawing.width


def test_every_hidden_group_is_named_however_many_there_are() -> None:
    groups = [individual(f"g{n}", text(f"Gruppe mit einem langen Namen {n}")) for n in range(40)]
    round_ = round_of(question(), OFFICE, *groups)
    cells = {("q", group.id): cell(1) for group in groups} | {("q", "office"): cell(1)}
    chart = area_heat_map(compute_results(round_, tally(cells)), look())
    notes = " ".join(words_in(chart))
    assert all(f"Namen {n}" in notes.replace("- ", "") for n in range(40))
    assert "langen Namen 38 und Gruppe mit einem langen Namen 39 – verdeckt: weniger als 5 Bögen." in notes


def test_without_questions_it_says_so() -> None:
    chart = question_heat_map(results().round, (), look())
    assert words_in(chart) == ["Es gibt keine Fragen mit Punkten."]
