"""What a page looks like: its picture, what was found on it, and its edge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kommune_desktop.export.pdf.reading import Box, Match, Piece
from kommune_desktop.ui import style
from kommune_desktop.ui.preview.pictures import Pictures

_PAPER, _INK = QColor(255, 255, 255), QColor(0, 0, 0)  # in every theme
_FOUND, _FOUND_HERE = QColor(255, 236, 130), QColor(255, 178, 102)


class PageLook:
    """Paints pages.

    Attributes:
        pictures: What has been drawn of them.
        unreadable: Pages that can't be drawn.
        match: The place that the search has come to.
    """

    def __init__(self) -> None:
        self.pictures = Pictures()
        self.unreadable: set[int] = set()
        self.match: Match | None = None
        self._matches: dict[int, list[Match]] = {}

    def mark(self, matches: Sequence[Match]) -> None:
        """Mark the places where something was found, and no others."""
        if self.match not in matches:
            self.match = None
        self._matches = {}
        for match in matches:
            self._matches.setdefault(match.page, []).append(match)

    def lacks(self, piece: Piece) -> bool:
        """Whether a strip is still to be drawn."""
        return piece not in self.pictures and piece.page not in self.unreadable

    def paint(self, painter: QPainter, page: int, rect: QRect, pieces: Sequence[Piece]) -> None:
        """Paint a page into a rectangle, all in pixels; ``pieces`` are its strips that can be seen."""
        painter.fillRect(rect, _PAPER)
        if page in self.unreadable:
            painter.setPen(_INK)
            words = QCoreApplication.translate("PageLook", "Diese Seite lässt sich nicht anzeigen.")
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            return
        if any(piece not in self.pictures for piece in pieces):
            self._paint_makeshift(painter, page, rect)
        for piece in pieces:
            picture = self.pictures.get(piece)
            if picture is not None:
                painter.drawImage(rect.topLeft() + QPoint(0, piece.top), picture)

    def paint_matches(self, painter: QPainter, page: int, rect: QRect, scale: float) -> None:
        """Mark what was found on a page; the place that the search has come to also has a frame."""
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)  # text stays as dark as it is
        for match in self._matches.get(page, ()):
            is_here = match == self.match
            for box in match.boxes:
                target = _on_page(box, rect, scale)
                painter.fillRect(target, _FOUND_HERE if is_here else _FOUND)
                if is_here:
                    painter.setPen(QPen(_INK, 1))
                    painter.drawRect(target)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _paint_makeshift(self, painter: QPainter, page: int, rect: QRect) -> None:
        """Pictures of another size, until the right ones are there."""
        for piece, picture in self.pictures.of_page(page):
            across, down = rect.width() / piece.width, rect.height() / piece.height
            target = QRectF(rect.left(), rect.top() + piece.top * down, piece.width * across, piece.rows * down)
            painter.drawImage(target, picture)


def paint_edge(painter: QPainter, rect: QRect, focus: QColor | None, ratio: float) -> None:
    """The edge of a page, in the colour of the focus where the keyboard is here; ``ratio``: pixels for one of Qt's."""
    painter.setPen(QPen(focus or style.color(style.Role.OUTLINE), (3 if focus else 1) * ratio))
    painter.drawRect(rect)


def _on_page(box: Box, rect: QRect, scale: float) -> QRectF:
    return QRectF(rect.left() + box.left * scale, rect.top() + box.top * scale, box.width * scale, box.height * scale)
