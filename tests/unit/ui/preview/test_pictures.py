"""Pictures are kept as long as there is room."""

from __future__ import annotations

from PySide6.QtGui import QImage

from kommune_desktop.export.pdf.reading import Piece
from kommune_desktop.ui.preview.pictures import Pictures, bytes_of


def piece(page: int, width: int = 10) -> Piece:
    return Piece(page, width, 10, 0, 10)


def picture(of: Piece) -> QImage:
    return QImage(of.width, of.rows, QImage.Format.Format_RGB32)


def test_the_picture_used_longest_ago_makes_room() -> None:
    pictures = Pictures(limit=2 * bytes_of(piece(0)))
    for page in (0, 1):
        pictures.keep(piece(page), picture(piece(page)))
    assert pictures.get(piece(0)) is not None
    pictures.keep(piece(2), picture(piece(2)))
    assert [page for page in range(3) if piece(page) in pictures] == [0, 2]
    assert pictures.size == pictures.limit


def test_the_same_picture_counts_once() -> None:
    pictures = Pictures()
    for _ in range(3):
        pictures.keep(piece(0), picture(piece(0)))
    assert pictures.size == bytes_of(piece(0))


def test_one_picture_is_kept_even_if_it_is_too_large() -> None:
    pictures = Pictures(limit=1)
    pictures.keep(piece(0), picture(piece(0)))
    assert piece(0) in pictures


def test_a_page_is_known_in_all_its_sizes() -> None:
    pictures = Pictures()
    for wanted in (piece(0), piece(0, 20), piece(1)):
        pictures.keep(wanted, picture(wanted))
    assert [found for found, _ in pictures.of_page(0)] == [piece(0), piece(0, 20)]
