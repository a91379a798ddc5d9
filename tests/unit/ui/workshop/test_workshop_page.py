"""The workshop page as a whole: what it shows before the figures come, and of another round."""

from __future__ import annotations

import copy
from dataclasses import replace

from PySide6.QtWidgets import QListWidget

from kommune_desktop.core.round import Weighting
from kommune_desktop.core.workshop import AgendaItem, Workshop
from kommune_desktop.settings import Settings
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workshop.book import WorkshopBook
from kommune_desktop.ui.workshop.moderation_view import ModerationView
from kommune_desktop.ui.workshop.workshop_page import WorkshopPage
from kommune_desktop.workflow.evaluation import View, evaluate
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.material import GROUPS, MIN_CELL, SMALL, add_sheets
from tests.unit.ui.workshop.material import click, named


def add_round_with_another_question(session: Session) -> None:
    """A round before, over a questionnaire whose first question has another id; it is on the agenda."""
    content = copy.deepcopy(SMALL) | {"id": "anders"}
    content["areas"][0]["topics"][0]["questions"][0]["id"] = "a.anders"
    content["areas"][0]["topics"][0]["questions"][1].pop("relevant_if")
    store = session.opened
    other = store.rounds.add(
        content,
        title="Andere Runde",
        groups=GROUPS,
        weighting=session.current_round.weighting,
        min_cell=MIN_CELL,
        short_form=False,
        created=None,
    )
    store.workshops.save(other, Workshop(), Workshop(agenda=(AgendaItem("a.anders"),)))


def test_before_the_figures_come_nothing_is_said_to_be_missing(book: WorkshopBook, show: ShowWidget) -> None:
    page = WorkshopPage(book, Settings())
    show(page)
    assert not page.empty.isVisible()
    assert not page.tabs.isVisible()


def test_a_round_without_answers_says_what_it_needs(book: WorkshopBook, session: Session, show: ShowWidget) -> None:
    page = WorkshopPage(book, Settings())
    show(page)
    page.show_results(evaluate(session.opened, session.current_round), ())
    assert page.empty.isVisible()
    assert "ausgefüllte Bögen" in page.empty.text()
    assert not page.tabs.isVisible()
    assert not page.minutes_button.isVisible()


def test_an_agenda_stays_in_sight_when_all_sheets_are_gone(
    book: WorkshopBook, session: Session, show: ShowWidget
) -> None:
    assert book.change(replace(book.workshop, agenda=(AgendaItem("b.suche"),)))
    page = WorkshopPage(book, Settings())
    show(page)
    page.show_results(evaluate(session.opened, session.current_round), ())
    assert page.tabs.isVisible()
    assert not page.empty.isVisible()


def test_another_round_shows_its_own_agenda_as_soon_as_its_figures_are_there(
    session: Session, prepared: WorkshopBook, page: WorkshopPage
) -> None:
    assert prepared.workshop.agenda
    add_round_with_another_question(session)
    session.select_round(session.opened.rounds.all()[-1])
    assert not page.tabs.isVisible()
    page.show_results(evaluate(session.opened, session.current_round), ())
    page.tabs.setCurrentIndex(1)
    listed = named(page, QListWidget, "Tagesordnung")
    assert [listed.item(row).text() for row in range(listed.count())] == ["1 Leitbild"]


def test_figures_that_count_each_sheet_the_same_are_those_of_the_round_too(
    session: Session, moderation: WorkshopPage
) -> None:
    moderation.show_results(evaluate(session.opened, session.current_round, View(Weighting.SHEET)), ())
    click(moderation, "Stufe 3")
    assert moderation.tabs.isVisible()
    assert moderation.moderation.list.count() == 3


def test_a_sheet_keyed_in_meanwhile_is_in_the_figures(session: Session, moderation: WorkshopPage) -> None:
    # A third sheet makes the welfare organisations a group that may be shown: 75, 100 and 50 points.
    view = moderation.moderation
    assert "Wohlfahrtsverbände" not in drawn_groups(view)
    add_sheets(session.opened, session.current_round, "welfare", [{"b.suche": 2}])
    moderation.show_results(evaluate(session.opened, session.current_round), ())
    assert "Wohlfahrtsverbände" in drawn_groups(view)


def drawn_groups(view: ModerationView) -> str:
    """What the chart of the question says in words."""
    view.chart.grab()
    assert view.chart.chart is not None
    return str([row for row in view.chart.chart.table.rows if "verdeckt" not in str(row)])
