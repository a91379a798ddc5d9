"""A facilitator at the keypad: 10,000 answers keyed, each until it is on disk and the next question is painted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from kommune_desktop.core.keying import JUMP, Desk, is_keyed_by_number
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.texts import texts
from kommune_desktop.ui.keying import KeyingView
from kommune_desktop.ui.main_window import MainWindow
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.workflow.forms import print_set
from tests.benchmarks.answering import PLAIN_TABLE, UPSERT
from tests.benchmarks.material import new_store
from tests.benchmarks.measure import (
    Bench,
    Figure,
    Target,
    in_turn,
    median_figure,
    percentile_figure,
    raw_connection,
    seconds_of,
)
from tests.benchmarks.wizard import until_idle

ANSWERS = 10_000
FRAME = Target(0.0167, "measured")
FLOOR = "a raw upsert, every commit on disk, and the repaint of a bare label"
_GROUP = "civil_society"
_SHEETS = 110
_SIZE = (1366, 768)
_STATES_SHARE = 0.1


def figures(bench: Bench) -> list[Figure]:
    """Median and 99th percentile of an answer."""
    application = QApplication.instance() or QApplication(["benchmark", "-platform", "offscreen"])
    typist = Typist(bench.folder)
    bare = BareLabel(bench.folder / "floor.sqlite")
    samples = in_turn(ANSWERS, typist.answer, bare.answer)
    assert typist.answered() > 0.9 * ANSWERS, "the keys did not reach the questions"
    typist.window.close()
    bare.close()
    application.processEvents()
    return [
        median_figure("answer keyed and next question painted: median", samples, FLOOR, None),
        percentile_figure("answer keyed and next question painted: p99", samples, 99, FLOOR, FRAME),
    ]


class BareLabel(QMainWindow):
    """A window with a label, and a plain table."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._raw = raw_connection(path)
        self._raw.execute(PLAIN_TABLE)
        self._rows = _rows()
        self.label = QLabel("0")
        self.setCentralWidget(self.label)
        self.resize(*_SIZE)
        self.show()
        until_idle()

    def answer(self) -> float:
        """Save a row and show its number."""
        row = next(self._rows)
        return seconds_of(lambda: self._answer(self._raw, row))

    def _answer(self, raw: sqlite3.Connection, row: tuple[object, ...]) -> None:
        raw.execute(UPSERT, row)
        self.label.setText(str(row[1]))
        until_idle()


def _rows() -> Iterator[tuple[object, ...]]:
    for turn in range(ANSWERS + 1):
        sheet, question = divmod(turn, 105)
        yield sheet, question, "given", turn % 5, None, "", "", "2026-09-14T08:00:00.000Z"


class Typist:
    """Keys the sheets of a batch one after the other in the program's window."""

    def __init__(self, folder: Path) -> None:
        self._random = Random(ANSWERS)
        path = folder / "keying.kommune"
        store, round_ = new_store(path)
        self._numbers = iter(print_set(store, round_, _GROUP, _SHEETS, folder / "forms.pdf", language="de").numbers)
        store.close()
        settings, words = Settings(sound=False, initials="KS"), texts("de")
        self.window = MainWindow(settings, words)
        self.window.resize(*_SIZE)
        self._session = Session(words, self.window)
        workspace = Workspace(self._session, settings)
        self.window.attach(self._session, workspace)
        self._session.use(Store.open(path))
        self.window.stack.setCurrentWidget(workspace)
        self.window.show()
        batch = self._session.add_batch(0)
        assert batch is not None
        workspace.keying_flow.key_batch(batch)
        assert isinstance(workspace.keying, KeyingView)
        self._view = workspace.keying
        until_idle()

    def answered(self) -> int:
        """How many answers there are other than blanks."""
        return sum(sheet.answered for sheet in self._session.sheets())

    def answer(self) -> float:
        """Key one answer; what is timed is the key that completes it."""
        question = self._question()
        *before, last = self._keys(question)
        for key in before:
            self._press(key)
        return seconds_of(lambda: self._press(last))

    def _question(self) -> Question:
        """The next question, on the next sheet where this one is at its end."""
        if self._view.sheet is None or self._desk().current is None:
            if self._view.sheet is not None:
                self._press(JUMP)
            for key in (*next(self._numbers), Qt.Key.Key_Return):
                self._press(key)
        question = self._desk().current
        assert question is not None
        return question

    def _desk(self) -> Desk:
        return self._view.desk

    def _keys(self, question: Question) -> list[str | Qt.Key]:
        if question.kind is Kind.TEXT:
            return [*"Sport", Qt.Key.Key_Return]
        if question.kind is Kind.MULTI:
            return ["1", "2", Qt.Key.Key_Return]
        if is_keyed_by_number(question):
            return ["3", Qt.Key.Key_Return]
        if self._random.random() < _STATES_SHARE:
            return [self._random.choice("089")]
        return [str(self._random.randint(1, len(question.choices)))]

    def _press(self, key: str | Qt.Key) -> None:
        if QApplication.activeWindow() is not self.window:
            self.window.activateWindow()
            until_idle()
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the keyboard"
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)
        until_idle()
