"""The results at a glance."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.results.overview import Overview
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.sentences import SentenceList
from kommune_desktop.workflow.demo import create_demo
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.unit.ui.keyboard import press
from tests.unit.ui.material import add_sheets, add_small_round


@pytest.fixture
def overview(page: ResultsPage, evaluation: Evaluation) -> Overview:
    """The overview with results."""
    page.show_results(evaluation)
    return page.overview


def sentences(shown: SentenceList) -> list[str]:
    """What a list says."""
    return [shown.item(row).text() for row in range(shown.count())]


def test_strengths_and_needs_are_told_with_their_points(overview: Overview) -> None:
    assert sentences(overview.lists["strengths"]) == [
        "Ziele: 75 Punkte",
        "Leitbild: 63 Punkte",  # 100 and 25, each group counts the same
        "Wohnungssuche: 63 Punkte",
    ]
    assert sentences(overview.lists["needs"]) == ["Haushalt: 25 Punkte", "Miete: 50 Punkte"]


def test_a_perception_gap_names_both_groups(overview: Overview) -> None:
    assert sentences(overview.lists["gaps"]) == [
        "Bei „Leitbild“ liegen Verwaltung (100) und Ratsfraktionen (25) 75 Punkte auseinander.",
        "Bei „Wohnungssuche“ liegen Verwaltung (100) und Ratsfraktionen (25) 75 Punkte auseinander.",
    ]
    assert not overview.none["gaps"].isVisible()


def test_one_group_alone_has_no_gap_and_says_so(page: ResultsPage, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "administration", [{"a.bild": 4, "b.suche": 1}])
    page.show_results(evaluate(session.opened, session.current_round))
    assert not page.overview.lists["gaps"].isVisible()
    assert page.overview.none["gaps"].isVisible()
    assert page.overview.none["gaps"].text()


def test_without_an_earlier_round_nothing_is_said_of_changes(overview: Overview) -> None:
    assert not overview.titles["changes"].isVisible()
    assert not overview.lists["changes"].isVisible()
    assert not overview.none["changes"].isVisible()


@pytest.mark.usefixtures("earlier_round")
def test_changes_name_the_round_they_are_measured_from(overview: Overview) -> None:
    assert overview.titles["changes"].text() == "Veränderungen seit Runde 2021"
    assert sentences(overview.lists["changes"]) == ["Leitbild: 63 Punkte (+13)", "Wohnungssuche: 63 Punkte (−38)"]


@pytest.mark.usefixtures("earlier_round")
def test_a_line_over_time_needs_three_rounds(page: ResultsPage, overview: Overview, session: Session) -> None:
    assert not overview.past.isVisible()
    latest = add_small_round(session.opened, "Runde 2028", created=datetime(2028, 1, 1, tzinfo=UTC))
    add_sheets(session.opened, latest, "administration", [{"a.bild": 4, "b.suche": 4}])
    page.show_results(evaluate(session.opened, latest))
    assert overview.past.isVisible()
    assert overview.past.chart is not None
    assert overview.past.chart.table.columns[1:] == ("Runde 2021", "Runde 2026", "Runde 2028")


def test_two_areas_make_no_net(overview: Overview) -> None:
    assert not overview.net.isVisible()
    assert not overview.bars.isVisible()


def test_the_profile_is_shown_as_bars_or_as_a_net(page: ResultsPage, tmp_path: Path) -> None:
    with create_demo(tmp_path / "demo.kommune") as store:
        page.show_results(evaluate(store, store.rounds.all()[-1]))
    overview = page.overview
    told = []
    for kind in (overview.bars, overview.net, overview.bars):
        kind.click()
        assert overview.profile.chart is not None
        told.append((overview.profile.chart.alternative_text.split()[0], overview.profile.chart.table.rows))
    assert [kind for kind, _ in told] == ["Balkendiagramm", "Netzdiagramm", "Balkendiagramm"]
    assert told[0][1] == told[1][1]


def test_an_area_of_the_profile_leads_to_its_detail(page: ResultsPage, overview: Overview) -> None:
    canvas = overview.profile.canvas
    canvas.setFocus()
    press(Qt.Key.Key_End, Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.area
    assert page.area.title.text() == "Teilhabe"


def test_a_click_on_a_sentence_leads_to_its_question(page: ResultsPage, overview: Overview) -> None:
    shown = overview.lists["needs"]
    middle = shown.visualItemRect(shown.item(0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert page.question.title.text() == "7 Haushalt"


def test_a_sentence_is_chosen_by_the_keyboard_too(overview: Overview, qtbot: QtBot) -> None:
    shown = overview.lists["gaps"]
    shown.setFocus()
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.chosen) as told:
        press(Qt.Key.Key_Return)
    assert told.args == ["b.suche"]


def test_the_lists_are_as_high_as_their_sentences(page: ResultsPage, overview: Overview) -> None:
    shown = overview.lists["gaps"]
    wide = shown.height()
    assert shown.verticalScrollBar().maximum() == 0
    page.resize(420, 900)
    assert shown.height() > wide
    assert shown.verticalScrollBar().maximum() == 0
