"""A facilitator at the keyboard: 2,000 key presses in the wizard, each until the window is at rest again."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from random import Random

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMainWindow, QWidget

from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.texts import texts
from kommune_desktop.ui.main_window import MainWindow
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.wizard.question_view import QuestionView
from kommune_desktop.ui.workspace import Workspace
from tests.benchmarks.material import new_store
from tests.benchmarks.measure import Bench, Figure, Target, in_turn, median_figure, percentile_figure, seconds_of

PRESSES = 2000
FRAME = Target(0.016, "measured")
FLOOR = "a key press on the one check box of a bare window of that size"
_DONT_KNOW_SHARE = 0.1
_SIZE = (1280, 720)


def figures(bench: Bench) -> list[Figure]:
    """Median and 99th percentile of a key press, saved and painted."""
    application = QApplication.instance() or QApplication(["benchmark", "-platform", "offscreen"])
    typist = Typist(bench.folder / "wizard.kommune")
    bare = BareWindow()
    samples = in_turn(PRESSES, typist.press, bare.press)
    assert typist.answered() > PRESSES / 2, "the keys did not reach the questions"
    typist.window.close()
    bare.close()
    application.processEvents()
    return [
        median_figure("key press in the wizard: median", samples, FLOOR, None),
        percentile_figure("key press in the wizard: p99", samples, 99, FLOOR, FRAME),
    ]


def until_idle() -> None:
    """Let everything happen that is waiting to: saving, layout, painting."""
    dispatcher = QAbstractEventDispatcher.instance()
    while dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        pass


class BareWindow(QMainWindow):
    """A window with one check box."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox("Ja")
        self.setCentralWidget(self.box)
        self.resize(*_SIZE)
        self.show()
        until_idle()

    def press(self) -> float:
        """Tick or clear it."""
        return seconds_of(self._press)

    def _press(self) -> None:
        QTest.keyClick(self.box, Qt.Key.Key_Space)
        until_idle()


class Typist:
    """Fills in sheet after sheet in the program's window."""

    def __init__(self, path: Path) -> None:
        self._random = Random(PRESSES)
        self._keys: deque[Qt.Key] = deque()
        new_store(path)[0].close()
        settings, words = Settings(), texts("de")
        self.window = MainWindow(settings, words)
        self.window.resize(*_SIZE)
        self._session = Session(words, self.window)
        self._workspace = Workspace(self._session, settings)
        self.window.attach(self._session, self._workspace)
        self._session.use(Store.open(path))
        self.window.stack.setCurrentWidget(self._workspace)
        self.window.show()
        self._open_next_sheet()

    def press(self) -> float:
        """Press the next key where the keyboard is."""
        target = self._target()
        if not self._keys:
            self._keys.extend(self._keys_for(target))
        key = self._keys.popleft()
        return seconds_of(lambda: self._press(target, key))

    def answered(self) -> int:
        """How many answers have been given."""
        return sum(sheet.answered for sheet in self._session.sheets())

    def _press(self, target: QWidget, key: Qt.Key) -> None:
        QTest.keyClick(target, key)
        until_idle()

    def _target(self) -> QWidget:
        """The widget with the keyboard, on the next sheet where this one is at its end."""
        wizard = self._workspace.wizard
        if wizard is None or wizard.stack.currentWidget() is wizard.open_questions:
            self._open_next_sheet()
        if QApplication.activeWindow() is not self.window:
            self.window.activateWindow()
            until_idle()
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the keyboard"
        return target

    def _open_next_sheet(self) -> None:
        sheet = self._session.add_sheet("civil_society")
        assert sheet is not None
        self._workspace.open_sheet(sheet)
        # Outside of a running event loop nothing deletes by itself what was to be deleted later: the wizard before.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        until_idle()

    def _keys_for(self, target: QWidget) -> list[Qt.Key]:
        """What is to be typed before the keyboard moves on to the next question or page."""
        question = _question_around(target)
        if question is None:
            return [Qt.Key.Key_Enter]
        if question.kind in (Kind.SCALE, Kind.SINGLE):
            dont_know = self._random.random() < _DONT_KNOW_SHARE
            return [Qt.Key.Key_W if dont_know else _digit(self._random.randint(1, len(question.choices)))]
        digits = [_digit(self._random.randint(1, 3)) for _ in range(2)]
        return [*digits, Qt.Key.Key_Tab, Qt.Key.Key_W] if question.kind is Kind.TEXT else [*digits, Qt.Key.Key_W]


def _question_around(widget: QWidget | None) -> Question | None:
    while widget is not None and not isinstance(widget, QuestionView):
        widget = widget.parentWidget()
    return widget.question if widget is not None else None


def _digit(digit: int) -> Qt.Key:
    return Qt.Key(Qt.Key.Key_0 + digit)
