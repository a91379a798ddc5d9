"""Scores over all rounds, as far as the rounds are comparable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kommune_desktop.core.results.model import AreaResult, QuestionResult, RoundResults
from kommune_desktop.core.results.trend import counterpart
from kommune_desktop.core.scoring import weighted_mean

Line = tuple[Fraction | None, ...]
"""A score for each round, oldest first; ``None`` where there is none to compare."""


@dataclass(frozen=True)
class History:
    """What became of areas and questions over the rounds.

    Attributes:
        rounds: Oldest first; the last one is the round that the others are compared with.
        questions: By question id of the last round: its score in each round that has a counterpart of it.
        areas: By area id of the last round: its score over the questions that every round with a score of the area has
            a score for; so a line never rises because other questions were asked.
        compared: By area id: how many questions its line is drawn over.
    """

    rounds: tuple[RoundResults, ...]
    questions: Mapping[str, Line]
    areas: Mapping[str, Line]
    compared: Mapping[str, int]


def look_back(rounds: Sequence[RoundResults]) -> History:
    """The history of the last of these rounds, which are given oldest first."""
    now = rounds[-1]
    questions = {result.question.id: tuple(_score(result, one) for one in rounds) for result in now.questions}
    areas: dict[str, Line] = {}
    compared: dict[str, int] = {}
    for area in now.areas:
        lines = [questions[q.question.id] for q in area.questions]
        known = [place for place in range(len(rounds)) if any(line[place] is not None for line in lines)]
        shared = _shared(area, questions, known)
        compared[area.area.id] = len(shared)
        areas[area.area.id] = tuple(
            weighted_mean((questions[q.question.id][place], q.question.weight) for q in shared)
            if place in known
            else None
            for place in range(len(rounds))
        )
    return History(tuple(rounds), questions, areas, compared)


def _score(result: QuestionResult, of_round: RoundResults) -> Fraction | None:
    earlier = counterpart(result, of_round)
    if earlier is None or earlier.question.kind is not result.question.kind:
        return None
    return earlier.total.score


def _shared(area: AreaResult, questions: Mapping[str, Line], known: Sequence[int]) -> list[QuestionResult]:
    """The questions that have a score in each of these rounds."""
    return [q for q in area.questions if all(questions[q.question.id][place] is not None for place in known)]
