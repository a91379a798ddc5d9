"""Looking at a drawing: its texts, its shapes, and where they are. Points from the lower left corner."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Line, Path, Polygon, PolyLine, Rect, Shape, String
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from kommune_desktop.export.charts import Chart, svg

Edges = tuple[float, float, float, float]
"""Left, lower, right and upper edge."""
_BELOW, _ABOVE = 0.22, 0.76
"""How far letters reach from the baseline, by the size of type."""
_TOUCH = 0.3


def shapes(chart: Chart, kind: type[Shape]) -> list[Any]:
    """The shapes of a kind, in the order that they are drawn in."""
    return [shape for shape in chart.drawing.contents if type(shape) is kind]


def words_in(chart: Chart) -> list[str]:
    """All texts."""
    return [str(shape.text) for shape in shapes(chart, String)]


def filled(chart: Chart, color: str, kind: type[Shape] = Rect) -> list[Any]:
    """The shapes of a kind that have a fill."""
    return [shape for shape in shapes(chart, kind) if same(shape.fillColor, color)]


def same(color: Color | None, hexadecimal: str) -> bool:
    """Whether a colour is this one."""
    return color is not None and bool(color == HexColor(hexadecimal))


def hexadecimal(color: Color | None) -> str:
    """A colour as ``#RRGGBB``."""
    assert color is not None
    return f"#{color.hexval()[2:].upper()}"


def edges(shape: Any) -> Edges:
    """What a shape covers."""
    if isinstance(shape, String):
        width = stringWidth(shape.text, shape.fontName, shape.fontSize)
        left = shape.x - {"start": 0, "middle": width / 2, "end": width}[shape.textAnchor]
        return left, shape.y - _BELOW * shape.fontSize, left + width, shape.y + _ABOVE * shape.fontSize
    if isinstance(shape, Rect):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    if isinstance(shape, Circle):
        return shape.cx - shape.r, shape.cy - shape.r, shape.cx + shape.r, shape.cy + shape.r
    points = [shape.x1, shape.y1, shape.x2, shape.y2] if isinstance(shape, Line) else list(shape.points)
    return min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2])


def overlapping(chart: Chart) -> list[tuple[str, str]]:
    """Texts that lie on each other."""
    boxes = sorted((edges(shape), str(shape.text)) for shape in shapes(chart, String) if shape.text)
    found = []
    for place, (first, text) in enumerate(boxes):
        for second, other in boxes[place + 1 :]:
            if second[0] >= first[2] - _TOUCH:
                break
            if first[1] < second[3] - _TOUCH and second[1] < first[3] - _TOUCH:
                found.append((text, other))
    return found


def leaving(chart: Chart) -> list[object]:
    """Shapes that leave the drawing; texts by their words."""
    drawing: Drawing = chart.drawing
    found: list[object] = []
    for shape in drawing.contents:
        left, lower, right, upper = edges(shape)
        if left < -1 or lower < -1 or right > drawing.width + 1 or upper > drawing.height + 1:
            found.append(getattr(shape, "text", shape))
    return found


def grounds_of_texts(chart: Chart, ground: str) -> Iterator[tuple[str, str, str]]:
    """Each text with its colour and the colour behind it."""
    behind: list[tuple[Edges, str]] = []
    for shape in chart.drawing.contents:
        if isinstance(shape, String):
            left, lower, right, upper = edges(shape)
            x, y = (left + right) / 2, (lower + upper) / 2
            under = [color for (a, b, c, d), color in behind if a <= x <= c and b <= y <= d]
            yield str(shape.text), hexadecimal(shape.fillColor), under[-1] if under else ground
        elif isinstance(shape, Rect) and shape.fillColor is not None:
            behind.append((edges(shape), hexadecimal(shape.fillColor)))


def colors_of_shapes(chart: Chart) -> Iterator[tuple[str, ...]]:
    """Fill and outline of each shape, as far as it has them."""
    for shape in chart.drawing.contents:
        if isinstance(shape, (Rect, Circle, Polygon, PolyLine, Line, Path)):
            fill = None if isinstance(shape, (Line, PolyLine)) else shape.fillColor
            stroke = shape.strokeColor if shape.strokeWidth else None
            yield tuple(hexadecimal(color) for color in (fill, stroke) if color)


def everything(chart: Chart) -> str:
    """All that a chart tells, as one text."""
    spots = [(spot.key, spot.text, spot.group_id, spot.box, spot.more) for spot in chart.spots]
    return json.dumps(
        [svg(chart), chart.alternative_text, chart.table.title, chart.table.columns, chart.table.rows, spots]
    )
