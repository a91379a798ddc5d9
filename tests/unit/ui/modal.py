"""Modal dialogs: a test says beforehand what the person does with the next one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QProgressDialog

Act = Callable[[Any], object]
_LOOK_EVERY_MS = 5


def dismiss(dialog: QDialog) -> None:
    """Close a dialog as Escape does."""
    dialog.reject()


class Modals(QObject):
    """Acts on each modal dialog as it opens, in the order in which the test expects them.

    Attributes:
        said: The text of each dialog that came, or its title where it has none.
    """

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._expected: deque[Act] = deque()
        self._unexpected: list[str] = []
        self._seen: list[QDialog] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_EVERY_MS)

    def expect(self, act: Act = dismiss) -> None:
        """A dialog will come; do this with it. What is still open then is dismissed."""
        self._expected.append(act)

    def end(self) -> None:
        """All dialogs have come that were expected, and no others."""
        self._timer.stop()
        assert not self._unexpected, f"unexpected dialogs: {self._unexpected}"
        assert not self._expected, f"{len(self._expected)} expected dialogs have not come"

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or isinstance(dialog, QProgressDialog) or dialog in self._seen:
            return
        self._seen.append(dialog)
        self.said.append(_text(dialog))
        try:
            if self._expected:
                self._expected.popleft()(dialog)
            else:
                self._unexpected.append(self.said[-1])
        finally:
            if dialog.isVisible():
                dialog.reject()
            self._seen.remove(dialog)


def _text(dialog: QDialog) -> str:
    if isinstance(dialog, QMessageBox):
        return "\n".join(part for part in (dialog.text(), dialog.informativeText()) if part)
    return "\n".join(label.text() for label in dialog.findChildren(QLabel)) or dialog.windowTitle()
