"""The program as ``kommune-desktop --store FILE`` starts it, without the person's own settings and log."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import kommune_desktop.app  # before Qt, as in the program: it keeps Python's own import, which Qt replaces

# isort: split
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from kommune_desktop.settings import Settings


class Watch(QObject):
    """Notes the first painting of the window, and of the sidebar's rounds once there are any."""

    def __init__(self, program: kommune_desktop.app.Program) -> None:
        super().__init__()
        self._window = program.window
        self._painted = False
        self._window.installEventFilter(self)
        program.ready.connect(self._on_program_ready)

    def _on_program_ready(self) -> None:
        assert self._window.workspace is not None
        self._rounds = self._window.workspace.sidebar.rounds
        self._rounds.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            if watched is self._window and not self._painted:
                self._painted = True
                print("painted", time.perf_counter())
            elif watched is not self._window and self._rounds.count():
                print("usable", time.perf_counter())
                watched.removeEventFilter(self)
                QTimer.singleShot(0, self._window.close)
        return False


application = QApplication(sys.argv[:1])
program = kommune_desktop.app.Program(application, Settings())
watch = Watch(program)
program.window.open_path(Path(sys.argv[1]))
code = application.exec()
program.finish()
sys.exit(code)
