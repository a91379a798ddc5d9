"""What the results put on the agenda, and why."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
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


Reasons = Mapping[Reason, Fraction]
"""Why a question is worth talking about, with the figure for it: points, points, coefficient, points, number."""
_STRENGTH: Mapping[Reason, Callable[[Fraction], Fraction]] = {
    Reason.WIDE_GAP: abs,
    Reason.LOW_SCORE: operator.neg,
    Reason.LOW_AGREEMENT: operator.neg,
    Reason.LARGE_CHANGE: abs,
    Reason.MANY_REMARKS: abs,
}
"""How striking a figure is."""


def reasons_of(results: RoundResults, trend: Trend | None, remarks: Mapping[str, int]) -> dict[str, Reasons]:
    """All reasons that hold, by question id, in the order of the questionnaire; questions without any are left out.

    Args:
        remarks: Number of remarks by question id.
    """
    found = {result.question.id: _reasons(result, trend, remarks) for result in results.questions}
    return {question_id: reasons for question_id, reasons in found.items() if reasons}


def _reasons(result: QuestionResult, trend: Trend | None, remarks: Mapping[str, int]) -> Reasons:
    score, agreement = result.total.score, result.total.agreement
    change = trend.questions.get(result.question.id) if trend else None
    number = remarks.get(result.question.id, 0)
    reasons: dict[Reason, Fraction] = {}
    if result.gap and result.gap.is_perception_gap:
        reasons[Reason.WIDE_GAP] = result.gap.points
    if score is not None and score < LOW_SCORE:
        reasons[Reason.LOW_SCORE] = score
    if agreement is not None and agreement < LOW_AGREEMENT:
        reasons[Reason.LOW_AGREEMENT] = agreement
    if change is not None and abs(change.points) >= LARGE_CHANGE:
        reasons[Reason.LARGE_CHANGE] = change.points
    if number >= MANY_REMARKS:
        reasons[Reason.MANY_REMARKS] = Fraction(number)
    return reasons


def propose(reasons: Mapping[str, Reasons], most: int = USUAL_MOST) -> list[str]:
    """Ids of questions for the agenda: for each reason the most striking, at most so many.

    A question counts the more, the further it leads in each of its reasons; ties keep the given order.
    """
    weight: dict[str, int] = {}
    for reason, strength in _STRENGTH.items():
        found = [question_id for question_id, its in reasons.items() if reason in its]
        found.sort(key=lambda question_id: -strength(reasons[question_id][reason]))
        for place, question_id in enumerate(found[:most]):
            weight[question_id] = weight.get(question_id, 0) + most - place
    chosen = [question_id for question_id in reasons if question_id in weight]
    return sorted(chosen, key=lambda question_id: -weight[question_id])
