"""Second keying: where both keyings differ, what is settled against the paper, and how often the first was wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from kommune_desktop.core.answer import Answer, check
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import OUT_OF_USE, Sheet, SheetState
from kommune_desktop.core.verification import Difference, Reliability, are_alike, differences, reliability
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError


def find_differences(store: Store, round_: Round, sheet: Sheet | None = None) -> list[Difference]:
    """The differences of a round's sheets that are keyed twice to their end, or of one of them; open and settled."""
    sheets = store.sheets.of_round(round_.id) if sheet is None else [store.sheets.get(sheet.id)]
    in_use = [one for one in sheets if one.state not in OUT_OF_USE]
    return _compare(store, round_, in_use, sheet.id if sheet else None)


def _compare(store: Store, round_: Round, sheets: Sequence[Sheet], sheet_id: int | None) -> list[Difference]:
    keying = store.second_keying
    unlike, resolutions = keying.unlike(round_, sheet_id), keying.resolutions(round_, sheet_id)
    return differences(sheets, round_.questions, unlike, resolutions)


def finish_second(store: Store, round_: Round, sheet: Sheet) -> None:
    """Note that a sheet is keyed a second time to its end; without a difference it is verified.

    Raises:
        UserError: ``sheet.gone``.
    """
    with store.writing():
        store.second_keying.finish(sheet.id, datetime.now(UTC))
        note_verified(store, round_, sheet)


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
    with store.writing():
        before = store.answers.of_sheet(sheet.id, [question]).get(question.id)
        if not are_alike(before, difference.first):
            raise UserError("answer.changed_elsewhere")
        after = replace(before, state=answer.state, value=answer.value) if before else answer
        check(question, after)
        store.second_keying.settle(sheet.id, question.id, after, before, note.strip())
        note_verified(store, round_, sheet)
    return Settlement(sheet, question, before, after)


def unsettle(store: Store, round_: Round, settlement: Settlement) -> None:
    """Take back what was settled.

    Raises:
        UserError: ``answer.changed_elsewhere``, ``sheet.gone``.
    """
    sheet, question_id = settlement.sheet, settlement.question.id
    with store.writing():
        store.second_keying.reopen(sheet.id, question_id, settlement.after, settlement.before)
        note_verified(store, round_, sheet)


def note_verified(store: Store, round_: Round, sheet: Sheet) -> None:
    """A sheet that is keyed twice is verified as long as none of its differences is open; belongs in a transaction.

    So is one that is lost or invalid: that mark may be taken back.

    Raises:
        UserError: ``sheet.gone``.
    """
    now = store.sheets.get(sheet.id)
    is_verified = not any(difference.is_open for difference in _compare(store, round_, [now], now.id))
    if is_verified != (SheetState.VERIFIED in now.dates):
        store.second_keying.note_verified(now.id, datetime.now(UTC) if is_verified else None)


def find_reliability(store: Store, round_: Round, found: Sequence[Difference]) -> Reliability:
    """The error rates of a round; ``found``: its differences, from :func:`find_differences`."""
    checked = store.second_keying.checked(round_)
    return reliability(store.batches.of_round(round_.id), round_.questions, checked, found)
