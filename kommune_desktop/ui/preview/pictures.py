"""Pictures of pages that have been drawn already."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QImage

from kommune_desktop.export.pdf.reading import Piece

LIMIT = 128 * 1024 * 1024
"""Bytes that the pictures may take together."""


class Pictures:
    """The pictures used last, as many as there is room for."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self.size = 0
        self._kept: OrderedDict[Piece, QImage] = OrderedDict()

    def __contains__(self, piece: Piece) -> bool:
        return piece in self._kept

    def keep(self, piece: Piece, picture: QImage) -> None:
        """Take in a picture; the ones that were not used for longest make room for it."""
        if piece in self._kept:
            self.size -= self._kept.pop(piece).sizeInBytes()
        self._kept[piece] = picture
        self.size += picture.sizeInBytes()
        while self.size > self.limit and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self.size -= dropped.sizeInBytes()

    def get(self, piece: Piece) -> QImage | None:
        """The picture of a strip, if there is one."""
        picture = self._kept.get(piece)
        if picture is not None:
            self._kept.move_to_end(piece)
        return picture

    def of_page(self, page: int) -> list[tuple[Piece, QImage]]:
        """All pictures of a page, whatever their size: something to show until the right one is there."""
        return [(piece, picture) for piece, picture in self._kept.items() if piece.page == page]


def bytes_of(piece: Piece) -> int:
    """What the picture of a strip takes."""
    return 4 * piece.width * piece.rows
