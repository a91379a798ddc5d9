"""Tables: a header row that is repeated on every page, cells of text, lines between the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.canvas import TaggedCanvas
from kommune_desktop.export.pdf.flowables import ascent, tag_of
from kommune_desktop.export.pdf.letters import cleaned, drawn
from kommune_desktop.export.pdf.lines import Lines, remembered
from kommune_desktop.export.pdf.structure import Tag

_ABOVE, _BELOW, _BESIDE = 0.9, 1.8, 2.5
_FEW_ROWS = 2
"""So many rows of a table stay together at the end and at the start of a page."""


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
    """What a row and its cells are, and the lines in them."""

    tag: Tag
    cells: Sequence[Tag]
    lines: Sequence[Lines]
    height: float


@dataclass(frozen=True)
class _Grid:
    """The columns of a table."""

    widths: Sequence[float]
    numeric: Sequence[bool]


class DataTable(Flowable):
    """A table, or the piece of one on a page. Made by :func:`table`.

    Attributes:
        rows: The header row, and those that are drawn here.
        is_continued: Whether the table began on a page before; then its header row has been read already.
    """

    canv: TaggedCanvas

    def __init__(self, grid: _Grid, rows: Sequence[_Row], *, is_continued: bool = False) -> None:
        super().__init__()
        self.hAlign, self.spaceBefore, self.spaceAfter = "LEFT", 4, 8
        self.rows, self.is_continued = rows, is_continued
        self._grid = grid

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002 - reportlab's
        """Width and height in points."""
        return sum(self._grid.widths), sum(row.height for row in self.rows)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:  # noqa: ARG002 - reportlab's
        """The pieces on this page and on the next."""
        head, *rows = self.rows
        fitting = self._fitting(available_height - head.height)
        if fitting == len(rows):
            return [self]
        few = min(fitting, len(rows) - _FEW_ROWS)
        if few >= _FEW_ROWS or (fitting and available_height > styles.PAGE_HEIGHT / 2):
            fitting = max(few, 1)
            first = DataTable(self._grid, [head, *rows[:fitting]], is_continued=self.is_continued)
            return [first, DataTable(self._grid, [head, *rows[fitting:]], is_continued=True)]
        return []

    def _fitting(self, height: float) -> int:
        """How many rows this height has room for."""
        for place, row in enumerate(self.rows[1:]):
            height -= row.height
            if height < 0:
                return place
        return len(self.rows) - 1

    def draw(self) -> None:
        """Draw at the origin."""
        canvas = self.canv
        _, height = self.wrap(0, 0)
        with canvas.artifact():
            self._draw_lines(height)
        canvas.saveState()
        for place, row in enumerate(self.rows):
            if place == 0 and self.is_continued:
                with canvas.artifact("Pagination"):
                    self._draw_row(row, height, is_head=True)
            else:
                self._draw_row(row, height, is_head=place == 0)
            height -= row.height
        canvas.restoreState()

    def _draw_lines(self, height: float) -> None:
        canvas, width = self.canv, sum(self._grid.widths)
        head, *rows = self.rows
        canvas.saveState()
        canvas.setFillColor(styles.TINT)
        canvas.rect(0, height - head.height, width, head.height, stroke=0, fill=1)
        canvas.setStrokeColor(styles.OUTLINE)
        canvas.setLineWidth(0.25)
        y = height - head.height
        below = [y := y - row.height for row in rows]
        canvas.lines([(0, y, width, y) for y in below])
        canvas.setStrokeColor(styles.PRIMARY)
        canvas.setLineWidth(0.8)
        canvas.line(0, height - head.height, width, height - head.height)
        canvas.restoreState()

    def _draw_row(self, row: _Row, top: float, *, is_head: bool) -> None:
        canvas = self.canv
        style = styles.CELL_HEAD if is_head else styles.CELL
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        x = 0.0
        for tag, lines, width, numeric in zip(row.cells, row.lines, self._grid.widths, self._grid.numeric, strict=True):
            y = top - _ABOVE - ascent(style)
            if is_head:  # stands on the line below it
                y = top - row.height + _BELOW + len(lines) * style.leading - ascent(style)
            with canvas.part(tag):  # an empty cell is a cell
                for line in filter(None, lines):
                    if numeric or tag.language:
                        canvas.drawRightString(x + width - _BESIDE, y, line)
                    else:
                        canvas.drawString(x + _BESIDE, y, line)
                    y -= style.leading
            x += width


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
    grid = _Grid(_widths(columns), [column.numeric for column in columns])
    scopes = ["Row" if place == named_by else "" for place in range(len(columns))]
    head = _row(whole, ["Column"] * len(columns), [column.title for column in columns], grid, styles.CELL_HEAD)
    made = [_row(whole, scopes, row, grid, styles.CELL, row_height) for row in rows]
    return DataTable(grid, [head, *made])


def _row(  # noqa: PLR0913, PLR0917 - what a row is and what is in it
    whole: Tag,
    scopes: Sequence[str],
    texts: Sequence[str],
    grid: _Grid,
    style: ParagraphStyle,
    height: float | None = None,
) -> _Row:
    """A row of cells; one with a scope is the header of a column or of a row."""
    row = Tag("TR", whole)
    shown = [cleaned(text) for text in texts]
    cells = [
        tag_of("TH", text, row, {"O": "Table", "Scope": scope}) if scope else tag_of("TD", text, row)
        for text, scope in zip(shown, scopes, strict=True)
    ]
    lines = [
        remembered(drawn(text), style.fontName, style.fontSize, width - 2 * _BESIDE)
        for text, width in zip(shown, grid.widths, strict=True)
    ]
    needed = max(map(len, lines), default=0) * style.leading + _ABOVE + _BELOW
    return _Row(row, cells, lines, needed if height is None else height)


def _widths(columns: Sequence[Column]) -> list[float]:
    fixed = sum(column.width or 0 for column in columns)
    open_columns = sum(1 for column in columns if column.width is None)
    share = (styles.TEXT_WIDTH - fixed) / open_columns if open_columns else 0
    return [share if column.width is None else column.width for column in columns]
