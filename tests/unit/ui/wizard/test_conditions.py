"""Questions that an answer brings or takes away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from kommune_desktop.core.sheet import Sheet
from tests.unit.ui.conftest import OpenWizard
from tests.unit.ui.keyboard import focused_question, press
from tests.unit.ui.material import SHOWN_TO_COUNCIL, STRATEGY, answer, stored
from tests.unit.ui.wizard.pages import contents, view, visible_ids


def test_a_conditional_question_appears_with_the_answer_that_asks_for_it(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    assert visible_ids(wizard) == ["a.bild", "a.leitung"]
    press("3")
    assert visible_ids(wizard) == ["a.bild", "a.ziel", "a.leitung"]
    assert focused_question() == "a.ziel"


def test_an_answer_that_does_not_ask_for_it_leads_past_the_conditional_question(
    open_wizard: OpenWizard, sheet: Sheet
) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    press("2")
    assert visible_ids(wizard) == ["a.bild", "a.leitung"]
    assert focused_question() == "a.leitung"


def test_a_conditional_question_vanishes_and_its_answer_is_kept_but_not_counted(
    open_wizard: OpenWizard, sheet: Sheet, path: Path
) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    press("3", "5")
    assert wizard.progress_text.text() == f"2 von {SHOWN_TO_COUNCIL + 1} beantwortet"
    view(wizard, "a.bild").field.focus()
    press("1")
    assert visible_ids(wizard) == ["a.bild", "a.leitung"]
    assert stored(path, sheet)["a.ziel"] == answer(4)
    assert wizard.progress_text.text() == f"1 von {SHOWN_TO_COUNCIL} beantwortet"
    assert contents(wizard)["Strategie"] == "1/2"


def test_a_vanished_question_comes_back_with_its_answer(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    press("3", "5")
    view(wizard, "a.bild").field.focus()
    press("1")
    view(wizard, "a.bild").field.focus()
    press("4")
    assert visible_ids(wizard) == ["a.bild", "a.ziel", "a.leitung"]
    assert wizard.progress_text.text() == f"2 von {SHOWN_TO_COUNCIL + 1} beantwortet"


def test_taking_the_answer_back_takes_the_conditional_question_away(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    press("3")
    view(wizard, "a.bild").field.focus()
    press(Qt.Key.Key_Delete)
    assert visible_ids(wizard) == ["a.bild", "a.leitung"]
    assert focused_question() == "a.bild"


def test_dont_know_does_not_meet_a_condition(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    press("w")
    assert visible_ids(wizard) == ["a.bild", "a.leitung"]


def test_the_keyboard_stays_on_the_page_when_its_question_vanishes(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    press("3")
    assert focused_question() == "a.ziel"
    wizard.model.session.undo_stack.undo()
    assert visible_ids(wizard) == ["a.bild", "a.leitung"]
    assert focused_question() in {"a.bild", "a.leitung"}
