"""What stands out: the strongest, the weakest, the widest, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kommune_desktop.core.results import AreaResult, QuestionResult, compare, compute_results, find
from tests.builders import area, cell, individual, joint, question, questionnaire, results_of_scores, round_of, tally

OFFICE = joint("office")
AREAS = (
    area("a", question("a1"), question("a2"), question("a3")),
    area("b", question("b1"), question("b2")),
    area("c", question("c1")),
)
ROUND = round_of(questionnaire(*AREAS), OFFICE)
STEPS = {"a1": [2], "a2": [4], "a3": [0], "b1": [3], "b2": [3]}


def ids(found: Iterable[QuestionResult]) -> list[str]:
    return [result.question.id for result in found]


def area_ids(found: Iterable[AreaResult]) -> list[str]:
    return [result.area.id for result in found]


def test_areas_come_highest_first_and_only_with_a_score() -> None:
    # a (50 + 100 + 0) / 3 = 50, b 75, c without an answer.
    assert area_ids(find(results_of_scores(ROUND, STEPS)).areas) == ["b", "a"]


def test_areas_of_the_same_score_keep_the_order_of_the_questionnaire() -> None:
    same = {"a1": [2], "b1": [2], "c1": [2]}
    assert area_ids(find(results_of_scores(ROUND, same)).areas) == ["a", "b", "c"]


def test_strengths_come_highest_first_and_needs_lowest_first() -> None:
    found = find(results_of_scores(ROUND, STEPS))
    assert ids(found.strengths) == ["a2", "b1", "b2"]
    assert ids(found.needs) == ["a3", "a1"]


def test_at_most_so_many_of_each_are_named() -> None:
    found = find(results_of_scores(ROUND, STEPS), most=1)
    assert (ids(found.strengths), ids(found.needs)) == (["a2"], ["a3"])


def test_no_question_is_both_a_strength_and_a_need() -> None:
    found = find(results_of_scores(ROUND, {"a1": [2], "a2": [3], "a3": [1]}))
    assert (ids(found.strengths), ids(found.needs)) == (["a2", "a1"], ["a3"])


def test_a_single_question_is_a_strength_alone() -> None:
    found = find(results_of_scores(ROUND, {"a1": [0]}))
    assert (ids(found.strengths), ids(found.needs)) == (["a1"], [])


def test_questions_of_the_same_score_keep_the_order_of_the_paper() -> None:
    found = find(results_of_scores(ROUND, {key: [2] for key in ("b2", "b1", "a3", "a1")}))
    assert (ids(found.strengths), ids(found.needs)) == (["a1", "a3"], ["b1", "b2"])


def test_a_round_without_answers_has_no_findings() -> None:
    found = find(results_of_scores(ROUND, {}))
    assert (found.areas, found.strengths, found.needs, found.gaps, found.risen, found.fallen) == ((),) * 6


def gaps(council: Mapping[str, int], most: int = 5) -> list[str]:
    """Ids of the gaps where the office says 4 everywhere and the whole council the same of each question."""
    round_ = round_of(questionnaire(*AREAS), OFFICE, individual("council"))
    cells = {(key, "office"): cell(4) for key in council}
    cells |= {(key, "council"): cell(*[value] * 5) for key, value in council.items()}
    return ids(find(compute_results(round_, tally(cells)), most=most).gaps)


def test_gaps_come_widest_first_and_only_from_25_points_on() -> None:
    assert gaps({"a1": 3, "a2": 4, "a3": 0, "b1": 3, "b2": 2}) == ["a3", "b2", "a1", "b1"]


def test_at_most_so_many_gaps_are_named() -> None:
    assert gaps({"a1": 3, "a3": 0, "b2": 2}, most=2) == ["a3", "b2"]


def test_a_hidden_group_makes_no_gap() -> None:
    round_ = round_of(questionnaire(*AREAS), OFFICE, individual("council"))
    cells = {("a1", "office"): cell(4), ("a1", "council"): cell(0, 0, 0, 0)}
    assert find(compute_results(round_, tally(cells))).gaps == ()


def test_risen_and_fallen_come_most_first_and_leave_out_what_stayed() -> None:
    before = results_of_scores(ROUND, {"a1": [1], "a2": [0], "a3": [1], "b1": [3], "b2": [4], "c1": [4]})
    now = results_of_scores(ROUND, STEPS | {"c1": [1]})
    # a1 +25, a2 +100, a3 −25, b1 ±0, b2 −25, c1 −75
    found = find(now, compare(now, before))
    assert ids(found.risen) == ["a2", "a1"]
    assert ids(found.fallen) == ["c1", "a3", "b2"]


def test_without_an_earlier_round_nothing_has_risen_or_fallen() -> None:
    found = find(results_of_scores(ROUND, STEPS))
    assert (found.risen, found.fallen) == ((), ())
