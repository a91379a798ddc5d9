"""What the workshop puts first: a bar for each question and need that got dots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kommune_desktop.core.workshop import Priority
from kommune_desktop.export.charts.chart import Box, Chart, ChartTable, Look
from kommune_desktop.export.charts.lettering import PLAIN, STRONG, readable, wrapped
from kommune_desktop.export.charts.sketch import Sketch

_PLACE, _NUMBER = 24.0, 34.0
_LABEL_SHARE = 0.5
_GAP = 8.0
_BAR, _AIR = 11.0, 7.0
_LINES = 2
_SAID = 3


@dataclass(frozen=True)
class Ranked:
    """A priority with the words and the key that stand for it."""

    priority: Priority
    key: str
    title: str


def ranking(ranked: Sequence[Ranked], unit: str, look: Look) -> Chart:
    """The priorities as bars, most dots first; ``unit``: what is counted."""
    sketch, words = Sketch(look), look.words
    label = look.width * _LABEL_SHARE - _PLACE
    left = _PLACE + label + _GAP
    most = max((one.priority.dots for one in ranked), default=1)
    top = 2.0
    for one in ranked:
        lines = wrapped(words.hyphenated(one.title), label, _LINES)
        height = max(len(lines) * PLAIN.line, _BAR) + _AIR
        middle = top + height / 2
        length = (look.width - left - _NUMBER) * one.priority.dots / most
        sketch.text(_PLACE - _GAP, middle, f"{words.number(one.priority.place)}.", STRONG.at("end"))
        sketch.block(_PLACE, middle, lines)
        sketch.rect(Box(left, middle - _BAR / 2, length, _BAR), look.palette.primary, sketch.outline)
        sketch.text(left + length + 5, middle, words.number(one.priority.dots), STRONG)
        sketch.spot(one.key, _told(one, unit, look), Box(0, top, look.width, height))
        top += height
    if not ranked:
        sketch.text(0, top + PLAIN.line / 2, words("workshop.no_priorities_yet"))
        top += PLAIN.line
    return sketch.finish(top + 2, _sentence(ranked, unit, look), _table(ranked, unit, look))


def _told(one: Ranked, unit: str, look: Look) -> str:
    words = look.words
    return words(
        "chart.ranked",
        place=words.number(one.priority.place),
        title=readable(one.title),
        dots=words.number(one.priority.dots),
        unit=unit,
    )


def _sentence(ranked: Sequence[Ranked], unit: str, look: Look) -> str:
    words = look.words
    if not ranked:
        return words("workshop.no_priorities_yet")
    first = words.join([f"{readable(one.title)} ({words.number(one.priority.dots)})" for one in ranked[:_SAID]])
    return words("chart.ranking", unit=unit, number=words.number(len(ranked)), first=first)


def _table(ranked: Sequence[Ranked], unit: str, look: Look) -> ChartTable:
    words = look.words
    rows = tuple((words.number(one.priority.place), one.title, words.number(one.priority.dots)) for one in ranked)
    columns = (words("workshop.place"), words("workshop.topic"), unit)
    return ChartTable(words("workshop.priorities"), columns, rows, (0, 2))
