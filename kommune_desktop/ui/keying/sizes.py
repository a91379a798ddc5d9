"""Fonts and heights of the strip."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText

from kommune_desktop.ui import style
from kommune_desktop.ui.keying.look import Hint

PAD = style.GRID
_ROW_PAD = 3 * style.GRID // 2
_LARGE = 1.6
_HINT_LINES = 5
_MOST_REMEMBERED = 1000


class Type:
    """A font with its measures. Remembers what was set in it: the same few texts come with every key."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.line = self.metrics.lineSpacing()
        self._set: dict[tuple[str, int], tuple[QStaticText, int]] = {}
        self._widths: dict[str, int] = {}

    def width(self, text: str) -> int:
        """How wide a text is."""
        if text not in self._widths:
            self._widths[text] = self.metrics.horizontalAdvance(text)
        return self._widths[text]

    def draw(self, painter: QPainter, place: QRect, text: str, *, right: bool = False, at_top: bool = False) -> None:
        """One line, cut at its end where it does not fit; in the middle of the place's height unless at its top."""
        if not text:
            return
        static, width = self._static(text, place.width())
        left = place.right() + 1 - width if right else place.left()
        top = place.top() if at_top else place.top() + (place.height() - self.line) // 2
        painter.setFont(self.font)
        painter.drawStaticText(QPoint(left, top), static)

    def _static(self, text: str, width: int) -> tuple[QStaticText, int]:
        known = self._set.get((text, width))
        if known is None:
            if len(self._set) > _MOST_REMEMBERED:
                self._set.clear()
            shown = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            static = QStaticText(shown)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(font=self.font)
            known = self._set[text, width] = (static, self.width(shown))
        return known


class Sizes:
    """What the strip is set in, larger or smaller with the window."""

    def __init__(self, zoom: float, *, lines: int = 2, hint_lines: int = _HINT_LINES) -> None:
        """``lines``: room for the current question, in lines of the large font."""
        self.small = Type(style.font(style.QUESTION * zoom))
        self.bold = Type(style.font(style.QUESTION * zoom, bold=True))
        self.large = Type(style.font(_LARGE * zoom, bold=True))
        self.plain = Type(style.font(zoom))
        self.key = Type(style.font(zoom, bold=True))
        self.where_line = self.plain.line + style.GRID // 2
        self.hint_line = self.plain.line + 2
        self.row = self.small.line + _ROW_PAD
        self.number_width = self.large.width("0000")
        self.question = lines * self.large.line
        self.current = self.where_line + self.question + hint_lines * self.hint_line + 3 * PAD

    def key_width(self, hint: Hint) -> int:
        """Width of a key with the blank behind it."""
        return self.key.width(f"{hint.key} ") if hint.key else 0

    def hint_width(self, hint: Hint) -> int:
        """Width of a key and what it means."""
        return self.key_width(hint) + self.plain.width(hint.words) + 1
