"""The table of contents: titles that lead to their headings, with the numbers of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.canvas import TaggedCanvas
from kommune_desktop.export.pdf.flowables import Heading, ascent, headings_in
from kommune_desktop.export.pdf.letters import drawn
from kommune_desktop.export.pdf.lines import Lines, broken
from kommune_desktop.export.pdf.structure import Tag

DEPTH = 2
"""Headings down to this level stand in the contents."""
_NUMBER_WIDTH = 12 * mm
_DOT_DISTANCE = 4.5
_GAP = 4


class Entry(Flowable):
    """A line of the contents. Made by :func:`contents`."""

    canv: TaggedCanvas

    def __init__(self, heading: Heading, whole: Tag) -> None:
        super().__init__()
        self._heading = heading
        self._style = styles.CONTENTS[heading.level]
        self._lines: Lines = ()
        reference = Tag("Reference", Tag("TOCI", whole))
        self._link = Tag("Link", reference, alternative_text=heading.plain_text)

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """Free height above, in points."""
        return float(self._style.spaceBefore)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002 - reportlab's
        """Width and height in points."""
        style = self._style
        self.width = available_width
        room = available_width - style.leftIndent - _NUMBER_WIDTH
        self._lines = broken(drawn(self._heading.plain_text), style.fontName, style.fontSize, room)
        self.height = len(self._lines) * style.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw at the origin."""
        canvas, style = self.canv, self._style
        y = self.height - ascent(style)
        with canvas.part(self._link):
            for line in self._lines:
                canvas.setFont(style.fontName, style.fontSize)
                canvas.setFillColor(style.textColor)
                canvas.drawString(style.leftIndent, y, line)
                y -= style.leading
        y += style.leading
        with canvas.artifact():
            self._draw_leader(y)
        with canvas.part(self._link):
            canvas.draw_page_of(self._heading.key, self.width, y, style)
        canvas.link_to(self._heading.key, (0, 0, self.width, self.height), self._link)

    def _draw_leader(self, y: float) -> None:
        style = self._style
        end = style.leftIndent + pdfmetrics.stringWidth(self._lines[-1], style.fontName, style.fontSize) + _GAP
        last = self.width - _NUMBER_WIDTH + _GAP
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(styles.OUTLINE)
        canvas.setLineWidth(0.7)
        canvas.setLineCap(1)
        canvas.setDash(0, _DOT_DISTANCE)
        if end < last:
            # From the right, so that the dots of all lines stand below each other.
            canvas.line(last, y + 0.5, end, y + 0.5)
        canvas.restoreState()


def contents(story: Sequence[Flowable]) -> Iterable[Flowable]:
    """A line for each heading of a story down to :data:`DEPTH`. Whoever writes the document gives the headings keys."""
    levels: list[Tag] = []
    for heading in headings_in(story):
        if heading.level > DEPTH or not heading.is_listed:
            continue
        while len(levels) < heading.level:
            levels.append(Tag("TOC", levels[-1] if levels else None))
        del levels[heading.level :]
        yield Entry(heading, levels[-1])
