"""The questions of an area at a glance: a row each with answers, score, the groups on a line, and the change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kommune_desktop.core.consensus import ConsensusState
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import AreaResult, Change, Figures, Hidden, QuestionResult, Trend
from kommune_desktop.core.results.sentences import consensus_in_short
from kommune_desktop.core.round import Group, Round
from kommune_desktop.export.charts.cells import in_table, notes, said, score_of, why_hidden
from kommune_desktop.export.charts.chart import Box, Chart, ChartTable, Look
from kommune_desktop.export.charts.lettering import NOTE, PLAIN, STRONG, cut, wrapped
from kommune_desktop.export.charts.marks import RADIUS, mark, ring
from kommune_desktop.export.charts.scale import share
from kommune_desktop.export.charts.segments import choice_parts, draw_part, state_parts
from kommune_desktop.export.charts.sketch import Pen, Sketch
from kommune_desktop.texts import rounded

_NUMBER, _SCORE, _CHANGE = 22.0, 30.0, 62.0
_ARROW = 6.0
_LABEL_SHARE, _STACKED_BELOW = 0.34, 560.0
_GAP = 12.0
_BAR, _ROW = 12.0, 26.0
_WITH_CHOICES = (Kind.SCALE, Kind.SINGLE)


@dataclass(frozen=True)
class _Plan:
    """Where the columns stand."""

    label: float
    bar: Box
    score: float
    line: Box
    change: float
    stacked: bool


def question_rows(round_: Round, area: AreaResult, trend: Trend | None, look: Look) -> Chart:
    """The questions of an area. In little room the words stand above the bars."""
    sketch = Sketch(look)
    plan = _plan(look, with_change=trend is not None)
    groups = [group for group in round_.groups if any(group.id in result.groups for result in area.questions)]
    top = 2.0
    for result in area.questions:
        change = trend.questions.get(result.question.id) if trend else None
        top = _draw_row(sketch, plan, _Row(round_, groups, result, change), top)
    top = _group_legend(sketch, groups, top + 4)
    said_below = [look.words("chart.rows_note"), *_hidden(round_, groups, area, look)]
    if any(result.consensus_score is not None for result in area.questions):
        said_below.insert(1, look.words("chart.rows_consensus"))
    top = notes(sketch, top, said_below)
    return sketch.finish(math.ceil(top + 2), _sentence(area, look), _table(groups, area, trend, look))


@dataclass(frozen=True)
class _Row:
    """What a row shows."""

    round: Round
    groups: Sequence[Group]
    result: QuestionResult
    change: Change | None


def _plan(look: Look, *, with_change: bool) -> _Plan:
    stacked = look.width < _STACKED_BELOW
    change = _CHANGE if with_change else 0.0
    left = _NUMBER if stacked else _NUMBER + look.width * _LABEL_SHARE
    half = (look.width - left - _SCORE - change - 3 * _GAP) / 2
    bar = Box(left, 0, half, _BAR)
    score = bar.right + _SCORE
    line = Box(score + _GAP + RADIUS, 0, half - 2 * RADIUS, _BAR)
    label = look.width - _NUMBER if stacked else look.width * _LABEL_SHARE - _GAP
    return _Plan(label, bar, score, line, look.width, stacked)


def _draw_row(sketch: Sketch, plan: _Plan, row: _Row, top: float) -> float:
    """Draw a row from ``top`` on; gives where it ends."""
    look, result = sketch.look, row.result
    lines = wrapped(look.words.hyphenated(look.text(result.question.label)), plan.label, 1 if plan.stacked else 2)
    height = _ROW + (PLAIN.line if plan.stacked else 0)
    middle = top + height - _ROW / 2
    words_middle = top + PLAIN.line / 2 + 3 if plan.stacked else middle
    sketch.line((0, top), (look.width, top), Pen(sketch.palette.grid, 0.5))
    sketch.text(_NUMBER - 6, words_middle, str(result.number), NOTE.at("end").of(sketch.palette.quiet))
    sketch.block(_NUMBER, words_middle, lines)
    _draw_bar(sketch, result, plan.bar._replace(top=middle - _BAR / 2))
    sketch.text(plan.score, middle, look.words.points(result.total.score), STRONG.at("end"))
    _draw_groups(sketch, row, plan.line._replace(top=middle - _BAR / 2))
    if row.change is not None:
        _draw_change(sketch, row.change, plan.change, middle)
    sketch.spot(result.question.id, _told(row, look), Box(0, top, look.width, height))
    return top + height


def _draw_bar(sketch: Sketch, result: QuestionResult, bar: Box) -> None:
    """All answers as one bar; where there are no choices to show, how many there are."""
    total = result.total
    parts = [*choice_parts(result.question, sketch.look), *state_parts(sketch.look)]
    whole = sum(part.count(total) for part in parts)
    if result.question.kind not in _WITH_CHOICES or not whole:
        text = sketch.look.words.count("count.answers", total.given)
        sketch.text(bar.x, bar.middle, cut(text, bar.width, NOTE), NOTE.of(sketch.palette.quiet))
        return
    done = 0
    for part in parts:
        count = part.count(total)
        if count:
            box = Box(bar.x + bar.width * done / whole, bar.top, bar.width * count / whole, bar.height)
            draw_part(sketch, part, box)
        done += count


def _draw_groups(sketch: Sketch, row: _Row, line: Box) -> None:
    """The groups as marks on a line of 0 to 100 points, the total as a tick, the consensus as a ring."""
    total, agreed = row.result.total.score, row.result.consensus_score
    if total is None and agreed is None:
        return
    sketch.line((line.x, line.middle), (line.right, line.middle), Pen(sketch.palette.grid, 1))
    if total is not None:
        x = line.x + line.width * share(total)
        sketch.line((x, line.top - 2), (x, line.bottom + 2), Pen(sketch.palette.ink, 1.4))
    for place, group in enumerate(row.groups):
        score = row.result.group_score(group.id)
        if score is not None:
            mark(sketch, place, (line.x + line.width * share(score), line.middle))
    if agreed is not None:
        ring(sketch, (line.x + line.width * share(agreed), line.middle))


def _draw_change(sketch: Sketch, change: Change, right: float, middle: float) -> None:
    """The change and what was before, with an arrow that says the direction without colour."""
    words = sketch.look.words
    text = f"{words.change(change.points)} ({words.points(change.before)})"
    sketch.text(right, middle, text, NOTE.at("end"))
    if rounded(change.points):
        x, up = right - NOTE.width(text) - _ARROW - 3, -1 if change.points > 0 else 1
        tip, foot = middle + up * _ARROW / 2, middle - up * _ARROW / 2
        sketch.polygon([(x, foot), (x + _ARROW, foot), (x + _ARROW / 2, tip)], sketch.palette.ink)


def _group_legend(sketch: Sketch, groups: Sequence[Group], top: float) -> float:
    x, line = RADIUS, NOTE.line + 4
    sketch.line((0, top - 4), (sketch.width, top - 4), Pen(sketch.palette.grid, 0.5))
    for place, group in enumerate(groups):
        text = sketch.look.text(group.title)
        needed = 2 * RADIUS + 4 + NOTE.width(text)
        if x > RADIUS and x + needed > sketch.width:
            x, top = RADIUS, top + line
        mark(sketch, place, (x + RADIUS, top + line / 2))
        sketch.text(x + 2 * RADIUS + 4, top + line / 2, cut(text, sketch.width - x - 2 * RADIUS - 4, NOTE), NOTE)
        x += needed + _GAP
    return top + line + 2


# Words -----------------------------------------------------------------------------------------------------------


def _hidden(round_: Round, groups: Sequence[Group], area: AreaResult, look: Look) -> list[str]:
    """Which groups are hidden and why; where it is not all of their questions, at which."""
    found: dict[tuple[str, str], list[str]] = {}
    for group in groups:
        asked = [result for result in area.questions if group.id in result.groups]
        numbers: dict[str, list[str]] = {}
        for result in asked:
            cell = result.groups[group.id]
            if isinstance(cell, Hidden):
                numbers.setdefault(why_hidden(look, round_, cell), []).append(str(result.number))
        for why, at in numbers.items():
            where = "" if len(at) == len(asked) else look.words.join(at)
            found.setdefault((why, where), []).append(look.text(group.title))
    return [
        look.words("chart.rows_hidden" if where else "chart.hidden", groups=look.words.join(names), why=why, at=where)
        for (why, where), names in found.items()
    ]


def _told(row: _Row, look: Look) -> str:
    words, result = look.words, row.result
    question = look.text(result.question.label)
    parts = [f"{result.number} {question}: {words.points(result.total.score)} {words('word.score')}"]
    if row.change is not None:
        parts.append(f"{words('word.change')} {words.change(row.change.points)}")
    if _has_end(result):
        parts.append(f"{words('consensus.title')} {consensus_in_short(result, words)}")
    parts.append(f"{words('word.coverage')} {words.percent(result.total.coverage)}")
    for group in row.groups:
        if group.id in result.groups:
            shown = said(look, row.round, score_of(result.groups[group.id]))
            parts.append(f"{look.text(group.title)} {shown}")
    return ", ".join(parts)


def _sentence(area: AreaResult, look: Look) -> str:
    agreed = [
        look.words("chart.value", label=look.text(result.question.label), points=consensus_in_short(result, look.words))
        for result in area.questions
        if _has_end(result)
    ]
    said_of_all = _sentence_on_scores(area, look)
    return f"{said_of_all} {look.words('chart.rows_agreed', values=look.words.join(agreed))}" if agreed else said_of_all


def _sentence_on_scores(area: AreaResult, look: Look) -> str:
    words = look.words
    scored = [result for result in area.questions if result.total.score is not None]
    title = look.text(area.area.title)
    if not scored:
        return words("chart.rows_empty", area=title)
    by_score = sorted(scored, key=lambda result: result.total.score or 0)
    lowest, highest = by_score[0], by_score[-1]
    return words(
        "chart.rows",
        area=title,
        questions=words.count("count.questions", len(area.questions)),
        highest=look.text(highest.question.label),
        most=words.points(highest.total.score),
        lowest=look.text(lowest.question.label),
        least=words.points(lowest.total.score),
    )


def _table(groups: Sequence[Group], area: AreaResult, trend: Trend | None, look: Look) -> ChartTable:
    words = look.words
    columns = [words("word.number"), words("word.question"), words("word.score")]
    columns += [look.text(group.title) for group in groups]
    columns += [words("word.coverage"), words("word.agreement"), words("word.gap")]
    columns += [words("word.change")] if trend else []
    with_consensus = any(map(_has_end, area.questions))
    columns += [words("consensus.title")] if with_consensus else []
    rows = [
        _cells(groups, result, trend, look) + ((consensus_in_short(result, words),) if with_consensus else ())
        for result in area.questions
    ]
    numeric = tuple(place for place in range(len(columns)) if place != 1)
    return ChartTable(look.text(area.area.title), tuple(columns), tuple(rows), numeric)


def _has_end(result: QuestionResult) -> bool:
    """Whether the workshop came to an end with a question."""
    return result.consensus.state is not ConsensusState.OPEN


def _cells(groups: Sequence[Group], result: QuestionResult, trend: Trend | None, look: Look) -> tuple[str, ...]:
    words, total = look.words, result.total
    cells = [str(result.number), look.text(result.question.label), words.points(total.score)]
    for group in groups:
        cell: Figures | Hidden | None = result.groups.get(group.id)
        cells.append(in_table(look, score_of(cell)))
    cells += [words.percent(total.coverage), words.coefficient(total.agreement)]
    cells.append(words.points(result.gap.points if result.gap else None))
    if trend:
        change = trend.questions.get(result.question.id)
        cells.append(words.change(change.points if change else None))
    return tuple(cells)
