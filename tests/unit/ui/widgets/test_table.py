"""Tables of texts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.ui.widgets.table import TextTable
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focused, press, spoken_name
from tests.unit.ui.workspace.table import column, heads

ROWS = [["Verwaltung", "1"], ["Rat", "20"], ["Verbände", "300"]]


@pytest.fixture
def table(show: ShowWidget) -> TextTable:
    """Two columns, the second one of numbers, and three rows."""
    made = TextTable("Rücklauf", ["Gruppe", "gedruckt"], numbers=[1])
    made.resize(400, 300)
    made.show_rows(ROWS)
    show(made)
    made.setFocus()
    return made


def test_it_shows_rows_below_their_heads(table: TextTable) -> None:
    assert heads(table) == ["Gruppe", "gedruckt"]
    assert [column(table, 0), column(table, 1)] == [["Verwaltung", "Rat", "Verbände"], ["1", "20", "300"]]


def test_numbers_and_their_head_stand_flush_right(table: TextTable) -> None:
    model, role = table.model(), Qt.ItemDataRole.TextAlignmentRole
    right = Qt.AlignmentFlag.AlignRight
    assert [bool((model.index(0, place).data(role) or 0) & right) for place in (0, 1)] == [False, True]
    head = [model.headerData(place, Qt.Orientation.Horizontal, role) for place in (0, 1)]
    assert [bool((found or 0) & right) for found in head] == [False, True]


def test_no_row_is_chosen_at_first(table: TextTable) -> None:
    assert table.chosen_row() is None


def test_the_same_place_stays_chosen_when_the_rows_change(table: TextTable) -> None:
    table.selectRow(1)
    table.show_rows([["neu", "0"], *ROWS])
    assert table.chosen_row() == 1


def test_the_last_row_is_chosen_when_the_place_is_no_longer_there(table: TextTable) -> None:
    table.selectRow(2)
    table.show_rows(ROWS[:1])
    assert table.chosen_row() == 0
    table.show_rows([])
    assert table.chosen_row() is None


def test_one_row_at_a_time_is_chosen_with_the_arrows(table: TextTable) -> None:
    table.selectRow(0)
    press(Qt.Key.Key_Down)
    assert table.chosen_row() == 1
    assert len(table.selectionModel().selectedRows()) == 1
    press(Qt.Key.Key_Up)
    assert table.chosen_row() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_activates_the_chosen_row(table: TextTable, qtbot: QtBot, key: Qt.Key) -> None:
    table.selectRow(1)
    with qtbot.waitSignal(table.activated) as told:
        press(key)
    assert told.args is not None
    assert isinstance(told.args[0], QModelIndex)
    assert told.args[0].row() == 1


def test_nothing_can_be_typed_into_it(table: TextTable) -> None:
    table.selectRow(0)
    press(Qt.Key.Key_F2, "x")
    assert focused() is table
    assert column(table, 0) == ["Verwaltung", "Rat", "Verbände"]


def test_tab_leads_out_of_it(show: ShowWidget) -> None:
    page = QWidget()
    column_ = QVBoxLayout(page)
    table, line = TextTable("Rücklauf", ["Gruppe", "gedruckt"]), QLineEdit()
    for widget in (table, line):
        column_.addWidget(widget)
    table.show_rows(ROWS)
    show(page)
    table.setFocus()
    press(Qt.Key.Key_Tab)
    assert focused() is line


def test_the_wide_column_takes_the_room_that_is_left_and_no_cell_is_cut(table: TextTable) -> None:
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
    needed = table.fontMetrics().horizontalAdvance("gedruckt")
    assert needed <= table.columnWidth(1) < table.columnWidth(0)
    table.show_rows([["a", "9" * 20]])
    assert table.columnWidth(1) >= table.fontMetrics().horizontalAdvance("9" * 20)


def test_a_screen_reader_hears_its_name(table: TextTable) -> None:
    assert spoken_name(table) == "Rücklauf"
