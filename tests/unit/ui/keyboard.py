"""The keyboard of the person in front of the window, and where it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from kommune_desktop.ui.wizard.question_view import QuestionView

MANY_TABS = 200
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_NONE = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """The widget with the keyboard; there must be one."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def press(*keys: Qt.Key | str, modifier: Qt.KeyboardModifier = _NONE) -> None:
    """Press keys one after the other, each where the keyboard is then."""
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                QTest.keyClicks(focused(), letter, modifier)
        else:
            QTest.keyClick(focused(), key, modifier)


def focused_question() -> str:
    """Id of the question with the keyboard; empty where it is elsewhere."""
    widget: QWidget | None = focused()
    while widget is not None and not isinstance(widget, QuestionView):
        widget = widget.parentWidget()
    return widget.question.id if widget is not None else ""


def tab_order(window: QWidget) -> list[QWidget]:
    """What the keyboard comes to with Tab, from where it is until it is there again."""
    assert window.isActiveWindow()
    order = [focused()]
    for _ in range(MANY_TABS):
        press(Qt.Key.Key_Tab)
        if focused() in order:
            return order
        order.append(focused())
    raise AssertionError("Tab does not come back")


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    if isinstance(widget, QComboBox):  # On Linux Qt has the choice as the name, and the name behind a relation.
        labels = [label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
        return widget.accessibleName() or "".join(labels).replace("&", "")
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def focusable(window: QWidget) -> list[QWidget]:
    """All shown widgets from a window down that the keyboard can come to."""
    return [
        widget
        for widget in (window, *window.findChildren(QWidget))
        if widget.isVisibleTo(window)
        and widget.isEnabledTo(window)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]
