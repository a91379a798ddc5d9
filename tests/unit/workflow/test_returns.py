"""A sheet is found by whatever stands on its paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kommune_desktop.core.numbering import SheetNumber
from kommune_desktop.core.page_code import PageCode
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.workflow.returns import find_sheet
from tests.unit.db.builders import FORM, TOWN, add_round

WHOLE = "26-RF-0042-"


def payload(number: str, page: int, version: str = "1.0") -> str:
    """What a code of a page says."""
    return str(PageCode(number, page, version, FORM.fingerprint))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", TOWN) as made:
        add_round(made)
        yield made


@pytest.fixture
def round_(store: Store) -> Round:
    return store.rounds.all()[0]


@pytest.fixture
def sheet(store: Store, round_: Round) -> Sheet:
    """The sheet with the running number 42, among others."""
    store.sheets.issue(round_, "council", [SheetNumber("26", "RF", serial) for serial in range(40, 45)], FORM)
    return next(sheet for sheet in store.sheets.of_round(round_.id) if sheet.number.startswith(WHOLE))


def refused(store: Store, round_: Round, text: str) -> UserError:
    """Why a text finds no sheet."""
    with pytest.raises(UserError) as caught:
        find_sheet(store, round_, text)
    return caught.value


def test_a_whole_number_finds_its_sheet_however_it_is_typed(store: Store, round_: Round, sheet: Sheet) -> None:
    number = sheet.number
    for typed in (number, number.lower(), f"  {number}\n", number.replace("-", ""), number.replace("-", " - ")):
        assert find_sheet(store, round_, typed) == sheet


def test_the_last_digits_alone_find_the_sheet(store: Store, round_: Round, sheet: Sheet) -> None:
    check_digit = sheet.number[-1]
    for typed in (f"42{check_digit}", f"42-{check_digit}", f"0042{check_digit}", f" 042 {check_digit} "):
        assert find_sheet(store, round_, typed) == sheet


@pytest.mark.parametrize("page", [1, 12])
def test_the_code_of_any_page_finds_the_sheet(store: Store, round_: Round, sheet: Sheet, page: int) -> None:
    code = payload(sheet.number, page)
    assert find_sheet(store, round_, code) == sheet
    assert find_sheet(store, round_, f"{code.lower()}\r\n") == sheet


def test_the_code_of_a_form_without_a_number_is_no_number(store: Store, round_: Round, sheet: Sheet) -> None:
    assert sheet
    assert refused(store, round_, payload("", 1)).key == "number.malformed"
    assert refused(store, round_, "KOMM1:").key == "number.malformed"


def test_every_mistyped_digit_is_noticed(store: Store, round_: Round, sheet: Sheet) -> None:
    number = sheet.number
    for place in (0, 1, 6, 7, 8, 9, 11):
        for digit in "0123456789".replace(number[place], ""):
            mistyped = number[:place] + digit + number[place + 1 :]
            assert refused(store, round_, mistyped).key == "number.check_digit"


def test_a_mistyped_last_digit_is_noticed_where_only_the_last_are_typed(
    store: Store, round_: Round, sheet: Sheet
) -> None:
    for digit in "0123456789".replace(sheet.number[-1], ""):
        error = refused(store, round_, f"42{digit}")
        assert (error.key, error.params["text"]) == ("number.check_digit", f"42{digit}")


def test_a_number_of_another_round_of_the_file_names_the_round(store: Store, round_: Round, sheet: Sheet) -> None:
    other = add_round(store, title="Die zweite")
    error = refused(store, round_, str(SheetNumber(other.code, "RF", 42)).lower())
    assert (error.key, error.params["round"]) == ("number.other_round", "Die zweite")
    assert refused(store, other, sheet.number).params["round"] == round_.title


def test_a_number_of_no_round_of_the_file_is_foreign(store: Store, round_: Round, sheet: Sheet) -> None:
    assert sheet
    assert refused(store, round_, str(SheetNumber("19", "RF", 42))).key == "number.foreign"


def test_a_number_that_was_never_given_is_unknown(store: Store, round_: Round, sheet: Sheet) -> None:
    assert sheet
    number = SheetNumber(round_.code, "RF", 45)
    assert refused(store, round_, str(number)).key == "number.unknown"
    assert refused(store, round_, f"45{number.check_digit}").key == "number.unknown"


def test_a_deleted_sheet_is_found_no_more(store: Store, round_: Round, sheet: Sheet) -> None:
    store.sheets.delete(sheet.id)
    assert refused(store, round_, sheet.number).key == "number.unknown"


@pytest.mark.parametrize("number", ["17", "Bogen 3", "427", "0"])
def test_a_sheet_from_an_answer_file_is_found_by_its_own_number(store: Store, round_: Round, number: str) -> None:
    brought = store.sheets.add(round_, "welfare", number)
    assert find_sheet(store, round_, f" {number} ") == brought


def test_sheets_with_other_numbers_do_not_stand_in_the_way(store: Store, round_: Round, sheet: Sheet) -> None:
    store.sheets.add(round_, "welfare", "17")
    store.sheets.add(round_, "welfare", "frei")
    assert find_sheet(store, round_, f"42{sheet.number[-1]}") == sheet


def test_a_scanner_set_to_an_american_keyboard_is_understood(store: Store, round_: Round, sheet: Sheet) -> None:
    typed = payload(sheet.number, 3).translate(str.maketrans(":-YZ", "ÖßZY"))
    assert find_sheet(store, round_, typed) == sheet
    assert find_sheet(store, round_, typed.lower()) == sheet


def test_a_sheet_from_a_file_does_not_hide_the_last_digits_of_a_paper_one(
    store: Store, round_: Round, sheet: Sheet
) -> None:
    short = f"42{sheet.number[-1]}"
    imported = store.sheets.add(round_, "welfare", short)
    assert find_sheet(store, round_, short) == sheet
    store.sheets.delete(sheet.id)
    assert find_sheet(store, round_, short) == imported


def test_a_sheet_of_another_version_of_the_questionnaire_is_refused(store: Store, round_: Round, sheet: Sheet) -> None:
    error = refused(store, round_, payload(sheet.number, 2, "0.9"))
    assert (error.key, error.params["printed"], error.params["version"]) == ("number.other_version", "0.9", "1.0")
    assert find_sheet(store, round_, sheet.number) == sheet


def test_what_is_refused_is_named_as_it_was_typed(store: Store, round_: Round) -> None:
    assert refused(store, round_, "KOMM1:").params["text"] == "KOMM1:"
