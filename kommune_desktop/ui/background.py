"""Long work beside the window, with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from kommune_desktop.errors import UserError

Result = TypeVar("Result")
Progress = Callable[[int], None]
SHOW_PROGRESS_AFTER_MS = 400


class Cancelled(Exception):  # noqa: N818 - not an error
    """The person has stopped the work."""


class _Worker(QThread, Generic[Result]):
    """Calls one function and keeps what comes of it."""

    progressed = Signal(int)

    def __init__(self, operation: Callable[[Progress], Result], parent: QObject) -> None:
        super().__init__(parent)
        self._operation = operation
        self._stopped = False
        self.result: Result | None = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self._operation(self._report)
        except BaseException as error:  # noqa: BLE001 - handed over to the window's thread, all of it
            self.error = error

    def stop(self) -> None:
        """Ask the work to end at its next report of progress."""
        self._stopped = True

    def _report(self, done: int) -> None:
        if self._stopped:
            raise Cancelled
        self.progressed.emit(done)


class BackgroundWork(QObject, Generic[Result]):
    """One piece of work in a thread of its own.

    Args:
        parent: Ends the work when it goes.
        operation: Runs in the thread; is handed a function to report progress to, which ends it when it was cancelled.
        success: Called in the window's thread with the result.
        failure: Called in the window's thread with what the person can mend. A bug is raised there instead.
        label: What is being done, shown with a cancel button when it takes longer; without one nothing is shown.

    Signals:
        finished: The work has ended, however it did; comes before success and failure are told.
    """

    finished = Signal()

    def __init__(
        self,
        parent: QWidget,
        operation: Callable[[Progress], Result],
        *,
        success: Callable[[Result], object],
        failure: Callable[[UserError], object],
        label: str = "",
    ) -> None:
        super().__init__(parent)
        self._success = success
        self._failure = failure
        self._worker = _Worker(operation, self)
        self._worker.finished.connect(self._on_worker_finished)
        self._dialog: QProgressDialog | None = None
        if label:
            self._show_progress(parent, label)
        self._worker.start()

    def _show_progress(self, parent: QWidget, label: str) -> None:
        dialog = QProgressDialog(label, self.tr("Abbrechen"), 0, 0, parent)
        dialog.setWindowTitle(parent.window().windowTitle())
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(SHOW_PROGRESS_AFTER_MS)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.canceled.connect(self._worker.stop)
        self._worker.progressed.connect(dialog.setValue)
        dialog.setValue(0)
        self._dialog = dialog

    def expect(self, steps: int) -> None:
        """Show the progress as a part of so many steps."""
        if self._dialog is not None:
            self._dialog.setMaximum(steps)

    def wait(self) -> None:
        """Stop the work and wait for its end."""
        self._close_progress()
        self._worker.stop()
        self._worker.wait()

    def _close_progress(self) -> None:
        if self._dialog is not None:
            self._dialog.canceled.disconnect()
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def _on_worker_finished(self) -> None:
        self._close_progress()
        self.finished.emit()
        self.deleteLater()
        error = self._worker.error
        if isinstance(error, UserError):
            self._failure(error)
        elif isinstance(error, Cancelled):
            return
        elif error is not None:
            raise error
        else:
            self._success(self._worker.result)  # type: ignore[arg-type]  # no error, so there is a result
