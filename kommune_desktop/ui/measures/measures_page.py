"""The measures of a round: what is to be done, by whom, until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kommune_desktop.core.measure import Measure, MeasureStatus, in_order
from kommune_desktop.core.outcome import Outcome, outcomes
from kommune_desktop.settings import Settings
from kommune_desktop.ui import style
from kommune_desktop.ui.measures.board import Board
from kommune_desktop.ui.measures.book import MeasureBook
from kommune_desktop.ui.measures.filter_bar import BOARD, OUTCOMES, FilterBar
from kommune_desktop.ui.measures.measure_dialog import MeasureDialog
from kommune_desktop.ui.measures.measure_table import TITLE, MeasureFilter, MeasureTable
from kommune_desktop.ui.measures.outcomes_view import OutcomesView
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.chart import ChartView
from kommune_desktop.ui.widgets.labels import BodyText, Note, PageTitle
from kommune_desktop.ui.widgets.page import Page, ShownWhenSeen
from kommune_desktop.ui.widgets.table import settle_table

if TYPE_CHECKING:
    from kommune_desktop.export.charts import Chart, Palette
    from kommune_desktop.workflow.evaluation import Evaluation


class MeasuresPage(ShownWhenSeen, QWidget):
    """The list of measures and what can be done with them.

    Signals:
        exportWanted: The measures are wanted as a file: its suffix.
    """

    exportWanted = Signal(str)

    def __init__(self, book: MeasureBook, settings: Settings, parent: QWidget | None = None) -> None:
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
        self.board = Board(self.session.words)
        self.timeline = ChartView(settings)
        self.outcomes = OutcomesView(self.session.words)
        self._evaluation: Evaluation | None = None
        self.views = QStackedWidget()
        self.filters = FilterBar(self.session.words)
        self.filters.changed.connect(self._show_wanted)
        self.filters.viewChosen.connect(self._on_view_chosen)
        self.deleted = Note()
        self._build()
        book.changed.connect(self.refresh)
        self.session.undo_stack.indexChanged.connect(self._hide_deleted)
        self.refresh()

    def _build(self) -> None:
        self.new_button = button(self.tr("Neue Maßnahme …"), self._on_new_clicked, icon="plus", main=True)
        self.edit_button = button(self.tr("Bearbeiten …"), self._on_edit_clicked, icon="pencil")
        self.delete_button = button(self.tr("Löschen"), self._on_delete_clicked, icon="trash-2")
        self.rename_button = button(self.tr("Stelle umbenennen …"), self._on_rename_clicked, icon="square-pen")
        self.undo_button = button(self.tr("Rückgängig"), self.session.undo_stack.undo, icon="undo-2")
        self.view.setModel(self.filter)
        settle_table(self.view, self.tr("Maßnahmen"), wide=TITLE)
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.activated.connect(self._on_row_activated)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        self.board.selectionChanged.connect(self._enable)
        self.board.opened.connect(self._open)
        self.board.statusWanted.connect(self._on_status_wanted)
        self.timeline.spotChosen.connect(self._on_spot_chosen)
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
        column.addWidget(self.filters)
        scroll = Page(self.tr("Zeitplan"), has_charts=True)
        scroll.title.hide()
        scroll.column.setContentsMargins(0, 0, 0, 0)
        scroll.column.addWidget(self.timeline)
        scroll.column.addStretch(1)
        for view in (self.view, self.board, scroll, self.outcomes):
            self.views.addWidget(view)
        column.addWidget(self.views, 1)
        column.addLayout(self._foot())
        column.addStretch(0)
        self._hide_deleted()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.GRID)
        row.addWidget(self.new_button)
        row.addStretch(1)
        self.export_buttons = [
            button(self.tr("Plan als PDF …"), partial(self.exportWanted.emit, ".pdf"), icon="file-text"),
            button(self.tr("Excel …"), partial(self.exportWanted.emit, ".xlsx"), icon="save"),
            button(self.tr("Termine …"), partial(self.exportWanted.emit, ".ics"), icon="calendar-days"),
        ]
        for widget in self.export_buttons:
            row.addWidget(widget)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.GRID)
        for widget in (self.edit_button, self.delete_button, self.rename_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.deleted)
        row.addWidget(self.undo_button)
        return row

    # What became of the last ones --------------------------------------------------------------------------------

    def show_results(self, evaluation: Evaluation, _: object) -> None:
        """Take in what changed since the round before."""
        self._evaluation = evaluation
        self._show_outcomes()

    def _show_outcomes(self) -> None:
        round_, evaluation = self.session.round, self._evaluation
        trend = evaluation.trend if evaluation is not None and evaluation.is_of(round_) else None
        found: list[Outcome] = []
        if round_ is not None and trend is not None:
            found = outcomes(self.session.opened.measures.all(), round_.questions, trend)
            self.outcomes.show_outcomes(round_, trend.before.round.title, found)
        self.filters.offer_outcomes(bool(found))

    # What is shown -----------------------------------------------------------------------------------------------

    def show_now(self) -> None:
        """Show the measures as they are."""
        chosen = self._chosen()
        round_, language = self.session.round, self.session.words.language
        self._measures = in_order(self.book.all())
        areas = {area.id: area.title.in_language(language) for area in round_.questionnaire.areas} if round_ else {}
        self.model.show_measures(self._measures, areas, self.today())
        self.filters.offer(self._offices())
        self._show_wanted()
        self._choose(chosen.id if chosen else 0)
        self.empty.setVisible(not self._measures)
        for widget in (self.state, self.filters, self.views):
            widget.setVisible(bool(self._measures))
        self.new_button.setEnabled(round_ is not None)
        for press in self.export_buttons:
            press.setEnabled(bool(self._measures))
        self._show_state()
        self._show_outcomes()
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

    def _offices(self) -> list[str]:
        return sorted({measure.office for measure in self._measures if measure.office}, key=str.casefold)

    def _show_wanted(self) -> None:
        wanted = self.filters.wanted()
        self.filter.show_only(wanted)
        shown = [measure for row, measure in enumerate(self._measures) if self.model.fits(row, wanted)]
        self.board.show_measures(shown, self.today())
        self.timeline.show_chart(partial(self._drawn, shown))
        self._enable()

    def _drawn(self, measures: Sequence[Measure], width: float, palette: Palette) -> Chart:
        from kommune_desktop.export.charts import Look, measures_timeline  # noqa: PLC0415 - loaded when it is seen

        return measures_timeline(measures, self.today(), Look(self.session.words, palette, width))

    def _on_view_chosen(self, view: int) -> None:
        """The measure that is chosen stays chosen in the other view."""
        chosen = self._chosen()
        self.views.setCurrentIndex(view)
        self._choose(chosen.id if chosen else 0)
        self._enable()

    def _chosen(self) -> Measure | None:
        if self.views.currentIndex() == OUTCOMES:
            return None
        if self.views.currentIndex() == BOARD:
            return self._by_id(self.board.chosen_id())
        rows = self.view.selectionModel().selectedRows()
        return self.model.measure(self.filter.mapToSource(rows[0]).row()) if rows else None

    def _by_id(self, measure_id: int) -> Measure | None:
        return next((measure for measure in self._measures if measure.id == measure_id), None)

    def _choose(self, measure_id: int) -> None:
        """Select a measure; in the table the first one that is to be seen where it is not."""
        row = self.model.row_of(measure_id)
        place = self.filter.mapFromSource(self.model.index(row, 0)) if row is not None else QModelIndex()
        self.view.selectRow(place.row() if place.isValid() else 0)
        self.board.choose(measure_id)

    def _enable(self) -> None:
        chosen = self._chosen()
        for press in (self.edit_button, self.delete_button):
            press.setEnabled(chosen is not None)
        self.rename_button.setEnabled(chosen is not None and bool(chosen.office))

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
        if measure is not None:
            self._open(measure.id)

    def _on_spot_chosen(self, key: str) -> None:
        self._open(int(key))

    def _open(self, measure_id: int) -> None:
        measure = self._by_id(measure_id)
        entered = self._ask(measure) if measure is not None else None
        if measure is not None and entered is not None:
            self.book.save(measure, entered)

    def _on_status_wanted(self, measure_id: int, status: MeasureStatus) -> None:
        """A card was taken to another column; who drops a measure is asked why."""
        measure = self._by_id(measure_id)
        if measure is None:
            return
        changed: Measure | None = replace(measure, status=MeasureStatus(status), dropped_because="")
        if changed is not None and changed.status is MeasureStatus.DROPPED:
            changed = self._ask(changed)
        if changed is not None:
            self.book.save(measure, changed)

    def _on_rename_clicked(self) -> None:
        """The office of the chosen measure gets another name, here and in all other measures."""
        chosen = self._chosen()
        if chosen is None:
            return
        name, is_given = QInputDialog.getText(
            self,
            self.tr("Stelle umbenennen"),
            self.tr("Neuer Name von „{office}“ in allen Maßnahmen").format(office=chosen.office),
            text=chosen.office,
        )
        if is_given and name.strip() and name.strip() != chosen.office:
            self.book.rename_office(chosen.office, name)

    def _on_delete_clicked(self) -> None:
        measure = self._chosen()
        if measure is not None and self.book.delete(measure):
            self.deleted.setText(self.tr("„{title}“ gelöscht.").format(title=measure.title))
            self.deleted.show()
            self.undo_button.show()

    def _hide_deleted(self) -> None:
        self.deleted.hide()
        self.undo_button.hide()
