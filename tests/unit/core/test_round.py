"""What a round asks, and what can't be a round."""

from __future__ import annotations

import pytest

from kommune_desktop.core.questionnaire import Condition
from kommune_desktop.core.round import MAX_TITLE, SMALLEST_MIN_CELL, Group, check_round
from kommune_desktop.errors import UserError
from tests.builders import area, individual, joint, question, questionnaire, round_of

GROUPS = (joint("office"), individual("council"))


def refusal(title: str, groups: tuple[Group, ...], min_cell: int) -> str:
    with pytest.raises(UserError) as caught:
        check_round(title, groups, min_cell)
    return caught.value.key


def test_a_round_asks_every_question_in_order() -> None:
    content = questionnaire(area("a", question("one"), question("two", core=True)))
    assert [q.id for q in round_of(content, *GROUPS).questions] == ["one", "two"]


def test_a_short_form_asks_only_the_core() -> None:
    content = questionnaire(area("a", question("one"), question("two", core=True)))
    assert [q.id for q in round_of(content, *GROUPS, short_form=True).questions] == ["two"]


def test_the_paper_of_a_group_has_all_that_is_not_meant_for_others_whatever_the_conditions() -> None:
    only_if = Condition("all", at_least=3)
    content = questionnaire(
        area("a", question("all"), question("office", audience=("office",), core=True), question("if", core=True)),
        area("b", question("both", audience=("council", "office"), relevant_if=only_if)),
    )
    round_ = round_of(content, *GROUPS)
    assert [q.id for q in round_.questions_for("council")] == ["all", "if", "both"]
    assert [q.id for q in round_.questions_for("office")] == ["all", "office", "if", "both"]
    short = round_of(content, *GROUPS, short_form=True)
    assert [q.id for q in short.questions_for("council")] == ["if"]


def test_a_group_is_found_by_its_id() -> None:
    round_ = round_of(question(), *GROUPS)
    assert round_.group("council") == GROUPS[1]
    with pytest.raises(KeyError):
        round_.group("gone")


def test_a_sound_round_is_accepted() -> None:
    check_round("x" * MAX_TITLE, GROUPS, SMALLEST_MIN_CELL)


@pytest.mark.parametrize("title", ["", "  \t"])
def test_a_round_needs_a_name(title: str) -> None:
    assert refusal(title, GROUPS, 5) == "round.title_missing"


def test_a_name_can_be_too_long() -> None:
    assert refusal("x" * (MAX_TITLE + 1), GROUPS, 5) == "round.title_too_long"


def test_a_round_needs_a_group() -> None:
    assert refusal("Runde", (), 5) == "round.groups_missing"


def test_a_group_takes_part_once() -> None:
    assert refusal("Runde", (*GROUPS, joint("council")), 5) == "round.group_twice"


@pytest.mark.parametrize("min_cell", [-1, 0, SMALLEST_MIN_CELL - 1])
def test_the_minimum_of_the_privacy_rule_has_a_floor(min_cell: int) -> None:
    assert refusal("Runde", GROUPS, min_cell) == "round.min_cell_too_small"
