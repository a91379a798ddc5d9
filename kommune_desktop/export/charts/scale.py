"""The axis of 0 to 100 points, or per cent."""

from __future__ import annotations

from fractions import Fraction

from kommune_desktop.export.charts.chart import Box
from kommune_desktop.export.charts.lettering import NOTE
from kommune_desktop.export.charts.sketch import Pen, Sketch

FULL = 100
TICKS = (0, 25, 50, 75, 100)
AXIS = 15.0
"""Height of the numbers of an axis."""


def share(score: Fraction) -> float:
    """How far along the axis a score stands, 0 to 1."""
    return float(score) / FULL


def axis(sketch: Sketch, plot: Box, unit: str = "") -> None:
    """Numbers above a plot and faint lines through it; ``unit``: follows the last number."""
    kind = NOTE.of(sketch.palette.quiet).at("middle")
    for tick in TICKS:
        x = plot.x + plot.width * tick / FULL
        sketch.line((x, plot.top - 3), (x, plot.bottom), Pen(sketch.palette.grid, 0.5))
        text = f"{tick}{unit}" if tick == FULL else str(tick)
        half = kind.width(text) / 2
        sketch.text(min(max(x, half), sketch.width - half), plot.top - AXIS + kind.line / 2, text, kind)
