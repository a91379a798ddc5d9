"""What the results of a round are made of. Nothing here holds the figures of a hidden cell."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kommune_desktop.core.answer import State
from kommune_desktop.core.consensus import OPEN, Consensus, ConsensusState, consensus_score
from kommune_desktop.core.questionnaire import Area, Band, Question
from kommune_desktop.core.round import Group, Round


@dataclass(frozen=True)
class Figures:
    """The published figures of a set of answers to one question.

    Attributes:
        shown: Sheets that were shown the question.
        states: Number of sheets by state; a missing state has none.
        values: How often each choice was given, by its value; for ``multi`` a sheet counts for each of its choices.
        score: Mean of 100·v/m over the given choices of a scale; else ``None``.
        agreement: Van der Eijk's A over the given choices of a scale; else ``None``.
        mean_number: Mean of the given numbers; else ``None``.
    """

    shown: int
    states: Mapping[State, int]
    values: Mapping[int, int]
    score: Fraction | None = None
    agreement: Fraction | None = None
    mean_number: Fraction | None = None

    @property
    def given(self) -> int:
        """Number of given answers."""
        return self.states.get(State.GIVEN, 0)

    @property
    def applicable(self) -> int:
        """Sheets that were shown the question and did not say that it does not apply."""
        return self.shown - self.states.get(State.NOT_APPLICABLE, 0)

    @property
    def coverage(self) -> Fraction | None:
        """``given / (shown − not applicable)``, 0 to 1; ``None`` where it applies to nobody."""
        return Fraction(self.given, self.applicable) if self.applicable else None


class HiddenReason(StrEnum):
    """Why a cell of an individual group is hidden."""

    FEW_SHEETS = "few_sheets"
    FEW_ANSWERS = "few_answers"


@dataclass(frozen=True)
class Hidden:
    """Stands where a cell's figures may not be shown."""

    reason: HiddenReason


Cell = Figures | Hidden


@dataclass(frozen=True)
class Gap:
    """How far the groups are apart: highest minus lowest shown score, 0 to 100 points."""

    points: Fraction
    highest: Group
    lowest: Group
    highest_score: Fraction
    lowest_score: Fraction

    @property
    def is_perception_gap(self) -> bool:
        """Wide enough to be called one."""
        return self.points >= PERCEPTION_GAP_POINTS


PERCEPTION_GAP_POINTS = 25


@dataclass(frozen=True)
class QuestionResult:
    """The results of one question.

    Attributes:
        total: Figures over the groups; see ``pooled_groups``.
        groups: Cell of each group that is asked the question, by group id.
        gap: ``None`` unless at least two groups have a shown score.
        pooled_groups: Number of hidden groups whose answers the total includes, together; it leaves the others out.
        consensus: What the workshop agreed on; no figure here is made from it.
    """

    question: Question
    number: int
    total: Figures
    groups: Mapping[str, Cell]
    gap: Gap | None
    pooled_groups: int
    consensus: Consensus = OPEN

    @property
    def consensus_score(self) -> Fraction | None:
        """The points that the workshop agreed on; ``None`` where it did not, or the question has no score."""
        return consensus_score(self.question, self.consensus)

    @property
    def hidden_groups(self) -> list[str]:
        """Ids of the groups whose cells are hidden."""
        return [group_id for group_id, cell in self.groups.items() if isinstance(cell, Hidden)]

    def group_score(self, group_id: str) -> Fraction | None:
        """Score of a group where it may be shown and there is one."""
        cell = self.groups.get(group_id)
        return cell.score if isinstance(cell, Figures) else None


@dataclass(frozen=True)
class AreaResult:
    """The results of one area: weighted means of its questions.

    Attributes:
        score: 0 to 100 points; ``None`` where no question has a score.
        groups: Score of each group over its shown cells, by group id.
        coverage: Given answers of all its questions by those that could have been given.
    """

    area: Area
    score: Fraction | None
    band: Band | None
    groups: Mapping[str, Fraction | None]
    coverage: Fraction | None
    questions: tuple[QuestionResult, ...]


@dataclass(frozen=True)
class RoundResults:
    """All figures of one round.

    Attributes:
        sheets: Number of sheets by group id.
        score: Weighted mean of the areas.
    """

    round: Round
    sheets: Mapping[str, int]
    areas: tuple[AreaResult, ...]
    score: Fraction | None
    band: Band | None
    coverage: Fraction | None

    @functools.cached_property
    def questions(self) -> tuple[QuestionResult, ...]:
        """The results of all questions, in order."""
        return tuple(question for area in self.areas for question in area.questions)

    @functools.cached_property
    def _by_id(self) -> Mapping[str, QuestionResult]:
        return {result.question.id: result for result in self.questions}

    def question(self, question_id: str) -> QuestionResult | None:
        """The results of a question, ``None`` where the round did not ask it."""
        return self._by_id.get(question_id)

    @property
    def has_consensus(self) -> bool:
        """Whether the workshop came to an end with any question."""
        return any(result.consensus.state is not ConsensusState.OPEN for result in self.questions)

    @property
    def sheet_count(self) -> int:
        """Number of sheets of all groups."""
        return sum(self.sheets.values())

    @property
    def hidden_by_group(self) -> dict[str, int]:
        """Number of hidden cells by group id, groups without any left out."""
        hidden = [group_id for result in self.questions for group_id in result.hidden_groups]
        return {group.id: hidden.count(group.id) for group in self.round.groups if group.id in hidden}
