"""Reading a finished PDF: its pages as pictures and as text, where a word stands, and its bookmarks.

pdfium is not safe in threads, not even with a document each. All calls therefore go through one lock: documents may be
read in any thread, but only one call at a time is at work, and the others wait for it.
"""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kommune_desktop.errors import UserError

_ONE_AT_A_TIME = threading.RLock()
_LINE_END = re.compile(r"\r\n?")
# Where a word is broken at the end of a line, pdfium puts this in the place of the hyphen.
_BROKEN_WORD = re.compile("\ufffe(\r\n)?")
_FINE = 64  # parts of a point: pdfium tells places on a page in whole pixels


@dataclass(frozen=True)
class Size:
    """Width and height of a page as it is read, in points (1/72 inch)."""

    width: float
    height: float


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in points from the upper left corner of the page as it is read."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Match:
    """A text that was found: the page, from 0, and a rectangle for each line that it stands on."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline: its level and its page, both from 0."""

    title: str
    level: int
    page: int


@dataclass(frozen=True)
class Piece:
    """A strip of a page as a picture: the whole page would be ``width`` × ``height`` pixels.

    The strip has ``rows`` of them, from ``top`` on.
    """

    page: int
    width: int
    height: int
    top: int
    rows: int


@dataclass(frozen=True)
class Raster:
    """A picture: rows of ``stride`` bytes, four bytes a pixel in the order blue, green, red, nothing."""

    width: int
    height: int
    stride: int
    data: bytes


class PdfFile:
    """A PDF that is open for reading; closes as a context.

    Attributes:
        sizes: Of each page.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """``name``: what the file is called in an error.

        Raises:
            UserError: ``pdf.damaged`` (also without any page), ``pdf.locked`` (with a password).
        """
        with _ONE_AT_A_TIME:
            self._document = _opened(data, name)
            self._name = name
            self._page: tuple[int, Any] | None = None
            with self._complaining():
                found = [self._document.get_page_size(number) for number in range(len(self._document))]
        self.sizes = tuple(Size(width, height) for width, height in found)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the document."""
        with _ONE_AT_A_TIME:
            self._page = None
            self._document.close()  # and with it its pages

    def render(self, piece: Piece) -> Raster:
        """Draw a strip of a page.

        Raises:
            UserError: ``pdf.damaged``.
        """
        with _ONE_AT_A_TIME, self._complaining():
            page = self._opened_page(piece.page)
            bitmap = pdfium.PdfBitmap.new_native(piece.width, piece.rows, pdfium_c.FPDFBitmap_BGRx)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, piece.width, piece.rows)
            place = (0, -piece.top, piece.width, piece.height, 0)
            pdfium_c.FPDF_RenderPageBitmap(bitmap, page, *place, pdfium_c.FPDF_ANNOT)
            raster = Raster(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            return raster

    def text(self, page_number: int) -> str:
        """The text of a page in reading order; words that are broken at the end of a line are whole.

        Raises:
            UserError: ``pdf.damaged``.
        """
        with _ONE_AT_A_TIME, self._complaining(), self._text_page(page_number) as text_page:
            text = str(text_page.get_text_range())
        return _LINE_END.sub("\n", _BROKEN_WORD.sub("", text))

    def find(self, words: str, page_number: int) -> list[Match]:
        """Where a text stands on a page, upper or lower case; nothing where there are no words.

        Raises:
            UserError: ``pdf.damaged``.
        """
        if not words.strip():
            return []
        with _ONE_AT_A_TIME, self._complaining(), self._text_page(page_number) as text_page:
            searcher = text_page.search(words)
            found = list(iter(searcher.get_next, None))
            searcher.close()
            return [Match(page_number, self._boxes(page_number, text_page, *place)) for place in found]

    def bookmarks(self) -> list[Bookmark]:
        """The entries of the outline that lead to a page, in their order."""
        with _ONE_AT_A_TIME, self._complaining():
            found = []
            for entry in self._document.get_toc():
                target = entry.get_dest()
                page = target.get_index() if target is not None else None
                if page is not None:
                    found.append(Bookmark(str(entry.get_title()), int(entry.level), int(page)))
            return found

    def _boxes(self, page_number: int, text_page: Any, first: int, count: int) -> tuple[Box, ...]:  # noqa: ANN401
        places = range(text_page.count_rects(first, count))
        return tuple(self._box(page_number, *text_page.get_rect(place)) for place in places)

    def _box(self, page_number: int, left: float, bottom: float, right: float, top: float) -> Box:
        """From the page's own coordinates to those of the page as it is read, turned and cut."""
        x1, y1 = self._place(page_number, left, top)
        x2, y2 = self._place(page_number, right, bottom)
        return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))

    def _place(self, page_number: int, x: float, y: float) -> tuple[float, float]:
        size, page = self.sizes[page_number], self._opened_page(page_number)
        width, height = round(size.width * _FINE), round(size.height * _FINE)
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
        return across.value / _FINE, down.value / _FINE

    def _opened_page(self, number: int) -> Any:  # noqa: ANN401 - pdfium has no types
        """The page; the last one stays open, since its next strip is often wanted next."""
        if self._page is None or self._page[0] != number:
            if self._page is not None:
                self._page[1].close()
                self._page = None
            self._page = (number, self._document[number])
        return self._page[1]

    @contextmanager
    def _text_page(self, number: int) -> Iterator[Any]:
        text_page = self._opened_page(number).get_textpage()
        try:
            yield text_page
        finally:
            text_page.close()

    @contextmanager
    def _complaining(self) -> Iterator[None]:
        try:
            yield
        except pdfium.PdfiumError as error:
            raise UserError("pdf.damaged", path=self._name) from error


def _opened(data: bytes, name: str) -> Any:  # noqa: ANN401 - pdfium has no types
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        key = "pdf.locked" if error.err_code == pdfium_c.FPDF_ERR_PASSWORD else "pdf.damaged"
        raise UserError(key, path=name) from error
