"""All answers of a round at once: of the sheets that count, as they stand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.unit.db.builders import EXAMPLES, add_round, answers_of, execute, fill, given, names_beside

NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)


def test_every_counted_sheet_comes_with_all_its_answers(store: Store) -> None:
    round_ = add_round(store)
    fill(store, round_)
    store.sheets.add(round_, "welfare", "W-1")
    fill(store, round_)
    read = [(number, group_id, dict(answers)) for number, group_id, answers in store.answers.of_round(round_)]
    assert read == [("1", "council", EXAMPLES), ("W-1", "welfare", {}), ("3", "council", EXAMPLES)]
    assert {number: answers for number, _, answers in read} == answers_of(store, round_)


def test_sheets_that_do_not_count_stay_out(store: Store) -> None:
    round_ = add_round(store)
    stations = {
        "out": [SheetState.ISSUED],
        "back": [SheetState.ISSUED, SheetState.RETURNED],
        "keyed": [SheetState.ISSUED, SheetState.RETURNED, SheetState.KEYED],
        "lost": [SheetState.ISSUED, SheetState.LOST],
        "invalid": [SheetState.ISSUED, SheetState.RETURNED, SheetState.KEYED, SheetState.INVALID],
        "deleted": [],
        "screen": [],
    }
    for number, reached in stations.items():
        sheet = store.sheets.add(round_, "council", number)
        store.answers.save(sheet.id, "a.grad", given(1))
        for station in reached:
            store.sheets.set_date(sheet.id, station, NOW)
        if number == "deleted":
            store.sheets.delete(sheet.id)
    counted = [number for number, _, _ in store.answers.of_round(round_)]
    assert counted == ["keyed", "screen"]
    assert len(counted) == store.sheets.counted_by_group(round_.id)["council"]


def test_other_rounds_and_questions_that_a_round_does_not_ask_stay_out(store: Store) -> None:
    long, short = add_round(store), add_round(store, title="Kurz", short_form=True)
    for round_ in (long, short):
        fill(store, round_)
    ((_, _, answers),) = store.answers.of_round(short)
    assert [question_id for question_id, _ in answers] == ["a.grad"]


def test_equal_answers_are_one_object(store: Store) -> None:
    round_ = add_round(store)
    for number in ("1", "2"):
        sheet = store.sheets.add(round_, "council", number)
        store.answers.save(sheet.id, "a.ja", Answer(State.DONT_KNOW))
    (_, _, [(_, first)]), (_, _, [(_, second)]) = store.answers.of_round(round_)
    assert first is second


def test_an_empty_round_has_no_sheets(store: Store) -> None:
    assert list(store.answers.of_round(add_round(store))) == []


def test_a_damaged_value_is_said(store: Store) -> None:
    round_ = add_round(store)
    fill(store, round_)
    execute(store.path, "PRAGMA ignore_check_constraints = ON", "UPDATE answer SET state = 'x'")
    with pytest.raises(UserError) as caught:
        list(store.answers.of_round(round_))
    assert caught.value.key == "store.damaged"


def test_who_stops_early_lets_go_of_the_file(file: Path) -> None:
    with Store.open(file) as opened:
        (round_,) = opened.rounds.all()
        fill(opened, round_)
        stored = opened.answers.of_round(round_)
        next(stored)
        stored.close()
    assert names_beside(file) == {file.name}


def test_one_moment_sees_nothing_of_what_is_written_meanwhile(store: Store) -> None:
    round_ = add_round(store)
    fill(store, round_)
    with Store.open(store.path) as other, store.one_moment():
        assert len(list(store.answers.of_round(round_))) == 1
        other.sheets.add(other.rounds.get(round_.id), "welfare")
        assert len(list(store.answers.of_round(round_))) == 1
    assert len(list(store.answers.of_round(round_))) == 2


def test_one_moment_can_be_had_of_a_file_that_is_only_read(store: Store) -> None:
    add_round(store)
    with Store.open(store.path, readonly=True) as reader, reader.one_moment():
        assert len(reader.rounds.all()) == 1
