"""The change between two rounds: only what both asked. Worked by hand with one office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest

from kommune_desktop.core.questionnaire import Kind, Questionnaire
from kommune_desktop.core.results import RoundResults, Trend, compare, compute_results
from kommune_desktop.core.results.trend import Change
from tests.builders import area, cell, individual, joint, question, questionnaire, results_of_scores, round_of, tally

OFFICE = joint("office")
Values = Mapping[str, Sequence[int]]

FIRST_VERSION = questionnaire(
    area("a", question("p"), question("old"), question("dropped")),
    area("b", question("r")),
    version="1.0",
)
SECOND_VERSION = questionnaire(
    area("a", question("p"), question("renewed", replaces="old", weight=3), question("fresh")),
    area("b", question("r"), weight=3),
    area("c", question("stranger"), question("choice", Kind.SINGLE), weight=7),
    version="2.0",
)
BEFORE: Values = {"p": [1], "old": [0], "dropped": [4], "r": [2]}
NOW: Values = {"p": [3], "renewed": [1], "fresh": [4], "r": [1], "stranger": [4], "choice": [1]}


def results(content: Questionnaire, values: Values, *, short_form: bool = False) -> RoundResults:
    return results_of_scores(round_of(content, OFFICE, short_form=short_form), values)


@pytest.fixture
def trend() -> Trend:
    return compare(results(SECOND_VERSION, NOW), results(FIRST_VERSION, BEFORE))


def test_a_question_with_the_same_id_is_compared(trend: Trend) -> None:
    assert trend.questions["p"] == Change(Fraction(25), Fraction(75))
    assert trend.questions["p"].points == 50


def test_a_fall_is_negative(trend: Trend) -> None:
    assert trend.questions["r"].points == -25


def test_a_question_that_replaces_an_earlier_one_continues_it(trend: Trend) -> None:
    assert trend.questions["renewed"] == Change(Fraction(0), Fraction(25))


def test_a_new_question_is_not_comparable_and_says_so(trend: Trend) -> None:
    assert [q.id for q in trend.not_comparable] == ["fresh", "stranger"]
    assert set(trend.questions) == {"p", "renewed", "r"}


def test_an_area_changes_only_over_the_shared_questions(trend: Trend) -> None:
    # p 25 → 75 weighs 1, old → renewed 0 → 25 weighs 3; "dropped" and "fresh" stay out.
    # Before (25 + 3·0) / 4 = 6.25, now (75 + 3·25) / 4 = 37.5, although the area itself has (75 + 75 + 100) / 5 = 50.
    assert trend.areas["a"] == Change(Fraction(25, 4), Fraction(75, 2), questions=2)
    assert trend.areas["a"].points == Fraction(125, 4)


def test_an_area_without_a_shared_question_has_no_change(trend: Trend) -> None:
    assert set(trend.areas) == {"a", "b"}


def test_the_whole_changes_over_the_shared_areas_with_their_weights(trend: Trend) -> None:
    # Before (6.25 + 3·50) / 4, now (37.5 + 3·25) / 4: 39.0625 → 28.125 over three questions.
    assert trend.whole == Change(Fraction("39.0625"), Fraction("28.125"), questions=3)


def test_the_trend_names_the_round_before(trend: Trend) -> None:
    assert trend.before.round.questionnaire.version == "1.0"


def test_rounds_without_a_shared_question_have_no_whole_change() -> None:
    other = questionnaire(area("x", question("x")))
    trend = compare(results(other, {"x": [4]}), results(FIRST_VERSION, BEFORE))
    assert (trend.questions, trend.areas, trend.whole) == ({}, {}, None)
    assert [q.id for q in trend.not_comparable] == ["x"]


def test_a_question_without_a_score_on_one_side_has_no_change() -> None:
    both = questionnaire(area("a", question("p"), question("q")))
    trend = compare(results(both, {"p": [4], "q": [1]}), results(both, {"p": [2]}))
    assert set(trend.questions) == {"p"}
    assert trend.areas["a"] == Change(Fraction(50), Fraction(100), questions=1)


def test_a_score_of_zero_is_compared() -> None:
    one = questionnaire(area("a", question("p")))
    trend = compare(results(one, {"p": [0]}), results(one, {"p": [0]}))
    assert trend.questions == {"p": Change(Fraction(0), Fraction(0))}


def test_the_same_id_goes_before_what_it_replaces() -> None:
    earlier = questionnaire(area("a", question("p"), question("q")))
    later = questionnaire(area("a", question("p", replaces="q")))
    trend = compare(results(later, {"p": [4]}), results(earlier, {"p": [1], "q": [2]}))
    assert trend.questions["p"].before == 25


def test_a_question_that_became_another_kind_is_not_comparable() -> None:
    earlier = questionnaire(area("a", question("p", Kind.SINGLE)))
    later = questionnaire(area("a", question("p")))
    trend = compare(results(later, {"p": [4]}), results(earlier, {"p": [1]}))
    assert trend.questions == {}
    assert [q.id for q in trend.not_comparable] == ["p"]


def test_a_question_that_moved_is_compared_in_its_new_area() -> None:
    earlier = questionnaire(area("a", question("p")), area("b", question("q")))
    later = questionnaire(area("a"), area("b", question("q"), question("p")))
    trend = compare(results(later, {"p": [4], "q": [4]}), results(earlier, {"p": [0], "q": [2]}))
    # (0 + 50) / 2 → 100
    assert trend.areas == {"b": Change(Fraction(25), Fraction(100), questions=2)}


def test_a_question_that_the_short_form_left_out_is_not_comparable() -> None:
    content = questionnaire(area("a", question("p", core=True), question("q")))
    before = results(content, {"p": [2], "q": [2]}, short_form=True)
    trend = compare(results(content, {"p": [4], "q": [4]}), before)
    assert set(trend.questions) == {"p"}
    assert [q.id for q in trend.not_comparable] == ["q"]


def test_rounds_with_different_groups_are_compared_by_their_totals() -> None:
    now = compute_results(round_of(question("p"), individual("council")), tally({("p", "council"): cell(*[4] * 5)}))
    before = results(questionnaire(area("a", question("p"))), {"p": [1]})
    assert compare(now, before).questions["p"].points == 75


def test_a_round_compared_with_itself_has_not_moved() -> None:
    same = results(SECOND_VERSION, NOW)
    trend = compare(same, same)
    assert {change.points for change in trend.questions.values()} == {0}
    assert trend.whole is not None
    assert (trend.whole.before, trend.not_comparable) == (same.score, ())
