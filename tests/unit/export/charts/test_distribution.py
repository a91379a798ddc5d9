"""Distributions: bars of 100 per cent whose parts are told without colour."""

from __future__ import annotations

from decimal import Decimal

import pytest
from reportlab.graphics.shapes import Circle, Line, Path, Rect

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import QuestionResult, compute_results
from kommune_desktop.core.round import Round
from kommune_desktop.export.charts import LIGHT, Chart, distribution, distributions
from kommune_desktop.export.charts.palette import Palette
from tests.builders import cell, individual, joint, question, round_of, tally
from tests.unit.export.charts.drawings import everything, filled, same, shapes, words_in
from tests.unit.export.charts.rounds import look

COUNCIL, OFFICE, FEW = individual("council"), joint("office"), individual("few")


def one() -> tuple[Round, QuestionResult]:
    """Council: 1 × 0, 2 × 2, 4 × 4, 2 don't know, 1 not applicable, 1 blank, 1 illegible. Office: 4. Few: hidden."""
    round_ = round_of(question(), OFFICE, COUNCIL, FEW)
    cells = {
        ("q", "office"): cell(4),
        ("q", "council"): cell(
            0, 2, 2, 4, 4, 4, 4, dont_know=2, not_applicable=1, blank=1, illegible=1, double_marked=1
        ),
        ("q", "few"): cell(3, 3),
    }
    return round_, compute_results(round_, tally(cells)).questions[0]


def widths(chart: Chart, palette: Palette = LIGHT) -> dict[str, float]:
    """Width of the first box with each colour of the scale; the ones of the legend come last."""
    found: dict[str, float] = {}
    for color in palette.steps:
        for shape in filled(chart, color):
            found.setdefault(color, float(shape.width))
    return found


def test_the_parts_are_as_wide_as_their_share() -> None:
    round_, result = one()
    chart = distribution(round_, result, look(), COUNCIL)
    lowest, _, middle, _, highest = LIGHT.steps
    found = widths(chart)
    # A gap of 1.5 and an outline of 1 point lie between the parts.
    widths_of = [found[color] + 2.5 for color in (lowest, middle, highest)]
    assert [width / widths_of[0] for width in widths_of] == pytest.approx([1, 2, 4], rel=0.01)


def test_choices_go_from_light_to_dark_in_the_order_of_the_scale() -> None:
    round_, result = one()
    chart = distribution(round_, result, look(), COUNCIL)
    places = [min(float(s.x) for s in filled(chart, color) if s.height > 12) for color in LIGHT.steps[::2]]
    assert places == sorted(places)


def test_each_state_has_a_pattern_of_its_own() -> None:
    round_, result = one()
    chart = distribution(round_, result, look(), COUNCIL)
    # Hatched and crossed, each in the bar and in the legend; dots; and empty boxes with an outline alone.
    assert len(shapes(chart, Path)) == 4
    assert shapes(chart, Circle)
    empty = [s for s in shapes(chart, Rect) if s.fillColor is None and same(s.strokeColor, LIGHT.quiet)]
    assert len(empty) == 8  # four states, in the bar and in the legend


def test_states_that_do_not_occur_are_not_in_the_legend() -> None:
    round_, result = one()
    words = words_in(distribution(round_, result, look(), OFFICE))
    assert "weiß nicht" not in words
    assert {f"Stufe {n}" for n in range(5)} <= set(words)
    assert "unleserlich oder doppelt" in words_in(distribution(round_, result, look(), COUNCIL))


def test_counts_stand_in_the_parts_where_there_is_room() -> None:
    round_, result = one()
    wide = words_in(distribution(round_, result, look(), COUNCIL))
    assert wide.count("4") == 1
    assert wide.count("2") == 3  # two choices, don't know, and illegible with double marks
    many = {("q", "council"): cell(*[0] * 500, 4)}
    result = compute_results(round_, tally(many)).questions[0]
    assert "1" not in words_in(distribution(round_, result, look(), COUNCIL))
    assert any("Stufe 4 1 von 501" in spot.text for spot in distribution(round_, result, look(), COUNCIL).spots)


def test_groups_stand_below_the_total_and_a_hidden_one_gives_its_reason_alone() -> None:
    round_, result = one()
    chart = distributions(round_, result, look())
    words = words_in(chart)
    assert [word for word in words if word in ("Gesamt", "Amt office", "Gruppe council", "Gruppe few")] == [
        "Gesamt",
        "Amt office",
        "Gruppe council",
        "Gruppe few",
    ]
    assert "verdeckt: weniger als 5 Bögen" in words
    hidden = [spot for spot in chart.spots if spot.key == "few"]
    assert [spot.text for spot in hidden] == ["Gruppe few: verdeckt: weniger als 5 Bögen"]
    assert set(chart.table.rows[3][1:]) == {"verdeckt"}


def test_the_table_has_every_count_the_points_and_the_agreement() -> None:
    round_, result = one()
    table = distributions(round_, result, look()).table
    assert table.columns == (
        "Gruppe",
        *(f"Stufe {n}" for n in range(5)),
        "weiß nicht",
        "trifft nicht zu",
        "leer",
        "unleserlich oder doppelt",
        "Punkte",
        "Übereinstimmung",
    )
    # (0 + 2·50 + 4·100) / 7 = 71.4 points
    assert table.rows[2][:11] == ("Gruppe council", "1", "0", "2", "0", "4", "2", "1", "1", "2", "71")


def test_the_alternative_text_has_the_counts_and_the_points_of_the_groups() -> None:
    round_, result = one()
    said = distributions(round_, result, look()).alternative_text
    # Office and council together: 1 × 0, 2 × 2, 5 × 4; the hidden group is left out.
    assert "Stufe 0 1, Stufe 1 0, Stufe 2 2, Stufe 3 0, Stufe 4 5, weiß nicht 2" in said
    assert "Amt office 100, Gruppe council 71 und Gruppe few verdeckt" in said


def test_one_hidden_group_is_its_reason() -> None:
    round_, result = one()
    chart = distribution(round_, result, look(), FEW)
    assert "verdeckt: weniger als 5 Bögen" in chart.alternative_text
    assert chart.table.rows == (("Gruppe few", *["verdeckt"] * 7),)
    assert everything(chart).count("verdeckt") >= 3


def test_a_group_that_is_not_asked_has_no_answers() -> None:
    round_, result = one()
    other = individual("other")
    assert "Noch keine Antworten." in words_in(distribution(round_, result, look(), other))


def test_a_scale_of_two_and_one_of_nine_steps_use_the_whole_range() -> None:
    for steps in (2, 9):
        round_ = round_of(question(steps=steps), OFFICE)
        result = compute_results(round_, tally({("q", "office"): cell(0)})).questions[0]
        chart = distribution(round_, result, look())
        legend = [shape for shape in shapes(chart, Rect) if shape.fillColor is not None and shape.height == 10]
        assert len({str(shape.fillColor) for shape in legend}) == steps
        assert same(legend[0].fillColor, LIGHT.steps[0])
        assert same(legend[-1].fillColor, LIGHT.steps[-1])


def test_choices_without_an_order_have_no_points() -> None:
    round_ = round_of(question(kind=Kind.SINGLE, steps=3), OFFICE, COUNCIL)
    cells = {("q", "office"): cell(1), ("q", "council"): cell(0, 0, 2, 2, 2)}
    chart = distributions(round_, compute_results(round_, tally(cells)).questions[0], look())
    assert chart.table.columns == ("Gruppe", "Stufe 0", "Stufe 1", "Stufe 2")
    assert chart.table.rows[2] == ("Gruppe council", "2", "0", "3")
    assert "Punkte" not in chart.alternative_text
    assert "–" not in words_in(chart)


def test_numbers_and_words_are_answered_or_not() -> None:
    round_ = round_of(question(kind=Kind.NUMBER), COUNCIL)
    cells = {("q", "council"): cell(*map(Decimal, range(5)), dont_know=2)}
    chart = distributions(round_, compute_results(round_, tally(cells)).questions[0], look())
    assert chart.table.rows[1] == ("Gruppe council", "5", "2")
    (bar, _) = [shape for shape in filled(chart, LIGHT.primary) if shape.height > 12]
    assert (bar.width + 2.5) / (axis_length(chart)) == pytest.approx(5 / 7, rel=0.01)


def axis_length(chart: Chart) -> float:
    grid = [line.x1 for line in shapes(chart, Line) if same(line.strokeColor, LIGHT.grid)]
    return float(max(grid) - min(grid))
