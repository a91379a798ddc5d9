"""The window on the projector: large type, one thing at a time, no menus."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kommune_desktop.ui.widgets.chart import load_typeface
from kommune_desktop.ui.workshop.scenes import Scene

if TYPE_CHECKING:
    from kommune_desktop.export.charts import Chart, Palette
    from kommune_desktop.ui.results.charts import Make

# A rule of thumb: capitals are legible from 250 times their height, so 3.2 cm from 8 m. On a picture of 1.2 m height
# that is a 37th of it, and type is 1.4 times as high as its capitals.
SMALLEST_TYPE, TEXT_TYPE, SAID_TYPE = 1 / 26, 1 / 20, 1 / 22
"""Sizes of type by the height of the picture."""
_HEAD_TYPE = 1 / 32
"""Where one is need not be read from far away."""
_LARGEST_CHART_TYPE = 1 / 17
_TYPE_SIZE = 9
"""Size of type in a drawing, in points."""
_STEP = 0.94
_EDGE = 1 / 24
_NEXT = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space)
_PREVIOUS = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
_BLACK = (Qt.Key.Key_B, Qt.Key.Key_Period)


class Projector(QWidget):
    """Shows a scene in the whole screen; understands the keys of a presenter remote.

    Signals:
        stepped: The next scene is wanted (1), or the one before (-1).
        blackWanted: The screen is to become black, or to come back.
        closed: The person wants it away.
    """

    stepped = Signal(int)
    blackWanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Beamer"))
        self.setAutoFillBackground(True)
        self._scene = Scene()
        self._is_dark = self._is_black = False
        self.head, self.time, self.text, self.said, self.earlier = (QLabel() for _ in range(5))
        self.picture = _Picture()
        self._content = QWidget()
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _build(self) -> None:
        for label in (self.head, self.text, self.said, self.earlier):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for label in (self.text, self.said, self.earlier):
            label.setWordWrap(True)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.text, 1)
        top.addWidget(self.time, alignment=Qt.AlignmentFlag.AlignTop)
        bottom.addWidget(self.earlier, 1)
        bottom.addWidget(self.head, alignment=Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self._content)
        self._column.addLayout(top)
        self._column.addWidget(self.picture, 1)
        self._column.addWidget(self.said)
        self._column.addLayout(bottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._content)
        self._paint_ground()

    # What is shown -----------------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Show another scene, at once."""
        self._scene = scene
        self.head.setText(scene.head)
        self.text.setText(scene.text)
        self.said.setText(scene.said)
        self.earlier.setText(scene.earlier)
        self.said.setVisible(bool(scene.said))
        self.picture.show_parts(scene.chart, scene.quotes)

    def show_time(self, text: str) -> None:
        """Show how much time is left; nothing hides it."""
        self.time.setText(text)

    def show_black(self, is_black: bool) -> None:
        """Make the screen black, or bring the scene back."""
        self._is_black = is_black
        self._content.setVisible(not is_black)
        self._paint_ground()

    def show_dark(self, is_dark: bool) -> None:
        """Light letters on a dark ground, or dark ones on white."""
        self._is_dark = is_dark
        self._paint_ground()
        self.picture.draw_anew()

    def _paint_ground(self) -> None:
        from kommune_desktop.export.charts import DARK, LIGHT  # noqa: PLC0415 - loaded when it is seen

        colors = DARK if self._is_dark else LIGHT
        palette = QPalette(QApplication.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor("black" if self._is_black else colors.ground))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colors.ink))
        self.setPalette(palette)
        self.picture.colors = colors

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height, edge = self.height(), int(self.height() * _EDGE)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(edge // 3)
        sizes = ((self.head, _HEAD_TYPE), (self.time, SMALLEST_TYPE), (self.text, TEXT_TYPE))
        for label, share in (*sizes, (self.said, SAID_TYPE), (self.earlier, SMALLEST_TYPE)):
            label.setFont(_type(height * share, bold=label in (self.text, self.said)))
        self.picture.screen_height = height

    # Keys --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _NEXT:
            self.stepped.emit(1)
        elif key in _PREVIOUS:
            self.stepped.emit(-1)
        elif key in _BLACK:
            self.blackWanted.emit()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _type(pixels: float, *, bold: bool = False) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(max(int(pixels), 1))
    font.setBold(bold)
    return font


class _Picture(QWidget):
    """A chart or quotes, as large as the room allows.

    Attributes:
        type_size: Pixels, of the type in the chart.
    """

    def __init__(self) -> None:
        super().__init__()
        self.screen_height = 1080
        self.colors: Palette | None = None
        self._make: Make | None = None
        self._quotes: tuple[str, ...] = ()
        self._drawn = QPixmap()
        self._is_old = True
        self.type_size = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_parts(self, make: Make | None, quotes: tuple[str, ...]) -> None:
        """Show another chart, or other quotes."""
        self._make, self._quotes = make, quotes
        self.draw_anew()

    def draw_anew(self) -> None:
        """Draw when it is seen next, with the room that there is by then."""
        self._is_old = True
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.draw_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.draw_anew()

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if self._is_old:
            self._draw()
        painter = QPainter(self)
        if not self._drawn.isNull():
            painter.drawPixmap(0, 0, self._drawn)
        if self._quotes:
            self._paint_quotes(painter)
        painter.end()

    def _paint_quotes(self, painter: QPainter) -> None:
        """As many whole ones as there is room for."""
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(_type(self.screen_height * SMALLEST_TYPE))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        room = QRectF(self.rect())
        for words in self._quotes:
            quote = self.tr("„{words}“").format(words=words)
            needed = painter.boundingRect(room, int(flags), quote)
            if needed.bottom() > self.height():
                continue
            painter.drawText(room, int(flags), quote)
            room.setTop(needed.bottom() + painter.fontMetrics().lineSpacing() / 2)

    # Drawing -----------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        from kommune_desktop.export.charts import LIGHT, MARGIN, svg  # noqa: PLC0415 - loaded when it is seen

        load_typeface()
        self._is_old = False
        self._drawn = QPixmap()
        colors = self.colors or LIGHT
        self.setAccessibleName(" ".join(self._quotes))
        if self._make is None:
            return
        chart, scale = self._fitting(self._make, colors, MARGIN)
        self.type_size = scale * _TYPE_SIZE
        self.setAccessibleName(chart.alternative_text)
        renderer = QSvgRenderer(QByteArray(svg(chart, colors.ground).encode()))
        size = renderer.viewBoxF().size() * scale
        ratio = self.devicePixelRatioF()
        picture = QPixmap(max(math.ceil(size.width() * ratio), 1), max(math.ceil(size.height() * ratio), 1))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        self._drawn = picture

    def _fitting(self, make: Make, colors: Palette, margin: float) -> tuple[Chart, float]:
        """The chart with the largest type that there is room for, and pixels to a point."""
        scale = self.screen_height * _LARGEST_CHART_TYPE / _TYPE_SIZE
        smallest = scale / 8
        while True:
            chart = make(self.width() / scale - 2 * margin, colors)
            needed = (chart.drawing.height + 2 * margin) * scale
            widest = (chart.drawing.width + 2 * margin) * scale
            if (needed <= self.height() and widest <= self.width() + 1) or scale < smallest:
                return chart, scale
            scale *= _STEP
