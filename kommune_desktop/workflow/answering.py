"""The way of one answer: checked, saved, on disk."""

from __future__ import annotations

from collections.abc import Iterable

from kommune_desktop.core.answer import Answer, check
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.core.verification import Keying
from kommune_desktop.db import Store


def record_answer(  # noqa: PLR0913, PLR0917 - what, where, instead of what
    store: Store,
    sheet: Sheet,
    question: Question,
    before: Answer | None,
    answer: Answer | None,
    keying: Keying = Keying.FIRST,
) -> None:
    """Save an answer in the place of the one before, or take it back with ``None``. On disk when this returns.

    Raises:
        UserError: ``answer.*`` where the question does not allow it or another window has been there meanwhile,
            ``sheet.gone``, ``store.*`` where it can't be saved.
    """
    if answer is not None:
        check(question, answer)
    store.table_of(keying).save(sheet.id, question.id, answer, before=before)


def record_alike(  # noqa: PLR0913, PLR0917 - as above
    store: Store,
    sheet: Sheet,
    questions: Iterable[Question],
    before: Answer | None,
    answer: Answer | None,
    keying: Keying,
) -> None:
    """Save the same answer to several questions in the place of the same one before, all or none.

    Raises:
        UserError: As :func:`record_answer`.
    """
    with store.writing():
        for question in questions:
            record_answer(store, sheet, question, before, answer, keying)
