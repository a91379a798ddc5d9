"""The sheets of a round as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kommune_desktop.core.numbering import as_number
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.texts import Texts

SORT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


def _place_of(number: str) -> int:
    """Where a number stands in the list: by its running number, whatever the group."""
    known = as_number(number)
    if known:
        return known.serial
    return int(number) if number.isdecimal() else 0


class SheetTable(QAbstractTableModel):
    """A row a sheet: number, group, state, answers, date."""

    def __init__(self, words: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._round: Round | None = None
        self._sheets: list[Sheet] = []

    def show(self, round_: Round | None, sheets: list[Sheet]) -> None:
        """Show the sheets of a round."""
        self.beginResetModel()
        self._round, self._sheets = round_, sheets
        self.endResetModel()

    def sheet(self, row: int) -> Sheet:
        """The sheet of a row."""
        return self._sheets[row]

    def row_of(self, sheet_id: int) -> int | None:
        """The row of a sheet."""
        return next((row for row, sheet in enumerate(self._sheets) if sheet.id == sheet_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._sheets)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._titles())

    def _titles(self) -> list[str]:
        return [
            self.tr("Nummer"),
            self.tr("Akteursgruppe"),
            self.tr("Stand"),
            self.tr("Beantwortet"),
            self.tr("Angelegt am"),
        ]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        sheet = self._sheets[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(sheet, index.column())
        if role == SORT:
            number = _place_of(sheet.number)
            place = list(SheetState).index(sheet.state)
            keys = (f"{number:09d}{sheet.number}", self._group(sheet), place, sheet.answered, sheet.created.isoformat())
            return keys[index.column()]
        return None

    def _state(self, sheet: Sheet) -> str:
        state = sheet.state
        text = self._words(f"sheet_state.{state.value}")
        if state not in sheet.dates:
            return text
        return self.tr("{state} {day}").format(state=text, day=self._words.date(sheet.dates[state].astimezone().date()))

    def _group(self, sheet: Sheet) -> str:
        return self._round.group(sheet.group_id).title.in_language(self._words.language) if self._round else ""

    def _cell(self, sheet: Sheet, column: int) -> str:
        total = len(self._round.questions) if self._round else 0
        answered = self.tr("{answered} von {total}").format(answered=sheet.answered, total=total)
        created = self._words.date(sheet.created.astimezone().date())
        cells = (sheet.number, self._group(sheet), self._state(sheet), answered, created)
        return cells[column]
