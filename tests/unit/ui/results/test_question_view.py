"""A question in detail."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kommune_desktop.core.remark import Remark, RemarkKind
from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.unit.ui.material import add_sheets


@pytest.fixture
def filled(page: ResultsPage, evaluation: Evaluation) -> ResultsPage:
    """The page with results."""
    page.show_results(evaluation)
    return page


def test_it_shows_the_words_of_the_paper(filled: ResultsPage) -> None:
    filled.show_question("a.bild")
    assert filled.question.title.text() == "1 Leitbild"
    assert filled.question.text.text() == "Wie steht es um Leitbild?"
    assert filled.question.help.text() == "Als Beleg zählt der Text."
    filled.show_question("b.suche")
    assert not filled.question.help.isVisible()


def test_its_figures_stand_in_one_line(filled: ResultsPage) -> None:
    filled.show_question("b.suche")
    # Coverage and agreement are over the sheets that count: one of the administration and four of the council.
    assert filled.question.facts.text().startswith("63 Punkte · Abdeckung 100\N{NO-BREAK SPACE}% · Übereinstimmung ")
    assert filled.question.facts.text().endswith("Abstand 75")


def test_hidden_groups_are_named_with_the_reason(filled: ResultsPage) -> None:
    filled.show_question("b.miete")
    assert filled.question.notes.text().splitlines() == [
        "Ratsfraktionen: verdeckt: weniger als 3 Antworten",
        "Wohlfahrtsverbände: verdeckt: weniger als 3 Bögen",
    ]


@pytest.mark.parametrize(("question", "answers", "groups"), [("b.suche", True, True), ("a.wege", True, False)])
def test_charts_are_those_of_its_kind(filled: ResultsPage, question: str, answers: bool, groups: bool) -> None:
    filled.show_question(question)
    assert filled.question.answers.isVisible() is answers
    assert filled.question.groups.isVisible() is groups


def test_answers_in_words_have_no_chart(filled: ResultsPage) -> None:
    filled.show_question("a.partner")
    assert not filled.question.answers.isVisible()
    assert not filled.question.answers_title.isVisible()
    assert filled.question.facts.text().startswith("0 Antworten")


def test_numbers_are_told_as_their_mean(page: ResultsPage, session: Session) -> None:
    answers = [{"a.stellen": Decimal(number)} for number in ("12.5", "30", "41")]
    add_sheets(session.opened, session.current_round, "council", answers)
    page.show_results(evaluate(session.opened, session.current_round))
    page.show_question("a.stellen")
    # (12.5 + 30 + 41) / 3 = 27.83
    assert page.question.facts.text().startswith("Im Mittel 27,8 Stellen · 3 Antworten · Abdeckung 100")


@pytest.mark.usefixtures("earlier_round")
def test_the_past_is_shown_by_group(filled: ResultsPage) -> None:
    filled.show_question("b.suche")
    assert filled.question.past.isVisible()
    assert filled.question.past.chart is not None
    assert "Runde 2021" in filled.question.past.chart.table.columns
    assert filled.question.facts.text().endswith("−38 seit Runde 2021 (100)")


def test_what_people_wrote_stands_with_their_group(page: ResultsPage, evaluation: Evaluation) -> None:
    remarks = [
        Remark(1, "b.suche", "council", RemarkKind.COMMENT, "Zu wenig\nWohnungen."),
        Remark(2, "b.suche", "administration", RemarkKind.EVIDENCE, "Bericht 2025"),
        Remark(2, "b.miete", "administration", RemarkKind.COMMENT, "Gehört woanders hin."),
    ]
    page.show_results(evaluation, remarks)
    page.show_question("b.suche")
    assert page.question.remarks.toPlainText() == "Ratsfraktionen: Zu wenig\nWohnungen.\n\nVerwaltung: Bericht 2025"
    page.show_question("a.bild")
    assert not page.question.remarks.isVisible()
    assert not page.question.remarks_title.isVisible()
