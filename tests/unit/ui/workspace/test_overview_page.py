"""The overview: where the round stands and what comes next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from kommune_desktop.core.answer import State
from kommune_desktop.core.batch import Batch
from kommune_desktop.core.measure import Measure
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.db import Store
from kommune_desktop.texts import Texts
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.overview_page import OverviewPage, Step
from kommune_desktop.workflow.forms import print_set
from kommune_desktop.workflow.verification import find_differences
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focusable, spoken_name
from tests.unit.ui.material import TOWN, add_sheets, answer
from tests.unit.ui.paper import issue, keyed, keyed_twice


@pytest.fixture
def page(session: Session, show: ShowWidget) -> OverviewPage:
    """The page, shown."""
    made = OverviewPage(session)
    made.resize(780, 600)
    show(made)
    return made


def next_step(page: OverviewPage, qtbot: QtBot) -> Step:
    """What the button offers."""
    with qtbot.waitSignal(page.stepWanted) as wanted:
        page.next_button.click()
    assert wanted.args is not None
    return Step(wanted.args[0])


def labels(page: OverviewPage) -> list[str]:
    """All words on the page outside buttons."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_a_file_without_a_round_offers_one(words: Texts, tmp_path: Path, show: ShowWidget, qtbot: QtBot) -> None:
    session = Session(words)
    session.use(Store.create(tmp_path / "leer.kommune", TOWN))
    page = OverviewPage(session)
    show(page)
    assert page.next_button.text() == "Runde anlegen"
    assert next_step(page, qtbot) is Step.ADD_ROUND
    assert not page.state.isVisible()
    session.close()


def test_a_round_without_sheets_offers_the_first(page: OverviewPage, qtbot: QtBot) -> None:
    assert page.next_button.text() == "Zu den Bögen"
    assert next_step(page, qtbot) is Step.ADD_SHEET
    assert page.state.text() == "0 Bögen angelegt, 0 davon mit Antworten."


def test_empty_sheets_are_to_be_filled_in(page: OverviewPage, sheet: Sheet, qtbot: QtBot) -> None:
    assert next_step(page, qtbot) is Step.FILL_IN
    assert page.state.text() == "1 Bogen angelegt, 0 davon mit Antworten."


def test_printed_sheets_are_to_be_taken_back_and_then_keyed(
    page: OverviewPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    printed = print_set(session.opened, session.current_round, "council", 2, tmp_path / "b.pdf", language="de")
    page.refresh()
    assert page.next_button.text() == "Zum Rücklauf"
    assert next_step(page, qtbot) is Step.TAKE_BACK
    session.register_return(printed.numbers[0])
    assert page.next_button.text() == "Jetzt erfassen"
    assert next_step(page, qtbot) is Step.KEY
    assert page.next_text.text() == "1 Bogen zurück und noch nicht erfasst."


def test_answers_of_a_printed_sheet_are_to_be_seen_when_it_is_keyed_to_its_end(
    page: OverviewPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    print_set(session.opened, session.current_round, "council", 1, tmp_path / "b.pdf", language="de")
    sheet = session.sheets()[0]
    session.record(sheet, session.current_round.questionnaire.question("b.suche"), None, answer(1))
    page.refresh()
    assert next_step(page, qtbot) is Step.TAKE_BACK
    session.finish_keying(sheet)
    assert next_step(page, qtbot) is Step.EVALUATE


def test_a_blank_alone_is_no_answer_yet(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": State.BLANK}])
    page.refresh()
    assert next_step(page, qtbot) is Step.FILL_IN


def test_with_answers_there_are_results_to_see(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": 1}, {}])
    page.refresh()
    assert page.next_button.text() == "Ergebnisse ansehen"
    assert next_step(page, qtbot) is Step.EVALUATE
    assert page.state.text() == "2 Bögen angelegt, 1 davon mit Antworten."


def test_each_group_has_its_number_of_sheets(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    add_sheets(session.opened, session.current_round, "council", [{}, {}])
    page.refresh()
    expected = ["Verwaltung", "0 Bögen", "Ratsfraktionen", "2 Bögen", "Wohlfahrtsverbände", "0 Bögen"]
    qtbot.waitUntil(lambda: [text for text in labels(page) if text in expected] == expected)
    bars = {bar.accessibleName(): bar.value() for bar in page.findChildren(QProgressBar)}
    assert bars == {"Verwaltung": 0, "Ratsfraktionen": 2, "Wohlfahrtsverbände": 0}


def test_a_new_sheet_shows_at_once(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    session.add_sheet("welfare")
    qtbot.waitUntil(lambda: "1 Bogen" in labels(page))


def test_an_answer_shows_when_one_is_back(page: OverviewPage, session: Session, sheet: Sheet, qtbot: QtBot) -> None:
    session.record(sheet, session.current_round.questions[0], None, answer(1))
    session.sheetsChanged.emit()
    assert next_step(page, qtbot) is Step.EVALUATE


def test_all_that_can_have_the_keyboard_has_a_name(page: OverviewPage) -> None:
    assert [spoken_name(widget) for widget in focusable(page)] == ["Zu den Bögen"]


@pytest.fixture
def batch(session: Session) -> Batch:
    made = session.add_batch(0)
    assert made is not None
    return made


def bars(page: OverviewPage) -> dict[str, tuple[int, int]]:
    """How many of how many each bar shows, by its group; new ones come to be seen with the next events."""
    QCoreApplication.processEvents()
    return {
        bar.accessibleName(): (bar.value(), bar.maximum())
        for bar in page.findChildren(QProgressBar)
        if bar.isVisibleTo(page)
    }


def test_what_has_come_back_is_to_be_keyed_before_anything_else(
    page: OverviewPage, session: Session, batch: Batch, qtbot: QtBot
) -> None:
    keyed_twice(session, batch)
    session.register_return(issue(session)[0].number)
    assert next_step(page, qtbot) is Step.KEY
    assert page.next_button.text() == "Jetzt erfassen"
    assert page.next_text.text() == "1 Bogen zurück und noch nicht erfasst."


def test_what_is_to_be_keyed_a_second_time_or_settled_comes_before_the_results(
    page: OverviewPage, session: Session, batch: Batch, qtbot: QtBot
) -> None:
    first = keyed(session, batch)
    assert next_step(page, qtbot) is Step.EVALUATE
    session.want_second_keying([first])
    assert next_step(page, qtbot) is Step.VERIFY
    assert page.next_button.text() == "Zum Erfassen"
    assert page.next_text.text() == (
        "Erfassen Sie die vorgesehenen Bögen ein zweites Mal, und klären Sie Abweichungen."
    )
    session.finish_second_keying(first)
    for difference in find_differences(session.opened, session.current_round):
        assert next_step(page, qtbot) is Step.VERIFY
        session.settle(difference, difference.first or answer(State.BLANK), "")
    assert session.opened.sheets.get(first.id).state is SheetState.VERIFIED
    assert next_step(page, qtbot) is Step.EVALUATE


def test_a_lost_sheet_is_not_to_be_keyed_a_second_time(
    page: OverviewPage, session: Session, batch: Batch, qtbot: QtBot
) -> None:
    lost = keyed(session, batch)
    session.want_second_keying([lost])
    session.mark_sheet(lost, SheetState.LOST, lost.created)
    assert next_step(page, qtbot) is not Step.VERIFY


def test_the_bar_of_a_group_shows_what_is_no_longer_out(page: OverviewPage, session: Session) -> None:
    sheets = issue(session, 4)
    session.add_sheet("welfare")
    assert bars(page) == {"Verwaltung": (0, 1), "Ratsfraktionen": (0, 4), "Wohlfahrtsverbände": (1, 1)}
    for sheet in sheets[:3]:
        session.register_return(sheet.number)
    session.finish_keying(sheets[0])
    assert bars(page)["Ratsfraktionen"] == (3, 4)
    assert "4 Bögen, 3 von 4 Papierbögen zurück" in labels(page)
    assert "1 Bogen" in labels(page), "without paper there is no word of it"


def test_a_lost_sheet_is_neither_out_nor_in_use(page: OverviewPage, session: Session) -> None:
    sheets = issue(session, 3)
    session.mark_sheet(sheets[0], SheetState.LOST, sheets[0].created)
    session.register_return(sheets[1].number)
    assert bars(page)["Ratsfraktionen"] == (1, 2)
    assert "2 Bögen, 1 von 3 Papierbögen zurück" in labels(page)


def test_each_group_has_one_bar_however_often_something_changes(page: OverviewPage, session: Session) -> None:
    for _ in range(3):
        session.add_sheet("council")
    assert list(bars(page)) == ["Verwaltung", "Ratsfraktionen", "Wohlfahrtsverbände"]
    old = page.findChildren(QProgressBar)
    session.add_sheet("council")
    assert not any(bar.isVisible() for bar in old), "the old ones do not lie over the new ones"


@pytest.mark.parametrize("step", [Step.KEY, Step.VERIFY])
def test_the_step_leads_to_the_batches(workspace: Workspace, step: Step) -> None:
    workspace.pages.overview.stepWanted.emit(step)
    assert workspace.pages.currentWidget() is workspace.pages.batches


def test_measures_of_the_round_come_after_its_results(
    workspace: Workspace, session: Session, page: OverviewPage, qtbot: QtBot
) -> None:
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": 3}])
    book = workspace.pages.measures.book
    book.add(Measure("Von früher", round_id=None))
    assert next_step(page, qtbot) is Step.EVALUATE
    book.add(Measure("Formulare", round_id=session.current_round.id))
    assert page.next_text.text() == "Noch offen: 1 Maßnahme."
    book.add(Measure("Sprechstunde", round_id=session.current_round.id, due=date(2020, 1, 1)))
    assert page.next_text.text() == "Noch offen: 2 Maßnahmen. Überfällig: 1."
    assert page.next_button.text() == "Zu den Maßnahmen"
    assert next_step(page, qtbot) is Step.ACT
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert next_step(page, qtbot) is Step.EVALUATE


def test_the_step_to_the_measures_leads_there(workspace: Workspace) -> None:
    workspace.pages.overview.stepWanted.emit(Step.ACT)
    assert workspace.pages.currentWidget() is workspace.pages.measures
