"""The frame of a dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import Note
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focused, press, tab_order

LONG = "Das zweite Erfassen zeigt nicht, was beim ersten Mal eingegeben wurde. " * 4


def dialog(lines: int = 1, width: int = 560) -> Dialog:
    """A dialog with a field and so many paragraphs."""
    made = Dialog(width=width)
    made.accept_button.setText("Anlegen")
    made.column.addWidget(QLineEdit())
    for _ in range(lines):
        made.column.addWidget(Note(LONG))
    return made


def area(made: Dialog) -> QScrollArea:
    return made.findChildren(QScrollArea)[0]


def cut(made: QWidget) -> list[str]:
    """Paragraphs that have less height than their words need."""
    notes = made.findChildren(Note)
    return [note.text() for note in notes if note.height() < note.heightForWidth(note.width())]


class SmallScreen:
    """A screen of another size than that which the tests have."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, size: QSize) -> None:
        monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, size.width(), size.height()))


@pytest.mark.parametrize("lines", [1, 4])
@pytest.mark.parametrize("width", [455, 560])
def test_it_is_as_high_as_all_of_its_text_needs(show: ShowWidget, lines: int, width: int) -> None:
    made = dialog(lines, width)
    show(made)
    assert made.width() == width
    assert cut(made) == []
    assert area(made).verticalScrollBar().maximum() == 0
    assert area(made).horizontalScrollBar().maximum() == 0


def test_more_text_makes_it_higher_and_less_text_lower(show: ShowWidget) -> None:
    one, four = dialog(1), dialog(4)
    for made in (one, four):
        show(made)
    assert four.height() > one.height() + 3 * 20


def test_on_a_small_screen_the_content_scrolls_and_the_buttons_stay(
    show: ShowWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    SmallScreen(monkeypatch, QSize(455, 256))
    made = dialog(6)
    show(made)
    assert made.width() <= 455
    assert made.height() <= 256
    assert cut(made) == []
    assert area(made).verticalScrollBar().maximum() > 0
    for found in made.findChildren(QPushButton):
        corner = found.mapTo(made, found.rect().bottomRight())
        assert made.rect().contains(corner), found.text()


def test_a_narrow_screen_takes_width_and_gives_height(show: ShowWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = dialog()
    show(wide)
    SmallScreen(monkeypatch, QSize(400, 700))
    narrow = dialog()
    show(narrow)
    assert narrow.width() == 400
    assert narrow.height() > wide.height()
    assert cut(narrow) == []


def test_content_that_grows_can_be_fitted_again(show: ShowWidget) -> None:
    made = dialog()
    show(made)
    before = made.height()
    more = Note(LONG)
    made.column.addWidget(more)
    more.show()
    made.fit()
    assert made.height() > before
    assert cut(made) == []


def test_the_keyboard_begins_in_the_content_and_comes_to_the_buttons_last(show: ShowWidget) -> None:
    made = dialog()
    show(made)
    assert isinstance(focused(), QLineEdit)
    order = tab_order(made)
    assert [type(widget).__name__ for widget in order] == ["QLineEdit", "QPushButton", "QPushButton"]


def test_enter_accepts_and_escape_cancels(show: ShowWidget, qtbot: QtBot) -> None:
    made = dialog()
    show(made)
    with qtbot.waitSignal(made.accepted):
        press(Qt.Key.Key_Return)
    other = dialog()
    show(other)
    with qtbot.waitSignal(other.rejected):
        press(Qt.Key.Key_Escape)


def test_enter_accepts_nothing_while_the_button_is_off(show: ShowWidget, qtbot: QtBot) -> None:
    made = dialog()
    made.accept_button.setEnabled(False)
    show(made)
    with qtbot.assertNotEmitted(made.accepted):
        press(Qt.Key.Key_Return)
    assert made.isVisible()


def test_it_can_be_shown_a_second_time(show: ShowWidget) -> None:
    made = dialog()
    show(made)
    made.hide()
    made.show()
    assert len(made.findChildren(QPushButton)) == 2
    assert made.accept_button.isDefault()
