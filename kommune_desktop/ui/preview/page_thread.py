"""The thread that reads the document, one thing at a time: pictures first, then texts, then the search."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

from kommune_desktop.errors import UserError
from kommune_desktop.export.pdf.reading import PdfFile, Piece
from kommune_desktop.ui.preview.document import Document

_Task = Callable[[PdfFile], None]


class PageThread(QThread):
    """Reads a document until it is told to leave. What is wanted no longer is dropped.

    Signals:
        drawn: A strip of a page and its picture; ``None`` where the page can't be read.
        textRead: A page and its text.
        searched: The words, a page, and where they stand on it; comes for each page in turn.
        failed: A bug, to be raised in the window's thread.
    """

    drawn = Signal(object, object)
    textRead = Signal(int, str)
    searched = Signal(str, int, object)
    failed = Signal(object)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._wish = threading.Condition()
        self._leaving = False
        self._pieces: deque[Piece] = deque()
        self._text: int | None = None
        self._words = ""
        self._unsearched: deque[int] = deque()

    def draw(self, pieces: Iterable[Piece]) -> None:
        """Draw these strips in their order, and none that was wanted before."""
        with self._wish:
            self._pieces = deque(pieces)
            self._wish.notify()

    def read_text(self, page: int) -> None:
        """Read the text of a page."""
        with self._wish:
            self._text = page
            self._wish.notify()

    def search(self, words: str) -> None:
        """Look for words on all pages; no words end the search."""
        with self._wish:
            self._words = words
            self._unsearched = deque(range(len(self._document.sizes)) if words.strip() else ())
            self._wish.notify()

    def leave(self) -> None:
        """End, and wait for it; a strip that is being drawn is drawn to its end."""
        with self._wish:
            self._leaving = True
            self._wish.notify()
        self.wait()

    def run(self) -> None:
        try:
            with PdfFile(self._document.data, self._document.name) as pdf:
                while (task := self._next()) is not None:
                    task(pdf)
        except BaseException as error:  # noqa: BLE001 - handed over to the window's thread, all of it
            self.failed.emit(error)

    def _next(self) -> _Task | None:
        """Wait for something to do; ``None`` when there will be nothing more."""
        with self._wish:
            while not self._leaving:
                if self._pieces:
                    return partial(self._draw, self._pieces.popleft())
                if self._text is not None:
                    page, self._text = self._text, None
                    return partial(self._read, page)
                if self._unsearched:
                    return partial(self._search, self._words, self._unsearched.popleft())
                self._wish.wait()
            return None

    def _draw(self, piece: Piece, pdf: PdfFile) -> None:
        try:
            raster = pdf.render(piece)
        except UserError:
            self.drawn.emit(piece, None)
            return
        shape = (raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32)
        self.drawn.emit(piece, QImage(raster.data, *shape).copy())  # a copy, since Qt does not hold on to the bytes

    def _read(self, page: int, pdf: PdfFile) -> None:
        try:
            text = pdf.text(page)
        except UserError:
            text = ""
        self.textRead.emit(page, text)

    def _search(self, words: str, page: int, pdf: PdfFile) -> None:
        try:
            found = pdf.find(words, page)
        except UserError:
            found = []
        self.searched.emit(words, page, found)
