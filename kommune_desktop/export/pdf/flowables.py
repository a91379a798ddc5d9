"""The words that a document is written in; tables are in a module of their own.

A story uses these and nothing else of reportlab, so that what they mean (a heading of a level, a header cell, a figure
with its alternative text) is known wherever they are drawn. All texts are plain text, never markup. What people have
written may hold anything: control signs are left out, and a letter that the typeface lacks becomes a visible box.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.canvas import TaggedCanvas
from kommune_desktop.export.pdf.letters import as_seen, cleaned, drawn, is_drawn_as_it_is, right_to_left
from kommune_desktop.export.pdf.lines import Lines, broken
from kommune_desktop.export.pdf.structure import Attribute, Tag
from kommune_desktop.texts import SOFT_HYPHEN

_BULLET = "•"
_FEW_LINES = 2
"""So many lines of a paragraph stay together at the end and at the start of a page."""
_PORTION = 64
_HIGHEST = styles.TEXT_HEIGHT - 100
"""A figure of this height, in points, leaves room for the headings above it."""


@functools.cache
def _ascent(font: str, size: float) -> float:
    return float(pdfmetrics.getAscentDescent(font, size)[0])


def ascent(style: ParagraphStyle) -> float:
    """From the upper edge of a line to its base line, in points."""
    return _ascent(style.fontName, style.fontSize)


class Words(Flowable):
    """Lines of text, or the piece of them on a page; both are the same part of the document.

    Attributes:
        tag: What its words are.
        label: What its bullet is, where it has one.
        bullet: The sign or the number in front of it.
    """

    canv: TaggedCanvas

    def __init__(
        self, text: str, style: ParagraphStyle, tag: Tag, label: Tag | None = None, bullet: str = _BULLET
    ) -> None:
        super().__init__()
        self.style, self.tag, self.label, self.bullet = style, tag, label, bullet
        self._text: str | None = text
        self._lines: Lines = ()
        self._width = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002 - reportlab's
        """Width and height in points."""
        if self._text is not None:
            style = self.style
            self._width = available_width
            self._lines = broken(self._text, style.fontName, style.fontSize, available_width - style.leftIndent)
            self._text = None
        return available_width, len(self._lines) * self.style.leading

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The pieces on this page and on the next."""
        self.wrap(available_width, available_height)
        count = len(self._lines)
        fitting = int(available_height / self.style.leading + 1e-6)
        if fitting >= count:
            return [self]
        fitting = min(fitting, count - _FEW_LINES)
        if fitting < _FEW_LINES:
            return []
        return [self._piece(0, fitting), self._piece(fitting, count)]

    def _piece(self, first: int, after: int) -> Words:
        piece = Words("", self.style, self.tag, None if first else self.label, self.bullet)
        piece._text, piece._lines, piece._width = None, self._lines[first:after], self._width
        return piece

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """Free height above, in points."""
        return float(self.style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """Free height below, in points."""
        return float(self.style.spaceAfter)

    def draw(self) -> None:
        """Draw at the origin."""
        canvas, style = self.canv, self.style
        top = len(self._lines) * style.leading - ascent(style)
        canvas.saveState()
        if self.label is not None:
            with canvas.part(self.label):
                self._draw_lines((self.bullet,), style.bulletIndent, top)
        with canvas.part(self.tag):
            self._draw_lines(self._lines, style.leftIndent, top)
        canvas.restoreState()

    def _draw_lines(self, lines: Lines, indent: float, y: float) -> None:
        """Draw below each other; words from right to left start at the right edge, and so does their bullet."""
        text = self.canv.beginText(indent, y)
        text.setFont(self.style.fontName, self.style.fontSize, self.style.leading)
        text.setFillColor(self.style.textColor)
        for place, line in enumerate(lines):
            if self.tag.language:
                used = pdfmetrics.stringWidth(line, self.style.fontName, self.style.fontSize)
                text.setTextOrigin(self._width - indent - used, y - place * self.style.leading)
            text.textLine(line)
        self.canv.drawText(text)


class Heading(Words):
    """A heading; enters the bookmarks. Made by :func:`heading`.

    Attributes:
        key: Of its bookmark; the document gives it.
        is_listed: Whether it stands in the table of contents.
    """

    level = 0
    plain_text = ""
    key = ""
    is_listed = True

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The pieces on this page and on the next; the first one is the heading."""
        pieces = super().split(available_width, available_height)
        if len(pieces) < _FEW_LINES:
            return pieces
        first = Heading("", self.style, self.tag)
        first.__dict__ |= pieces[0].__dict__
        first.level, first.plain_text, first.key = self.level, self.plain_text, self.key
        return [first, *pieces[1:]]


class Picture(Flowable):
    """What is seen and not read, with the alternative text that says what it shows."""

    canv: TaggedCanvas

    def __init__(self, width: float, height: float, alternative_text: str) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.tag = Tag("Figure", alternative_text=alternative_text)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002 - reportlab's
        """Width and height in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw at the origin."""
        canvas = self.canv
        corners = (canvas.absolutePosition(0, 0), canvas.absolutePosition(self.width, self.height))
        self.tag.attributes = {"O": "Layout", "Placement": "Block", "BBox": [*corners[0], *corners[1]]}
        with canvas.part(self.tag):
            self.draw_picture()

    def draw_picture(self) -> None:
        """Draw at the origin what is seen."""
        raise NotImplementedError


class Figure(Picture):
    """A drawing; one that is higher than a page becomes smaller."""

    def __init__(self, drawing: Drawing, alternative_text: str) -> None:
        width, height = float(drawing.width), float(drawing.height)
        self._scale = min(1.0, _HIGHEST / height) if height else 1.0
        super().__init__(width * self._scale, height * self._scale, cleaned(alternative_text))
        # A copy: letters from right to left would be turned round once more with the next file.
        self.drawing = copy.copy(drawing)
        self.drawing.contents = [_as_drawn(shape) if isinstance(shape, String) else shape for shape in drawing.contents]

    def draw_picture(self) -> None:
        """Draw at the origin what is seen."""
        self.canv.scale(self._scale, self._scale)
        self.drawing.drawOn(self.canv, 0, 0)


def _as_drawn(shape: String) -> String:
    shown, changed = cleaned(shape.text), copy.copy(shape)
    changed.text = as_seen(drawn(shown), shown)
    return changed


class Later(Flowable):
    """Parts that are made when the document has come to them, so that they need no room before and after."""

    def __init__(self, make: Callable[[], Iterable[Flowable]]) -> None:
        super().__init__()
        self._make = make
        self._parts: Iterator[Flowable] | None = None

    def some(self) -> list[Flowable]:
        """The next parts, and itself behind them as long as there may be more."""
        if self._parts is None:
            self._parts = iter(self._make())
        parts = list(islice(self._parts, _PORTION))
        return [*parts, self] if len(parts) == _PORTION else parts


# Functions make what the story is made of.


def heading(level: int, text: str, *, is_listed: bool = True) -> Heading:
    """A heading of level 1 to 3; ``is_listed``: in the table of contents."""
    shown = cleaned(text).replace(SOFT_HYPHEN, "")
    made = Heading(drawn(shown), styles.HEADINGS[level], tag_of("H" + str(level), shown))
    made.level = level
    made.plain_text, made.is_listed = shown, is_listed
    return made


def body(text: str, style: ParagraphStyle = styles.BODY) -> Words:
    """A paragraph."""
    shown = cleaned(text).replace(SOFT_HYPHEN, "")
    return Words(drawn(shown), style, tag_of("P", shown))


def bullets(texts: Iterable[str]) -> Iterator[Flowable]:
    """A list."""
    return _list("Disc", ((_BULLET, text) for text in texts))


def numbered(texts: Iterable[str]) -> Iterator[Flowable]:
    """A list with numbers, from 1."""
    return _list("Decimal", ((f"{place}.", text) for place, text in enumerate(texts, start=1)))


def _list(numbering: str, entries: Iterable[tuple[str, str]]) -> Iterator[Flowable]:
    whole = Tag("L", attributes={"O": "List", "ListNumbering": numbering})
    style = styles.ITEM if numbering == "Disc" else styles.NUMBERED_ITEM
    for bullet, text in entries:
        entry = Tag("LI", whole)
        shown = cleaned(text).replace(SOFT_HYPHEN, "")
        label = Tag("Lbl", entry)
        yield Words(drawn(shown), style, tag_of("LBody", shown, entry), label, bullet)


def tag_of(kind: str, text: str, parent: Tag | None = None, attributes: Mapping[str, Attribute] | None = None) -> Tag:
    """What words are; where others are drawn, as boxes and the shapes of Arabic letters are, the part says them."""
    tag = Tag(kind, parent, attributes=attributes or {})
    if not is_drawn_as_it_is(text):
        tag.actual_text, tag.language = text, right_to_left(text)
    return tag


def together(flowables: Iterable[Flowable]) -> Flowable:
    """Flowables that stay on one page."""
    return KeepTogether(list(flowables))


def kept_with_next(flowables: Sequence[Flowable]) -> Sequence[Flowable]:
    """Flowables that stay on one page with each other and with what comes behind them."""
    for flowable in flowables:
        flowable.keepWithNext = True
    return flowables


def space(points: float) -> Flowable:
    """Empty height."""
    return Spacer(1, points)


def room(points: float) -> Flowable:
    """What follows starts on a new page unless this much height is left."""
    return CondPageBreak(points)


def page_break() -> Flowable:
    """What follows starts on a new page."""
    return PageBreak()


def headings_in(story: Sequence[Flowable]) -> Iterator[Heading]:
    """The headings of a story in their order."""
    for part in story:
        if isinstance(part, Heading):
            yield part
        elif isinstance(part, KeepTogether):
            yield from headings_in(part._content)  # type: ignore[attr-defined]  # noqa: SLF001 - reportlab has no other way
