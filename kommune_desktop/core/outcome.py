"""What became of the measures of the round before: how far each is, and what its questions say now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kommune_desktop.core.measure import Measure, in_order
from kommune_desktop.core.questionnaire import Question, Questionnaire
from kommune_desktop.core.results.trend import Change, Trend
from kommune_desktop.texts import Texts


@dataclass(frozen=True)
class Outcome:
    """A measure of the round before.

    Attributes:
        changes: Its questions as far as the later round asks them; ``None`` where there is nothing to compare. That a
            score has changed does not say that the measure has changed it.
    """

    measure: Measure
    changes: tuple[tuple[Question, Change | None], ...]


def outcomes(measures: Iterable[Measure], now: Iterable[Question], trend: Trend) -> list[Outcome]:
    """What became of the measures of the round that a trend begins with.

    Args:
        now: The questions of the later round.
    """
    asked = {question.id: question for question in now}
    for question in list(asked.values()):
        if question.replaces is not None:
            asked.setdefault(question.replaces, question)
    return [
        Outcome(
            measure,
            tuple((asked[key], trend.questions.get(asked[key].id)) for key in measure.question_ids if key in asked),
        )
        for measure in in_order(measures)
        if measure.round_id == trend.before.round.id
    ]


def outcome_rows(outcome: Outcome, questionnaire: Questionnaire, words: Texts) -> Iterator[list[str]]:
    """The cells of a table: measure, status, question, points then and now, change; a row a question, one at least."""
    named = [outcome.measure.title, words(f"measure_status.{outcome.measure.status.value}")]
    if not outcome.changes:
        yield [*named, "–", "–", "–", "–"]
    for question, change in outcome.changes:
        yield [
            *named,
            f"{questionnaire.numbers[question.id]} {question.label.in_language(words.language)}",
            words.points(change.before if change else None),
            words.points(change.now if change else None),
            words.change(change.points if change else None),
        ]
