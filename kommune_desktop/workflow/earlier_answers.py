"""What an office said in the round before, for the people who now answer for it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.continuity import counterpart
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.relevance import shown_questions
from kommune_desktop.core.round import GroupKind, Round
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store


@dataclass(frozen=True)
class EarlierAnswers:
    """The answers of the same office in the round before.

    Attributes:
        title: Of that round.
        answers: By id of the question that continues the one answered then, in whatever state, with what was written
            beside it.
    """

    title: str
    answers: Mapping[str, Answer]


def earlier_answers(store: Store, round_: Round, sheet: Sheet) -> EarlierAnswers | None:
    """What the group of a sheet said in the round before to the questions that it is asked now.

    Never for an individual group, then or now: its sheets are persons, and no one is to see what another one said.

    Returns:
        ``None`` where there is nothing to show: in the first round, for an individual group, where the group had no
        sheet that counts or several, where none of its answers is to a question of now.
    """
    earlier = store.rounds.earlier(round_)
    if not earlier or not _is_joint(round_, sheet.group_id) or not _is_joint(earlier[-1], sheet.group_id):
        return None
    before = earlier[-1]
    counted = [one for one in store.sheets.of_round(before.id) if one.group_id == sheet.group_id and one.is_counted]
    if len(counted) != 1:
        return None
    stored = store.answers.of_sheet(counted[0].id, before.questions)
    shown = {question.id for question in shown_questions(before.questions, sheet.group_id, stored)}
    answers: dict[str, Answer] = {}
    for question in round_.questions_for(sheet.group_id):
        then = counterpart(question, before.questionnaire)
        if then is not None and then.id in shown and then.id in stored and _is_answered_alike(question, then):
            answers[question.id] = stored[then.id]
    return EarlierAnswers(before.title, answers) if answers else None


def _is_joint(round_: Round, group_id: str) -> bool:
    return any(group.id == group_id and group.kind is GroupKind.JOINT for group in round_.groups)


def _is_answered_alike(now: Question, then: Question) -> bool:
    """Whether an answer means the same to both: a step of another scale, or a number of another unit, would mislead."""
    units = [question.number.unit if question.number else None for question in (now, then)]
    return now.kind is then.kind and now.choices == then.choices and units[0] == units[1]
