"""The batches of a round: begin one, go on, key it a second time, take it apart."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kommune_desktop.core.batch import BatchSheets
from kommune_desktop.core.sheet import OUT_OF_USE, Sheet, SheetState
from kommune_desktop.ui import style
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText, Note, PageTitle
from kommune_desktop.ui.widgets.page import ShownWhenSeen
from kommune_desktop.ui.widgets.table import TextTable


class BatchesPage(ShownWhenSeen, QWidget):
    """The list of batches and what can be done with them.

    Signals:
        newWanted: A batch is to be begun.
        keyingWanted: The sheets of a batch are to be keyed.
        secondKeyingWanted: Sheets of a batch are to be keyed a second time.
        differencesWanted: What differs between both keyings is to be settled.
        listWanted: Differences and completeness are to be printed.
    """

    newWanted = Signal()
    keyingWanted = Signal(object)
    secondKeyingWanted = Signal(object)
    differencesWanted = Signal()
    listWanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._batches: list[BatchSheets] = []
        self.state = BodyText()
        self.empty = BodyText(
            self.tr(
                "Legen Sie zurückgekommene Bögen zu einem Stapel, und erfassen Sie einen nach dem anderen. Ein Stapel "
                "kann jederzeit liegen bleiben; es geht weiter, wo Sie aufgehört haben."
            )
        )
        titles = [
            self.tr("Stapel"),
            self.tr("Erfasst"),
            self.tr("Zweites Mal erfasst"),
            self.tr("Abweichungen"),
            self.tr("Begonnen am"),
        ]
        self.table = TextTable(self.tr("Stapel"), titles, wide=4)
        self.dissolved = Note()
        self._build()
        session.sheetsChanged.connect(self.refresh)
        session.undo_stack.indexChanged.connect(self._hide_dissolved)
        self.refresh()

    def _build(self) -> None:
        self.new_button = button(self.tr("Neuer Stapel …"), self.newWanted.emit, icon="layers", main=True)
        self.differences_button = button(self.tr("Abweichungen"), self.differencesWanted.emit, icon="list-checks")
        self.list_button = button(self.tr("Liste drucken …"), self.listWanted.emit, icon="printer")
        self.key_button = button(self.tr("Weiter erfassen"), self._on_key_clicked, icon="keyboard")
        self.second_button = button(self.tr("Zweites Mal erfassen …"), self._on_second_clicked, icon="users-round")
        self.dissolve_button = button(self.tr("Auflösen"), self._on_dissolve_clicked, icon="trash-2")
        self.undo_button = button(self.tr("Rückgängig"), self.session.undo_stack.undo, icon="undo-2")
        self.table.activated.connect(self._on_row_activated)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete),
            self.table,
            self._on_dissolve_clicked,
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        head = QHBoxLayout()
        head.setSpacing(style.GRID)
        head.addWidget(self.new_button)
        head.addStretch(1)
        for widget in (self.differences_button, self.list_button):
            head.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(style.GRID)
        for widget in (self.key_button, self.second_button, self.dissolve_button):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.dissolved)
        foot.addWidget(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.MARGIN, style.MARGIN, style.MARGIN, style.MARGIN)
        column.setSpacing(2 * style.GRID)
        column.addWidget(PageTitle(self.tr("Erfassen")))
        column.addLayout(head)
        for text in (self.state, self.empty):
            column.addWidget(text)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        column.addStretch(0)
        self._hide_dissolved()

    def show_now(self) -> None:
        """Show the batches as they are."""
        self._batches = self.session.batches()
        self.table.show_rows([self._cells(laid) for laid in self._batches])
        if self._batches and self.table.chosen_row() is None:
            self.table.selectRow(len(self._batches) - 1)
        self.table.setVisible(bool(self._batches))
        self.empty.setVisible(not self._batches)
        waiting = sum(sheet.state is SheetState.RETURNED for sheet in self.session.sheets())
        sheets = self.session.words.count("count.sheets", waiting)
        self.state.setText(self.tr("{sheets} zurück und noch nicht erfasst.").format(sheets=sheets))
        self.state.setVisible(bool(waiting))
        self._enable()

    def _cells(self, laid: BatchSheets) -> list[str]:
        words = self.session.words
        of = self.tr("{done} von {total}")
        wanted = sum(sheet.is_second_wanted and sheet.state not in OUT_OF_USE for sheet in laid.sheets)
        unsettled = len(laid.unsettled)
        again = of.format(done=wanted - len(laid.to_key_again), total=wanted) if wanted else "–"
        done = any(sheet.second_at for sheet in laid.sheets)
        differing = self.tr("keine offen") if done else "–"
        if unsettled:
            sheets = words.count("count.sheets", unsettled)
            differing = self.tr("auf {sheets} zu klären").format(sheets=sheets)
        return [
            self.tr("Stapel {number}").format(number=laid.batch.number),
            of.format(done=laid.keyed, total=laid.total),
            again,
            differing,
            words.date(laid.batch.created.astimezone().date()),
        ]

    def _chosen(self) -> BatchSheets | None:
        row = self.table.chosen_row()
        return self._batches[row] if row is not None and row < len(self._batches) else None

    def _enable(self) -> None:
        chosen = self._chosen()
        for widget in (self.key_button, self.dissolve_button):
            widget.setEnabled(chosen is not None)
        self.second_button.setEnabled(chosen is not None and any(map(_can_be_keyed_again, chosen.sheets)))
        self.new_button.setEnabled(self.session.round is not None)
        has_seconds = any(sheet.second_at for laid in self._batches for sheet in laid.sheets)
        self.differences_button.setEnabled(has_seconds)
        self.list_button.setEnabled(bool(self._batches))

    def _on_key_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.keyingWanted.emit(chosen.batch)

    def _on_second_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.secondKeyingWanted.emit(chosen)

    def _on_row_activated(self) -> None:
        self._on_key_clicked()

    def _on_dissolve_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self.session.dissolve_batch(chosen.batch):
            text = self.tr("Stapel {number} aufgelöst; seine Bögen sind noch da.")
            self.dissolved.setText(text.format(number=chosen.batch.number))
            self.dissolved.show()
            self.undo_button.show()

    def _hide_dissolved(self) -> None:
        self.dissolved.hide()
        self.undo_button.hide()


def _can_be_keyed_again(sheet: Sheet) -> bool:
    return SheetState.KEYED in sheet.dates and sheet.state not in OUT_OF_USE
