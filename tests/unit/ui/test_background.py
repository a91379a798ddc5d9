"""Work beside the window: result, failure, bug, progress and cancel."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.errors import UserError
from kommune_desktop.ui import background
from kommune_desktop.ui.background import BackgroundWork, Progress
from tests.unit.ui.conftest import ShowWidget

PATIENCE_S = 10


class Desk(QWidget):
    """A parent that notes what its work ended with, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[int] = []
        self.failures: list[str] = []
        self.threads: list[QThread] = []

    def start(self, operation: Callable[[Progress], int], label: str = "") -> BackgroundWork[int]:
        """Begin a piece of work."""
        return BackgroundWork(self, operation, success=self._succeed, failure=self._fail, label=label)

    def working(self) -> bool:
        """Whether any work is left."""
        return bool(self.findChildren(BackgroundWork))

    def dialog(self) -> QProgressDialog:
        """The dialog with the progress."""
        return self.findChildren(QProgressDialog)[-1]

    def _succeed(self, result: int) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    def _fail(self, error: UserError) -> None:
        self.failures.append(error.key)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def desk(show: ShowWidget) -> Desk:
    """A shown parent for work."""
    made = Desk()
    show(made)
    return made


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Work that waits here goes on when the test says so, at the latest at its end."""
    made = threading.Event()
    yield made
    made.set()


def test_the_result_arrives_in_the_thread_of_the_window(desk: Desk, qtbot: QtBot) -> None:
    worked_in: list[QThread] = []

    def work(_: Progress) -> int:
        worked_in.append(QThread.currentThread())
        return 42

    desk.start(work)
    assert desk.results == []
    qtbot.waitUntil(lambda: desk.results == [42])
    assert desk.threads == [desk.thread()]
    assert worked_in != [desk.thread()]


def test_what_the_person_can_mend_arrives_as_failure(desk: Desk, qtbot: QtBot) -> None:
    def work(_: Progress) -> int:
        raise UserError("store.locked", path="x")

    desk.start(work)
    qtbot.waitUntil(lambda: desk.failures == ["store.locked"])
    assert desk.threads == [desk.thread()]
    assert desk.results == []


def test_a_bug_is_raised_in_the_thread_of_the_window(desk: Desk, qtbot: QtBot) -> None:
    def work(_: Progress) -> int:
        raise ZeroDivisionError("a bug")

    with qtbot.captureExceptions() as caught:
        desk.start(work)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert desk.results == []
    assert desk.failures == []
    qtbot.waitUntil(lambda: not desk.working())


def test_nothing_is_left_of_work_that_is_done(desk: Desk, qtbot: QtBot) -> None:
    desk.start(lambda _: 1, label="Arbeit")
    qtbot.waitUntil(lambda: not desk.working() and not desk.findChildren(QProgressDialog))
    assert desk.results == [1]


def test_short_work_shows_no_dialog(desk: Desk, qtbot: QtBot) -> None:
    shown: list[bool] = []
    work = desk.start(lambda _: 1, label="Arbeit")
    work.destroyed.connect(lambda: shown.append(any(made.isVisible() for made in desk.findChildren(QProgressDialog))))
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [False]


def test_longer_work_shows_what_is_done_with_a_cancel_button(
    desk: Desk, gate: threading.Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "SHOW_PROGRESS_AFTER_MS", 0)

    def work(progress: Progress) -> int:
        progress(3)
        gate.wait(PATIENCE_S)
        return 1

    desk.start(work, label="Die Datei wird geöffnet …")
    dialog = desk.dialog()
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.value() == 3)
    assert dialog.labelText() == "Die Datei wird geöffnet …"
    assert dialog.isModal()
    assert [made.text() for made in dialog.findChildren(QPushButton)] == ["Abbrechen"]
    gate.set()
    qtbot.waitUntil(lambda: desk.results == [1])


def test_cancelled_work_ends_at_its_next_progress_without_a_word(
    desk: Desk, gate: threading.Event, qtbot: QtBot
) -> None:
    reached: list[int] = []

    def work(progress: Progress) -> int:
        for step in range(3):
            gate.wait(PATIENCE_S)
            progress(step)
            reached.append(step)
        return 1

    desk.start(work, label="Arbeit")
    desk.dialog().findChildren(QPushButton)[0].click()
    gate.set()
    qtbot.waitUntil(lambda: not desk.working())
    assert reached == []
    assert desk.results == []
    assert desk.failures == []


def test_escape_cancels_too(desk: Desk, gate: threading.Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "SHOW_PROGRESS_AFTER_MS", 0)

    def work(progress: Progress) -> int:
        gate.wait(PATIENCE_S)
        progress(1)
        return 1

    desk.start(work, label="Arbeit")
    qtbot.waitUntil(desk.dialog().isVisible)
    QTest.keyClick(desk.dialog(), Qt.Key.Key_Escape)
    gate.set()
    qtbot.waitUntil(lambda: not desk.working())
    assert desk.results == []


def test_work_that_reports_often_does_not_hold_up_the_window(desk: Desk, qtbot: QtBot) -> None:
    def work(progress: Progress) -> int:
        for step in range(20_000):
            progress(step)
        return 1

    desk.start(work, label="Arbeit")
    qtbot.waitUntil(lambda: desk.results == [1])


def test_waiting_for_work_stops_it(desk: Desk, gate: threading.Event, qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(progress: Progress) -> int:
        begun.set()
        gate.wait(PATIENCE_S)
        progress(1)
        return 1

    made = desk.start(work)
    assert begun.wait(PATIENCE_S)
    gate.set()
    made.wait()
    qtbot.waitUntil(lambda: not desk.working())
    assert desk.results in ([], [1])


def test_two_pieces_of_work_each_bring_their_result(desk: Desk, gate: threading.Event, qtbot: QtBot) -> None:
    def slow(_: Progress) -> int:
        gate.wait(PATIENCE_S)
        return 1

    desk.start(slow)
    desk.start(lambda _: 2)
    qtbot.waitUntil(lambda: desk.results == [2])
    gate.set()
    qtbot.waitUntil(lambda: desk.results == [2, 1])


def test_the_dialog_is_gone_before_the_result_is_shown(
    desk: Desk, gate: threading.Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "SHOW_PROGRESS_AFTER_MS", 0)
    visible: list[bool] = []

    def work(_: Progress) -> int:
        gate.wait(PATIENCE_S)
        return 1

    BackgroundWork(
        desk, work, success=lambda _: visible.append(desk.dialog().isVisible()), failure=desk._fail, label="Arbeit"
    )
    qtbot.waitUntil(desk.dialog().isVisible)
    gate.set()
    qtbot.waitUntil(lambda: bool(visible))
    assert visible == [False]
