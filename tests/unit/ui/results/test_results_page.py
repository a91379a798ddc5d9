"""The results page: score and summary, tabs, details and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.core.measure import Measure
from kommune_desktop.texts import Texts
from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.unit.ui.keyboard import ALT, focusable, focused, press, spoken_name
from tests.unit.ui.material import add_sheets


@pytest.fixture
def filled(page: ResultsPage, evaluation: Evaluation) -> ResultsPage:
    """The page with results."""
    page.show_results(evaluation)
    return page


def parts(page: ResultsPage) -> tuple[QWidget, ...]:
    """What shows results."""
    return page.score, page.summary, page.view_bar, page.tabs, page.report_button


def test_without_results_a_sentence_says_what_will_be_here(page: ResultsPage) -> None:
    assert page.empty.isVisible()
    assert not [part for part in parts(page) if part.isVisible()]


def test_a_round_without_sheets_has_no_results(page: ResultsPage, session: Session) -> None:
    page.show_results(evaluate(session.opened, session.current_round))
    assert page.empty.isVisible()
    assert not page.tabs.isVisible()


def test_results_that_are_gone_leave_the_sentence(filled: ResultsPage) -> None:
    assert not filled.empty.isVisible()
    assert all(part.isVisible() for part in parts(filled))
    filled.clear()
    assert filled.empty.isVisible()
    assert not [part for part in parts(filled) if part.isVisible()]


def test_the_score_is_that_of_the_core_with_its_band(filled: ResultsPage, evaluation: Evaluation, words: Texts) -> None:
    assert evaluation.results.band is not None
    points, band = words.points(evaluation.results.score), evaluation.results.band.title.in_language("de")
    assert filled.score.text() == f"{points} von 100 Punkten – {band}"


@pytest.mark.usefixtures("earlier_round")
def test_with_an_earlier_round_the_score_says_what_changed(
    page: ResultsPage, evaluation: Evaluation, words: Texts
) -> None:
    page.show_results(evaluation)
    assert evaluation.trend is not None
    assert evaluation.trend.whole is not None
    change = words.change(evaluation.trend.whole.points)
    assert page.score.text().endswith(f" ({change} seit Runde 2021)")


def test_answers_that_do_not_make_a_score_say_so(page: ResultsPage, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{"a.leitung": 1}])
    page.show_results(evaluate(session.opened, session.current_round))
    assert page.score.text() == "Für eine Punktzahl reichen die Antworten noch nicht."


def test_the_summary_counts_sheets_and_names_hidden_groups(
    filled: ResultsPage, evaluation: Evaluation, words: Texts
) -> None:
    coverage = words.percent(evaluation.results.coverage)
    assert filled.summary.text() == (
        f"7 Bögen, Abdeckung {coverage}, jede Gruppe zählt gleich viel. "
        "Verdeckt, weil weniger als 3 Bögen vorliegen: Wohlfahrtsverbände."
    )


def test_the_report_is_one_button_away(filled: ResultsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(filled.reportWanted):
        filled.report_button.click()


# Details and the way back ----------------------------------------------------------------------------------------


def test_an_area_leads_to_its_question_and_back_step_by_step(filled: ResultsPage, qtbot: QtBot) -> None:
    filled.overview.lists["strengths"].setFocus()
    filled.show_area("b")
    assert filled.stack.currentWidget() is filled.area
    assert focused() is filled.back_button
    filled.area.questionChosen.emit("b.suche")
    assert filled.question.title.text() == "8 Wohnungssuche"
    press(Qt.Key.Key_Left, modifier=ALT)
    qtbot.waitUntil(lambda: filled.stack.currentWidget() is filled.area)
    press(Qt.Key.Key_Left, modifier=ALT)
    qtbot.waitUntil(lambda: filled.stack.currentWidget() is filled.tabs)
    assert focused() is filled.overview.lists["strengths"]
    assert not filled.back_button.isVisible()


def test_the_tab_one_came_from_is_the_one_one_comes_back_to(filled: ResultsPage) -> None:
    filled.tabs.setCurrentWidget(filled.gaps)
    filled.gaps.questionChosen.emit("b.suche")
    filled.go_back()
    assert filled.tabs.currentWidget() is filled.gaps


def test_what_is_looked_at_stays_when_the_results_are_made_anew(
    filled: ResultsPage, evaluation: Evaluation, session: Session
) -> None:
    filled.show_question("b.suche")
    before = filled.question.facts.text()
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": 4}] * 2)
    filled.show_results(evaluate(session.opened, evaluation.results.round))
    assert filled.stack.currentWidget() is filled.question
    assert filled.question.facts.text() != before
    assert filled.back_button.isVisible()


def test_a_question_that_no_results_have_is_not_shown(filled: ResultsPage) -> None:
    filled.show_question("nothing")
    assert filled.stack.currentWidget() is filled.tabs


def test_results_that_come_back_after_none_have_no_way_back_to_what_was(
    filled: ResultsPage, evaluation: Evaluation
) -> None:
    filled.clear()
    filled.show_results(evaluation)
    assert not filled.back_button.isVisible()


def test_in_a_low_window_the_room_belongs_to_what_is_looked_at(filled: ResultsPage) -> None:
    filled.resize(700, 380)
    assert not filled.summary.isVisible()
    assert filled.view_bar.isVisible()
    filled.tabs.setCurrentWidget(filled.gaps)
    assert not filled.view_bar.isVisible()
    filled.resize(1100, 900)
    assert filled.summary.isVisible()
    assert filled.view_bar.isVisible()


@pytest.mark.parametrize("tab", range(5))
def test_all_that_can_have_the_keyboard_has_a_name(filled: ResultsPage, tab: int) -> None:
    filled.tabs.setCurrentIndex(tab)
    assert not [widget for widget in focusable(filled) if not spoken_name(widget)]


@pytest.mark.parametrize("detail", ["b", "b.suche", "a.wege", "a.stellen"])
def test_all_in_a_detail_that_can_have_the_keyboard_has_a_name(filled: ResultsPage, detail: str) -> None:
    (filled.show_question if "." in detail else filled.show_area)(detail)
    assert not [widget for widget in focusable(filled) if not spoken_name(widget)]


def test_a_measure_begins_with_the_question_that_is_shown(page: ResultsPage, evaluation: Evaluation) -> None:
    wanted: list[Measure] = []
    page.measureWanted.connect(wanted.append)
    page.show_results(evaluation)
    assert not page.measure_button.isVisible()
    page.show_question("b.suche")
    page.measure_button.click()
    round_id = evaluation.results.round.id
    assert wanted == [Measure("", round_id=round_id, area_id="b", question_ids=("b.suche",))]
    page.go_back()
    assert not page.measure_button.isVisible()


def test_a_measure_begins_with_the_suggestion_for_the_area_that_is_shown(
    page: ResultsPage, evaluation: Evaluation
) -> None:
    wanted: list[Measure] = []
    page.measureWanted.connect(wanted.append)
    page.show_results(evaluation)
    page.show_area("b")
    page.measure_button.click()
    (measure,) = wanted
    assert (measure.area_id, measure.question_ids) == ("b", ())
    assert measure.goal == page.area.suggested
