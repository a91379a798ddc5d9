"""The remarks of a round: search, read, release for the public report."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QTableView, QVBoxLayout, QWidget

from kommune_desktop.core.remark import Remark, RemarkKind
from kommune_desktop.core.round import Round
from kommune_desktop.ui import style
from kommune_desktop.ui.results.remark_table import RELEASED, WORDS, RemarkTable
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.labels import BodyText, Note
from kommune_desktop.ui.widgets.page import ShownWhenSeen
from kommune_desktop.ui.widgets.table import settle_table

_WORDS_LINES = 4
_LOW = 300
"""Below this height the room belongs to the remarks."""


class _Table(QTableView):
    """Space releases the remark of a row, whatever column one is in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and here.isValid():
            place = here.siblingAtColumn(RELEASED)
            is_released = place.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if is_released else Qt.CheckState.Checked
            self.model().setData(place, wanted, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)


class RemarksView(ShownWhenSeen, QWidget):
    """The table, a search above it, and the whole words of the chosen remark below it.

    Signals:
        questionChosen: Id of the question of a remark.
    """

    questionChosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.model = RemarkTable(session.words, self)
        self.model.releaseWanted.connect(session.release_remark)
        self.line = QLineEdit()
        self.line.setMinimumHeight(style.CONTROL_HEIGHT)
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(self.tr("Wörter aus Frage, Gruppe oder Wortlaut"))
        self.line.textChanged.connect(self._on_search_changed)
        self.count = Note()
        self.view = _Table()
        self.view.setModel(self.model)
        settle_table(self.view, self.tr("Bemerkungen"), wide=WORDS)
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.view.activated.connect(self._on_row_activated)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(_WORDS_LINES * self.fontMetrics().lineSpacing() + 2 * style.GRID)
        self.words.setAccessibleName(self.tr("Ganzer Wortlaut"))
        self.empty = BodyText(self.tr("In dieser Runde hat niemand etwas in eigenen Worten geschrieben."))
        self._round: Round | None = None
        self._remarks: Sequence[Remark] = ()
        self._build()
        session.remarkChanged.connect(self.model.replace)

    def _build(self) -> None:
        label = QLabel(self.tr("Su&chen"))
        label.setBuddy(self.line)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.line, 1)
        head.addWidget(self.count)
        self.note = Note(
            self.tr(
                "Bemerkungen stehen nur im internen Bericht. Was Sie mit der Leertaste oder dem Kästchen freigeben, "
                "steht auch im öffentlichen. Achten Sie darauf, dass niemand daran zu erkennen ist."
            )
        )
        column = QVBoxLayout(self)
        column.setSpacing(style.GRID)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        column.addWidget(self.words)

    def show_remarks(self, round_: Round, remarks: Sequence[Remark]) -> None:
        """Show the remarks of a round; evidence stands with its question alone."""
        self._round = round_
        self._remarks = [remark for remark in remarks if remark.kind is not RemarkKind.EVIDENCE]
        self.refresh()

    def show_now(self) -> None:
        if self._round is None:
            return
        self.model.show_remarks(self._round, self._remarks)
        self.empty.setVisible(not self._remarks)
        for widget in (self.view, self.words, self.line, self.count):
            widget.setVisible(bool(self._remarks))
        self._show_note()
        self.view.selectRow(0)
        self._show_count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_note()

    def _show_note(self) -> None:
        self.note.setVisible(self.model.total > 0 and self.height() >= _LOW)

    def _on_search_changed(self, text: str) -> None:
        chosen = self._chosen()
        self.model.seek(text)
        self.view.selectRow((self.model.row_of(chosen) if chosen else None) or 0)
        self._on_row_changed()  # of an empty table the view tells nothing
        self._show_count()

    def _show_count(self) -> None:
        found, total = self.model.rowCount(), self.model.total
        number = self.session.words.number
        self.count.setText(self.tr("{found} von {total}").format(found=number(found), total=number(total)))

    def _chosen(self) -> Remark | None:
        here = self.view.currentIndex()
        return self.model.remark(here.row()) if here.isValid() else None

    def _on_row_changed(self) -> None:
        chosen = self._chosen()
        self.words.setPlainText(chosen.words if chosen else "")

    def _on_row_activated(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.questionChosen.emit(chosen.question_id)
