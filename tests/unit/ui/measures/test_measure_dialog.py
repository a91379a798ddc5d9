"""The dialog for a measure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate

from kommune_desktop.core.measure import LONGEST_TITLE, Measure, MeasureStatus
from kommune_desktop.texts import Texts, texts
from kommune_desktop.ui.measures.measure_dialog import MeasureDialog
from kommune_desktop.ui.session import Session
from tests.builders import WHOLE_MEASURE
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.dialogs.reading import cut_texts, hidden_sideways, squeeze
from tests.unit.ui.keyboard import press, spoken_name, tab_order

TODAY = date(2026, 11, 26)
OpenDialog = Callable[..., MeasureDialog]
WHOLE = replace(
    WHOLE_MEASURE,
    status=MeasureStatus.DROPPED,
    dropped_because="Kein Geld.",
    area_id="b",
    question_ids=("b.suche", "gone.question"),
)


@pytest.fixture
def open_dialog(session: Session, show: ShowWidget, words: Texts) -> OpenDialog:
    def open_measure(measure: Measure, language: Texts = words) -> MeasureDialog:
        dialog = MeasureDialog(language, session.current_round, measure, offices=["Amt 50", "Bürgeramt"], today=TODAY)
        show(dialog)
        return dialog

    return open_measure


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("measure", [WHOLE, Measure("Nur ein Titel", 3)])
def test_what_is_shown_comes_back_unchanged(open_dialog: OpenDialog, measure: Measure, language: str) -> None:
    assert open_dialog(measure, texts(language)).chosen() == measure


def test_a_new_one_needs_a_title_and_nothing_is_said_before_one_was_typed(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(Measure("", round_id=1))
    assert not dialog.accept_button.isEnabled()
    assert dialog.problem.text() == ""
    assert dialog.title.hasFocus()
    press("Leitbild")
    assert dialog.accept_button.isEnabled()
    assert dialog.chosen() == Measure("Leitbild", round_id=1)
    dialog.title.selectAll()
    press(" ")
    assert dialog.problem.text() == "Geben Sie der Maßnahme einen Titel."


def test_a_due_date_before_the_start_is_said_at_once(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(Measure("a", 1))
    for field, day in ((dialog.start, QDate(2027, 2, 1)), (dialog.due, QDate(2027, 1, 1))):
        field.box.setChecked(True)
        field.edit.setDate(day)
    assert dialog.problem.text() == (
        "Die Maßnahme ist am 01.01.2027 fällig, beginnt aber erst am 01.02.2027. "
        "Berichtigen Sie eines der beiden Daten."
    )
    assert not dialog.accept_button.isEnabled()
    dialog.due.box.setChecked(False)
    assert dialog.accept_button.isEnabled()


def test_who_drops_a_measure_says_why(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(Measure("a", 1))
    assert not dialog.reason.isEnabled()
    dialog.status.setCurrentIndex(dialog.status.findData(MeasureStatus.DROPPED))
    assert dialog.reason.isEnabled()
    assert not dialog.accept_button.isEnabled()
    dialog.reason.setText("Kein Geld.")
    assert dialog.chosen() == Measure("a", 1, status=MeasureStatus.DROPPED, dropped_because="Kein Geld.")
    dialog.status.setCurrentIndex(dialog.status.findData(MeasureStatus.PLANNED))
    assert dialog.chosen() == Measure("a", 1, status=MeasureStatus.PLANNED)


@pytest.mark.parametrize(
    ("text", "language", "cost"),
    [
        ("", "de", None),
        ("12.500", "de", "12500.00"),
        ("12500,5 €", "de", "12500.50"),
        ("1 000 000", "de", "1000000.00"),
        ("12,500.50", "en", "12500.50"),
        ("0", "de", "0.00"),
    ],
)
def test_costs_are_read_as_they_are_written(
    open_dialog: OpenDialog, text: str, language: str, cost: str | None
) -> None:
    dialog = open_dialog(Measure("a", 1), texts(language))
    dialog.cost.setText(text)
    assert dialog.chosen().cost == (None if cost is None else Decimal(cost))


@pytest.mark.parametrize("text", ["viel", "12 Euro", "1e5x", "NaN", "Infinity", "-"])
def test_costs_that_are_no_amount_are_said(open_dialog: OpenDialog, text: str) -> None:
    dialog = open_dialog(Measure("a", 1))
    dialog.cost.setText(text)
    assert f"„{text}“ ist kein Betrag" in dialog.problem.text()
    assert not dialog.accept_button.isEnabled()


def test_questions_are_linked_once_and_taken_away_again(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(Measure("a", 1))
    dialog.question.setCurrentIndex(dialog.question.findData("b.suche"))
    for _ in range(2):
        dialog.add_question.click()
    assert dialog.chosen().question_ids == ("b.suche",)
    assert dialog.questions.item(0).text() == "8 Wohnungssuche"
    dialog.questions.setCurrentRow(0)
    dialog.remove_question.click()
    assert dialog.chosen().question_ids == ()


def test_a_note_gets_the_date_of_today_and_one_that_was_only_typed_is_not_lost(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(WHOLE)
    dialog.note.setText("Beschluss.")
    dialog.add_note.click()
    dialog.note.setText("Und noch etwas.")
    assert [dialog.notes.item(row).text() for row in (0, 2)] == ["01.02.2026: Begonnen.", "26.11.2026: Beschluss."]
    assert [note.words for note in dialog.chosen().notes][1:] == ["Beschlossen.", "Beschluss.", "Und noch etwas."]
    dialog.notes.setCurrentRow(0)
    dialog.remove_note.click()
    assert [note.words for note in dialog.chosen().notes] == ["Beschlossen.", "Beschluss.", "Und noch etwas."]


def test_a_title_has_an_end(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(Measure("", 1))
    dialog.title.setFocus()
    dialog.title.insert("x" * (LONGEST_TITLE + 50))
    assert len(dialog.chosen().title) == LONGEST_TITLE


def test_every_field_has_a_name_and_can_be_reached_by_keyboard(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(WHOLE)
    for tab in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(tab)
        names = [spoken_name(widget) for widget in tab_order(dialog)]
        assert all(names), names


def test_a_small_screen_shows_it_whole(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(WHOLE)
    squeeze(dialog, 700, 360)
    assert cut_texts(dialog) == []
    assert hidden_sideways(dialog) == 0
