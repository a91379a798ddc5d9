"""A round with answers, its workshop, and the page that leads through it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from kommune_desktop.core.remark import Remark
from kommune_desktop.core.workshop import AgendaItem
from kommune_desktop.settings import Settings
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workshop.book import WorkshopBook
from kommune_desktop.ui.workshop.workshop_page import WorkshopPage
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.material import answer
from tests.unit.ui.workshop.material import ITEMS, RELEASED, UNRELEASED, add_answers


@pytest.fixture
def remarks(session: Session) -> Sequence[Remark]:
    """Two remarks on b.suche, the first of them released."""
    add_answers(session)
    sheets = [sheet for sheet in session.sheets() if sheet.group_id == "council"]
    table = session.opened.answers
    table.save(sheets[0].id, "b.suche", answer(0, comment=RELEASED), before=answer(0))
    table.save(sheets[1].id, "b.suche", answer(1, comment=UNRELEASED), before=answer(1))
    first, _ = session.opened.remarks.of_round(session.current_round)
    session.opened.remarks.release(first)
    return session.opened.remarks.of_round(session.current_round)


@pytest.fixture
def evaluation(session: Session, remarks: Sequence[Remark]) -> Evaluation:
    """The figures of these answers."""
    assert remarks
    return evaluate(session.opened, session.current_round)


@pytest.fixture
def book(session: Session) -> WorkshopBook:
    """The workshop of the round; nobody has prepared it yet."""
    return WorkshopBook(session)


@pytest.fixture
def prepared(book: WorkshopBook) -> WorkshopBook:
    """The workshop with three questions on its agenda."""
    agenda = tuple(AgendaItem(question_id, minutes) for question_id, minutes in ITEMS)
    assert book.change(replace(book.workshop, agenda=agenda))
    book.session.undo_stack.clear()
    return book


@pytest.fixture
def page(
    book: WorkshopBook, evaluation: Evaluation, remarks: Sequence[Remark], show: ShowWidget
) -> Iterator[WorkshopPage]:
    """The page with the results, shown."""
    made = WorkshopPage(book, Settings())
    made.resize(1280, 720)
    show(made)
    made.show_results(evaluation, remarks)
    yield made
    made.moderation.projection.end()


@pytest.fixture
def moderation(prepared: WorkshopBook, page: WorkshopPage) -> WorkshopPage:
    """The page where the workshop is moderated."""
    assert prepared.workshop.agenda
    page.tabs.setCurrentIndex(1)
    return page
