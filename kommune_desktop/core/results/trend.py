"""What changed between two rounds, as far as they are comparable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.results.model import QuestionResult, RoundResults
from kommune_desktop.core.scoring import weighted_mean


@dataclass(frozen=True)
class Change:
    """A score then and now, over the same questions."""

    before: Fraction
    now: Fraction
    questions: int = 1

    @property
    def points(self) -> Fraction:
        """Now minus before, -100 to 100 points."""
        return self.now - self.before


@dataclass(frozen=True)
class Trend:
    """The changes since an earlier round.

    Attributes:
        questions: By question id of the later round; only where both rounds have a score.
        areas: By area id of the later round, over the questions in ``questions`` alone.
        whole: Over the areas in ``areas`` with their weights.
        not_comparable: Scale questions of the later round without a counterpart in the earlier one.
    """

    before: RoundResults
    questions: Mapping[str, Change]
    areas: Mapping[str, Change]
    whole: Change | None
    not_comparable: tuple[Question, ...]


def compare(now: RoundResults, before: RoundResults) -> Trend:
    """The trend from one round to a later one.

    A question continues the earlier question with the same id, else the one that it ``replaces``.
    """
    questions: dict[str, Change] = {}
    strangers: list[Question] = []
    for result in now.questions:
        earlier = counterpart(result, before)
        if earlier is None or earlier.question.kind is not result.question.kind:
            if result.question.scale:
                strangers.append(result.question)
        elif result.total.score is not None and earlier.total.score is not None:
            questions[result.question.id] = Change(earlier.total.score, result.total.score)
    areas: dict[str, Change] = {}
    for area in now.areas:
        shared = [(questions[q.question.id], q.question.weight) for q in area.questions if q.question.id in questions]
        change = _mean_change(shared)
        if change is not None:
            areas[area.area.id] = change
    weights = {area.area.id: area.area.weight for area in now.areas}
    whole = _mean_change([(change, weights[area_id]) for area_id, change in areas.items()])
    return Trend(before, questions, areas, whole, tuple(strangers))


def counterpart(result: QuestionResult, before: RoundResults) -> QuestionResult | None:
    """The question of an earlier round that a question continues."""
    found = before.question(result.question.id)
    if found is None and result.question.replaces is not None:
        found = before.question(result.question.replaces)
    return found


def _mean_change(parts: list[tuple[Change, Fraction]]) -> Change | None:
    before = weighted_mean((change.before, weight) for change, weight in parts)
    now = weighted_mean((change.now, weight) for change, weight in parts)
    if before is None or now is None:
        return None
    return Change(before, now, sum(change.questions for change, _ in parts))
