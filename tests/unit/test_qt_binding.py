"""Faults of the binding to Qt that would hurt the program."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1_000
NOISE = 100


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_calls_into_qt_lose_no_references_to_none(qtbot: QtBot) -> None:
    # PySide6 6.12.0 failed this: it lost references to None and crashed the program. So 6.11.3 is pinned. From Python
    # 3.12 on None is immortal, its count never changes, and this test passes by itself.
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("0")
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < NOISE
