"""The formulas, against published values and by their properties."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kommune_desktop.core.scoring import agreement, mean_score, weighted_mean

DISTRIBUTIONS = st.lists(st.integers(0, 60), min_size=3, max_size=9)
ANSWERED = DISTRIBUTIONS.filter(any)
PROPERTY = settings(deadline=None)


@pytest.mark.parametrize(
    ("distribution", "score"),
    [
        ((0, 0, 0, 0, 1), 100),
        ((1, 0, 0, 0, 0), 0),
        ((0, 0, 1, 0, 0), 50),
        # One 0, two 25, one 75: 125 / 4.
        ((1, 2, 0, 1, 0), Fraction(125, 4)),
        # A scale of three steps, 0 50 100 100: 250 / 4.
        ((1, 1, 2), Fraction(125, 2)),
        # A scale of two steps, 0 0 100.
        ((2, 1), Fraction(100, 3)),
    ],
)
def test_the_score_is_the_mean_of_the_choices_as_hundredths(distribution: tuple[int, ...], score: Fraction) -> None:
    assert mean_score(distribution) == score


@pytest.mark.parametrize("distribution", [(), (0, 0, 0), (5,)])
def test_there_is_no_score_without_answers_or_without_a_scale(distribution: tuple[int, ...]) -> None:
    assert mean_score(distribution) is None


@PROPERTY
@given(ANSWERED)
def test_a_score_lies_between_0_and_100(distribution: list[int]) -> None:
    score = mean_score(distribution)
    assert score is not None
    assert 0 <= score <= 100


@PROPERTY
@given(ANSWERED)
def test_the_score_agrees_with_the_mean_of_the_single_answers(distribution: list[int]) -> None:
    highest = len(distribution) - 1
    single = [Fraction(100 * v, highest) for v, count in enumerate(distribution) for _ in range(count)]
    assert mean_score(distribution) == sum(single) / len(single)


@PROPERTY
@given(ANSWERED)
def test_a_scale_turned_around_turns_the_score_around(distribution: list[int]) -> None:
    score, turned = mean_score(distribution), mean_score(distribution[::-1])
    assert score is not None
    assert turned == 100 - score


def test_a_weighted_mean_leaves_out_what_has_no_value() -> None:
    # (10·1 + 40·2) / (1 + 2), not divided by 1 + 2 + 5
    parts = [(Fraction(10), Fraction(1)), (None, Fraction(5)), (Fraction(40), Fraction(2))]
    assert weighted_mean(parts) == 30


@pytest.mark.parametrize("parts", [[], [(None, Fraction(1))], [(Fraction(10), Fraction(0))]])
def test_a_weighted_mean_of_nothing_is_none(parts: list[tuple[Fraction | None, Fraction]]) -> None:
    assert weighted_mean(parts) is None


@pytest.mark.parametrize(
    ("distribution", "expected", "decimals"),
    [
        # Published with van der Eijk's measure; the parties are placed by voters on the left-right scale.
        ((30, 40, 210, 130, 530, 50, 10), 0.6113333, 7),
        ((24, 28, 32, 62, 135, 304, 416), 0.61, 2),
        ((16, 26, 82, 210, 293, 270, 103), 0.48, 2),
        ((6, 8, 5, 3, 2), 0.31, 2),
        ((6, 8, 5, 3, 2, 0, 2), 0.39, 2),
    ],
    ids=["example", "PvdA", "D66", "five", "seven"],
)
def test_agreement_has_the_published_values(distribution: tuple[int, ...], expected: float, decimals: int) -> None:
    found = agreement(distribution)
    assert found is not None
    assert round(float(found), decimals) == expected


@pytest.mark.parametrize("distribution", [(7, 0, 0, 0, 0), (0, 0, 7, 0, 0), (0, 0, 0, 1), (0, 9, 0)])
def test_agreement_is_1_when_all_choose_the_same(distribution: tuple[int, ...]) -> None:
    assert agreement(distribution) == 1


@pytest.mark.parametrize("choices", range(3, 10))
def test_agreement_is_0_when_all_choices_are_as_frequent(choices: int) -> None:
    assert agreement([4] * choices) == 0


@pytest.mark.parametrize("choices", range(3, 10))
def test_agreement_is_minus_1_when_half_stands_at_each_end(choices: int) -> None:
    assert agreement([8, *[0] * (choices - 2), 8]) == -1


@pytest.mark.parametrize("distribution", [(0, 0, 0, 0, 0), (3, 4), (3,), ()])
def test_agreement_is_not_defined_without_answers_or_with_fewer_than_three_choices(
    distribution: tuple[int, ...],
) -> None:
    assert agreement(distribution) is None


def test_two_neighbouring_choices_agree_more_than_two_distant_ones() -> None:
    near, far = agreement((5, 5, 0, 0, 0)), agreement((5, 0, 0, 5, 0))
    assert near is not None
    assert far is not None
    # One layer of two filled out of five choices. Near: U = 1, A = 1 − 1/4. Far: below 0.
    assert near == Fraction(3, 4)
    assert far < 0


@PROPERTY
@given(ANSWERED)
def test_agreement_lies_between_minus_1_and_1(distribution: list[int]) -> None:
    found = agreement(distribution)
    assert found is not None
    assert -1 <= found <= 1


@PROPERTY
@given(ANSWERED)
def test_agreement_does_not_depend_on_the_direction_of_the_scale(distribution: list[int]) -> None:
    assert agreement(distribution) == agreement(distribution[::-1])


@PROPERTY
@given(ANSWERED, st.integers(2, 7))
def test_agreement_does_not_depend_on_the_number_of_sheets(distribution: list[int], factor: int) -> None:
    assert agreement(distribution) == agreement([count * factor for count in distribution])
