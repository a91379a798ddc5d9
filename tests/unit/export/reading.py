"""Reading a PDF as another program does."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

# Where a word is broken at the end of a line, pdfium puts U+FFFE in the place of the hyphen.
_BREAKS = "\ufffe\u00ad\u200b\u2010-"
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
