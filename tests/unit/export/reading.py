"""Reading a PDF as another program does."""

from __future__ import annotations

import ctypes
import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

# Where a word is broken at the end of a line, pdfium puts U+FFFE in the place of the hyphen.
_BREAKS = "\ufffe\u00ad\u200b\u2010-"
_FOOT = 50.0
_BASE_FONT = re.compile(rb"/BaseFont\s*/([^\s/\]>]+)")


def pages(path: Path) -> list[str]:
    """The text of each page."""
    return _pages(path, path.stat().st_mtime_ns)


@functools.cache
def _pages(path: Path, _changed: int) -> list[str]:
    with pdfium.PdfDocument(path) as document:
        return [_text_of(document, number) for number in range(len(document))]


def _text_of(document: Any, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    text = str(text_page.get_text_range())
    text_page.close()
    page.close()
    return text


def squeezed(text: str) -> str:
    """A text without spaces, line ends and hyphens, to be found wherever the lines of a page break."""
    return re.sub(rf"[\s{_BREAKS}]+", "", text)


def says(path: Path, sentence: str) -> bool:
    """Whether a document says something, on whatever lines."""
    return squeezed(sentence) in "".join(map(squeezed, pages(path)))


def loosely(text: str) -> str:
    """A pattern for a text whose words may be broken anywhere."""
    return rf"[\s{_BREAKS}]*".join(re.escape(character) for character in squeezed(text))


def base_fonts(path: Path) -> set[str]:
    """The names of the fonts in the raw file, with the prefix of a subset."""
    return {name.decode("ascii") for name in _BASE_FONT.findall(path.read_bytes())}


def fonts_in_use(path: Path) -> dict[str, bool]:
    """The fonts that texts are drawn with, and whether each is embedded."""
    found: dict[str, bool] = {}
    with pdfium.PdfDocument(path) as document:
        for number in range(len(document)):
            page = document[number]
            for text in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT]):
                font = text.get_font()
                found[str(font.get_base_name())] = bool(font.is_embedded)
            page.close()
    return found


def bookmarks(path: Path) -> list[tuple[int, str]]:
    """Level, from 0, and title of each bookmark."""
    with pdfium.PdfDocument(path) as document:
        return [(int(bookmark.level), str(bookmark.get_title())) for bookmark in document.get_toc()]


def metadata(path: Path) -> dict[str, str]:
    """What the document says of itself."""
    with pdfium.PdfDocument(path) as document:
        return {str(key): str(value) for key, value in document.get_metadata_dict().items()}


def outside(path: Path) -> list[str]:
    """Texts that leave the page to the left or to the right, with the number of the page."""
    found = []
    with pdfium.PdfDocument(path) as document:
        for number in range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            for place in range(text_page.count_rects()):
                left, bottom, right, top = text_page.get_rect(place)
                if left < 0 or right > page.get_width():
                    found.append(f"{number + 1}: {text_page.get_text_bounded(left, bottom, right, top)}")
            text_page.close()
            page.close()
    return found


def text_edges(path: Path, page_number: int) -> list[tuple[float, float]]:
    """Where each text of a page begins and ends, in points from the left edge, but for those at the foot."""
    with pdfium.PdfDocument(path) as document:
        page = document[page_number - 1]
        bounds = [text.get_bounds() for text in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT])]
        page.close()
    return [(left, right) for left, bottom, right, _ in bounds if bottom > _FOOT]


@dataclass(frozen=True)
class Part:
    """A part of a tagged page: its structure type, its texts in place of what is drawn, its parts."""

    kind: str
    alternative_text: str
    actual_text: str
    scope: str
    parts: tuple[Part, ...]

    def all(self, kind: str) -> Iterator[Part]:
        """The parts of a kind from here on, in reading order."""
        if self.kind == kind:
            yield self
        for part in self.parts:
            yield from part.all(kind)


def structure(path: Path, page_number: int) -> list[Part]:
    """The parts of a page in reading order, as pdfium reads them."""
    with pdfium.PdfDocument(path) as document:
        page = document[page_number - 1]
        tree = pdfium_c.FPDF_StructTree_GetForPage(page)
        count = pdfium_c.FPDF_StructTree_CountChildren(tree)
        parts = [_part(pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, place)) for place in range(count)]
        pdfium_c.FPDF_StructTree_Close(tree)
        page.close()
        return parts


def _part(element: Any) -> Part:
    count = pdfium_c.FPDF_StructElement_CountChildren(element)
    found = (pdfium_c.FPDF_StructElement_GetChildAtIndex(element, place) for place in range(count))
    return Part(
        kind=_words(pdfium_c.FPDF_StructElement_GetType, element),
        alternative_text=_words(pdfium_c.FPDF_StructElement_GetAltText, element),
        actual_text=_words(pdfium_c.FPDF_StructElement_GetActualText, element),
        scope=_attribute(element, b"Scope"),
        parts=tuple(_part(child) for child in found if child),
    )


def _words(read: Callable[..., int], element: Any) -> str:
    size = read(element, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    read(element, buffer, size)
    return buffer.raw[: max(size, 2) - 2].decode("utf-16-le")


def _attribute(element: Any, name: bytes) -> str:
    for place in range(max(pdfium_c.FPDF_StructElement_GetAttributeCount(element), 0)):
        attribute = pdfium_c.FPDF_StructElement_GetAttributeAtIndex(element, place)
        value = pdfium_c.FPDF_StructElement_Attr_GetValue(attribute, name)
        if value:
            size = ctypes.c_ulong()
            buffer = ctypes.create_string_buffer(200)
            pdfium_c.FPDF_StructElement_Attr_GetStringValue(value, buffer, 200, size)
            return buffer.raw[: size.value - 2].decode("utf-16-le")
    return ""
