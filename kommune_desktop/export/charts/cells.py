"""What charts say of cells: scores, and why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kommune_desktop.core.results import AreaResult, Cell, Figures, Hidden, QuestionResult
from kommune_desktop.core.round import Group, Round
from kommune_desktop.export.charts.chart import Look
from kommune_desktop.export.charts.lettering import NOTE, wrapped
from kommune_desktop.export.charts.sketch import Sketch

_MOST_LINES = 60
Shown = Fraction | Hidden | None
"""A score, why it is hidden, or that there is none."""


def score_of(cell: Cell | None) -> Shown:
    """What may be shown of a cell's score."""
    return cell.score if isinstance(cell, Figures) else cell


def group_of_area(area: AreaResult, group_id: str) -> Shown:
    """What may be shown of a group's score of an area; hidden only where all of its scores there are."""
    score = area.groups.get(group_id)
    hidden = (result.groups.get(group_id) for result in area.questions if result.question.scale)
    return next((cell for cell in hidden if isinstance(cell, Hidden)), None) if score is None else score


def why_hidden(look: Look, round_: Round, hidden: Hidden) -> str:
    """The reason in words."""
    return look.words(f"hidden.{hidden.reason.value}", k=round_.min_cell)


def said(look: Look, round_: Round, shown: Shown) -> str:
    """A score, a dash or the reason, for tooltips."""
    return why_hidden(look, round_, shown) if isinstance(shown, Hidden) else look.words.points(shown)


def in_table(look: Look, shown: Shown) -> str:
    """A score, a dash or a word that it is hidden, for a cell of a table."""
    return look.words("word.hidden") if isinstance(shown, Hidden) else look.words.points(shown)


def hidden_notes(look: Look, round_: Round, cells: Iterable[tuple[Group, Hidden]]) -> list[str]:
    """A sentence for each reason, with the groups that it holds for."""
    by_reason: dict[str, list[str]] = {}
    for group, hidden in cells:
        by_reason.setdefault(why_hidden(look, round_, hidden), []).append(look.text(group.title))
    return [look.words("chart.hidden", groups=look.words.join(names), why=why) for why, names in by_reason.items()]


def hidden_groups(round_: Round, result: QuestionResult) -> list[tuple[Group, Hidden]]:
    """The groups whose cell of a question is hidden."""
    return [(round_.group(name), cell) for name, cell in result.groups.items() if isinstance(cell, Hidden)]


def notes(sketch: Sketch, top: float, sentences: Iterable[str]) -> float:
    """Write sentences below a chart, from ``top`` on; gives where they end."""
    kind = NOTE.of(sketch.palette.quiet)
    for sentence in sentences:
        for line in wrapped(sentence, sketch.width, _MOST_LINES, kind):
            sketch.text(0, top + kind.line / 2, line, kind)
            top += kind.line
        top += 2
    return top
