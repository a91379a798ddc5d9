"""What the preview shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from kommune_desktop.export.pdf.reading import Bookmark, PdfFile, Size


@dataclass(frozen=True)
class Document:
    """A finished PDF. It is kept in memory, so that nothing of it stays behind when the preview is closed.

    Attributes:
        name: What it is called, without an ending.
        purpose: Which folder is offered for saving, a key of ``Settings.folders``.
        sizes: Of each page; there is at least one.
    """

    name: str
    purpose: str
    data: bytes = field(repr=False)
    sizes: tuple[Size, ...]
    bookmarks: tuple[Bookmark, ...]


def read_document(name: str, purpose: str, data: bytes) -> Document:
    """Look through a PDF; takes a moment, so not in the window's thread.

    Raises:
        UserError: ``pdf.damaged``, ``pdf.locked``.
    """
    with PdfFile(data, name) as pdf:
        return Document(name, purpose, data, pdf.sizes, tuple(pdf.bookmarks()))
