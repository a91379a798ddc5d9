"""Tables of a few rows to be read, and rows to be chosen from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTableWidget, QTableWidgetItem

from kommune_desktop.ui import style


def settle_table(view: QTableView, name: str, *, wide: int) -> None:
    """Make a table one of whole rows, without a grid.

    Args:
        name: What a screen reader calls it.
        wide: The column that takes the room which is left.
    """
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(style.CONTROL_HEIGHT)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    view.horizontalHeader().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    view.setAccessibleName(name)


class TextTable(QTableWidget):
    """A small table of texts."""

    def __init__(self, name: str, titles: Sequence[str], *, wide: int = 0, numbers: Sequence[int] = ()) -> None:
        """``numbers``: columns that are set flush right."""
        super().__init__(0, len(titles))
        self._numbers = set(numbers)
        self.setHorizontalHeaderLabels(list(titles))
        settle_table(self, name, wide=wide)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows; the row with the same place stays selected."""
        chosen = self.chosen_row()
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column in self._numbers:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)
        if rows and chosen is not None:
            self.selectRow(min(chosen, len(rows) - 1))

    def chosen_row(self) -> int | None:
        """The selected row."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else None
