"""Where the pages lie: one below the other, in pixels of the screen."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kommune_desktop.export.pdf.reading import Piece, Size

LARGEST_PIECE = 4_000_000
"""Pixels: a page is drawn in strips that are no larger, so that one is quickly there and many need little memory."""
_LEAST_ROWS = 256
STEPS = (50, 75, 100, 125, 150, 200, 300, 400)
"""Sizes in per cent to choose from."""


class Fit(Enum):
    """A size that follows from the room there is."""

    WIDTH = auto()
    PAGE = auto()


Zoom = Fit | int
"""How large pages are shown: a fit, or per cent of their real size."""


@dataclass(frozen=True)
class Place:
    """A page: its upper edge, width and height in pixels."""

    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.top + self.height


@dataclass(frozen=True)
class Room:
    """What there is to show pages in, in pixels; ``gap`` stays free around each page."""

    width: int
    height: int
    gap: int


def scale_for(zoom: Zoom, sizes: Sequence[Size], room: Room, full_size: float) -> float:
    """Pixels for a point.

    Args:
        zoom: The size that is wanted.
        sizes: Of all pages; the largest has to fit.
        room: Where they are shown.
        full_size: Pixels for a point at 100 per cent.
    """
    if isinstance(zoom, int):
        return full_size * zoom / 100
    scale = (room.width - 2 * room.gap) / max(size.width for size in sizes)
    if zoom is Fit.PAGE:
        scale = min(scale, (room.height - 2 * room.gap) / max(size.height for size in sizes))
    return max(scale, full_size / 10)


def next_step(percent: float, direction: int) -> int:
    """The size to choose from that is next above or below one."""
    if direction > 0:
        return next((step for step in STEPS if step > percent + 0.5), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < percent - 0.5), STEPS[0])


class Pages:
    """All pages at one scale.

    Attributes:
        places: Of each page.
        width, height: Of all of them together, with the gaps around them.
    """

    def __init__(self, sizes: Sequence[Size], scale: float, gap: int) -> None:
        """``scale``: pixels for a point."""
        self.scale, self.gap = scale, gap
        self.places: list[Place] = []
        top = gap
        for size in sizes:
            place = Place(top, max(round(size.width * scale), 1), max(round(size.height * scale), 1))
            self.places.append(place)
            top = place.bottom + gap
        self.height = top
        self.width = max(place.width for place in self.places) + 2 * gap
        self._bottoms = [place.bottom for place in self.places]

    def at(self, y: int) -> int:
        """The page at a height, or the next one below it."""
        return min(bisect.bisect_right(self._bottoms, y), len(self.places) - 1)

    def between(self, top: int, bottom: int) -> range:
        """The pages that can be seen from one height to another."""
        first = bisect.bisect_right(self._bottoms, top)
        last = bisect.bisect_left(self.places, bottom, key=lambda place: place.top)
        return range(first, last)

    def pieces(self, top: int, bottom: int) -> list[Piece]:
        """The strips of the pages from one height to another, from top to bottom."""
        found = []
        for page in self.between(top, bottom):
            place = self.places[page]
            rows = max(LARGEST_PIECE // place.width, _LEAST_ROWS)
            for start in range(0, place.height, rows):
                end = min(start + rows, place.height)
                if place.top + end > top and place.top + start < bottom:
                    found.append(Piece(page, place.width, place.height, start, end - start))
        return found
