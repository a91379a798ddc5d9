"""Marks of groups and areas: a colour and a shape each, so that none needs its colour to be told."""

from __future__ import annotations

import math

from kommune_desktop.export.charts.chart import Box
from kommune_desktop.export.charts.sketch import Pen, Point, Sketch

RADIUS = 4.0
SHAPES = 6
_BORDER = 0.9
_STARS = {2: (3, 1.0, 1.25), 3: (4, 1.0, 1.25), 5: (5, 0.45, 1.35)}
"""Triangle, diamond and star: corners, depth between them, and size."""
_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2), (2, 2), (7, 2, 2, 2))


def mark(sketch: Sketch, place: int, middle: Point, radius: float = RADIUS) -> None:
    """The mark of the group at a place, from 0: six shapes, filled; then the same ones with a hole."""
    palette = sketch.palette
    fill = palette.groups[place % len(palette.groups)]
    pen = Pen(palette.ink, _BORDER)
    shape = place % SHAPES
    if shape == 0:
        sketch.circle(middle, radius, fill, pen)
    elif shape == 1:
        sketch.rect(around(middle, radius * 0.9), fill, pen)
    elif shape == 4:
        sketch.polygon(_cross(*middle, radius * 1.1), fill, pen)
    else:
        corners, depth, size = _STARS[shape]
        sketch.polygon(_star(middle, radius * size, corners, depth), fill, pen)
    if place // SHAPES % 2:
        sketch.circle(middle, radius * 0.4, palette.ground, Pen(palette.ink, _BORDER / 2))


def ring(sketch: Sketch, middle: Point, radius: float = RADIUS + 2.5) -> None:
    """The mark of what the workshop agreed on: it lies around others and hides none."""
    sketch.circle(middle, radius, pen=Pen(sketch.palette.ground, 4))
    sketch.circle(middle, radius, pen=Pen(sketch.palette.ink, 1.8))


def line_pen(sketch: Sketch, place: int) -> Pen:
    """The pen of a line at a place: a colour, and other dashes where the shapes begin anew."""
    lines = sketch.palette.lines
    return Pen(lines[place % len(lines)], 1.6, _DASHES[place // SHAPES % len(_DASHES)])


def around(middle: Point, radius: float = RADIUS + 3) -> Box:
    """The place of a mark."""
    return Box(middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)


def _star(middle: Point, radius: float, corners: int, depth: float) -> list[Point]:
    """Corners on a circle, the first one at the top, and between them others nearer to the middle."""
    between = 1 if depth == 1 else 2
    count = corners * between
    points = []
    for number in range(count):
        angle = 2 * math.pi * number / count
        length = radius * (depth if number % between else 1)
        points.append((middle[0] + length * math.sin(angle), middle[1] - length * math.cos(angle)))
    return points


def _cross(x: float, y: float, radius: float) -> list[Point]:
    arm = radius / 2.6
    half = ((-arm, -radius), (arm, -radius), (arm, -arm), (radius, -arm), (radius, arm), (arm, arm))
    return [(x + a, y + b) for a, b in half] + [(x - a, y - b) for a, b in half]
