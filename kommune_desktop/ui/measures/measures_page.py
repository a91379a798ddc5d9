"""The measures of a round: what is to be done, by whom, until when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from kommune_desktop.core.measure import Measure, MeasureStatus, in_order
from kommune_desktop.ui import style
from kommune_desktop.ui.measures.book import MeasureBook
from kommune_desktop.ui.measures.measure_dialog import MeasureDialog
from kommune_desktop.ui.measures.measure_table import TITLE, MeasureFilter, MeasureTable, Wanted
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText, Note, PageTitle
from kommune_desktop.ui.widgets.page import ShownWhenSeen
from kommune_desktop.ui.widgets.table import settle_table

_OPEN = "open"
_OFFICE_LETTERS = 16


class MeasuresPage(ShownWhenSeen, QWidget):
    """The list of measures and what can be done with them.

    Signals:
        exportWanted: The measures are wanted as a file: its suffix.
    """

    exportWanted = Signal(str)

    def __init__(self, book: MeasureBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.session = book.session
        self._measures: list[Measure] = []
        self.state = BodyText()
        self.empty = BodyText(
            self.tr(
                "Aus Ergebnissen werden Maßnahmen: Was ist zu tun, wer ist zuständig, bis wann? Sie können auch in den "
                "Ergebnissen bei einer Frage oder einem Handlungsfeld eine Maßnahme anlegen."
            )
        )
        self.model = MeasureTable(self.session.words, self)
        self.filter = MeasureFilter(self)
        self.filter.setSourceModel(self.model)
        self.view = QTableView()
        self.status, self.office, self.line = QComboBox(), QComboBox(), QLineEdit()
        self.deleted = Note()
        self._build()
        book.changed.connect(self.refresh)
        self.session.undo_stack.indexChanged.connect(self._hide_deleted)
        self.refresh()

    def _build(self) -> None:
        self.new_button = button(self.tr("Neue Maßnahme …"), self._on_new_clicked, icon="plus", main=True)
        self.edit_button = button(self.tr("Bearbeiten …"), self._on_edit_clicked, icon="pencil")
        self.delete_button = button(self.tr("Löschen"), self._on_delete_clicked, icon="trash-2")
        self.undo_button = button(self.tr("Rückgängig"), self.session.undo_stack.undo, icon="undo-2")
        self.view.setModel(self.filter)
        settle_table(self.view, self.tr("Maßnahmen"), wide=TITLE)
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.activated.connect(self._on_row_activated)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete),
            self.view,
            self._on_delete_clicked,
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(style.MARGIN, style.MARGIN, style.MARGIN, style.MARGIN)
        column.setSpacing(2 * style.GRID)
        column.addWidget(PageTitle(self.tr("Maßnahmen")))
        column.addLayout(self._head())
        for text in (self.state, self.empty):
            column.addWidget(text)
        self.filters = QWidget()
        self._add_filters(self.filters)
        column.addWidget(self.filters)
        column.addWidget(self.view, 1)
        column.addLayout(self._foot())
        column.addStretch(0)
        self._hide_deleted()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.GRID)
        row.addWidget(self.new_button)
        row.addStretch(1)
        self.export_buttons = [
            button(self.tr("Plan als PDF …"), lambda: self.exportWanted.emit(".pdf"), icon="file-text"),
            button(self.tr("Excel …"), lambda: self.exportWanted.emit(".xlsx"), icon="save"),
            button(self.tr("Termine …"), lambda: self.exportWanted.emit(".ics"), icon="calendar-days"),
        ]
        for widget in self.export_buttons:
            row.addWidget(widget)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.GRID)
        for widget in (self.edit_button, self.delete_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.deleted)
        row.addWidget(self.undo_button)
        return row

    def _add_filters(self, place: QWidget) -> None:
        self.status.addItem(self.tr("alle"), None)
        self.status.addItem(self.tr("offene"), _OPEN)
        for status in MeasureStatus:
            self.status.addItem(self.session.words(f"measure_status.{status.value}"), status)
        self.office.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.office.setMinimumContentsLength(_OFFICE_LETTERS)
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(self.tr("Wörter aus Titel, Ziel, Stelle oder Handlungsfeld"))
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GRID)
        for title, field in (
            (self.tr("S&tand"), self.status),
            (self.tr("Zu&ständig"), self.office),
            (self.tr("Su&chen"), self.line),
        ):
            label = QLabel(title)
            label.setBuddy(field)
            field.setMinimumHeight(style.CONTROL_HEIGHT)
            row.addWidget(label)
            row.addWidget(field, 1 if field is self.line else 0)
        self.status.activated.connect(self._show_wanted)
        self.office.activated.connect(self._show_wanted)
        self.line.textChanged.connect(self._show_wanted)

    # What is shown -----------------------------------------------------------------------------------------------

    def show_now(self) -> None:
        """Show the measures as they are."""
        chosen = self._chosen()
        round_, language = self.session.round, self.session.words.language
        self._measures = in_order(self.book.all())
        areas = {area.id: area.title.in_language(language) for area in round_.questionnaire.areas} if round_ else {}
        self.model.show_measures(self._measures, areas, self.today())
        self._show_offices()
        self._show_wanted()
        self._choose(chosen.id if chosen else 0)
        self.empty.setVisible(not self._measures)
        for widget in (self.state, self.filters, self.view):
            widget.setVisible(bool(self._measures))
        self.new_button.setEnabled(round_ is not None)
        for press in self.export_buttons:
            press.setEnabled(bool(self._measures))
        self._show_state()
        self._enable()

    @staticmethod
    def today() -> date:
        """The day on the person's own calendar."""
        return date.today()  # noqa: DTZ011

    def _show_state(self) -> None:
        words = self.session.words
        still = sum(measure.is_open for measure in self._measures)
        overdue = sum(measure.is_overdue(self.today()) for measure in self._measures)
        said = self.tr("{measures}, davon {open} offen").format(
            measures=words.count("count.measures", len(self._measures)), open=words.number(still)
        )
        if overdue:
            said += self.tr(", {number} überfällig").format(number=words.number(overdue))
        self.state.setText(f"{said}.")

    def _show_offices(self) -> None:
        chosen = self.office.currentData()
        self.office.clear()
        self.office.addItem(self.tr("alle"), "")
        for office in self._offices():
            self.office.addItem(office, office)
        self.office.setCurrentIndex(max(self.office.findData(chosen), 0))

    def _offices(self) -> list[str]:
        return sorted({measure.office for measure in self._measures if measure.office}, key=str.casefold)

    def _show_wanted(self) -> None:
        status = self.status.currentData()
        self.filter.show_only(
            Wanted(
                MeasureStatus(status) if status not in (None, _OPEN) else None,
                status == _OPEN,
                self.office.currentData() or "",
                tuple(self.line.text().casefold().split()),
            )
        )
        self._enable()

    def _chosen(self) -> Measure | None:
        rows = self.view.selectionModel().selectedRows()
        return self.model.measure(self.filter.mapToSource(rows[0]).row()) if rows else None

    def _choose(self, measure_id: int) -> None:
        """Select a measure, or the first one that is to be seen."""
        row = self.model.row_of(measure_id)
        place = self.filter.mapFromSource(self.model.index(row, 0)) if row is not None else QModelIndex()
        self.view.selectRow(place.row() if place.isValid() else 0)

    def _enable(self) -> None:
        for press in (self.edit_button, self.delete_button):
            press.setEnabled(self._chosen() is not None)

    # What is done ------------------------------------------------------------------------------------------------

    def begin_measure(self, measure: Measure) -> bool:
        """Ask for a new measure, beginning with what is known of it; whether there is one now."""
        entered = self._ask(measure)
        return entered is not None and self.book.add(entered)

    def _ask(self, measure: Measure) -> Measure | None:
        """What the person enters; ``None`` where they give up."""
        round_ = self.session.current_round
        dialog = MeasureDialog(self.session.words, round_, measure, self, offices=self._offices(), today=self.today())
        return dialog.chosen() if dialog.exec() and self.session.round is round_ else None

    def _on_new_clicked(self) -> None:
        self.begin_measure(Measure("", round_id=self.session.current_round.id))

    def _on_row_activated(self) -> None:
        self._on_edit_clicked()

    def _on_edit_clicked(self) -> None:
        measure = self._chosen()
        entered = self._ask(measure) if measure is not None else None
        if measure is not None and entered is not None:
            self.book.save(measure, entered)

    def _on_delete_clicked(self) -> None:
        measure = self._chosen()
        if measure is not None and self.book.delete(measure):
            self.deleted.setText(self.tr("„{title}“ gelöscht.").format(title=measure.title))
            self.deleted.show()
            self.undo_button.show()

    def _hide_deleted(self) -> None:
        self.deleted.hide()
        self.undo_button.hide()
