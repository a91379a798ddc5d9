"""A drawing in the making: the few shapes that all charts are drawn with.

Places are measured from the upper left corner, as a page is read; reportlab measures from the lower left one.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Line, Path, Polygon, PolyLine, Rect, Shape, String
from reportlab.lib.colors import Color, HexColor

from kommune_desktop.export.charts.chart import Box, Chart, ChartTable, Look, Spot
from kommune_desktop.export.charts.lettering import PLAIN, Type

Point = tuple[float, float]
_HATCH_STEP = 4.0
_DOT_STEP = 4.0
_DOT = 0.55
_THIN = 0.5


@dataclass(frozen=True)
class Pen:
    """A line: its colour, its width in points, its dashes."""

    ink: str
    weight: float = 1.0
    dash: tuple[float, ...] = ()

    @property
    def stroke(self) -> dict[str, Any]:
        """As reportlab names it."""
        dash = list(self.dash) or None
        return {"strokeColor": _color(self.ink), "strokeWidth": self.weight, "strokeDashArray": dash}


_NO_STROKE: dict[str, Any] = {"strokeColor": None, "strokeWidth": 0}


@functools.cache
def _color(hexadecimal: str) -> Color:
    return HexColor(hexadecimal)


def _fill(color: str) -> Color | None:
    return _color(color) if color else None


class Sketch:
    """Collects shapes; how high the drawing is may be said at the end.

    Attributes:
        outline: The pen that shapes are outlined with.
    """

    def __init__(self, look: Look) -> None:
        self.look = look
        self.palette = look.palette
        self.width = look.width
        self.outline = Pen(look.palette.quiet)
        self._shapes: list[Callable[[float], Shape]] = []
        self._spots: list[Spot] = []

    def finish(self, height: float, alternative_text: str, table: ChartTable) -> Chart:
        """The chart, ``height`` points high."""
        drawing = Drawing(self.width, height)
        for shape in self._shapes:
            drawing.add(shape(height))
        return Chart(drawing, alternative_text, table, tuple(self._spots))

    # Shapes ------------------------------------------------------------------------------------------------------

    def rect(self, box: Box, fill: str = "", pen: Pen | None = None) -> None:
        """A rectangle."""
        style = {"fillColor": _fill(fill), **(pen.stroke if pen else _NO_STROKE)}
        self._shapes.append(lambda height: Rect(box.x, height - box.bottom, box.width, box.height, **style))

    def line(self, start: Point, end: Point, pen: Pen) -> None:
        """A straight line."""
        self._shapes.append(lambda height: Line(start[0], height - start[1], end[0], height - end[1], **pen.stroke))

    def lines(self, ends: Sequence[tuple[Point, Point]], pen: Pen) -> None:
        """Many straight lines as one shape."""

        def path(height: float) -> Path:
            made = Path(fillColor=None, **pen.stroke)
            for start, end in ends:
                made.moveTo(start[0], height - start[1])
                made.lineTo(end[0], height - end[1])
            return made

        if ends:
            self._shapes.append(path)

    def polygon(self, points: Sequence[Point], fill: str = "", pen: Pen | None = None) -> None:
        """A closed shape."""
        style = {"fillColor": _fill(fill), **(pen.stroke if pen else _NO_STROKE)}
        self._shapes.append(lambda height: Polygon(_flat(points, height), **style))

    def polyline(self, points: Sequence[Point], pen: Pen) -> None:
        """A line with corners."""
        self._shapes.append(lambda height: PolyLine(_flat(points, height), fillColor=None, **pen.stroke))

    def circle(self, middle: Point, radius: float, fill: str = "", pen: Pen | None = None) -> None:
        """A circle."""
        style = {"fillColor": _fill(fill), **(pen.stroke if pen else _NO_STROKE)}
        self._shapes.append(lambda height: Circle(middle[0], height - middle[1], radius, **style))

    def text(self, x: float, middle: float, text: str, kind: Type = PLAIN) -> None:
        """A line of text; ``middle``: where half the height of its capital letters is."""
        style: dict[str, Any] = {
            "fontName": kind.font,
            "fontSize": kind.size,
            "fillColor": _color(kind.ink or self.palette.ink),
            "textAnchor": kind.anchor,
        }
        self._shapes.append(lambda height: String(x, height - middle - kind.drop, text, **style))

    def block(self, x: float, middle: float, lines: Sequence[str], kind: Type = PLAIN) -> None:
        """Lines of text one below the other; ``middle``: of all of them."""
        for place, text in enumerate(lines):
            self.text(x, middle + (place - (len(lines) - 1) / 2) * kind.line, text, kind)

    # Fills that are told apart without colour --------------------------------------------------------------------

    def hatch(self, box: Box, *, crossed: bool = False, step: float = _HATCH_STEP) -> None:
        """Slanting lines within a rectangle; ``crossed``: in both directions."""
        ends = _slants(box, step)
        if crossed:
            ends += [((2 * box.x + box.width - a, b), (2 * box.x + box.width - c, d)) for (a, b), (c, d) in ends]
        self.lines(ends, Pen(self.palette.quiet, _THIN))

    def dots(self, box: Box) -> None:
        """Dots within a rectangle."""
        for column in range(int((box.width - 2 * _DOT) // _DOT_STEP) + 1):
            for row in range(int((box.height - 2 * _DOT) // _DOT_STEP) + 1):
                middle = (box.x + _DOT_STEP / 2 + column * _DOT_STEP, box.top + _DOT_STEP / 2 + row * _DOT_STEP)
                if box.inset(_DOT, _DOT).contains(*middle):
                    self.circle(middle, _DOT, self.palette.quiet)

    def plate(self, x: float, middle: float, text: str, kind: Type) -> None:
        """A text in the middle of a pattern, on a piece of ground of its own."""
        width = kind.width(text) + 4
        self.rect(Box(x - width / 2, middle - kind.line / 2, width, kind.line), self.palette.ground)
        self.text(x, middle, text, kind.at("middle"))

    def name(self, top: float, text: str) -> None:
        """A name above what it is about, clear of the lines of the axis."""
        box = Box(0, top, PLAIN.width(text) + 2, PLAIN.line)
        self.rect(box, self.palette.ground)
        self.text(0, box.middle, text, PLAIN)

    # Places ------------------------------------------------------------------------------------------------------

    def spot(self, key: str, text: str, box: Box, more: tuple[Box, ...] = (), group_id: str = "") -> None:
        """A place that can be pointed at."""
        self._spots.append(Spot(key, text, box, more, group_id))


def _flat(points: Sequence[Point], height: float) -> list[float]:
    return [number for x, top in points for number in (x, height - top)]


def _slants(box: Box, step: float) -> list[tuple[Point, Point]]:
    """Lines that rise from left to right at 45 degrees, cut off at the edges of a rectangle."""
    ends = []
    for number in range(1, math.ceil((box.width + box.height) / step)):
        offset = number * step
        start = max(offset - box.height, 0)
        end = min(offset, box.width)
        ends.append(((box.x + start, box.top + offset - start), (box.x + end, box.top + offset - end)))
    return ends
