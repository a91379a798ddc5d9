"""Where the keyboard is in the wizard, and what a screen reader calls it there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.core.sheet import Sheet
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.wizard import Wizard
from tests.unit.ui.conftest import OpenWizard
from tests.unit.ui.keyboard import SHIFT, focusable, focused, focused_question, press, spoken_name, tab_order
from tests.unit.ui.material import DATA, HOUSING, OFFICE, OPEN, STRATEGY
from tests.unit.ui.wizard.pages import button, page, view


def inside(question: QWidget, widgets: list[QWidget]) -> list[str]:
    """What a screen reader calls those of the widgets that belong to a question."""
    return [spoken_name(widget) for widget in widgets if question.isAncestorOf(widget)]


@pytest.mark.parametrize(("turned_to", "first"), [(STRATEGY, "a.bild"), (DATA, "a.wege"), (HOUSING, "b.suche")])
def test_a_page_that_is_turned_to_has_the_keyboard_in_its_first_question(
    open_wizard: OpenWizard, sheet: Sheet, turned_to: int, first: str
) -> None:
    open_wizard(sheet, turned_to)
    assert focused_question() == first


def test_the_first_open_question_has_the_keyboard_not_an_answered_one(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press("3")
    wizard.show_page(STRATEGY)
    wizard.show_page(HOUSING)
    assert focused_question() == "b.miete"


def test_a_page_without_open_questions_has_the_keyboard_in_its_first(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press("3", "2")
    wizard.show_page(STRATEGY)
    wizard.show_page(HOUSING)
    assert focused_question() == "b.suche"
    assert spoken_name(focused()) == "3  Stufe 2"


def test_a_page_without_any_question_keeps_the_keyboard_in_the_wizard(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    wizard.show_page(OFFICE)
    assert wizard.isAncestorOf(focused())
    assert focused().isVisible()


def test_the_list_of_open_questions_has_the_keyboard_at_its_first(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    wizard.show_page(OPEN)
    assert focused() is wizard.open_questions.tree
    current = wizard.open_questions.tree.currentItem()
    assert current is not None
    assert current.text(0).startswith("1 ")


def test_tab_goes_through_a_question_in_the_order_of_the_page(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    order = tab_order(wizard)
    assert inside(view(wizard, "a.bild"), order) == [
        *(f"{digit}  Stufe {digit - 1}" for digit in range(1, 6)),
        "W  weiß nicht",
        "T  trifft nicht zu",
        "Hilfe",
        "Bemerkung",
        "Nachweis",
    ]


def test_tab_goes_through_a_number_with_its_comment_open(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, DATA)
    question = view(wizard, "a.stellen")
    button(question, "Bemerkung").click()
    question.field.focus()
    assert inside(question, tab_order(wizard)) == [
        "Stellen Stellen",
        "W  weiß nicht",
        "T  trifft nicht zu",
        "Bemerkung",
        "Bemerkung zu Frage 5",
    ]


def test_tab_goes_from_question_to_question_then_to_the_buttons(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    order = tab_order(wizard)
    last_of_first = max(index for index, widget in enumerate(order) if view(wizard, "b.suche").isAncestorOf(widget))
    first_of_second = min(index for index, widget in enumerate(order) if view(wizard, "b.miete").isAncestorOf(widget))
    last_of_second = max(index for index, widget in enumerate(order) if view(wizard, "b.miete").isAncestorOf(widget))
    assert first_of_second == last_of_first + 1
    assert order[last_of_second + 1 : last_of_second + 3] == [wizard.back_button, wizard.next_button]


def test_tab_order_is_the_same_on_a_page_that_was_built_ahead(
    open_wizard: OpenWizard, sheet: Sheet, qtbot: QtBot
) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    qtbot.waitUntil(lambda: DATA in wizard._built)
    wizard.go_on()
    order = [widget for widget in tab_order(wizard) if page(wizard).isAncestorOf(widget)]
    questions = [next(made for made in page(wizard).views if made.isAncestorOf(widget)) for widget in order]
    assert [question.question.id for question in dict.fromkeys(questions)] == ["a.wege", "a.stellen", "a.partner"]


def test_shift_and_tab_goes_the_way_back(open_wizard: OpenWizard, sheet: Sheet) -> None:
    open_wizard(sheet, HOUSING)
    first = focused()
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    press(Qt.Key.Key_Backtab, Qt.Key.Key_Backtab, modifier=SHIFT)
    assert focused() is first


def test_the_question_with_the_keyboard_is_marked(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    assert [made._active for made in page(wizard).views] == [True, False]
    press("1")
    assert [made._active for made in page(wizard).views] == [False, True]


def test_the_question_with_the_keyboard_is_in_sight(
    open_wizard: OpenWizard, shipped_session: Session, qtbot: QtBot
) -> None:
    sheet = shipped_session.add_sheet("administration")
    assert sheet is not None
    wizard = open_wizard(sheet, session=shipped_session)
    wizard.resize(640, 360)
    for question in page(wizard).shown_views():
        page(wizard).focus(question.question.id)
        qtbot.waitUntil(lambda: not focused().visibleRegion().isEmpty())


@pytest.mark.parametrize("turned_to", [STRATEGY, DATA, HOUSING, OPEN])
def test_all_that_can_have_the_keyboard_has_a_name(open_wizard: OpenWizard, sheet: Sheet, turned_to: int) -> None:
    wizard = open_wizard(sheet, turned_to)
    for toggle in wizard.findChildren(QPushButton):
        if toggle.isCheckable() and toggle.isVisible():
            toggle.click()
    nameless = [widget for widget in focusable(wizard) if not spoken_name(widget)]
    assert not nameless


def _tree(wizard: Wizard) -> QTreeWidget:
    return wizard.open_questions.tree


def test_an_open_question_leads_to_its_page_by_key(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, OPEN)
    for _ in range(20):
        current = _tree(wizard).currentItem()
        assert current is not None
        if current.text(0) == "9  Wie steht es um Miete?":
            break
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert wizard.page == HOUSING
    assert focused_question() == "b.miete"


def test_an_open_question_leads_to_its_page_by_mouse(open_wizard: OpenWizard, sheet: Sheet, qtbot: QtBot) -> None:
    wizard = open_wizard(sheet, OPEN)
    branch = _tree(wizard).topLevelItem(0)
    leaf = branch.child(3) if branch else None
    assert leaf is not None
    spot = _tree(wizard).visualItemRect(leaf).center()
    QTest.mouseClick(_tree(wizard).viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert wizard.page == DATA
    assert focused_question() == "a.stellen"
