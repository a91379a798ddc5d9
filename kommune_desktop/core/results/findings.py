"""What stands out in the results: the raw material of the summary's sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from kommune_desktop.core.results.model import AreaResult, QuestionResult, RoundResults
from kommune_desktop.core.results.trend import Trend


@dataclass(frozen=True)
class Findings:
    """Areas and questions that stand out, the most striking first.

    Attributes:
        areas: Areas with a score, highest first.
        strengths: Questions with the highest scores.
        needs: Questions with the lowest scores, lowest first; none of the strengths.
        gaps: Questions with a perception gap, widest first.
        risen: Questions that rose since the round before, most first.
        fallen: Questions that fell since the round before, most first.
    """

    areas: tuple[AreaResult, ...]
    strengths: tuple[QuestionResult, ...]
    needs: tuple[QuestionResult, ...]
    gaps: tuple[QuestionResult, ...]
    risen: tuple[QuestionResult, ...]
    fallen: tuple[QuestionResult, ...]


def find(results: RoundResults, trend: Trend | None = None, most: int = 5) -> Findings:
    """The findings of a round, at most so many of each kind. Ties keep the order of the questionnaire."""
    areas = sorted((area for area in results.areas if area.score is not None), key=lambda area: -_number(area.score))
    scored = [result for result in results.questions if result.total.score is not None]
    by_score = sorted(scored, key=lambda result: -_number(result.total.score))
    strengths = by_score[: min(most, (len(by_score) + 1) // 2)]
    others = [result for result in scored if result not in strengths]
    needs = sorted(others, key=lambda result: _number(result.total.score))[:most]
    gaps = [result for result in results.questions if result.gap and result.gap.is_perception_gap]
    gaps.sort(key=lambda result: -result.gap.points if result.gap else 0)
    changes = trend.questions if trend else {}
    changed = [result for result in scored if result.question.id in changes]

    def rise(result: QuestionResult) -> Fraction:
        return changes[result.question.id].points

    return Findings(
        areas=tuple(areas),
        strengths=tuple(strengths),
        needs=tuple(needs),
        gaps=tuple(gaps[:most]),
        risen=_leading(changed, rise, most),
        fallen=_leading(changed, lambda result: -rise(result), most),
    )


def _leading(
    candidates: list[QuestionResult], by: Callable[[QuestionResult], Fraction], most: int
) -> tuple[QuestionResult, ...]:
    positive = [result for result in candidates if by(result) > 0]
    return tuple(sorted(positive, key=by, reverse=True)[:most])


def _number(score: Fraction | None) -> Fraction:
    return Fraction(0) if score is None else score
