"""What became of the measures of the round before, as the page for measures shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QRadioButton

from kommune_desktop.core.measure import Measure, MeasureStatus
from kommune_desktop.core.round import Round
from kommune_desktop.settings import Settings
from kommune_desktop.texts import MINUS
from kommune_desktop.ui.measures.book import MeasureBook
from kommune_desktop.ui.measures.measures_page import MeasuresPage
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.evaluation import evaluate
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import spoken_name
from tests.unit.ui.material import add_sheets, add_small_round

STATUS = 1
OpenPage = Callable[[], MeasuresPage]


@pytest.fixture
def earlier(session: Session) -> Round:
    """A round before: b.suche had 25 points and a.bild 100; a.ziel and a.partner were asked and have no points."""
    made = add_small_round(session.opened, "Runde 2021", created=datetime(2021, 1, 1, tzinfo=UTC))
    add_sheets(session.opened, made, "administration", [{"b.suche": 1, "a.bild": 4, "b.miete": 2}])
    add_sheets(session.opened, session.current_round, "administration", [{"b.suche": 3, "a.bild": 2}])
    return made


@pytest.fixture
def open_page(session: Session, show: ShowWidget) -> OpenPage:
    """The page with the figures of the round."""

    def open_measures() -> MeasuresPage:
        page = MeasuresPage(MeasureBook(session), Settings())
        page.resize(1100, 600)
        show(page)
        page.show_results(evaluate(session.opened, session.current_round), ())
        return page

    return open_measures


def choice(page: MeasuresPage) -> QRadioButton:
    """What leads to the view."""
    return next(made for made in page.findChildren(QRadioButton) if spoken_name(made) == "Was wurde daraus?")


def rows(page: MeasuresPage) -> list[list[str]]:
    """The table as it is read."""
    model = page.outcomes.table.model()
    return [[str(model.index(row, place).data()) for place in range(6)] for row in range(model.rowCount())]


def test_each_measure_stands_with_its_questions_then_and_now(
    session: Session, earlier: Round, open_page: OpenPage
) -> None:
    questions = ("b.suche", "a.bild", "b.miete", "a.partner")
    session.opened.measures.add(Measure("Lotsen", round_id=earlier.id, question_ids=questions))
    page = open_page()
    choice(page).click()
    assert page.outcomes.title.text() == "Was aus den Maßnahmen von „Runde 2021“ wurde"
    # A step on the scale of 0 to 4 is 25 points. b.miete has none now, and a question in words never has any.
    assert rows(page) == [
        ["Lotsen", "Idee", "1 Leitbild", "100", "50", f"{MINUS}50"],
        ["Lotsen", "Idee", "6 Partner", "–", "–", "–"],
        ["Lotsen", "Idee", "8 Wohnungssuche", "25", "75", "+50"],
        ["Lotsen", "Idee", "9 Miete", "–", "–", "–"],
    ]


def test_a_measure_without_a_question_is_not_left_out(session: Session, earlier: Round, open_page: OpenPage) -> None:
    session.opened.measures.add(Measure("Formulare", round_id=earlier.id, status=MeasureStatus.DONE))
    page = open_page()
    choice(page).click()
    assert rows(page) == [["Formulare", "erledigt", "–", "–", "–", "–"]]
    assert not any(press.isEnabled() for press in (page.edit_button, page.delete_button, page.rename_button))


def test_measures_of_this_round_have_no_outcome_yet(session: Session, earlier: Round, open_page: OpenPage) -> None:
    assert earlier
    session.opened.measures.add(Measure("Neu", round_id=session.current_round.id, question_ids=("b.suche",)))
    assert not choice(open_page()).isVisible()


def test_without_an_earlier_round_it_is_not_offered(session: Session, open_page: OpenPage) -> None:
    add_sheets(session.opened, session.current_round, "administration", [{"b.suche": 3}])
    session.opened.measures.add(Measure("Neu", round_id=session.current_round.id, question_ids=("b.suche",)))
    page = open_page()
    assert page.view.isVisible()
    assert not choice(page).isVisible()


def test_a_measure_that_is_done_meanwhile_is_shown_so_at_once(
    session: Session, earlier: Round, open_page: OpenPage
) -> None:
    session.opened.measures.add(Measure("Lotsen", round_id=earlier.id, question_ids=("b.suche",)))
    page = open_page()
    choice(page).click()
    (measure,) = page.book.all()
    page.book.save(measure, Measure("Lotsen", measure.id, earlier.id, status=MeasureStatus.DONE))
    assert rows(page)[0][:2] == ["Lotsen", "erledigt"]
    page.session.undo_stack.undo()
    assert rows(page)[0][STATUS] == "Idee"


@pytest.mark.parametrize("is_deleted", [False, True])
def test_who_looks_at_another_round_sees_nothing_of_this_one(
    session: Session, earlier: Round, open_page: OpenPage, is_deleted: bool
) -> None:
    session.opened.measures.add(Measure("Lotsen", round_id=earlier.id, question_ids=("b.suche",)))
    page = open_page()
    choice(page).click()
    if is_deleted:
        page.book.delete(page.book.all()[0])
    else:
        session.select_round(earlier)
    assert not choice(page).isVisible()
    assert page.views.currentIndex() == 0
