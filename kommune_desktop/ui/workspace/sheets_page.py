"""The sheets of a round: add, open, delete, take in from a file."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.ui import style
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText, Note, PageTitle
from kommune_desktop.ui.widgets.page import ShownWhenSeen
from kommune_desktop.ui.widgets.table import settle_table
from kommune_desktop.ui.workspace.sheet_table import SORT, SheetTable

_MARKS = (SheetState.RETURNED, SheetState.KEYED, SheetState.LOST, SheetState.INVALID)


class SheetsPage(ShownWhenSeen, QWidget):
    """The list of sheets and what can be done with them.

    Signals:
        openWanted: A sheet is to be filled in.
        importWanted: Answers are to be taken in from a file.
        printWanted: A paper sheet is to be printed again.
    """

    openWanted = Signal(object)
    importWanted = Signal()
    printWanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.marks: dict[SheetState, QAction] = {}
        self.group = QComboBox()
        self.group.setMinimumHeight(style.CONTROL_HEIGHT)
        self.model = SheetTable(session.words, self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setSortRole(SORT)
        self.view = self._table()
        self.empty = BodyText(
            self.tr(
                "Noch keine Bögen. Wählen Sie eine Gruppe und legen Sie den ersten an, oder übernehmen Sie Antworten "
                "aus einer Datei."
            )
        )
        self.deleted = Note()
        self.undo_button = button(self.tr("Rückgängig"), session.undo_stack.undo, icon="undo-2")
        self._build()
        session.roundChanged.connect(self._on_round_changed)
        session.sheetsChanged.connect(self.refresh)
        session.undo_stack.indexChanged.connect(self._hide_deleted)
        self._on_round_changed()
        self.refresh()

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self.sorted)
        view.setSortingEnabled(True)
        view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        settle_table(view, self.tr("Bögen"), wide=1)
        view.activated.connect(self._on_row_activated)
        view.selectionModel().selectionChanged.connect(self._enable)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete), view, self._on_delete_clicked, context=Qt.ShortcutContext.WidgetShortcut
        )
        return view

    def _build(self) -> None:
        add = QHBoxLayout()
        add.setSpacing(style.GRID)
        self.add_button = button(self.tr("Bogen anlegen"), self._on_add_clicked, icon="plus", main=True)
        self.import_button = button(self.tr("Antworten übernehmen …"), self.importWanted.emit, icon="file-input")
        label = QLabel(self.tr("Neuer Bogen &für"))
        label.setBuddy(self.group)
        add.addWidget(label)
        add.addWidget(self.group)
        add.addWidget(self.add_button)
        add.addStretch(1)
        add.addWidget(self.import_button)
        self.open_button = button(self.tr("Öffnen"), self._on_open_clicked, icon="square-pen")
        self.mark_button = QPushButton(self.tr("Vermerken"))
        self.mark_button.setMinimumHeight(style.CONTROL_HEIGHT)
        self.mark_button.setMenu(self._mark_menu())
        self.print_button = button(self.tr("Erneut drucken …"), self._on_print_clicked, icon="printer")
        self.delete_button = button(self.tr("Löschen"), self._on_delete_clicked, icon="trash-2")
        foot = QHBoxLayout()
        foot.setSpacing(style.GRID)
        for widget in (self.open_button, self.mark_button, self.print_button, self.delete_button):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.deleted)
        foot.addWidget(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.MARGIN, style.MARGIN, style.MARGIN, style.MARGIN)
        column.setSpacing(2 * style.GRID)
        column.addWidget(PageTitle(self.tr("Bögen")))
        column.addLayout(add)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        column.addStretch(0)
        self._hide_deleted()

    def _mark_menu(self) -> QMenu:
        """The stations of a paper sheet that can be noted by hand, or taken back."""
        menu = QMenu(self)
        for station in _MARKS:
            action = menu.addAction(self.session.words(f"sheet_state.{station.value}"))
            action.setCheckable(True)
            # Of a bound method that is called with fewer arguments than the signal has, Qt drops the rest.
            action.triggered.connect(lambda is_wanted, station=station: self._on_mark_chosen(station, is_wanted))
            self.marks[station] = action
        menu.aboutToShow.connect(self._show_marks)
        return menu

    def _show_marks(self) -> None:
        sheet = self._selected()
        for station, action in self.marks.items():
            action.setChecked(sheet is not None and station in sheet.dates)

    def _on_mark_chosen(self, station: SheetState, is_wanted: bool) -> None:
        sheet = self._selected()
        if sheet is not None:
            self.session.mark_sheet(sheet, station, datetime.now(UTC) if is_wanted else None)

    def show_now(self) -> None:
        """Show the sheets as they are; the selected one stays selected."""
        selected = self._selected()
        sheets = self.session.sheets()
        self.model.show(self.session.round, sheets)
        self.empty.setVisible(not sheets)
        self.view.setVisible(bool(sheets))
        row = self.model.row_of(selected.id) if selected else None
        if row is not None:
            self.view.selectRow(self.sorted.mapFromSource(self.model.index(row, 0)).row())
        self._enable()

    def _selected(self) -> Sheet | None:
        rows = self.view.selectionModel().selectedRows()
        return self.model.sheet(self.sorted.mapToSource(rows[0]).row()) if rows else None

    def _enable(self) -> None:
        selected = self._selected()
        for widget in (self.open_button, self.delete_button):
            widget.setEnabled(selected is not None)
        for widget in (self.mark_button, self.print_button):
            widget.setEnabled(selected is not None and selected.state is not SheetState.ON_SCREEN)
        for control in (self.add_button, self.import_button, self.group):
            control.setEnabled(self.session.round is not None)

    def _on_round_changed(self) -> None:
        self.group.clear()
        for group in self.session.round.groups if self.session.round else ():
            self.group.addItem(group.title.in_language(self.session.words.language), group.id)

    def _on_add_clicked(self) -> None:
        sheet = self.session.add_sheet(self.group.currentData())
        if sheet is not None:
            self.openWanted.emit(sheet)

    def _on_open_clicked(self) -> None:
        sheet = self._selected()
        if sheet is not None:
            self.openWanted.emit(sheet)

    def _on_print_clicked(self) -> None:
        sheet = self._selected()
        if sheet is not None:
            self.printWanted.emit(sheet)

    def _on_row_activated(self, index: QModelIndex) -> None:
        self.openWanted.emit(self.model.sheet(self.sorted.mapToSource(index).row()))

    def _on_delete_clicked(self) -> None:
        sheet = self._selected()
        if sheet is not None and self.session.delete_sheet(sheet):
            self.deleted.setText(self.tr("Bogen {number} gelöscht.").format(number=sheet.number))
            self.deleted.show()
            self.undo_button.show()

    def _hide_deleted(self) -> None:
        self.deleted.hide()
        self.undo_button.hide()
