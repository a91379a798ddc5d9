"""Documents to look at."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kommune_desktop.ui.preview import Document, read_document

NAME = "Bericht über Größe"
WORD = "Lindenau"


def pdf(
    pages: int, *, bookmarks: bool = True, size: tuple[float, float] = A4, wide: frozenset[int] = frozenset()
) -> bytes:
    """Pages with their number in words; every third has a bookmark, and the word WORD twice.

    Args:
        wide: Pages, from 0, that lie on their side.
    """
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size)
    for page in range(pages):
        width, height = size[::-1] if page in wide else size
        canvas.setPageSize((width, height))
        canvas.setFont("Helvetica", 20)
        canvas.drawString(100, height - 100, f"Blatt Nummer {page + 1}")
        if page % 3 == 0:
            canvas.drawString(100, height - 200, WORD)
            canvas.drawString(100, 100, WORD.upper())
            if bookmarks:
                canvas.bookmarkPage(str(page))
                canvas.addOutlineEntry(f"Teil {page + 1}", str(page), int(page > 0))
        canvas.rect(20, 20, width - 40, height - 40)  # a frame of 20 points
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def document(pages: int, *, bookmarks: bool = True) -> Document:
    """The same, as the preview takes it."""
    return read_document(NAME, "report", pdf(pages, bookmarks=bookmarks))
