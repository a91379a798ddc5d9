"""The measures as cards on a board, a column for each status."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kommune_desktop.core.measure import Measure, MeasureStatus
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import Note, SectionTitle

_NARROWEST = 120
_BESIDE = 5
"""Pixels beside the words of a card, so that no style breaks them into more lines than were counted."""
_ID = Qt.ItemDataRole.UserRole


class Board(QWidget):
    """A card each: title, office, due day. By keyboard, arrows go from card to card, with Ctrl they take it along.

    Signals:
        statusWanted: Id of a measure, and the status that it is to have.
        opened: Id of a measure.
        selectionChanged: Another card is chosen, or none.
    """

    statusWanted = Signal(int, object)
    opened = Signal(int)
    selectionChanged = Signal()

    def __init__(self, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.columns = {status: _Column(status, words) for status in MeasureStatus}
        row = QHBoxLayout()
        row.setSpacing(style.GRID)
        self._titles: dict[MeasureStatus, SectionTitle] = {}
        for status, made in self.columns.items():
            self._titles[status] = SectionTitle()
            column = QVBoxLayout()
            column.addWidget(self._titles[status])
            column.addWidget(made, 1)
            row.addLayout(column, 1)
            made.moved.connect(self._on_card_moved)
            made.dropped.connect(self.statusWanted)
            made.left.connect(self._on_left)
            made.itemActivated.connect(self._on_card_activated)
            made.itemSelectionChanged.connect(partial(self._on_selection_changed, made))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(row, 1)
        whole.addWidget(
            Note(self.tr("Ziehen Sie eine Karte in eine andere Spalte, oder drücken Sie Strg und eine Pfeiltaste."))
        )

    def show_measures(self, measures: Sequence[Measure], today: date) -> None:
        """Show other measures; the chosen card stays chosen."""
        here = self.chosen_id()
        had_keyboard = any(column.hasFocus() for column in self.columns.values())
        for status, column in self.columns.items():
            cards = [measure for measure in measures if measure.status is status]
            column.show_cards([(measure.id, self._card(measure, today)) for measure in cards])
            title = self._words(f"measure_status.{status.value}")
            self._titles[status].setText(f"{title} ({self._words.number(len(cards))})")
        if here:
            self.choose(here, take_keyboard=had_keyboard)

    def _card(self, measure: Measure, today: date) -> str:
        lines = [measure.title, measure.office]
        if measure.due is not None:
            day = self._words.date(measure.due)
            late = measure.is_overdue(today)
            lines.append(self.tr("{day}, überfällig").format(day=day) if late else day)
        return "\n".join(filter(None, lines))

    def chosen_id(self) -> int:
        """The chosen card; 0 for none."""
        return next((column.chosen_id() for column in self.columns.values() if column.chosen_id()), 0)

    def choose(self, measure_id: int, *, take_keyboard: bool = False) -> None:
        """Choose a card, wherever it is."""
        for column in self.columns.values():
            if column.choose(measure_id) and take_keyboard:
                column.setFocus()
                return

    def _on_card_moved(self, measure_id: int, status: MeasureStatus, step: int) -> None:
        order = list(MeasureStatus)
        place = order.index(status) + step
        if 0 <= place < len(order):
            self.statusWanted.emit(measure_id, order[place])

    def _on_left(self, status: MeasureStatus, step: int) -> None:
        """The keyboard goes to the next column that has a card."""
        order = list(MeasureStatus)
        ahead = order[order.index(status) + 1 :] if step > 0 else order[: order.index(status)][::-1]
        found = next((self.columns[other] for other in ahead if self.columns[other].count()), None)
        if found is not None:
            found.setFocus()
            found.setCurrentRow(max(found.currentRow(), 0))

    def _on_selection_changed(self, column: _Column) -> None:
        """One card is chosen on the whole board."""
        if column.selectedItems():
            for other in self.columns.values():
                if other is not column:
                    other.clearSelection()
        self.selectionChanged.emit()

    def _on_card_activated(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_ID))


class _Column(QListWidget):
    """The cards of one status.

    Signals:
        moved: Id, status and step (-1 or 1) of a card that is to go to the next column.
        dropped: Id of a card from elsewhere, and the status of this column.
        left: Status and step: the keyboard is to go to the next column.
    """

    moved = Signal(int, object, int)
    dropped = Signal(int, object)
    left = Signal(object, int)

    def __init__(self, status: MeasureStatus, words: Texts) -> None:
        super().__init__()
        self.status = status
        self.setAccessibleName(words(f"measure_status.{status.value}"))
        self.setWordWrap(True)
        self.setSpacing(style.GRID // 2)
        self.setAlternatingRowColors(True)
        self.setMinimumWidth(_NARROWEST)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def minimumSizeHint(self) -> QSize:
        """Five of them share the width of a small screen."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Each card is as high as its words need; Qt's own guess cuts some of them off."""
        width = self.viewport().width() - 2 * self.spacing()
        room = QRect(0, 0, width - 2 * _BESIDE, 0)
        for row in range(self.count()):
            item = self.item(row)
            needed = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(width, needed.height() + style.GRID))

    def show_cards(self, cards: Sequence[tuple[int, str]]) -> None:
        """Show other cards."""
        self.clear()
        for measure_id, text in cards:
            item = QListWidgetItem(text, self)
            item.setData(_ID, measure_id)
            item.setToolTip(text)
        self._fit()

    def chosen_id(self) -> int:
        """The chosen card; 0 for none."""
        items = self.selectedItems()
        return int(items[0].data(_ID)) if items else 0

    def choose(self, measure_id: int) -> bool:
        """Choose a card; whether it is here. A card elsewhere is chosen alone."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == measure_id:
                self.setCurrentRow(row)
                return True
        self.clearSelection()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.chosen_id():
                self.moved.emit(self.chosen_id(), self.status, step)
        else:
            self.left.emit(self.status, step)

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dropped here becomes a change of the measure; the page shows it anew."""
        source = event.source()
        if isinstance(source, _Column) and source is not self and source.chosen_id():
            self.dropped.emit(source.chosen_id(), self.status)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
