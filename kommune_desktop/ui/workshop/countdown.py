"""The time that is left for a question."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_TICK_MS = 200


class Countdown(QObject):
    """Counts down from the minutes of a question, and on below zero.

    Signals:
        ticked: The seconds that are left are others now.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = 0
        self._before = 0
        self._clock = QElapsedTimer()
        self._shown = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_running(self) -> bool:
        """Whether time goes by."""
        return self._timer.isActive()

    @property
    def seconds(self) -> int:
        """Seconds that are left; below 0 where it took longer."""
        passed = self._before + (self._clock.elapsed() if self.is_running else 0)
        return self._minutes * 60 - passed // 1000

    @property
    def text(self) -> str:
        """Minutes and seconds, with a sign where it took longer."""
        minutes, seconds = divmod(abs(self.seconds), 60)
        return f"{'+' if self.seconds < 0 else ''}{minutes}:{seconds:02}"

    def reset(self, minutes: int) -> None:
        """Begin anew with so many minutes; whether time goes by stays as it is."""
        self._minutes, self._before = minutes, 0
        self._clock.restart()
        self._tell()

    def allot(self, minutes: int) -> None:
        """Allow so many minutes; what has gone by counts."""
        if minutes != self._minutes:
            self._minutes = minutes
            self._tell()

    def start(self) -> None:
        """Let time go by."""
        self._clock.restart()
        self._timer.start()
        self._tell()

    def pause(self) -> None:
        """Stop the time until it is started again."""
        if self.is_running:
            self._before += self._clock.elapsed()
        self._timer.stop()
        self._tell()

    def _on_timeout(self) -> None:
        if self.seconds != self._shown:
            self._tell()

    def _tell(self) -> None:
        self._shown = self.seconds
        self.ticked.emit()
