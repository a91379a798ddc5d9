"""Lucide icons in the colour of the text."""

from __future__ import annotations

import functools
import math

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from kommune_desktop import paths

SIZE = 20


def icon(name: str) -> QIcon:
    """An icon of ``resources/icons`` in the colours of the present theme, drawn once."""
    return _icon(name, QApplication.palette().cacheKey())


@functools.cache
def _icon(name: str, _: int) -> QIcon:
    source = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    palette = QApplication.palette()
    result = QIcon()
    inks = {
        QIcon.Mode.Normal: palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
        QIcon.Mode.Disabled: palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
        QIcon.Mode.Selected: palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText),
    }
    for mode, ink in inks.items():
        result.addPixmap(_drawn(source, ink), mode)
    return result


def size() -> QSize:
    """The size of icons in buttons and lists."""
    return QSize(SIZE, SIZE)


def _drawn(source: str, ink: QColor) -> QPixmap:
    """One picture, fine enough for the finest screen; Qt makes it smaller for the others."""
    scale = math.ceil(max((screen.devicePixelRatio() for screen in QApplication.screens()), default=1))
    pixmap = QPixmap(SIZE * scale, SIZE * scale)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.replace("currentColor", ink.name()).encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
