"""Tables of a few rows to be read, and rows to be chosen from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kommune_desktop.ui import style

_ROWS_MEASURED = 30
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


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
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    # What is seen decides the widths: a look at all rows takes time with each change.
    view.horizontalHeader().setResizeContentsPrecision(_ROWS_MEASURED)
    view.horizontalHeader().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    view.setAccessibleName(name)


class TextTable(QTableView):
    """A table of texts."""

    def __init__(self, name: str, titles: Sequence[str], *, wide: int = 0, numbers: Sequence[int] = ()) -> None:
        """``numbers``: columns that are set flush right."""
        super().__init__()
        self._rows = _Rows(titles, set(numbers), self)
        self.setModel(self._rows)
        self.setItemDelegate(_Roomy(self))
        settle_table(self, name, wide=wide)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows; the same place stays selected."""
        chosen = self.chosen_row()
        self._rows.show(rows)
        if rows and chosen is not None:
            self.selectRow(min(chosen, len(rows) - 1))

    def chosen_row(self) -> int | None:
        """The selected row."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else None


class _Rows(QAbstractTableModel):
    """All at once: a table that is filled cell by cell measures its columns anew for each of them."""

    def __init__(self, titles: Sequence[str], numbers: set[int], parent: QObject) -> None:
        super().__init__(parent)
        self._titles, self._numbers = titles, numbers
        self._texts: Sequence[Sequence[str]] = ()

    def show(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._texts = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._numbers:
            return _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._numbers:
            return _RIGHT
        return None


class _Roomy(QStyledItemDelegate):
    """Leaves room between the columns."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(2 * style.GRID, 0)
