"""Which questions a sheet is shown."""

from __future__ import annotations

from collections.abc import Iterable

from kommune_desktop.core.answer import Answers, State
from kommune_desktop.core.questionnaire import Question


def asked_of(question: Question, group_id: str) -> bool:
    """Whether a group is among those that the question is meant for."""
    return not question.audience or group_id in question.audience


def shown_questions(questions: Iterable[Question], group_id: str, answers: Answers) -> list[Question]:
    """The questions that a sheet with these answers is shown, in order.

    A condition holds only where the question that it names is itself shown and has a given choice that meets it. So an
    answer that its own condition has taken off the screen has no effect on later questions.
    """
    shown: list[Question] = []
    ids: set[str] = set()
    for question in questions:
        if asked_of(question, group_id) and _condition_holds(question, ids, answers):
            shown.append(question)
            ids.add(question.id)
    return shown


def _condition_holds(question: Question, shown: set[str], answers: Answers) -> bool:
    condition = question.relevant_if
    if condition is None:
        return True
    answer = answers.get(condition.question)
    if condition.question not in shown or answer is None or answer.state is not State.GIVEN:
        return False
    return isinstance(answer.value, int) and condition.holds(answer.value)
