"""The way of one answer: checked, saved, on disk."""

from __future__ import annotations

from collections.abc import Iterable

from kommune_desktop.core.answer import Answer, check
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.core.verification import Keying
from kommune_desktop.db import Store
from kommune_desktop.workflow.verification import note_verified


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
    if store.second_keying.is_finished(sheet.id):
        record_alike(store, sheet, [question], before, answer, keying)
    else:
        _save(store, sheet, question, before, answer, keying)


def record_alike(  # noqa: PLR0913, PLR0917 - as above
    store: Store,
    sheet: Sheet,
    questions: Iterable[Question],
    before: Answer | None,
    answer: Answer | None,
    keying: Keying,
) -> None:
    """Save the same answer to several questions in the place of the same one before, all or none.

    A sheet that was keyed twice is looked at again: what is changed now may make both keyings differ, or agree.

    Raises:
        UserError: As :func:`record_answer`.
    """
    with store.writing():
        for question in questions:
            _save(store, sheet, question, before, answer, keying)
        if store.second_keying.is_finished(sheet.id):
            note_verified(store, store.rounds.get(sheet.round_id), sheet)


def _save(  # noqa: PLR0913, PLR0917 - as above
    store: Store, sheet: Sheet, question: Question, before: Answer | None, answer: Answer | None, keying: Keying
) -> None:
    if answer is not None:
        check(question, answer)
    store.table_of(keying).save(sheet.id, question.id, answer, before=before)
