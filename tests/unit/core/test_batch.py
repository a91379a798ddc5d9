"""Sheets on a desk: how far a batch is, what may be keyed in it, and what is drawn to be keyed again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.batch import (
    Batch,
    BatchSheets,
    check_keying,
    check_second_keying,
    sample,
    with_sheets,
)
from kommune_desktop.core.sheet import STATIONS, Sheet, SheetState
from kommune_desktop.errors import UserError

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
OUT, BACK, KEYED, VERIFIED, LOST, INVALID = STATIONS
FIRST, SECOND = (Batch(number, 1, number, expected=0, created=START) for number in (1, 2))


def sheet(*stations: SheetState, sheet_id: int = 1) -> Sheet:
    dates = {station: START + timedelta(days=place) for place, station in enumerate(stations)}
    return Sheet(sheet_id, 1, "a", f"26-AA-{sheet_id:04}-6", START, dates=dates)


def test_a_sheet_that_can_never_be_keyed_does_not_hold_a_batch_up() -> None:
    sheets = (sheet(OUT, BACK, KEYED), sheet(OUT, BACK, INVALID), sheet(OUT, BACK, KEYED, INVALID))
    made = BatchSheets(replace(FIRST, expected=3), sheets)
    assert (made.keyed, made.total) == (2, 2)


def laid_in(batch: Batch, made: Sheet, *, hour: int = 0, keyed_by: str = "KS") -> Sheet:
    return replace(made, batch_id=batch.id, laid=START + timedelta(hours=hour), keyed_by=keyed_by)


def wanted(*stations: SheetState, second_at: datetime | None = None) -> Sheet:
    """A sheet of the first batch that is to be keyed a second time."""
    return replace(laid_in(FIRST, sheet(*stations)), is_second_wanted=True, second_at=second_at)


def why_refused(made: Sheet, initials: str = "AB", *, also_own: bool = False) -> UserError:
    """Why a sheet is not keyed a second time in the first batch."""
    with pytest.raises(UserError) as caught:
        check_second_keying(made, FIRST, initials, also_own=also_own)
    return caught.value


def test_a_batch_has_its_sheets_in_the_order_in_which_they_were_laid() -> None:
    third, first, second = (
        laid_in(FIRST, sheet(sheet_id=number), hour=hour) for number, hour in ((1, 7), (2, 2), (3, 5))
    )
    other, nowhere = laid_in(SECOND, sheet(sheet_id=4)), sheet(sheet_id=5)
    one, two = with_sheets([FIRST, SECOND], [third, other, first, nowhere, second])
    assert (one.batch, one.sheets) == (FIRST, (first, second, third))
    assert (two.batch, two.sheets) == (SECOND, (other,))


def test_sheets_of_a_batch_that_is_not_there_are_in_none() -> None:
    (laid,) = with_sheets([SECOND], [laid_in(FIRST, sheet())])
    assert laid.sheets == ()


def test_a_sheet_that_was_never_laid_stands_where_it_was_made() -> None:
    early = replace(sheet(sheet_id=1), batch_id=1)
    late = laid_in(FIRST, sheet(sheet_id=2), hour=1)
    assert with_sheets([FIRST], [late, early])[0].sheets == (early, late)


@pytest.mark.parametrize(("expected", "there", "total"), [(0, 3, 3), (2, 3, 3), (5, 3, 5), (5, 0, 5), (0, 0, 0)])
def test_the_total_is_what_was_counted_or_what_is_there_whichever_is_more(
    expected: int, there: int, total: int
) -> None:
    sheets = tuple(sheet(OUT, BACK, sheet_id=number) for number in range(there))
    assert BatchSheets(replace(FIRST, expected=expected), sheets).total == total


def test_a_batch_tells_what_is_keyed_to_be_keyed_again_and_unsettled() -> None:
    half, keyed, lost = sheet(OUT, BACK), sheet(OUT, BACK, KEYED), sheet(OUT, BACK, LOST)
    invalid = replace(sheet(OUT, BACK, KEYED, INVALID), is_second_wanted=True)
    drawn = replace(keyed, id=2, is_second_wanted=True)
    twice = replace(drawn, id=3, second_at=START)
    settled = replace(sheet(OUT, BACK, KEYED, VERIFIED), is_second_wanted=True, second_at=START)
    gone = replace(invalid, second_at=START)
    drawn_too_early = replace(half, id=4, is_second_wanted=True)
    laid = BatchSheets(FIRST, (half, keyed, lost, invalid, drawn, twice, settled, gone, drawn_too_early))
    assert laid.keyed == 6
    assert laid.to_key == (half, drawn_too_early)
    assert laid.to_key_again == (drawn,)
    assert laid.unsettled == (twice,)


def test_a_sheet_that_is_out_or_back_may_be_keyed() -> None:
    for made in (sheet(OUT), sheet(OUT, BACK), sheet(BACK)):
        check_keying(made, FIRST)


@pytest.mark.parametrize(
    "stations",
    [(), (OUT, BACK, KEYED), (OUT, BACK, KEYED, VERIFIED), (OUT, LOST), (OUT, BACK, INVALID), (OUT, BACK, KEYED, LOST)],
)
def test_any_other_is_refused_with_its_state_and_the_day(stations: tuple[SheetState, ...]) -> None:
    made = sheet(*stations)
    with pytest.raises(UserError) as caught:
        check_keying(made, FIRST)
    assert caught.value.key == f"batch.{made.state.value}"
    day = made.dates[made.state].astimezone().date() if stations else None
    assert caught.value.params == {"number": made.number, "day": day}


def test_a_sheet_that_is_half_keyed_in_another_batch_is_finished_there() -> None:
    half = replace(laid_in(SECOND, sheet(OUT, BACK)), answered=1)
    check_keying(half, SECOND)
    check_keying(replace(half, answered=0), FIRST)
    check_keying(replace(half, batch_id=None), FIRST)
    with pytest.raises(UserError) as caught:
        check_keying(half, FIRST)
    assert (caught.value.key, caught.value.params) == ("batch.sheet_elsewhere", {"number": half.number})


def test_a_drawn_sheet_is_keyed_again_by_someone_else() -> None:
    check_second_keying(wanted(OUT, BACK, KEYED), FIRST, "AB", also_own=False)
    check_second_keying(replace(wanted(OUT, BACK, KEYED), keyed_by=""), FIRST, "AB", also_own=False)


@pytest.mark.parametrize("initials", ["KS", "ks", "Ks"])
def test_who_keyed_a_sheet_first_keys_it_again_only_where_that_is_wanted(initials: str) -> None:
    made = wanted(OUT, BACK, KEYED)
    check_second_keying(made, FIRST, initials, also_own=True)
    error = why_refused(made, initials)
    assert (error.key, error.params) == ("second.own", {"number": made.number, "initials": initials})


def test_a_sheet_that_was_not_drawn_in_this_batch_is_not_keyed_again() -> None:
    made = wanted(OUT, BACK, KEYED)
    for other in (
        replace(made, is_second_wanted=False),
        replace(made, batch_id=SECOND.id),
        replace(made, batch_id=None),
    ):
        assert why_refused(other, also_own=True).key == "second.not_wanted"


@pytest.mark.parametrize("stations", [(OUT, BACK), (OUT, BACK, KEYED, LOST), (OUT, BACK, KEYED, INVALID)])
def test_a_sheet_that_is_not_keyed_or_does_not_count_is_not_keyed_again(stations: tuple[SheetState, ...]) -> None:
    assert why_refused(wanted(*stations), also_own=True).key == "second.not_keyed"


@pytest.mark.parametrize("stations", [(OUT, BACK, KEYED), (OUT, BACK, KEYED, VERIFIED)])
def test_a_sheet_that_is_keyed_twice_is_done_since_a_day(stations: tuple[SheetState, ...]) -> None:
    day = START + timedelta(days=9)
    error = why_refused(wanted(*stations, second_at=day), also_own=True)
    assert (error.key, error.params["day"]) == ("second.done", day.astimezone().date())


CHANCES = st.lists(st.floats(0, 1, exclude_max=True), max_size=30)


@given(CHANCES, st.integers(0, 40))
def test_a_sample_has_its_size_and_each_sheet_at_most_once_in_their_order(chance: list[float], size: int) -> None:
    sheets = [sheet(sheet_id=number) for number in range(len(chance))]
    drawn = [one.id for one in sample(sheets, size, chance)]
    assert len(drawn) == min(size, len(sheets))
    assert drawn == sorted(set(drawn))


@given(CHANCES, st.integers(0, 40))
def test_no_sheet_is_drawn_in_the_place_of_one_with_a_smaller_chance(chance: list[float], size: int) -> None:
    sheets = [sheet(sheet_id=number) for number in range(len(chance))]
    drawn = {one.id for one in sample(sheets, size, chance)}
    left = set(range(len(chance))) - drawn
    assert all(chance[one] <= chance[other] for one in drawn for other in left)


def test_the_smallest_numbers_are_drawn() -> None:
    sheets = [sheet(sheet_id=number) for number in range(4)]
    assert sample(sheets, 2, [0.9, 0.3, 0.5, 0.1]) == (sheets[1], sheets[3])
