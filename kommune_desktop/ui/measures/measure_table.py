"""The measures as a table that can be sorted and filtered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from kommune_desktop.core.measure import Measure, MeasureStatus
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style

SORT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
TITLE, OFFICE, DUE, STATUS, AREA, PRIORITY = range(6)
_LAST_DAY = date.max.toordinal()
_NUMBERS = frozenset({PRIORITY})


@dataclass(frozen=True)
class Wanted:
    """Which measures are to be seen.

    Attributes:
        status: One alone; ``None`` for all.
        is_open: Only those on which something is to be done.
        office: One alone; empty for all.
        words: All of them are in the measure.
    """

    status: MeasureStatus | None = None
    is_open: bool = False
    office: str = ""
    words: tuple[str, ...] = ()


class MeasureTable(QAbstractTableModel):
    """A row for each measure."""

    def __init__(self, words: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._measures: Sequence[Measure] = ()
        self._areas: dict[str, str] = {}
        self._today = date.min
        self._titles = [
            self.tr("Maßnahme"),
            self.tr("Zuständig"),
            self.tr("Fällig"),
            self.tr("Stand"),
            self.tr("Handlungsfeld"),
            self.tr("Punkte"),
        ]
        self._keys: dict[int, Callable[[Measure], Any]] = {
            TITLE: lambda m: m.title.casefold(),
            OFFICE: lambda m: m.office.casefold(),
            DUE: lambda m: m.due.toordinal() if m.due else _LAST_DAY,
            STATUS: lambda m: list(MeasureStatus).index(m.status),
            AREA: lambda m: self._areas.get(m.area_id, ""),
            PRIORITY: lambda m: -1 if m.priority is None else m.priority,
        }

    def show_measures(self, measures: Sequence[Measure], areas: dict[str, str], today: date) -> None:
        """Show other measures; ``areas``: titles of the fields of action by id."""
        self.beginResetModel()
        self._measures, self._areas, self._today = measures, areas, today
        self.endResetModel()

    def measure(self, row: int) -> Measure:
        """The measure of a row."""
        return self._measures[row]

    def row_of(self, measure_id: int) -> int | None:
        """Where a measure is, if it is there."""
        return next((row for row, measure in enumerate(self._measures) if measure.id == measure_id), None)

    def fits(self, row: int, wanted: Wanted) -> bool:
        """Whether a measure is to be seen."""
        measure = self._measures[row]
        if wanted.status not in (None, measure.status) or (wanted.is_open and not measure.is_open):
            return False
        if wanted.office and measure.office != wanted.office:
            return False
        parts = (measure.title, measure.goal, measure.office, measure.partners, self._areas.get(measure.area_id, ""))
        whole = " ".join(parts).casefold()
        return all(word in whole for word in wanted.words)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._measures)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        measure, column = self._measures[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(measure, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == TITLE:
            return measure.goal or measure.title
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column == DUE and measure.is_overdue(self._today):
            return style.color(style.Role.NEGATIVE)
        if role == SORT:
            return self._keys[column](measure)
        return None

    def _text(self, measure: Measure, column: int) -> str:
        words = self._words
        match column:
            case 0:
                return measure.title
            case 1:
                return measure.office
            case 2:
                return self._due(measure)
            case 3:
                return words(f"measure_status.{measure.status.value}")
            case 4:
                return self._areas.get(measure.area_id, "")
            case _:
                return "" if measure.priority is None else words.number(measure.priority)

    def _due(self, measure: Measure) -> str:
        if measure.due is None:
            return ""
        day = self._words.date(measure.due)
        return self.tr("{day}, überfällig").format(day=day) if measure.is_overdue(self._today) else day


class MeasureFilter(QSortFilterProxyModel):
    """Sorts, and shows what is wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT)
        self._wanted = Wanted()

    def show_only(self, wanted: Wanted) -> None:
        """Show what is wanted."""
        self.beginFilterChange()
        self._wanted = wanted
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002 - Qt's signature
        model = self.sourceModel()
        return isinstance(model, MeasureTable) and model.fits(source_row, self._wanted)
