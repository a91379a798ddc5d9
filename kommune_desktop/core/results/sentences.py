"""A question's results in a sentence, as the window and the reports say it."""

from __future__ import annotations

from fractions import Fraction

from kommune_desktop.core.results.model import QuestionResult
from kommune_desktop.texts import Texts


def score_sentence(result: QuestionResult, change: Fraction | None, words: Texts) -> str:
    """A question with its score and, where there is one, its change in points."""
    question = result.question.label.in_language(words.language)
    text = words("report.question", question=question, points=words.points(result.total.score))
    return text if change is None else f"{text} ({words.change(change)})"


def gap_sentence(result: QuestionResult, words: Texts) -> str:
    """Between whom a perception gap lies; empty where there is none."""
    gap, language = result.gap, words.language
    if gap is None:
        return ""
    return words(
        "report.gap",
        question=result.question.label.in_language(language),
        higher=gap.highest.title.in_language(language),
        high=words.points(gap.highest_score),
        lower=gap.lowest.title.in_language(language),
        low=words.points(gap.lowest_score),
        points=words.count("count.points", int(words.points(gap.points))),
    )
