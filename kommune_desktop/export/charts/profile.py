"""The profile of the areas as bars, and the words and the table that it shares with the radar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kommune_desktop.core.results import AreaResult, Change, RoundResults, Trend
from kommune_desktop.export.charts.chart import Box, Chart, ChartTable, Look
from kommune_desktop.export.charts.lettering import NOTE, PLAIN, STRONG, cut, wrapped
from kommune_desktop.export.charts.scale import AXIS, axis, share
from kommune_desktop.export.charts.sketch import Pen, Sketch

_GAP = 9.0
_BAR = 10.0
_ROW = 17.0
_LABEL, _LABEL_SHARE = 200.0, 0.4
_VALUE, _VALUE_SHARE, _VALUE_SHARE_STACKED = 118.0, 0.3, 0.42
_NUMBER = 26.0
_KEY = 18.0
_STACKED_BELOW = 380.0


@dataclass(frozen=True)
class AreaRow:
    """One area in words and numbers."""

    area_id: str
    title: str
    score: Fraction | None
    band: str
    change: Change | None

    @property
    def before(self) -> Fraction | None:
        """The comparable score of the earlier round."""
        return self.change.before if self.change else None


def profile_bars(results: RoundResults, trend: Trend | None, look: Look) -> Chart:
    """The areas as bars of 0 to 100 points, with a mark for the earlier round. In little room names stand above."""
    rows = area_rows(results.areas, trend, look)
    sketch = Sketch(look)
    stacked = look.width < _STACKED_BELOW
    left = 0.0 if stacked else min(_LABEL, look.width * _LABEL_SHARE)
    right = min(_VALUE, look.width * (_VALUE_SHARE_STACKED if stacked else _VALUE_SHARE))
    names = [wrapped(row.title, (look.width if stacked else left) - _GAP, 1 if stacked else 2) for row in rows]
    heights = [_ROW + PLAIN.line * (1 if stacked else len(lines) - 1) for lines in names]
    plot = Box(left, AXIS, look.width - left - right, sum(heights))
    axis(sketch, plot)
    top = AXIS
    for row, lines, height in zip(rows, names, heights, strict=True):
        middle = top + height - _ROW / 2 if stacked else top + height / 2
        if stacked:
            sketch.name(top, lines[0])
        else:
            sketch.block(0, middle, lines)
        _bar(sketch, row, Box(plot.x, middle - _BAR / 2, plot.width, _BAR))
        sketch.spot(row.area_id, told(row, trend, look), Box(0, top, look.width, height))
        top += height
    height = plot.bottom + 1 if trend is None else _key(sketch, trend, plot.bottom)
    return sketch.finish(height, sentence(rows, trend, look, "profile"), table(rows, trend, look))


def _bar(sketch: Sketch, row: AreaRow, place: Box) -> None:
    """``place``: from 0 to 100 points."""
    if row.score is not None:
        width = max(place.width * share(row.score), 0.5)
        sketch.rect(place._replace(width=width), sketch.palette.primary, Pen(sketch.palette.quiet, 0.5))
    if row.before is not None:
        _before_mark(sketch, place.x + place.width * share(row.before), place.middle)
    x = place.right + _NUMBER
    sketch.text(x, place.middle, sketch.look.words.points(row.score), STRONG.at("end"))
    sketch.text(x + 8, place.middle, cut(row.band, sketch.width - x - 8))


def _before_mark(sketch: Sketch, x: float, middle: float) -> None:
    half = _BAR / 2 + 2.5
    for ink, weight in ((sketch.palette.ground, 4.0), (sketch.palette.ink, 1.6)):
        sketch.line((x, middle - half), (x, middle + half), Pen(ink, weight))


def _key(sketch: Sketch, trend: Trend, bottom: float) -> float:
    """Says what the mark is; gives where the drawing ends."""
    kind = NOTE.of(sketch.palette.quiet)
    middle = bottom + _KEY / 2 + 3
    _before_mark(sketch, 3, middle)
    text = sketch.look.words("chart.before", round=trend.before.round.title)
    sketch.text(10, middle, cut(text, sketch.width - 10, kind), kind)
    return bottom + _KEY + 4


# Words -----------------------------------------------------------------------------------------------------------


def area_rows(areas: Sequence[AreaResult], trend: Trend | None, look: Look) -> list[AreaRow]:
    """The areas in words and numbers."""
    changes = trend.areas if trend else {}
    return [
        AreaRow(
            result.area.id,
            look.text(result.area.title),
            result.score,
            look.text(result.band.title) if result.band else "",
            changes.get(result.area.id),
        )
        for result in areas
    ]


def told(row: AreaRow, trend: Trend | None, look: Look) -> str:
    """Everything of one area, for its tooltip."""
    words = look.words
    if row.score is None:
        return words("chart.no_value", label=row.title)
    text = words("chart.area", label=row.title, points=words.points(row.score), band=row.band)
    if row.change is None or trend is None:
        return text
    return f"{text} " + words(
        "chart.area_before",
        round=trend.before.round.title,
        before=words.points(row.change.before),
        change=words.change(row.change.points),
    )


def sentence(rows: Sequence[AreaRow], trend: Trend | None, look: Look, key: str) -> str:
    """The alternative text; ``key``: which chart it is."""
    words = look.words
    if not any(row.score is not None for row in rows):
        return words(f"chart.{key}_empty")
    values = [
        words("chart.no_value", label=row.title)
        if row.score is None
        else words("chart.value", label=row.title, points=words.points(row.score))
        for row in rows
    ]
    text = words(f"chart.{key}", values=words.join(values))
    changes = [
        words("chart.value", label=row.title, points=words.change(row.change.points)) for row in rows if row.change
    ]
    if trend is None or not changes:
        return text
    return f"{text} " + words("chart.changes", round=trend.before.round.title, values=words.join(changes))


def table(rows: Sequence[AreaRow], trend: Trend | None, look: Look) -> ChartTable:
    """The areas as rows."""
    words = look.words
    columns = [words("chart.areas"), words("word.score")]
    if trend is not None:
        columns += [trend.before.round.title, words("word.change")]
    cells = []
    for row in rows:
        cell = [row.title, words.points(row.score)]
        if trend is not None:
            cell += [words.points(row.before), words.change(row.change.points if row.change else None)]
        cells.append((*cell, row.band))
    numeric = tuple(range(1, len(columns)))
    return ChartTable(words("chart.profile_title"), (*columns, words("chart.band")), tuple(cells), numeric)
