from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.sheet import STATIONS, Sheet, SheetState, check_return, count_returns
from kommune_desktop.errors import UserError
from tests.builders import individual, question, round_of

START = datetime(2026, 11, 2, 9, tzinfo=UTC)


def sheet(*stations: SheetState, group_id: str = "a") -> Sheet:
    dates = {station: START + timedelta(days=place) for place, station in enumerate(stations)}
    return Sheet(1, 1, group_id, "26-AA-0001-6", START, dates=dates)


OUT, BACK, KEYED, VERIFIED, LOST, INVALID = STATIONS


@pytest.mark.parametrize(
    ("stations", "state", "counted"),
    [
        ((), SheetState.ON_SCREEN, True),
        ((OUT,), OUT, False),
        ((OUT, BACK), BACK, False),
        ((OUT, BACK, KEYED), KEYED, True),
        ((OUT, BACK, KEYED, VERIFIED), VERIFIED, True),
        ((OUT, LOST), LOST, False),
        ((OUT, BACK, KEYED, INVALID), INVALID, False),
    ],
)
def test_a_sheet_is_where_it_came_last_and_counts_once_it_is_keyed(
    stations: tuple[SheetState, ...], state: SheetState, counted: bool
) -> None:
    made = sheet(*stations)
    assert (made.state, made.is_counted) == (state, counted)


def test_a_sheet_that_is_out_can_come_back() -> None:
    check_return(sheet(OUT))


@pytest.mark.parametrize(
    "stations", [(), (OUT, BACK), (OUT, BACK, KEYED), (OUT, BACK, KEYED, VERIFIED), (OUT, LOST), (OUT, BACK, INVALID)]
)
def test_any_other_is_refused_with_its_state_and_the_day(stations: tuple[SheetState, ...]) -> None:
    made = sheet(*stations)
    with pytest.raises(UserError) as caught:
        check_return(made)
    assert caught.value.key == f"return.{made.state.value}"
    assert caught.value.params["day"] == (made.dates[made.state].astimezone().date() if stations else None)


def test_returns_are_counted_by_group_and_state() -> None:
    round_ = round_of(question(), individual("a"), individual("b"))
    sheets = [
        sheet(OUT),
        sheet(OUT),
        sheet(OUT, BACK),
        sheet(OUT, BACK, KEYED),
        sheet(OUT, LOST),
        sheet(),
        sheet(group_id="b"),
    ]
    first, second = count_returns(round_, sheets)
    assert (first.issued, first.back, first.missing, first.rate) == (5, 2, 2, Fraction(2, 5))
    assert (second.issued, second.rate) == (0, None)


def test_what_came_back_invalid_is_back_and_what_is_lost_is_not() -> None:
    sheets = [sheet(OUT, BACK, INVALID), sheet(OUT, LOST), sheet(OUT, BACK, KEYED, VERIFIED), sheet(OUT)]
    (returns,) = count_returns(round_of(question(), individual("a")), sheets)
    assert (returns.issued, returns.back, returns.missing, returns.rate) == (4, 2, 1, Fraction(1, 2))


@given(st.lists(st.integers(1, len(STATIONS)).map(lambda count: STATIONS[:count]), max_size=20))
def test_every_paper_sheet_is_counted_at_one_station(histories: list[tuple[SheetState, ...]]) -> None:
    sheets = [sheet(*stations) for stations in histories]
    (returns,) = count_returns(round_of(question(), individual("a")), [*sheets, sheet()])
    assert returns.issued == len(sheets)
    assert returns.issued == returns.back + returns.missing + returns.counts[LOST]
    assert returns.rate is None or 0 <= returns.rate <= 1


def test_returns_stand_in_the_order_of_the_groups() -> None:
    round_ = round_of(question(), individual("b"), individual("a"))
    assert [returns.group.id for returns in count_returns(round_, [sheet(OUT)])] == ["b", "a"]


def test_the_station_decides_and_not_the_day_that_was_noted() -> None:
    late = Sheet(1, 1, "a", "1", START, dates={BACK: START + timedelta(days=9), KEYED: START})
    assert late.state is KEYED
