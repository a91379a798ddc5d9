"""Paper sheets on their way: handed out, laid into a batch, keyed once and twice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.batch import Batch
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.core.verification import Keying
from kommune_desktop.db import Store
from tests.unit.db.builders import FORM

DAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


def issued(store: Store, round_: Round, count: int = 1) -> list[Sheet]:
    """New paper sheets of the council that are handed out."""
    store.sheets.issue(round_, "council", store.sheets.free_numbers(round_, "council", count), FORM)
    return store.sheets.of_round(round_.id)[-count:]


def write(store: Store, sheet: Sheet, answers: Mapping[str, Answer], keying: Keying = Keying.FIRST) -> None:
    """Save answers where none are yet."""
    for question_id, answer in answers.items():
        store.table_of(keying).save(sheet.id, question_id, answer)


def keyed(store: Store, batch: Batch, sheet: Sheet, answers: Mapping[str, Answer], initials: str = "KS") -> Sheet:
    """A sheet that someone has keyed to its end, in a batch."""
    store.batches.put(batch.id, sheet.id, initials)
    write(store, sheet, answers)
    store.sheets.set_date(sheet.id, SheetState.KEYED, DAY)
    return store.sheets.get(sheet.id)


def half_keyed_again(store: Store, sheet: Sheet, answers: Mapping[str, Answer], initials: str = "AB") -> Sheet:
    """A keyed sheet that someone has begun to key a second time."""
    store.second_keying.want([sheet.id])
    store.second_keying.begin(sheet.id, initials)
    write(store, sheet, answers, Keying.SECOND)
    return store.sheets.get(sheet.id)


def keyed_again(store: Store, sheet: Sheet, answers: Mapping[str, Answer], initials: str = "AB") -> Sheet:
    """A keyed sheet that someone has keyed a second time to its end."""
    half_keyed_again(store, sheet, answers, initials)
    store.second_keying.finish(sheet.id, DAY)
    return store.sheets.get(sheet.id)


def change(store: Store, statement: str, *values: object) -> None:
    """Change rows behind the program's back, so that a test need not wait for the clock."""
    store._connection.exec_driver_sql(statement, values)
