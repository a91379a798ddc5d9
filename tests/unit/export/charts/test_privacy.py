"""No chart tells what a hidden cell holds: not its drawing, its words, its table or its tooltips."""

from __future__ import annotations

from hypothesis import given, settings

from kommune_desktop.core.results import Hidden, RoundResults
from tests.unit.core.results.drawn import PROPERTY, DrawnRound, drawn_rounds
from tests.unit.core.results.test_privacy import with_left_out_cells_changed, with_pooled_cells_dealt_anew
from tests.unit.export.charts.drawings import everything
from tests.unit.export.charts.rounds import all_charts, look

FEWER = settings(PROPERTY, max_examples=20)


def told(results: RoundResults) -> dict[str, str]:
    """All that the charts of a round tell, with the same round as the one before."""
    return {name: everything(chart) for name, chart in all_charts(results, results, look())}


@FEWER
@given(with_left_out_cells_changed())
def test_left_out_cells_can_hold_anything_without_a_trace(rounds: tuple[DrawnRound, DrawnRound]) -> None:
    first, second = rounds
    assert told(first.results()) == told(second.results())


@FEWER
@given(with_pooled_cells_dealt_anew())
def test_pooled_cells_can_hold_each_others_answers_without_a_trace(rounds: tuple[DrawnRound, DrawnRound]) -> None:
    first, second = rounds
    assert told(first.results()) == told(second.results())


@FEWER
@given(drawn_rounds(fewest_groups=2))
def test_a_hidden_group_is_its_reason_alone(drawn: DrawnRound) -> None:
    results = drawn.results()
    charts = dict(all_charts(results, None, look()))
    for result in results.questions:
        for group_id, cell in result.groups.items():
            if not isinstance(cell, Hidden) or not result.question.scale:
                continue
            name = results.round.group(group_id).title.in_language("de")
            chart = charts[f"distributions {result.question.id}"]
            (row,) = [row for row in chart.table.rows if row[0] == name]
            assert set(row[1:]) == {"verdeckt"}
            (spot,) = [spot for spot in chart.spots if spot.key == group_id]
            assert spot.text.startswith(f"{name}: verdeckt: weniger als 5")
            dots = charts[f"group_dots {result.question.id}"]
            assert (name, "verdeckt") in dots.table.rows
            assert not [spot for spot in dots.spots if spot.key == group_id]
