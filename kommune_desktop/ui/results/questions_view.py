"""A table of questions: figures in narrow columns, the question in what they leave; above it what is to be shown."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLabel, QTableView, QVBoxLayout, QWidget

from kommune_desktop.texts import SOFT_HYPHEN, Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.results.question_table import QuestionFilter, QuestionTable
from kommune_desktop.workflow.evaluation import Evaluation

_ROW_HEIGHT = 28
_FEWEST_ROWS = 4
_NUMBER_WIDTH = 64
_CHOICE_LETTERS = 14
_WIDEST_FIGURE = "verdeckt"
_FEWEST_HEAD_LINES, _MOST_HEAD_LINES = 2, 5
_NUMBER, _QUESTION = 0, 1
Order = tuple[int, Qt.SortOrder]
BY_NUMBER: Order = (_NUMBER, Qt.SortOrder.AscendingOrder)


class QuestionsView(QWidget):
    """Shows a :class:`QuestionTable`, of one area or of all, for one group or for all.

    Signals:
        questionChosen: Id of a question.
    """

    questionChosen = Signal(str)

    def __init__(
        self, model: QuestionTable, words: Texts, name: str, order: Order = BY_NUMBER, parent: QWidget | None = None
    ) -> None:
        """``name``: what a screen reader calls the table; ``order``: of the rows, until another is chosen."""
        super().__init__(parent)
        self._words = words
        self.model = model
        self.filter = QuestionFilter(self)
        self.filter.setSourceModel(model)
        self.area, self.group = QComboBox(), QComboBox()
        self.view = _Table(self.filter, name, order)
        self.view.activated.connect(self._on_row_activated)
        head = QHBoxLayout()
        head.setSpacing(style.GRID)
        for label, box in ((QLabel(self.tr("Handlung&sfeld")), self.area), (QLabel(self.tr("Grupp&e")), self.group)):
            label.setBuddy(box)
            box.setMinimumHeight(style.CONTROL_HEIGHT)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_CHOICE_LETTERS)
            box.activated.connect(self._show_chosen)
            head.addWidget(label)
            head.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GRID, 0, 0)
        column.setSpacing(style.GRID)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def show_results(self, evaluation: Evaluation) -> None:
        """Show the questions of a round; what was filtered stays so, as far as there is such."""
        self.model.show_results(evaluation)
        language = self._words.language
        areas = [(area.area.title.in_language(language), area.area.id) for area in evaluation.results.areas]
        groups = [(group.title.in_language(language), group.id) for group in evaluation.results.round.groups]
        for box, choices in ((self.area, areas), (self.group, groups)):
            chosen = box.currentData()
            box.clear()
            box.addItem(self.tr("alle"), None)
            for title, key in choices:
                box.addItem(title, key)
            box.setCurrentIndex(max(box.findData(chosen), 0))
        self._show_chosen()

    def _show_chosen(self) -> None:
        area, group = self.area.currentData(), self.group.currentData()
        self.filter.show_only(area, group)
        for column in range(self.model.columnCount()):
            whose = self.model.group_of(column)
            self.view.setColumnHidden(column, bool(group and whose) and whose != group)
        self.view.size_columns()

    def _on_row_activated(self, index: QModelIndex) -> None:
        self.questionChosen.emit(self.model.result(self.filter.mapToSource(index).row()).question.id)


class _Table(QTableView):
    """The table itself."""

    def __init__(self, model: QuestionFilter, name: str, order: Order) -> None:
        super().__init__()
        self.setModel(model)
        self.setSortingEnabled(True)
        self.sortByColumn(*order)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(_NUMBER_WIDTH // 2)  # else the widest letter of the font decides
        self.setMinimumHeight(_FEWEST_ROWS * _ROW_HEIGHT)
        self.setAccessibleName(name)
        model.modelReset.connect(self.size_columns)

    def size_columns(self) -> None:
        """The question takes what the figures leave, but never too little; heads take the lines that they need."""
        header = self.horizontalHeader()
        width = header.fontMetrics().horizontalAdvance(_WIDEST_FIGURE) + 2 * style.GRID
        figures = [section for section in range(_QUESTION + 1, header.count()) if not header.isSectionHidden(section)]
        for section in figures:
            header.resizeSection(section, max(width, self._wished(section)))
        header.resizeSection(_NUMBER, _NUMBER_WIDTH)
        left = self.viewport().width() - _NUMBER_WIDTH - sum(header.sectionSize(section) for section in figures)
        header.resizeSection(_QUESTION, max(left, 2 * width))
        self._set_head_height([_NUMBER, _QUESTION, *figures])

    def _set_head_height(self, sections: list[int]) -> None:
        header = self.horizontalHeader()
        metrics = header.fontMetrics()
        lines = _FEWEST_HEAD_LINES
        for section in sections:
            room = QRect(0, 0, header.sectionSize(section) - style.GRID, 0)
            needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._title(section)).height()
            lines = max(lines, min(round(needed / metrics.lineSpacing()), _MOST_HEAD_LINES))
        header.setFixedHeight(lines * metrics.lineSpacing() + style.GRID)

    def _wished(self, section: int) -> int:
        """What a column of words needs, or the longest word above figures."""
        flush = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        if int(flush or 0) & int(Qt.AlignmentFlag.AlignRight):
            words = self._title(section).replace(SOFT_HYPHEN, "- ").split()
            needed = max(map(self.horizontalHeader().fontMetrics().horizontalAdvance, words), default=0) + style.GRID
        else:
            needed = self.sizeHintForColumn(section) + 2 * style.GRID
        return min(needed, style.TEXT_COLUMN // 3)

    def _title(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.size_columns()
