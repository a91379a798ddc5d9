"""Preparing the workshop: what the results propose, chosen, put in order and given its time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDateEdit, QLabel, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from kommune_desktop.ui.paper_wish import PaperWish
from kommune_desktop.ui.widgets.table import TextTable
from kommune_desktop.ui.workshop.book import WorkshopBook
from kommune_desktop.ui.workshop.choose_questions import ChooseQuestionsDialog
from kommune_desktop.ui.workshop.participants import ParticipantsDialog
from kommune_desktop.ui.workshop.workshop_page import WorkshopPage
from tests.unit.ui.keyboard import focusable, press, spoken_name
from tests.unit.ui.modal import Modals
from tests.unit.ui.workshop.material import click, named, stored_workshop
from tests.unit.ui.workspace.table import column

QUESTION, REASONS, MINUTES = 1, 3, 4


def table(page: WorkshopPage) -> TextTable:
    return named(page, TextTable, "Tagesordnung")


def tick(dialog: ChooseQuestionsDialog, row: int) -> None:
    """Press the space bar on a question."""
    dialog.list.setCurrentRow(row)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)


def choosing(*titles: str) -> Callable[[ChooseQuestionsDialog], None]:
    """A person who looks for each question, ticks it with the space bar and agrees."""

    def choose(dialog: ChooseQuestionsDialog) -> None:
        for title in titles:
            dialog.search.clear()
            QTest.keyClicks(dialog.search, title)
            (found,) = [row for row in range(dialog.list.count()) if not dialog.list.item(row).isHidden()]
            tick(dialog, found)
        dialog.accept_button.click()

    return choose


def test_an_agenda_that_is_empty_says_what_to_do(page: WorkshopPage) -> None:
    assert page.agenda.empty.isVisible()
    assert not page.agenda.table.isVisible()
    assert not any(page.tabs.isTabEnabled(tab) for tab in (1, 2))
    assert not page.minutes_button.isEnabled()


def test_what_strikes_most_is_proposed_first_and_says_why(page: WorkshopPage, modals: Modals) -> None:
    seen: list[str] = []

    def look(dialog: ChooseQuestionsDialog) -> None:
        seen.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))

    modals.expect(look)
    click(page, "Fragen auswählen …")
    # 100 against 25 points make 75 in both. Of b.suche the answers are 1, 2, 1, 0, 1 on the scale: a layer of four
    # with A = (1 - 3/4) · (-1/6) and one of a single answer with A = 1 make 4/5 · (-1/24) + 1/5 = 1/6.
    assert seen[0] == "Vorgeschlagen"
    assert seen[1] == "8 Wohnungssuche – Abstand 75 Punkte, Übereinstimmung 0,17, 2 Bemerkungen"
    assert seen[2].startswith("1 Leitbild – Abstand 75 Punkte")
    assert "7 Haushalt – nur 25 Punkte" in seen
    proposed = seen.index("Steuerung")
    assert "9 Miete" in seen[proposed:]
    assert len([text for text in seen if text[0].isdigit()]) == 9


def test_proposals_are_taken_over_with_their_reasons(page: WorkshopPage, modals: Modals, path: Path) -> None:
    modals.expect(choosing("Haushalt", "Wohnungssuche"))
    click(page, "Fragen auswählen …")
    assert column(table(page), QUESTION) == ["8 Wohnungssuche", "7 Haushalt"]
    assert column(table(page), REASONS)[1] == "nur 25 Punkte"
    assert [item.question_id for item in stored_workshop(path).agenda] == ["b.suche", "b.haushalt"]
    assert all(page.tabs.isTabEnabled(tab) for tab in (1, 2))


def test_a_question_that_is_taken_away_leaves_the_others_in_their_order(
    prepared: WorkshopBook, page: WorkshopPage, modals: Modals
) -> None:
    modals.expect(choosing("Leitbild", "Ziele"))
    click(page, "Fragen auswählen …")
    # a.bild was ticked; a.ziel is new and comes last. What stays keeps its minutes.
    assert [(item.question_id, item.minutes) for item in prepared.workshop.agenda] == [
        ("b.suche", 20),
        ("b.haushalt", 5),
        ("a.ziel", 10),
    ]
    prepared.session.undo_stack.undo()
    assert column(table(page), QUESTION) == ["8 Wohnungssuche", "1 Leitbild", "7 Haushalt"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wohnungs", 1),
        ("WOHNUNGSSUCHE steht", 1),
        ("Abstand", 2),
        ("Wie steht es", 9),
        ("nichts davon", 0),
        ("Steuerung", 0),
        ("", 9),
    ],
)
def test_questions_are_found_by_label_text_and_reason(
    page: WorkshopPage, modals: Modals, typed: str, found: int
) -> None:
    left: list[str] = []

    def seek(dialog: ChooseQuestionsDialog) -> None:
        QTest.keyClicks(named(dialog, QLineEdit, "Suchen"), typed)
        items = [dialog.list.item(row) for row in range(dialog.list.count())]
        left.extend(item.text() for item in items if not item.isHidden() and item.text()[0].isdigit())

    modals.expect(seek)
    click(page, "Fragen auswählen …")
    assert len(left) == found


def test_the_dialog_counts_what_is_chosen_and_who_gives_up_changes_nothing(
    prepared: WorkshopBook, page: WorkshopPage, modals: Modals
) -> None:
    counted: list[str] = []

    def look(dialog: ChooseQuestionsDialog) -> None:
        counted.append(dialog.counted.text())
        tick(dialog, 1)
        counted.append(dialog.counted.text())

    before = prepared.workshop
    modals.expect(look)
    click(page, "Fragen auswählen …")
    assert counted == ["Ausgewählt: 3 Fragen", "Ausgewählt: 2 Fragen"]
    assert prepared.workshop is before


def test_the_order_is_changed_by_keyboard_and_the_question_stays_chosen(
    prepared: WorkshopBook, page: WorkshopPage
) -> None:
    table(page).setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    up, down = (named(page, QAbstractButton, name) for name in ("Nach oben", "Nach unten"))
    assert up.isEnabled()
    assert not down.isEnabled()
    for _ in range(2):
        up.setFocus()
        press(Qt.Key.Key_Return)
    assert column(table(page), QUESTION) == ["7 Haushalt", "8 Wohnungssuche", "1 Leitbild"]
    assert column(table(page), 0) == ["1.", "2.", "3."]
    assert table(page).chosen_row() == 0
    assert not up.isEnabled()
    prepared.session.undo_stack.undo()
    assert [item.question_id for item in prepared.workshop.agenda] == ["b.suche", "b.haushalt", "a.bild"]


def test_minutes_belong_to_the_chosen_question_and_are_added_up(
    prepared: WorkshopBook, page: WorkshopPage, path: Path
) -> None:
    assert page.agenda.summary.text() == "3 Fragen für 2 Arbeitsgruppen, zusammen 0:35 Stunden."
    table(page).selectRow(1)
    minutes = named(page, QSpinBox, "Minuten")
    assert minutes.value() == 10
    minutes.setFocus()
    minutes.selectAll()
    press("95")
    assert column(table(page), MINUTES) == ["20", "95", "5"]
    assert page.agenda.summary.text() == "3 Fragen für 2 Arbeitsgruppen, zusammen 2:00 Stunden."
    assert stored_workshop(path).agenda[1].minutes == 95
    prepared.session.undo_stack.undo()
    assert column(table(page), MINUTES) == ["20", "10", "5"]
    assert minutes.value() == 10


def test_a_removed_question_comes_back_with_what_was_recorded(prepared: WorkshopBook, page: WorkshopPage) -> None:
    before = prepared.workshop
    table(page).selectRow(0)
    click(page, "Entfernen")
    assert column(table(page), QUESTION) == ["1 Leitbild", "7 Haushalt"]
    prepared.session.undo_stack.undo()
    assert prepared.workshop == before


def test_day_and_place_are_kept_as_they_are_entered(page: WorkshopPage, book: WorkshopBook, path: Path) -> None:
    named(page, QCheckBox, "Datum").setFocus()
    press(Qt.Key.Key_Space)
    named(page, QDateEdit, "Datum").setDate(QDate(2026, 12, 3))
    named(page, QLineEdit, "Ort").setFocus()
    press("Rathaus")
    assert (stored_workshop(path).day, stored_workshop(path).place) == (date(2026, 12, 3), "Rathaus")
    book.session.undo_stack.undo()
    assert stored_workshop(path).place == ""
    named(page, QCheckBox, "Datum").setFocus()
    press(Qt.Key.Key_Space)
    assert stored_workshop(path).day is None


def test_people_are_counted_by_group_and_names_are_free(page: WorkshopPage, modals: Modals, path: Path) -> None:
    totals: list[str] = []

    def enter(dialog: ParticipantsDialog) -> None:
        for group, number in (("Verwaltung", "4"), ("Ratsfraktionen", "12")):
            field = named(dialog, QSpinBox, group)
            field.selectAll()
            QTest.keyClicks(field, number)
        QTest.keyClicks(dialog.names, "A. Muster")
        totals.append(dialog.total.text())
        dialog.accept_button.click()

    modals.expect(enter)
    click(page, "Teilnahme …")
    assert totals == [page.agenda.people.text()] == ["16 Personen"]
    found = stored_workshop(path)
    assert dict(found.participants) == {"administration": 4, "council": 12}
    assert found.names == "A. Muster"


def test_a_group_that_did_not_come_is_no_longer_counted(page: WorkshopPage, modals: Modals, path: Path) -> None:
    def enter(number: int) -> Callable[[ParticipantsDialog], None]:
        def fill(dialog: ParticipantsDialog) -> None:
            named(dialog, QSpinBox, "Verwaltung").setValue(number)
            dialog.accept_button.click()

        return fill

    for number in (3, 0):
        modals.expect(enter(number))
        click(page, "Teilnahme …")
    assert dict(stored_workshop(path).participants) == {}
    assert page.agenda.people.text() == ""


def test_handouts_are_offered_for_all_working_groups_and_for_each(
    prepared: WorkshopBook, page: WorkshopPage, qtbot: QtBot
) -> None:
    assert prepared.workshop.agenda
    wanted: list[PaperWish] = []
    page.paperWanted.connect(wanted.append)
    menu = page.agenda.handouts_menu
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        "Alle Arbeitsgruppen (PDF) …",
        "Steuerung (PDF) …",
        "Teilhabe (PDF) …",
        "Alle Arbeitsgruppen (Word) …",
    ]
    for action in menu.actions():
        action.trigger()
    assert wanted == [
        PaperWish("handouts", ".pdf"),
        PaperWish("handouts", ".pdf", "a"),
        PaperWish("handouts", ".pdf", "b"),
        PaperWish("handouts", ".docx"),
    ]


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_all_that_can_have_the_keyboard_has_a_name(prepared: WorkshopBook, page: WorkshopPage, tab: int) -> None:
    assert prepared.workshop.agenda
    page.tabs.setCurrentIndex(tab)
    assert not [widget for widget in focusable(page) if not spoken_name(widget)]


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_no_two_things_that_are_to_be_seen_share_a_letter(prepared: WorkshopBook, page: WorkshopPage, tab: int) -> None:
    assert prepared.workshop.agenda
    page.tabs.setCurrentIndex(tab)
    seen = [made for made in page.findChildren(QAbstractButton) if made.isVisibleTo(page)]
    labels = [made for made in page.findChildren(QLabel) if made.isVisibleTo(page) and made.buddy()]
    texts = [made.text() for made in seen] + [made.text() for made in labels]
    letters = sorted(text[text.index("&") + 1].casefold() for text in texts if "&" in text)
    assert len(letters) == len(set(letters)), letters
