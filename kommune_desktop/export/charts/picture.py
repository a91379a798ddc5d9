"""A chart as an SVG picture, for the screen and for other programs.

reportlab's own ``renderSVG`` is of no use here: it turns every picture upside down and back again for each text, names
the typeface as the file does, clips with a path that QtSvg does not know, fills open lines, and takes 90 ms for a
heat map. The few shapes that charts are made of are written down here as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.graphics.shapes import Circle, Line, Path, Polygon, PolyLine, Rect, Shape, String
from reportlab.lib.colors import Color

from kommune_desktop.export.charts.chart import Chart
from kommune_desktop.export.charts.lettering import readable
from kommune_desktop.export.pdf.fonts import BOLD

FONT_FAMILY = "Noto Sans"
MARGIN = 6.0
"""Around the drawing, in points."""
_MOVE, _LINE = 0, 1


def svg(chart: Chart, ground: str = "") -> str:
    """The picture as text, with :data:`MARGIN` points around the drawing, whose corner stays at 0, 0.

    Args:
        ground: Colour of its ground; without one it has none.
    """
    drawing = chart.drawing
    corner, width, height = map(_number, (-MARGIN, drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN))
    size = f'width="{width}pt" height="{height}pt" viewBox="{corner} {corner} {width} {height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FONT_FAMILY}, sans-serif">',
        f"<title>{escape(readable(chart.table.title))}</title>",
        f"<desc>{escape(readable(chart.alternative_text))}</desc>",
    ]
    if ground:
        parts.append(f'<rect x="{corner}" y="{corner}" width="{width}" height="{height}" fill="{ground}"/>')
    parts += [_WRITERS[type(shape)](shape, drawing.height) for shape in drawing.contents]
    return "\n".join([*parts, "</svg>\n"])


def _rect(shape: Any, height: float) -> str:  # noqa: ANN401 - shapes have no types
    place = {"x": shape.x, "y": height - shape.y - shape.height, "width": shape.width, "height": shape.height}
    return _element("rect", place, shape)


def _circle(shape: Any, height: float) -> str:  # noqa: ANN401
    return _element("circle", {"cx": shape.cx, "cy": height - shape.cy, "r": shape.r}, shape)


def _line(shape: Any, height: float) -> str:  # noqa: ANN401
    place = {"x1": shape.x1, "y1": height - shape.y1, "x2": shape.x2, "y2": height - shape.y2}
    return f"<line{_attributes(place)}{_stroke(shape)}/>"


def _polygon(shape: Any, height: float) -> str:  # noqa: ANN401
    return f'<polygon points="{_points(shape.points, height)}"{_fill(shape)}{_stroke(shape)}/>'


def _polyline(shape: Any, height: float) -> str:  # noqa: ANN401
    return f'<polyline points="{_points(shape.points, height)}" fill="none"{_stroke(shape)}/>'


def _path(shape: Any, height: float) -> str:  # noqa: ANN401
    steps, points = [], iter(shape.points)
    for operator in shape.operators:
        letter = {_MOVE: "M", _LINE: "L"}[operator]
        steps.append(f"{letter}{_number(next(points))} {_number(height - next(points))}")
    return f'<path d="{"".join(steps)}"{_fill(shape)}{_stroke(shape)}/>'


def _string(shape: Any, height: float) -> str:  # noqa: ANN401
    weight = ' font-weight="bold"' if shape.fontName == BOLD else ""
    anchor = "" if shape.textAnchor == "start" else f" text-anchor={quoteattr(shape.textAnchor)}"
    place = _attributes({"x": shape.x, "y": height - shape.y, "font-size": shape.fontSize})
    return f"<text{place}{weight}{anchor}{_fill(shape)}>{escape(shape.text)}</text>"


_WRITERS: Mapping[type[Shape], Callable[[Any, float], str]] = {
    Rect: _rect,
    Circle: _circle,
    Line: _line,
    Polygon: _polygon,
    PolyLine: _polyline,
    Path: _path,
    String: _string,
}


def _element(name: str, place: Mapping[str, float], shape: Any) -> str:  # noqa: ANN401
    return f"<{name}{_attributes(place)}{_fill(shape)}{_stroke(shape)}/>"


def _attributes(numbers: Mapping[str, float]) -> str:
    return "".join(f' {name}="{_number(value)}"' for name, value in numbers.items())


def _points(flat: Sequence[float], height: float) -> str:
    return " ".join(f"{_number(x)},{_number(height - y)}" for x, y in zip(flat[::2], flat[1::2], strict=True))


def _fill(shape: Any) -> str:  # noqa: ANN401
    return f' fill="{_color(shape.fillColor)}"'


def _stroke(shape: Any) -> str:  # noqa: ANN401
    if shape.strokeColor is None:
        return ""
    dash = f' stroke-dasharray="{" ".join(map(_number, shape.strokeDashArray))}"' if shape.strokeDashArray else ""
    return f' stroke="{_color(shape.strokeColor)}" stroke-width="{_number(shape.strokeWidth)}"{dash}'


def _color(color: Color | None) -> str:
    return "none" if color is None else f"#{color.hexval()[2:]}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
