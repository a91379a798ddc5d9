"""The colours of charts: one set for light grounds and paper, one for dark ones.

No chart means anything by colour alone. Text has a contrast of at least 4.5:1 to what is behind it; every shape has a
fill or an outline of at least 3:1 to the ground (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from itertools import pairwise

Rgb = tuple[int, int, int]
_FULL = 255


@dataclass(frozen=True)
class Palette:
    """Colours as ``#RRGGBB``.

    Attributes:
        ground: What the chart is drawn on.
        ink: Texts and marks.
        quiet: Axes, notes and outlines.
        grid: Lines that only help the eye along.
        primary: Bars.
        steps: A scale from its lowest choice to its highest, or scores from low to high; each with an outline.
        groups: Fills of the marks of groups, each with an outline in ``ink`` and a shape of its own (Okabe and Ito,
            Color Universal Design, 2008).
        lines: The same hues, strong enough for a line without an outline.
    """

    ground: str
    ink: str
    quiet: str
    grid: str
    primary: str
    steps: tuple[str, ...]
    groups: tuple[str, ...]
    lines: tuple[str, ...]

    def step(self, place: int, count: int) -> str:
        """The colour of a place, from 0, on a scale of so many; between the given ones where there are more."""
        where = place * (len(self.steps) - 1) / max(count - 1, 1)
        if where == int(where):
            return self.steps[int(where)]
        lower, upper = list(pairwise(self.steps))[int(where)]
        share = where - int(where)
        mixed = (round(a + (b - a) * share) for a, b in zip(_rgb(lower), _rgb(upper), strict=True))
        return "#" + "".join(f"{part:02X}" for part in mixed)


_STEPS = ("#D6E4F0", "#A9C8E3", "#6FA3CF", "#3A78AE", "#1D4E89")
_OKABE_ITO = ("#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9")
LIGHT = Palette(
    ground="#FFFFFF",
    ink="#1A1A1A",
    quiet="#5B6B7A",
    grid="#C3CBD3",
    primary="#1D4E89",
    steps=_STEPS,
    groups=_OKABE_ITO,
    lines=("#0072B2", "#C04F00", "#00835F", "#9A6A00", "#A8527F", "#2A7CAB"),
)
DARK = Palette(
    ground="#1E1E1E",
    ink="#F0F0F0",
    quiet="#9AA8B5",
    grid="#4A525A",
    primary="#8FBCE6",
    steps=_STEPS,
    groups=_OKABE_ITO,
    lines=("#4AA3DB", "#F08A45", "#2DBE93", "#E69F00", "#DE9CC0", "#8FD0F5"),
)
_ON_FILLS = ("#000000", "#FFFFFF")


@functools.cache
def ink_on(fill: str) -> str:
    """Black or white, whichever is easier to read on a colour; one of them always has more than 4.5:1."""
    return max(_ON_FILLS, key=lambda ink: contrast(ink, fill))


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, definitions of contrast ratio and luminance."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    shares = (part / _FULL for part in _rgb(color))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(color: str) -> Rgb:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
