"""The words that a document is written in.

A story uses these and nothing else of reportlab, so that what they mean (a heading of a level, a header cell, a figure
with its alternative text) is known wherever they are drawn. All texts are plain text, never markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Paragraph, Spacer, Table

from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.fonts import REGULAR

_BULLET = "•"
_CELL_SPACE = 2.5


class Heading(Paragraph):
    """A heading; enters the bookmarks. Made by :func:`heading`."""

    level = 0
    plain_text = ""


class Body(Paragraph):
    """A paragraph. Made by :func:`body`."""


class Item(Paragraph):
    """One entry of a list. Made by :func:`bullets`."""


class Figure(Flowable):
    """A drawing with the alternative text that says what it shows."""

    def __init__(self, drawing: Drawing, alternative_text: str) -> None:
        super().__init__()
        self.drawing = drawing
        self.alternative_text = alternative_text

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        width, height = self.drawing.wrap(available_width, available_height)
        return float(width), float(height)

    def draw(self) -> None:
        """Draw at the origin."""
        self.drawing.drawOn(self.canv, 0, 0)


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        width: In points; ``None`` shares what the others leave.
        numeric: Right-aligned.
    """

    title: str
    width: float | None = None
    numeric: bool = False


class DataTable(Table):
    """A table whose header row is repeated on every page. Made by :func:`table`."""


_TABLE_STYLE: list[Any] = [
    ("FONT", (0, 0), (-1, -1), REGULAR, 8),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("TOPPADDING", (0, 0), (-1, -1), 1.2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
    ("LEFTPADDING", (0, 0), (-1, -1), _CELL_SPACE),
    ("RIGHTPADDING", (0, 0), (-1, -1), _CELL_SPACE),
    ("BACKGROUND", (0, 0), (-1, 0), styles.TINT),
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, styles.PRIMARY),
    ("LINEBELOW", (0, 1), (-1, -1), 0.25, styles.OUTLINE),
]


# Functions make what the story is made of: where a page ends, reportlab makes more of a class by its own constructor.


def heading(level: int, text: str) -> Heading:
    """A heading of level 1 or 2."""
    made = Heading(escape(text), styles.HEADINGS[level])
    made.level = level
    made.plain_text = text
    return made


def body(text: str, style: ParagraphStyle = styles.BODY) -> Body:
    """A paragraph."""
    return Body(escape(text), style)


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, row_height: float | None = None) -> DataTable:
    """A table of texts, a row for each of ``rows``; as high as its texts, or all of one height in points."""
    head = [_cell(c.title, styles.CELL_HEAD_NUMBER if c.numeric else styles.CELL_HEAD) for c in columns]
    cell_styles = [styles.CELL_NUMBER if column.numeric else styles.CELL for column in columns]
    body = [[_cell(text, style) for text, style in zip(row, cell_styles, strict=True)] for row in rows]
    return DataTable(
        [head, *body],
        colWidths=_widths(columns),
        rowHeights=[None, *[row_height] * len(rows)],
        repeatRows=1,
        style=_TABLE_STYLE,
        hAlign="LEFT",
        spaceBefore=4,
        spaceAfter=8,
    )


def bullets(texts: Sequence[str]) -> list[Flowable]:
    """A list."""
    return [Item(escape(text), styles.ITEM, bulletText=_BULLET) for text in texts]


def together(flowables: Sequence[Flowable]) -> Flowable:
    """Flowables that stay on one page."""
    return KeepTogether(list(flowables))


def space(points: float) -> Flowable:
    """Empty height."""
    return Spacer(1, points)


def room(points: float) -> Flowable:
    """What follows starts on a new page unless this much height is left."""
    return CondPageBreak(points)


def page_break() -> Flowable:
    """What follows starts on a new page."""
    return PageBreak()


def _cell(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text), style)


def _widths(columns: Sequence[Column]) -> list[float]:
    fixed = sum(column.width or 0 for column in columns)
    open_columns = sum(1 for column in columns if column.width is None)
    share = (styles.TEXT_WIDTH - fixed) / open_columns if open_columns else 0
    return [share if column.width is None else column.width for column in columns]
