"""How texts fit: their widths, and where their lines break."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportlab.pdfbase.pdfmetrics import stringWidth

from kommune_desktop.export.pdf.fonts import BOLD, REGULAR
from kommune_desktop.texts import SOFT_HYPHEN

SIZE, SMALL = 9.0, 8.0
"""Sizes of type in points."""
_LEADING = 1.25
_CAPITAL = 0.714
"""Height of a capital letter of Noto Sans, by the size of type."""
_FEWEST_LEFT = 3
"""Letters that go on the next line where a word must be broken anywhere."""
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Type:
    """How a text is set; ``anchor``: which end of it stands at its place. ``ink`` left out: that of the palette."""

    size: float = SIZE
    bold: bool = False
    ink: str = ""
    anchor: Anchor = "start"

    @property
    def font(self) -> str:
        """Its typeface."""
        return BOLD if self.bold else REGULAR

    @property
    def line(self) -> float:
        """Height of a line in points."""
        return self.size * _LEADING

    @property
    def drop(self) -> float:
        """How far the baseline lies below the middle of capital letters, in points."""
        return self.size * _CAPITAL / 2

    def width(self, text: str) -> float:
        """Width of a text in points."""
        return float(stringWidth(text, self.font, self.size))

    def at(self, anchor: Anchor) -> Type:
        """The same, from another end."""
        return replace(self, anchor=anchor)

    def of(self, ink: str) -> Type:
        """The same in another colour."""
        return replace(self, ink=ink)


PLAIN, STRONG, NOTE = Type(), Type(bold=True), Type(SMALL)


def readable(text: str) -> str:
    """A text without line ends and without signs that nobody sees and that SVG does not allow."""
    return _UNSEEN.sub(" ", text)


def cut(text: str, width: float, kind: Type = PLAIN) -> str:
    """A text on one line of so many points, cut at its end where it is longer."""
    text = readable(text).replace(SOFT_HYPHEN, "").strip()
    if kind.width(text) <= width:
        return text
    return text[: _fitting(text, width, kind, "…")].rstrip() + "…"


def wrapped(text: str, width: float, lines: int, kind: Type = PLAIN) -> list[str]:
    """A text on at most so many lines; the last one is cut where it does not fit. Soft hyphens are places to break."""
    found: list[str] = []
    for line in _lines(readable(text).split(" "), width, kind):
        if len(found) == lines:
            last = found[-1]
            joined = last + line if last.endswith(SOFT_HYPHEN) else f"{last} {line}"
            found[-1] = cut(f"{joined}…", width, kind)
            break
        found.append(line)
    return [line.replace(SOFT_HYPHEN, "-") for line in found] or [""]


def _lines(words: Sequence[str], width: float, kind: Type) -> Iterator[str]:
    """The lines; one that ends within a word has a soft hyphen there."""
    line = ""
    for word in words:
        pieces = word.split(SOFT_HYPHEN)
        for place, piece in enumerate(pieces):
            end = "-" if place < len(pieces) - 1 else ""
            longer = line + (" " if line and not place else "") + piece
            if kind.width(longer + end) <= width:
                line = longer
                continue
            if line:
                yield f"{line}{SOFT_HYPHEN}" if place else line
            line = piece
            while kind.width(line + end) > width and len(line) > 1:
                room = max(_fitting(line, width, kind, "-"), 1)
                if room >= len(line):
                    break
                if len(line) - room < _FEWEST_LEFT < room:
                    room = len(line) - _FEWEST_LEFT
                yield f"{line[:room]}{SOFT_HYPHEN}"
                line = line[room:]
    if line:
        yield line


def _fitting(text: str, width: float, kind: Type, end: str) -> int:
    """How many characters fit together with an end."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if kind.width(text[:middle] + end) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def spread(middles: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Middles of blocks near where they want to be, so that none overlaps and all lie between two edges.

    The blocks are given from the uppermost down. They fit in between as long as their heights do.
    """
    placed: list[float] = []
    edge = top
    for middle, height in zip(middles, heights, strict=True):
        placed.append(max(middle, edge + height / 2))
        edge = placed[-1] + height / 2
    edge = bottom
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], edge - heights[place] / 2)
        edge = placed[place] - heights[place] / 2
    return placed
