"""The parts that the answers to a question fall into, each with a fill that needs no colour to be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kommune_desktop.core.answer import State
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.results import Figures
from kommune_desktop.export.charts.chart import Box, Look
from kommune_desktop.export.charts.lettering import NOTE, SMALL, Type, cut
from kommune_desktop.export.charts.palette import ink_on
from kommune_desktop.export.charts.sketch import Pen, Sketch

_SWATCH = 11.0
_LEGEND_GAP = 12.0
_LEAST_WIDTH = 3.0


class Fill(Enum):
    """How a part is filled."""

    SOLID = auto()
    HATCHED = auto()
    EMPTY = auto()
    DOTTED = auto()
    CROSSED = auto()


@dataclass(frozen=True)
class Part:
    """One part: a choice, or a state without one.

    Attributes:
        key: Value of the choice or name of the state.
        states: Which states it holds; empty for a choice.
        color: Of a solid one.
    """

    key: str
    title: str
    fill: Fill
    states: tuple[State, ...] = ()
    value: int = 0
    color: str = ""

    def count(self, figures: Figures) -> int:
        """How many answers fall into it."""
        if self.states:
            return sum(figures.states.get(state, 0) for state in self.states)
        return figures.values.get(self.value, 0)


_OTHERS: Mapping[tuple[State, ...], Fill] = {
    (State.DONT_KNOW,): Fill.HATCHED,
    (State.NOT_APPLICABLE,): Fill.EMPTY,
    (State.BLANK,): Fill.DOTTED,
    (State.ILLEGIBLE, State.DOUBLE_MARKED): Fill.CROSSED,
}


def choice_parts(question: Question, look: Look) -> list[Part]:
    """The choices of a question, light to dark in the order that they have; without choices, that it was answered."""
    if not question.choices:
        given = State.GIVEN
        title = look.words(f"state.{given.value}")
        return [Part(given.value, title, Fill.SOLID, (given,), color=look.palette.primary)]
    count = len(question.choices)
    return [
        Part(
            str(choice.value),
            look.text(choice.text),
            Fill.SOLID,
            value=choice.value,
            color=look.palette.step(place, count),
        )
        for place, choice in enumerate(question.choices)
    ]


def state_parts(look: Look) -> list[Part]:
    """What is said, or not said, instead of an answer."""
    return [
        Part(
            states[0].value,
            look.words("chart.unusable" if len(states) > 1 else f"state.{states[0].value}"),
            fill,
            states,
        )
        for states, fill in _OTHERS.items()
    ]


def draw_part(sketch: Sketch, part: Part, box: Box) -> None:
    """Fill a box as a part is filled, with an outline; a very narrow one is all outline."""
    palette = sketch.palette
    pen = Pen(palette.quiet, min(1.0, box.width / 2))
    inner = box.inset(pen.weight / 2, pen.weight / 2)
    if part.fill is Fill.SOLID:
        sketch.rect(inner, part.color, pen)
        return
    patterns: Mapping[Fill, Callable[[Box], None]] = {
        Fill.HATCHED: sketch.hatch,
        Fill.DOTTED: sketch.dots,
        Fill.CROSSED: lambda place: sketch.hatch(place, crossed=True),
    }
    if part.fill in patterns and inner.width > _LEAST_WIDTH:
        patterns[part.fill](inner)
    sketch.rect(inner, "", pen)


def label_part(sketch: Sketch, part: Part, box: Box, text: str, kind: Type = NOTE) -> None:
    """Write a text into a part where there is room for it."""
    if kind.width(text) + 5 > box.width:
        return
    middle = box.x + box.width / 2
    if part.fill is Fill.SOLID:
        sketch.text(middle, box.middle, text, kind.at("middle").of(ink_on(part.color)))
    else:
        sketch.plate(middle, box.middle, text, kind)


def legend(sketch: Sketch, parts: Sequence[Part], top: float) -> float:
    """Name the parts below a chart, side by side as far as there is room; gives where they end."""
    kind = Type(SMALL)
    x, line = 0.0, _SWATCH + 5
    for part in parts:
        room = sketch.width - _SWATCH - 4
        text = cut(part.title, room, kind)
        needed = _SWATCH + 4 + kind.width(text)
        if x and x + needed > sketch.width:
            x, top = 0.0, top + line
        draw_part(sketch, part, Box(x, top + 2, _SWATCH, _SWATCH))
        sketch.text(x + _SWATCH + 4, top + 2 + _SWATCH / 2, text, kind)
        x += needed + _LEGEND_GAP
    return top + line if parts else top
