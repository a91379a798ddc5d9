"""What a page of a form is made of: lines of text, strokes and rectangles. Millimetres from the upper left corner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics

from kommune_desktop.core.form import Rect
from kommune_desktop.export.pdf.fonts import REGULAR
from kommune_desktop.texts import SOFT_HYPHEN

PER_POINT = 1 / mm
_LEADING = 1.16
_BLANKS = re.compile(r"[ \t]+")


@dataclass(frozen=True)
class Line:
    """A line of text; ``y`` is its base line, ``size`` is in points."""

    x: float
    y: float
    text: str
    size: float
    font: str = REGULAR


@dataclass(frozen=True)
class Stroke:
    """A straight line; its width is in millimetres."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.2


@dataclass(frozen=True)
class Frame:
    """A rectangle: outlined, or filled with a grey of 0 (black) to 1 (white)."""

    rect: Rect
    width: float = 0.3
    fill: float | None = None


Piece = Line | Stroke | Frame


@dataclass
class Sketch:
    """The pieces of one page in the order in which they are drawn."""

    pieces: list[Piece] = field(default_factory=list)

    def text(  # noqa: PLR0913 - a text has a place, a width, a size and a font
        self, x: float, y: float, text: str, *, width: float, size: float, font: str = REGULAR
    ) -> float:
        """Set a text in lines from the upper edge ``y``; returns the lower edge."""
        for line in broken(text, width, size, font):
            self.pieces.append(Line(x, y + ascent(size), line, size, font))
            y += leading(size)
        return y

    def centred(self, x: float, y: float, text: str, *, size: float, font: str = REGULAR) -> None:
        """Set one line around ``x`` on the base line ``y``."""
        self.pieces.append(Line(x - text_width(text, size, font) / 2, y, text, size, font))


def leading(size: float) -> float:
    """Distance of two base lines."""
    return size * _LEADING * PER_POINT


def ascent(size: float) -> float:
    """From the upper edge of a line to its base line."""
    return size * 0.95 * PER_POINT


def text_width(text: str, size: float, font: str = REGULAR) -> float:
    """Width of a line."""
    return float(pdfmetrics.stringWidth(text, font, size)) * PER_POINT


def broken(text: str, width: float, size: float, font: str = REGULAR) -> list[str]:
    """A text in lines of at most this width, broken at blanks, soft hyphens and line ends, or inside a word."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in _BLANKS.split(paragraph.strip(" \t")):
            for part, glue in _parts(word, width, size, font):
                candidate = (
                    f"{line} {part}" if glue == " " and line else line.removesuffix("-" if glue == "-" else "") + part
                )
                if line and text_width(candidate, size, font) > width:
                    lines.append(line)
                    candidate = part
                line = candidate
        lines.append(line)
    return lines


def height(text: str, width: float, size: float, font: str = REGULAR) -> float:
    """Height of a text set in lines."""
    return len(broken(text, width, size, font)) * leading(size)


def _parts(word: str, width: float, size: float, font: str) -> Iterator[tuple[str, str]]:
    """The pieces of a word with what joins each to the one before: a blank, a hyphen that may go, or nothing."""
    syllables = word.split(SOFT_HYPHEN)
    for place, syllable in enumerate(syllables):
        glue = " " if place == 0 else "-"
        rest = syllable if place == len(syllables) - 1 else f"{syllable}-"
        while text_width(rest, size, font) > width and len(rest) > 1:
            fits = next(n for n in range(len(rest) - 1, 0, -1) if n == 1 or text_width(rest[:n], size, font) <= width)
            yield rest[:fits], glue
            rest, glue = rest[fits:], ""
        yield rest, glue
