"""The page that takes paper back: what is out, what is back, what is missing."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kommune_desktop.core.numbering import as_number, runs
from kommune_desktop.core.sheet import Returns, Sheet, SheetState, count_returns
from kommune_desktop.errors import UserError
from kommune_desktop.ui import style
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText, Complaint, Note, PageTitle
from kommune_desktop.ui.widgets.page import ShownWhenSeen
from kommune_desktop.ui.widgets.table import TextTable

_NUMBER_WIDTH = 20 * style.GRID
_STATES = (
    SheetState.RETURNED,
    SheetState.KEYED,
    SheetState.VERIFIED,
    SheetState.LOST,
    SheetState.INVALID,
)


class ReturnsPage(ShownWhenSeen, QWidget):
    """Counts the paper sheets of each group by where they stand, and notes one as returned by its number.

    Signals:
        printWanted: Sheets are to be printed.
    """

    printWanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.number = QLineEdit()
        self.number.setPlaceholderText("26-ZG-0042-7")
        self.number.setMinimumHeight(style.CONTROL_HEIGHT)
        self.number.setFixedWidth(_NUMBER_WIDTH)
        self.number.returnPressed.connect(self._on_number_entered)
        self.complaint = Complaint()
        self.last = Note()
        self.missing = BodyText()
        self._sheets: list[Sheet] = []
        self.table = self._made_table()
        self.empty = BodyText(
            self.tr(
                "Noch keine Papierbögen. Drucken Sie nummerierte Bögen, geben Sie sie aus, und vermerken Sie hier, "
                "was zurückkommt."
            )
        )
        self._build()
        self.table.selectionModel().selectionChanged.connect(self._show_missing)
        session.sheetsChanged.connect(self.refresh)
        self.refresh()

    def _made_table(self) -> TextTable:
        titles = [
            self.tr("Akteursgruppe"),
            self.tr("gedruckt"),
            self.tr("noch aus"),
            *(self.session.words(f"sheet_state.{state.value}") for state in _STATES),
            self.tr("Rücklauf"),
        ]
        return TextTable(self.tr("Rücklauf je Gruppe"), titles, numbers=range(1, len(titles)))

    def _build(self) -> None:
        label = QLabel(self.tr("Bogen ist &zurück:"))
        label.setBuddy(self.number)
        entry = QHBoxLayout()
        entry.setSpacing(style.GRID)
        entry.addWidget(label)
        entry.addWidget(self.number)
        self.note_button = button(self.tr("Vermerken"), self._on_number_entered, icon="check")
        entry.addWidget(self.note_button)
        entry.addStretch(1)
        self.print_button = button(self.tr("Bögen drucken …"), self.printWanted.emit, icon="printer", main=True)
        head = QHBoxLayout()
        head.addWidget(PageTitle(self.tr("Rücklauf")), 1)
        head.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.MARGIN, style.MARGIN, style.MARGIN, style.MARGIN)
        column.setSpacing(2 * style.GRID)
        column.addLayout(head)
        column.addLayout(entry)
        column.addWidget(
            Note(
                self.tr(
                    "Tippen Sie die Nummer des Bogens oder nur ihre letzten Ziffern, oder lesen Sie einen seiner "
                    "QR-Codes mit einem Handscanner."
                )
            )
        )
        for widget in (self.complaint, self.last, self.empty):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.missing)
        column.addStretch(0)
        # The keyboard comes to the number first, whatever stands above it.
        for before, after in pairwise((self.number, self.note_button, self.print_button, self.table)):
            self.setTabOrder(before, after)
        self.last.hide()

    def show_now(self) -> None:
        """Show where the sheets stand."""
        self.last.hide()
        round_ = self.session.round
        self._sheets = self.session.sheets()
        rows = count_returns(round_, self._sheets) if round_ else ()
        any_paper = any(returns.issued for returns in rows)
        self.empty.setVisible(not any_paper)
        self.table.setVisible(any_paper)
        for control in (self.number, self.note_button):
            control.setEnabled(any_paper)
        self.print_button.setEnabled(round_ is not None)
        self.table.show_rows([self._cells(returns) for returns in rows])
        if self.table.chosen_row() is None:
            with_missing = next((row for row, returns in enumerate(rows) if returns.missing), None)
            if with_missing is not None:
                self.table.selectRow(with_missing)
        self._show_missing()

    def _show_missing(self) -> None:
        """Name the sheets of the chosen group that are still out."""
        row, round_ = self.table.chosen_row(), self.session.round
        group = round_.groups[row] if round_ is not None and row is not None and row < len(round_.groups) else None
        out = [sheet for sheet in self._sheets if group and sheet.group_id == group.id and _is_out(sheet)]
        self.missing.setVisible(bool(out))
        if group is None or not out:
            return
        serials = [number.serial for number in map(as_number, (sheet.number for sheet in out)) if number]
        named = ", ".join(f"{a:04d}" if a == b else f"{a:04d}–{b:04d}" for a, b in runs(serials))
        title = group.title.in_language(self.session.words.language)
        self.missing.setText(self.tr("Noch aus von {group}: {numbers}.").format(group=title, numbers=named))

    def _cells(self, returns: Returns) -> list[str]:
        words = self.session.words
        counts = [words.number(returns.counts[state]) for state in _STATES]
        title = returns.group.title.in_language(words.language)
        numbers = [words.number(returns.issued), words.number(returns.missing), *counts]
        return [title, *numbers, words.percent(returns.rate)]

    def _on_number_entered(self) -> None:
        """Note the sheet; what was refused stays, selected, to be mended or overwritten."""
        text = self.number.text()
        if not text.strip():
            return
        self.last.hide()
        try:
            sheet = self.session.register_return(text)
        except UserError as error:
            self.complaint.say(self.session.words.error(error))
            self.number.selectAll()
            return
        if sheet is None:
            self.number.selectAll()
            return
        self.complaint.say("")
        group = self.session.current_round.group(sheet.group_id).title.in_language(self.session.words.language)
        self.last.setText(self.tr("Zurück: {number}, {group}.").format(number=sheet.number, group=group))
        self.last.show()
        self.number.clear()


def _is_out(sheet: Sheet) -> bool:
    return sheet.state is SheetState.ISSUED
