"""Consensus (Einigung): what the workshop agreed on. It stands beside the survey's score, never in its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kommune_desktop.core.questionnaire import Question


class ConsensusState(StrEnum):
    """Whether the workshop agreed; ``OPEN``: nothing is settled yet."""

    OPEN = "open"
    REACHED = "reached"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True)
class Dissent:
    """What a group sees otherwise."""

    group_id: str
    words: str


@dataclass(frozen=True)
class Consensus:
    """What the workshop agreed on for a question.

    Attributes:
        value: Of the choice agreed on, where the question has choices; only where one was reached.
        reason: Why, in the words of the workshop.
        dissents: At most one of each group.
    """

    state: ConsensusState = ConsensusState.OPEN
    value: int | None = None
    reason: str = ""
    dissents: tuple[Dissent, ...] = ()


OPEN = Consensus()


def consensus_score(question: Question, consensus: Consensus) -> Fraction | None:
    """The points of what was agreed on: 100·v/m of a scale 0..m, as one sheet with this answer would have."""
    if question.scale is None or consensus.value is None:
        return None
    return Fraction(100 * consensus.value, question.scale.highest)
