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
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Paragraph, Spacer, Table

from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.canvas import TaggedCanvas
from kommune_desktop.export.pdf.fonts import REGULAR
from kommune_desktop.export.pdf.structure import Tag

_BULLET = "•"
_CELL_SPACE = 2.5


class _Text(Paragraph):
    """A paragraph that knows which part of the document it is.

    Attributes:
        tag: What its words are.
        label: What its bullet is, where it has one.
    """

    tag: Tag
    label: Tag | None = None
    canv: TaggedCanvas

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The pieces on this page and on the next; both are the same part."""
        pieces: list[Flowable] = super().split(available_width, available_height)
        for place, piece in enumerate(pieces):
            if isinstance(piece, _Text):
                piece.tag, piece.label = self.tag, None if place else self.label
        return pieces

    def draw(self) -> None:
        """Draw at the origin."""
        with self.canv.part(self.label or self.tag):
            super().draw()

    def beginText(self, x: float, y: float) -> PDFTextObject:  # noqa: N802 - reportlab's name
        """The words begin here: what came before them was the bullet."""
        if self.label is not None:
            self.canv.end_part()
            self.canv.begin_part(self.tag)
        return super().beginText(x, y)


class Heading(_Text):
    """A heading; enters the bookmarks. Made by :func:`heading`."""

    level = 0
    plain_text = ""


class Body(_Text):
    """A paragraph. Made by :func:`body`."""


class Item(_Text):
    """One entry of a list. Made by :func:`bullets`."""


class Cell(_Text):
    """What stands in a cell of a table. Made by :func:`table`."""


class Figure(Flowable):
    """A drawing with the alternative text that says what it shows."""

    canv: TaggedCanvas

    def __init__(self, drawing: Drawing, alternative_text: str) -> None:
        super().__init__()
        self.drawing = drawing
        self.tag = Tag("Figure", alternative_text=alternative_text)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        width, height = self.drawing.wrap(available_width, available_height)
        return float(width), float(height)

    def draw(self) -> None:
        """Draw at the origin."""
        canvas = self.canv
        corners = (canvas.absolutePosition(0, 0), canvas.absolutePosition(self.drawing.width, self.drawing.height))
        self.tag.attributes = {"O": "Layout", "Placement": "Block", "BBox": [*corners[0], *corners[1]]}
        with canvas.part(self.tag):
            self.drawing.drawOn(canvas, 0, 0)


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


@dataclass(frozen=True)
class _Row:
    """What a row and its cells are."""

    tag: Tag
    cells: Sequence[Tag]


class DataTable(Table):
    """A table whose header row is repeated on every page. Made by :func:`table`.

    Attributes:
        rows: What its rows are, those of the whole table even where this is only the piece on one page.
        first: The row after the header row.
        is_continued: Whether the table began on a page before; then its header row has been read already.
    """

    rows: Sequence[_Row]
    _cellvalues: Sequence[Sequence[Cell]]
    first = 1
    is_continued = False
    canv: TaggedCanvas

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The pieces on this page and on the next."""
        pieces: list[Flowable] = super().split(available_width, available_height)
        first, is_continued = self.first, self.is_continued
        for piece in pieces:
            if isinstance(piece, DataTable):
                piece.rows, piece.first, piece.is_continued = self.rows, first, is_continued
                first, is_continued = first + len(piece._cellvalues) - 1, True  # noqa: SLF001 - of its own class
        return pieces

    def mark(self, what: str, row: int | None) -> None:
        """Say what is drawn next: reportlab's ``renderCB``."""
        canvas = self.canv
        is_repeated = row == 0 and self.is_continued
        if what in ("startBG", "startLines"):
            canvas.begin_artifact()
        elif what in ("endBG", "endLines") or (what == "endRow" and self._in_repeated_row):
            self._in_repeated_row = False
            canvas.end_artifact()
        elif what == "startRow" and is_repeated:
            self._in_repeated_row = True
            canvas.begin_artifact("Pagination")
        elif what == "startRow" and row is not None:
            for tag in self.rows[row and self.first + row - 1].cells:  # empty ones are drawn by nobody
                canvas.structure.take_in(tag)

    _in_repeated_row = False


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
    made.tag = Tag(f"H{level}")
    made.level = level
    made.plain_text = text
    return made


def body(text: str, style: ParagraphStyle = styles.BODY) -> Body:
    """A paragraph."""
    made = Body(escape(text), style)
    made.tag = Tag("P")
    return made


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    *,
    row_height: float | None = None,
    named_by: int = 0,
) -> DataTable:
    """A table of texts, a row for each of ``rows``.

    Args:
        row_height: In points, the same for all rows; each as high as its texts where left out.
        named_by: The column that says what a row is about.
    """
    whole = Tag("Table")
    tags = [_row(whole, ["Column"] * len(columns))]
    tags += [_row(whole, ["Row" if place == named_by else "" for place in range(len(columns))]) for _ in rows]
    head_styles = [styles.CELL_HEAD_NUMBER if column.numeric else styles.CELL_HEAD for column in columns]
    cell_styles = [styles.CELL_NUMBER if column.numeric else styles.CELL for column in columns]
    head = _cells([column.title for column in columns], head_styles, tags[0])
    made = DataTable(
        [head, *(_cells(row, cell_styles, tag) for row, tag in zip(rows, tags[1:], strict=True))],
        colWidths=_widths(columns),
        rowHeights=[None, *[row_height] * len(rows)],
        repeatRows=1,
        style=_TABLE_STYLE,
        hAlign="LEFT",
        spaceBefore=4,
        spaceAfter=8,
        renderCB=_mark,  # type: ignore[arg-type]  # of a table of ours it is
    )
    made.rows = tags
    return made


def _row(whole: Tag, scopes: Sequence[str]) -> _Row:
    """A row of cells; one with a scope is the header of a column or of a row."""
    row = Tag("TR", whole)
    return _Row(
        row,
        [Tag("TH", row, attributes={"O": "Table", "Scope": scope}) if scope else Tag("TD", row) for scope in scopes],
    )


def _mark(table: DataTable, what: str, *arguments: Any) -> None:  # noqa: ANN401 - whatever reportlab tells
    table.mark(what, arguments[0] if what == "startRow" else None)


def bullets(texts: Sequence[str]) -> list[Flowable]:
    """A list."""
    whole = Tag("L", attributes={"O": "List", "ListNumbering": "Disc"})
    items: list[Flowable] = []
    for text in texts:
        entry = Tag("LI", whole)
        item = Item(escape(text), styles.ITEM, bulletText=_BULLET)
        item.label, item.tag = Tag("Lbl", entry), Tag("LBody", entry)
        items.append(item)
    return items


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


def _cells(texts: Sequence[str], cell_styles: Sequence[ParagraphStyle], row: _Row) -> list[Cell]:
    cells = []
    for text, style, tag in zip(texts, cell_styles, row.cells, strict=True):
        cell = Cell(escape(text), style)
        cell.tag = tag
        cells.append(cell)
    return cells


def _widths(columns: Sequence[Column]) -> list[float]:
    fixed = sum(column.width or 0 for column in columns)
    open_columns = sum(1 for column in columns if column.width is None)
    share = (styles.TEXT_WIDTH - fixed) / open_columns if open_columns else 0
    return [share if column.width is None else column.width for column in columns]
