"""What a second keying gave, beside the first; and what was settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_any
from hypothesis import strategies as st

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.batch import Batch
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.core.verification import Checked, KeyedTwice, Keying, Resolution
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.unit.db.builders import EXAMPLES, add_round, document, given, question
from tests.unit.db.paper import DAY, change, half_keyed_again, issued, keyed, keyed_again, write

OUT_OF_USE = (SheetState.LOST, SheetState.INVALID)


@pytest.fixture
def batch(store: Store, round_: Round) -> Batch:
    return store.batches.add(round_.id, 0)


@pytest.fixture
def sheet(store: Store, round_: Round, batch: Batch) -> Sheet:
    """A sheet that is keyed once, with an answer that is wrong."""
    return keyed(store, batch, issued(store, round_)[0], {"a.grad": given(1), "a.ja": given(0)})


@pytest.fixture
def window(store: Store, sheet: Sheet) -> Iterator[Store]:
    """A second window on the same file."""
    with Store.open(store.path) as other:
        yield other


def places(found: Iterable[KeyedTwice]) -> dict[tuple[int, str], tuple[Answer | None, Answer | None]]:
    return {(one.sheet_id, one.question_id): (one.first, one.second) for one in found}


def settle(store: Store, sheet: Sheet, answer: Answer, before: Answer | None, note: str = "") -> None:
    store.second_keying.settle(sheet.id, "a.grad", answer, before, note)


def rows(store: Store, table: str) -> int:
    return int(store._connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def test_both_keyings_are_kept_apart(store: Store, round_: Round, sheet: Sheet) -> None:
    half_keyed_again(store, sheet, EXAMPLES)
    assert store.table_of(Keying.SECOND).of_sheet(sheet.id, round_.questions) == EXAMPLES
    first = store.table_of(Keying.FIRST).of_sheet(sheet.id, round_.questions)
    assert first == {"a.grad": given(1), "a.ja": given(0)}
    assert store.tallies.of_round(round_).cells["a.grad", "council"].values == {1: 1}


def test_a_sheet_knows_whether_it_is_keyed_again_by_whom_and_since_when(store: Store, sheet: Sheet) -> None:
    assert (sheet.is_second_wanted, sheet.second_by, sheet.second_at) == (False, "", None)
    half = half_keyed_again(store, sheet, {})
    assert (half.is_second_wanted, half.second_by, half.second_at) == (True, "AB", None)
    store.second_keying.finish(sheet.id, DAY)
    assert store.sheets.get(sheet.id).second_at == DAY


def test_only_the_sheets_that_were_drawn_are_wanted(store: Store, round_: Round, batch: Batch) -> None:
    one, two, three = (keyed(store, batch, made, {}) for made in issued(store, round_, 3))
    store.second_keying.want([])
    store.second_keying.want(made.id for made in (one, three))
    assert [made.is_second_wanted for made in store.sheets.of_round(round_.id)] == [True, False, True]
    assert not store.sheets.get(two.id).is_second_wanted


def test_a_second_keying_that_is_finished_again_keeps_its_day(store: Store, window: Store, sheet: Sheet) -> None:
    half_keyed_again(store, sheet, {})
    store.second_keying.finish(sheet.id, DAY)
    window.second_keying.finish(sheet.id, DAY + timedelta(days=1))
    assert store.sheets.get(sheet.id).second_at == DAY


def test_the_second_keying_of_a_sheet_that_another_window_deleted_is_not_finished(
    store: Store, window: Store, sheet: Sheet
) -> None:
    half = half_keyed_again(store, sheet, {"a.grad": given(2)})
    window.sheets.delete(sheet.id)
    with pytest.raises(UserError) as caught:
        store.second_keying.finish(sheet.id, DAY)
    assert caught.value.key == "sheet.gone"
    window.sheets.restore(sheet.id)
    assert store.sheets.get(sheet.id) == half


def touch(store: Store, sheet: Sheet, moment: str, question_id: str) -> None:
    """An answer of the second keying at a moment of a day."""
    change(
        store,
        "UPDATE second_answer SET updated_at = ? WHERE sheet_id = ? "
        "AND question_id = (SELECT id FROM question WHERE key = ?)",
        f"2026-11-02T{moment}.000Z",
        sheet.id,
        question_id,
    )


def test_second_keying_goes_on_at_the_persons_sheet_that_was_touched_last(
    store: Store, round_: Round, batch: Batch
) -> None:
    one, two, other, empty = (keyed(store, batch, made, {}) for made in issued(store, round_, 4))
    for made, initials in ((one, "AB"), (two, "AB"), (other, "CD")):
        half_keyed_again(store, made, {"a.grad": given(1), "a.ja": given(0)}, initials)
    half_keyed_again(store, empty, {})
    for made, moment in ((one, "08:30:00"), (two, "08:20:00"), (other, "08:40:00")):
        touch(store, made, moment, "a.grad")
        touch(store, made, "08:00:00", "a.ja")
    assert store.second_keying.half_keyed(batch.id, "AB") == one.id
    touch(store, two, "08:35:00", "a.ja")
    assert store.second_keying.half_keyed(batch.id, "AB") == two.id
    assert store.second_keying.half_keyed(batch.id, "CD") == other.id
    assert store.second_keying.half_keyed(batch.id, "EF") is None
    assert store.second_keying.half_keyed(batch.id + 1, "AB") is None


@pytest.mark.parametrize("end", ["finished", "deleted", *OUT_OF_USE])
def test_second_keying_does_not_go_on_at_a_sheet_that_is_done_or_out_of_use(
    store: Store, batch: Batch, sheet: Sheet, end: str
) -> None:
    half_keyed_again(store, sheet, {"a.grad": given(1)})
    assert store.second_keying.half_keyed(batch.id, "AB") == sheet.id
    if end == "finished":
        store.second_keying.finish(sheet.id, DAY)
    elif end == "deleted":
        store.sheets.delete(sheet.id)
    else:
        store.sheets.set_date(sheet.id, SheetState(end), DAY)
    assert store.second_keying.half_keyed(batch.id, "AB") is None


def test_a_sheet_that_someone_else_went_on_with_is_theirs(store: Store, window: Store, sheet: Sheet) -> None:
    """Two people pull the same sheet in two windows: what is there stands, and nothing is overwritten unseen."""
    half = half_keyed_again(store, sheet, {"a.grad": given(2)}, "AB")
    assert half.batch_id is not None
    window.second_keying.begin(sheet.id, "CD")
    with pytest.raises(UserError) as caught:
        window.second_keying.save(sheet.id, "a.grad", given(3))
    assert caught.value.key == "answer.changed_elsewhere"
    assert window.second_keying.half_keyed(half.batch_id, "CD") == sheet.id
    assert store.second_keying.half_keyed(half.batch_id, "AB") is None


VALUES: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.SCALE: st.integers(0, 2),
    Kind.SINGLE: st.integers(0, 2),
    Kind.MULTI: st.frozensets(st.integers(0, 2), min_size=1),
    Kind.NUMBER: st.sampled_from([Decimal(0), Decimal(10), Decimal("0.5")]),
    Kind.TEXT: st.sampled_from(["0", "ja", "Ja"]),
}
KINDS = {
    "a.grad": Kind.SCALE,
    "a.eins": Kind.SINGLE,
    "a.mehr": Kind.MULTI,
    "a.zahl": Kind.NUMBER,
    "a.warum": Kind.TEXT,
}
Sheets = dict[str, tuple[Answer | None, Answer | None]]


def answers(kind: Kind) -> st.SearchStrategy[Answer | None]:
    stated = st.sampled_from([State.BLANK, State.DONT_KNOW]).map(Answer)
    return st.none() | stated | st.builds(given, VALUES[kind], st.sampled_from(["", "Kommentar"]))


def keyings() -> st.SearchStrategy[Sheets]:
    """What both keyings gave for each question of a sheet."""
    return st.fixed_dictionaries({key: st.tuples(answers(kind), answers(kind)) for key, kind in KINDS.items()})


def say(answer: Answer | None) -> object:
    """Everything of an answer but its remarks."""
    return answer and (answer.state, answer.value)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@for_any(given_twice=st.lists(keyings(), max_size=3), settled=st.sets(st.sampled_from(sorted(KINDS))))
def test_unlike_is_where_a_plain_comparison_finds_a_difference_and_where_something_was_settled(
    store: Store, round_: Round, given_twice: list[Sheets], settled: set[str]
) -> None:
    with store.writing():
        change(store, "DELETE FROM sheet")
        store.answers.save(store.sheets.get(_paper(store, round_)).id, "a.grad", given(4))
        expected = {}
        for pairs in given_twice:
            sheet_id = _paper(store, round_)
            change(store, "UPDATE sheet SET second_at = issued_at WHERE id = ?", sheet_id)
            for key, pair in pairs.items():
                for table, answer in zip((store.answers, store.second_keying), pair, strict=True):
                    table.save(sheet_id, key, answer)
                if key in settled:
                    row = store.questionnaires.question_row(key)
                    change(store, "INSERT INTO resolution (sheet_id, question_id) VALUES (?, ?)", sheet_id, row)
                if key in settled or say(pair[0]) != say(pair[1]):
                    expected[sheet_id, key] = tuple(map(say, pair))
        found = store.second_keying.unlike(round_)
        assert {place: tuple(map(say, pair)) for place, pair in places(found).items()} == expected
        assert len(found) == len(expected)
        for sheet_id in {one for one, _ in expected}:
            of_one = {place: pair for place, pair in places(found).items() if place[0] == sheet_id}
            assert places(store.second_keying.unlike(round_, sheet_id)) == of_one


def _paper(store: Store, round_: Round) -> int:
    """A bare row of a sheet, within a transaction."""
    group = store.sheets.group_rows(round_.id)["council"]
    made = store._connection.exec_driver_sql(
        "INSERT INTO sheet (round_id, group_id, number, issued_at) "
        "SELECT ?, ?, 'P' || (SELECT ifnull(max(id), 0) FROM sheet), '2026-11-02T08:00:00.000Z' RETURNING id",
        (round_.id, group),
    )
    return int(made.scalar_one())


def test_a_sheet_is_compared_when_its_second_keying_is_finished(store: Store, round_: Round, sheet: Sheet) -> None:
    half_keyed_again(store, sheet, {"a.grad": given(2)})
    assert (store.second_keying.unlike(round_), store.second_keying.checked(round_)) == ([], [])
    store.second_keying.finish(sheet.id, DAY)
    assert places(store.second_keying.unlike(round_)) == {
        (sheet.id, "a.grad"): (given(1), given(2)),
        (sheet.id, "a.ja"): (given(0), None),
    }


@pytest.mark.parametrize("end", ["deleted", *OUT_OF_USE])
def test_a_sheet_that_is_lost_invalid_or_deleted_is_left_out_until_it_is_back(
    store: Store, round_: Round, sheet: Sheet, end: str
) -> None:
    keyed_again(store, sheet, {"a.grad": given(2)})
    settle(store, sheet, given(2), given(1))
    keying = store.second_keying
    before = keying.unlike(round_), keying.resolutions(round_), keying.checked(round_)
    assert all(before)
    if end == "deleted":
        store.sheets.delete(sheet.id)
    else:
        store.sheets.set_date(sheet.id, SheetState(end), DAY)
    assert (keying.unlike(round_), keying.resolutions(round_), keying.checked(round_)) == ([], {}, [])
    if end == "deleted":
        store.sheets.restore(sheet.id)
    else:
        store.sheets.set_date(sheet.id, SheetState(end), None)
    assert (keying.unlike(round_), keying.resolutions(round_), keying.checked(round_)) == before


def test_another_round_has_its_own_differences(store: Store, round_: Round, sheet: Sheet) -> None:
    other = add_round(store, document(question("a.grad"), version="2.0"), title="Runde 2")
    theirs = keyed(store, store.batches.add(other.id, 0), issued(store, other)[0], {"a.grad": given(4)})
    for made in (sheet, theirs):
        keyed_again(store, made, {"a.grad": given(2)})
        settle(store, made, given(2), store.answers.of_sheet(made.id, other.questions)["a.grad"])
    assert list(store.second_keying.resolutions(other)) == [(theirs.id, "a.grad")]
    assert places(store.second_keying.unlike(other)) == {(theirs.id, "a.grad"): (given(2), given(2))}
    assert [one.question_id for one in store.second_keying.checked(other)] == ["a.grad"]


def test_checked_answers_are_counted_by_batch_person_and_question(store: Store, round_: Round, batch: Batch) -> None:
    other = store.batches.add(round_.id, 0)
    sheets = issued(store, round_, 4)
    twice: list[tuple[Batch, str, Mapping[str, Answer]]] = [
        (batch, "KS", {"a.grad": given(1), "a.ja": Answer(State.BLANK)}),
        (batch, "KS", {"a.grad": given(1)}),
        (batch, "AB", {"a.grad": given(1)}),
        (other, "KS", {"a.grad": given(1)}),
    ]
    for made, (place, initials, second) in zip(sheets, twice, strict=True):
        keyed_again(store, keyed(store, place, made, {"a.grad": given(1)}, initials), second, "CD")
    expected = [
        Checked(batch.id, "AB", "a.grad", 1),
        Checked(batch.id, "KS", "a.grad", 2),
        Checked(batch.id, "KS", "a.ja", 1),
    ]
    assert by_place(store.second_keying.checked(round_)) == [*expected, Checked(other.id, "KS", "a.grad", 1)]
    store.batches.dissolve(other.id)
    assert by_place(store.second_keying.checked(round_)) == [Checked(None, "KS", "a.grad", 1), *expected]


def by_place(found: Iterable[Checked]) -> list[Checked]:
    return sorted(found, key=lambda one: (one.batch_id or 0, one.initials, one.question_id))


@pytest.mark.parametrize("before", [given(1), Answer(State.ILLEGIBLE), None])
def test_what_was_keyed_first_stays_on_record_when_it_is_settled(
    store: Store, round_: Round, sheet: Sheet, before: Answer | None
) -> None:
    store.answers.save(sheet.id, "a.grad", before, before=given(1))
    keyed_again(store, sheet, {"a.grad": given(3)})
    settle(store, sheet, given(3), before, "steht so da")
    assert store.second_keying.resolutions(round_) == {(sheet.id, "a.grad"): Resolution(before, "steht so da")}
    assert store.answers.of_sheet(sheet.id, round_.questions)["a.grad"] == given(3)
    store.second_keying.reopen(sheet.id, "a.grad", given(3), before)
    assert store.second_keying.resolutions(round_) == {}
    assert store.answers.of_sheet(sheet.id, round_.questions).get("a.grad") == before


@pytest.mark.parametrize("first_stands", [False, True])
def test_a_difference_that_another_window_has_settled_is_not_settled_again(
    store: Store, window: Store, round_: Round, sheet: Sheet, *, first_stands: bool
) -> None:
    keyed_again(store, sheet, {"a.grad": given(2)})
    stands = given(1) if first_stands else given(2)
    settle(window, sheet, stands, given(1), "drüben")
    with pytest.raises(UserError) as caught, store.writing():
        settle(store, sheet, given(3), given(1))
    assert caught.value.key == "answer.changed_elsewhere"
    assert store.answers.of_sheet(sheet.id, round_.questions)["a.grad"] == stands
    assert store.second_keying.resolutions(round_) == {(sheet.id, "a.grad"): Resolution(given(1), "drüben")}


def test_nothing_is_settled_or_opened_again_on_a_sheet_that_another_window_deleted(
    store: Store, window: Store, round_: Round, sheet: Sheet
) -> None:
    keyed_again(store, sheet, {"a.grad": given(2)})
    settle(store, sheet, given(2), given(1))
    window.sheets.delete(sheet.id)
    with pytest.raises(UserError, match=r"sheet\.gone"), store.writing():
        store.second_keying.settle(sheet.id, "a.ja", given(2), given(0), "")
    with pytest.raises(UserError, match=r"sheet\.gone"), store.writing():
        store.second_keying.reopen(sheet.id, "a.grad", given(2), given(1))
    window.sheets.restore(sheet.id)
    assert list(store.second_keying.resolutions(round_)) == [(sheet.id, "a.grad")]
    assert store.answers.of_sheet(sheet.id, round_.questions) == {"a.grad": given(2), "a.ja": given(0)}


def test_purging_a_deleted_sheet_removes_what_was_keyed_again_and_settled(store: Store, sheet: Sheet) -> None:
    keyed_again(store, sheet, {"a.grad": given(2)})
    settle(store, sheet, given(2), given(1))
    store.sheets.delete(sheet.id)
    assert (rows(store, "second_answer"), rows(store, "resolution")) == (1, 1)
    store.purge()
    assert (rows(store, "second_answer"), rows(store, "resolution")) == (0, 0)
    assert store.findings() == []


def test_answers_of_a_second_keying_are_refused_on_a_sheet_that_is_gone(
    store: Store, window: Store, sheet: Sheet
) -> None:
    window.sheets.delete(sheet.id)
    with pytest.raises(UserError) as caught:
        write(store, sheet, {"a.grad": given(2)}, Keying.SECOND)
    assert caught.value.key == "sheet.gone"
