"""The workshop that is worked on: saved at once, taken back, and kept safe from other windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kommune_desktop.core.consensus import Consensus, ConsensusState
from kommune_desktop.core.workshop import AgendaItem, Workshop
from kommune_desktop.db import Store
from kommune_desktop.texts import Texts
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workshop.book import WorkshopBook
from tests.unit.ui.material import add_small_round, full, locked
from tests.unit.ui.workshop.material import stored_workshop

REACHED = Consensus(ConsensusState.REACHED, 3)


@pytest.fixture
def other(path: Path, words: Texts, prepared: WorkshopBook) -> Iterator[WorkshopBook]:
    """The same workshop in a second window."""
    session = Session(words)
    session.use(Store.open(path))
    made = WorkshopBook(session)
    assert made.workshop == prepared.workshop
    yield made
    session.close()


def agree(book: WorkshopBook, consensus: Consensus) -> bool:
    """Agree on something for the first question."""
    return book.change(book.workshop.with_item(replace(book.workshop.agenda[0], consensus=consensus)))


def type_place(book: WorkshopBook, *texts: str) -> None:
    """Type a place, as its field tells it letter by letter."""
    for text in texts:
        book.change(replace(book.workshop, place=text), typing="place")


def test_each_change_is_on_disk_at_once_and_told(book: WorkshopBook, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignals([book.changed, book.session.workshopChanged, book.session.saved]):
        assert book.change(replace(book.workshop, place="Rathaus"))
    assert stored_workshop(path) == Workshop(place="Rathaus")


def test_a_change_is_taken_back_and_made_again(prepared: WorkshopBook, path: Path) -> None:
    before, stack = prepared.workshop, prepared.session.undo_stack
    assert agree(prepared, REACHED)
    after = prepared.workshop
    stack.undo()
    assert prepared.workshop == stored_workshop(path) == before
    stack.redo()
    assert prepared.workshop == stored_workshop(path) == after


def test_what_is_no_change_is_nothing_to_take_back(prepared: WorkshopBook) -> None:
    assert prepared.change(prepared.workshop)
    assert prepared.session.undo_stack.count() == 0


def test_letters_of_one_field_are_taken_back_in_one_go_and_those_of_another_apart(book: WorkshopBook) -> None:
    type_place(book, "R", "Ra", "Rat")
    book.change(replace(book.workshop, names="A"), typing="names")
    assert book.session.undo_stack.count() == 2
    book.session.undo_stack.undo()
    assert book.workshop == Workshop(place="Rat")
    book.session.undo_stack.undo()
    assert book.workshop == Workshop()


def test_a_click_between_letters_parts_them(prepared: WorkshopBook) -> None:
    type_place(prepared, "R")
    agree(prepared, REACHED)
    type_place(prepared, "Ra")
    prepared.session.undo_stack.undo()
    assert (prepared.workshop.place, prepared.workshop.agenda[0].consensus) == ("R", REACHED)


def test_a_change_of_another_window_is_said_and_stands(
    prepared: WorkshopBook, other: WorkshopBook, path: Path, qtbot: QtBot
) -> None:
    assert agree(other, REACHED)
    with qtbot.waitSignal(prepared.session.failed) as told, qtbot.waitSignal(prepared.changed):
        assert not prepared.change(replace(prepared.workshop, place="Rathaus"))
    assert told.args[0].key == "workshop.changed_elsewhere"
    assert prepared.workshop == other.workshop == stored_workshop(path)
    assert prepared.session.undo_stack.count() == 0
    assert prepared.change(replace(prepared.workshop, place="Rathaus"))
    assert stored_workshop(path) == replace(other.workshop, place="Rathaus")


def test_undo_does_not_undo_what_another_window_has_done_since(
    prepared: WorkshopBook, other: WorkshopBook, path: Path, qtbot: QtBot
) -> None:
    type_place(prepared, "Rathaus")
    other.read()
    assert agree(other, REACHED)
    with qtbot.waitSignal(prepared.session.failed) as told:
        prepared.session.undo_stack.undo()
    assert told.args[0].key == "workshop.changed_elsewhere"
    assert prepared.workshop == stored_workshop(path) == other.workshop
    assert prepared.session.undo_stack.count() == 0


@pytest.mark.parametrize("trouble", [locked, full])
def test_a_letter_that_could_not_be_saved_does_not_spoil_the_undo_of_those_before(
    book: WorkshopBook, path: Path, qtbot: QtBot, trouble: Callable[[Store], AbstractContextManager[None]]
) -> None:
    type_place(book, "R", "Ra")
    with trouble(book.session.opened), qtbot.waitSignal(book.session.failed):
        type_place(book, "Rat" * 5000)
    assert book.workshop == stored_workshop(path) == Workshop(place="Ra")
    book.session.undo_stack.undo()
    assert book.workshop == stored_workshop(path) == Workshop()


def test_a_locked_file_is_said_and_the_undo_waits_until_it_is_free(book: WorkshopBook, qtbot: QtBot) -> None:
    type_place(book, "Rathaus")
    stack = book.session.undo_stack
    with locked(book.session.opened), qtbot.waitSignal(book.session.failed):
        stack.undo()
    qtbot.waitUntil(stack.canUndo)
    assert book.workshop == Workshop(place="Rathaus")
    stack.undo()
    assert book.workshop == Workshop()


def test_a_question_has_one_consensus_the_later_one_stands(prepared: WorkshopBook, path: Path, qtbot: QtBot) -> None:
    later = Consensus(ConsensusState.NOT_REACHED, reason="Zu verschieden.")
    agree(prepared, REACHED)
    agree(prepared, later)
    assert [item.consensus for item in stored_workshop(path).agenda if item.question_id == "b.suche"] == [later]
    twice = (*prepared.workshop.agenda, AgendaItem("b.suche", consensus=REACHED))
    with qtbot.waitSignal(prepared.session.failed) as told:
        assert not prepared.change(replace(prepared.workshop, agenda=twice))
    assert told.args[0].key == "workshop.question_twice"
    assert len(stored_workshop(path).agenda) == 3


def test_another_round_has_a_workshop_of_its_own(prepared: WorkshopBook) -> None:
    session, before = prepared.session, prepared.workshop
    first = session.current_round
    session.select_round(add_small_round(session.opened, "Runde 2028"))
    assert prepared.workshop == Workshop()
    session.select_round(first)
    assert prepared.workshop == before
    session.select_round(None)
    assert prepared.workshop == Workshop()
