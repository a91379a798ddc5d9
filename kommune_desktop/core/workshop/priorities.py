"""What comes first: the dots on questions and needs, ranked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kommune_desktop.core.workshop.model import AgendaItem, Need, Voting, Workshop


@dataclass(frozen=True)
class Priority:
    """A question or a need with its dots.

    Attributes:
        place: From 1; those with equally many share one, and the next places are left out.
    """

    place: int
    dots: int
    about: AgendaItem | Need


def ballot(workshop: Workshop) -> Iterator[AgendaItem | Need]:
    """All that can get dots: the questions of the agenda, then the needs."""
    yield from workshop.agenda
    yield from workshop.needs


def priorities(workshop: Workshop) -> list[Priority]:
    """What got dots, most first; of equally many the order of the ballot stays."""
    counted = [(one.dots, one) for one in ballot(workshop) if one.dots]
    ranked = sorted(counted, key=lambda pair: -pair[0])
    places: dict[int, int] = {}
    for place, (dots, _) in enumerate(ranked, start=1):
        places.setdefault(dots, place)
    return [Priority(places[dots], dots, about) for dots, about in ranked]


def dots_given(workshop: Workshop) -> int:
    """How many dots are on the wall, or hands were raised, all in all."""
    return sum(one.dots or 0 for one in ballot(workshop))


def dots_to_give(workshop: Workshop) -> int | None:
    """How many dots there are all in all; ``None`` with a show of hands, or where nobody has counted the people."""
    if workshop.voting is Voting.HANDS or not workshop.people:
        return None
    return workshop.people * workshop.dots_each


def most_on_one(workshop: Workshop) -> int | None:
    """How many a single question or need can have; ``None`` where nobody has counted the people."""
    if not workshop.people:
        return None
    return workshop.people if workshop.voting is Voting.HANDS else workshop.people * workshop.dots_each
