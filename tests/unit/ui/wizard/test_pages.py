"""Turning the pages of the wizard: back, next, contents, and where one left off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.sheet import Sheet
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.wizard import Wizard
from tests.unit.ui.conftest import OpenWizard
from tests.unit.ui.keyboard import ALT, CTRL, focused, focused_question, press
from tests.unit.ui.material import DATA, HOUSING, OFFICE, OPEN, STRATEGY
from tests.unit.ui.wizard.pages import entry, page, shown_texts, view, visible_ids


def reread(session: Session, sheet: Sheet) -> Sheet:
    """The sheet as the list has it when one comes back."""
    return session.opened.sheets.get(sheet.id)


def click_entry(wizard: Wizard, title: str) -> None:
    """Click on an entry of the contents."""
    item = entry(wizard, title)
    spot = wizard.contents.visualItemRect(item).center()
    QTest.mouseClick(wizard.contents.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_new_sheet_begins_at_the_first_topic(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet)
    assert wizard.page == STRATEGY
    assert {"Steuerung", "Strategie"} <= set(shown_texts(wizard))
    assert not wizard.back_button.isEnabled()


def test_a_page_shows_its_questions_with_their_numbers_on_paper(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    assert visible_ids(wizard) == ["b.suche", "b.miete"]
    assert {"8", "Wie steht es um Wohnungssuche?", "9", "Wie steht es um Miete?"} <= set(shown_texts(wizard))


def test_enter_on_next_turns_the_page_when_the_last_question_is_answered(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    press("1", "1")
    assert focused() is wizard.next_button
    press(Qt.Key.Key_Return)
    assert wizard.page == DATA
    assert focused_question() == "a.wege"


def test_the_keypad_alone_fills_in_a_page_and_turns_it(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Enter):
        QTest.keyClick(focused(), key, Qt.KeyboardModifier.KeypadModifier)
    assert wizard.page == OPEN


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Return, CTRL), (Qt.Key.Key_Right, ALT)])
def test_keys_turn_to_the_next_page_from_anywhere(
    open_wizard: OpenWizard, sheet: Sheet, keys: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    press(keys[0], modifier=keys[1])
    assert wizard.page == DATA


def test_alt_and_left_turns_back(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, DATA)
    press(Qt.Key.Key_Left, modifier=ALT)
    assert wizard.page == STRATEGY
    press(Qt.Key.Key_Left, modifier=ALT)
    assert wizard.page == STRATEGY


def test_next_says_where_it_leads(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    assert wizard.next_button.text() == "Weiter: Daten"
    wizard.show_page(HOUSING)
    assert wizard.next_button.text() == "Weiter: Offene Fragen"


def test_next_and_back_skip_a_topic_that_the_sheet_is_not_asked(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, DATA)
    assert wizard.next_button.text() == "Weiter: Wohnen"
    wizard.next_button.click()
    assert wizard.page == HOUSING
    wizard.back_button.click()
    assert wizard.page == DATA


def test_who_is_asked_a_topic_gets_there_with_next(session: Session, open_wizard: OpenWizard) -> None:
    sheet = session.add_sheet("administration")
    assert sheet is not None
    wizard = open_wizard(sheet, DATA)
    wizard.next_button.click()
    assert wizard.page == OFFICE
    assert visible_ids(wizard) == ["b.haushalt"]


def test_a_topic_without_questions_for_the_sheet_says_so(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    click_entry(wizard, "Teilhabe")
    assert wizard.page == OFFICE
    assert "Auf dieser Seite ist für diesen Bogen nichts zu beantworten." in shown_texts(wizard)
    assert visible_ids(wizard) == []


def test_a_click_in_the_contents_jumps_to_the_topic(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    click_entry(wizard, "Daten")
    assert wizard.page == DATA
    assert focused_question() == "a.wege"


def test_the_contents_work_from_the_keyboard(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    wizard.contents.setFocus()
    press(Qt.Key.Key_Down)
    assert wizard.page == STRATEGY
    press(Qt.Key.Key_Return)
    assert wizard.page == DATA


def test_the_contents_mark_the_open_topic_and_open_its_area_alone(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, DATA)
    current = wizard.contents.currentItem()
    assert current is not None
    assert current.text(0) == "Daten"
    wizard.show_page(HOUSING)
    assert not entry(wizard, "Steuerung").isExpanded()
    assert entry(wizard, "Teilhabe").isExpanded()


def test_a_sheet_opens_where_one_left_off(session: Session, open_wizard: OpenWizard, sheet: Sheet) -> None:
    open_wizard(sheet, HOUSING)
    assert open_wizard(reread(session, sheet)).page == HOUSING


def test_a_sheet_left_at_the_list_of_open_questions_opens_at_the_topic_before(
    session: Session, open_wizard: OpenWizard, sheet: Sheet
) -> None:
    wizard = open_wizard(sheet, DATA)
    wizard.show_page(OPEN)
    assert open_wizard(reread(session, sheet)).page == DATA


def test_the_head_names_sheet_group_and_round(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet)
    assert "Bogen 26-RA-0001-1 · Ratsfraktionen · Runde 2026" in [label.text() for label in wizard.findChildren(QLabel)]


def test_the_list_of_sheets_is_one_button_away(open_wizard: OpenWizard, sheet: Sheet, qtbot: QtBot) -> None:
    wizard = open_wizard(sheet)
    with qtbot.waitSignal(wizard.closed):
        next(made for made in wizard.findChildren(QPushButton) if made.text() == "Zur Bogenliste").click()


def test_the_next_page_is_built_while_the_person_reads(open_wizard: OpenWizard, sheet: Sheet, qtbot: QtBot) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    qtbot.waitUntil(lambda: DATA in wizard._built)


def test_answers_of_an_earlier_visit_are_shown(open_wizard: OpenWizard, sheet: Sheet) -> None:
    open_wizard(sheet, HOUSING)
    press("3")
    again = open_wizard(sheet, HOUSING)
    assert focused_question() == "b.miete"
    assert view(again, "b.suche").model.answers["b.suche"].value == 2
    assert page(again).model.progress.whole.answered == 1
