"""What can get dots, as a table that the sums on the wall are typed into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kommune_desktop.core.round import Round
from kommune_desktop.core.workshop import AgendaItem, Need, Workshop, ballot, priorities
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.table import settle_table
from kommune_desktop.ui.workshop.scenes import key_of, title_of, unit

Index = QModelIndex | QPersistentModelIndex
PLACE, TOPIC, KIND, DOTS = range(4)
MOST_DOTS = 9999
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BallotTable(QAbstractTableModel):
    """A row for each question of the agenda, then one for each need; the dots can be changed.

    Signals:
        dotsEntered: A question or need, and its dots; ``None`` where they are taken away.
    """

    dotsEntered = Signal(object, object)

    def __init__(self, words: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._titles: Sequence[str] = ("", "", "", "")
        self._rows: list[tuple[AgendaItem | Need, tuple[str, str, str, str]]] = []

    def show_workshop(self, round_: Round, workshop: Workshop) -> None:
        """Show a workshop; while its rows stay the same ones, so does what is chosen."""
        words = self._words
        places = {key_of(one.about): words.number(one.place) for one in priorities(workshop)}
        rows: list[tuple[AgendaItem | Need, tuple[str, str, str, str]]] = []
        for about in ballot(workshop):
            what = words("workshop.need" if isinstance(about, Need) else "word.question")
            dots = "" if about.dots is None else str(about.dots)
            rows.append((about, (places.get(key_of(about), ""), title_of(round_, about, words), what, dots)))
        titles = (words("workshop.place"), words("workshop.topic"), words("workshop.kind"), unit(workshop, words))
        is_same = [key_of(a) for a, _ in rows] == [key_of(a) for a, _ in self._rows] and titles == self._titles
        if not is_same:
            self.beginResetModel()
        self._rows, self._titles = rows, titles
        if not is_same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, DOTS))

    def about(self, row: int) -> AgendaItem | Need:
        """The question or need of a row."""
        return self._rows[row][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (PLACE, DOTS):
            return _RIGHT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() == DOTS else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        about, texts = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == Qt.ItemDataRole.EditRole and index.column() == DOTS:
            return about.dots or 0
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TOPIC:
            return texts[TOPIC]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (PLACE, DOTS):
            return _RIGHT
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.EditRole or index.column() != DOTS:
            return False
        self.dotsEntered.emit(self.about(index.row()), value)
        return True


class BallotView(QTableView):
    """The table. A digit begins a number, Enter ends it and goes on below; Del takes the number away."""

    def __init__(self, model: BallotTable, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ballot = model
        self.setModel(model)
        settle_table(self, name, wide=TOPIC)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self._delegate = _DotsDelegate(self)
        self.setItemDelegate(self._delegate)

    def about(self) -> AgendaItem | Need | None:
        """The question or need that is chosen."""
        rows = self.selectionModel().selectedRows()
        return self._ballot.about(rows[0].row()) if rows else None

    def choose(self, row: int) -> None:
        """Go to the number of a row."""
        if 0 <= row < self._ballot.rowCount():
            self.setCurrentIndex(self._ballot.index(row, DOTS))

    def keyPressEvent(self, event: Any) -> None:  # noqa: ANN401 - a QKeyEvent
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self._ballot.dotsEntered.emit(self._ballot.about(self.currentIndex().row()), None)
            return
        if event.text().isdecimal() and self.currentIndex().isValid() and self.currentIndex().column() != DOTS:
            self.choose(self.currentIndex().row())
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter and Tab lead on to the next number; a click elsewhere stays where it was made."""
        hints = QAbstractItemDelegate.EndEditHint
        steps = {hints.SubmitModelCache: 1, hints.EditNextItem: 1, hints.EditPreviousItem: -1}
        row = self.currentIndex().row() + steps.get(hint, 0)
        super().closeEditor(editor, hints.NoHint)
        if hint in steps:
            self.choose(row)


class _DotsDelegate(QStyledItemDelegate):
    """A field for a number of dots."""

    def createEditor(self, parent: QWidget, _: QStyleOptionViewItem, __: Index) -> QWidget:
        field = QSpinBox(parent)
        field.setRange(0, MOST_DOTS)
        field.setFrame(False)
        field.setMinimumHeight(style.CONTROL_HEIGHT - 2)
        return field
