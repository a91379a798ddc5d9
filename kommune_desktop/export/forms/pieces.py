"""What a page of a form is made of: lines of text, strokes and rectangles. Millimetres from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics

from kommune_desktop.core.form import Rect
from kommune_desktop.export.pdf import lines
from kommune_desktop.export.pdf.fonts import REGULAR
from kommune_desktop.export.pdf.letters import cleaned, drawn
from kommune_desktop.export.pdf.structure import Tag
from kommune_desktop.texts import SOFT_HYPHEN

PER_POINT = 1 / mm
_LEADING = 1.16


@dataclass(frozen=True)
class Line:
    """A line of text; ``y`` is its base line, ``size`` is in points.

    Attributes:
        part: What it is to those who read without seeing; ``None`` where it says nothing new to them.
    """

    x: float
    y: float
    text: str
    size: float
    font: str = REGULAR
    part: Tag | None = None


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
        self,
        x: float,
        y: float,
        text: str,
        *,
        width: float,
        size: float,
        font: str = REGULAR,
        part: Tag | None = None,
        most_lines: int | None = None,
    ) -> float:
        """Set a text in lines from the upper edge ``y``; returns the lower edge. It is a paragraph, or ``part``."""
        part = part or spoken("P", text)
        for line in broken(text, width, size, font)[:most_lines]:
            self.pieces.append(Line(x, y + ascent(size), line, size, font, part))
            y += leading(size)
        return y

    def centred(self, x: float, y: float, text: str, *, size: float, font: str = REGULAR) -> None:
        """Set one line around ``x`` on the base line ``y``."""
        self.pieces.append(Line(x - text_width(text, size, font) / 2, y, text, size, font))


def spoken(kind: str, text: str, parent: Tag | None = None) -> Tag:
    """A part that is read as a whole, whatever lines it is broken into."""
    return Tag(kind, parent, actual_text=" ".join(text.replace(SOFT_HYPHEN, "").split()))


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
    return list(lines.broken(drawn(cleaned(text)), font, size, width / PER_POINT))


def height(text: str, width: float, size: float, font: str = REGULAR) -> float:
    """Height of a text set in lines."""
    return len(broken(text, width, size, font)) * leading(size)
