"""Results follow the answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kommune_desktop.core.sheet import Sheet
from kommune_desktop.settings import Settings
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.pages import MEASURES, RESULTS, SHEETS
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import press
from tests.unit.ui.material import HOUSING, add_sheets, add_small_round, answer
from tests.unit.ui.modal import Modals


@pytest.fixture
def workspace(session: Session, show: ShowWidget) -> Iterator[Workspace]:
    """The workspace, shown, with a sheet of the administration."""
    add_sheets(session.opened, session.current_round, "administration", [{"b.suche": 1}])
    made = Workspace(session, Settings())
    show(made)
    yield made
    made.finish_work()


def score(page: ResultsPage) -> str:
    """The points of the round as they are shown."""
    return page.score.text().partition(" ")[0] if page.evaluation else ""


def test_results_are_computed_when_the_page_is_turned_to(workspace: Workspace, qtbot: QtBot) -> None:
    assert workspace.pages.results.evaluation is None
    workspace.show_page(RESULTS)
    qtbot.waitUntil(lambda: score(workspace.pages.results) == "25")


def test_results_that_another_page_had_computed_are_there_at_once(workspace: Workspace, qtbot: QtBot) -> None:
    arrived: list[object] = []
    workspace.evaluations.watch(lambda evaluation, _: arrived.append(evaluation))
    workspace.show_page(MEASURES)
    qtbot.waitUntil(lambda: bool(arrived))
    workspace.show_page(RESULTS)
    assert score(workspace.pages.results) == "25"


def test_an_answer_that_was_changed_is_in_the_results(workspace: Workspace, session: Session, qtbot: QtBot) -> None:
    workspace.show_page(RESULTS)
    qtbot.waitUntil(lambda: score(workspace.pages.results) == "25")
    question = session.current_round.questionnaire.question("b.suche")
    session.record(session.sheets()[0], question, answer(1), answer(3))
    qtbot.waitUntil(lambda: score(workspace.pages.results) == "75")


def test_an_answer_given_in_the_wizard_is_in_the_results(workspace: Workspace, session: Session, qtbot: QtBot) -> None:
    workspace.open_sheet(session.sheets()[0])
    assert workspace.wizard is not None
    workspace.wizard.show_page(HOUSING)
    press("5")
    workspace.show_page(RESULTS)
    qtbot.waitUntil(lambda: workspace.pages.results.evaluation is not None)
    result = workspace.pages.results.evaluation
    assert result is not None
    assert [q.total.score for q in result.results.questions if q.question.id == "b.miete"] == [100]


def test_a_deleted_sheet_is_out_of_the_results_and_comes_back(
    workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": 4}] * 3)
    workspace.show_page(RESULTS)
    qtbot.waitUntil(lambda: workspace.pages.results.summary.text().startswith("4 Bögen"))
    session.delete_sheet(session.sheets()[1])
    qtbot.waitUntil(lambda: workspace.pages.results.summary.text().startswith("3 Bögen"))
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: workspace.pages.results.summary.text().startswith("4 Bögen"))


def test_the_last_sheet_deleted_leaves_no_results(workspace: Workspace, session: Session, qtbot: QtBot) -> None:
    workspace.show_page(RESULTS)
    qtbot.waitUntil(lambda: score(workspace.pages.results) == "25")
    session.delete_sheet(session.sheets()[0])
    qtbot.waitUntil(workspace.pages.results.empty.isVisible)


def test_another_round_shows_its_own_results(workspace: Workspace, session: Session, qtbot: QtBot) -> None:
    other = add_small_round(session.opened, "Runde 2028")
    add_sheets(session.opened, other, "administration", [{"b.suche": 4}])
    workspace.show_page(RESULTS)
    qtbot.waitUntil(lambda: score(workspace.pages.results) == "25")
    session.select_round(other)
    qtbot.waitUntil(lambda: score(workspace.pages.results) == "100")


def test_results_are_not_computed_again_when_nothing_changed(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.show_page(RESULTS)
    qtbot.waitUntil(lambda: score(workspace.pages.results) == "25")
    before = workspace.pages.results.evaluation
    workspace.show_page(SHEETS)
    workspace.show_page(RESULTS)
    qtbot.waitUntil(lambda: not workspace.findChildren(BackgroundWork))
    assert workspace.pages.results.evaluation is before


def test_the_results_of_the_last_change_stand_at_the_end(
    workspace: Workspace, session: Session, sheet: Sheet, qtbot: QtBot
) -> None:
    workspace.show_page(RESULTS)
    for _ in range(10):
        session.delete_sheet(sheet)
        session.undo_stack.undo()
    session.delete_sheet(sheet)
    qtbot.waitUntil(lambda: not workspace.findChildren(BackgroundWork))
    assert workspace.pages.results.summary.text().startswith("1 Bogen")


def test_results_that_could_not_be_computed_are_tried_again(
    workspace: Workspace, session: Session, modals: Modals, qtbot: QtBot
) -> None:
    path, away = session.path, session.path.with_suffix(".away")
    path.rename(away)
    modals.expect()
    workspace.show_page(RESULTS)
    qtbot.waitUntil(lambda: not workspace.findChildren(BackgroundWork))
    away.rename(path)
    workspace.show_page(SHEETS)
    workspace.show_page(RESULTS)
    qtbot.waitUntil(lambda: score(workspace.pages.results) == "25")


def test_the_button_for_a_report_leads_to_the_reports(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.show_page(RESULTS)
    qtbot.waitUntil(workspace.pages.results.report_button.isVisible)
    QTest.mouseClick(workspace.pages.results.report_button, Qt.MouseButton.LeftButton)
    assert workspace.pages.currentWidget() is workspace.pages.reports
