"""The way of one answer: checked, saved, on disk."""

from __future__ import annotations

from kommune_desktop.core.answer import Answer, check
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store


def record_answer(store: Store, sheet: Sheet, question: Question, answer: Answer | None) -> None:
    """Save an answer in the place of the one before, or take it back with ``None``. On disk when this returns.

    Raises:
        UserError: ``answer.*`` where the question does not allow it, ``store.*`` where it can't be saved.
    """
    if answer is None:
        store.answers.remove(sheet.id, question.id)
        return
    check(question, answer)
    store.answers.save(sheet.id, question.id, answer)
