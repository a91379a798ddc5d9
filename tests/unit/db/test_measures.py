"""Measures in the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from kommune_desktop.core.measure import Measure, MeasureStatus, ProgressNote
from kommune_desktop.core.round import Round
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.builders import WHOLE_MEASURE
from tests.unit.db.builders import TOWN, add_round


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", TOWN) as store:
        yield store


@pytest.fixture
def round_(store: Store) -> Round:
    return add_round(store)


def whole(round_: Round) -> Measure:
    """A measure with everything that one can have, on two questions in another order than that of the paper."""
    ended = {"status": MeasureStatus.DROPPED, "dropped_because": "Keine Mittel."}
    return replace(WHOLE_MEASURE, id=0, round_id=round_.id, question_ids=("a.warum", "a.grad"), **ended)  # type: ignore[arg-type]


def test_a_measure_comes_back_as_it_was_kept(store: Store, round_: Round, tmp_path: Path) -> None:
    plain = store.measures.add(Measure("Nur ein Titel"))
    kept = store.measures.add(whole(round_))
    assert [plain.id, kept.id] == [1, 2]
    with Store.open(tmp_path / "a.kommune", readonly=True) as again:
        found = again.measures.all()
    assert found[0] == plain
    assert found[1] == replace(kept, question_ids=("a.grad", "a.warum"))


def test_what_is_saved_takes_the_place_of_what_was(store: Store, round_: Round) -> None:
    kept = store.measures.add(whole(round_))
    other = store.measures.add(replace(whole(round_), title="Andere"))
    note = ProgressNote(date(2026, 12, 1), "Fertig.")
    changed = Measure("Neu", kept.id, round_.id, status=MeasureStatus.DONE, question_ids=("a.eins",), notes=(note,))
    store.measures.save(changed)
    assert store.measures.all() == [changed, replace(other, question_ids=("a.grad", "a.warum"))]


def test_a_question_that_is_named_twice_is_linked_once(store: Store, round_: Round) -> None:
    store.measures.add(Measure("a", round_id=round_.id, question_ids=("a.grad", "a.grad")))
    assert store.measures.all()[0].question_ids == ("a.grad",)


@pytest.mark.parametrize("bad", [Measure(" "), Measure("a", start=date(2027, 1, 2), due=date(2027, 1, 1))])
def test_what_makes_no_sense_is_not_kept(store: Store, bad: Measure) -> None:
    kept = store.measures.add(Measure("a"))
    for write in (store.measures.add, store.measures.save):
        with pytest.raises(UserError, match=r"measure\."):
            write(replace(bad, id=kept.id))
    assert store.measures.all() == [kept]


def test_a_deleted_measure_can_be_brought_back_until_the_file_is_opened_anew(store: Store, round_: Round) -> None:
    kept = store.measures.add(whole(round_))
    store.measures.delete(kept.id)
    assert store.measures.all() == []
    with pytest.raises(UserError, match=r"measure\.gone"):
        store.measures.save(kept)
    store.measures.restore(kept.id)
    assert [measure.id for measure in store.measures.all()] == [kept.id]
    store.measures.delete(kept.id)
    store.purge()
    with pytest.raises(UserError, match=r"measure\.gone"):
        store.measures.restore(kept.id)
    assert store.findings() == []


def test_a_measure_outlives_its_round(store: Store, round_: Round) -> None:
    store.measures.add(whole(round_))
    store._connection.execute(sa.text("DELETE FROM round"))
    (found,) = store.measures.all()
    assert found.round_id is None
    assert found.question_ids == ("a.grad", "a.warum")


def test_five_hundred_measures_are_read_in_their_order(store: Store, round_: Round) -> None:
    for number in range(500):
        store.measures.add(Measure(f"Maßnahme {number}", round_id=round_.id, question_ids=("a.grad",)))
    assert [measure.title for measure in store.measures.all()] == [f"Maßnahme {n}" for n in range(500)]


def test_measures_are_handed_over_to_an_office_together(store: Store, round_: Round) -> None:
    ids = [store.measures.add(replace(whole(round_), title=title)).id for title in "abc"]
    store.measures.set_office(ids[:2], " Amt 51 ")
    assert [measure.office for measure in store.measures.all()] == ["Amt 51", "Amt 51", "Amt 50"]
    store.measures.set_office([], "Amt 52")
    assert [measure.office for measure in store.measures.all()] == ["Amt 51", "Amt 51", "Amt 50"]
