"""Which sheets are drawn to be keyed a second time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kommune_desktop.core.batch import Batch, BatchSheets, check_second_keying, with_sheets
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.db import Store
from kommune_desktop.workflow.keying import draw_second_keying
from tests.unit.db.builders import TOWN, add_round
from tests.unit.db.paper import DAY, issued, keyed


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", TOWN) as made:
        add_round(made)
        yield made


@pytest.fixture
def round_(store: Store) -> Round:
    return store.rounds.all()[0]


@pytest.fixture
def batch(store: Store, round_: Round) -> Batch:
    """A batch with eight keyed sheets and one that is half keyed, and another batch with one sheet."""
    batch, other = store.batches.add(round_.id, 0), store.batches.add(round_.id, 0)
    *sheets, half, elsewhere = issued(store, round_, 10)
    for sheet in sheets:
        keyed(store, batch, sheet, {})
    store.batches.put(batch.id, half.id, "KS")
    keyed(store, other, elsewhere, {})
    return batch


def laid(store: Store, round_: Round, batch: Batch) -> BatchSheets:
    return with_sheets([batch], store.sheets.of_round(round_.id))[0]


def draw(store: Store, round_: Round, batch: Batch, size: int) -> tuple[Sheet, ...]:
    """Draw sheets, and note that they are wanted."""
    drawn = draw_second_keying(laid(store, round_, batch), size)
    store.second_keying.want(sheet.id for sheet in drawn)
    return drawn


def wanted(store: Store, round_: Round) -> list[str]:
    return [sheet.number for sheet in store.sheets.of_round(round_.id) if sheet.is_second_wanted]


def test_so_many_keyed_sheets_of_the_batch_are_drawn(store: Store, round_: Round, batch: Batch) -> None:
    drawn = draw(store, round_, batch, 3)
    assert len(drawn) == len({sheet.id for sheet in drawn}) == 3
    for sheet in store.sheets.of_round(round_.id):
        if sheet.is_second_wanted:
            check_second_keying(sheet, batch, "AB", also_own=False)


def test_a_larger_sample_keeps_what_was_drawn_before(store: Store, round_: Round, batch: Batch) -> None:
    first = draw(store, round_, batch, 2)
    more = draw(store, round_, batch, 5)
    assert len(more) == 3
    assert not {sheet.id for sheet in first} & {sheet.id for sheet in more}
    assert len(wanted(store, round_)) == 5


@pytest.mark.parametrize("size", [0, 1, 2])
def test_a_smaller_sample_draws_nothing_and_takes_nothing_back(
    store: Store, round_: Round, batch: Batch, size: int
) -> None:
    draw(store, round_, batch, 2)
    assert draw(store, round_, batch, size) == ()
    assert len(wanted(store, round_)) == 2


@pytest.mark.parametrize("size", [8, 9, 1000])
def test_of_more_than_there_are_all_keyed_ones_are_drawn(store: Store, round_: Round, batch: Batch, size: int) -> None:
    assert len(draw(store, round_, batch, size)) == 8
    assert draw(store, round_, batch, size) == ()


def test_a_batch_without_a_keyed_sheet_has_nothing_to_draw(store: Store, round_: Round) -> None:
    empty = store.batches.add(round_.id, 5)
    store.batches.put(empty.id, issued(store, round_)[0].id, "KS")
    assert draw(store, round_, empty, 5) == ()


@pytest.mark.parametrize("station", [SheetState.LOST, SheetState.INVALID])
def test_sheets_that_are_lost_or_invalid_are_neither_drawn_nor_counted_as_drawn(
    store: Store, round_: Round, batch: Batch, station: SheetState
) -> None:
    drawn_before = draw(store, round_, batch, 1)[0]
    out_of_use = [drawn_before, *(s for s in laid(store, round_, batch).sheets if s.id != drawn_before.id)][:6]
    for sheet in out_of_use:
        store.sheets.set_date(sheet.id, station, DAY)
    drawn = draw(store, round_, batch, 2)
    assert len(drawn) == 2
    assert not {sheet.id for sheet in drawn} & {sheet.id for sheet in out_of_use}


def test_every_sheet_has_the_same_chance(store: Store, round_: Round, batch: Batch) -> None:
    """400 samples of 2 of 8: each sheet is expected in 100; fewer than 50 would come once in 10 million times."""
    sheets = laid(store, round_, batch)
    counts = Counter(sheet.id for _ in range(400) for sheet in draw_second_keying(sheets, 2))
    assert sum(counts.values()) == 800
    assert len(counts) == 8
    assert min(counts.values()) >= 50
