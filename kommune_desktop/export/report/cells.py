"""What stands in the cells of more than one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kommune_desktop.core.results import AreaResult, Hidden, QuestionResult
from kommune_desktop.core.round import Group
from kommune_desktop.export.report.context import DocumentContext

GROUPS_BESIDE = 6
"""So many groups have columns beside each other."""


def blocks(groups: Sequence[Group]) -> Iterator[Sequence[Group]]:
    """Groups in blocks that fit beside each other; a block of none where there are no groups."""
    for first in range(0, max(len(groups), 1), GROUPS_BESIDE):
        yield groups[first : first + GROUPS_BESIDE]


def points_of_group(context: DocumentContext, result: QuestionResult, group_id: str) -> str:
    """The score of a group, or that it is hidden."""
    cell = result.groups.get(group_id)
    if isinstance(cell, Hidden):
        return context.words("report.hidden_cell")
    score: Fraction | None = cell.score if cell else None
    return context.words.points(score)


def area_points_of_group(context: DocumentContext, area: AreaResult, group_id: str) -> str:
    """The score of a group over its shown cells, or that all of them are hidden."""
    cells = [result.groups[group_id] for result in area.questions if group_id in result.groups]
    if cells and all(isinstance(cell, Hidden) for cell in cells):
        return context.words("report.hidden_cell")
    return context.words.points(area.groups[group_id])
