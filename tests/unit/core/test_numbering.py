from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.numbering import (
    _DAMM,
    MAX_SERIAL,
    SheetNumber,
    as_number,
    next_round_code,
    read_number,
    read_short_number,
    runs,
    with_codes,
)
from kommune_desktop.core.round import STANDARD_GROUPS
from kommune_desktop.errors import UserError
from tests.builders import individual, text

NUMBERS = st.builds(
    SheetNumber,
    st.sampled_from(["26", "26B", "07Z"]),
    st.sampled_from(["ZG", "VW", "AA"]),
    st.integers(1, MAX_SERIAL),
)


def key_of(text: str) -> str:
    with pytest.raises(UserError) as caught:
        read_number(text)
    return caught.value.key


def test_the_check_digit_is_that_of_damm_worked_out_by_hand() -> None:
    # 26-AA-0001 is 26 10 10 0001. Row and column of the table, digit by digit:
    # (0,2) 1, (1,6) 4, (4,1) 1, (1,0) 7, (7,1) 9, (9,0) 2, (2,0) 4, (4,0) 6, (6,0) 5, (5,1) 6.
    assert SheetNumber("26", "AA", 1).check_digit == 6


def test_a_number_is_written_with_hyphens_and_leading_zeros() -> None:
    assert str(SheetNumber("26", "ZG", 42)).startswith("26-ZG-0042-")


@given(NUMBERS)
def test_what_is_written_is_read(number: SheetNumber) -> None:
    assert read_number(str(number)) == number
    assert as_number(str(number))


@given(NUMBERS)
def test_small_letters_blanks_and_missing_hyphens_are_understood(number: SheetNumber) -> None:
    assert read_number(f"  {str(number).lower().replace('-', ' ')} ") == number
    assert read_number(str(number).replace("-", "")) == number
    assert not as_number(str(number).lower())


@given(NUMBERS, st.integers(0, 4), st.integers(1, 9))
def test_each_mistyped_digit_is_noticed(number: SheetNumber, place: int, difference: int) -> None:
    digits = f"{number.serial:04d}{number.check_digit}"
    wrong = str((int(digits[place]) + difference) % 10)
    mistyped = digits[:place] + wrong + digits[place + 1 :]
    assert key_of(f"{number.round_code}-{number.group_code}-{mistyped[:4]}-{mistyped[4]}") == "number.check_digit"


@given(NUMBERS, st.integers(0, 3))
def test_two_digits_that_changed_places_are_noticed(number: SheetNumber, place: int) -> None:
    digits = f"{number.serial:04d}{number.check_digit}"
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    if swapped != digits:
        assert key_of(f"{number.round_code}{number.group_code}{swapped}") == "number.check_digit"


@pytest.mark.parametrize("typed", ["", "17", "26-ZG-42-7", "26-Z-0042-7", "2026-ZG-0042-7", "26-ZG-0042", "x" * 500])
def test_what_is_no_number_is_refused(typed: str) -> None:
    assert key_of(typed) == "number.malformed"


@pytest.mark.parametrize(
    ("typed", "meant"), [("427", (42, 7)), ("00427", (42, 7)), ("0042-7", (42, 7)), (" 1 3 ", (1, 3))]
)
def test_the_last_digits_alone_are_understood(typed: str, meant: tuple[int, int]) -> None:
    assert read_short_number(typed) == meant


@pytest.mark.parametrize("typed", ["7", "", "123456", "26-ZG-0042-7", "A1"])
def test_anything_else_is_no_short_number(typed: str) -> None:
    assert read_short_number(typed) is None


def test_rounds_of_one_year_differ_by_a_letter() -> None:
    assert next_round_code(2026, set()) == "26"
    assert next_round_code(2026, {"26", "25"}) == "26B"
    assert next_round_code(2026, {"26", "26B"}) == "26C"
    everything = {"26", *(f"26{chr(letter)}" for letter in range(ord("B"), ord("Z") + 1))}
    with pytest.raises(UserError) as caught:
        next_round_code(2026, everything)
    assert caught.value.key == "round.too_many"


def test_the_standard_groups_have_codes_of_their_own() -> None:
    assert len({group.code for group in STANDARD_GROUPS}) == len(STANDARD_GROUPS)
    assert with_codes(STANDARD_GROUPS) == STANDARD_GROUPS


@given(st.lists(st.text(max_size=20), max_size=40))
def test_every_group_gets_two_letters_that_no_other_has(titles: list[str]) -> None:
    groups = with_codes([individual(f"g{place}", text(title)) for place, title in enumerate(titles)])
    codes = [group.code for group in groups]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in codes)


def test_the_check_digit_is_that_of_the_example_in_the_literature() -> None:
    # 572 has the check digit 4. Zeros before it do not change that, as the first row of the table leaves 0 at 0.
    assert SheetNumber("", "", 572).check_digit == 4


def test_the_table_is_a_totally_anti_symmetric_quasigroup_with_zeros_on_its_diagonal() -> None:
    """What makes every mistyped digit and every swap noticed, by definition; checked for all there are."""
    digits = range(10)
    for one in digits:
        assert sorted(_DAMM[one]) == sorted(_DAMM[other][one] for other in digits) == list(digits)
        assert _DAMM[one][one] == 0
    for before, one, other in product(digits, digits, digits):
        if one != other:
            assert _DAMM[_DAMM[before][one]][other] != _DAMM[_DAMM[before][other]][one]


@given(NUMBERS)
def test_a_mistyped_year_is_noticed(number: SheetNumber) -> None:
    year, rest = str(number)[:2], str(number)[2:]
    for wrong in (f"{digit}{year[1]}" for digit in "0123456789" if digit != year[0]):
        assert key_of(wrong + rest) == "number.check_digit"
    assert key_of(year[::-1] + rest) == "number.check_digit"


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_number_or_refused_in_words(typed: str) -> None:
    key = ""
    try:
        read_number(typed)
    except UserError as error:
        key = error.key
    assert key in ("", "number.malformed", "number.check_digit")


def test_only_the_ten_digits_of_the_keyboard_are_digits() -> None:
    number = str(SheetNumber("26", "ZG", 42))
    assert not as_number(number.replace("26", "٢٦"))


def test_running_numbers_begin_with_one() -> None:
    assert key_of(str(SheetNumber("26", "ZG", 0))) == "number.malformed"


def test_codes_are_made_from_the_letters_of_the_german_title() -> None:
    titles = ("Ämter", "Verwaltung", "Verein", "Vw", "Öl", "12", "–", "Straße")
    groups = with_codes(individual(f"g{place}", text(title, "Zz")) for place, title in enumerate(titles))
    # Verein: VE is taken, then V and its third letter. „12“ and „–“ have no letters: GR, then G and a letter in order.
    assert [group.code for group in groups] == ["AM", "VE", "VR", "VW", "OL", "GR", "GA", "ST"]


def test_a_code_that_a_group_has_is_kept_and_not_given_to_one_before_it() -> None:
    groups = with_codes((individual("vw", text("Vw")), *STANDARD_GROUPS))
    assert [group.code for group in groups] == ["VA", *(group.code for group in STANDARD_GROUPS)]


def test_rounds_of_the_first_years_of_a_century_have_two_digits() -> None:
    assert next_round_code(2107, set()) == "07"


@given(st.lists(st.integers(1, 60)))
def test_runs_hold_the_running_numbers_and_no_others_each_once_and_in_order(serials: list[int]) -> None:
    found = [serial for first, last in runs(serials) for serial in range(first, last + 1)]
    assert found == sorted(set(serials))


@given(st.lists(st.integers(1, 60)))
def test_between_two_runs_a_number_is_missing(serials: list[int]) -> None:
    found = runs(serials)
    assert all(first <= last for first, last in found)
    assert all(before[1] + 1 < after[0] for before, after in pairwise(found))


def test_runs_are_as_one_would_write_them() -> None:
    assert runs([]) == []
    assert runs([7]) == [(7, 7)]
    assert runs([12, 3, 1, 2, 9999, 13, 2]) == [(1, 3), (12, 13), (9999, 9999)]
    assert runs(iter((2, 1))) == [(1, 2)]
