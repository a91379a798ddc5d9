"""The strip of questions: the current one stands large and never moves, the others scroll past it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kommune_desktop.core import keying
from kommune_desktop.ui import style

REST_BLANK = "f9"
"""Not for the desk: all that is still open is to be noted as left blank."""
_LARGE = 1.6
_NUMBER_WIDTH = 56
_VALUE_SHARE = 0.28
_PAD = style.GRID
_NAMED_KEYS = {
    Qt.Key.Key_Return: keying.ENTER,
    Qt.Key.Key_Enter: keying.ENTER,
    Qt.Key.Key_Backspace: keying.BACK,
    Qt.Key.Key_Left: keying.BACK,
    Qt.Key.Key_Up: keying.BACK,
    Qt.Key.Key_Down: keying.FORWARD,
    Qt.Key.Key_Right: keying.FORWARD,
    Qt.Key.Key_Delete: keying.DELETE,
    Qt.Key.Key_F5: "f5",
    Qt.Key.Key_F6: "f6",
    Qt.Key.Key_F7: "f7",
    Qt.Key.Key_F8: "f8",
    Qt.Key.Key_F9: REST_BLANK,
}


@dataclass(frozen=True)
class Row:
    """A question in the strip: its number on paper, its words, and what is keyed."""

    number: str
    text: str
    value: str
    is_skipped: bool = False


@dataclass(frozen=True)
class Look:
    """All that the strip shows at a time.

    Attributes:
        before: Rows above it, the nearest last.
        after: Rows below it, the nearest first.
        hints: Lines that say what the keys mean.
        refused: Whether the last key was refused.
    """

    before: tuple[Row, ...]
    current: Row
    after: tuple[Row, ...]
    hints: tuple[str, ...]
    refused: bool = False


class Strip(QWidget):
    """Shows a :class:`Look` and hears the keys.

    Signals:
        pressed: A key, in the words of :mod:`kommune_desktop.core.keying`.
    """

    pressed = Signal(str)

    def __init__(self, neighbours: int, parent: QWidget | None = None) -> None:
        """``neighbours``: how many questions there is room for before and after the current one."""
        super().__init__(parent)
        self._neighbours = neighbours
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look: Look | None = None
        self._small, self._bold = style.font(style.QUESTION), style.font(style.QUESTION, bold=True)
        self._large = style.font(_LARGE, bold=True)
        self._row = QFontMetrics(self._small).lineSpacing() + 2 * _PAD
        large, small = QFontMetrics(self._large).lineSpacing(), QFontMetrics(self._small).lineSpacing()
        self._current = 2 * large + 3 * small + 4 * _PAD
        self.setFixedHeight(2 * neighbours * self._row + self._current)

    def sizeHint(self) -> QSize:
        return QSize(style.TEXT_COLUMN, self.height())

    def show_look(self, look: Look) -> None:
        """Show other questions, at once."""
        self._look = look
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        key = _NAMED_KEYS.get(Qt.Key(event.key())) or event.text().lower()
        if modifiers != Qt.KeyboardModifier.NoModifier or (len(key) != 1 and key not in _NAMED_KEYS.values()):
            super().keyPressEvent(event)
            return
        self.pressed.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        palette = self.palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        look = self._look
        if look is None:
            return
        top = (self._neighbours - len(look.before)) * self._row
        for row in look.before:
            self._paint_row(painter, row, top)
            top += self._row
        self._paint_current(painter, look, top)
        top += self._current
        for row in look.after:
            self._paint_row(painter, row, top)
            top += self._row

    def _paint_row(self, painter: QPainter, row: Row, top: int) -> None:
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText if row.is_skipped else QPalette.ColorRole.Text)
        painter.setPen(ink)
        value_width = int(self.width() * _VALUE_SHARE)
        number, text, value = self._columns(top, self._row, value_width)
        _draw(painter, number, row.number, self._small, Qt.AlignmentFlag.AlignRight)
        _draw(painter, text, row.text, self._small)
        _draw(painter, value, row.value, self._bold)

    def _paint_current(self, painter: QPainter, look: Look, top: int) -> None:
        palette = self.palette()
        frame = style.color(style.Role.NEGATIVE if look.refused else style.Role.PRIMARY, palette)
        painter.fillRect(0, top, self.width(), self._current, _tint(palette, frame))
        painter.setPen(QPen(frame, 2))
        painter.drawRect(1, top + 1, self.width() - 2, self._current - 2)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        value_width = int(self.width() * _VALUE_SHARE)
        line = QFontMetrics(self._large).lineSpacing()
        number, text, value = self._columns(top + _PAD, 2 * line, value_width)
        top_line = Qt.AlignmentFlag.AlignTop
        _draw(painter, number, look.current.number, self._large, Qt.AlignmentFlag.AlignRight | top_line)
        painter.setFont(self._large)
        painter.drawText(text, Qt.TextFlag.TextWordWrap | top_line, look.current.text)
        _draw(painter, value, look.current.value, self._large, top_line)
        hint = QRect(text.left(), text.bottom() + _PAD, self.width() - text.left() - _PAD, 0)
        for words in look.hints:
            hint.setHeight(QFontMetrics(self._small).lineSpacing())
            _draw(painter, hint, words, self._small)
            hint.moveTop(hint.top() + hint.height())

    def _columns(self, top: int, height: int, value_width: int) -> tuple[QRect, QRect, QRect]:
        left = _NUMBER_WIDTH + 2 * _PAD
        value_left = self.width() - value_width - _PAD
        return (
            QRect(_PAD, top, _NUMBER_WIDTH - _PAD, height),
            QRect(left, top, value_left - left - _PAD, height),
            QRect(value_left, top, value_width, height),
        )


def _draw(
    painter: QPainter, place: QRect, text: str, font: QFont, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> None:
    """One line, cut at its end where it does not fit."""
    painter.setFont(font)
    if not align & Qt.AlignmentFlag.AlignVertical_Mask:
        align |= Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, align, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width()))


def _tint(palette: QPalette, color: QColor) -> QColor:
    """A trace of a colour on the ground of the strip."""
    base = palette.color(QPalette.ColorRole.Base)
    parts = [(9 * ground + ink) // 10 for ground, ink in zip(base.getRgb()[:3], color.getRgb()[:3], strict=True)]  # type: ignore[index]
    return QColor(*parts)
