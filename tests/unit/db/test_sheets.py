"""Sheets: numbered, deleted, brought back, removed for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from itertools import compress, product

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.numbering import SheetNumber, read_number
from kommune_desktop.core.results import Figures, Hidden, HiddenReason, compute_results
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import STATIONS, Sheet, SheetState
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.unit.db.builders import FORM, add_round, answers_of, document, given, question

START = datetime(2026, 11, 2, 9, tzinfo=UTC)


def numbers(store: Store, round_: Round) -> list[str]:
    return [sheet.number for sheet in store.sheets.of_round(round_.id)]


def test_a_sheet_without_a_number_gets_the_next_free_one(store: Store, round_: Round) -> None:
    for number in (None, "7", None, "B3", None):
        store.sheets.add(round_, "council", number)
    first, seven, second, other, third = numbers(store, round_)
    assert (seven, other) == ("7", "B3")
    code = f"{round_.code}-RF"
    assert [number[:-2] for number in (first, second, third)] == [f"{code}-0001", f"{code}-0002", f"{code}-0003"]


def test_a_new_sheet_knows_its_group_and_has_no_answers(store: Store, round_: Round) -> None:
    sheet = store.sheets.add(round_, "welfare")
    assert (sheet.group_id, sheet.round_id, sheet.answered, sheet.topic) == ("welfare", round_.id, 0, "")
    assert sheet.created.utcoffset() is not None
    assert store.sheets.get(sheet.id) == sheet


def test_a_number_is_given_once_in_a_round(store: Store, round_: Round) -> None:
    store.sheets.add(round_, "council", "7")
    with pytest.raises(UserError) as caught:
        store.sheets.add(round_, "welfare", "7")
    assert (caught.value.key, caught.value.params) == ("sheet.number_taken", {"number": "7"})
    other = add_round(store, document(question("b"), version="2.0"), title="Runde 2")
    assert store.sheets.add(other, "welfare", "7").number == "7"


def test_a_joint_group_has_one_sheet(store: Store, round_: Round) -> None:
    first = store.sheets.add(round_, "administration")
    with pytest.raises(UserError) as caught:
        store.sheets.add(round_, "administration")
    assert caught.value.key == "sheet.joint_has_one"
    store.sheets.delete(first.id)
    assert store.sheets.add(round_, "administration").id != first.id


def test_sheets_are_counted_by_group_in_the_order_of_the_round(store: Store, round_: Round) -> None:
    for group_id in ("welfare", "council", "welfare"):
        store.sheets.add(round_, group_id)
    counts = store.sheets.count_by_group(round_.id)
    assert list(counts.items()) == [("administration", 0), ("council", 1), ("welfare", 2)]


def test_an_answered_sheet_counts_every_state_but_blank(store: Store, round_: Round) -> None:
    sheet = store.sheets.add(round_, "council")
    for question_id, state in zip(("a.grad", "a.ja", "a.eins"), list(State)[1:4], strict=True):
        store.answers.save(sheet.id, question_id, Answer(state))
    store.answers.save(sheet.id, "a.rat", given(1))
    assert store.sheets.get(sheet.id).answered == 3


def test_a_deleted_sheet_is_gone_from_every_list(store: Store, round_: Round) -> None:
    sheet = store.sheets.add(round_, "council")
    store.answers.save(sheet.id, "a.grad", given(4))
    store.sheets.delete(sheet.id)
    assert store.sheets.of_round(round_.id) == []
    assert store.sheets.numbers(round_.id) == set()
    assert store.sheets.count_by_group(round_.id)["council"] == 0
    assert store.tallies.of_round(round_).cells["a.grad", "council"].given == 0
    with pytest.raises(UserError) as caught:
        store.sheets.get(sheet.id)
    assert caught.value.key == "sheet.gone"


def test_a_restored_sheet_is_back_with_all_its_answers(store: Store, round_: Round) -> None:
    sheet = store.sheets.add(round_, "council", "1")
    store.answers.save(sheet.id, "a.grad", given(4, "Kommentar"))
    store.sheets.delete(sheet.id)
    store.sheets.restore(sheet.id)
    assert answers_of(store, round_) == {"1": {"a.grad": given(4, "Kommentar")}}


def test_a_sheet_is_not_restored_beside_one_that_took_its_number(store: Store, round_: Round) -> None:
    sheet = store.sheets.add(round_, "council", "1")
    store.sheets.delete(sheet.id)
    assert store.sheets.add(round_, "council", "1").number == sheet.number
    with pytest.raises(UserError) as caught:
        store.sheets.restore(sheet.id)
    assert caught.value.key == "sheet.number_taken"
    assert numbers(store, round_) == ["1"]


def test_the_sheet_of_a_joint_group_is_not_restored_beside_another(store: Store, round_: Round) -> None:
    sheet = store.sheets.add(round_, "administration", "A")
    store.sheets.delete(sheet.id)
    store.sheets.add(round_, "administration", "B")
    with pytest.raises(UserError) as caught:
        store.sheets.restore(sheet.id)
    assert caught.value.key == "sheet.joint_has_one"


def test_purging_removes_what_was_deleted_and_nothing_else(store: Store, round_: Round) -> None:
    for number in ("1", "2"):
        sheet = store.sheets.add(round_, "council", number)
        store.answers.save(sheet.id, "a.grad", given(int(number)))
    store.sheets.delete(sheet.id)
    store.sheets.purge()
    assert answers_of(store, round_) == {"1": {"a.grad": given(1)}}
    rows = store._connection.exec_driver_sql("SELECT (SELECT count(*) FROM sheet), (SELECT count(*) FROM answer)")
    assert rows.one() == (1, 1)


def test_the_page_where_work_stopped_is_remembered(store: Store, round_: Round) -> None:
    sheet = store.sheets.add(round_, "council")
    store.sheets.remember_topic(sheet.id, "a.t")
    assert store.sheets.get(sheet.id).topic == "a.t"


def issue(store: Store, round_: Round, group_id: str, count: int) -> list[Sheet]:
    """Paper sheets that are handed out."""
    issued = store.sheets.free_numbers(round_, group_id, count)
    store.sheets.issue(round_, group_id, issued, FORM)
    return store.sheets.of_round(round_.id)[-count:]


def serials(sheets: Sequence[Sheet]) -> list[int]:
    return [read_number(sheet.number).serial for sheet in sheets]


def test_issued_sheets_have_numbers_that_go_on_across_the_groups(store: Store, round_: Round) -> None:
    store.sheets.add(round_, "welfare")
    first, second = issue(store, round_, "council", 2)
    (third,) = issue(store, round_, "welfare", 1)
    assert [sheet.number[:-2] for sheet in (first, second, third)] == ["26-RF-0002", "26-RF-0003", "26-WV-0004"]
    assert first.group_id == "council"
    assert {sheet.state for sheet in (first, second, third)} == {SheetState.ISSUED}
    assert first.form_id is not None
    assert store.forms.get(first.form_id) == FORM


def test_sheets_are_issued_all_or_none(store: Store, round_: Round) -> None:
    numbers = store.sheets.free_numbers(round_, "council", 3)
    taken = store.sheets.add(round_, "welfare", str(numbers[2]))
    with pytest.raises(UserError) as caught:
        store.sheets.issue(round_, "council", numbers, FORM)
    assert (caught.value.key, caught.value.params) == ("sheet.number_taken", {"number": str(numbers[2])})
    assert store.sheets.of_round(round_.id) == [taken]


def test_a_form_is_kept_only_with_its_sheets(store: Store, round_: Round) -> None:
    numbers = store.sheets.free_numbers(round_, "council", 2)
    with pytest.raises(UserError, match=r"sheet\.number_taken"):
        store.sheets.issue(round_, "council", [*numbers, numbers[0]], FORM)
    assert store._connection.exec_driver_sql("SELECT count(*) FROM form").scalar_one() == 0
    assert store.sheets.of_round(round_.id) == []


def test_a_sheet_printed_again_has_the_form_of_now(store: Store, round_: Round) -> None:
    (sheet,) = issue(store, round_, "council", 1)
    store.sheets.reissue(sheet, replace(FORM, language="en"))
    form_id = store.sheets.get(sheet.id).form_id
    assert form_id not in (None, sheet.form_id)
    assert form_id is not None
    assert store.forms.get(form_id).language == "en"


def test_numbers_of_deleted_sheets_do_not_come_again(store: Store, round_: Round) -> None:
    for sheet in (store.sheets.add(round_, "council"), *issue(store, round_, "council", 2)):
        store.sheets.delete(sheet.id)
    assert [number.serial for number in store.sheets.free_numbers(round_, "welfare", 2)] == [4, 5]
    assert serials([store.sheets.add(round_, "council")]) == [4]


def test_numbers_of_paper_do_not_come_again_once_it_is_removed_for_good(store: Store, round_: Round) -> None:
    (sheet,) = issue(store, round_, "council", 1)
    store.answers.save(sheet.id, "a.grad", given(3))
    store.sheets.delete(sheet.id)
    store.sheets.purge()
    assert store._connection.exec_driver_sql("SELECT count(*) FROM answer").scalar_one() == 0
    assert serials(issue(store, round_, "council", 1)) == [2]


def test_numbers_of_another_program_do_not_move_the_running_number(store: Store, round_: Round) -> None:
    wrong = str(SheetNumber("26", "RF", 50))[:-1]
    for number in ("9999", f"{wrong}{(SheetNumber('26', 'RF', 50).check_digit + 1) % 10}", "26-RF-0060"):
        store.sheets.add(round_, "council", number)
    assert serials([store.sheets.add(round_, "council")]) == [1]


def test_a_round_has_ten_thousand_numbers_less_one(store: Store, round_: Round) -> None:
    store.sheets.add(round_, "welfare", str(SheetNumber(round_.code, "WV", 9997)))
    with pytest.raises(UserError) as caught:
        store.sheets.free_numbers(round_, "council", 3)
    assert (caught.value.key, caught.value.params) == ("sheet.no_number_left", {"left": 2})
    assert serials(issue(store, round_, "council", 2)) == [9998, 9999]
    with pytest.raises(UserError) as caught:
        store.sheets.add(round_, "council")
    assert caught.value.params == {"left": 0}


def test_withdrawn_sheets_never_were(store: Store, round_: Round) -> None:
    kept = issue(store, round_, "council", 1)
    other = add_round(store, title="Runde 2")
    numbers = store.sheets.free_numbers(round_, "council", 2)
    for of in (round_, other):
        store.sheets.issue(of, "council", numbers, FORM)
    store.sheets.withdraw(round_.id, numbers)
    assert store.sheets.of_round(round_.id) == kept
    assert store.sheets.free_numbers(round_, "council", 2) == numbers
    assert serials(store.sheets.of_round(other.id)) == [2, 3]


def test_a_station_has_its_day_until_it_is_taken_back(store: Store, round_: Round) -> None:
    (sheet,) = issue(store, round_, "council", 1)
    moment = datetime(2026, 11, 2, 9, 30, 15, 123000, tzinfo=timezone(timedelta(hours=1)))
    for station in STATIONS:
        store.sheets.set_date(sheet.id, station, moment)
        assert store.sheets.get(sheet.id).state is station
    assert set(store.sheets.get(sheet.id).dates.values()) == {moment}
    for station in STATIONS[1:]:
        store.sheets.set_date(sheet.id, station, None)
    assert dict(store.sheets.get(sheet.id).dates) == {SheetState.ISSUED: moment}


def test_a_deleted_sheet_gets_no_date(store: Store, round_: Round) -> None:
    sheet, other = issue(store, round_, "council", 2)
    store.sheets.delete(sheet.id)
    with pytest.raises(UserError) as caught:
        store.sheets.set_date(sheet.id, SheetState.RETURNED, START)
    assert caught.value.key == "sheet.gone"
    store.sheets.restore(sheet.id)
    assert {sheet.state for sheet in store.sheets.of_round(round_.id)} == {SheetState.ISSUED}
    assert store.sheets.get(other.id) == other


def test_a_paper_sheet_counts_from_when_it_is_keyed(store: Store, round_: Round) -> None:
    sheets = issue(store, round_, "council", 6)
    for sheet in sheets:
        store.answers.save(sheet.id, "a.grad", given(3))
    ends = (SheetState.ISSUED, SheetState.RETURNED, SheetState.KEYED, SheetState.VERIFIED)
    for sheet, end in zip(sheets, ends, strict=False):
        walk(store, sheet, end)
    for sheet, end in zip(sheets[4:], (SheetState.LOST, SheetState.INVALID), strict=True):
        walk(store, sheet, SheetState.KEYED)
        store.sheets.set_date(sheet.id, end, START)
    assert store.sheets.count_by_group(round_.id)["council"] == 4
    assert store.sheets.counted_by_group(round_.id) == {"administration": 0, "council": 2, "welfare": 0}
    cell = store.tallies.of_round(round_).cells["a.grad", "council"]
    assert (cell.shown, cell.given, dict(cell.values)) == (2, 2, {3: 2})


def test_paper_that_is_out_does_not_lift_a_group_over_the_minimum(store: Store, round_: Round) -> None:
    """Five sheets with answers, four of them keyed: with k = 5 the cell is hidden until the last one is keyed too."""

    def cell() -> object:
        return compute_results(round_, store.tallies.of_round(round_)).questions[0].groups["council"]

    *keyed, last = issue(store, round_, "council", 5)
    for sheet in (*keyed, last):
        store.answers.save(sheet.id, "a.grad", given(2))
    for sheet in keyed:
        walk(store, sheet, SheetState.KEYED)
    walk(store, last, SheetState.RETURNED)
    assert cell() == Hidden(HiddenReason.FEW_SHEETS)
    store.sheets.set_date(last.id, SheetState.KEYED, START)
    assert isinstance(cell(), Figures)
    store.sheets.set_date(keyed[0].id, SheetState.INVALID, START)
    assert cell() == Hidden(HiddenReason.FEW_SHEETS)


@pytest.mark.parametrize("end", [SheetState.LOST, SheetState.INVALID])
def test_an_office_gets_a_second_sheet_only_when_the_first_is_lost_or_invalid(
    store: Store, round_: Round, end: SheetState
) -> None:
    (first,) = issue(store, round_, "administration", 1)
    for station in (None, SheetState.RETURNED, SheetState.KEYED):
        if station:
            store.sheets.set_date(first.id, station, START)
        for again in (partial(issue, store, round_, "administration", 1), partial(add_to_office, store, round_)):
            with pytest.raises(UserError) as caught:
                again()
            assert caught.value.key == "sheet.joint_has_one"
    store.sheets.set_date(first.id, end, START)
    (second,) = issue(store, round_, "administration", 1)
    assert serials([first, second]) == [1, 2]
    assert store.sheets.count_by_group(round_.id)["administration"] == 1


def test_an_office_is_not_issued_two_sheets_at_once(store: Store, round_: Round) -> None:
    with pytest.raises(UserError):
        issue(store, round_, "administration", 2)


def test_a_lost_sheet_of_an_office_is_not_found_again_beside_another(store: Store, round_: Round) -> None:
    (first,) = issue(store, round_, "administration", 1)
    store.sheets.set_date(first.id, SheetState.LOST, START)
    issue(store, round_, "administration", 1)
    with pytest.raises(UserError) as caught:
        store.sheets.set_date(first.id, SheetState.LOST, None)
    assert caught.value.key == "sheet.joint_has_one"


def test_a_lost_sheet_of_an_office_is_restored_beside_the_one_that_took_its_place(store: Store, round_: Round) -> None:
    (first,) = issue(store, round_, "administration", 1)
    store.sheets.set_date(first.id, SheetState.LOST, START)
    issue(store, round_, "administration", 1)
    store.sheets.delete(first.id)
    store.sheets.restore(first.id)
    assert serials(store.sheets.of_round(round_.id)) == [1, 2]


def test_paper_that_was_removed_for_good_is_not_restored(store: Store, round_: Round) -> None:
    (sheet,) = issue(store, round_, "council", 1)
    store.answers.save(sheet.id, "a.grad", given(3))
    store.sheets.delete(sheet.id)
    with Store.open(store.path) as other:
        other.sheets.purge()
    with pytest.raises(UserError) as caught:
        store.sheets.restore(sheet.id)
    assert caught.value.key == "sheet.gone"


def test_whatever_days_a_sheet_has_the_store_counts_it_as_the_subject_does(store: Store, round_: Round) -> None:
    sheets = [store.sheets.add(round_, "council") for _ in range(2 ** len(STATIONS))]
    for sheet, noted in zip(sheets, product((False, True), repeat=len(STATIONS)), strict=True):
        for station in compress(STATIONS, noted):
            store.sheets.set_date(sheet.id, station, START)
    expected = sum(sheet.is_counted for sheet in store.sheets.of_round(round_.id))
    assert store.sheets.counted_by_group(round_.id)["council"] == expected


def walk(store: Store, sheet: Sheet, end: SheetState) -> None:
    """Bring a sheet that is out to a station, one after the other."""
    for station in STATIONS[1 : STATIONS.index(end) + 1]:
        store.sheets.set_date(sheet.id, station, START)


def add_to_office(store: Store, round_: Round) -> None:
    store.sheets.add(round_, "administration")
