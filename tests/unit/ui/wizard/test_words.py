"""Answers in words, comments, evidence and help."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kommune_desktop.core.answer import MAX_TEXT, Answer, State
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.ui.wizard import Wizard
from kommune_desktop.ui.wizard.fields.words import TextField
from tests.unit.ui.conftest import OpenWizard
from tests.unit.ui.keyboard import focused, focused_question, press
from tests.unit.ui.material import DATA, HOUSING, STRATEGY, answer, stored
from tests.unit.ui.wizard.pages import button, view


def text_field(wizard: Wizard) -> TextField:
    """The field of the question in words, with the keyboard in it."""
    field = view(wizard, "a.partner").field
    assert isinstance(field, TextField)
    field.focus()
    return field


def test_words_are_saved_at_each_change(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    text_field(open_wizard(sheet, DATA))
    typed = ""
    for letter in "Wir 2":
        press(letter)
        typed += letter
        assert stored(path, sheet) == {"a.partner": answer(typed)}
    press(Qt.Key.Key_Backspace)
    assert stored(path, sheet) == {"a.partner": answer("Wir ")}


def test_words_that_are_deleted_take_the_answer_back(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    text_field(open_wizard(sheet, DATA))
    press("ab", Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert stored(path, sheet) == {}


def test_several_lines_are_one_answer(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    text_field(open_wizard(sheet, DATA))
    press("A", Qt.Key.Key_Return, "B")
    assert stored(path, sheet) == {"a.partner": answer("A\nB")}


def test_tab_leaves_the_words(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    field = text_field(open_wizard(sheet, DATA))
    press("A", Qt.Key.Key_Tab)
    assert focused() is not field.edit
    assert stored(path, sheet) == {"a.partner": answer("A")}


def test_dont_know_takes_the_place_of_words(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    field = text_field(open_wizard(sheet, DATA))
    press("A", Qt.Key.Key_Tab, "w")
    assert stored(path, sheet) == {"a.partner": Answer(State.DONT_KNOW)}
    assert field.edit.toPlainText() == ""


def test_words_that_are_too_long_are_refused_and_what_was_there_stays(
    open_wizard: OpenWizard, sheet: Sheet, path: Path
) -> None:
    wizard = open_wizard(sheet, DATA)
    field = text_field(wizard)
    press("A")
    failures: list[str] = []
    wizard.model.session.failed.connect(lambda error: failures.append(error.key))
    field.edit.setPlainText("B" * (MAX_TEXT + 1))
    assert failures == ["answer.too_long"]
    assert field.edit.toPlainText() == "A"
    assert stored(path, sheet) == {"a.partner": answer("A")}


def test_a_comment_opens_with_the_keyboard_in_it_and_is_saved_with_the_answer(
    open_wizard: OpenWizard, sheet: Sheet, path: Path
) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press("4")
    question = view(wizard, "b.suche")
    assert not question.comment.isVisible()
    button(question, "Bemerkung").click()
    assert focused() is question.comment
    press("ja")
    assert stored(path, sheet) == {"b.suche": answer(3, "ja")}
    assert stored(path, sheet)["b.suche"].state is State.GIVEN


def test_a_comment_alone_is_a_blank_answer(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, HOUSING)
    button(view(wizard, "b.suche"), "Bemerkung").click()
    press("unklar")
    assert stored(path, sheet) == {"b.suche": Answer(State.BLANK, None, "unklar")}
    assert wizard.model.progress.whole.answered == 0


def test_a_comment_that_is_deleted_leaves_nothing(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, HOUSING)
    button(view(wizard, "b.suche"), "Bemerkung").click()
    press("x", Qt.Key.Key_Backspace)
    assert stored(path, sheet) == {}


def test_evidence_is_saved_where_the_question_asks_for_it(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    press("1")
    question = view(wizard, "a.bild")
    assert not button(view(wizard, "a.leitung"), "Nachweis").isVisible()
    button(question, "Nachweis").click()
    assert focused() is question.evidence
    press("Beschluss")
    assert stored(path, sheet) == {"a.bild": answer(0, "", "Beschluss")}


@pytest.mark.parametrize("again", ["5", "w"])
def test_comment_and_evidence_outlive_another_answer(
    open_wizard: OpenWizard, sheet: Sheet, path: Path, again: str
) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    question = view(wizard, "a.bild")
    press("2")
    question.comment.setPlainText("Bemerkung")
    question.evidence.setPlainText("Nachweis")
    question.field.focus()
    press(again)
    expected = answer(4 if again == "5" else State.DONT_KNOW, "Bemerkung", "Nachweis")
    assert stored(path, sheet) == {"a.bild": expected}
    assert question.comment.toPlainText() == "Bemerkung"


def test_a_comment_outlives_the_answer_that_is_taken_back(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, HOUSING)
    question = view(wizard, "b.suche")
    press("2")
    question.comment.setPlainText("unsicher")
    question.field.focus()
    press(Qt.Key.Key_Delete)
    assert stored(path, sheet) == {"b.suche": Answer(State.BLANK, None, "unsicher")}
    assert question.comment.toPlainText() == "unsicher"


def test_an_answer_after_a_comment_keeps_it(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, HOUSING)
    question = view(wizard, "b.suche")
    question.comment.setPlainText("vorab")
    question.field.focus()
    press("3")
    assert stored(path, sheet) == {"b.suche": answer(2, "vorab")}


def test_a_stored_comment_is_open_on_return(open_wizard: OpenWizard, sheet: Sheet) -> None:
    view(open_wizard(sheet, HOUSING), "b.suche").comment.setPlainText("da")
    question = view(open_wizard(sheet, HOUSING), "b.suche")
    assert question.comment.isVisible()
    assert question.comment.toPlainText() == "da"


def test_digits_in_a_comment_are_words(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, HOUSING)
    button(view(wizard, "b.suche"), "Bemerkung").click()
    press("3 w")
    assert stored(path, sheet) == {"b.suche": Answer(State.BLANK, None, "3 w")}


def test_help_opens_below_the_question_and_closes_again(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    question = view(wizard, "a.bild")
    assert not question.help.isVisible()
    button(question, "Hilfe").click()
    assert question.help.isVisible()
    assert question.help.text() == "Als Beleg zählt der Text."
    button(question, "Hilfe").click()
    assert not question.help.isVisible()


def test_after_help_the_digits_still_choose(open_wizard: OpenWizard, sheet: Sheet, path: Path) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    button(view(wizard, "a.bild"), "Hilfe").click()
    assert focused_question() == "a.bild"
    press("2")
    assert stored(path, sheet) == {"a.bild": answer(1)}


@pytest.mark.parametrize("word", ["Hilfe", "Bemerkung", "Nachweis"])
def test_a_part_that_is_closed_leaves_the_keyboard_in_its_question(
    open_wizard: OpenWizard, sheet: Sheet, word: str
) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    toggle = button(view(wizard, "a.bild"), word)
    toggle.setFocus()
    press(Qt.Key.Key_Space)
    toggle.setFocus()
    press(Qt.Key.Key_Space)
    assert focused().isVisible()
    assert focused_question() == "a.bild"


def test_a_question_without_help_offers_none(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    assert not button(view(wizard, "a.leitung"), "Hilfe").isVisible()
