"""Both keyings are compared, settled against the paper, and counted; by one person or by two in two windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.batch import Batch, check_second_keying, with_sheets
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.core.verification import Difference, ErrorRate, Keying
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.workflow.answering import record_alike, record_answer
from kommune_desktop.workflow.verification import (
    find_differences,
    find_reliability,
    finish_second,
    settle,
    unsettle,
)
from tests.unit.db.builders import TOWN, add_round, given
from tests.unit.db.paper import DAY, half_keyed_again, issued, keyed
from tests.unit.db.processes import holding

BLANK = Answer(State.BLANK)
FIVE = given(Decimal(5))
FIRST = {"a.grad": given(1, "schwer zu lesen"), "a.ja": given(0), "a.warum": given("Weil es so ist"), "a.eins": BLANK}
SECOND = {"a.grad": given(2), "a.ja": given(0), "a.warum": given("weil  es so ist"), "a.zahl": FIVE}
"""Two of five questions differ: a.grad, and a.zahl that was not keyed the first time."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", TOWN) as made:
        add_round(made)
        yield made


@pytest.fixture
def window(store: Store) -> Iterator[Store]:
    """A second window on the same file."""
    with Store.open(store.path) as other:
        yield other


@pytest.fixture
def round_(store: Store) -> Round:
    return store.rounds.all()[0]


@pytest.fixture
def batch(store: Store, round_: Round) -> Batch:
    return store.batches.add(round_.id, 0)


@pytest.fixture
def half(store: Store, round_: Round, batch: Batch) -> Sheet:
    """A keyed sheet whose second keying is all there and not finished."""
    return half_keyed_again(store, keyed(store, batch, issued(store, round_)[0], FIRST), SECOND)


@pytest.fixture
def sheet(store: Store, round_: Round, half: Sheet) -> Sheet:
    """A sheet that is keyed twice, with two open differences."""
    finish_second(store, round_, half)
    return store.sheets.get(half.id)


def difference(store: Store, sheet: Sheet, question_id: str) -> Difference:
    round_ = store.rounds.get(sheet.round_id)
    return next(one for one in find_differences(store, round_, sheet) if one.question.id == question_id)


def is_open(store: Store, round_: Round, sheet: Sheet | None = None) -> dict[str, bool]:
    """The questions that differ, and whether that is open."""
    return {one.question.id: one.is_open for one in find_differences(store, round_, sheet)}


def is_verified(store: Store, sheet: Sheet) -> bool:
    return SheetState.VERIFIED in store.sheets.get(sheet.id).dates


def verify(store: Store, round_: Round, sheet: Sheet) -> None:
    """Settle everything as it was keyed the second time."""
    for one in find_differences(store, round_, sheet):
        settle(store, round_, one, one.second or BLANK, "")


def record(
    store: Store, sheet: Sheet, question_id: str, change: tuple[Answer | None, Answer | None], keying: Keying
) -> None:
    """Save an answer; ``change``: the one before, and the new one."""
    question = store.rounds.get(sheet.round_id).questionnaire.question(question_id)
    record_answer(store, sheet, question, *change, keying)


def refused(change: Callable[[], object]) -> str:
    with pytest.raises(UserError) as caught:
        change()
    return caught.value.key


def test_a_second_keying_is_compared_once_it_is_finished(store: Store, round_: Round, half: Sheet) -> None:
    assert find_differences(store, round_) == find_differences(store, round_, half) == []
    finish_second(store, round_, half)
    assert is_open(store, round_) == is_open(store, round_, half) == {"a.grad": True, "a.zahl": True}
    assert (difference(store, half, "a.grad").first, difference(store, half, "a.zahl").first) == (given(1), None)


def test_two_keyings_that_say_the_same_make_a_verified_sheet(store: Store, round_: Round, batch: Batch) -> None:
    sheet = keyed(store, batch, issued(store, round_)[0], FIRST)
    half_keyed_again(store, sheet, {**FIRST, "a.warum": given(" weil es SO ist "), "a.rat": BLANK})
    finish_second(store, round_, sheet)
    found = store.sheets.get(sheet.id)
    assert (found.state, find_differences(store, round_)) == (SheetState.VERIFIED, [])
    assert found.dates[SheetState.VERIFIED] >= found.dates[SheetState.KEYED]


def test_a_sheet_is_verified_when_its_last_difference_is_settled_and_not_once_it_is_open_again(
    store: Store, round_: Round, sheet: Sheet
) -> None:
    assert store.sheets.get(sheet.id).state is SheetState.KEYED
    settle(store, round_, difference(store, sheet, "a.grad"), given(2), " steht so da ")
    assert not is_verified(store, sheet)
    last = settle(store, round_, difference(store, sheet, "a.zahl"), BLANK, "")
    assert is_verified(store, sheet)
    assert is_open(store, round_) == {"a.grad": False, "a.zahl": False}
    unsettle(store, round_, last)
    assert not is_verified(store, sheet)
    assert is_open(store, round_) == {"a.grad": False, "a.zahl": True}


def test_a_settled_answer_counts_and_the_remarks_of_the_first_keying_stay(
    store: Store, round_: Round, sheet: Sheet
) -> None:
    settle(store, round_, difference(store, sheet, "a.grad"), given(4, "egal"), " steht so da ")
    assert store.answers.of_sheet(sheet.id, round_.questions)["a.grad"] == given(4, "schwer zu lesen")
    found = difference(store, sheet, "a.grad")
    assert (found.first, found.second, found.settled) == (given(1), given(2), given(4))
    assert found.resolution is not None
    assert (found.resolution.note, found.first_was_wrong) == ("steht so da", True)


def test_what_is_settled_as_it_was_keyed_first_was_not_wrong(store: Store, round_: Round, sheet: Sheet) -> None:
    settle(store, round_, difference(store, sheet, "a.grad"), given(1), "")
    settle(store, round_, difference(store, sheet, "a.zahl"), BLANK, "")
    assert is_verified(store, sheet)
    assert [one.first_was_wrong for one in find_differences(store, round_)] == [False, False]


@pytest.mark.parametrize("question_id", ["a.grad", "a.zahl"])
def test_taking_back_a_settlement_leaves_no_trace(store: Store, round_: Round, sheet: Sheet, question_id: str) -> None:
    found, before = find_differences(store, round_), store.answers.of_sheet(sheet.id, round_.questions)
    made = settle(store, round_, difference(store, sheet, question_id), Answer(State.ILLEGIBLE), "Irrtum")
    unsettle(store, round_, made)
    assert find_differences(store, round_) == found
    assert store.answers.of_sheet(sheet.id, round_.questions) == before
    assert store.sheets.get(sheet.id) == sheet


def test_an_answer_that_the_question_does_not_allow_settles_nothing(store: Store, round_: Round, sheet: Sheet) -> None:
    found = find_differences(store, round_)
    assert refused(lambda: settle(store, round_, found[0], given(9), "")) == "answer.not_a_choice"
    assert find_differences(store, round_) == found


@pytest.mark.parametrize(
    ("question_id", "theirs"),
    [("a.grad", given(1)), ("a.grad", given(2)), ("a.grad", BLANK), ("a.zahl", BLANK), ("a.zahl", FIVE)],
)
def test_of_two_windows_that_settle_the_same_difference_the_first_one_has_its_way(
    store: Store, window: Store, sheet: Sheet, question_id: str, theirs: Answer
) -> None:
    """Whichever keying the other window has found right: even where the answer is the one of before."""
    round_ = store.rounds.get(sheet.round_id)
    ours = difference(store, sheet, question_id)
    settle(window, round_, difference(window, sheet, question_id), theirs, "drüben")
    settled = find_differences(store, round_)
    assert refused(lambda: settle(store, round_, ours, Answer(State.ILLEGIBLE), "hier")) == "answer.changed_elsewhere"
    assert find_differences(store, round_) == settled
    found = difference(store, sheet, question_id)
    assert found.resolution is not None
    assert (found.resolution.note, found.first) == ("drüben", ours.first)


def test_what_was_answered_elsewhere_since_is_looked_at_again_before_it_is_settled(
    store: Store, window: Store, round_: Round, sheet: Sheet
) -> None:
    found = difference(store, sheet, "a.grad")
    record(window, sheet, "a.grad", (FIRST["a.grad"], given(3)), Keying.FIRST)
    assert refused(lambda: settle(store, round_, found, given(2), "")) == "answer.changed_elsewhere"
    assert difference(store, sheet, "a.grad").first == given(3)
    settle(store, round_, difference(store, sheet, "a.grad"), given(2), "")
    assert is_open(store, round_) == {"a.grad": False, "a.zahl": True}


def test_a_remark_that_was_written_elsewhere_since_does_not_stand_in_the_way_and_stays(
    store: Store, window: Store, round_: Round, sheet: Sheet
) -> None:
    found = difference(store, sheet, "a.grad")
    record(window, sheet, "a.grad", (FIRST["a.grad"], given(1, "neu")), Keying.FIRST)
    settle(store, round_, found, given(2), "")
    assert store.answers.of_sheet(sheet.id, round_.questions)["a.grad"] == given(2, "neu")


def test_a_settlement_is_not_taken_back_over_an_answer_that_was_given_since(
    store: Store, window: Store, round_: Round, sheet: Sheet
) -> None:
    made = settle(store, round_, difference(store, sheet, "a.grad"), given(2), "")
    record(window, sheet, "a.grad", (made.after, given(4)), Keying.FIRST)
    assert refused(lambda: unsettle(store, round_, made)) == "answer.changed_elsewhere"
    found = difference(store, sheet, "a.grad")
    assert (found.is_open, found.first, found.settled) == (False, given(1), given(4))


@pytest.mark.parametrize("station", [SheetState.LOST, SheetState.INVALID])
def test_differences_of_a_sheet_that_is_out_of_use_do_not_count_until_it_is_back(
    store: Store, round_: Round, sheet: Sheet, station: SheetState
) -> None:
    found = find_differences(store, round_)
    rate = find_reliability(store, round_, found).total
    store.sheets.set_date(sheet.id, station, DAY)
    assert find_differences(store, round_) == find_differences(store, round_, sheet) == []
    assert find_reliability(store, round_, []).total == ErrorRate(0, 0, 0, 0)
    store.sheets.set_date(sheet.id, station, None)
    assert find_differences(store, round_) == found
    assert find_reliability(store, round_, found).total == rate


def test_a_sheet_that_was_marked_lost_meanwhile_is_not_verified_by_settling_one_of_two_differences(
    store: Store, window: Store, round_: Round, sheet: Sheet
) -> None:
    one, two = find_differences(store, round_)
    window.sheets.set_date(sheet.id, SheetState.LOST, DAY)
    settle(store, round_, one, given(2), "")
    assert not is_verified(store, sheet)
    settle(store, round_, two, FIVE, "")
    window.sheets.set_date(sheet.id, SheetState.LOST, None)
    assert store.sheets.get(sheet.id).state is SheetState.VERIFIED


def test_a_sheet_that_was_marked_invalid_meanwhile_is_not_verified_by_finishing_it(
    store: Store, window: Store, round_: Round, half: Sheet
) -> None:
    window.sheets.set_date(half.id, SheetState.INVALID, DAY)
    finish_second(store, round_, half)
    window.sheets.set_date(half.id, SheetState.INVALID, None)
    assert store.sheets.get(half.id).state is SheetState.KEYED
    assert is_open(store, round_) == {"a.grad": True, "a.zahl": True}


def test_the_second_keying_of_a_sheet_that_another_window_deleted_is_not_finished(
    store: Store, window: Store, round_: Round, half: Sheet
) -> None:
    window.sheets.delete(half.id)
    assert refused(lambda: finish_second(store, round_, half)) == "sheet.gone"
    window.sheets.restore(half.id)
    assert store.sheets.get(half.id) == half


def test_a_deleted_sheet_comes_back_with_its_differences_and_what_was_settled(
    store: Store, window: Store, round_: Round, sheet: Sheet
) -> None:
    open_one = difference(store, sheet, "a.zahl")
    made = settle(store, round_, difference(store, sheet, "a.grad"), given(2), "")
    found = find_differences(store, round_)
    window.sheets.delete(sheet.id)
    assert find_differences(store, round_) == []
    for change in (
        lambda: settle(store, round_, open_one, FIVE, ""),
        lambda: unsettle(store, round_, made),
        lambda: find_differences(store, round_, sheet),
    ):
        assert refused(change) == "sheet.gone"
    window.sheets.restore(sheet.id)
    assert find_differences(store, round_) == found


def test_a_purged_sheet_takes_its_differences_along(store: Store, window: Store, round_: Round, sheet: Sheet) -> None:
    made = settle(store, round_, difference(store, sheet, "a.grad"), given(2), "")
    window.sheets.delete(sheet.id)
    window.purge()
    assert find_differences(store, round_) == []
    assert find_reliability(store, round_, []).total.checked == 0
    assert refused(lambda: unsettle(store, round_, made)) == "sheet.gone"


def test_two_people_who_key_the_same_sheet_again_key_one_answer_each_question(
    store: Store, window: Store, round_: Round, batch: Batch
) -> None:
    sheet = keyed(store, batch, issued(store, round_)[0], FIRST)
    half_keyed_again(store, sheet, {"a.grad": given(1)}, "AB")
    seen = window.sheets.get(sheet.id)
    check_second_keying(seen, batch, "CD", also_own=False)
    window.second_keying.begin(seen.id, "CD")
    assert (
        refused(lambda: record(window, seen, "a.grad", (None, given(3)), Keying.SECOND)) == "answer.changed_elsewhere"
    )
    record(window, seen, "a.ja", (None, given(0)), Keying.SECOND)
    finish_second(store, round_, sheet)
    finished = store.sheets.get(sheet.id)
    record(window, seen, "a.warum", (None, FIRST["a.warum"]), Keying.SECOND)
    finish_second(window, round_, seen)
    done = store.sheets.get(sheet.id)
    assert (done.second_at, done.state) == (finished.second_at, SheetState.VERIFIED)
    assert find_reliability(store, round_, find_differences(store, round_)).total == ErrorRate(3, 0, 0, 0)
    with pytest.raises(UserError, match=r"second\.done"):
        check_second_keying(done, batch, "EF", also_own=True)


def test_finishing_a_second_keying_again_changes_nothing(store: Store, round_: Round, sheet: Sheet) -> None:
    verify(store, round_, sheet)
    before = store.sheets.get(sheet.id), find_differences(store, round_)
    finish_second(store, round_, sheet)
    assert (store.sheets.get(sheet.id), find_differences(store, round_)) == before


@pytest.mark.parametrize("keying", Keying)
def test_a_verified_sheet_that_is_changed_is_not_verified_until_both_keyings_agree_again(
    store: Store, round_: Round, sheet: Sheet, keying: Keying
) -> None:
    verify(store, round_, sheet)
    opened = store.sheets.get(sheet.id)
    assert opened.state is SheetState.VERIFIED
    record(store, opened, "a.ja", (given(0), given(1)), keying)
    assert is_open(store, round_) == {"a.grad": False, "a.ja": True, "a.zahl": False}
    assert store.sheets.get(sheet.id).state is SheetState.KEYED
    record(store, opened, "a.ja", (given(1), given(0)), keying)
    assert store.sheets.get(sheet.id).state is SheetState.VERIFIED


def test_a_change_of_a_sheet_that_another_window_has_verified_meanwhile_is_noticed(
    store: Store, window: Store, round_: Round, half: Sheet
) -> None:
    """The window has the sheet open since before it was keyed a second time."""
    finish_second(window, round_, half)
    verify(window, round_, half)
    record(store, half, "a.ja", (given(0), given(1)), Keying.FIRST)
    assert not is_verified(store, half)


def test_a_change_that_makes_no_difference_leaves_a_sheet_verified(store: Store, round_: Round, sheet: Sheet) -> None:
    verify(store, round_, sheet)
    verified = store.sheets.get(sheet.id).dates
    record(store, sheet, "a.ja", (given(0), given(0, "Kommentar")), Keying.FIRST)
    record(store, sheet, "a.warum", (FIRST["a.warum"], given("WEIL es so ist")), Keying.FIRST)
    record(store, sheet, "a.rat", (None, BLANK), Keying.FIRST)
    assert store.sheets.get(sheet.id).dates == verified


def test_leaving_the_rest_of_a_verified_sheet_blank_leaves_it_verified(
    store: Store, round_: Round, sheet: Sheet
) -> None:
    verify(store, round_, sheet)
    rest = [round_.questionnaire.question(key) for key in ("a.mehr", "a.rat")]
    record_alike(store, sheet, rest, None, BLANK, Keying.FIRST)
    assert is_verified(store, sheet)
    record_alike(store, sheet, rest, BLANK, Answer(State.ILLEGIBLE), Keying.FIRST)
    assert not is_verified(store, sheet)
    assert is_open(store, round_) == {"a.grad": False, "a.mehr": True, "a.zahl": False, "a.rat": True}


def test_what_stops_half_way_is_not_there_at_all(
    store: Store, round_: Round, sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A settled answer without the note that the sheet is verified would leave the sheet open for ever."""
    one, two = find_differences(store, round_)
    settle(store, round_, one, given(2), "")

    def there() -> object:
        answers = store.answers.of_sheet(sheet.id, round_.questions)
        return store.sheets.get(sheet.id), find_differences(store, round_), answers

    def stops(change: Callable[[], object]) -> None:
        before = there()
        with monkeypatch.context() as patched:
            patched.setattr(store.second_keying, "note_verified", full)
            assert refused(change) == "store.disk_full"
        assert there() == before

    stops(lambda: settle(store, round_, two, FIVE, ""))
    made = settle(store, round_, two, FIVE, "")
    stops(lambda: unsettle(store, round_, made))
    stops(lambda: record(store, sheet, "a.ja", (given(0), given(1)), Keying.FIRST))
    assert is_verified(store, sheet)


def test_a_second_keying_that_stops_before_it_is_compared_is_not_finished(
    store: Store, round_: Round, batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = half_keyed_again(store, keyed(store, batch, issued(store, round_)[0], FIRST), FIRST)
    monkeypatch.setattr(store.second_keying, "note_verified", full)
    assert refused(lambda: finish_second(store, round_, half)) == "store.disk_full"
    assert store.sheets.get(half.id) == half


def full(*_: object) -> None:
    """As if the disk had filled up."""
    raise UserError("store.disk_full")


def test_nothing_is_finished_or_settled_while_another_program_writes(
    store: Store, round_: Round, half: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kommune_desktop.db.connection.BUSY_TIMEOUT_MS", 30)
    with Store.open(store.path) as impatient, holding(store.path, "BEGIN IMMEDIATE"):
        assert refused(lambda: finish_second(impatient, round_, half)) == "store.locked"
    assert store.sheets.get(half.id) == half
    finish_second(store, round_, half)
    found = find_differences(store, round_)
    with Store.open(store.path) as impatient, holding(store.path, "BEGIN IMMEDIATE"):
        assert refused(lambda: settle(impatient, round_, found[0], given(2), "")) == "store.locked"
    assert find_differences(store, round_) == found


def test_a_dissolved_batch_takes_no_difference_along(store: Store, round_: Round, batch: Batch, sheet: Sheet) -> None:
    verify(store, round_, sheet)
    for place in (batch, None):
        rates = find_reliability(store, round_, find_differences(store, round_))
        assert rates.batches == [(place, ErrorRate(4, 2, 2, 0))]
        assert rates.total == ErrorRate(4, 2, 2, 0)
        store.batches.dissolve(batch.id)
    store.purge()
    assert find_reliability(store, round_, find_differences(store, round_)) == rates


def test_the_error_rates_of_a_round_worked_out_by_hand(store: Store, round_: Round, batch: Batch) -> None:
    """Three sheets in two batches, 10 answers keyed twice: 4 of KS in batch 1, 3 of AB there, 3 of KS in batch 2.

    Of KS, a.grad was wrong and a.zahl missing on the first sheet, and a.ja is open on the third. AB has keyed words
    that the second keying lacks, which makes an 11th answer, and they stand on the paper.
    """
    other = store.batches.add(round_.id, 0)
    one, two, three = issued(store, round_, 3)
    three_alike = {"a.grad": given(1), "a.ja": given(0), "a.zahl": FIVE}
    for sheet, place, initials, first, second in (
        (one, batch, "KS", FIRST, SECOND),
        (two, batch, "AB", {**three_alike, "a.warum": given("ja")}, three_alike),
        (three, other, "KS", {**three_alike, "a.ja": given(2)}, three_alike),
    ):
        half_keyed_again(store, keyed(store, place, sheet, first, initials), second, "CD")
        finish_second(store, round_, sheet)
    for sheet, question_id, answer in ((one, "a.grad", given(2)), (one, "a.zahl", FIVE), (two, "a.warum", given("ja"))):
        settle(store, round_, difference(store, sheet, question_id), answer, "")
    rates = find_reliability(store, round_, find_differences(store, round_))
    assert rates.total == ErrorRate(11, 4, 2, 1)
    assert rates.batches == [(batch, ErrorRate(8, 3, 2, 0)), (other, ErrorRate(3, 1, 0, 1))]
    assert rates.people == [("AB", ErrorRate(4, 1, 0, 0)), ("KS", ErrorRate(7, 3, 2, 1))]
    assert {question.id: rate for question, rate in rates.questions} == {
        "a.grad": ErrorRate(3, 1, 1, 0),
        "a.ja": ErrorRate(3, 1, 0, 1),
        "a.warum": ErrorRate(2, 1, 0, 0),
        "a.zahl": ErrorRate(3, 1, 1, 0),
    }
    laid = with_sheets(store.batches.of_round(round_.id), store.sheets.of_round(round_.id))
    assert [[sheet.id for sheet in place.unsettled] for place in laid] == [[], [three.id]]
