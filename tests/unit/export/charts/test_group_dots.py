"""The groups on one line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from reportlab.graphics.shapes import Circle, Line, Polygon, Rect

from kommune_desktop.core.results import compute_results
from kommune_desktop.export.charts import LIGHT, Chart, group_dots
from tests.builders import cell, individual, joint, question, round_of, tally
from tests.unit.export.charts.drawings import edges, filled, same, shapes, words_in
from tests.unit.export.charts.rounds import look

NAMES = ("office", "council", "welfare", "citizens", "business", "boards")


def chart_of(*values: int | None, width: float = 493) -> Chart:
    """Groups that all chose the same value, 0 to 4; ``None``: too few of them. Office first."""
    groups = [joint(NAMES[0]), *(individual(NAMES[n] if n < 6 else f"g{n}") for n in range(1, len(values)))]
    round_ = round_of(question(), *groups)
    cells = {
        ("q", group.id): cell(1, 1) if value is None else cell(*[value] * (1 if group.id == "office" else 5))
        for group, value in zip(groups, values, strict=True)
    }
    return group_dots(round_, compute_results(round_, tally(cells)).questions[0], look(width))


def middle(shape: object) -> float:
    left, _, right, _ = edges(shape)
    return (left + right) / 2


def grid(chart: Chart) -> list[float]:
    return [shape.x1 for shape in shapes(chart, Line) if same(shape.strokeColor, LIGHT.grid)]


def test_each_group_has_a_shape_and_a_colour_of_its_own() -> None:
    chart = chart_of(0, 1, 2, 3, 4, 0)
    kinds = [Circle, Rect, Polygon, Polygon, Polygon, Polygon]
    corners = []
    for color, kind in zip(LIGHT.groups, kinds, strict=True):
        found = filled(chart, color, kind)
        assert len(found) == 2, color  # on the line and beside the name
        assert all(same(shape.strokeColor, LIGHT.ink) for shape in found)
        corners.append(len(found[0].points) // 2 if kind is Polygon else 0)
    assert corners == [0, 0, 3, 4, 12, 10]


def test_marks_stand_where_their_scores_are() -> None:
    chart = chart_of(0, 1, 2, 3, 4)
    zero, *_, hundred = grid(chart)
    for color, share in zip(LIGHT.groups, (0, 0.25, 0.5, 0.75, 1), strict=False):
        kind = {0: Circle, 1: Rect}.get(LIGHT.groups.index(color), Polygon)
        for shape in filled(chart, color, kind):
            assert middle(shape) == pytest.approx(zero + share * (hundred - zero), abs=0.6)


def test_the_total_is_a_tick_and_the_gap_a_line_between_lowest_and_highest() -> None:
    chart = chart_of(0, 2, 4)
    zero, *_, hundred = grid(chart)
    ink = [line for line in shapes(chart, Line) if same(line.strokeColor, LIGHT.ink)]
    (gap,) = [line for line in ink if line.y1 == line.y2]
    assert (gap.x1, gap.x2) == pytest.approx((zero, hundred))
    ticks = [line.x1 for line in ink if line.x1 == line.x2]
    assert ticks == pytest.approx([(zero + hundred) / 2] * 2)  # on the line and beside its name
    assert "Gesamt 50" in words_in(chart)


def test_every_group_is_named_with_its_points() -> None:
    words = words_in(chart_of(0, 1, 4))
    assert {"Amt office 0", "Gruppe council 25", "Gruppe welfare 100"} <= set(words)


def test_groups_with_the_same_score_do_not_hide_each_other() -> None:
    chart = chart_of(2, 2, 2, 2, 2, 2)
    on_the_line = [spot.more[0] for spot in chart.spots if spot.key != "q"]
    assert len(on_the_line) == 6
    tops = sorted(box.top for box in on_the_line)
    assert all(lower - upper >= 10 for upper, lower in pairwise(tops))


def test_more_groups_than_shapes_have_a_line_each() -> None:
    chart = chart_of(*[n % 5 for n in range(40)])
    assert len(chart.spots) == 41
    tops = [spot.box.top for spot in chart.spots]
    assert tops == sorted(tops)
    assert len(set(tops)) == 41


@pytest.mark.parametrize("others", [1, 8])
def test_a_hidden_group_has_its_reason_and_no_mark(others: int) -> None:
    chart = chart_of(4, None, *[3] * others)
    assert any("weniger als 5 Bögen" in words for words in words_in(chart))
    assert [spot.text for spot in chart.spots if spot.key == "council"] in (
        [],
        ["Gruppe council: verdeckt: weniger als 5 Bögen"],
    )
    assert ("Gruppe council", "verdeckt") in chart.table.rows
    assert "Verdeckt: Gruppe council." in chart.alternative_text


def test_the_alternative_text_names_the_groups_and_the_gap() -> None:
    said = chart_of(0, 1, 4).alternative_text
    # (0 + 25 + 100) / 3 = 41.7
    assert "gesamt 42: Amt office 0, Gruppe council 25 und Gruppe welfare 100." in said
    assert "Gruppe welfare und Amt office liegen am weitesten auseinander, Abstand 100." in said


def test_where_no_group_may_be_shown_the_chart_says_so() -> None:
    groups = [individual("council"), individual("welfare")]
    round_ = round_of(question(), *groups)
    cells = {("q", "council"): cell(1), ("q", "welfare"): cell(1)}
    chart = group_dots(round_, compute_results(round_, tally(cells)).questions[0], look())
    assert words_in(chart)[0] == "Noch keine Punkte."
    assert chart.table.rows == (("Gesamt", "–"), ("Gruppe council", "verdeckt"), ("Gruppe welfare", "verdeckt"))
    assert chart.alternative_text.endswith("Verdeckt: Gruppe council und Gruppe welfare.")
