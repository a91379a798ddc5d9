"""The board: cards by status, moved by keyboard and mouse."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from kommune_desktop.core.measure import Measure, MeasureStatus
from kommune_desktop.settings import Settings
from kommune_desktop.ui.measures.board import Board
from kommune_desktop.ui.measures.book import MeasureBook
from kommune_desktop.ui.measures.filter_bar import BOARD, TABLE, TIMELINE
from kommune_desktop.ui.measures.measure_dialog import MeasureDialog
from kommune_desktop.ui.measures.measures_page import MeasuresPage
from kommune_desktop.ui.session import Session
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import CTRL, press
from tests.unit.ui.material import add_small_round
from tests.unit.ui.modal import Modals

IDEA, PLANNED, RUNNING, DONE, DROPPED = MeasureStatus


@pytest.fixture
def page(session: Session, show: ShowWidget) -> MeasuresPage:
    """The page with the board shown: two ideas, one under way."""
    round_id = session.current_round.id
    for measure in (
        Measure("Formulare", round_id=round_id, office="Bürgeramt", due=date(2099, 12, 31)),
        Measure("Leitbild", round_id=round_id),
        Measure("Sprechstunde", round_id=round_id, due=date(2020, 1, 31), status=RUNNING),
    ):
        session.opened.measures.add(measure)
    made = MeasuresPage(MeasureBook(session), Settings())
    made.resize(1000, 600)
    show(made)
    made.filters.views.button(BOARD).click()
    return made


@pytest.fixture
def board(page: MeasuresPage) -> Board:
    return page.board


def cards(board: Board, status: MeasureStatus) -> list[str]:
    """The titles in a column."""
    column = board.columns[status]
    return [column.item(row).text().partition("\n")[0] for row in range(column.count())]


def test_each_card_is_in_the_column_of_its_status(board: Board) -> None:
    assert {status: cards(board, status) for status in MeasureStatus} == {
        IDEA: ["Formulare", "Leitbild"],
        PLANNED: [],
        RUNNING: ["Sprechstunde"],
        DONE: [],
        DROPPED: [],
    }
    assert board.columns[IDEA].item(0).text() == "Formulare\nBürgeramt\n31.12.2099"
    assert board.columns[RUNNING].item(0).text() == "Sprechstunde\n31.01.2020, überfällig"


def test_control_and_an_arrow_take_a_card_along_with_the_keyboard(board: Board, session: Session) -> None:
    board.columns[IDEA].setFocus()
    board.columns[IDEA].setCurrentRow(1)
    press(Qt.Key.Key_Right, modifier=CTRL)
    assert cards(board, PLANNED) == ["Leitbild"]
    assert board.columns[PLANNED].hasFocus()
    press(Qt.Key.Key_Right, modifier=CTRL)
    assert cards(board, RUNNING) == ["Sprechstunde", "Leitbild"]
    session.undo_stack.undo()
    assert cards(board, PLANNED) == ["Leitbild"]
    press(Qt.Key.Key_Left, modifier=CTRL)
    press(Qt.Key.Key_Left, modifier=CTRL)
    assert cards(board, IDEA) == ["Formulare", "Leitbild"]


def test_arrows_go_from_card_to_card_past_empty_columns(board: Board) -> None:
    board.columns[IDEA].setFocus()
    board.columns[IDEA].setCurrentRow(0)
    press(Qt.Key.Key_Right)
    assert board.columns[RUNNING].hasFocus()
    assert board.chosen_id() == 3
    press(Qt.Key.Key_Right)
    assert board.columns[RUNNING].hasFocus()
    press(Qt.Key.Key_Left)
    assert board.chosen_id() in {1, 2}


def test_one_card_is_chosen_on_the_whole_board(board: Board) -> None:
    board.columns[IDEA].setCurrentRow(0)
    board.columns[RUNNING].setCurrentRow(0)
    assert board.columns[IDEA].selectedItems() == []
    assert board.chosen_id() == 3


def test_who_drops_a_measure_is_asked_why(board: Board, modals: Modals, session: Session) -> None:
    board.columns[IDEA].setCurrentRow(0)

    def say_why(dialog: MeasureDialog) -> None:
        assert not dialog.accept_button.isEnabled()
        dialog.reason.setText("Kein Geld.")
        dialog.accept_button.click()

    modals.expect(say_why)
    board.statusWanted.emit(1, DROPPED)
    assert cards(board, DROPPED) == ["Formulare"]
    assert session.opened.measures.all()[0].dropped_because == "Kein Geld."
    board.statusWanted.emit(1, PLANNED)
    assert session.opened.measures.all()[0].dropped_because == ""


def test_who_gives_no_reason_drops_nothing(board: Board, modals: Modals, session: Session) -> None:
    modals.expect()
    board.statusWanted.emit(1, DROPPED)
    assert cards(board, DROPPED) == []
    assert session.undo_stack.count() == 0


def test_a_card_is_dragged_into_another_column(board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    board.columns[IDEA].setCurrentRow(0)
    target = board.columns[DONE]
    monkeypatch.setattr(QDropEvent, "source", lambda _: board.columns[IDEA])
    data = QMimeData()
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(board.statusWanted) as told:
        target.dropEvent(event)
    assert told.args == [1, DONE]
    assert cards(board, DONE) == ["Formulare"]


def test_enter_opens_a_card_and_the_buttons_work_on_it(page: MeasuresPage, board: Board, modals: Modals) -> None:
    board.columns[RUNNING].setFocus()
    board.columns[RUNNING].setCurrentRow(0)
    opened: list[str] = []
    modals.expect(lambda dialog: opened.append(dialog.title.text()))
    press(Qt.Key.Key_Return)
    modals.expect(lambda dialog: opened.append(dialog.title.text()))
    page.edit_button.click()
    assert opened == ["Sprechstunde"] * 2
    page.delete_button.click()
    assert cards(board, RUNNING) == []


def test_the_chosen_measure_stays_chosen_in_another_view(page: MeasuresPage, board: Board) -> None:
    board.columns[RUNNING].setCurrentRow(0)
    page.filters.views.button(TABLE).click()
    assert page.view.selectionModel().selectedRows()[0].data() == "Sprechstunde"
    page.view.selectRow(1)
    chosen = page.view.selectionModel().selectedRows()[0].data()
    page.filters.views.button(BOARD).click()
    assert board.columns[IDEA].selectedItems()[0].text().startswith(chosen)


def test_the_filter_is_for_all_views(page: MeasuresPage, board: Board, modals: Modals) -> None:
    page.filters.line.setText("sprech")
    assert cards(board, IDEA) == []
    assert cards(board, RUNNING) == ["Sprechstunde"]
    page.filters.views.button(TIMELINE).click()
    assert page.timeline.chart is not None
    assert [spot.key for spot in page.timeline.chart.spots] == ["3"]
    opened: list[str] = []
    modals.expect(lambda dialog: opened.append(dialog.title.text()))
    page.timeline.spotChosen.emit("3")
    assert opened == ["Sprechstunde"]


def test_a_measure_of_the_round_before_stays_in_sight_when_it_is_done(
    page: MeasuresPage, board: Board, session: Session
) -> None:
    session.select_round(add_small_round(session.opened, "Runde 2030", created=datetime(2030, 1, 1, tzinfo=UTC)))
    page.refresh()
    assert cards(board, RUNNING) == ["Sprechstunde"]
    board.statusWanted.emit(3, DONE)
    assert cards(board, DONE) == ["Sprechstunde"]
