"""Sheets: numbered, deleted, brought back, removed for good."""

from __future__ import annotations

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.round import Round
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.unit.db.builders import add_round, answers_of, document, given, question


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
    store.sheets.restore(round_, sheet.id)
    assert answers_of(store, round_) == {"1": {"a.grad": given(4, "Kommentar")}}


def test_a_sheet_is_not_restored_beside_one_that_took_its_number(store: Store, round_: Round) -> None:
    sheet = store.sheets.add(round_, "council", "1")
    store.sheets.delete(sheet.id)
    assert store.sheets.add(round_, "council", "1").number == sheet.number
    with pytest.raises(UserError) as caught:
        store.sheets.restore(round_, sheet.id)
    assert caught.value.key == "sheet.number_taken"
    assert numbers(store, round_) == ["1"]


def test_the_sheet_of_a_joint_group_is_not_restored_beside_another(store: Store, round_: Round) -> None:
    sheet = store.sheets.add(round_, "administration", "A")
    store.sheets.delete(sheet.id)
    store.sheets.add(round_, "administration", "B")
    with pytest.raises(UserError) as caught:
        store.sheets.restore(round_, sheet.id)
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
