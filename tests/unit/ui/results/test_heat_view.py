"""The map of areas and questions by groups."""

from __future__ import annotations

import pytest

from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.results.heat_view import HeatView
from kommune_desktop.workflow.evaluation import Evaluation


@pytest.fixture
def view(page: ResultsPage, evaluation: Evaluation) -> HeatView:
    """The map with results."""
    page.show_results(evaluation)
    page.tabs.setCurrentWidget(page.heat)
    return page.heat


def rows(view: HeatView) -> list[tuple[str, ...]]:
    """The numbers of the map."""
    assert view.map.chart is not None
    return list(view.map.chart.table.rows)


def test_areas_come_first(view: HeatView) -> None:
    assert [row[0] for row in rows(view)] == ["Steuerung", "Teilhabe"]


def test_the_questions_of_an_area_can_be_shown_instead(view: HeatView) -> None:
    assert not view.area.isVisible()
    view.questions.click()
    assert [view.area.itemText(place) for place in range(view.area.count())] == ["Steuerung", "Teilhabe"]
    assert len(rows(view)) == 2  # those on a scale
    view.area.setCurrentIndex(1)
    view.area.activated.emit(1)
    titles = [" ".join(row) for row in rows(view)]
    assert len(titles) == 3
    assert any("Wohnungssuche" in title and "100" in title and "25" in title for title in titles)


def test_new_results_keep_the_area(page: ResultsPage, view: HeatView, evaluation: Evaluation) -> None:
    view.questions.click()
    view.area.setCurrentIndex(1)
    page.show_results(evaluation)
    assert view.area.currentText() == "Teilhabe"
    assert len(rows(view)) == 3


@pytest.mark.parametrize(("by_questions", "key", "title"), [(False, "b", "Teilhabe"), (True, "b.suche", "8 Wohnungs")])
def test_a_place_leads_to_its_detail(
    page: ResultsPage, view: HeatView, by_questions: bool, key: str, title: str
) -> None:
    view.questions.setChecked(by_questions)
    view.map.spotChosen.emit(key)
    detail = page.question if by_questions else page.area
    assert page.stack.currentWidget() is detail
    assert detail.title.text().startswith(title)
