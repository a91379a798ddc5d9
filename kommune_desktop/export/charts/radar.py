"""The profile of the areas as a radar."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kommune_desktop.core.results import RoundResults, Trend
from kommune_desktop.export.charts.chart import Box, Chart, Look
from kommune_desktop.export.charts.lettering import NOTE, PLAIN, STRONG, Anchor, cut, spread, wrapped
from kommune_desktop.export.charts.marks import around
from kommune_desktop.export.charts.profile import AreaRow, area_rows, profile_bars, sentence, table, told
from kommune_desktop.export.charts.scale import FULL, TICKS, share
from kommune_desktop.export.charts.sketch import Pen, Point, Sketch

_FEWEST_AXES = 3
_LARGEST_RADIUS, _SMALLEST_RADIUS = 125.0, 46.0
_LEAST_BETWEEN = 14.0
"""Between two numbers of the axis."""
_LABEL = 84.0
_LABEL_LINES = 3
_BESIDE = 9.0
_SAMPLE = 22.0
_DASH = (4.0, 2.5)
_MARK = 3.0


@dataclass(frozen=True)
class _Web:
    """Where the axes run, the first one upwards, the others clockwise."""

    middle: Point
    radius: float
    count: int

    def at(self, place: int, share: float) -> Point:
        """The point on an axis at a share of its length."""
        angle = 2 * math.pi * place / self.count
        length = self.radius * share
        return self.middle[0] + length * math.sin(angle), self.middle[1] - length * math.cos(angle)

    def side(self, place: int) -> int:
        """Where the label stands: 1 right, -1 left, 0 above or below."""
        across = math.sin(2 * math.pi * place / self.count)
        return 0 if abs(across) < 0.05 else 1 if across > 0 else -1

    def edge(self, top: float, bottom: float) -> float:
        """How far from the middle a block between two heights is clear of the web."""
        nearest = max(self.middle[1] - bottom, top - self.middle[1], 0.0)
        return math.sqrt(max((self.radius + _BESIDE) ** 2 - nearest**2, 0))


def profile_radar(results: RoundResults, trend: Trend | None, look: Look) -> Chart:
    """The areas as a radar of 0 to 100 points, the earlier round dashed.

    There is none with fewer than three areas, or with more than there is room for beside it: then it is the bars.
    """
    rows = area_rows(results.areas, trend, look)
    radius = min(max(look.width / 2 - _BESIDE - _LABEL, _SMALLEST_RADIUS), _LARGEST_RADIUS)
    if len(rows) < _FEWEST_AXES or len(rows) // 2 * 2 * PLAIN.line > 2 * radius:
        return profile_bars(results, trend, look)
    sketch = Sketch(look)
    above = STRONG.line * 2 + _BESIDE
    web = _Web((look.width / 2, above + radius), radius, len(rows))
    _rings(sketch, web)
    if trend is not None:
        before = Pen(look.palette.ink, 1.3, _DASH)
        _outline(sketch, web, [row.before for row in rows], before)
    scores = [row.score for row in rows]
    _outline(sketch, web, scores, Pen(look.palette.primary, 2.2))
    for place, score in enumerate(scores):
        if score is not None:
            sketch.circle(web.at(place, share(score)), _MARK, look.palette.primary, Pen(look.palette.ground, 0.8))
    _ring_numbers(sketch, web, rows)
    _labels(sketch, web, rows, trend)
    height = _key(sketch, above + 2 * radius + (_BESIDE if web.count % 2 else above), results.round.title, trend)
    return sketch.finish(height, sentence(rows, trend, look, "radar"), table(rows, trend, look))


def _rings(sketch: Sketch, web: _Web) -> None:
    pen = Pen(sketch.palette.grid, 0.6)
    for tick in TICKS[1:]:
        ring = [web.at(place, tick / FULL) for place in range(web.count)]
        sketch.polygon(ring, pen=Pen(sketch.palette.quiet, 0.8) if tick == FULL else pen)
    for place in range(web.count):
        sketch.line(web.middle, web.at(place, 1), pen)


def _ring_numbers(sketch: Sketch, web: _Web, rows: Sequence[AreaRow]) -> None:
    """Between two axes, where they are furthest from the lines of the rounds."""
    kind = NOTE.of(sketch.palette.quiet).at("middle")

    def room(place: int) -> float:
        pairs = (rows[place], rows[(place + 1) % web.count])
        lines = [[row.score for row in pairs], [row.before for row in pairs]]
        crossed = [sum(share(score) for score in line if score is not None) / 2 for line in lines]
        return min(abs(where - tick / FULL) for where in crossed for tick in TICKS)

    place = max(range(web.count), key=room)
    between = web.radius * math.cos(math.pi / web.count) / (len(TICKS) - 1)
    every = next((step for step in (1, 2) if between * step >= _LEAST_BETWEEN), len(TICKS) - 1)
    for tick in TICKS[::every]:
        first, second = web.at(place, tick / FULL), web.at(place + 1, tick / FULL)
        sketch.plate((first[0] + second[0]) / 2, (first[1] + second[1]) / 2, str(tick), kind)


def _outline(sketch: Sketch, web: _Web, scores: Sequence[Fraction | None], pen: Pen) -> None:
    """Join the scores; where one is missing, the line is open."""
    points = [None if score is None else web.at(place, share(score)) for place, score in enumerate(scores)]
    known = [point for point in points if point is not None]
    if len(known) == len(points):
        sketch.polygon(known, pen=pen)
        return
    for place, start in enumerate(points):
        end = points[(place + 1) % len(points)]
        if start is not None and end is not None:
            sketch.line(start, end, pen)


def _labels(sketch: Sketch, web: _Web, rows: Sequence[AreaRow], trend: Trend | None) -> None:
    boxes: dict[int, Box] = {}
    for side in (-1, 0, 1):
        places = [place for place in range(web.count) if web.side(place) == side]
        boxes |= _beside(sketch, web, rows, places[::side]) if side else _above_and_below(sketch, web, rows, places)
    for place, row in enumerate(rows):
        mark = () if row.score is None else (around(web.at(place, share(row.score))),)
        sketch.spot(row.area_id, told(row, trend, sketch.look), boxes[place], mark)


def _above_and_below(sketch: Sketch, web: _Web, rows: Sequence[AreaRow], places: Sequence[int]) -> dict[int, Box]:
    """Labels of the axes that run straight up and down."""
    boxes = {}
    for place in places:
        x, y = web.at(place, 1)
        lines = [cut(rows[place].title, sketch.width), sketch.look.words.points(rows[place].score)]
        height = PLAIN.line + STRONG.line
        top = y - _BESIDE / 2 - height if place == 0 else y + _BESIDE / 2
        boxes[place] = _label(sketch, x, top, lines, "middle")
    return boxes


def _beside(sketch: Sketch, web: _Web, rows: Sequence[AreaRow], places: Sequence[int]) -> dict[int, Box]:
    """Labels of one side, from the uppermost down: near their axes, clear of the web and of each other."""
    width = sketch.width / 2 - web.radius - _BESIDE
    blocks = _blocks(sketch, web, [rows[place] for place in places], width)
    heights = [PLAIN.line * (len(lines) - 1) + STRONG.line for lines in blocks]
    wanted = [web.at(place, 1)[1] for place in places]
    middles = spread(wanted, heights, web.middle[1] - web.radius, web.middle[1] + web.radius)
    boxes = {}
    for place, lines, middle, height in zip(places, blocks, middles, heights, strict=True):
        top, side = middle - height / 2, web.side(place)
        x = web.middle[0] + side * web.edge(top, top + height)
        boxes[place] = _label(sketch, x, top, lines, "start" if side > 0 else "end")
    return boxes


def _blocks(sketch: Sketch, web: _Web, rows: Sequence[AreaRow], width: float) -> list[list[str]]:
    """Title and points of each area; in as many lines as there is height for."""
    words = sketch.look.words
    for most in range(_LABEL_LINES, 0, -1):
        blocks = [[*wrapped(words.hyphenated(row.title), width, most), words.points(row.score)] for row in rows]
        if sum(len(lines) for lines in blocks) * PLAIN.line <= 2 * web.radius:
            break
    return blocks


def _label(sketch: Sketch, x: float, top: float, lines: Sequence[str], anchor: Anchor) -> Box:
    """Write the lines, the last one strong; gives the place that they take."""
    kind = PLAIN.at(anchor)
    for number, line in enumerate(lines[:-1]):
        sketch.text(x, top + (number + 0.5) * kind.line, line, kind)
    sketch.text(x, top + (len(lines) - 0.5) * kind.line, lines[-1], STRONG.at(anchor))
    width = max(*(kind.width(line) for line in lines[:-1]), STRONG.width(lines[-1]))
    left = x if anchor == "start" else x - width if anchor == "end" else x - width / 2
    return Box(left, top, width, len(lines) * kind.line)


def _key(sketch: Sketch, top: float, title: str, trend: Trend | None) -> float:
    """Says which line is which round; gives where the drawing ends."""
    if trend is None:
        return top
    palette, kind = sketch.palette, NOTE.of(sketch.palette.quiet)
    before = sketch.look.words("chart.before", round=trend.before.round.title)
    for text, pen in ((title, Pen(palette.primary, 2.2)), (before, Pen(palette.ink, 1.3, _DASH))):
        middle = top + kind.line / 2 + 2
        sketch.line((0, middle), (_SAMPLE, middle), pen)
        sketch.text(_SAMPLE + 6, middle, cut(text, sketch.width - _SAMPLE - 6, kind), kind)
        top += kind.line + 2
    return top + 2
