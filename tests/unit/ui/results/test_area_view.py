"""An area in detail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.results.area_view import AreaView
from kommune_desktop.workflow.evaluation import Evaluation
from tests.unit.ui.keyboard import press


@pytest.fixture
def view(page: ResultsPage, evaluation: Evaluation) -> AreaView:
    """The area "Teilhabe"."""
    page.show_results(evaluation)
    page.show_area("b")
    return page.area


def test_its_figures_stand_in_one_line(view: AreaView) -> None:
    assert view.title.text() == "Teilhabe"
    # Haushalt 25, Wohnungssuche (100+25)/2, Miete 50: the mean of the questions that each group was asked.
    assert view.facts.text().startswith("46 Punkte · in Entwicklung · Abdeckung ")


def test_each_question_has_its_row(view: AreaView) -> None:
    assert view.questions.chart is not None
    assert [row[1] for row in view.questions.chart.table.rows] == ["Haushalt", "Wohnungssuche", "Miete"]
    assert [row[2] for row in view.questions.chart.table.rows] == ["25", "63", "50"]


def test_a_hidden_group_is_hidden_in_rows_and_map(view: AreaView) -> None:
    for shown in (view.questions, view.heat):
        assert shown.chart is not None
        place = shown.chart.table.columns.index("Wohlfahrtsverbände")
        assert {row[place] for row in shown.chart.table.rows} <= {"verdeckt", "–"}


def test_a_row_leads_to_its_question(page: ResultsPage, view: AreaView) -> None:
    view.questions.canvas.setFocus()
    press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert page.question.title.text() == "8 Wohnungssuche"


def test_without_an_earlier_round_there_is_no_past(view: AreaView) -> None:
    assert not view.past_title.isVisible()
    assert not view.past.isVisible()


@pytest.mark.usefixtures("earlier_round")
def test_the_past_says_how_many_questions_it_compares(view: AreaView) -> None:
    assert view.past.isVisible()
    assert view.past_note.text() == "Grundlage: 1 Frage, die alle Runden gemeinsam haben."
    assert view.facts.text().endswith("−38 seit Runde 2021 (100)")
