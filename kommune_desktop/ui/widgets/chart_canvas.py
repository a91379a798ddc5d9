"""A drawn chart whose places can be pointed at, by mouse and by keyboard."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

if TYPE_CHECKING:  # Drawing is loaded when a chart is shown, not before.
    from kommune_desktop.export.charts import Box, Chart, Spot

_FRAME = ((5, QPalette.ColorRole.Base), (2, QPalette.ColorRole.Text))
"""Width and colour of the frame around the current place, from below."""
_ASIDE = 3
"""How much more a place to the side counts than one straight ahead, when an arrow looks for the next place."""


class ChartCanvas(QWidget):
    """Shows the picture of a chart. Left and right go through its places in reading order, up and down go by the eye.

    Signals:
        spotChosen: Key of a place that was clicked, or chosen with Enter.
    """

    spotChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spots: tuple[Spot, ...] = ()
        self._place: int | None = None
        self._scale = 1.0
        self._size = QSize()
        self._corner = QPointF()
        self._renderer = QSvgRenderer()
        self._picture = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart, picture: str, scale: float) -> None:
        """Show a chart.

        Args:
            picture: The chart as SVG.
            scale: Logical pixels to a point of the drawing.
        """
        self._scale = scale
        self._renderer.load(QByteArray(picture.encode()))
        whole = self._renderer.viewBoxF()
        self._corner = whole.topLeft()
        self._picture = QPixmap()
        self._size = QSize(int(whole.width() * scale), math.ceil(whole.height() * scale))
        current = self.current
        self.spots = chart.spots
        self._place = self._place_like(current)
        self.setAccessibleName(chart.alternative_text)
        self._describe()
        self.setFixedHeight(self._size.height())
        self.updateGeometry()
        self.update()

    @property
    def current(self) -> Spot | None:
        """The place with the frame."""
        return None if self._place is None or self._place >= len(self.spots) else self.spots[self._place]

    def rect_of(self, spot: Spot) -> QRectF:
        """Where a place is, in pixels."""
        return self._rect(spot.box)

    def spot_at(self, point: QPoint | QPointF) -> Spot | None:
        """The place at a point of the widget."""
        x, top = point.x() / self._scale + self._corner.x(), point.y() / self._scale + self._corner.y()
        return next((spot for spot in self.spots if any(b.contains(x, top) for b in (spot.box, *spot.more))), None)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        """It is drawn anew for less width."""
        return QSize(0, self._size.height())

    def _rect(self, box: Box) -> QRectF:
        place = QRectF(*box).translated(-self._corner)
        return QRectF(place.topLeft() * self._scale, place.size() * self._scale)

    def _place_like(self, spot: Spot | None) -> int | None:
        """Drawn anew, the same place stays current."""
        if spot is None:
            return 0 if self.hasFocus() and self.spots else None
        alike = [(one.key, one.group_id, one.text) == (spot.key, spot.group_id, spot.text) for one in self.spots]
        return alike.index(True) if True in alike else 0 if self.spots else None

    # Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._picture.isNull() or self._picture.devicePixelRatio() != ratio:
            self._picture = self._drawn(ratio)
        painter.drawPixmap(0, 0, self._picture)
        spot = self.current
        if not self.hasFocus():
            return
        frame = self._rect(spot.box) if spot else QRectF(self.rect())
        inner = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        for width, role in _FRAME:  # seen on light and dark fills alike
            painter.setPen(QPen(self.palette().color(role), width))
            painter.drawRect(frame.adjusted(-1, -1, 1, 1).intersected(inner))

    def _drawn(self, ratio: float) -> QPixmap:
        """As fine as the screen."""
        size = (self._size * ratio).expandedTo(QSize(1, 1))
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    # Mouse -------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().event(event)
        spot = self.spot_at(event.pos())
        if spot is None:
            QToolTip.hideText()
            event.ignore()
        else:
            QToolTip.showText(event.globalPos(), spot.text, self, self._rect(spot.box).toAlignedRect())
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.spot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if spot is None:
            super().mouseReleaseEvent(event)
            return
        self._place = self.spots.index(spot)
        self._describe()
        self.update()
        self.spotChosen.emit(spot.key)

    # Keyboard ----------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._place is None and self.spots:
            self._place = 0
            self._describe()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spot = self.current
        if spot is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.spotChosen.emit(spot.key)
        else:
            place = self._next_place(event.key(), self._place or 0)
            if place is None:
                super().keyPressEvent(event)
            else:
                self._go_to(place)

    def _next_place(self, key: int, place: int) -> int | None:
        """Where a key leads to; ``None`` where it leads nowhere."""
        last = len(self.spots) - 1
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._beyond(place, -1 if key == Qt.Key.Key_Up else 1)
        steps = {Qt.Key.Key_Left: place - 1, Qt.Key.Key_Right: place + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        wanted = steps.get(Qt.Key(key))
        return wanted if wanted is not None and 0 <= wanted <= last else None

    def _beyond(self, place: int, direction: int) -> int | None:
        """The nearest place above (-1) or below (1)."""
        here = self._rect(self.spots[place].box).center()
        ways: list[tuple[float, int]] = []
        for other, spot in enumerate(self.spots):
            there = self._rect(spot.box).center()
            along = direction * (there.y() - here.y())
            if along > 1:
                ways.append((along + _ASIDE * abs(there.x() - here.x()), other))
        return min(ways)[1] if ways else None

    def _go_to(self, place: int) -> None:
        self._place = place
        self._describe()
        self.update()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.spots[place].text))

    def _describe(self) -> None:
        spot = self.current
        self.setAccessibleDescription(spot.text if spot else "")
