"""What a chart is: a drawing, the words that say the same, the table with the same numbers, and its places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing

from kommune_desktop.core.questionnaire import Text
from kommune_desktop.export.charts.palette import LIGHT, Palette
from kommune_desktop.export.pdf import fonts, styles
from kommune_desktop.texts import Texts

_LEAST_WIDTH = 230.0


class Box(NamedTuple):
    """A rectangle in points, measured from the upper left corner of the drawing."""

    x: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2

    def inset(self, across: float, down: float) -> Box:
        """The rectangle that lies so far within."""
        return Box(self.x + across, self.top + down, self.width - 2 * across, self.height - 2 * down)

    def contains(self, x: float, top: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.right and self.top <= top <= self.bottom


@dataclass(frozen=True)
class Spot:
    """A place of a drawing that can be pointed at.

    Attributes:
        key: What it leads to: the id of an area, a question or a group, or the value of a choice.
        text: What it says, whole.
        box: Where it is.
        more: Further places that say the same, say the mark that belongs to a label.
        group_id: Where ``key`` is an area or a question, and the place is about one group's view of it.
    """

    key: str
    text: str
    box: Box
    more: tuple[Box, ...] = ()
    group_id: str = ""


@dataclass(frozen=True)
class ChartTable:
    """The numbers of a chart as texts.

    Attributes:
        numeric: Columns that are set flush right.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class Chart:
    """One chart, drawn once for screen, paper and clipboard.

    Attributes:
        drawing: Made of the shapes that :mod:`kommune_desktop.export.charts.sketch` knows.
        alternative_text: One to three sentences with the numbers that matter.
        table: The same numbers.
        spots: In reading order.
    """

    drawing: Drawing
    alternative_text: str
    table: ChartTable
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True)
class Look:
    """How charts are drawn.

    Attributes:
        words: The language.
        width: Of the drawing in points; a very narrow one becomes somewhat wider.
    """

    words: Texts
    palette: Palette = LIGHT
    width: float = styles.TEXT_WIDTH

    def __post_init__(self) -> None:
        fonts.register()
        object.__setattr__(self, "width", max(float(self.width), _LEAST_WIDTH))

    def text(self, text: Text) -> str:
        """A text of the questionnaire in the language."""
        return text.in_language(self.words.language)
