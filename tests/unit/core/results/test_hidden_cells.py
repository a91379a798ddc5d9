"""What becomes of hidden cells in the total of a question: worked examples by hand, k = 5."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kommune_desktop.core.answer import State
from kommune_desktop.core.results import compute_results
from kommune_desktop.core.round import Weighting
from tests.builders import cell, individual, question, results_of_one, round_of, tally

SCALE = question()


@pytest.mark.parametrize("weighting", Weighting)
def test_a_single_hidden_cell_stays_out_of_the_total(weighting: Weighting) -> None:
    # Office 100, welfare 5·50; the council's four zeros are hidden. By group (100 + 50) / 2, by sheet 350 / 6.
    cells = {"office": cell(4), "welfare": cell(*[2] * 5), "council": cell(0, 0, 0, 0, dont_know=3)}
    result = results_of_one(SCALE, cells, weighting=weighting)
    assert result.total.score == (75 if weighting is Weighting.GROUP else Fraction(350, 6))
    assert (result.total.shown, result.total.given, result.pooled_groups) == (6, 6, 0)
    assert result.total.states == {State.GIVEN: 6}


def test_a_single_hidden_cell_stays_out_however_many_dont_know_it_has() -> None:
    result = results_of_one(SCALE, {"office": cell(4), "council": cell(1, 1, 1, 1, dont_know=90)})
    assert result.total.shown == 1
    assert result.total.coverage == 1


TWO_HIDDEN = {"office": cell(4), "council": cell(0, 0, 2), "welfare": cell(1, 3, dont_know=1)}


def test_two_hidden_cells_with_enough_answers_enter_together_and_weigh_two_groups() -> None:
    # Pool: 0 0 2 1 3 → (0 + 0 + 50 + 25 + 75) / 5 = 30, for two groups that answered. (100 + 2·30) / 3 = 53 1/3.
    # Their own means would be 16 2/3 and 50; (100 + 16 2/3 + 50) / 3 = 55 5/9 would give them away.
    result = results_of_one(SCALE, TWO_HIDDEN)
    assert result.total.score == Fraction(160, 3)
    assert result.hidden_groups == ["council", "welfare"]
    assert result.pooled_groups == 2


def test_two_hidden_cells_with_enough_answers_enter_sheet_by_sheet() -> None:
    # (100 + 0 + 0 + 50 + 25 + 75) / 6 = 250 / 6
    result = results_of_one(SCALE, TWO_HIDDEN, weighting=Weighting.SHEET)
    assert result.total.score == Fraction(125, 3)


def test_pooled_cells_enter_every_count_of_the_total() -> None:
    total = results_of_one(SCALE, TWO_HIDDEN).total
    assert total.values == {0: 2, 1: 1, 2: 1, 3: 1, 4: 1}
    assert total.states == {State.GIVEN: 6, State.DONT_KNOW: 1}
    assert (total.shown, total.coverage) == (7, Fraction(6, 7))


def test_a_hidden_group_without_an_answer_does_not_add_to_the_weight() -> None:
    # Pool: 0 0 2 1 3 → 30 from two groups that answered; the citizens are hidden, but all of them don't know.
    result = results_of_one(SCALE, TWO_HIDDEN | {"citizens": cell(dont_know=9)})
    assert result.total.score == Fraction(160, 3)
    assert result.pooled_groups == 3


@pytest.mark.parametrize("weighting", Weighting)
def test_two_hidden_cells_with_too_few_answers_stay_out(weighting: Weighting) -> None:
    # Four answers between them, so the total is that of the office alone.
    cells = {"office": cell(4), "council": cell(0, 0), "welfare": cell(1, 3, dont_know=7)}
    result = results_of_one(SCALE, cells, weighting=weighting)
    assert result.total.score == 100
    assert (result.total.shown, result.pooled_groups) == (1, 0)


def test_exactly_the_minimum_of_answers_is_enough_to_pool() -> None:
    result = results_of_one(SCALE, {"council": cell(4, 4, 4, 4), "welfare": cell(0, dont_know=8)})
    # (4·100 + 0) / 5 = 80; nothing else is known.
    assert result.total.score == 80
    assert result.pooled_groups == 2


def test_where_everything_is_hidden_and_too_little_there_is_no_total() -> None:
    result = results_of_one(SCALE, {"council": cell(4, 4), "welfare": cell(0)})
    assert (result.total.score, result.total.shown, result.total.coverage) == (None, 0, None)
    assert result.gap is None


def test_the_minimum_is_that_of_the_round() -> None:
    round_ = round_of(SCALE, individual("council"), min_cell=3)
    result = compute_results(round_, tally({("q", "council"): cell(2, 2, 2)})).questions[0]
    assert result.group_score("council") == 50


def test_the_distance_is_taken_over_shown_groups_only() -> None:
    # Office 100, welfare 50; the council's zeros are hidden although they are the lowest.
    cells = {"office": cell(4), "welfare": cell(*[2] * 5), "council": cell(0, 0, 0, 0)}
    gap = results_of_one(SCALE, cells).gap
    assert gap is not None
    assert (gap.highest.id, gap.lowest.id) == ("office", "welfare")
    assert [gap.points, gap.highest_score, gap.lowest_score] == [50, 100, 50]


def test_there_is_no_distance_with_one_shown_group() -> None:
    assert results_of_one(SCALE, {"office": cell(4), "council": cell(0, 0, 0, 0)}).gap is None


def test_groups_without_a_score_do_not_make_a_distance() -> None:
    cells = {"office": cell(4), "welfare": cell(dont_know=9), "office_b": cell(blank=1)}
    assert results_of_one(SCALE, cells).gap is None


@pytest.mark.parametrize(
    ("values", "points", "perception_gap"),
    [
        # Against 50: 5·75 / 5 = 75, just 25 apart.
        ((3, 3, 3, 3, 3), Fraction(25), True),
        # (5·75 + 50) / 6 = 70 5/6.
        ((3, 3, 3, 3, 3, 2), 20 + Fraction(5, 6), False),
        # 99·75 and one 50: 74.75 − 50 = 24.75, which is displayed as 25 and is no perception gap all the same.
        ((*[3] * 99, 2), 24 + Fraction(3, 4), False),
        ((4, 4, 4, 4, 4), Fraction(50), True),
        ((2, 2, 2, 2, 2), Fraction(0), False),
    ],
    ids=["25", "below", "rounds to 25", "above", "none"],
)
def test_a_distance_is_a_perception_gap_from_exactly_25_points_on(
    values: tuple[int, ...], points: Fraction, perception_gap: bool
) -> None:
    gap = results_of_one(SCALE, {"office": cell(2), "council": cell(*values)}).gap
    assert gap is not None
    assert (gap.points, gap.is_perception_gap) == (points, perception_gap)
