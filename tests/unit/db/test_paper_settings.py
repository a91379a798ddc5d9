"""What stands on paper beside the questions: the logo, and where and until when to return it."""

from __future__ import annotations

from datetime import date

import pytest

from kommune_desktop.core.round import ReturnAddress, Round
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.unit.db.builders import add_round

PNG = b"\x89PNG\r\n\x1a\n\x00\xff'"


def test_a_new_file_has_no_logo(store: Store) -> None:
    assert store.logo() is None


def test_a_logo_is_kept_to_the_byte_and_can_be_taken_off(store: Store) -> None:
    store.set_logo(PNG)
    with Store.open(store.path, readonly=True) as other:
        assert other.logo() == PNG
    store.set_logo(PNG * 20_000)
    assert store.logo() == PNG * 20_000
    store.set_logo(None)
    assert store.logo() is None
    assert store.findings() == []


def test_a_logo_is_not_changed_in_a_file_that_is_only_read(store: Store) -> None:
    with Store.open(store.path, readonly=True) as other, pytest.raises(UserError) as caught:
        other.set_logo(PNG)
    assert caught.value.key.startswith("store.")
    assert store.logo() is None


def test_a_round_has_no_address_at_first(store: Store, round_: Round) -> None:
    assert store.rounds.return_address(round_.id) == ReturnAddress("", None)


@pytest.mark.parametrize(
    "address",
    [
        ReturnAddress("Rathaus\nMarkt 1", date(2026, 12, 24)),
        ReturnAddress("Rathaus"),
        ReturnAddress("", date(2027, 1, 1)),
    ],
)
def test_an_address_is_kept_with_its_round_alone(store: Store, round_: Round, address: ReturnAddress) -> None:
    other = add_round(store, title="Runde 2")
    store.rounds.set_return_address(round_.id, ReturnAddress("früher", date(2020, 1, 1)))
    store.rounds.set_return_address(round_.id, address)
    assert store.rounds.return_address(round_.id) == address
    assert store.rounds.return_address(other.id) == ReturnAddress()


def test_a_day_that_is_none_is_damage_to_the_file(store: Store, round_: Round) -> None:
    store._connection.exec_driver_sql("UPDATE round SET return_by = 'bald'")
    with pytest.raises(UserError) as caught:
        store.rounds.return_address(round_.id)
    assert caught.value.key == "store.damaged"
