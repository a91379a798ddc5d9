"""A workshop as one value: it is read and saved whole, and every change gives a new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kommune_desktop.core.consensus import OPEN, Consensus, ConsensusState
from kommune_desktop.core.questionnaire import Area
from kommune_desktop.core.round import Round
from kommune_desktop.errors import UserError

USUAL_MINUTES = 10
MOST_MINUTES = 240
USUAL_DOTS_EACH = 5
MOST_DOTS_EACH = 50
MOST_PEOPLE = 1000


class Voting(StrEnum):
    """How priorities are set. ``DOTS``: each person has some to stick. ``HANDS``: each has a hand for everything."""

    DOTS = "dots"
    HANDS = "hands"


@dataclass(frozen=True)
class AgendaItem:
    """A question that is talked about.

    Attributes:
        ideas: An idea a line.
        notes: The moderator's own; they never leave the program.
        dots: What it got on the wall, or the hands raised for it; ``None`` where nobody counted.
    """

    question_id: str
    minutes: int = USUAL_MINUTES
    consensus: Consensus = OPEN
    ideas: str = ""
    notes: str = ""
    dots: int | None = None


@dataclass(frozen=True)
class Need:
    """Something that is needed, as the workshop named it.

    Attributes:
        id: Of its own within the workshop, from 1.
        question_id: The question where it came up; empty for none.
        dots: As those of an agenda item.
    """

    id: int
    words: str
    question_id: str = ""
    dots: int | None = None


@dataclass(frozen=True)
class Workshop:
    """The workshop of a round.

    Attributes:
        participants: Number of people by group id; of groups that are not named nobody came.
        names: Who took part, as far as somebody wants it said; usually empty.
        dots_each: Dots that a person may stick.
        agenda: In the order of the day, each question once.
    """

    day: date | None = None
    place: str = ""
    participants: Mapping[str, int] = field(default_factory=dict)
    names: str = ""
    voting: Voting = Voting.DOTS
    dots_each: int = USUAL_DOTS_EACH
    agenda: tuple[AgendaItem, ...] = ()
    needs: tuple[Need, ...] = ()

    @property
    def people(self) -> int:
        """How many took part."""
        return sum(self.participants.values())

    @property
    def minutes(self) -> int:
        """How long the agenda takes."""
        return sum(item.minutes for item in self.agenda)

    @property
    def has_record(self) -> bool:
        """Whether something came of it."""
        items = self.agenda
        return bool(self.needs) or any(item.consensus != OPEN or item.ideas or item.dots is not None for item in items)

    def item(self, question_id: str) -> AgendaItem | None:
        """The agenda item of a question; ``None`` where it is not on the agenda."""
        return next((item for item in self.agenda if item.question_id == question_id), None)

    def consensus(self, question_id: str) -> Consensus:
        """What was agreed on for a question; an open one where it was not talked about."""
        item = self.item(question_id)
        return item.consensus if item else OPEN

    def needs_of(self, question_id: str) -> tuple[Need, ...]:
        """The needs that came up at a question."""
        return tuple(need for need in self.needs if need.question_id == question_id)

    def with_item(self, item: AgendaItem) -> Workshop:
        """The workshop with an agenda item as it is now; it keeps its place, a new one comes last."""
        if self.item(item.question_id) is None:
            return replace(self, agenda=(*self.agenda, item))
        return replace(self, agenda=tuple(item if old.question_id == item.question_id else old for old in self.agenda))

    def with_need(self, words: str, question_id: str = "") -> Workshop:
        """The workshop with one more need."""
        number = 1 + max((need.id for need in self.needs), default=0)
        return replace(self, needs=(*self.needs, Need(number, words, question_id)))

    def working_groups(self, round_: Round) -> Iterator[tuple[Area, tuple[AgendaItem, ...]]]:
        """The working groups: each field of action on the agenda, with its items in the order of the day."""
        for area in round_.questionnaire.areas:
            ids = {question.id for question in area.questions}
            items = tuple(item for item in self.agenda if item.question_id in ids)
            if items:
                yield area, items


def check_workshop(workshop: Workshop, round_: Round) -> None:
    """Refuse what makes no sense.

    Raises:
        UserError: ``workshop.*``.
    """
    numbers = round_.questionnaire.numbers
    seen: set[str] = set()
    for item in workshop.agenda:
        if item.question_id in seen:
            raise UserError("workshop.question_twice", number=numbers[item.question_id])
        seen.add(item.question_id)
        _check_item(item, round_)
    for need in workshop.needs:
        if not need.words.strip():
            raise UserError("workshop.need_empty")
    counts = [need.dots for need in workshop.needs] + [item.dots for item in workshop.agenda]
    if any(dots is not None and dots < 0 for dots in counts):
        raise UserError("workshop.dots_negative")
    if not 1 <= workshop.dots_each <= MOST_DOTS_EACH:
        raise UserError("workshop.dots_each", most=MOST_DOTS_EACH)
    if any(not 0 <= number <= MOST_PEOPLE for number in workshop.participants.values()):
        raise UserError("workshop.participants", most=MOST_PEOPLE)


def _check_item(item: AgendaItem, round_: Round) -> None:
    number = round_.questionnaire.numbers[item.question_id]
    if not 0 <= item.minutes <= MOST_MINUTES:
        raise UserError("workshop.minutes", number=number, most=MOST_MINUTES)
    consensus = item.consensus
    choices = {choice.value for choice in round_.questionnaire.question(item.question_id).choices}
    if consensus.value is not None and consensus.state is not ConsensusState.REACHED:
        raise UserError("workshop.value_without_consensus", number=number)
    if consensus.value is not None and consensus.value not in choices:
        raise UserError("workshop.value_unknown", number=number)
    groups = [dissent.group_id for dissent in consensus.dissents]
    if len(set(groups)) < len(groups):
        raise UserError("workshop.dissent_twice", number=number)
