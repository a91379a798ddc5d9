"""The table of questions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QComboBox, QTableView
from pytestqt.qtbot import QtBot

from kommune_desktop.core.results import Figures, QuestionResult
from kommune_desktop.texts import MINUS, Texts
from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.builders import text
from tests.unit.ui.keyboard import press
from tests.unit.ui.material import WELFARE
from tests.unit.ui.workspace.table import column, heads

TIP = Qt.ItemDataRole.ToolTipRole
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
HIDDEN = "verdeckt"
NOTHING = "–"


@pytest.fixture
def view(page: ResultsPage, evaluation: Evaluation) -> QTableView:
    """The table with results."""
    page.show_results(evaluation)
    return page.questions.view


def choose(box: QComboBox, text: str) -> None:
    """Choose as a person does."""
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def place(view: QTableView, head: str) -> int:
    """The number of a column."""
    return heads(view).index(head)


def cells(view: QTableView, head: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> dict[str, str]:
    """A column by the number of the question."""
    return dict(zip(column(view, 0), column(view, place(view, head), role), strict=True))


def by_number(evaluation: Evaluation) -> dict[str, QuestionResult]:
    """The results of the core by the number of the question."""
    return {str(result.number): result for result in evaluation.results.questions}


def test_a_row_a_question_in_the_order_of_the_paper(view: QTableView) -> None:
    assert column(view, 0) == [str(number) for number in range(1, 10)]
    assert cells(view, "Frage")["8"] == "Wohnungssuche"
    assert cells(view, "Frage", TIP)["8"] == "Wie steht es um Wohnungssuche?"


def test_a_column_a_figure_and_a_group_without_a_trend(view: QTableView) -> None:
    assert heads(view)[:6] == ["Nr.", "Frage", "Punkte", "Verwaltung", "Ratsfraktionen", "Wohlfahrtsverbände"]
    assert heads(view)[6:] == ["Abdeckung", "Übereinstimmung", "Abstand"]


def test_all_numbers_are_those_of_the_core(view: QTableView, evaluation: Evaluation, words: Texts) -> None:
    results = by_number(evaluation)
    assert cells(view, "Punkte") == {n: words.points(result.total.score) for n, result in results.items()}
    assert cells(view, "Abdeckung") == {n: words.percent(result.total.coverage) for n, result in results.items()}
    assert cells(view, "Übereinstimmung") == {
        n: words.coefficient(result.total.agreement) for n, result in results.items()
    }
    assert cells(view, "Abstand") == {
        n: words.points(result.gap.points if result.gap else None) for n, result in results.items()
    }


def test_groups_stand_side_by_side_with_their_scores(view: QTableView, evaluation: Evaluation, words: Texts) -> None:
    suche = by_number(evaluation)["8"].groups
    assert isinstance(suche["administration"], Figures)
    assert isinstance(suche["council"], Figures)
    assert cells(view, "Verwaltung")["8"] == words.points(suche["administration"].score) == "100"
    assert cells(view, "Ratsfraktionen")["8"] == words.points(suche["council"].score) == "25"
    assert cells(view, "Verwaltung", TIP)["8"] == "1 Antwort"
    assert cells(view, "Ratsfraktionen", TIP)["8"] == "4 Antworten"
    assert cells(view, "Abstand", TIP)["8"] == "Verwaltung 100, Ratsfraktionen 25"


def test_a_group_with_too_few_sheets_is_hidden_and_says_why(view: QTableView) -> None:
    asked = {n: text for n, text in cells(view, "Wohlfahrtsverbände").items() if n != "7"}
    assert set(asked.values()) == {HIDDEN}
    tips = cells(view, "Wohlfahrtsverbände", TIP)
    assert {tips[n] for n in asked} == {"verdeckt: weniger als 3 Bögen"}


def test_a_question_with_too_few_answers_is_hidden_and_says_why(view: QTableView) -> None:
    assert cells(view, "Ratsfraktionen")["9"] == HIDDEN
    assert cells(view, "Ratsfraktionen", TIP)["9"] == "verdeckt: weniger als 3 Antworten"


def test_a_group_that_is_not_asked_has_a_dash_not_a_secret(view: QTableView) -> None:
    assert cells(view, "Ratsfraktionen")["7"] == NOTHING
    assert cells(view, "Ratsfraktionen", TIP)["7"] == ""


def test_no_cell_tells_the_score_of_a_hidden_group(view: QTableView, evaluation: Evaluation) -> None:
    hidden_score = "88"  # the sheets of the welfare organisations chose 3 and 4 of 4 for b.suche
    row = [column(view, number)[7] for number in range(len(heads(view)))]
    tips = [column(view, number, TIP)[7] for number in range(len(heads(view)))]
    assert row[0] == "8"
    assert hidden_score not in row
    assert not [tip for tip in tips if hidden_score in tip]
    assert by_number(evaluation)["8"].group_score(WELFARE.id) is None


def test_the_total_says_whose_answers_it_leaves_out(view: QTableView) -> None:
    assert cells(view, "Punkte", TIP)["8"] == "5 Antworten; ohne 1 Gruppe, deren Antworten verdeckt sind"
    assert cells(view, "Punkte", TIP)["7"] == "1 Antwort"


@pytest.mark.parametrize("head", ["Punkte", "Verwaltung", "Ratsfraktionen", "Übereinstimmung", "Abstand"])
def test_missing_values_are_first_upwards_and_last_downwards(view: QTableView, head: str) -> None:
    number = place(view, head)
    view.sortByColumn(number, UP)
    upwards = [text in (NOTHING, HIDDEN) for text in column(view, number)]
    assert True in upwards
    assert upwards == sorted(upwards, reverse=True)
    view.sortByColumn(number, DOWN)
    downwards = [text in (NOTHING, HIDDEN) for text in column(view, number)]
    assert downwards == sorted(downwards)


@pytest.mark.parametrize("head", ["Nr.", "Punkte", "Abdeckung", "Übereinstimmung", "Abstand"])
def test_figures_are_sorted_as_numbers(view: QTableView, head: str) -> None:
    number = place(view, head)
    view.sortByColumn(number, UP)
    shown = [_number(text) for text in column(view, number) if text != NOTHING]
    assert shown == sorted(shown)
    view.sortByColumn(number, DOWN)
    assert [_number(text) for text in column(view, number) if text != NOTHING] == sorted(shown, reverse=True)


def test_without_an_earlier_round_there_is_no_column_for_the_change(view: QTableView) -> None:
    assert "Veränderung" not in heads(view)


@pytest.mark.usefixtures("earlier_round")
def test_with_an_earlier_round_the_last_column_says_what_changed(
    view: QTableView, evaluation: Evaluation, words: Texts
) -> None:
    assert heads(view)[-1] == "Veränderung"
    assert evaluation.trend is not None
    changes = {question_id: words.change(change.points) for question_id, change in evaluation.trend.questions.items()}
    shown = cells(view, "Veränderung")
    assert {n for n, text in shown.items() if text != NOTHING} == {"1", "8"}
    assert (shown["1"], shown["8"]) == (changes["a.bild"], changes["b.suche"])
    assert shown["8"].startswith(MINUS)


@pytest.mark.usefixtures("earlier_round")
def test_a_table_sorted_by_the_change_survives_a_round_without_one(
    page: ResultsPage, view: QTableView, evaluation: Evaluation, session: Session
) -> None:
    view.sortByColumn(place(view, "Veränderung"), DOWN)
    (earlier,) = session.opened.rounds.earlier(evaluation.results.round)
    page.show_results(evaluate(session.opened, earlier))
    assert "Veränderung" not in heads(view)
    assert sorted(column(view, 0)) == [str(number) for number in range(1, 10)]


def test_a_filter_keeps_the_order(page: ResultsPage, view: QTableView) -> None:
    view.sortByColumn(0, DOWN)
    choose(page.questions.area, "Teilhabe")
    assert column(view, 0) == ["9", "8", "7"]


def test_a_group_alone_has_its_column_and_the_questions_it_was_asked(page: ResultsPage, view: QTableView) -> None:
    choose(page.questions.group, "Ratsfraktionen")
    shown = [head for number, head in enumerate(heads(view)) if not view.isColumnHidden(number)]
    assert shown == ["Nr.", "Frage", "Punkte", "Ratsfraktionen", "Abdeckung", "Übereinstimmung", "Abstand"]
    assert column(view, 0) == [str(number) for number in range(1, 10) if number != 7]
    choose(page.questions.group, "alle")
    assert len(column(view, 0)) == 9
    assert not view.isColumnHidden(place(view, "Verwaltung"))


def test_new_results_keep_what_was_filtered(page: ResultsPage, view: QTableView, evaluation: Evaluation) -> None:
    choose(page.questions.area, "Teilhabe")
    choose(page.questions.group, "Verwaltung")
    page.show_results(evaluation)
    assert column(view, 0) == ["7", "8", "9"]
    assert view.isColumnHidden(place(view, "Ratsfraktionen"))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_on_a_row_leads_to_its_question(page: ResultsPage, view: QTableView, key: Qt.Key) -> None:
    page.tabs.setCurrentWidget(page.questions)
    view.sortByColumn(0, DOWN)
    view.selectRow(1)
    view.setFocus()
    press(key)
    assert page.stack.currentWidget() is page.question
    assert page.question.title.text() == "8 Wohnungssuche"


def test_numbers_stand_at_the_right(view: QTableView) -> None:
    model = view.model()
    for head in ("Nr.", "Punkte", "Verwaltung", "Abstand"):
        alignment = model.index(0, place(view, head)).data(Qt.ItemDataRole.TextAlignmentRole)
        assert Qt.AlignmentFlag(alignment) & Qt.AlignmentFlag.AlignRight


def test_heads_can_be_read_whole_though_they_break_over_two_lines(view: QTableView) -> None:
    model = view.model()
    number = place(view, "Wohlfahrtsverbände")
    read = model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert read == "Wohlfahrtsverbände"


def _number(text: str) -> float:
    return float(text.replace(MINUS, "-").replace(",", ".").removesuffix("\N{NO-BREAK SPACE}%"))


def test_a_long_title_of_a_group_is_whole_in_its_head(
    view: QTableView, page: ResultsPage, evaluation: Evaluation
) -> None:
    round_ = evaluation.results.round
    longer = replace(round_.groups[1], title=text("Verein für Begegnung und Zusammenhalt in der Altstadt"))
    changed = replace(round_, groups=(round_.groups[0], longer, round_.groups[2]))
    page.show_results(replace(evaluation, results=replace(evaluation.results, round=changed)))
    header = view.horizontalHeader()
    title = str(view.model().headerData(4, Qt.Orientation.Horizontal))
    room = QRect(0, 0, header.sectionSize(4) - 8, 0)
    needed = header.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, title)
    assert needed.height() > 2 * header.fontMetrics().lineSpacing()
    assert needed.height() <= header.height()
    assert needed.width() <= header.sectionSize(4)


def test_a_small_screen_shows_all_columns(page: ResultsPage, view: QTableView, qtbot: QtBot) -> None:
    page.tabs.setCurrentWidget(page.questions)
    page.resize(1280 - 220, 720)
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0)
    assert view.horizontalHeader().length() == view.viewport().width()
