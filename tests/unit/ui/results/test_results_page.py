"""The results page: score, summary, filter by area."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kommune_desktop.texts import Texts
from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.results.profile import AreaBar
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.unit.ui.keyboard import focusable, focused, press, spoken_name
from tests.unit.ui.material import add_sheets
from tests.unit.ui.workspace.table import column

NUMBER = 0
ALL = [str(number) for number in range(1, 10)]
FIRST_AREA, SECOND_AREA = ALL[:6], ALL[6:]


@pytest.fixture
def filled(page: ResultsPage, evaluation: Evaluation) -> ResultsPage:
    """The page with results."""
    page.show_results(evaluation)
    return page


def bar(page: ResultsPage, title: str) -> AreaBar:
    """The bar of an area."""
    return next(made for made in page.profile.bars if made.title == title)


def test_without_results_a_sentence_says_what_will_be_here(page: ResultsPage) -> None:
    assert page.empty.isVisible()
    for part in (page.score, page.summary, page.profile, page.view, page.report_button, page.clear_button):
        assert not part.isVisible()


def test_a_round_without_sheets_has_no_results(page: ResultsPage, session: Session) -> None:
    page.show_results(evaluate(session.opened, session.current_round))
    assert page.empty.isVisible()
    assert not page.view.isVisible()


def test_results_that_are_gone_leave_the_sentence(filled: ResultsPage) -> None:
    assert not filled.empty.isVisible()
    filled.clear()
    assert filled.empty.isVisible()
    assert not filled.view.isVisible()


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


def test_each_area_has_a_bar_with_the_points_and_band_of_the_core(
    filled: ResultsPage, evaluation: Evaluation, words: Texts
) -> None:
    shown = [(made.title, made.value, made.remark) for made in filled.profile.bars]
    expected = [
        (area.area.title.in_language("de"), words.points(area.score), area.band.title.in_language("de"))
        for area in evaluation.results.areas
        if area.band is not None
    ]
    assert shown == expected
    assert len(expected) == 2


@pytest.mark.usefixtures("earlier_round")
def test_a_bar_says_what_changed(page: ResultsPage, evaluation: Evaluation, words: Texts) -> None:
    page.show_results(evaluation)
    assert evaluation.trend is not None
    change = words.change(evaluation.trend.areas["a"].points)
    assert bar(page, "Steuerung").remark.startswith(f"{change}  ")


def test_a_screen_reader_hears_area_points_and_band(filled: ResultsPage, evaluation: Evaluation, words: Texts) -> None:
    area = evaluation.results.areas[0]
    assert area.band is not None
    expected = f"Steuerung: {words.points(area.score)} Punkte, {area.band.title.in_language('de')}"
    assert spoken_name(bar(filled, "Steuerung")) == expected


def test_a_bar_without_a_score_has_a_clean_name(page: ResultsPage, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{"a.leitung": 1}])
    page.show_results(evaluate(session.opened, session.current_round))
    assert not spoken_name(bar(page, "Steuerung")).rstrip().endswith(",")


def test_a_click_on_an_area_filters_and_another_clears(filled: ResultsPage, qtbot: QtBot) -> None:
    assert column(filled.view, NUMBER) == ALL
    QTest.mouseClick(bar(filled, "Teilhabe"), Qt.MouseButton.LeftButton)
    assert column(filled.view, NUMBER) == SECOND_AREA
    assert filled.filter_text.text() == "Teilhabe"
    assert bar(filled, "Teilhabe").isChecked()
    QTest.mouseClick(bar(filled, "Teilhabe"), Qt.MouseButton.LeftButton)
    assert column(filled.view, NUMBER) == ALL
    assert filled.filter_text.text() == "Alle Fragen"
    assert not bar(filled, "Teilhabe").isChecked()


def test_another_area_takes_the_place_of_the_first(filled: ResultsPage) -> None:
    bar(filled, "Teilhabe").click()
    bar(filled, "Steuerung").click()
    assert column(filled.view, NUMBER) == FIRST_AREA
    assert not bar(filled, "Teilhabe").isChecked()


def test_the_filter_can_be_removed_by_its_button(filled: ResultsPage) -> None:
    assert not filled.clear_button.isVisible()
    bar(filled, "Steuerung").click()
    assert filled.clear_button.isVisible()
    filled.clear_button.click()
    assert column(filled.view, NUMBER) == ALL
    assert not filled.clear_button.isVisible()
    assert not bar(filled, "Steuerung").isChecked()


def test_bars_work_from_the_keyboard(filled: ResultsPage) -> None:
    bar(filled, "Steuerung").setFocus()
    press(Qt.Key.Key_Down)
    assert focused() is bar(filled, "Teilhabe")
    press(Qt.Key.Key_Space)
    assert column(filled.view, NUMBER) == SECOND_AREA
    press(Qt.Key.Key_Up)
    assert focused() is bar(filled, "Steuerung")
    assert column(filled.view, NUMBER) == SECOND_AREA


def test_enter_on_a_bar_filters_too(filled: ResultsPage) -> None:
    bar(filled, "Teilhabe").setFocus()
    press(Qt.Key.Key_Return)
    assert column(filled.view, NUMBER) == SECOND_AREA


def test_the_focus_on_a_bar_can_be_seen(filled: ResultsPage) -> None:
    made = bar(filled, "Steuerung")
    filled.view.setFocus()
    without = made.grab().toImage()
    made.setFocus()
    assert made.grab().toImage() != without


def test_new_results_keep_the_bars_in_order(filled: ResultsPage, evaluation: Evaluation, qtbot: QtBot) -> None:
    filled.show_results(evaluation)
    qtbot.waitUntil(lambda: len(filled.profile.findChildren(AreaBar)) == 2)
    assert [made.title for made in filled.profile.bars] == ["Steuerung", "Teilhabe"]
    assert bar(filled, "Steuerung").y() < bar(filled, "Teilhabe").y()


def test_the_report_is_one_button_away(filled: ResultsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(filled.reportWanted):
        filled.report_button.click()


def test_all_that_can_have_the_keyboard_has_a_name(filled: ResultsPage) -> None:
    bar(filled, "Steuerung").click()
    assert not [widget for widget in focusable(filled) if not spoken_name(widget)]
