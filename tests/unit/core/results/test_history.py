"""Scores over the rounds: only what they all asked makes a line. Worked by hand with one office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.questionnaire import Questionnaire
from kommune_desktop.core.results import RoundResults, compare, look_back
from tests.builders import area, joint, question, questionnaire, results_of_scores, round_of

FIRST = questionnaire(area("a", question("p"), question("old")), version="1.0")
SECOND = questionnaire(area("a", question("p"), question("renewed", replaces="old", weight=3)), version="2.0")
THIRD = questionnaire(
    area("a", question("p"), question("renewed", replaces="old", weight=3), question("fresh")),
    area("b", question("new")),
    version="3.0",
)


def results(content: Questionnaire, values: Mapping[str, Sequence[int]]) -> RoundResults:
    return results_of_scores(round_of(content, joint("office")), values)


def test_a_question_has_its_score_of_each_round_that_asked_it_under_any_name() -> None:
    rounds = [
        results(FIRST, {"p": [0], "old": [1]}),
        results(SECOND, {"p": [1], "renewed": [2]}),
        results(THIRD, {"p": [2], "renewed": [3], "fresh": [4], "new": [1]}),
    ]
    found = look_back(rounds)
    assert list(found.questions["p"]) == [0, 25, 50]
    assert list(found.questions["renewed"]) == [25, 50, 75]
    assert list(found.questions["fresh"]) == [None, None, 100]


def test_the_line_of_an_area_is_drawn_over_the_questions_that_all_rounds_share() -> None:
    rounds = [
        results(FIRST, {"p": [0], "old": [1]}),
        results(SECOND, {"p": [1], "renewed": [2]}),
        results(THIRD, {"p": [2], "renewed": [3], "fresh": [4]}),
    ]
    found = look_back(rounds)
    # p weighs 1, renewed (and old, which it replaces) 3; fresh is left out, so 100 points of it change nothing.
    assert found.areas["a"] == (Fraction(75, 4), Fraction(175, 4), Fraction(275, 4))
    assert found.compared["a"] == 2


def test_a_round_without_an_answer_in_an_area_leaves_a_gap_in_its_line() -> None:
    rounds = [results(THIRD, {"p": [0]}), results(THIRD, {"new": [2]}), results(THIRD, {"p": [4], "new": [0]})]
    found = look_back(rounds)
    assert list(found.areas["a"]) == [0, None, 100]
    assert list(found.areas["b"]) == [None, 50, 0]


def test_an_area_whose_rounds_share_no_question_has_no_line() -> None:
    found = look_back([results(FIRST, {"old": [2]}), results(FIRST, {"p": [2]})])
    assert found.areas["a"] == (None, None)
    assert found.compared["a"] == 0


def test_one_round_is_its_own_history() -> None:
    found = look_back([results(FIRST, {"p": [3]})])
    assert list(found.questions["p"]) == [75]
    assert list(found.areas["a"]) == [75]


SCORES = st.fixed_dictionaries({}, optional={name: st.lists(st.integers(0, 4), min_size=1) for name in ("p", "old")})


@given(SCORES, SCORES)
def test_over_two_rounds_a_line_says_what_the_trend_says(
    before: dict[str, list[int]], now: dict[str, list[int]]
) -> None:
    earlier, later = results(FIRST, before), results(FIRST, now)
    trend, found = compare(later, earlier), look_back([earlier, later])
    for question_id, change in trend.questions.items():
        assert found.questions[question_id] == (change.before, change.now)
    if set(before) == set(now) and before:
        assert found.areas["a"] == (trend.areas["a"].before, trend.areas["a"].now)
