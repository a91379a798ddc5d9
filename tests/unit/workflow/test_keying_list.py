"""What the list of discrepancies and completeness is made of, from a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.batch import Batch
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.texts import LANGUAGES, texts
from kommune_desktop.workflow.forms import form_of
from kommune_desktop.workflow.keying_list import review, write_keying_list
from kommune_desktop.workflow.verification import find_differences, finish_second, settle
from tests.unit.db.builders import TOWN, add_round, given
from tests.unit.db.paper import DAY, half_keyed_again, issued, keyed, write
from tests.unit.export.reading import pages, says

ALL = {
    "a.grad": given(2),
    "a.ja": given(0),
    "a.warum": given("Weil es so ist"),
    "a.eins": given(0),
    "a.zahl": given(5),
    "a.rat": given(1),
}
"""All six questions that the council is asked as long as a.eins is 0."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", TOWN) as made:
        add_round(made)
        yield made


@pytest.fixture
def round_(store: Store) -> Round:
    return store.rounds.all()[0]


@pytest.fixture
def batch(store: Store, round_: Round) -> Batch:
    return store.batches.add(round_.id, 4)


def test_without_paper_there_is_nothing_to_review(store: Store, round_: Round) -> None:
    store.sheets.add(round_, "council")
    made = review(store, round_)
    assert not made.returns
    assert not made.batches
    assert not made.unlaid
    assert not made.gaps
    assert not made.contradictions
    assert not made.differences
    assert made.reliability.total.per_thousand is None


def test_the_returns_are_those_of_groups_with_paper(store: Store, round_: Round) -> None:
    sheets = issued(store, round_, 3)
    store.sheets.set_date(sheets[0].id, SheetState.RETURNED, DAY)
    (returns,) = review(store, round_).returns
    assert returns.group.id == "council"
    assert (returns.issued, returns.missing, returns.counts[SheetState.RETURNED]) == (3, 2, 1)


def test_the_gaps_of_a_half_keyed_sheet_are_the_questions_it_asks_and_has_no_entry_for(
    store: Store, round_: Round, batch: Batch
) -> None:
    whole, half, empty = issued(store, round_, 3)
    keyed(store, batch, whole, ALL)
    store.batches.put(batch.id, half.id, "KS")
    write(store, half, {"a.grad": given(2), "a.ja": Answer(State.BLANK), "a.eins": given(1)})
    store.batches.put(batch.id, empty.id, "KS")
    made = review(store, round_)
    # With a.grad from 2 on a.warum is asked, with a.eins 1 a.mehr: open are a.warum, a.mehr, a.zahl, a.rat.
    # An empty sheet is asked neither of both: a.grad, a.ja, a.eins, a.zahl, a.rat.
    assert made.gaps == {half.id: 4, empty.id: 5}


def test_what_came_back_and_lies_in_no_batch_is_unlaid(store: Store, round_: Round, batch: Batch) -> None:
    sheets = issued(store, round_, 4)
    for sheet in sheets[:3]:
        store.sheets.set_date(sheet.id, SheetState.RETURNED, DAY)
    store.batches.put(batch.id, sheets[1].id, "KS")
    store.sheets.set_date(sheets[2].id, SheetState.KEYED, DAY)
    assert [sheet.id for sheet in review(store, round_).unlaid] == [sheets[0].id]


def test_sheets_of_a_dissolved_batch_are_unlaid_as_soon_as_they_are_said_to_be_in_none(
    store: Store, round_: Round, batch: Batch
) -> None:
    sheet = issued(store, round_)[0]
    store.batches.put(batch.id, sheet.id, "KS")
    store.batches.dissolve(batch.id)
    made = review(store, round_)
    assert not made.batches
    assert [found.id for found in made.unlaid] == [sheet.id]


def test_a_contradiction_is_one_of_a_keyed_sheet(store: Store, round_: Round, batch: Batch) -> None:
    against = {"a.grad": given(0), "a.warum": given("Trotzdem"), "a.eins": given(0)}
    sheets = issued(store, round_, 3)
    done = keyed(store, batch, sheets[0], against)
    keyed(store, batch, sheets[1], {**against, "a.warum": Answer(State.BLANK)})
    write(store, sheets[2], against)
    found = review(store, round_).contradictions
    assert [(sheet.id, [question.id for question in questions]) for sheet, questions in found] == [
        (done.id, ["a.warum"])
    ]


def test_differences_and_error_rate_are_those_of_the_round(store: Store, round_: Round, batch: Batch) -> None:
    sheet = keyed(store, batch, issued(store, round_)[0], ALL)
    half_keyed_again(store, sheet, {**ALL, "a.grad": given(3), "a.rat": given(4)})
    finish_second(store, round_, sheet)
    settle(store, round_, find_differences(store, round_)[0], given(3), "so steht es da")
    made = review(store, round_)
    assert [(one.question.id, one.is_open) for one in made.differences] == [("a.grad", False), ("a.rat", True)]
    total = made.reliability.total
    assert (total.checked, total.differing, total.wrong, total.open) == (6, 2, 1, 1)
    assert total.per_thousand == Fraction(1000, 6)
    assert [(laid.number, rate.wrong) for laid, rate in made.reliability.batches if laid] == [(1, 1)]


def printed(store: Store, round_: Round) -> Sheet:
    """A sheet of the council that was handed out as it is printed now."""
    layout = form_of(store, round_, "council", "de").layout
    store.sheets.issue(round_, "council", store.sheets.free_numbers(round_, "council", 1), layout)
    return store.sheets.of_round(round_.id)[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_says_what_the_review_found(
    store: Store, round_: Round, batch: Batch, tmp_path: Path, language: str
) -> None:
    sheet = keyed(store, batch, printed(store, round_), ALL)
    half_keyed_again(store, sheet, {**ALL, "a.rat": given(4)})
    finish_second(store, round_, sheet)
    target = tmp_path / "Liste.pdf"
    told: list[int] = []
    count = write_keying_list(store, round_, target, language=language, progress=told.append)
    words = texts(language)
    assert count == len(pages(target)) == len(told)
    assert says(target, f"{TOWN} · {round_.title} · {words.date(date.today())}")  # noqa: DTZ011 - the person's calendar
    assert says(target, words("keying_list.left", left="1", total="1"))
    assert says(target, words("keying_list.rate", checked="6", wrong="0", open="1", rate=words.number(0, 1)))
    assert says(target, sheet.number)


def test_the_list_does_not_take_the_place_of_the_file_it_is_about(store: Store, round_: Round) -> None:
    with pytest.raises(UserError, match=r"file\."):
        write_keying_list(store, round_, store.path, language="de")
    assert store.rounds.all()


def test_a_file_that_is_only_read_has_a_list(store: Store, round_: Round, batch: Batch, tmp_path: Path) -> None:
    keyed(store, batch, issued(store, round_)[0], ALL)
    with Store.open(store.path, readonly=True) as other:
        assert write_keying_list(other, round_, tmp_path / "Liste.pdf", language="de") >= 1
