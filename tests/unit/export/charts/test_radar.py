"""The radar of the areas."""

from __future__ import annotations

from fractions import Fraction
from math import hypot

import pytest
from reportlab.graphics.shapes import Circle, Line, Polygon

from kommune_desktop.export.charts import LIGHT, profile_bars, profile_radar
from tests.unit.export.charts.drawings import everything, filled, same, shapes, words_in
from tests.unit.export.charts.rounds import look
from tests.unit.export.charts.test_profile import Score, results_of, trend_of

SEVEN: dict[str, Score] = {f"Feld {n}": Fraction(100 * n, 6) for n in range(7)}


def test_scores_stand_on_their_axes_as_far_out_as_they_are_high() -> None:
    chart = profile_radar(results_of(SEVEN), None, look())
    rings = [shape for shape in shapes(chart, Polygon) if same(shape.strokeColor, LIGHT.quiet)]
    (outer,) = rings
    middle = sum(outer.points[::2]) / 7, sum(outer.points[1::2]) / 7
    radius = outer.points[1] - middle[1]
    marks = [(mark.cx - middle[0], mark.cy - middle[1]) for mark in filled(chart, LIGHT.primary, Circle)]
    assert [hypot(x, y) / radius for x, y in marks] == pytest.approx([n / 6 for n in range(7)], abs=1e-6)
    assert marks[1][0] > 0  # clockwise
    assert marks[6][0] < 0


def test_the_first_area_points_upwards_and_every_label_has_its_points() -> None:
    chart = profile_radar(results_of(SEVEN), None, look())
    assert {"0", "17", "33", "50", "67", "83", "100"} <= set(words_in(chart))
    assert {f"Feld {n}" for n in range(7)} <= set(words_in(chart))
    tops = [spot.box.top for spot in chart.spots]
    assert min(tops) == tops[0]


def test_there_are_rings_for_the_borders_of_the_bands() -> None:
    chart = profile_radar(results_of(SEVEN), None, look())
    grid = [shape for shape in shapes(chart, Polygon) if same(shape.strokeColor, LIGHT.grid)]
    assert len(grid) == 3  # 25, 50 and 75; 100 is the edge
    assert {"0", "25", "50", "75", "100"} <= set(words_in(chart))


def test_the_earlier_round_is_dashed() -> None:
    now = results_of(SEVEN)
    changes = {f"a{n}": (50, 60) for n in range(7)}
    chart = profile_radar(now, trend_of(now, changes), look())
    dashed = [shape for shape in shapes(chart, Polygon) if shape.strokeDashArray]
    assert len(dashed) == 1
    assert {"Runde 2026"} <= set(words_in(chart))
    assert not [s for s in shapes(profile_radar(now, None, look()), Polygon) if s.strokeDashArray]


def test_an_area_without_points_leaves_the_line_open() -> None:
    chart = profile_radar(results_of(SEVEN | {"Feld 3": None}), None, look())
    assert len(filled(chart, LIGHT.primary, Circle)) == 6
    assert len([s for s in shapes(chart, Line) if same(s.strokeColor, LIGHT.primary)]) == 5
    assert "–" in words_in(chart)


@pytest.mark.parametrize("areas", [0, 1, 2])
def test_too_few_areas_for_a_radar_are_bars(areas: int) -> None:
    few = results_of({f"Feld {n}": 50 for n in range(areas)})
    assert everything(profile_radar(few, None, look())) == everything(profile_bars(few, None, look()))


def test_it_says_what_the_bars_say() -> None:
    now = results_of(SEVEN)
    radar, bars = profile_radar(now, None, look()), profile_bars(now, None, look())
    assert radar.table == bars.table
    assert [spot.text for spot in radar.spots] == [spot.text for spot in bars.spots]
    assert radar.alternative_text == bars.alternative_text.replace("Balkendiagramm", "Netzdiagramm")
