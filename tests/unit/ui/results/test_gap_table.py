"""The list of differences between groups."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.unit.ui.material import add_sheets
from tests.unit.ui.workspace.table import column, heads


@pytest.fixture
def view(page: ResultsPage, evaluation: Evaluation) -> QTableView:
    """The list with results."""
    page.show_results(evaluation)
    page.tabs.setCurrentWidget(page.gaps)
    return page.gaps.view


def test_only_questions_with_two_groups_to_compare_have_a_row(view: QTableView) -> None:
    assert heads(view) == ["Nr.", "Frage", "Handlungsfeld", "Abstand", "Höchste Gruppe", "Niedrigste Gruppe"]
    assert column(view, 1) == ["Leitbild", "Wohnungssuche"]


def test_a_row_says_who_is_apart_how_far(view: QTableView) -> None:
    row = [column(view, number)[1] for number in range(6)]
    assert row == ["8", "Wohnungssuche", "Teilhabe", "75", "Verwaltung (100)", "Ratsfraktionen (25)"]


def test_it_is_sorted_by_any_column(view: QTableView) -> None:
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert column(view, 0) == ["8", "1"]


def test_a_group_that_is_never_apart_leaves_no_row(page: ResultsPage, view: QTableView) -> None:
    box = page.gaps.group
    for group, rows in (("Wohlfahrtsverbände", 0), ("Ratsfraktionen", 2)):
        box.setCurrentIndex(box.findText(group))
        box.activated.emit(box.currentIndex())
        assert view.model().rowCount() == rows


def test_the_widest_difference_stands_first(page: ResultsPage, session: Session) -> None:
    store, round_ = session.opened, session.current_round
    add_sheets(store, round_, "administration", [{"a.bild": 4, "b.suche": 4}])
    add_sheets(store, round_, "council", [{"a.bild": 3, "b.suche": 0}] * 3)
    page.show_results(evaluate(store, round_))
    assert column(page.gaps.view, 3) == ["100", "25"]
    assert column(page.questions.view, 0)[:3] == ["1", "2", "3"]
