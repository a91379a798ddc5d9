"""Charts, each with the sentence that says what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color, white

from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.fonts import BOLD, REGULAR, fitted
from kommune_desktop.texts import Texts

_SIZE = 9
_ROW = 17
_BAR = 10
_LABEL_WIDTH = 200
_VALUE_WIDTH = 118
_AXIS_HEIGHT = 20
_FULL = 100
_TICKS = (0, 25, 50, 75, 100)
_FILLED: Any = {"fillColor": styles.PRIMARY, "strokeColor": styles.OUTLINE, "strokeWidth": 0.5}


@dataclass(frozen=True)
class Bar:
    """One bar of a profile: a score of 0 to 100 points, and the earlier one if there is one."""

    label: str
    score: Fraction | None
    remark: str
    before: Fraction | None = None


def profile(bars: Sequence[Bar], texts: Texts, width: float = styles.TEXT_WIDTH) -> tuple[Drawing, str]:
    """Scores as horizontal bars with a mark for the round before, and the alternative text."""
    height = _AXIS_HEIGHT + _ROW * len(bars)
    drawing = Drawing(width, height)
    length = width - _LABEL_WIDTH - _VALUE_WIDTH
    _draw_axis(drawing, height, length)
    for row, bar in enumerate(bars):
        _draw_bar(drawing, bar, height - _AXIS_HEIGHT - _ROW * (row + 1), length, texts)
    if not any(bar.score is not None for bar in bars):
        return drawing, texts("chart.profile_empty")
    values = [
        texts("chart.no_value", label=bar.label)
        if bar.score is None
        else texts("chart.value", label=bar.label, points=texts.points(bar.score))
        for bar in bars
    ]
    return drawing, texts("chart.profile", values=texts.join(values))


def _draw_axis(drawing: Drawing, height: float, length: float) -> None:
    for tick in _TICKS:
        x = _LABEL_WIDTH + length * tick / _FULL
        drawing.add(Line(x, 0, x, height - _AXIS_HEIGHT + 4, strokeColor=styles.OUTLINE, strokeWidth=0.3))
        drawing.add(_string(x, height - _SIZE, str(tick), anchor="middle", color=styles.OUTLINE))


def _draw_bar(drawing: Drawing, bar: Bar, y: float, length: float, texts: Texts) -> None:
    base = y + (_ROW - _BAR) / 2
    text_y = base + 2
    drawing.add(_string(0, text_y, fitted(bar.label, REGULAR, _SIZE, _LABEL_WIDTH - _SIZE)))
    if bar.score is not None:
        drawing.add(
            Rect(
                _LABEL_WIDTH,
                base,
                max(length * float(bar.score) / _FULL, 0.5),
                _BAR,
                **_FILLED,
            )
        )
    if bar.before is not None:
        x = _LABEL_WIDTH + length * float(bar.before) / _FULL
        for ink, line_width in ((white, 4.0), (styles.INK, 1.6)):
            drawing.add(Line(x, base - 3, x, base + _BAR + 3, strokeColor=ink, strokeWidth=line_width))
    points = texts.points(bar.score)
    x = _LABEL_WIDTH + length + 10
    drawing.add(_string(x + 16, text_y, points, anchor="end", font=BOLD))
    drawing.add(_string(x + 24, text_y, fitted(bar.remark, REGULAR, _SIZE, _VALUE_WIDTH - 34)))


def _string(  # noqa: PLR0913 - where, what and how
    x: float,
    y: float,
    text: str,
    *,
    anchor: Literal["start", "middle", "end"] = "start",
    font: str = REGULAR,
    color: Color = styles.INK,
) -> String:
    return String(x, y, text, textAnchor=anchor, fontName=font, fontSize=_SIZE, fillColor=color)
