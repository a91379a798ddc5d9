"""A document of blocks as PDF."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kommune_desktop.export.blocks.model import (
    Block,
    Bullets,
    Chart,
    Document,
    Grid,
    Heading,
    Lines,
    Look,
    NewPage,
    Numbered,
    Paragraph,
    Room,
)
from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.canvas import TaggedCanvas
from kommune_desktop.export.pdf.document import Frontmatter, Progress, write_pdf
from kommune_desktop.export.pdf.flowables import Figure, body, bullets, heading, numbered, page_break, room, together
from kommune_desktop.export.pdf.fonts import register
from kommune_desktop.export.pdf.table import table

_STYLES = {Look.BODY: styles.BODY, Look.LEAD: styles.LEAD, Look.STRONG: styles.STRONG, Look.NOTE: styles.NOTE}
_LINE = 7.5 * mm


def write_document(target: Path, document: Document, progress: Progress = lambda _: None) -> int:
    """Write a document as PDF: the whole file, or nothing.

    Returns:
        The number of pages.

    Raises:
        UserError: ``file.unwritable``.
    """
    register()
    frontmatter = Frontmatter(
        title=document.title,
        author=document.author,
        language=document.language,
        running_head=document.head,
        page_label=document.page_label,
        notice=document.notice,
    )
    return write_pdf(target, frontmatter, flowables(document.blocks), progress)


def flowables(blocks: Iterable[Block]) -> list[Flowable]:
    """Blocks as parts of a PDF's story."""
    return [flowable for block in blocks for flowable in _made(block)]


@functools.singledispatch
def _made(block: Block) -> Iterable[Flowable]:
    raise TypeError(block)


@_made.register
def _heading(block: Heading) -> Iterable[Flowable]:
    return [heading(block.level, block.text)]


@_made.register
def _paragraph(block: Paragraph) -> Iterable[Flowable]:
    return [body(block.text, _STYLES[block.look])]


@_made.register
def _bullets(block: Bullets) -> Iterable[Flowable]:
    return bullets(block.texts)


@_made.register
def _numbered(block: Numbered) -> Iterable[Flowable]:
    return numbered(block.texts)


@_made.register
def _grid(block: Grid) -> Iterable[Flowable]:
    return [table(block.columns, block.rows, named_by=block.named_by)]


@_made.register
def _chart(block: Chart) -> Iterable[Flowable]:
    return [Figure(block.chart.drawing, block.chart.alternative_text)]


@_made.register
def _lines(block: Lines) -> Iterator[Flowable]:
    yield together([body(block.name, styles.STRONG), _Empty(block.count)])


@_made.register
def _new_page(_: NewPage) -> Iterable[Flowable]:
    return [page_break()]


@_made.register
def _room(block: Room) -> Iterable[Flowable]:
    return [room(block.points)]


class _Empty(Flowable):
    """Empty lines to write on; nothing is read there."""

    canv: TaggedCanvas

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002 - reportlab's
        """Width and height in points."""
        self.width, self.height = available_width, self._count * _LINE + 2
        return self.width, self.height

    def draw(self) -> None:
        """Draw at the origin."""
        canvas = self.canv
        with canvas.artifact():
            canvas.saveState()
            canvas.setStrokeColor(styles.OUTLINE)
            canvas.setLineWidth(0.5)
            canvas.lines([(0, y, self.width, y) for y in (2 + place * _LINE for place in range(self._count))])
            canvas.restoreState()
