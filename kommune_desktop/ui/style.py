"""Colours by role, sizes and spaces. Everything else comes from the platform."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

GRID = 8
MARGIN = 3 * GRID
CONTROL_HEIGHT = 32
TEXT_COLUMN = 640
TITLE, SECTION, QUESTION, BODY, NOTE = 1.6, 1.25, 1.15, 1.0, 0.9
SMALLEST_POINTS = 9.0
_DARK_BELOW = 128


class Role(Enum):
    """A colour by what it means: light theme, dark theme."""

    PRIMARY = ("#1D4E89", "#8FBCE6")
    NEGATIVE = ("#9A3412", "#F0A884")
    OUTLINE = ("#5B6B7A", "#9AA8B5")


def is_dark(palette: QPalette) -> bool:
    """Whether the platform shows light text on a dark ground."""
    return palette.color(QPalette.ColorRole.Window).lightness() < _DARK_BELOW


def color(role: Role, palette: QPalette | None = None) -> QColor:
    """The colour of a role in the present theme."""
    light, dark = role.value
    return QColor(dark if is_dark(palette or QApplication.palette()) else light)


def font(factor: float, *, bold: bool = False) -> QFont:
    """The system's font, larger or smaller, never under 9 points."""
    scaled = QFont(QApplication.font())
    scaled.setPointSizeF(max(scaled.pointSizeF() * factor, SMALLEST_POINTS))
    scaled.setBold(bold)
    return scaled


def set_text_color(widget: QWidget, text_color: QColor) -> None:
    """Colour the text of a widget alone."""
    palette = QPalette(widget.palette())
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        palette.setColor(group, QPalette.ColorRole.WindowText, text_color)
    widget.setPalette(palette)
