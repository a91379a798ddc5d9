"""What the results put on the agenda. Scores on a scale 0..4: a mean of v is 25·v points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kommune_desktop.core.results import RoundResults, compare, compute_results
from kommune_desktop.core.workshop.proposal import Reason, propose, reasons_of
from tests.builders import area, cell, joint, question, questionnaire, round_of, tally


def results(values: Mapping[str, Sequence[Sequence[int]]]) -> RoundResults:
    """By question id, the values that each of two offices chose."""
    content = questionnaire(area("a", *(question(key) for key in values)))
    round_ = round_of(content, joint("g"), joint("h"))
    groups = ("g", "h")
    cells = {
        (key, group): cell(*chosen) for key, pair in values.items() for group, chosen in zip(groups, pair, strict=True)
    }
    return compute_results(round_, tally(cells))


def test_nothing_is_proposed_where_nothing_strikes() -> None:
    assert reasons_of(results({"q": ([3], [3])}), None, {"q": 1}) == {}
    assert propose({}) == []


def test_without_answers_there_is_no_reason() -> None:
    assert reasons_of(results({"q": ([], [])}), None, {}) == {}


def test_each_reason_comes_with_its_figure() -> None:
    # apart: 100 and 0, so 50 points in the middle; low: 25 and 0 points; split: half at each end, A = -1
    now = results({"apart": ([4], [0]), "low": ([1], [0]), "split": ([0, 4], [0, 4]), "fine": ([4], [4])})
    found = reasons_of(now, None, {"fine": 3})
    assert found["apart"][Reason.WIDE_GAP] == 100
    assert found["low"][Reason.LOW_SCORE] == Fraction(25, 2)
    assert found["split"][Reason.LOW_AGREEMENT] == -1
    assert found["fine"] == {Reason.MANY_REMARKS: 3}
    assert Reason.LOW_SCORE not in found["apart"]


def test_a_large_change_either_way_is_a_reason() -> None:
    before = results({"up": ([2], [2]), "down": ([4], [4]), "same": ([3], [3])})
    now = results({"up": ([3], [3]), "down": ([3], [3]), "same": ([3], [3])})
    found = reasons_of(now, compare(now, before), {})
    assert found == {"up": {Reason.LARGE_CHANGE: 25}, "down": {Reason.LARGE_CHANGE: -25}}


def test_of_each_reason_the_most_striking_are_taken() -> None:
    values = {f"q{place}": ([place % 2], [place % 2]) for place in range(8)}
    reasons = reasons_of(results(values), None, {})
    assert len(reasons) == len(values)
    assert propose(reasons, most=2) == ["q0", "q2"]  # 0 points; the odd ones have 25


def test_the_largest_change_leads_whether_up_or_down() -> None:
    reasons = {key: {Reason.LARGE_CHANGE: Fraction(change)} for key, change in (("a", 20), ("b", -30), ("c", 10))}
    assert propose(reasons, most=2) == ["b", "a"]


def test_what_leads_in_more_reasons_comes_first() -> None:
    # a: gap of 50 points alone. b: gap of 100 points, and the lowest agreement
    now = results({"a": ([4], [2]), "b": ([4], [0])})
    assert propose(reasons_of(now, None, {})) == ["b", "a"]


def test_few_remarks_are_no_reason() -> None:
    found = reasons_of(results({"q": ([4], [4]), "r": ([4], [4])}), None, {"q": 1, "r": 2})
    assert found == {"r": {Reason.MANY_REMARKS: Fraction(2)}}
