"""The profile of the areas: a bar each, to look at and to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kommune_desktop.core.results import AreaResult, Change
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.workflow.evaluation import Evaluation

_HEIGHT = 30
_BAR_HEIGHT = 14
_LABEL_SHARE = 0.36
_VALUE_CHARACTERS = 26
_FULL = 100
_TICKS = (0, 25, 50, 75, 100)


class AreaBar(QAbstractButton):
    """One area: its name, a bar up to its score with a mark for the round before, points, change and band."""

    def __init__(self, result: AreaResult, change: Change | None, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result = result
        self.change = change
        self._words = words
        band = result.band.title.in_language(words.language) if result.band else ""
        self.title = result.area.title.in_language(words.language)
        self.value = words.points(result.score)
        changed = words.change(change.points) if change else ""
        self.remark = "  ".join(part for part in (changed, band) if part)
        self.setText(self.title)
        self.setCheckable(True)
        self.setToolTip(self.tr("Nur die Fragen dieses Handlungsfelds zeigen"))
        parts = [f"{self.title}: {self.value} {words('word.score')}", changed, band]
        self.setAccessibleName(", ".join(filter(None, parts)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses like the space bar; the arrows are for the profile, which knows the neighbours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(style.TEXT_COLUMN, max(_HEIGHT, self.fontMetrics().height() + style.GRID))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(self.font())
        left, value_width = self.width() * _LABEL_SHARE, metrics.averageCharWidth() * _VALUE_CHARACTERS
        length = self.width() - left - value_width
        if self.isChecked() or self.hasFocus() or self.underMouse():
            self._paint_ground(painter)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        label = QRectF(style.GRID, 0, left - 2 * style.GRID, self.height())
        elided = metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, int(label.width()))
        painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter), elided)
        self._paint_bar(painter, left, length)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(style.font(style.BODY, bold=True))
        number = QRectF(left + length + style.GRID, 0, metrics.averageCharWidth() * 4, self.height())
        painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self.value)
        painter.setFont(self.font())
        remark = QRectF(number.right() + style.GRID, 0, self.width() - number.right() - style.GRID, self.height())
        painter.drawText(remark, int(Qt.AlignmentFlag.AlignVCenter), self.remark)

    def _paint_ground(self, painter: QPainter) -> None:
        """Chosen: a tinted ground. Focus: a frame."""
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        if self.isChecked():
            painter.fillRect(0, 0, style.GRID // 2, self.height(), style.color(style.Role.PRIMARY))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_bar(self, painter: QPainter, left: float, length: float) -> None:
        top = (self.height() - _BAR_HEIGHT) / 2
        painter.setPen(QPen(style.color(style.Role.OUTLINE), 0.5))
        for tick in _TICKS:
            x = left + length * tick / _FULL
            painter.drawLine(int(x), 0, int(x), self.height())
        if self.result.score is not None:
            painter.setPen(QPen(style.color(style.Role.OUTLINE), 1))
            painter.setBrush(style.color(style.Role.PRIMARY))
            painter.drawRect(QRectF(left, top, length * float(self.result.score) / _FULL, _BAR_HEIGHT))
        if self.change is not None:
            x = left + length * float(self.change.before) / _FULL
            for width, ink in ((5, QPalette.ColorRole.Window), (2, QPalette.ColorRole.WindowText)):
                painter.setPen(QPen(self.palette().color(ink), width))
                painter.drawLine(int(x), int(top - 4), int(x), int(top + _BAR_HEIGHT + 4))


class Profile(QWidget):
    """The bars of all areas. Choosing one filters, choosing it again takes the filter away.

    Signals:
        areaChosen: Id of the area, or ``None``.
    """

    areaChosen = Signal(object)

    def __init__(self, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.bars: list[AreaBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_results(self, evaluation: Evaluation) -> None:
        """Show the areas of a round."""
        for bar in self.bars:
            bar.deleteLater()
        changes = evaluation.trend.areas if evaluation.trend else {}
        self.bars = [AreaBar(area, changes.get(area.area.id), self._words) for area in evaluation.results.areas]
        for bar in self.bars:
            self._column.addWidget(bar)
            bar.clicked.connect(partial(self._on_bar_clicked, bar))

    def choose(self, area_id: str | None) -> None:
        """Mark an area, or none."""
        for bar in self.bars:
            bar.setChecked(bar.result.area.id == area_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move among the bars."""
        focused = next((place for place, bar in enumerate(self.bars) if bar.hasFocus()), None)
        step = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key())
        if focused is None or step is None or not 0 <= focused + step < len(self.bars):
            super().keyPressEvent(event)
        else:
            self.bars[focused + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_bar_clicked(self, bar: AreaBar) -> None:
        chosen = bar.result.area.id if bar.isChecked() else None
        self.choose(chosen)
        self.areaChosen.emit(chosen)
