"""The questions of a round as a table: score, groups side by side, coverage, agreement, distance, change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from kommune_desktop.core.results import Figures, Hidden, QuestionResult
from kommune_desktop.core.results.sentences import consensus_in_short, consensus_sentence
from kommune_desktop.core.round import Group
from kommune_desktop.texts import SOFT_HYPHEN, Texts
from kommune_desktop.workflow.evaluation import Evaluation

SORT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_BELOW_ALL = -1000.0


@dataclass(frozen=True)
class Column:
    """A column: its head, its text and what it sorts by; ``group_id``: whose figures it holds, if one group's."""

    title: str
    text: Callable[[QuestionResult], str]
    key: Callable[[QuestionResult], Fraction | float | None]
    tip: Callable[[QuestionResult], str] | None = None
    numeric: bool = True
    group_id: str = ""


class QuestionTable(QAbstractTableModel):
    """A row a question."""

    def __init__(self, words: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._evaluation: Evaluation | None = None
        self._questions: tuple[QuestionResult, ...] = ()
        self._areas: dict[str, str] = {}
        self._columns: list[Column] = []

    def show_results(self, evaluation: Evaluation) -> None:
        """Show the questions of a round."""
        self.beginResetModel()
        self._evaluation = evaluation
        self._questions = self.made_rows(evaluation)
        self._areas = {q.question.id: area.area.id for area in evaluation.results.areas for q in area.questions}
        self._columns = self.made_columns(evaluation)
        self.endResetModel()

    def made_rows(self, evaluation: Evaluation) -> tuple[QuestionResult, ...]:
        """The questions that have a row."""
        return evaluation.results.questions

    def result(self, row: int) -> QuestionResult:
        """The question of a row."""
        return self._questions[row]

    def area_of(self, row: int) -> str:
        """Id of the area that the question of a row belongs to."""
        return self._areas[self._questions[row].question.id]

    def concerns(self, row: int, group_id: str) -> bool:
        """Whether a row says something of a group."""
        return group_id in self._questions[row].groups

    def group_of(self, column: int) -> str:
        """Id of the group whose figures a column holds; empty where it is not one group's."""
        return self._columns[column].group_id

    def made_columns(self, evaluation: Evaluation) -> list[Column]:
        """What the rows say."""
        words, language = self.words, self.words.language
        columns = [
            Column(words.hyphenated(words("word.number")), lambda q: str(q.number), lambda q: q.number),
            Column(
                words.hyphenated(words("word.question")),
                lambda q: q.question.label.in_language(language),
                lambda q: q.number,
                lambda q: q.question.text.in_language(language),
                numeric=False,
            ),
            Column(
                words.hyphenated(words("word.score")),
                lambda q: words.points(q.total.score),
                lambda q: q.total.score,
                self._total_tip,
            ),
        ]
        if evaluation.results.has_consensus:
            columns.append(
                Column(
                    words.hyphenated(words("consensus.title")),
                    lambda q: consensus_in_short(q, words),
                    lambda q: q.consensus_score,
                    lambda q: consensus_sentence(q, words),
                )
            )
        columns += [self._group_column(group) for group in evaluation.results.round.groups]
        columns += [
            Column(
                words.hyphenated(words("word.coverage")),
                lambda q: words.percent(q.total.coverage),
                lambda q: q.total.coverage,
            ),
            Column(
                words.hyphenated(words("word.agreement")),
                lambda q: words.coefficient(q.total.agreement),
                lambda q: q.total.agreement,
            ),
            Column(
                words.hyphenated(words("word.gap")),
                lambda q: words.points(q.gap.points if q.gap else None),
                lambda q: q.gap.points if q.gap else None,
                self.gap_tip,
            ),
        ]
        if evaluation.trend is not None:
            changes = evaluation.trend.questions

            def change(result: QuestionResult) -> Fraction | None:
                found = changes.get(result.question.id)
                return found.points if found else None

            columns.append(Column(words.hyphenated(words("word.change")), lambda q: words.change(change(q)), change))
        return columns

    def _group_column(self, group: Group) -> Column:
        words = self.words

        def text(result: QuestionResult) -> str:
            cell = result.groups.get(group.id)
            if isinstance(cell, Hidden):
                return words("word.hidden")
            return words.points(cell.score if cell else None)

        def tip(result: QuestionResult) -> str:
            cell = result.groups.get(group.id)
            if isinstance(cell, Hidden) and self._evaluation is not None:
                return words(f"hidden.{cell.reason.value}", k=self._evaluation.results.round.min_cell)
            return words.count("count.answers", cell.given) if isinstance(cell, Figures) else ""

        return Column(
            words.hyphenated(group.title.in_language(words.language)),
            text,
            lambda result: result.group_score(group.id),
            tip,
            group_id=group.id,
        )

    def _total_tip(self, result: QuestionResult) -> str:
        answers = self.words.count("count.answers", result.total.given)
        left_out = len(result.hidden_groups) - result.pooled_groups
        if not left_out:
            return answers
        groups = self.words.count("count.groups", left_out)
        return self.tr("{answers}; ohne {groups}, deren Antworten verdeckt sind").format(answers=answers, groups=groups)

    def gap_tip(self, result: QuestionResult) -> str:
        """Who is apart so far."""
        if result.gap is None:
            return ""
        language = self.words.language
        return self.tr("{higher} {high}, {lower} {low}").format(
            higher=result.gap.highest.title.in_language(language),
            high=self.words.points(result.gap.highest_score),
            lower=result.gap.lowest.title.in_language(language),
            low=self.words.points(result.gap.lowest_score),
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._questions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.title.replace(SOFT_HYPHEN, "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(column)) | int(Qt.TextFlag.TextWordWrap)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        result, column = self._questions[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(result)
        if role == Qt.ItemDataRole.ToolTipRole and column.tip:
            return column.tip(result)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == SORT:
            key = column.key(result)
            return _BELOW_ALL if key is None else float(key)
        return None


class QuestionFilter(QSortFilterProxyModel):
    """Sorts, and shows the questions of one area or of all, those that concern one group or all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT)
        self._area: str | None = None
        self._group: str | None = None

    def show_only(self, area_id: str | None, group_id: str | None) -> None:
        """Show one area or all for ``None``, and what concerns one group or all."""
        self.beginFilterChange()
        self._area, self._group = area_id, group_id
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002 - Qt's signature
        model = self.sourceModel()
        return (
            isinstance(model, QuestionTable)
            and (self._area is None or model.area_of(source_row) == self._area)
            and (self._group is None or model.concerns(source_row, self._group))
        )


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
