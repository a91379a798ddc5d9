"""The table of questions: figures in narrow columns, the question in what they leave."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from kommune_desktop.ui import style
from kommune_desktop.ui.results.question_table import AreaFilter

_ROW_HEIGHT = 28
_FEWEST_ROWS = 6
_NUMBER_WIDTH = 56
_WIDEST_HEAD = "Wohlfahrts-"
_NUMBER, _QUESTION = 0, 1


class QuestionsView(QTableView):
    """Shows a :class:`QuestionTable` through its filter."""

    def __init__(self, model: AreaFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSortingEnabled(True)
        self.sortByColumn(_NUMBER, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setFixedHeight(2 * self.fontMetrics().lineSpacing() + style.GRID)
        self.setMinimumHeight(_FEWEST_ROWS * _ROW_HEIGHT)
        self.setAccessibleName(self.tr("Fragen"))
        model.modelReset.connect(self.size_columns)

    def size_columns(self) -> None:
        """The question takes what the figures leave, but never too little; their heads break over two lines."""
        header = self.horizontalHeader()
        width = header.fontMetrics().horizontalAdvance(_WIDEST_HEAD) + 2 * style.GRID
        figures = range(_QUESTION + 1, header.count())
        for section in figures:
            header.resizeSection(section, width)
        header.resizeSection(_NUMBER, _NUMBER_WIDTH)
        left = self.viewport().width() - _NUMBER_WIDTH - width * len(figures)
        header.resizeSection(_QUESTION, max(left, 2 * width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.size_columns()
