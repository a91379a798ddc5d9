"""What a table shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView


def column(view: QTableView, number: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    """The cells of a column from top to bottom, as they are sorted now."""
    model = view.model()
    return [str(model.index(row, number).data(role)) for row in range(model.rowCount())]


def heads(view: QTableView) -> list[str]:
    """The heads of all columns."""
    model = view.model()
    return [
        str(model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)).replace(
            "\N{SOFT HYPHEN}", ""
        )
        for number in range(model.columnCount())
    ]
