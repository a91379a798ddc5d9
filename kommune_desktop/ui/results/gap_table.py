"""The questions that groups see differently, the widest difference first."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kommune_desktop.core.results import Gap, QuestionResult
from kommune_desktop.core.round import Group
from kommune_desktop.ui.results.question_table import Column, QuestionTable
from kommune_desktop.workflow.evaluation import Evaluation

WIDEST_FIRST = (3, Qt.SortOrder.DescendingOrder)
"""The order of the rows to begin with."""


class GapTable(QuestionTable):
    """A row for each question with at least two groups to compare: how far they are apart, and which they are."""

    def made_rows(self, evaluation: Evaluation) -> tuple[QuestionResult, ...]:
        return tuple(result for result in evaluation.results.questions if result.gap is not None)

    def concerns(self, row: int, group_id: str) -> bool:
        gap = self.result(row).gap
        return gap is not None and group_id in (gap.highest.id, gap.lowest.id)

    def made_columns(self, evaluation: Evaluation) -> list[Column]:
        words, language = self.words, self.words.language
        titles = {
            result.question.id: area.area.title.in_language(language)
            for area in evaluation.results.areas
            for result in area.questions
        }
        number, question = super().made_columns(evaluation)[:2]
        return [
            number,
            question,
            Column(
                self.tr("Handlungsfeld"),
                lambda q: titles[q.question.id],
                lambda q: q.number,
                numeric=False,
            ),
            Column(
                words("word.gap"),
                lambda q: words.points(q.gap.points if q.gap else None),
                lambda q: q.gap.points if q.gap else None,
                self.gap_tip,
            ),
            Column(
                self.tr("Höchste Gruppe"),
                lambda q: self._group(q.gap, highest=True),
                lambda q: q.gap.highest_score if q.gap else None,
                numeric=False,
            ),
            Column(
                self.tr("Niedrigste Gruppe"),
                lambda q: self._group(q.gap, highest=False),
                lambda q: q.gap.lowest_score if q.gap else None,
                numeric=False,
            ),
        ]

    def _group(self, gap: Gap | None, *, highest: bool) -> str:
        if gap is None:
            return ""
        group: Group = gap.highest if highest else gap.lowest
        points = self.words.points(gap.highest_score if highest else gap.lowest_score)
        return f"{group.title.in_language(self.words.language)} ({points})"
