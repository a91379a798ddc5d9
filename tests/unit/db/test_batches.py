"""Batches: laid, gone on with, dissolved, brought back, removed for good; in one window and in two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from kommune_desktop.core.batch import Batch, check_keying, check_second_keying, with_sheets
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.unit.db.builders import add_round, document, given, question
from tests.unit.db.paper import DAY, change, issued, keyed, keyed_again


@pytest.fixture
def batch(store: Store, round_: Round) -> Batch:
    return store.batches.add(round_.id, 3)


@pytest.fixture
def sheet(store: Store, round_: Round) -> Sheet:
    return issued(store, round_)[0]


@pytest.fixture
def window(store: Store, round_: Round) -> Iterator[Store]:
    """A second window on the same file."""
    with Store.open(store.path) as other:
        yield other


def numbers(store: Store, round_: Round) -> list[int]:
    return [batch.number for batch in store.batches.of_round(round_.id)]


def laid_in(store: Store, round_: Round, batch: Batch) -> list[int]:
    """The sheets of a batch in their order."""
    found = with_sheets(store.batches.of_round(round_.id), store.sheets.of_round(round_.id))
    return next([sheet.id for sheet in laid.sheets] for laid in found if laid.batch.id == batch.id)


def lay(store: Store, batch: Batch, sheet: Sheet, moment: str) -> None:
    """Lay a sheet into a batch at a moment of a day."""
    store.batches.put(batch.id, sheet.id, "KS")
    change(store, "UPDATE sheet SET laid_at = ? WHERE id = ?", f"2026-11-02T{moment}.000Z", sheet.id)


def answer(store: Store, sheet: Sheet, moment: str, question_id: str = "a.grad") -> None:
    """Give an answer at a moment of the same day."""
    store.answers.save(sheet.id, question_id, given(1))
    change(
        store,
        "UPDATE answer SET updated_at = ? WHERE sheet_id = ? AND question_id = (SELECT id FROM question WHERE key = ?)",
        f"2026-11-02T{moment}.000Z",
        sheet.id,
        question_id,
    )


def refused(store: Store, batch: Batch, sheet: Sheet) -> str:
    """Why a sheet can't be laid into a batch."""
    with pytest.raises(UserError) as caught:
        store.batches.put(batch.id, sheet.id, "KS")
    return caught.value.key


def test_batches_are_numbered_within_their_round(store: Store, round_: Round) -> None:
    other = add_round(store, document(question("b"), version="2.0"), title="Runde 2")
    made = [store.batches.add(place.id, 0) for place in (round_, other, round_)]
    assert [batch.number for batch in made] == [1, 1, 2]
    assert store.batches.of_round(round_.id) == [made[0], made[2]]
    assert store.batches.of_round(other.id) == [made[1]]


def test_a_batch_knows_how_many_sheets_were_counted_and_when_it_was_begun(store: Store, round_: Round) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    batch = store.batches.add(round_.id, 25)
    assert (batch.round_id, batch.expected) == (round_.id, 25)
    assert before <= batch.created <= datetime.now(UTC)


def test_two_windows_that_begin_a_batch_get_two_numbers(store: Store, window: Store, round_: Round) -> None:
    assert [opened.batches.add(round_.id, 0).number for opened in (store, window, store)] == [1, 2, 3]
    assert numbers(window, round_) == [1, 2, 3]


def test_a_laid_sheet_has_come_back_and_knows_its_batch_and_who_keys_it(
    store: Store, batch: Batch, sheet: Sheet
) -> None:
    store.batches.put(batch.id, sheet.id, "KS")
    found = store.sheets.get(sheet.id)
    assert (found.batch_id, found.keyed_by, found.state) == (batch.id, "KS", SheetState.RETURNED)
    assert found.laid == found.dates[SheetState.RETURNED]


def test_a_sheet_that_came_back_before_keeps_its_day(store: Store, batch: Batch, sheet: Sheet) -> None:
    store.sheets.set_date(sheet.id, SheetState.RETURNED, DAY)
    store.batches.put(batch.id, sheet.id, "KS")
    assert store.sheets.get(sheet.id).dates[SheetState.RETURNED] == DAY


def test_a_keyed_sheet_that_is_laid_into_another_batch_keeps_who_keyed_it(
    store: Store, round_: Round, batch: Batch, sheet: Sheet
) -> None:
    store.batches.put(batch.id, sheet.id, "KS")
    store.sheets.set_date(sheet.id, SheetState.KEYED, DAY)
    store.batches.dissolve(batch.id)
    other = store.batches.add(round_.id, 0)
    store.batches.put(other.id, sheet.id, "AB")
    found = store.sheets.get(sheet.id)
    assert (found.batch_id, found.keyed_by) == (other.id, "KS")


def test_a_sheet_that_is_laid_again_stands_at_the_end(store: Store, round_: Round, batch: Batch) -> None:
    first, second = issued(store, round_, 2)
    lay(store, batch, first, "08:00:00")
    lay(store, batch, second, "08:10:00")
    change(store, "UPDATE sheet SET laid_at = '2020' || substr(laid_at, 5)")
    store.batches.put(batch.id, first.id, "AB")
    assert laid_in(store, round_, batch) == [second.id, first.id]


def test_keying_goes_on_at_the_sheet_that_was_touched_last(store: Store, round_: Round, batch: Batch) -> None:
    first, second, third = issued(store, round_, 3)
    assert store.batches.half_keyed(batch.id) is None
    lay(store, batch, first, "08:00:00")
    lay(store, batch, second, "08:10:00")
    assert store.batches.half_keyed(batch.id) == second.id
    answer(store, first, "08:20:00")
    answer(store, second, "08:15:00")
    assert store.batches.half_keyed(batch.id) == first.id
    lay(store, batch, third, "08:30:00")
    assert store.batches.half_keyed(batch.id) == third.id
    lay(store, batch, second, "08:40:00")
    assert store.batches.half_keyed(batch.id) == second.id


def test_the_last_of_a_sheets_answers_says_when_it_was_touched(store: Store, round_: Round, batch: Batch) -> None:
    first, second = issued(store, round_, 2)
    for sheet in (first, second):
        lay(store, batch, sheet, "08:00:00")
    answer(store, first, "09:30:00", "a.ja")
    answer(store, first, "08:30:00")
    answer(store, second, "09:00:00")
    assert store.batches.half_keyed(batch.id) == first.id


def test_keying_does_not_go_on_at_a_sheet_that_is_keyed_or_out_of_use_or_elsewhere(
    store: Store, round_: Round, batch: Batch
) -> None:
    left, done, lost, invalid, deleted, elsewhere = issued(store, round_, 6)
    lay(store, batch, left, "08:00:00")
    for sheet in (done, lost, invalid, deleted):
        lay(store, batch, sheet, "09:00:00")
    lay(store, store.batches.add(round_.id, 0), elsewhere, "09:00:00")
    for sheet, station in ((done, SheetState.KEYED), (lost, SheetState.LOST), (invalid, SheetState.INVALID)):
        store.sheets.set_date(sheet.id, station, DAY)
    store.sheets.delete(deleted.id)
    assert store.batches.half_keyed(batch.id) == left.id
    store.sheets.set_date(left.id, SheetState.KEYED, DAY)
    assert store.batches.half_keyed(batch.id) is None


def test_a_dissolved_batch_leaves_its_sheets_as_they_are(
    store: Store, round_: Round, batch: Batch, sheet: Sheet
) -> None:
    before = keyed(store, batch, sheet, {"a.grad": given(3)})
    store.batches.dissolve(batch.id)
    after = store.sheets.get(sheet.id)
    assert numbers(store, round_) == []
    assert (after.batch_id, after.dates, after.answered, after.keyed_by) == (None, before.dates, 1, "KS")


def test_a_dissolved_batch_comes_back_with_its_sheets(store: Store, round_: Round, batch: Batch) -> None:
    sheets = issued(store, round_, 3)
    for sheet in reversed(sheets):
        store.batches.put(batch.id, sheet.id, "KS")
    for place, sheet in enumerate(reversed(sheets)):
        lay(store, batch, sheet, f"08:00:0{place}")
    before, order = store.sheets.of_round(round_.id), laid_in(store, round_, batch)
    store.batches.dissolve(batch.id)
    store.batches.restore(batch.id)
    assert store.batches.of_round(round_.id) == [batch]
    assert store.sheets.of_round(round_.id) == before
    assert laid_in(store, round_, batch) == order == [sheet.id for sheet in reversed(sheets)]


def test_a_sheet_that_was_laid_elsewhere_since_stays_there(store: Store, round_: Round, batch: Batch) -> None:
    moved, left = issued(store, round_, 2)
    for sheet in (moved, left):
        store.batches.put(batch.id, sheet.id, "KS")
    store.batches.dissolve(batch.id)
    other = store.batches.add(round_.id, 0)
    store.batches.put(other.id, moved.id, "AB")
    store.batches.restore(batch.id)
    assert (laid_in(store, round_, batch), laid_in(store, round_, other)) == ([left.id], [moved.id])
    assert store.sheets.get(moved.id).keyed_by == "AB"


def test_a_half_keyed_sheet_of_a_dissolved_batch_may_be_laid_into_another(
    store: Store, round_: Round, batch: Batch, sheet: Sheet
) -> None:
    store.batches.put(batch.id, sheet.id, "KS")
    store.answers.save(sheet.id, "a.grad", given(1))
    other = store.batches.add(round_.id, 0)
    with pytest.raises(UserError, match=r"batch\.sheet_elsewhere"):
        check_keying(store.sheets.get(sheet.id), other)
    store.batches.dissolve(batch.id)
    check_keying(store.sheets.get(sheet.id), other)


def test_a_dissolved_batch_keeps_its_number(store: Store, round_: Round, batch: Batch) -> None:
    store.batches.dissolve(batch.id)
    assert store.batches.add(round_.id, 0).number == 2
    store.batches.restore(batch.id)
    assert numbers(store, round_) == [1, 2]


def test_purging_removes_dissolved_batches_and_nothing_else(
    store: Store, round_: Round, batch: Batch, sheet: Sheet
) -> None:
    kept = store.batches.add(round_.id, 0)
    before = keyed_again(store, keyed(store, batch, sheet, {"a.grad": given(3)}), {"a.grad": given(2)})
    (other,) = issued(store, round_)
    store.batches.put(kept.id, other.id, "KS")
    store.batches.dissolve(batch.id)
    store.purge()
    assert store.batches.of_round(round_.id) == [kept]
    after = store.sheets.get(sheet.id)
    assert (after.batch_id, after.dates, after.second_at) == (None, before.dates, before.second_at)
    assert laid_in(store, round_, kept) == [other.id]
    rows = [
        store._connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
        for table in ("batch", "answer", "second_answer")
    ]
    assert rows == [1, 1, 1]
    assert store.findings() == []


def test_a_batch_that_was_removed_for_good_does_not_come_back(store: Store, window: Store, batch: Batch) -> None:
    store.batches.dissolve(batch.id)
    window.purge()
    with pytest.raises(UserError) as caught:
        store.batches.restore(batch.id)
    assert caught.value.key == "batch.gone"


def test_a_deleted_sheet_of_a_dissolved_batch_does_not_hold_up_the_purge(
    store: Store, batch: Batch, sheet: Sheet
) -> None:
    store.batches.put(batch.id, sheet.id, "KS")
    store.batches.dissolve(batch.id)
    store.sheets.delete(sheet.id)
    store.batches.purge()
    store.sheets.restore(sheet.id)
    assert store.sheets.get(sheet.id).batch_id is None


@pytest.mark.parametrize("for_good", [False, True])
def test_a_sheet_is_not_laid_into_a_batch_that_another_window_has_dissolved(
    store: Store, window: Store, batch: Batch, sheet: Sheet, *, for_good: bool
) -> None:
    before = store.sheets.get(sheet.id)
    window.batches.dissolve(batch.id)
    if for_good:
        window.purge()
    assert refused(store, batch, sheet) == "batch.gone"
    assert store.sheets.get(sheet.id) == before


@pytest.mark.parametrize("for_good", [False, True])
def test_a_sheet_that_another_window_has_deleted_is_not_laid(
    store: Store, window: Store, batch: Batch, sheet: Sheet, *, for_good: bool
) -> None:
    window.sheets.delete(sheet.id)
    if for_good:
        window.purge()
    assert refused(store, batch, sheet) == "sheet.gone"
    if not for_good:
        window.sheets.restore(sheet.id)
        assert store.sheets.get(sheet.id) == sheet


def test_a_sheet_that_two_windows_lay_is_where_it_was_laid_last(
    store: Store, window: Store, round_: Round, sheet: Sheet
) -> None:
    first, second = store.batches.add(round_.id, 0), window.batches.add(round_.id, 0)
    store.batches.put(first.id, sheet.id, "KS")
    window.batches.put(second.id, sheet.id, "AB")
    assert (laid_in(store, round_, first), laid_in(store, round_, second)) == ([], [sheet.id])
    assert store.sheets.get(sheet.id).keyed_by == "AB"


@pytest.mark.parametrize("station", [SheetState.KEYED, SheetState.LOST, SheetState.INVALID])
def test_what_another_window_noted_of_a_sheet_is_seen_before_it_is_keyed(
    store: Store, window: Store, batch: Batch, sheet: Sheet, station: SheetState
) -> None:
    window.sheets.set_date(sheet.id, station, DAY)
    with pytest.raises(UserError) as caught:
        check_keying(store.sheets.get(sheet.id), batch)
    assert caught.value.key == f"batch.{station.value}"
    window.sheets.set_date(sheet.id, station, None)
    check_keying(store.sheets.get(sheet.id), batch)


def test_a_sheet_on_screen_is_not_for_a_batch(store: Store, round_: Round, batch: Batch) -> None:
    with pytest.raises(UserError) as caught:
        check_keying(store.sheets.add(round_, "council"), batch)
    assert caught.value.key == "batch.on_screen"


def test_a_sheet_of_a_dissolved_batch_is_not_keyed_again_until_it_is_back(
    store: Store, batch: Batch, sheet: Sheet
) -> None:
    keyed(store, batch, sheet, {})
    store.second_keying.want([sheet.id])
    store.batches.dissolve(batch.id)
    with pytest.raises(UserError) as caught:
        check_second_keying(store.sheets.get(sheet.id), batch, "AB", also_own=False)
    assert caught.value.key == "second.not_wanted"
    store.batches.restore(batch.id)
    check_second_keying(store.sheets.get(sheet.id), batch, "AB", also_own=False)
