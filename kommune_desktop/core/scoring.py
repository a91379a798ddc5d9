"""The formulas. All figures are exact fractions; rounding happens once, at display."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import lcm

MIN_AGREEMENT_CHOICES = 3


def mean_score(distribution: Sequence[int]) -> Fraction | None:
    """Mean of ``s = 100·v/m`` over the given choices.

    Args:
        distribution: How often each value 0..m of the scale was given; length m + 1.

    Returns:
        0 to 100 points, or ``None`` where nothing was given.
    """
    given = sum(distribution)
    highest = len(distribution) - 1
    if not given or not highest:
        return None
    return Fraction(100 * sum(value * count for value, count in enumerate(distribution)), highest * given)


def weighted_mean(parts: Iterable[tuple[Fraction | None, Fraction]]) -> Fraction | None:
    """Mean of (value, weight) over the parts that have a value; ``None`` where none has, or all weigh nothing."""
    pairs = [(value, weight) for value, weight in parts if value is not None]
    # Whole numbers over common denominators are as exact as a sum of fractions, and a third of the work.
    denominator = lcm(*(value.denominator * weight.denominator for value, weight in pairs))
    total = sum(
        value.numerator * weight.numerator * (denominator // (value.denominator * weight.denominator))
        for value, weight in pairs
    )
    weight_denominator = lcm(*(weight.denominator for _, weight in pairs))
    weights = sum(weight.numerator * (weight_denominator // weight.denominator) for _, weight in pairs)
    return Fraction(total * weight_denominator, denominator * weights) if weights else None


def agreement(distribution: Sequence[int]) -> Fraction | None:
    """Van der Eijk's measure of agreement A on an ordered scale.

    The distribution is taken apart into layers of equal height. A layer is a pattern of filled and empty choices; its
    agreement is ``U·(1 − (S − 1)/(K − 1))`` with K choices, S of them filled and U the unimodality of its triples.
    A is the mean over the layers, each weighing the share of answers that it holds.

    Source: C. van der Eijk, Measuring Agreement in Ordered Rating Scales, Quality & Quantity 35 (2001), 325–341.

    Args:
        distribution: How often each value 0..m was given, in the order of the scale.

    Returns:
        1 when all chose the same, 0 when all choices are equally frequent, -1 when half chose one end and half the
        other; ``None`` without answers or on a scale of fewer than three choices, where A is not defined.
    """
    if sum(distribution) == 0 or len(distribution) < MIN_AGREEMENT_CHOICES:
        return None
    patterns = _pattern_agreements(len(distribution))
    denominator = patterns[()]
    left = list(distribution)
    result = 0
    while any(left):
        height = min(count for count in left if count)
        pattern = tuple(count > 0 for count in left)
        result += height * sum(pattern) * patterns[pattern]
        left = [count - height if count else 0 for count in left]
    return Fraction(result, sum(distribution) * denominator)


@functools.cache
def _pattern_agreements(choices: int) -> dict[tuple[bool, ...], int]:
    """Agreement of every pattern of a scale, as numerators over the one denominator that stands under ``()``.

    Whole numbers over a common denominator keep the sum over the layers exact and fast.
    """
    exact = {pattern: _pattern_agreement(pattern) for pattern in product((False, True), repeat=choices) if any(pattern)}
    denominator = lcm(*(value.denominator for value in exact.values()))
    return {pattern: int(value * denominator) for pattern, value in exact.items()} | {(): denominator}


def _pattern_agreement(pattern: tuple[bool, ...]) -> Fraction:
    choices, filled = len(pattern), sum(pattern)
    if filled == choices:
        return Fraction(0)
    if filled == 1:
        return Fraction(1)
    triples = list(combinations(pattern, 3))
    unimodal = sum(triple in ((True, True, False), (False, True, True)) for triple in triples)
    bimodal = sum(triple == (True, False, True) for triple in triples)
    unimodality = Fraction(
        (choices - 2) * unimodal - (choices - 1) * bimodal,
        (choices - 2) * (unimodal + bimodal),
    )
    return unimodality * (1 - Fraction(filled - 1, choices - 1))
