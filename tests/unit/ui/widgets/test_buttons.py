"""Buttons, and what they hold on to."""

from __future__ import annotations

import weakref

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.ui.widgets.buttons import button


class Owner(QWidget):
    """A page with a button of its own."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0
        self.button = button("Los", self._on_pressed, main=True, parent=self)

    def _on_pressed(self) -> None:
        self.pressed += 1


def test_a_button_calls_a_method_and_any_other_function(qtbot: QtBot) -> None:
    owner = Owner()
    qtbot.addWidget(owner)
    owner.button.click()
    assert owner.pressed == 1
    seen: list[str] = []
    other = button("Los", lambda: seen.append("x"), parent=owner)
    other.click()
    assert seen == ["x"]


def test_a_button_can_send_a_signal(qtbot: QtBot) -> None:
    class Sender(QObject):
        wanted = Signal()

    sender = Sender()
    made = button("Los", sender.wanted.emit)
    qtbot.addWidget(made)
    with qtbot.waitSignal(sender.wanted):
        made.click()


def test_a_button_does_not_keep_its_owner_alive() -> None:
    owner = Owner()
    there = weakref.ref(owner)
    del owner
    assert there() is None
