"""Second keying: where both keyings differ, what is settled against the paper, and how often the first was wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from kommune_desktop.core.answer import Answer, check
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.core.verification import Difference, Reliability, are_alike, differences, reliability
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError


def find_differences(store: Store, round_: Round) -> list[Difference]:
    """The differences of all sheets of a round that are keyed twice to their end, open and settled ones."""
    sheets = store.sheets.of_round(round_.id)
    keying = store.second_keying
    return differences(sheets, round_.questions, keying.unlike(round_), keying.resolutions(round_))


def finish_second(store: Store, round_: Round, sheet: Sheet) -> None:
    """Note that a sheet is keyed a second time to its end; without a difference it is verified.

    Raises:
        UserError: ``sheet.gone``.
    """
    store.second_keying.finish(sheet.id, datetime.now(UTC))
    _note_verified(store, round_, sheet.id)


@dataclass(frozen=True)
class Settlement:
    """What was changed by settling a difference, so that it can be taken back."""

    sheet: Sheet
    question: Question
    before: Answer | None
    after: Answer


def settle(store: Store, round_: Round, difference: Difference, answer: Answer, note: str) -> Settlement:
    """Let an answer stand that was seen on the paper. Comment and evidence of the first keying stay.

    Raises:
        UserError: ``answer.*`` where the question does not allow it, ``answer.changed_elsewhere``, ``sheet.gone``.
    """
    sheet, question = difference.sheet, difference.question
    before = store.answers.of_sheet(sheet.id, [question]).get(question.id)
    if not are_alike(before, difference.first):
        raise UserError("answer.changed_elsewhere")
    after = replace(before, state=answer.state, value=answer.value) if before else answer
    check(question, after)
    store.second_keying.settle(sheet.id, question.id, after, before, note.strip())
    _note_verified(store, round_, sheet.id)
    return Settlement(sheet, question, before, after)


def unsettle(store: Store, round_: Round, settlement: Settlement) -> None:
    """Take back what was settled.

    Raises:
        UserError: ``answer.changed_elsewhere``, ``sheet.gone``.
    """
    sheet_id, question_id = settlement.sheet.id, settlement.question.id
    store.second_keying.reopen(sheet_id, question_id, settlement.after, settlement.before)
    _note_verified(store, round_, sheet_id)


def _note_verified(store: Store, round_: Round, sheet_id: int) -> None:
    """A sheet is verified as long as none of its differences is open."""
    sheet, keying = store.sheets.get(sheet_id), store.second_keying
    found = differences([sheet], round_.questions, keying.unlike(round_, sheet_id), keying.resolutions(round_))
    is_verified = not any(difference.is_open for difference in found)
    if is_verified != (SheetState.VERIFIED in sheet.dates):
        store.sheets.set_date(sheet_id, SheetState.VERIFIED, datetime.now(UTC) if is_verified else None)


def find_reliability(store: Store, round_: Round, found: Sequence[Difference]) -> Reliability:
    """The error rates of a round; ``found``: its differences, from :func:`find_differences`."""
    sheets = {sheet.id: sheet for sheet in store.sheets.of_round(round_.id)}
    checked = [(sheets[sheet_id], question_id) for sheet_id, question_id in store.second_keying.checked(round_)]
    return reliability(store.batches.of_round(round_.id), round_.questions, checked, found)
