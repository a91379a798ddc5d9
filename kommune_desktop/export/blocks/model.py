"""What a document is made of. All texts are plain text, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from kommune_desktop.export import charts
from kommune_desktop.export.pdf.table import Column


class Look(Enum):
    """How a paragraph is set."""

    BODY = auto()
    LEAD = auto()
    STRONG = auto()
    NOTE = auto()


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Some sentences."""

    text: str
    look: Look = Look.BODY


@dataclass(frozen=True)
class Bullets:
    """A list without an order."""

    texts: Sequence[str]


@dataclass(frozen=True)
class Numbered:
    """A list with numbers, from 1."""

    texts: Sequence[str]


@dataclass(frozen=True)
class Grid:
    """A table with a header row.

    Attributes:
        title: What a screen reader calls it.
        named_by: The column that says what a row is about.
    """

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    named_by: int = 0


@dataclass(frozen=True)
class Chart:
    """A chart with its alternative text; its table is another block."""

    chart: charts.Chart


@dataclass(frozen=True)
class Lines:
    """Room to write by hand: a name, and so many empty lines."""

    name: str
    count: int


@dataclass(frozen=True)
class NewPage:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class Room:
    """What follows starts on a new page of a PDF unless this many points are left."""

    points: float


Block = Heading | Paragraph | Bullets | Numbered | Grid | Chart | Lines | NewPage | Room


@dataclass(frozen=True)
class Document:
    """A document and what it says of itself.

    Attributes:
        head: Line at the top of every page but the first.
        page_label: With ``{page}``; the number of pages stands behind it.
        day: When it was made.
        notice: Stands at the foot of every page.
    """

    title: str
    author: str
    language: str
    head: str
    page_label: str
    day: date
    blocks: Sequence[Block]
    notice: str = ""
