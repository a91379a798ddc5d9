"""Lines for words, and whose an undo in them is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.ui.widgets.lines import Lines, is_undo, set_quietly, text_edit
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import CTRL, focused, press, spoken_name


@pytest.fixture
def lines(qtbot: QtBot) -> Lines:
    made = text_edit("Begründung")
    qtbot.addWidget(made)
    return made


def asked_for(key: Qt.Key) -> QKeyEvent:
    """The question to a field if it takes Ctrl and a key for itself."""
    return QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)


def test_a_text_that_is_shown_does_not_count_as_typed(lines: Lines, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(lines.textChanged):
        set_quietly(lines, "Weil es\nso ist.")
    assert lines.toPlainText() == "Weil es\nso ist."


def test_the_cursor_stays_where_it_is_when_the_same_text_is_shown(lines: Lines) -> None:
    set_quietly(lines, "Weil")
    lines.moveCursor(QTextCursor.MoveOperation.End)
    set_quietly(lines, "Weil")
    assert lines.textCursor().position() == len("Weil")


def test_lines_tell_again_after_a_text_was_shown(lines: Lines, qtbot: QtBot) -> None:
    set_quietly(lines, "Weil")
    with qtbot.waitSignal(lines.textChanged):
        lines.insertPlainText("!")


@pytest.mark.parametrize(("typed", "is_taken"), [("", False), ("A", True)])
def test_lines_take_an_undo_only_when_they_have_use_for_it(lines: Lines, typed: str, *, is_taken: bool) -> None:
    lines.insertPlainText(typed)
    event = asked_for(Qt.Key.Key_Z)
    event.ignore()
    QApplication.sendEvent(lines, event)
    assert event.isAccepted() is is_taken


def test_other_keys_are_no_undo() -> None:
    assert is_undo(asked_for(Qt.Key.Key_Z))
    assert not is_undo(asked_for(Qt.Key.Key_C))
    assert not is_undo(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, CTRL))


def test_tab_leaves_the_lines_and_a_screen_reader_knows_their_name(show: ShowWidget) -> None:
    frame, first, second = QWidget(), text_edit("Begründung"), text_edit("Ideen")
    column = QVBoxLayout(frame)
    column.addWidget(first)
    column.addWidget(second)
    show(frame)
    first.setFocus()
    press("A", Qt.Key.Key_Tab)
    assert (first.toPlainText(), spoken_name(focused())) == ("A", "Ideen")
