"""A workshop, and what it may not hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.workshop import (
    AgendaItem,
    Need,
    Workshop,
    check_workshop,
)
from kommune_desktop.errors import UserError
from tests.builders import area, individual, question, questionnaire, round_of

REACHED, NOT_REACHED = ConsensusState.REACHED, ConsensusState.NOT_REACHED
CONTENT = questionnaire(
    area("a", question("a1"), question("a2", Kind.TEXT)), area("b", question("b1", steps=3)), area("c", question("c1"))
)
ROUND = round_of(CONTENT, individual("g"), individual("h"))


def agreed(value: int | None = 2) -> Consensus:
    return Consensus(REACHED, value, "Weil es so ist.")


def refused(workshop: Workshop) -> str:
    with pytest.raises(UserError) as caught:
        check_workshop(workshop, ROUND)
    return caught.value.key


def test_an_empty_workshop_and_a_whole_one_pass() -> None:
    check_workshop(Workshop(), ROUND)
    item = AgendaItem("a1", 0, replace(agreed(4), dissents=(Dissent("g", "nein"), Dissent("h", ""))), dots=0)
    check_workshop(Workshop(agenda=(item, AgendaItem("a2", 240, agreed(None)))), ROUND)


def test_a_question_has_one_consensus_only() -> None:
    twice = Workshop(agenda=(AgendaItem("a1", consensus=agreed()), AgendaItem("a1", consensus=agreed(3))))
    assert refused(twice) == "workshop.question_twice"


@pytest.mark.parametrize("state", [ConsensusState.OPEN, NOT_REACHED])
def test_a_value_needs_a_consensus(state: ConsensusState) -> None:
    item = AgendaItem("a1", consensus=Consensus(state, 2))
    assert refused(Workshop(agenda=(item,))) == "workshop.value_without_consensus"


@pytest.mark.parametrize(("question_id", "value"), [("a1", 5), ("a1", -1), ("b1", 3), ("a2", 0)])
def test_a_value_must_be_one_of_the_choices(question_id: str, value: int) -> None:
    item = AgendaItem(question_id, consensus=agreed(value))
    assert refused(Workshop(agenda=(item,))) == "workshop.value_unknown"


def test_a_group_dissents_once() -> None:
    consensus = Consensus(NOT_REACHED, dissents=(Dissent("g", "a"), Dissent("g", "b")))
    assert refused(Workshop(agenda=(AgendaItem("a1", consensus=consensus),))) == "workshop.dissent_twice"


@pytest.mark.parametrize(
    ("workshop", "key"),
    [
        (Workshop(agenda=(AgendaItem("a1", 241),)), "workshop.minutes"),
        (Workshop(agenda=(AgendaItem("a1", -1),)), "workshop.minutes"),
        (Workshop(agenda=(AgendaItem("a1", dots=-1),)), "workshop.dots_negative"),
        (Workshop(needs=(Need(1, "x", dots=-1),)), "workshop.dots_negative"),
        (Workshop(needs=(Need(1, " \n"),)), "workshop.need_empty"),
        (Workshop(dots_each=0), "workshop.dots_each"),
        (Workshop(dots_each=51), "workshop.dots_each"),
        (Workshop(participants={"g": -1}), "workshop.participants"),
        (Workshop(participants={"g": 1001}), "workshop.participants"),
    ],
)
def test_numbers_stay_within_reason(workshop: Workshop, key: str) -> None:
    assert refused(workshop) == key


def test_an_item_that_is_changed_keeps_its_place_and_a_new_one_comes_last() -> None:
    workshop = Workshop(agenda=(AgendaItem("b1"), AgendaItem("a1")))
    changed = workshop.with_item(AgendaItem("b1", 25)).with_item(AgendaItem("c1"))
    assert changed.agenda == (AgendaItem("b1", 25), AgendaItem("a1"), AgendaItem("c1"))
    assert changed.minutes == 25 + 10 + 10


def test_a_need_gets_a_number_that_no_other_has() -> None:
    workshop = Workshop(needs=(Need(4, "alt"),)).with_need("neu", "a1")
    assert workshop.needs == (Need(4, "alt"), Need(5, "neu", "a1"))
    assert workshop.needs_of("a1") == (Need(5, "neu", "a1"),)
    assert Workshop().with_need("erster").needs == (Need(1, "erster"),)


def test_each_field_of_action_on_the_agenda_is_a_working_group() -> None:
    workshop = Workshop(agenda=(AgendaItem("c1"), AgendaItem("a2"), AgendaItem("a1")))
    groups = [(found.id, [item.question_id for item in items]) for found, items in workshop.working_groups(ROUND)]
    assert groups == [("a", ["a2", "a1"]), ("c", ["c1"])]


def test_a_question_that_was_not_talked_about_has_an_open_consensus() -> None:
    workshop = Workshop(agenda=(AgendaItem("a1", consensus=agreed()),))
    assert workshop.consensus("a1") == agreed()
    assert workshop.consensus("b1") == Consensus()


@pytest.mark.parametrize(
    "item",
    [AgendaItem("a1", consensus=agreed()), AgendaItem("a1", ideas="Paten"), AgendaItem("a1", dots=0)],
)
def test_what_came_of_it_is_more_than_an_agenda(item: AgendaItem) -> None:
    assert not Workshop(agenda=(AgendaItem("a1", 30, notes="leise fragen"),), participants={"g": 3}).has_record
    assert Workshop(agenda=(item,)).has_record
    assert Workshop(needs=(Need(1, "Räume"),)).has_record
