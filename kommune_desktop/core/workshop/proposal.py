"""What the results put on the agenda, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kommune_desktop.core.results import QuestionResult, RoundResults, Trend

USUAL_MOST = 5
LOW_SCORE = 50
"""Points; from here on a question is no need."""
LARGE_CHANGE = 10
"""Points."""
LOW_AGREEMENT = Fraction(1, 2)
MANY_REMARKS = 2


class Reason(StrEnum):
    """Why a question is proposed."""

    WIDE_GAP = "wide_gap"
    LOW_SCORE = "low_score"
    LOW_AGREEMENT = "low_agreement"
    LARGE_CHANGE = "large_change"
    MANY_REMARKS = "many_remarks"


@dataclass(frozen=True)
class Proposal:
    """A question for the agenda.

    Attributes:
        reasons: With the figure that speaks for each: points, points, coefficient, points, number of remarks.
    """

    result: QuestionResult
    reasons: Mapping[Reason, Fraction]


_Measure = Callable[[QuestionResult], Fraction | None]


def propose(
    results: RoundResults, trend: Trend | None, remarks: Mapping[str, int], most: int = USUAL_MOST
) -> list[Proposal]:
    """Questions for the agenda: of each reason the most striking, at most so many.

    A question counts the more, the further it leads in each of its reasons; ties keep the order of the questionnaire.

    Args:
        remarks: Number of remarks by question id.
    """
    reasons: dict[str, dict[Reason, Fraction]] = {}
    weight: dict[str, int] = {}
    for reason, (figure, strength) in _rules(trend, remarks).items():
        found = [(result, value) for result in results.questions if (value := figure(result)) is not None]
        found.sort(key=lambda pair: -strength(pair[1]))
        for place, (result, value) in enumerate(found[:most]):
            question_id = result.question.id
            reasons.setdefault(question_id, {})[reason] = value
            weight[question_id] = weight.get(question_id, 0) + most - place
    chosen = [result for result in results.questions if result.question.id in reasons]
    chosen.sort(key=lambda result: -weight[result.question.id])
    return [Proposal(result, reasons[result.question.id]) for result in chosen]


def _rules(
    trend: Trend | None, remarks: Mapping[str, int]
) -> Mapping[Reason, tuple[_Measure, Callable[[Fraction], Fraction]]]:
    """For each reason: its figure for a question, ``None`` where it does not hold, and how striking a figure is."""

    def gap(result: QuestionResult) -> Fraction | None:
        return result.gap.points if result.gap and result.gap.is_perception_gap else None

    def score(result: QuestionResult) -> Fraction | None:
        found = result.total.score
        return found if found is not None and found < LOW_SCORE else None

    def agreement(result: QuestionResult) -> Fraction | None:
        found = result.total.agreement
        return found if found is not None and found < LOW_AGREEMENT else None

    def change(result: QuestionResult) -> Fraction | None:
        found = trend.questions.get(result.question.id) if trend else None
        return found.points if found is not None and abs(found.points) >= LARGE_CHANGE else None

    def remarked(result: QuestionResult) -> Fraction | None:
        number = remarks.get(result.question.id, 0)
        return Fraction(number) if number >= MANY_REMARKS else None

    def large(value: Fraction) -> Fraction:
        return value

    def small(value: Fraction) -> Fraction:
        return -value

    return {
        Reason.WIDE_GAP: (gap, large),
        Reason.LOW_SCORE: (score, small),
        Reason.LOW_AGREEMENT: (agreement, small),
        Reason.LARGE_CHANGE: (change, abs),
        Reason.MANY_REMARKS: (remarked, large),
    }
