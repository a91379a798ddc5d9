"""Workshops in the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
from kommune_desktop.core.round import Round
from kommune_desktop.core.workshop import AgendaItem, Need, Voting, Workshop
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.unit.db.builders import add_round

WHOLE = Workshop(
    day=date(2026, 11, 24),
    place="Rathaus, Großer Saal",
    participants={"administration": 4, "welfare": 0},
    names="A. Muster\nB. Beispiel",
    voting=Voting.HANDS,
    dots_each=3,
    agenda=(
        AgendaItem(
            "a.rat",
            25,
            Consensus(
                ConsensusState.REACHED,
                0,
                "Weil „alle“ es so sehen.",
                (Dissent("welfare", "Wir nicht."), Dissent("administration", "")),
            ),
            ideas="Paten\nTandems",
            notes="zuerst die Leisen fragen",
            dots=0,
        ),
        AgendaItem("a.grad", 0, Consensus(ConsensusState.NOT_REACHED, reason="offen"), dots=12),
        AgendaItem("a.warum"),
    ),
    needs=(Need(2, "Ein Raum\nfür alle", "a.grad", 7), Need(5, "Geld")),
)


def test_a_round_without_a_workshop_has_an_empty_one(store: Store, round_: Round) -> None:
    assert store.workshops.of_round(round_) == Workshop()


def test_a_workshop_comes_back_as_it_was_saved(store: Store, round_: Round, path: Path) -> None:
    store.workshops.save(round_, Workshop(), WHOLE)
    with Store.open(path, readonly=True) as again:
        assert again.workshops.of_round(round_) == WHOLE


def test_what_is_saved_takes_the_place_of_what_was(store: Store, round_: Round) -> None:
    store.workshops.save(round_, Workshop(), WHOLE)
    after = replace(WHOLE, agenda=WHOLE.agenda[::-1][:2], needs=(), participants={"council": 9}, day=None)
    store.workshops.save(round_, WHOLE, after)
    assert store.workshops.of_round(round_) == after


def test_a_change_of_another_window_is_not_written_over(store: Store, round_: Round, path: Path) -> None:
    store.workshops.save(round_, Workshop(), WHOLE)
    with Store.open(path) as other:
        there = replace(WHOLE, place="Bürgerhaus")
        other.workshops.save(round_, WHOLE, there)
    with pytest.raises(UserError, match=r"workshop\.changed_elsewhere"):
        store.workshops.save(round_, WHOLE, replace(WHOLE, place="Anderswo"))
    assert store.workshops.of_round(round_) == there


def test_what_makes_no_sense_is_refused_and_nothing_is_lost(store: Store, round_: Round) -> None:
    store.workshops.save(round_, Workshop(), WHOLE)
    with pytest.raises(UserError, match=r"workshop\.question_twice"):
        store.workshops.save(round_, WHOLE, replace(WHOLE, agenda=(AgendaItem("a.grad"), AgendaItem("a.grad"))))
    assert store.workshops.of_round(round_) == WHOLE


def test_the_store_itself_has_one_record_a_question(store: Store, round_: Round) -> None:
    store.workshops.save(round_, Workshop(), WHOLE)
    again = (
        "INSERT INTO agenda_item SELECT round_id, question_id, 9, 5, 'open', NULL, '', '', '', NULL FROM agenda_item"
    )
    with pytest.raises(sa.exc.IntegrityError):
        store._connection.exec_driver_sql(again)
    assert store.workshops.of_round(round_) == WHOLE


def test_each_round_has_its_own(store: Store, round_: Round) -> None:
    other = add_round(store, title="Runde 2")
    store.workshops.save(other, Workshop(), WHOLE)
    assert store.workshops.of_round(round_) == Workshop()
    assert store.workshops.of_round(other) == WHOLE


def test_a_deleted_round_takes_its_workshop_along(store: Store, round_: Round) -> None:
    store.workshops.save(round_, Workshop(), WHOLE)
    store._connection.execute(sa.text("DELETE FROM round"))
    for table in ("workshop", "workshop_people", "agenda_item", "dissent", "need"):
        assert store._connection.execute(sa.text(f"SELECT count(*) FROM {table}")).scalar_one() == 0


@pytest.fixture
def damaged(store: Store, round_: Round) -> Store:
    store.workshops.save(round_, Workshop(), WHOLE)
    store._connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
    store._connection.execute(sa.text("UPDATE agenda_item SET state = 'vielleicht'"))
    return store


def test_a_damaged_record_is_said_to_be_one(damaged: Store, round_: Round) -> None:
    with pytest.raises(UserError, match=r"store\.damaged"):
        damaged.workshops.of_round(round_)
