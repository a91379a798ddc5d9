"""How the answers to a question are distributed: bars of 100 per cent. A sheet falls into one part of its bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kommune_desktop.core.results import Cell, Figures, Hidden, QuestionResult
from kommune_desktop.core.round import Group, Round
from kommune_desktop.export.charts.cells import why_hidden
from kommune_desktop.export.charts.chart import Box, Chart, ChartTable, Look
from kommune_desktop.export.charts.lettering import NOTE, PLAIN, STRONG, cut, wrapped
from kommune_desktop.export.charts.scale import AXIS, axis
from kommune_desktop.export.charts.segments import Part, choice_parts, draw_part, label_part, legend, state_parts
from kommune_desktop.export.charts.sketch import Pen, Sketch

_BAR = 16.0
_ROW = 22.0
_LABEL, _LABEL_SHARE = 150.0, 0.32
_VALUE, _VALUE_SHARE = 76.0, 0.24
_NUMBER = 24.0
_STACKED_BELOW = 330.0
_GAP = 0.75


@dataclass(frozen=True)
class Row:
    """One bar.

    Attributes:
        key: Id of the group; of the question where it is the total.
    """

    key: str
    title: str
    cell: Cell


def distribution(round_: Round, result: QuestionResult, look: Look, group: Group | None = None) -> Chart:
    """The answers of all groups together, or of one group, as one bar."""
    cell = result.groups.get(group.id, Figures(0, {}, {})) if group else result.total
    title = look.text(group.title) if group else look.words("word.total")
    return _chart(round_, result, [Row(group.id if group else result.question.id, title, cell)], look)


def distributions(round_: Round, result: QuestionResult, look: Look) -> Chart:
    """The answers of all groups together, and below them those of each group that is asked the question."""
    rows = [Row(result.question.id, look.words("word.total"), result.total)]
    rows += [Row(g.id, look.text(g.title), result.groups[g.id]) for g in round_.groups if g.id in result.groups]
    return _chart(round_, result, rows, look)


@dataclass(frozen=True)
class _Plan:
    """What all rows share: the parts that occur, and where the bars are."""

    round: Round
    parts: Sequence[Part]
    plot: Box
    has_score: bool


def _chart(round_: Round, result: QuestionResult, rows: Sequence[Row], look: Look) -> Chart:
    sketch = Sketch(look)
    shown = [row.cell for row in rows if isinstance(row.cell, Figures)]
    others = [part for part in state_parts(look) if any(part.count(figures) for figures in shown)]
    parts = [*choice_parts(result.question, look), *others]
    alone = len(rows) == 1
    left = 0.0 if alone or look.width < _STACKED_BELOW else min(_LABEL, look.width * _LABEL_SHARE)
    right = min(_VALUE, look.width * _VALUE_SHARE)
    names = [[] if alone else _name(row, left, look) for row in rows]
    heights = [_ROW + PLAIN.line * (len(lines) - 1 if left else len(lines)) for lines in names]
    plan = _Plan(
        round_, parts, Box(left, AXIS, look.width - left - right, sum(heights)), result.question.scale is not None
    )
    axis(sketch, plan.plot, " %")
    top = AXIS
    for row, lines, height in zip(rows, names, heights, strict=True):
        middle = top + height / 2 if left else top + height - _ROW / 2
        if left:
            sketch.block(0, middle, lines)
        elif lines:
            sketch.name(top + 1, lines[0])
        _draw_row(sketch, plan, row, Box(0, top, look.width, height), middle)
        top += height
    bottom = legend(sketch, parts, plan.plot.bottom + 4)
    return sketch.finish(bottom + 2, _sentence(plan, result, rows, look), _table(plan, result, rows, look))


def _name(row: Row, left: float, look: Look) -> list[str]:
    """In little room, above its bar."""
    return wrapped(look.words.hyphenated(row.title), left - 8, 2) if left else [cut(row.title, look.width - 2)]


def _draw_row(sketch: Sketch, plan: _Plan, row: Row, place: Box, middle: float) -> None:
    words = sketch.look.words
    bar = Box(plan.plot.x, middle - _BAR / 2, plan.plot.width, _BAR)
    if isinstance(row.cell, Hidden):
        _draw_without(sketch, bar, why_hidden(sketch.look, plan.round, row.cell))
        sketch.spot(row.key, f"{row.title}: {why_hidden(sketch.look, plan.round, row.cell)}", place)
        return
    whole = sum(part.count(row.cell) for part in plan.parts)
    if not whole:
        _draw_without(sketch, bar, words("chart.no_answers"))
        sketch.spot(row.key, f"{row.title}: {words('chart.no_answers')}", place)
        return
    done = 0
    for part in plan.parts:
        count = part.count(row.cell)
        if not count:
            continue
        gap = min(_GAP, bar.width * count / whole / 4)
        box = Box(bar.x + bar.width * done / whole, bar.top, bar.width * count / whole, bar.height).inset(gap, 0)
        draw_part(sketch, part, box)
        label_part(sketch, part, box, words.number(count))
        told = words("chart.part", label=row.title, part=part.title, n=words.number(count), whole=words.number(whole))
        sketch.spot(row.key, told, box)
        done += count
    x = bar.right + _NUMBER
    if plan.has_score:
        sketch.text(x, middle, words.points(row.cell.score), STRONG.at("end"))
    given = cut(words("chart.n", n=words.number(row.cell.given)), sketch.width - x - 6, NOTE)
    sketch.text(x + 6, middle, given, NOTE.of(sketch.palette.quiet))


def _draw_without(sketch: Sketch, bar: Box, reason: str) -> None:
    """A row that has a reason in the place of a bar."""
    sketch.rect(bar.inset(0.5, 0.5), sketch.palette.ground, Pen(sketch.palette.quiet, 0.8, (3, 2)))
    sketch.text(bar.x + 5, bar.middle, cut(reason, bar.width - 10, NOTE), NOTE)


# Words -----------------------------------------------------------------------------------------------------------


def _sentence(plan: _Plan, result: QuestionResult, rows: Sequence[Row], look: Look) -> str:
    words = look.words
    question = look.text(result.question.label)
    first, *others = rows
    if isinstance(first.cell, Hidden):
        return words("chart.distribution_hidden", question=question, why=why_hidden(look, plan.round, first.cell))
    counts = [(part, part.count(first.cell)) for part in plan.parts]
    values = [
        words("chart.value", label=part.title, points=words.number(count))
        for part, count in counts
        if count or not part.states
    ]
    if not any(count for _, count in counts):
        text = words("chart.distribution_empty", question=question)
    else:
        text = words("chart.distribution", question=question, group=first.title, values=words.join(values))
    if not others or not plan.has_score:
        return text
    scores = [
        f"{row.title} {words('word.hidden')}"
        if isinstance(row.cell, Hidden)
        else words("chart.value", label=row.title, points=words.points(row.cell.score))
        for row in rows
    ]
    return f"{text} " + words("chart.distribution_scores", values=words.join(scores))


def _table(plan: _Plan, result: QuestionResult, rows: Sequence[Row], look: Look) -> ChartTable:
    words = look.words
    columns = (
        words("chart.groups"),
        *(part.title for part in plan.parts),
        *([words("word.score"), words("word.agreement")] if plan.has_score else []),
    )
    cells = []
    for row in rows:
        if isinstance(row.cell, Hidden):
            cells.append((row.title, *[words("word.hidden")] * (len(columns) - 1)))
            continue
        counts = [words.number(part.count(row.cell)) for part in plan.parts]
        figures = [words.points(row.cell.score), words.coefficient(row.cell.agreement)] if plan.has_score else []
        cells.append((row.title, *counts, *figures))
    title = words("chart.distribution_title", question=look.text(result.question.label))
    return ChartTable(title, columns, tuple(cells), tuple(range(1, len(columns))))
