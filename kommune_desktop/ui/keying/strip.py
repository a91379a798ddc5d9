"""The strip of questions: the current one stands large and never moves, the others scroll past it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kommune_desktop.ui import style
from kommune_desktop.ui.keying.keys import key_of
from kommune_desktop.ui.keying.look import Hint, Look, Row
from kommune_desktop.ui.keying.sizes import PAD, Sizes

_VALUE_SHARE = 0.28
_SHRUNK = (1.0, 0.85, 0.7, 0.6)
"""How much smaller a question may become so that all of it can be read."""
_SMALLEST_ZOOM, _LARGEST_ZOOM = 0.8, 1.7
_TWO_LINES_FROM, _THREE_LINES_FROM = 18, 11
"""How wide the strip must be, in columns of numbers, for every question to fit beside its answer."""
_FEWER_HINT_LINES = 4
_GAP = 3 * style.GRID // 2


class Strip(QWidget):
    """Shows a :class:`Look` and hears the keys. Grows with the window up to a size that is read at a glance.

    Signals:
        pressed: A key, in the words of :mod:`kommune_desktop.core.keying`.

    Attributes:
        look: What is shown.
    """

    pressed = Signal(str)

    def __init__(self, neighbours: int, parent: QWidget | None = None) -> None:
        """``neighbours``: how many questions are shown before and after the current one, where there is room."""
        super().__init__(parent)
        self._most_neighbours = neighbours
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        growth = QSizePolicy.Policy.Expanding if neighbours else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, growth)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.look: Look | None = None
        self._usual = self._sizes = Sizes(1.0) if neighbours else Sizes(_SMALLEST_ZOOM, hint_lines=_FEWER_HINT_LINES)
        self._above = self._below = neighbours
        self.setMinimumHeight(self._usual.current)
        self.setMaximumHeight(self._height(Sizes(_LARGEST_ZOOM)))

    def _height(self, sizes: Sizes) -> int:
        return sizes.current + 2 * self._most_neighbours * sizes.row

    def sizeHint(self) -> QSize:
        return QSize(style.TEXT_COLUMN, self._height(self._usual))

    def show_look(self, look: Look) -> None:
        """Show other questions, at once."""
        self.look = look
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = key_of(event)
        if key is None:
            super().keyPressEvent(event)
        else:
            self.pressed.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sizes = self._sizes_here() if self._most_neighbours else self._usual
        rows = min(max(self.height() - self._sizes.current, 0) // self._sizes.row, 2 * self._most_neighbours)
        self._above, self._below = rows // 2, rows - rows // 2

    def _sizes_here(self) -> Sizes:
        """Larger with the window; in a narrow one the question has more lines instead, as far as there is height."""
        width = self.width() / self._usual.number_width
        zoom = min(self.height() / self._height(self._usual), width / _TWO_LINES_FROM, _LARGEST_ZOOM)
        if zoom > 1:
            return Sizes(zoom)
        wanted = 2 if width >= _TWO_LINES_FROM else 3 if width >= _THREE_LINES_FROM else 4
        choices = (Sizes(1.0, lines=lines) for lines in range(wanted, 2, -1))
        return next((sizes for sizes in choices if sizes.current <= self.height()), self._usual)

    # Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        look = self.look
        if look is None:
            return
        row = self._sizes.row
        top = self._above * row
        for place, above in enumerate(reversed(look.before[-self._above :] if self._above else ()), start=1):
            self._paint_row(painter, above, top - place * row)
        self._paint_current(painter, look, top)
        for place, below in enumerate(look.after[: self._below]):
            self._paint_row(painter, below, top + self._sizes.current + place * row)

    def _paint_row(self, painter: QPainter, row: Row, top: int) -> None:
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText if row.is_skipped else QPalette.ColorRole.Text)
        painter.setPen(ink)
        number, text, value = self._columns(top, self._sizes.row, row.value)
        sizes = self._sizes
        sizes.small.draw(painter, number, row.number, right=True)
        sizes.small.draw(painter, text, row.text)
        sizes.bold.draw(painter, value, row.value)

    def _paint_current(self, painter: QPainter, look: Look, top: int) -> None:
        palette, sizes = self.palette(), self._sizes
        frame = style.color(style.Role.NEGATIVE if look.refused else style.Role.PRIMARY, palette)
        painter.fillRect(0, top, self.width(), sizes.current, _tint(palette, frame))
        painter.setPen(QPen(frame, 2))
        painter.drawRect(1, top + 1, self.width() - 2, sizes.current - 2)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        where = QRect(self._text_left(), top + PAD, self.width() - self._text_left() - PAD, sizes.where_line)
        sizes.plain.draw(painter, where, look.where)
        number, text, value = self._columns(where.bottom() + 1, sizes.question, look.current.value)
        sizes.large.draw(painter, number, look.current.number, right=True, at_top=True)
        painter.setFont(_fitting(sizes.large.font, look.current.text, text))
        painter.drawText(text, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, look.current.text)
        sizes.large.draw(painter, value, look.current.value, at_top=True)
        corner = QPoint(where.left(), number.bottom() + PAD)
        for place, line in enumerate(self._hint_lines(look.hints, where.width())):
            self._paint_hints(painter, line, corner + QPoint(0, place * sizes.hint_line))

    def _hint_lines(self, groups: tuple[tuple[Hint, ...], ...], width: int) -> Iterator[list[Hint]]:
        """The hints in lines, each group from a line of its own on."""
        for group in groups:
            line: list[Hint] = []
            used = 0
            for hint in group:
                needed = self._sizes.hint_width(hint)
                if line and used + needed > width:
                    yield line
                    line, used = [], 0
                line.append(hint)
                used += needed + _GAP
            yield line

    def _paint_hints(self, painter: QPainter, hints: list[Hint], corner: QPoint) -> None:
        sizes, left = self._sizes, corner.x()
        for hint in hints:
            place = QRect(left, corner.y(), sizes.hint_width(hint), sizes.hint_line)
            sizes.key.draw(painter, place, hint.key)
            sizes.plain.draw(painter, place.adjusted(sizes.key_width(hint), 0, 0, 0), hint.words)
            left = place.right() + 1 + _GAP

    def _text_left(self) -> int:
        return self._sizes.number_width + 2 * PAD

    def _columns(self, top: int, height: int, value: str) -> tuple[QRect, QRect, QRect]:
        """Where number, words and value stand; without a value the words take its place."""
        left, value_width = self._text_left(), int(self.width() * _VALUE_SHARE) if value else 0
        value_left = self.width() - value_width - PAD
        return (
            QRect(PAD, top, left - 2 * PAD, height),
            QRect(left, top, value_left - left - PAD, height),
            QRect(value_left, top, value_width, height),
        )


def _fitting(font: QFont, text: str, place: QRect) -> QFont:
    """The font, smaller where the text would not fit."""
    made = QFont(font)
    for factor in _SHRUNK:
        made.setPointSizeF(font.pointSizeF() * factor)
        needed = QFontMetrics(made).boundingRect(place, Qt.TextFlag.TextWordWrap, text)
        if needed.height() <= place.height() and needed.width() <= place.width():
            break
    return made


def _tint(palette: QPalette, color: QColor) -> QColor:
    """A trace of a colour on the ground of the strip."""
    base = palette.color(QPalette.ColorRole.Base)
    parts = [(9 * ground + ink) // 10 for ground, ink in zip(base.getRgb()[:3], color.getRgb()[:3], strict=True)]  # type: ignore[index]
    return QColor(*parts)
