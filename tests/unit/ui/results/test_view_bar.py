"""Comparison and weighting are chosen above the results."""

from __future__ import annotations

import pytest

from kommune_desktop.core.round import Weighting
from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.evaluation import Evaluation, View, evaluate


@pytest.fixture
def filled(page: ResultsPage, evaluation: Evaluation) -> ResultsPage:
    """The page with results."""
    page.show_results(evaluation)
    return page


def wanted(page: ResultsPage) -> list[View]:
    """What the page asks for from now on."""
    views: list[View] = []
    page.viewWanted.connect(views.append)
    return views


def test_without_an_earlier_round_there_is_nothing_to_compare_with(filled: ResultsPage) -> None:
    assert not filled.view_bar.earlier.isVisible()
    assert filled.view_bar.weighting.isVisible()
    assert not filled.view_bar.explanation.isVisible()


@pytest.mark.usefixtures("earlier_round")
def test_the_round_that_is_compared_with_is_shown(filled: ResultsPage) -> None:
    assert filled.view_bar.earlier.isVisible()
    assert filled.view_bar.earlier.currentText() == "Runde 2021"


@pytest.mark.usefixtures("earlier_round")
def test_another_weighting_is_asked_for_with_the_same_comparison(filled: ResultsPage) -> None:
    views = wanted(filled)
    box = filled.view_bar.weighting
    box.setCurrentIndex(box.findData(Weighting.SHEET))
    box.activated.emit(box.currentIndex())
    assert views == [View(Weighting.SHEET, filled.view_bar.earlier.currentData())]
    assert views[0].weighting is Weighting.SHEET


def test_a_weighting_that_is_not_the_rounds_is_explained(
    filled: ResultsPage, evaluation: Evaluation, session: Session
) -> None:
    other = evaluate(session.opened, evaluation.results.round, View(Weighting.SHEET, None))
    filled.show_results(other)
    assert filled.view_bar.weighting.currentData() == Weighting.SHEET
    assert filled.view_bar.explanation.isVisible()
    assert filled.view_bar.explanation.text() == (
        "So zählt jeder Bogen gleich viel: Große Gruppen prägen das Ergebnis. "
        "Für diese Runde ist festgelegt: jede Gruppe zählt gleich viel. Berichte folgen dem."
    )
    # b.suche: 100 once and 0, 25, 25, 50: the mean of five sheets is 40.
    found = other.results.question("b.suche")
    assert found is not None
    assert found.total.score == 40
