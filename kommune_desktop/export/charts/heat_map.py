"""Areas or questions against groups: a shade for each score, and the score in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kommune_desktop.core.results import Hidden, QuestionResult, RoundResults
from kommune_desktop.core.round import Group, Round
from kommune_desktop.export.charts.cells import Shown, group_of_area, hidden_notes, in_table, notes, said, score_of
from kommune_desktop.export.charts.chart import Box, Chart, ChartTable, Look
from kommune_desktop.export.charts.lettering import NOTE, PLAIN, STRONG, cut, wrapped
from kommune_desktop.export.charts.palette import ink_on
from kommune_desktop.export.charts.scale import FULL
from kommune_desktop.export.charts.sketch import Pen, Sketch
from kommune_desktop.texts import rounded

_CLASSES = 5
_LABEL, _LABEL_SHARE = 190.0, 0.36
_NARROWEST = 52.0
_WIDEST = 84.0
_ROW = 18.0
_HEAD_LINES = 3
_GAP = 0.75
_BETWEEN = 12.0
_SWATCH = 30.0


@dataclass(frozen=True)
class HeatRow:
    """One area or question.

    Attributes:
        cells: By group id; a group that is not asked has none.
    """

    key: str
    title: str
    total: Shown
    cells: dict[str, Shown]


def area_heat_map(results: RoundResults, look: Look) -> Chart:
    """The areas against the groups."""
    rows = [
        HeatRow(
            area.area.id,
            look.text(area.area.title),
            area.score,
            {group.id: group_of_area(area, group.id) for group in results.round.groups},
        )
        for area in results.areas
    ]
    return _HeatMap(look, results.round, rows).chart(look.words("chart.heat_areas_title"), look.words("chart.areas"))


def question_heat_map(round_: Round, questions: Sequence[QuestionResult], look: Look) -> Chart:
    """Questions against the groups; those without a scale are left out."""
    rows = [
        HeatRow(
            result.question.id,
            f"{result.number} {look.text(result.question.label)}",
            result.total.score,
            {group_id: score_of(cell) for group_id, cell in result.groups.items()},
        )
        for result in questions
        if result.question.scale
    ]
    return _HeatMap(look, round_, rows).chart(look.words("chart.heat_questions_title"), look.words("word.question"))


class _HeatMap:
    """Draws the rows; columns that don't fit side by side stand in blocks one below the other."""

    def __init__(self, look: Look, round_: Round, rows: Sequence[HeatRow]) -> None:
        self.look, self.round, self.rows = look, round_, rows
        self.sketch = Sketch(look)
        self.left = min(_LABEL, look.width * _LABEL_SHARE)
        fitting = max(int((look.width - self.left) // _NARROWEST), 1)
        columns: list[Group | None] = [None, *round_.groups]
        blocks = -(-len(columns) // fitting)
        size = -(-len(columns) // blocks)
        self.blocks = [columns[start : start + size] for start in range(0, len(columns), size)]
        self.column = min((look.width - self.left) / size, _WIDEST)

    def chart(self, title: str, kind: str) -> Chart:
        """The whole chart; ``kind``: what a row is."""
        table = self._table(title, kind)
        if not self.rows:
            text = self.look.words("chart.heat_empty")
            return self.sketch.finish(notes(self.sketch, 0, [text]), text, table)
        top = 0.0
        for block in self.blocks:
            top = self._block(block, top) + _BETWEEN
        bottom = notes(
            self.sketch, self._legend(top - _BETWEEN + 5) + 4, hidden_notes(self.look, self.round, self._hidden())
        )
        return self.sketch.finish(bottom, self._sentence(title), table)

    def _hidden(self) -> list[tuple[Group, Hidden]]:
        """Which groups have hidden cells, each reason once."""
        cells = [(group.id, row.cells.get(group.id)) for group in self.round.groups for row in self.rows]
        found = dict.fromkeys((group_id, cell) for group_id, cell in cells if isinstance(cell, Hidden))
        return [(self.round.group(group_id), hidden) for group_id, hidden in found]

    def _block(self, groups: Sequence[Group | None], top: float) -> float:
        words, kind = self.look.words, NOTE.at("middle")
        heads = [
            wrapped(
                words.hyphenated(self.look.text(group.title)) if group else words("word.total"),
                self.column - 4,
                _HEAD_LINES,
                kind,
            )
            for group in groups
        ]
        height = max(len(lines) for lines in heads) * kind.line + 4
        for place, lines in enumerate(heads):
            x = self.left + (place + 0.5) * self.column
            self.sketch.block(x, top + height - 4 - len(lines) * kind.line / 2, lines, kind)
        top += height
        for row in self.rows:
            lines = wrapped(row.title, self.left - 8, 2)
            high = _ROW + PLAIN.line * (len(lines) - 1)
            self.sketch.block(0, top + high / 2, lines)
            for place, group in enumerate(groups):
                self._cell(row, group, Box(self.left + place * self.column, top, self.column, high))
            top += high
        return top

    def _cell(self, row: HeatRow, group: Group | None, place: Box) -> None:
        sketch, words = self.sketch, self.look.words
        box = place.inset(_GAP, _GAP)
        title = self.look.text(group.title) if group else words("word.total")
        shown = row.total if group is None else row.cells.get(group.id)
        text = f"{row.title}, {title}: {said(self.look, self.round, shown)}"
        if group is not None and group.id not in row.cells:
            text = f"{row.title}, {title}: {words('chart.not_asked')}"
        sketch.spot(row.key, text, place, group_id=group.id if group else "")
        middle = box.x + box.width / 2
        if isinstance(shown, Hidden):
            sketch.hatch(box)
            sketch.rect(box, "", Pen(sketch.palette.quiet, 0.5))
            sketch.plate(middle, box.middle, cut(words("word.hidden"), box.width - 6, NOTE), NOTE)
        elif shown is None:
            sketch.text(middle, box.middle, words.points(None), NOTE.at("middle"))
        else:
            fill = sketch.palette.step(min(int(rounded(shown)) * _CLASSES // FULL, _CLASSES - 1), _CLASSES)
            sketch.rect(box, fill, Pen(sketch.palette.quiet, 0.5))
            kind = STRONG if group is None else PLAIN
            sketch.text(middle, box.middle, words.points(shown), kind.at("middle").of(ink_on(fill)))

    def _legend(self, top: float) -> float:
        """The classes by the points that are printed; gives where it ends."""
        sketch, kind = self.sketch, NOTE
        width, x = FULL // _CLASSES, 0.0
        for place in range(_CLASSES):
            last = FULL if place == _CLASSES - 1 else (place + 1) * width - 1
            fill, text = sketch.palette.step(place, _CLASSES), f"{place * width}–{last}"
            box = Box(x, top, _SWATCH + 8, kind.line + 3)
            sketch.rect(box.inset(_GAP, _GAP), fill, Pen(sketch.palette.quiet, 0.5))
            sketch.text(x + box.width / 2, box.middle, text, kind.at("middle").of(ink_on(fill)))
            x += box.width
        return top + kind.line + 4

    def _sentence(self, title: str) -> str:
        words = self.look.words
        cells = [
            (shown, row.title, self.look.text(group.title))
            for row in self.rows
            for group in self.round.groups
            if group.id in row.cells and (shown := row.cells[group.id]) is not None
        ]
        scores = [(shown, row, group) for shown, row, group in cells if not isinstance(shown, Hidden)]
        hidden = len(cells) - len(scores)
        size = words("chart.heat", title=title, rows=words.number(len(self.rows)))
        sentences = [size]
        if scores:
            for key, (score, row, group) in (
                ("highest", max(scores, key=lambda one: one[0])),
                ("lowest", min(scores, key=lambda one: one[0])),
            ):
                sentences.append(words(f"chart.heat_{key}", row=row, group=group, points=words.points(score)))
            sentences = [size, " ".join(sentences[1:])]
        else:
            sentences.append(words("chart.heat_no_scores"))
        if hidden:
            sentences.append(words.count("chart.heat_hidden", hidden))
        return " ".join(sentences)

    def _table(self, title: str, kind: str) -> ChartTable:
        words, look = self.look.words, self.look
        columns = (kind, words("word.total"), *(look.text(group.title) for group in self.round.groups))
        rows = tuple(
            (
                row.title,
                in_table(look, row.total),
                *(in_table(look, row.cells.get(group.id)) for group in self.round.groups),
            )
            for row in self.rows
        )
        return ChartTable(title, columns, rows, tuple(range(1, len(columns))))
