"""The figures of a single question: worked examples by hand, k = 5."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kommune_desktop.core.answer import State, Value
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import Hidden, HiddenReason
from kommune_desktop.core.round import Weighting
from kommune_desktop.core.tally import CellTally
from tests.builders import cell, question, results_of_one, shown

SCALE = question()


def test_one_group_by_hand() -> None:
    # Values 0 1 3 4 4 on 0..4: (0 + 25 + 75 + 100 + 100) / 5 = 60. Seven sheets, one "don't know", one blank: 5 of 7.
    result = results_of_one(SCALE, {"council": cell(0, 1, 3, 4, 4, dont_know=1, blank=1)})
    assert result.total.score == 60
    assert result.total.values == {0: 1, 1: 1, 2: 0, 3: 1, 4: 2}
    assert result.total.coverage == Fraction(5, 7)
    assert shown(result, "council").score == 60
    assert result.gap is None


THREE_GROUPS = {
    "office": cell(4),
    "council": cell(1, 1, 2, 2, 2, 2),
    "welfare": cell(*[0] * 6, *[1] * 3, 4),
}


def test_three_groups_of_different_size_where_each_group_counts_the_same() -> None:
    # Office 100. Council (25 + 25 + 4·50) / 6 = 41 2/3. Welfare (6·0 + 3·25 + 100) / 10 = 17.5.
    # Total (100 + 41 2/3 + 17 1/2) / 3 = 159 1/6 / 3 = 53 1/18.
    result = results_of_one(SCALE, THREE_GROUPS)
    scores = [shown(result, group).score for group in THREE_GROUPS]
    assert scores == [100, 41 + Fraction(2, 3), Fraction(35, 2)]
    assert result.total.score == 53 + Fraction(1, 18)


def test_three_groups_of_different_size_where_each_sheet_counts_the_same() -> None:
    # Sum of s: 100 + (2·25 + 4·50) + (3·25 + 100) = 525 over 1 + 6 + 10 = 17 sheets.
    result = results_of_one(SCALE, THREE_GROUPS, weighting=Weighting.SHEET)
    assert result.total.score == Fraction(525, 17)


def test_the_weighting_changes_the_score_and_no_count() -> None:
    by_group = results_of_one(SCALE, THREE_GROUPS).total
    by_sheet = results_of_one(SCALE, THREE_GROUPS, weighting=Weighting.SHEET).total
    assert by_group.values == by_sheet.values == {0: 6, 1: 5, 2: 4, 3: 0, 4: 2}
    assert (by_group.agreement, by_group.coverage) == (by_sheet.agreement, by_sheet.coverage)


def test_a_group_where_nobody_gave_an_answer_weighs_nothing() -> None:
    # Only the council counts: 50, not (50 + 0) / 2.
    result = results_of_one(SCALE, {"office": cell(dont_know=1), "council": cell(*[2] * 5)})
    assert result.total.score == 50
    assert shown(result, "office").score is None


def test_a_group_that_is_not_asked_has_no_cell() -> None:
    result = results_of_one(question(audience=("office",)), {"office": cell(3), "council": cell(*[0] * 9)})
    assert set(result.groups) == {"office"}
    assert result.total.score == 75
    assert result.total.shown == 1


def test_where_nobody_knows_there_is_no_figure_but_a_coverage_of_nothing() -> None:
    result = results_of_one(SCALE, {"office": cell(dont_know=1), "office_b": cell(dont_know=1)})
    total = result.total
    assert (total.score, total.agreement, result.gap) == (None, None, None)
    assert total.given == 0
    assert total.coverage == 0
    assert total.states == {State.DONT_KNOW: 2}


def test_a_question_that_does_not_apply_is_taken_out_of_the_coverage() -> None:
    # Ten sheets, two say "not applicable", six give an answer, one is blank, one has no row: 6 / (10 − 2).
    counts = cell(1, 1, 1, 1, 1, 1, not_applicable=2, blank=1, no_row=1)
    total = results_of_one(SCALE, {"council": counts}).total
    assert (total.shown, total.applicable, total.given) == (10, 8, 6)
    assert total.coverage == Fraction(3, 4)


def test_where_a_question_applies_to_nobody_there_is_no_coverage() -> None:
    assert results_of_one(SCALE, {"office": cell(not_applicable=1)}).total.coverage is None


@pytest.mark.parametrize("state", ["dont_know", "not_applicable", "blank", "illegible", "double_marked"])
def test_no_other_state_enters_the_mean(state: str) -> None:
    result = results_of_one(SCALE, {"council": cell(4, 4, 4, 4, 4, **{state: 5})})
    assert result.total.score == 100


def test_agreement_is_taken_over_all_published_answers() -> None:
    # Five at one end, five at the other: each group agrees wholly, together they could not be further apart.
    result = results_of_one(SCALE, {"council": cell(*[0] * 5), "welfare": cell(*[4] * 5)})
    assert shown(result, "council").agreement == 1
    assert shown(result, "welfare").agreement == 1
    assert result.total.agreement == -1


@pytest.mark.parametrize(
    ("kind", "values", "counted"),
    [
        (Kind.SINGLE, (0, 2, 2, 1, 2), {0: 1, 1: 1, 2: 3}),
        (Kind.MULTI, (frozenset({0, 1}), *[frozenset({1})] * 3, frozenset({0, 1, 2})), {0: 2, 1: 5, 2: 1}),
        (Kind.TEXT, ("eins", "zwei", "drei", "vier", "fünf"), {}),
        (Kind.NUMBER, (Decimal(1),) * 5, {}),
    ],
)
def test_a_question_without_a_scale_is_counted_but_has_no_points(
    kind: Kind, values: tuple[Value, ...], counted: dict[int, int]
) -> None:
    result = results_of_one(question(kind=kind, steps=3), {"council": cell(*values), "office": cell(values[0])})
    figures = shown(result, "council")
    assert (figures.given, figures.values) == (5, counted)
    assert (figures.score, figures.agreement, result.total.score, result.gap) == (None, None, None, None)


def test_the_mean_of_numbers_is_exact() -> None:
    # (0.1 + 0.2 + 0.2 + 1 + 10) / 5 = 11.5 / 5 = 2.3
    values = tuple(Decimal(text) for text in ("0.1", "0.2", "0.2", "1", "10"))
    total = results_of_one(question(kind=Kind.NUMBER), {"council": cell(*values)}).total
    assert total.mean_number == Fraction(23, 10)


def test_a_group_without_a_cell_in_the_counts_has_none_given() -> None:
    result = results_of_one(SCALE, {"office": CellTally()})
    assert (shown(result, "office").shown, result.total.score, result.total.coverage) == (0, None, None)


def test_a_cell_of_persons_below_the_minimum_of_sheets_is_hidden() -> None:
    result = results_of_one(SCALE, {"office": cell(1), "council": cell(3, 3, 3, 3)})
    assert result.groups["council"] == Hidden(HiddenReason.FEW_SHEETS)
    assert result.hidden_groups == ["council"]
    assert result.group_score("council") is None


def test_a_cell_of_persons_below_the_minimum_of_answers_is_hidden() -> None:
    result = results_of_one(SCALE, {"council": cell(3, 3, 3, 3, dont_know=8)})
    assert result.groups["council"] == Hidden(HiddenReason.FEW_ANSWERS)


def test_a_cell_of_persons_at_the_minimum_is_shown() -> None:
    assert results_of_one(SCALE, {"council": cell(3, 3, 3, 3, 3)}).group_score("council") == 75


def test_an_office_has_no_minimum() -> None:
    assert results_of_one(SCALE, {"office": cell(3)}).group_score("office") == 75
