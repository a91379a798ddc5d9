"""Which questions a sheet is shown: by audience, by condition, and through chains of conditions."""

from __future__ import annotations

import pytest

from kommune_desktop.core.answer import Answer, Answers, State
from kommune_desktop.core.questionnaire import Condition, Kind
from kommune_desktop.core.relevance import asked_of, shown_questions
from tests.builders import question

ALWAYS = question("always")
IF_TWO = question("if_two", relevant_if=Condition("always", at_least=2))
IF_THREE = question("if_three", relevant_if=Condition("if_two", any_of=frozenset({3})))
CHAIN = (ALWAYS, IF_TWO, IF_THREE)


def given(**values: int) -> Answers:
    return {question_id: Answer(State.GIVEN, value) for question_id, value in values.items()}


def shown(answers: Answers, group: str = "council") -> list[str]:
    return [q.id for q in shown_questions(CHAIN, group, answers)]


def test_a_question_without_audience_is_asked_of_everyone() -> None:
    assert asked_of(ALWAYS, "council")


def test_a_question_with_an_audience_is_asked_of_nobody_else() -> None:
    office = question("office", audience=("administration", "welfare"))
    assert [asked_of(office, group) for group in ("administration", "welfare", "council")] == [True, True, False]
    assert shown_questions([office], "council", {}) == []


def test_an_empty_sheet_is_shown_only_what_has_no_condition() -> None:
    assert shown({}) == ["always"]


@pytest.mark.parametrize(("value", "expected"), [(1, ["always"]), (2, ["always", "if_two"]), (4, ["always", "if_two"])])
def test_a_condition_opens_from_its_lowest_value_on(value: int, expected: list[str]) -> None:
    assert shown(given(always=value)) == expected


def test_a_chain_opens_link_by_link() -> None:
    assert shown(given(always=2, if_two=3)) == ["always", "if_two", "if_three"]
    assert shown(given(always=2, if_two=4)) == ["always", "if_two"]


def test_an_answer_that_is_no_longer_shown_opens_nothing() -> None:
    # The person first chose 2, answered on, then went back and chose 0.
    assert shown(given(always=0, if_two=3, if_three=1)) == ["always"]


@pytest.mark.parametrize("state", [state for state in State if state is not State.GIVEN])
def test_only_a_given_choice_opens_a_condition(state: State) -> None:
    assert shown({"always": Answer(state)}) == ["always"]


def test_a_condition_on_a_question_for_others_never_holds() -> None:
    office = question("office", audience=("administration",))
    follow_up = question("follow_up", relevant_if=Condition("office", at_least=0))
    asked = (office, follow_up)
    assert shown_questions(asked, "council", given(office=4)) == []
    assert shown_questions(asked, "administration", given(office=4)) == [office, follow_up]


def test_a_condition_on_a_question_that_the_round_leaves_out_never_holds() -> None:
    assert shown_questions([IF_TWO], "council", given(always=4)) == []


def test_a_condition_can_hang_on_a_choice_without_a_scale() -> None:
    kind = question("kind", Kind.SINGLE)
    follow_up = question("follow_up", relevant_if=Condition("kind", any_of=frozenset({1})))
    assert shown_questions([kind, follow_up], "council", given(kind=1)) == [kind, follow_up]


def test_the_order_of_the_paper_is_kept() -> None:
    assert shown(given(if_two=3, always=2)) == ["always", "if_two", "if_three"]
