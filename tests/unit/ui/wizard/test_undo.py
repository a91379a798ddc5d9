"""Taking back the last change with Ctrl+Z, in the program's window."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.ui.main_window import MainWindow
from kommune_desktop.ui.wizard import Wizard
from tests.unit.ui.conftest import OpenWindow
from tests.unit.ui.keyboard import CTRL, focused, focused_question, press
from tests.unit.ui.material import DATA, HOUSING, OPEN, STRATEGY, answer, stored
from tests.unit.ui.menus import menu
from tests.unit.ui.wizard.pages import view

OpenSheet = Callable[[int], tuple[Wizard, Sheet]]


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """The window with the small round."""
    return open_window()


@pytest.fixture
def open_sheet(window: MainWindow) -> OpenSheet:
    """Opens a new sheet of the council at a page."""

    def open_at(page: int) -> tuple[Wizard, Sheet]:
        assert window.session is not None
        assert window.workspace is not None
        sheet = window.session.add_sheet("council")
        assert sheet is not None
        window.workspace.open_sheet(sheet)
        wizard = window.workspace.wizard
        assert wizard is not None
        wizard.show_page(page)
        return wizard, sheet

    return open_at


def undo() -> None:
    """Ctrl+Z."""
    press(Qt.Key.Key_Z, modifier=CTRL)


def redo() -> None:
    """What the platform has for it, Ctrl+Y or Ctrl+Shift+Z."""
    QTest.keySequence(focused(), QKeySequence(QKeySequence.StandardKey.Redo))


def test_the_last_answer_is_taken_back_and_given_again(open_sheet: OpenSheet, path: Path) -> None:
    _, sheet = open_sheet(HOUSING)
    press("2")
    undo()
    assert stored(path, sheet) == {}
    redo()
    assert stored(path, sheet) == {"b.suche": answer(1)}


def test_an_answer_that_was_changed_goes_back_to_the_one_before(open_sheet: OpenSheet, path: Path) -> None:
    wizard, sheet = open_sheet(HOUSING)
    press("2")
    view(wizard, "b.suche").field.focus()
    press("w")
    undo()
    assert stored(path, sheet) == {"b.suche": answer(1)}


def test_an_answer_that_was_taken_back_returns_with_its_comment(open_sheet: OpenSheet, path: Path) -> None:
    wizard, sheet = open_sheet(HOUSING)
    press("2")
    view(wizard, "b.suche").comment.setPlainText("wichtig")
    view(wizard, "b.suche").field.focus()
    press(Qt.Key.Key_Delete)
    assert stored(path, sheet) == {"b.suche": Answer(State.BLANK, None, "wichtig")}
    undo()
    assert stored(path, sheet) == {"b.suche": answer(1, "wichtig")}


def test_words_typed_in_one_go_are_taken_back_in_one_go(open_sheet: OpenSheet, path: Path) -> None:
    wizard, sheet = open_sheet(DATA)
    view(wizard, "a.partner").field.focus()
    press("Vereine")
    view(wizard, "a.wege").field.focus()
    undo()
    assert stored(path, sheet) == {}
    assert wizard.model.session.undo_stack.index() == 0


def test_an_answer_elsewhere_ends_what_is_typed_in_one_go(open_sheet: OpenSheet, path: Path) -> None:
    wizard, sheet = open_sheet(DATA)
    view(wizard, "a.stellen").field.focus()
    press("25")
    view(wizard, "a.wege").field.focus()
    press("1")
    undo()
    assert stored(path, sheet) == {"a.stellen": answer(Decimal(25))}


def test_taking_back_on_another_page_shows_that_page(open_sheet: OpenSheet, path: Path) -> None:
    wizard, sheet = open_sheet(STRATEGY)
    press("1")
    wizard.show_page(HOUSING)
    undo()
    assert stored(path, sheet) == {}
    assert wizard.page == STRATEGY
    assert focused_question() == "a.bild"


def test_giving_again_on_another_page_shows_that_page(open_sheet: OpenSheet) -> None:
    wizard, _ = open_sheet(STRATEGY)
    press("1")
    undo()
    wizard.show_page(HOUSING)
    redo()
    assert wizard.page == STRATEGY


def test_taking_back_from_the_list_of_open_questions_shows_the_question(open_sheet: OpenSheet) -> None:
    wizard, _ = open_sheet(HOUSING)
    press("1")
    wizard.show_page(OPEN)
    undo()
    assert wizard.page == HOUSING
    assert focused_question() == "b.suche"


@pytest.mark.parametrize("question_id", ["a.stellen", "a.partner"])
def test_an_empty_field_for_words_or_numbers_does_not_keep_the_undo_to_itself(
    open_sheet: OpenSheet, path: Path, question_id: str
) -> None:
    wizard, sheet = open_sheet(DATA)
    press("1")
    view(wizard, question_id).field.focus()
    undo()
    assert stored(path, sheet) == {}


def test_the_menu_takes_back_what_was_typed_though_the_keyboard_is_in_the_field(
    window: MainWindow, open_sheet: OpenSheet, path: Path
) -> None:
    wizard, sheet = open_sheet(DATA)
    view(wizard, "a.partner").field.focus()
    press("Verein")
    menu(window, "Bearbeiten").actions()[0].trigger()
    assert stored(path, sheet) == {}
    assert focused_question() == "a.partner"


def test_nothing_is_left_to_take_back_when_the_sheet_is_closed(window: MainWindow, open_sheet: OpenSheet) -> None:
    open_sheet(HOUSING)
    press("2")
    assert window.workspace is not None
    window.workspace.close_sheet()
    assert not menu(window, "Bearbeiten").actions()[0].isEnabled()


def test_a_refused_answer_is_nothing_to_take_back(open_sheet: OpenSheet, window: MainWindow) -> None:
    wizard, _ = open_sheet(DATA)
    assert window.session is not None
    assert window.workspace is not None
    window.session.failed.disconnect(window.workspace.show_problem)
    view(wizard, "a.partner").comment.setPlainText("x" * 20_001)
    assert not window.session.undo_stack.canUndo()
