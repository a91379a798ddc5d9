"""Moderating: one question after the other, what the projector shows, and the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot

from kommune_desktop.core.remark import Remark
from kommune_desktop.core.workshop import Need
from kommune_desktop.ui.workshop.projector import Projector
from kommune_desktop.ui.workshop.workshop_page import WorkshopPage
from kommune_desktop.workflow.evaluation import Evaluation
from tests.unit.ui.keyboard import press
from tests.unit.ui.workshop.material import ITEMS, RELEASED, UNRELEASED, click, named, stored_workshop

NEXT, PREVIOUS = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
SHOW, END = "Auf dem Beamer zeigen", "Beamer beenden"


def begin(page: WorkshopPage) -> Projector:
    """Show the chosen question on the projector, with the keyboard in the list of questions."""
    click(page, SHOW)
    projector = page.moderation.projection.projector
    assert projector is not None
    page.window().activateWindow()
    page.moderation.list.setFocus()
    return projector


def activate(page: WorkshopPage, qtbot: QtBot) -> None:
    """Bring the keyboard back to the window of the moderator, into the list of questions."""
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.moderation.list.setFocus()


def place(page: WorkshopPage) -> tuple[int, str]:
    """The row of the question and what of it is shown."""
    return page.moderation.list.currentRow(), page.moderation.bar.what.currentText()


def seen(projector: Projector) -> str:
    """All words on the projector; its picture is drawn for that, as when it is painted."""
    projector.grab()
    labels = (projector.head, projector.text, projector.said, projector.earlier, projector.time)
    texts = [label.text() for label in labels if label.isVisibleTo(projector)]
    return "\n".join([*texts, projector.picture.accessibleName()])


def test_the_first_question_stands_there_with_its_figures_and_its_time(moderation: WorkshopPage) -> None:
    view = moderation.moderation
    assert [view.list.item(row).text() for row in range(3)] == ["8 Wohnungssuche", "1 Leitbild", "7 Haushalt"]
    assert place(moderation) == (0, "Gruppen")
    assert view.text.text() == "Wie steht es um Wohnungssuche?"
    assert view.chart.isVisible()
    assert view.bar.time.text() == "20:00"
    assert view.bar.time.accessibleName() == "Verbleibende Zeit: 20:00"


def test_the_keys_of_a_remote_go_through_all_pictures_and_back(moderation: WorkshopPage) -> None:
    moderation.moderation.list.setFocus()
    there = [(0, "Antworten"), (1, "Gruppen"), (1, "Antworten"), (2, "Gruppen"), (2, "Antworten"), (2, "Antworten")]
    for expected in there:
        press(NEXT)
        assert place(moderation) == expected
    back = [(2, "Gruppen"), (1, "Antworten"), (1, "Gruppen"), (0, "Antworten"), (0, "Gruppen"), (0, "Gruppen")]
    for expected in back:
        press(PREVIOUS)
        assert place(moderation) == expected
    click(moderation, "Weiter")
    assert place(moderation) == (0, "Antworten")


def test_the_keys_on_the_projector_turn_the_same_pages(moderation: WorkshopPage) -> None:
    projector = begin(moderation)
    assert seen(projector).startswith("Frage 1 von 3\nWie steht es um Wohnungssuche?")
    for _ in range(2):
        QTest.keyClick(projector, NEXT)
    assert place(moderation) == (1, "Gruppen")
    assert seen(projector).startswith("Frage 2 von 3\nWie steht es um Leitbild?")


@pytest.mark.parametrize("from_projector", [False, True])
def test_f5_begins_and_ends_the_projection(moderation: WorkshopPage, qtbot: QtBot, from_projector: bool) -> None:
    moderation.moderation.list.setFocus()
    press(Qt.Key.Key_F5)
    projector = moderation.moderation.projection.projector
    assert projector is not None
    assert projector.isFullScreen()
    assert named(moderation, QAbstractButton, END).isVisible()
    activate(moderation, qtbot)
    QTest.keyClick(projector if from_projector else moderation.moderation.list, Qt.Key.Key_F5)
    assert moderation.moderation.projection.projector is None
    assert not projector.isVisible()
    assert named(moderation, QAbstractButton, SHOW).isVisible()


@pytest.mark.parametrize("key", ["b", "."])
def test_the_picture_goes_and_comes_with_a_key_of_either_window(moderation: WorkshopPage, key: str) -> None:
    projector = begin(moderation)
    button = named(moderation, QAbstractButton, "Bild aus")
    press(key)
    assert button.isChecked()
    assert not projector.text.isVisible()
    QTest.keyClicks(projector, key)
    assert not button.isChecked()
    assert projector.text.isVisible()


def test_what_is_typed_in_the_record_does_not_darken_the_projector(moderation: WorkshopPage, path: Path) -> None:
    begin(moderation)
    named(moderation, QPlainTextEdit, "Begründung").setFocus()
    press("ab. b")
    named(moderation, QLineEdit, "Neuer Bedarf").setFocus()
    press("b.", Qt.Key.Key_Return)
    assert not moderation.moderation.projection.is_black
    kept = stored_workshop(path)
    assert (kept.agenda[0].consensus.reason, kept.needs) == ("ab. b", (Need(1, "b.", "b.suche"),))


def test_what_is_agreed_on_is_on_the_projector_at_once_and_no_reason_with_it(moderation: WorkshopPage) -> None:
    projector = begin(moderation)
    click(moderation, "Stufe 3")
    named(moderation, QPlainTextEdit, "Begründung").setFocus()
    press("Geheim")
    named(moderation, QPlainTextEdit, "Eigene Notizen").setFocus()
    press("Geheim")
    assert "Einigung im Workshop: Stufe 3 (75 Punkte)." in seen(projector)
    assert "Geheim" not in seen(projector)
    assert moderation.moderation.list.item(0).text() == "8 Wohnungssuche – Einigung"
    moderation.session.undo_stack.setIndex(0)
    assert "Einigung" not in projector.said.text()


def test_what_is_settled_is_marked_by_a_sign_and_in_words(moderation: WorkshopPage) -> None:
    open_icon = moderation.moderation.list.item(0).icon().cacheKey()
    click(moderation, "keine Einigung")
    entry = moderation.moderation.list.item(0)
    assert entry.text() == "8 Wohnungssuche – keine Einigung"
    assert entry.icon().cacheKey() != open_icon


def test_only_released_remarks_come_onto_the_projector(moderation: WorkshopPage) -> None:
    projector = begin(moderation)
    choose(moderation, "Freigegebene Bemerkungen")
    assert RELEASED in seen(projector)
    assert UNRELEASED not in seen(projector)


def test_a_remark_that_is_withdrawn_leaves_the_projector_at_once(
    moderation: WorkshopPage, remarks: Sequence[Remark]
) -> None:
    projector = begin(moderation)
    choose(moderation, "Freigegebene Bemerkungen")
    moderation.session.release_remark(remarks[0], is_wanted=False)
    assert RELEASED not in seen(projector)
    moderation.session.undo_stack.undo()
    assert RELEASED in seen(projector)


def choose(page: WorkshopPage, text: str) -> None:
    """Choose what the projector shows, as a person does."""
    box = named(page, QComboBox, "Bild")
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_the_ranking_on_the_projector_follows_the_dots(moderation: WorkshopPage) -> None:
    projector = begin(moderation)
    choose(moderation, "Rangliste")
    workshop = moderation.book.workshop
    moderation.book.change(workshop.with_item(replace(workshop.agenda[0], dots=7)))
    assert "8 Wohnungssuche" in seen(projector)
    assert "7" in projector.picture.accessibleName()


def test_the_time_is_shown_on_the_projector_where_it_is_wanted(moderation: WorkshopPage) -> None:
    projector = begin(moderation)
    assert projector.time.text() == ""
    named(moderation, QCheckBox, "Zeit zeigen").click()
    assert projector.time.text() == "20:00"
    named(moderation, QCheckBox, "Zeit zeigen").click()
    assert projector.time.text() == ""


def test_time_goes_by_for_the_question_and_begins_anew_with_the_next(moderation: WorkshopPage, qtbot: QtBot) -> None:
    view = moderation.moderation
    click(moderation, "Zeit starten")
    qtbot.waitUntil(lambda: view.bar.time.text() == "19:59")
    click(moderation, "Anhalten")
    assert not view.countdown.is_running
    view.list.setCurrentRow(1)
    assert view.bar.time.text() == "10:00"


def test_new_figures_do_not_disturb_who_moderates(
    moderation: WorkshopPage, evaluation: Evaluation, remarks: Sequence[Remark], qtbot: QtBot
) -> None:
    view = moderation.moderation
    click(moderation, "Zeit starten")
    named(moderation, QLineEdit, "Neuer Bedarf").setFocus()
    press("halb getippt")
    press(NEXT)
    qtbot.waitUntil(lambda: view.bar.time.text() == "19:59")
    click(moderation, "Anhalten")
    moderation.show_results(evaluation, remarks)
    assert view.bar.time.text() == "19:59"
    assert named(moderation, QLineEdit, "Neuer Bedarf").text() == "halb getippt"
    assert place(moderation) == (0, "Antworten")


def test_other_minutes_are_those_of_the_clock(moderation: WorkshopPage) -> None:
    moderation.tabs.setCurrentIndex(0)
    named(moderation, QSpinBox, "Minuten").setValue(25)
    moderation.tabs.setCurrentIndex(1)
    assert moderation.moderation.bar.time.text() == "25:00"


def test_a_question_that_leaves_the_agenda_leaves_the_list(moderation: WorkshopPage) -> None:
    view, workshop = moderation.moderation, moderation.book.workshop
    view.list.setCurrentRow(1)
    moderation.book.change(replace(workshop, agenda=(workshop.agenda[0], workshop.agenda[2])))
    assert place(moderation) == (0, "Gruppen")
    assert view.text.text() == "Wie steht es um Wohnungssuche?"
    moderation.book.change(replace(workshop, agenda=()))
    assert view.list.count() == 0
    assert not view.bar.show_button.isEnabled()


def test_a_question_without_any_answer_is_shown_by_its_text(moderation: WorkshopPage) -> None:
    workshop = moderation.book.workshop
    moderation.book.change(replace(workshop, agenda=(replace(workshop.agenda[0], question_id="a.wege"),)))
    projector = begin(moderation)
    assert not moderation.moderation.chart.isVisible()
    assert seen(projector).strip() == "Frage 1 von 1\nWie steht es um Meldewege?"


def test_the_list_of_questions_is_read_as_the_agenda(moderation: WorkshopPage) -> None:
    assert named(moderation, QListWidget, "Tagesordnung").count() == len(ITEMS)
