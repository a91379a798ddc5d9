"""What people wrote in their own words, and what of it may be published."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kommune_desktop.core.remark import Remark, RemarkKind
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from tests.unit.db.builders import add_round, fill, given

COMMENT, ANSWER, EVIDENCE = RemarkKind.COMMENT, RemarkKind.ANSWER, RemarkKind.EVIDENCE
DAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def filled(store: Store, round_: Round) -> Round:
    """A round with the example answers on one sheet of the council."""
    fill(store, round_)
    return round_


def words(store: Store, round_: Round) -> list[tuple[str, RemarkKind, str]]:
    return [(remark.question_id, remark.kind, remark.words) for remark in store.remarks.of_round(round_)]


def test_words_come_in_the_order_of_the_questions_with_what_they_are(store: Store, filled: Round) -> None:
    assert words(store, filled) == [
        ("a.grad", COMMENT, "Kommentar mit „Umlauten“ äöü"),
        ("a.grad", EVIDENCE, "Beschluss 12/2026"),
        ("a.warum", ANSWER, "Weil es\nzwei Zeilen sind."),
    ]
    assert {remark.group_id for remark in store.remarks.of_round(filled)} == {"council"}


def test_blanks_are_no_words(store: Store, round_: Round) -> None:
    sheet = store.sheets.add(round_, "council", "1")
    store.answers.save(sheet.id, "a.grad", given(3, "  ", ""))
    assert words(store, round_) == []


def test_only_sheets_that_count_and_the_round_itself_are_heard(store: Store, filled: Round) -> None:
    other = add_round(store, title="Runde 2")
    (sheet,) = store.sheets.of_round(filled.id)
    assert store.remarks.of_round(other) == []
    store.sheets.set_date(sheet.id, SheetState.ISSUED, DAY)
    assert store.remarks.of_round(filled) == []
    store.sheets.set_date(sheet.id, SheetState.KEYED, DAY)
    assert len(store.remarks.of_round(filled)) == 3
    store.sheets.delete(sheet.id)
    assert store.remarks.of_round(filled) == []


def test_nothing_is_released_by_itself(store: Store, filled: Round) -> None:
    assert not any(remark.is_released for remark in store.remarks.of_round(filled))


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_release_is_for_those_words_alone_and_can_be_taken_back(store: Store, filled: Round, place: int) -> None:
    chosen = store.remarks.of_round(filled)[place]
    store.remarks.release(chosen)
    store.remarks.release(chosen)
    assert [remark.is_released for remark in store.remarks.of_round(filled)] == [n == place for n in range(3)]
    store.remarks.withdraw(chosen)
    assert not any(remark.is_released for remark in store.remarks.of_round(filled))


def test_words_that_are_changed_afterwards_are_not_released(store: Store, filled: Round) -> None:
    chosen = store.remarks.of_round(filled)[0]
    store.remarks.release(chosen)
    (sheet,) = store.sheets.of_round(filled.id)
    before = store.answers.of_sheet(sheet.id, filled.questions)["a.grad"]
    changed = replace(before, comment="Jetzt steht hier ein Name.")
    store.answers.save(sheet.id, "a.grad", changed, before=before)
    assert not store.remarks.of_round(filled)[0].is_released
    store.answers.save(sheet.id, "a.grad", before, before=changed)
    assert store.remarks.of_round(filled)[0].is_released


def test_words_that_nobody_has_read_like_this_are_not_released(store: Store, filled: Round) -> None:
    (sheet,) = store.sheets.of_round(filled.id)
    store.remarks.release(Remark(sheet.id, "a.grad", "council", COMMENT, "Etwas anderes"))
    store.remarks.release(Remark(sheet.id, "a.rat", "council", COMMENT, "Etwas anderes"))
    assert not any(remark.is_released for remark in store.remarks.of_round(filled))


def test_a_release_goes_with_its_sheet(store: Store, filled: Round) -> None:
    store.remarks.release(store.remarks.of_round(filled)[0])
    (sheet,) = store.sheets.of_round(filled.id)
    store.sheets.delete(sheet.id)
    store.sheets.purge()
    assert store.findings() == []
