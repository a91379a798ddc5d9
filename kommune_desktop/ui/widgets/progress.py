"""A line that shows how far one is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from kommune_desktop.ui import style

_LEAST_WIDTH = 160


class ProgressLine(QWidget):
    """A thin bar and its figures.

    Unlike Qt's own bar it is painted with the rest of the window, and not at once with each change.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._total = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of all there are behind one."""
        self._done, self._total = done, max(total, 1)
        self.setAccessibleName(self._text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.fontMetrics().height())

    def _text(self) -> str:
        return f"{self._done} / {self._total}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter, palette = QPainter(self), self.palette()
        figures = self.fontMetrics().horizontalAdvance(f"{self._total} / {self._total}")
        width, height = self.width() - figures - style.GRID, style.GRID
        bar = QRect(0, (self.height() - height) // 2, width, height)
        painter.fillRect(bar, palette.color(QPalette.ColorRole.Base))
        painter.fillRect(
            bar.adjusted(0, 0, -width + width * self._done // self._total, 0),
            palette.color(QPalette.ColorRole.Highlight),
        )
        painter.setPen(style.color(style.Role.OUTLINE, palette))
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._text())
