"""How the groups see a question, side by side on one line from 0 to 100 points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kommune_desktop.core.consensus import ConsensusState
from kommune_desktop.core.results import Hidden, QuestionResult
from kommune_desktop.core.results.sentences import consensus_in_short, consensus_sentence
from kommune_desktop.core.round import Round
from kommune_desktop.export.charts.cells import Shown, hidden_groups, hidden_notes, in_table, notes, said, score_of
from kommune_desktop.export.charts.chart import Box, Chart, ChartTable, Look
from kommune_desktop.export.charts.lettering import PLAIN, STRONG, Type, cut
from kommune_desktop.export.charts.marks import RADIUS, SHAPES, around, mark, ring
from kommune_desktop.export.charts.scale import AXIS, axis, share
from kommune_desktop.export.charts.sketch import Pen, Sketch

_SIDE = 14.0
_LANE = 14.0
_LEVEL = 11.0
_AIR = 8.0
_ROW = 17.0
_LABEL, _LABEL_SHARE = 190.0, 0.4
_NUMBER = 30.0
_TOTAL, _CONSENSUS = -1, -2
"""The places of the total and of what the workshop agreed on among the groups."""


@dataclass(frozen=True)
class _Item:
    """A group, the total or the consensus, with a score.

    Attributes:
        place: Of the group in the round; below 0 for what is no group.
        x: Where its score stands.
        level: How far its mark is moved down so that no other one is under it.
    """

    key: str
    title: str
    place: int
    score: Fraction
    x: float
    level: int = 0


def group_dots(round_: Round, result: QuestionResult, look: Look) -> Chart:
    """Each group as a mark, the total as a tick, the consensus as a ring, the distance between the groups as a line.

    More groups than there are shapes have a line each, one below the other.
    """
    sketch = Sketch(look)
    asked = [group for group in round_.groups if group.id in result.groups]
    if len(asked) > SHAPES:
        bottom = _rows(sketch, round_, result)
    else:
        bottom = _one_line(sketch, round_, result)
    if len(asked) <= SHAPES:
        bottom = notes(sketch, bottom + 2, hidden_notes(look, round_, hidden_groups(round_, result)))
    return sketch.finish(bottom + 1, _sentence(round_, result, look), _table(round_, result, look))


# One line --------------------------------------------------------------------------------------------------------


def _one_line(sketch: Sketch, round_: Round, result: QuestionResult) -> float:
    """Gives where it ends."""
    plot = Box(_SIDE, AXIS, sketch.width - 2 * _SIDE, 0)
    items = _items(sketch, round_, result, plot)
    if not items:
        return notes(sketch, 0, [sketch.look.words("chart.no_score")])
    middle = plot.x + plot.width / 2
    upper = _lanes([item for item in items if item.x <= middle], sketch, 1)
    lower = _lanes([item for item in items if item.x > middle], sketch, -1)
    levels = 1 + max(item.level for item in items)
    line = AXIS + _LANE * (1 + max(upper.values(), default=-1)) + _AIR
    floor = line + (levels - 1) * _LEVEL + _AIR
    bottom = floor + _LANE * (1 + max(lower.values(), default=-1)) + 2
    axis(sketch, plot._replace(height=bottom - AXIS))
    sketch.line((plot.x, line), (plot.right, line), Pen(sketch.palette.quiet, 0.8))
    _draw_gap(sketch, items, line)
    for lanes, direction in ((upper, 1), (lower, -1)):
        for item, lane in lanes.items():
            label = (
                AXIS + _LANE * (max(upper.values()) - lane + 0.5) if direction == 1 else floor + _LANE * (lane + 0.5)
            )
            _draw_leader(sketch, item, line, label)
    for lanes, direction in ((upper, 1), (lower, -1)):
        for item, lane in lanes.items():
            label = (
                AXIS + _LANE * (max(upper.values()) - lane + 0.5) if direction == 1 else floor + _LANE * (lane + 0.5)
            )
            _draw_item(sketch, item, line, label, direction)
    return bottom


def _items(sketch: Sketch, round_: Round, result: QuestionResult, plot: Box) -> list[_Item]:
    """What has a score, from the lowest on; marks that would lie on each other are moved apart."""
    look = sketch.look
    scored: list[tuple[Fraction, int, str, str]] = []
    if result.total.score is not None:
        scored.append((result.total.score, _TOTAL, result.question.id, look.words("word.total")))
    if result.consensus_score is not None:
        scored.append((result.consensus_score, _CONSENSUS, result.question.id, look.words("consensus.title")))
    for place, group in enumerate(round_.groups):
        score = result.group_score(group.id)
        if score is not None:
            scored.append((score, place, group.id, look.text(group.title)))
    items: list[_Item] = []
    for score, place, key, title in sorted(scored, key=lambda one: (one[0], one[1])):
        x = plot.x + plot.width * share(score)
        near = {item.level for item in items if item.place >= 0 and x - item.x < 2 * RADIUS + 2}
        level = 0 if place < 0 else next(free for free in range(len(near) + 1) if free not in near)
        items.append(_Item(key, title, place, score, x, level))
    return items


def _lanes(items: Sequence[_Item], sketch: Sketch, direction: int) -> dict[_Item, int]:
    """How far from the line each label stands, from 0.

    Labels begin at their mark and run to the right (``direction`` 1) or to the left (-1). Each stands further out than
    all whose mark it runs past: so it meets neither their leader nor their words.
    """
    lanes: dict[_Item, int] = {}
    for item in sorted(items, key=lambda one: -direction * one.x):
        end = item.x + direction * (_text_start() + _kind(item).width(_text(item, sketch, direction)) + 4)
        passed = [lane for other, lane in lanes.items() if direction * other.x <= direction * end + RADIUS]
        lanes[item] = 1 + max(passed, default=-1)
    return lanes


def _kind(item: _Item) -> Type:
    return STRONG if item.place < 0 else PLAIN


def _text_start() -> float:
    return RADIUS + 3


def _text(item: _Item, sketch: Sketch, direction: int) -> str:
    """Title and points, as long as there is room on the side that they run to."""
    points = sketch.look.words.points(item.score)
    room = (sketch.width - item.x if direction == 1 else item.x) - _text_start()
    return f"{cut(item.title, room - STRONG.width(f' {points}'), _kind(item))} {points}"


def _draw_gap(sketch: Sketch, items: Sequence[_Item], line: float) -> None:
    groups = [item for item in items if item.place >= 0]
    if len(groups) > 1:
        sketch.line((groups[0].x, line), (groups[-1].x, line), Pen(sketch.palette.ink, 2.2))


def _draw_leader(sketch: Sketch, item: _Item, line: float, label: float) -> None:
    sketch.line((item.x, line + item.level * _LEVEL), (item.x, label), Pen(sketch.palette.quiet, 0.6))


def _draw_item(sketch: Sketch, item: _Item, line: float, label: float, direction: int) -> None:
    middle = (item.x, line + item.level * _LEVEL)
    kind, text = _kind(item), _text(item, sketch, direction)
    width = kind.width(text)
    x = item.x + direction * _text_start()
    left = x if direction == 1 else x - width
    sketch.rect(Box(left - 1, label - _LANE / 2 + 1, width + 2, _LANE - 2), sketch.palette.ground)
    sketch.text(x, label, text, kind.at("start" if direction == 1 else "end"))
    if item.place == _TOTAL:
        _draw_tick(sketch, item.x, middle[1])
        _draw_tick(sketch, item.x, label, 4)
    elif item.place == _CONSENSUS:
        ring(sketch, middle)
        ring(sketch, (item.x, label), RADIUS * 0.9)
    else:
        mark(sketch, item.place, middle)
        mark(sketch, item.place, (item.x, label), RADIUS * 0.8)
    box = Box(min(left, item.x - RADIUS), label - _LANE / 2, width + _text_start() + RADIUS, _LANE)
    sketch.spot(item.key, f"{item.title}: {sketch.look.words.points(item.score)}", box, (around(middle),))


def _draw_tick(sketch: Sketch, x: float, middle: float, half: float = RADIUS + 4) -> None:
    for ink, weight in ((sketch.palette.ground, 4.5), (sketch.palette.ink, 2.2)):
        sketch.line((x, middle - half), (x, middle + half), Pen(ink, weight))


# A line for each group -------------------------------------------------------------------------------------------


def _rows(sketch: Sketch, round_: Round, result: QuestionResult) -> float:
    look = sketch.look
    left = min(_LABEL, look.width * _LABEL_SHARE)
    plot = Box(left, AXIS, look.width - left - _NUMBER, 0)
    rows: list[tuple[str, str, int, Shown]] = [
        (result.question.id, look.words("word.total"), _TOTAL, result.total.score)
    ]
    if result.consensus_score is not None:
        rows.append((result.question.id, look.words("consensus.title"), _CONSENSUS, result.consensus_score))
    rows += [
        (group.id, look.text(group.title), place, score_of(result.groups[group.id]))
        for place, group in enumerate(round_.groups)
        if group.id in result.groups
    ]
    bottom = AXIS + _ROW * len(rows)
    axis(sketch, plot._replace(height=bottom - AXIS))
    if result.total.score is not None:
        x = plot.x + plot.width * share(result.total.score)
        sketch.line((x, AXIS), (x, bottom), Pen(sketch.palette.ink, 1.6))
    for number, (key, title, place, shown) in enumerate(rows):
        middle = AXIS + _ROW * (number + 0.5)
        kind = STRONG if place < 0 else PLAIN
        sketch.text(0, middle, cut(title, left - 8, kind), kind)
        spot = Box(0, middle - _ROW / 2, look.width, _ROW)
        sketch.spot(key, f"{title}: {said(look, round_, shown)}", spot)
        _draw_score(sketch, round_, plot._replace(top=middle - _ROW / 2, height=_ROW), place, shown)
    return bottom


def _draw_score(sketch: Sketch, round_: Round, row: Box, place: int, shown: Shown) -> None:
    if isinstance(shown, Hidden):
        text = cut(said(sketch.look, round_, shown), row.width - 8)
        sketch.plate(row.x + row.width / 2, row.middle, text, PLAIN)
        return
    sketch.text(sketch.width, row.middle, sketch.look.words.points(shown), STRONG.at("end"))
    if shown is None:
        return
    x = row.x + row.width * share(shown)
    if place == _TOTAL:
        _draw_tick(sketch, x, row.middle)
        return
    if place == _CONSENSUS:
        ring(sketch, (x, row.middle))
        return
    sketch.line((row.x, row.middle), (x, row.middle), Pen(sketch.palette.quiet, 0.6, (1, 2)))
    mark(sketch, place, (x, row.middle))


# Words -----------------------------------------------------------------------------------------------------------


def _sentence(round_: Round, result: QuestionResult, look: Look) -> str:
    words = look.words
    question = look.text(result.question.label)
    values = [
        words("chart.value", label=look.text(group.title), points=words.points(result.group_score(group.id)))
        for group in round_.groups
        if result.group_score(group.id) is not None
    ]
    sentences = []
    if result.total.score is None:
        sentences.append(words("chart.dots_empty", question=question))
    else:
        total = words.points(result.total.score)
        sentences.append(words("chart.dots", question=question, total=total))
    if values:
        sentences[-1] = words("chart.with_groups", sentence=sentences[-1].removesuffix("."), values=words.join(values))
    if result.gap is not None:
        sentences.append(
            words(
                "chart.gap",
                higher=look.text(result.gap.highest.title),
                lower=look.text(result.gap.lowest.title),
                points=words.points(result.gap.points),
            )
        )
    names = [look.text(group.title) for group, _ in hidden_groups(round_, result)]
    sentences += [words("chart.are_hidden", groups=words.join(names))] if names else []
    return " ".join(filter(None, [*sentences, consensus_sentence(result, words)]))


def _table(round_: Round, result: QuestionResult, look: Look) -> ChartTable:
    words = look.words
    rows = [(words("word.total"), words.points(result.total.score))]
    if result.consensus.state is not ConsensusState.OPEN:
        rows.append((words("consensus.title"), consensus_in_short(result, words)))
    rows += [
        (look.text(group.title), in_table(look, score_of(result.groups[group.id])))
        for group in round_.groups
        if group.id in result.groups
    ]
    title = words("chart.dots_title", question=look.text(result.question.label))
    return ChartTable(title, (words("chart.groups"), words("word.score")), tuple(rows), (1,))
