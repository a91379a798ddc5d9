"""Dots and their ranking."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.workshop import (
    AgendaItem,
    Need,
    Voting,
    Workshop,
    ballot,
    dots_given,
    dots_to_give,
    most_on_one,
    priorities,
)

WORKSHOP = Workshop(
    participants={"g": 20, "h": 5},
    dots_each=3,
    agenda=(AgendaItem("a", dots=4), AgendaItem("b"), AgendaItem("c", dots=9), AgendaItem("d", dots=0)),
    needs=(Need(1, "Räume", dots=9), Need(2, "Geld", "a", dots=1)),
)


def test_most_dots_come_first_and_equally_many_share_a_place() -> None:
    ranked = [(one.place, one.dots, one.about) for one in priorities(WORKSHOP)]
    a, _, c, _, rooms, money = ballot(WORKSHOP)
    assert ranked == [(1, 9, c), (1, 9, rooms), (3, 4, a), (4, 1, money)]


def test_dots_are_counted_against_those_that_there_are() -> None:
    assert dots_given(WORKSHOP) == 23
    assert dots_to_give(WORKSHOP) == 75
    assert most_on_one(WORKSHOP) == 75


def test_a_show_of_hands_has_a_hand_for_everything() -> None:
    hands = Workshop(voting=Voting.HANDS, participants={"g": 20, "h": 5})
    assert dots_to_give(hands) is None
    assert most_on_one(hands) == 25


def test_where_nobody_has_counted_the_people_there_is_no_limit() -> None:
    assert dots_to_give(Workshop()) is None
    assert most_on_one(Workshop()) is None


@given(st.lists(st.none() | st.integers(0, 6), max_size=12))
def test_a_place_is_one_more_than_the_number_of_those_with_more_dots(counts: list[int | None]) -> None:
    workshop = Workshop(agenda=tuple(AgendaItem(f"q{i}", dots=dots) for i, dots in enumerate(counts)))
    ranked = priorities(workshop)
    assert sorted(one.dots for one in ranked) == sorted(dots for dots in counts if dots)
    for one in ranked:
        assert one.place == 1 + sum(1 for dots in counts if dots and dots > one.dots)
