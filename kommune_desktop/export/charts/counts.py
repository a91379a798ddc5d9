"""How often something was answered: choices of questions that have no order, and numbers."""

from __future__ import annotations

from collections.abc import Sequence

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import Figures, Hidden, QuestionResult
from kommune_desktop.core.round import Group, Round
from kommune_desktop.export.charts.cells import notes, why_hidden
from kommune_desktop.export.charts.chart import Box, Chart, ChartTable, Look
from kommune_desktop.export.charts.lettering import PLAIN, STRONG, wrapped
from kommune_desktop.export.charts.segments import Fill, Part, choice_parts, draw_part, state_parts
from kommune_desktop.export.charts.sketch import Pen, Sketch

_BAR = 12.0
_ROW = 19.0
_LABEL, _LABEL_SHARE = 210.0, 0.42
_NUMBER = 40.0
_STACKED_BELOW = 330.0
_COLUMN_HEIGHT = 90.0
_WIDEST_COLUMN = 60.0


def counts(round_: Round, result: QuestionResult, look: Look, group: Group | None = None) -> Chart:
    """How often each choice was given, by all groups together or by one, and what was said instead."""
    cell = result.groups.get(group.id, Figures(0, {}, {})) if group else result.total
    sketch, words = Sketch(look), look.words
    question = look.text(result.question.label)
    title = words("chart.counts_title", question=question)
    columns = (words("chart.answers"), words("chart.count"))
    if isinstance(cell, Hidden):
        why = why_hidden(look, round_, cell)
        hidden = ChartTable(title, columns, ((look.text(group.title) if group else "", words("word.hidden")),), (1,))
        return sketch.finish(notes(sketch, 0, [why]), words("chart.counts_hidden", question=question, why=why), hidden)
    parts = [_plain(part, look) for part in choice_parts(result.question, look)]
    rows = [(part, part.count(cell)) for part in (*parts, *state_parts(look))]
    rows = [(part, count) for part, count in rows if count or not part.states]
    table = ChartTable(title, columns, tuple((part.title, words.number(count)) for part, count in rows), (1,))
    if not any(count for _, count in rows):
        sentence = words("chart.counts_empty", question=question)
        return sketch.finish(notes(sketch, 0, [words("chart.no_answers")]), sentence, table)
    bottom = _bars(sketch, rows)
    if result.question.kind is Kind.MULTI:
        bottom = notes(sketch, bottom + 3, [words("chart.several")])
    values = [words("chart.value", label=part.title, points=words.number(count)) for part, count in rows]
    return sketch.finish(bottom, words("chart.counts", question=question, values=words.join(values)), table)


def _plain(part: Part, look: Look) -> Part:
    """Choices without an order have one colour."""
    return Part(part.key, part.title, Fill.SOLID, value=part.value, color=look.palette.primary)


def _bars(sketch: Sketch, rows: Sequence[tuple[Part, int]]) -> float:
    words, width = sketch.look.words, sketch.width
    stacked = width < _STACKED_BELOW
    left = 0.0 if stacked else min(_LABEL, width * _LABEL_SHARE)
    length = width - left - _NUMBER
    highest = max(count for _, count in rows)
    top = 0.0
    for part, count in rows:
        lines = wrapped(part.title, width if stacked else left - 8, 1 if stacked else 2)
        height = _ROW + PLAIN.line * (1 if stacked else len(lines) - 1)
        middle = top + height - _ROW / 2 if stacked else top + height / 2
        if stacked:
            sketch.name(top, lines[0])
        else:
            sketch.block(0, middle, lines)
        bar = Box(left, middle - _BAR / 2, length * count / highest, _BAR)
        if count:
            draw_part(sketch, part, bar)
        sketch.text(bar.right + 5, middle, words.number(count), STRONG)
        sketch.spot(part.key, f"{part.title}: {words.number(count)}", Box(0, top, width, height))
        top += height
    sketch.line((left, 0), (left, top), Pen(sketch.palette.quiet, 0.8))
    return top
