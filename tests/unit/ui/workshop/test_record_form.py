"""Recording what the workshop says about a question: each change is on disk at once and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.consensus import OPEN, Consensus, ConsensusState, Dissent
from kommune_desktop.core.workshop import AgendaItem, Need
from kommune_desktop.db import Store
from kommune_desktop.ui.widgets.buttons import as_it_is
from kommune_desktop.ui.workshop.book import WorkshopBook
from kommune_desktop.ui.workshop.record_form import RecordForm
from kommune_desktop.ui.workshop.workshop_page import WorkshopPage
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focused, press, spoken_name, tab_order
from tests.unit.ui.material import add_small_round
from tests.unit.ui.workshop.material import click, named, shown, stored_workshop

REACHED, NOT_REACHED = ConsensusState.REACHED, ConsensusState.NOT_REACHED
WORDS = "Begründung", "Ideen, eine je Zeile", "Eigene Notizen"


def item(path: Path, question_id: str = "b.suche") -> AgendaItem:
    """What is stored for a question."""
    found = stored_workshop(path).item(question_id)
    assert found is not None
    return found


def dissenter(form: RecordForm, group: str) -> QAction:
    """The entry of the menu for a group that sees it otherwise."""
    form.dissent_menu.aboutToShow.emit()
    return next(action for action in form.dissent_menu.actions() if action.text() == group)


def type_into(page: WorkshopPage, name: str, text: str) -> None:
    """Put the keyboard into a field for words, and type."""
    named(page, QPlainTextEdit, name).setFocus()
    press(text)


def test_every_answer_of_the_question_is_offered_and_none_is_settled_at_first(moderation: WorkshopPage) -> None:
    titles = [made.text() for made in moderation.moderation.form.answers.values()]
    assert titles == ["Stufe 0", "Stufe 1", "Stufe 2", "Stufe 3", "Stufe 4", "keine Einigung", "noch offen"]
    assert named(moderation, QRadioButton, "noch offen").isChecked()


@pytest.mark.parametrize(
    ("title", "consensus"),
    [
        ("Stufe 3", Consensus(REACHED, 3)),
        ("Stufe 0", Consensus(REACHED, 0)),
        ("keine Einigung", Consensus(NOT_REACHED)),
    ],
)
def test_an_answer_is_on_disk_at_once_and_can_be_taken_back(
    moderation: WorkshopPage, path: Path, title: str, consensus: Consensus
) -> None:
    click(moderation, title)
    assert item(path).consensus == consensus
    moderation.session.undo_stack.undo()
    assert item(path).consensus == OPEN
    assert named(moderation, QRadioButton, "noch offen").isChecked()
    moderation.session.undo_stack.redo()
    assert named(moderation, QRadioButton, title).isChecked()


def test_the_later_answer_takes_the_place_of_the_one_before_and_keeps_its_reason(
    moderation: WorkshopPage, path: Path
) -> None:
    click(moderation, "Stufe 3")
    type_into(moderation, "Begründung", "So.")
    for title in ("Stufe 1", "keine Einigung"):
        click(moderation, title)
    assert item(path).consensus == Consensus(NOT_REACHED, None, "So.")
    click(moderation, "noch offen")
    assert item(path).consensus == Consensus(reason="So.")
    assert [made.text() for made in moderation.findChildren(QRadioButton) if made.isChecked()] == ["noch offen"]


def test_the_arrows_go_from_answer_to_answer_and_tab_comes_to_the_chosen_one_alone(
    moderation: WorkshopPage, path: Path
) -> None:
    click(moderation, "Stufe 1")
    press(Qt.Key.Key_Down)
    assert focused() is named(moderation, QRadioButton, "Stufe 2")
    assert item(path).consensus == Consensus(REACHED, 2)
    moderation.activateWindow()
    order = [widget for widget in tab_order(moderation) if isinstance(widget, QRadioButton)]
    assert [made.text() for made in order] == ["Stufe 2"]


@pytest.mark.parametrize("name", WORDS)
def test_words_are_on_disk_with_each_letter_and_taken_back_in_one_go(
    moderation: WorkshopPage, path: Path, name: str
) -> None:
    type_into(moderation, name, "Wohn")
    kept = item(path)
    assert dict(zip(WORDS, (kept.consensus.reason, kept.ideas, kept.notes), strict=True)) == {
        other: "Wohn" if other == name else "" for other in WORDS
    }
    moderation.session.undo_stack.undo()
    assert item(path) == AgendaItem("b.suche", 20)
    assert named(moderation, QPlainTextEdit, name).toPlainText() == ""


def test_a_group_that_sees_it_otherwise_is_named_once_with_its_words(moderation: WorkshopPage, path: Path) -> None:
    form = moderation.moderation.form
    click(moderation, "Stufe 2")
    dissenter(form, "Ratsfraktionen").trigger()
    assert focused() is named(moderation, QLineEdit, "Abweichende Sicht Ratsfraktionen")
    press("Zu hoch")
    assert item(path).consensus.dissents == (Dissent("council", "Zu hoch"),)
    form.dissent_menu.aboutToShow.emit()
    assert [action.text() for action in form.dissent_menu.actions()] == ["Verwaltung", "Wohlfahrtsverbände"]
    dissenter(form, "Verwaltung").trigger()
    click(moderation, "Abweichende Sicht Ratsfraktionen entfernen")
    assert item(path).consensus == Consensus(REACHED, 2, dissents=(Dissent("administration", ""),))
    moderation.session.undo_stack.undo()
    assert named(moderation, QLineEdit, "Abweichende Sicht Ratsfraktionen").text() == "Zu hoch"


def test_needs_are_added_with_enter_one_after_the_other(moderation: WorkshopPage, path: Path) -> None:
    field = named(moderation, QLineEdit, "Neuer Bedarf")
    field.setFocus()
    for words in ("Lotsen", "  ", "Mietspiegel"):
        press(words, Qt.Key.Key_Return)
        field.clear()
    assert stored_workshop(path).needs == (Need(1, "Lotsen", "b.suche"), Need(2, "Mietspiegel", "b.suche"))
    assert [made.text() for made in shown(moderation, QLineEdit, "Bedarf")] == ["Lotsen", "Mietspiegel"]
    assert focused() is field


def test_a_need_begun_for_a_question_waits_there_while_another_is_looked_at(moderation: WorkshopPage) -> None:
    field, listed = named(moderation, QLineEdit, "Neuer Bedarf"), moderation.moderation.list
    field.setText("Mehr Kur")
    listed.setCurrentRow(1)
    assert field.text() == ""
    field.setText("Lotsen")
    listed.setCurrentRow(0)
    assert field.text() == "Mehr Kur"
    listed.setCurrentRow(1)
    assert field.text() == "Lotsen"


def test_what_was_begun_does_not_reach_another_round(moderation: WorkshopPage) -> None:
    field = named(moderation, QLineEdit, "Neuer Bedarf")
    field.setText("Mehr Kur")
    moderation.session.select_round(add_small_round(moderation.session.opened, "Runde 2029"))
    assert field.text() == ""


def test_a_sign_in_a_title_is_no_mark_of_a_letter(moderation: WorkshopPage) -> None:
    assert as_it_is("Kultur & Sport") == "Kultur && Sport"
    assert spoken_name(moderation.moderation.form._answer_button("Kultur & Sport", (REACHED, 1))) == "Kultur & Sport"


def test_a_need_is_changed_in_its_field_and_goes_by_its_button_alone(moderation: WorkshopPage, path: Path) -> None:
    named(moderation, QLineEdit, "Neuer Bedarf").setFocus()
    press("Lotsen", Qt.Key.Key_Return)
    named(moderation, QLineEdit, "Bedarf").selectAll()
    named(moderation, QLineEdit, "Bedarf").setFocus()
    press(Qt.Key.Key_Backspace)
    assert stored_workshop(path).needs == (Need(1, "Lotsen", "b.suche"),)
    press("Zwei Lotsen")
    assert stored_workshop(path).needs == (Need(1, "Zwei Lotsen", "b.suche"),)
    click(moderation, "Bedarf entfernen")
    assert stored_workshop(path).needs == ()
    moderation.session.undo_stack.undo()
    assert stored_workshop(path).needs == (Need(1, "Zwei Lotsen", "b.suche"),)


def test_each_question_has_a_record_of_its_own(moderation: WorkshopPage, path: Path) -> None:
    click(moderation, "Stufe 3")
    type_into(moderation, "Begründung", "So.")
    named(moderation, QLineEdit, "Neuer Bedarf").setFocus()
    press("Lotsen", Qt.Key.Key_Return, "halb getippt")
    moderation.moderation.list.setCurrentRow(1)
    assert named(moderation, QRadioButton, "noch offen").isChecked()
    assert named(moderation, QPlainTextEdit, "Begründung").toPlainText() == ""
    assert named(moderation, QLineEdit, "Neuer Bedarf").text() == ""
    assert not shown(moderation, QLineEdit, "Bedarf")
    click(moderation, "Stufe 1")
    moderation.moderation.list.setCurrentRow(0)
    assert named(moderation, QRadioButton, "Stufe 3").isChecked()
    assert [(one.question_id, one.consensus) for one in stored_workshop(path).agenda] == [
        ("b.suche", Consensus(REACHED, 3, "So.")),
        ("a.bild", Consensus(REACHED, 1)),
        ("b.haushalt", OPEN),
    ]


@pytest.mark.parametrize(
    ("question_id", "titles"),
    [
        ("a.leitung", ["Stufe 0", "Stufe 1", "Stufe 2"]),
        ("a.wege", ["Einigung (siehe Begründung)"]),
        ("a.stellen", ["Einigung (siehe Begründung)"]),
        ("a.partner", ["Einigung (siehe Begründung)"]),
    ],
)
def test_what_can_be_agreed_on_follows_the_kind_of_the_question(
    book: WorkshopBook, show: ShowWidget, path: Path, question_id: str, titles: list[str]
) -> None:
    book.change(replace(book.workshop, agenda=(AgendaItem(question_id),)))
    form = RecordForm(book)
    show(form)
    form.show_question(question_id)
    assert [made.text() for made in form.answers.values()] == [*titles, "keine Einigung", "noch offen"]
    click(form, titles[-1])
    assert item(path, question_id).consensus.state is REACHED
    assert named(form, QAbstractButton, titles[-1]).isEnabled()


def test_what_another_window_recorded_meanwhile_is_said_and_shown(
    moderation: WorkshopPage, path: Path, qtbot: QtBot
) -> None:
    session, before = moderation.session, moderation.book.workshop
    theirs = before.with_item(replace(before.agenda[0], consensus=Consensus(NOT_REACHED, reason="Von nebenan")))
    with Store.open(path) as other:
        other.workshops.save(session.current_round, before, theirs)
    with qtbot.waitSignal(session.failed) as told:
        click(moderation, "Stufe 4")
    assert told.args[0].key == "workshop.changed_elsewhere"
    assert stored_workshop(path) == theirs
    assert named(moderation, QRadioButton, "keine Einigung").isChecked()
    assert named(moderation, QPlainTextEdit, "Begründung").toPlainText() == "Von nebenan"
    click(moderation, "Stufe 4")
    assert item(path).consensus == Consensus(REACHED, 4, "Von nebenan")
