"""The sidebar: the round, and the pages in the order of the work."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kommune_desktop.core.round import Round
from kommune_desktop.ui import icons, style
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import Note

_WIDTH = 216
_ITEM_HEIGHT = 36


class Sidebar(QWidget):
    """Chooses the round and the page.

    Signals:
        pageChosen: Number of the page.
        roundWanted: A new round is to be added.
    """

    pageChosen = Signal(int)
    roundWanted = Signal()

    def __init__(self, session: Session, pages: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``pages``: title and icon of each."""
        super().__init__(parent)
        self.session = session
        self.setFixedWidth(_WIDTH)
        self.municipality = Note()
        self.rounds = QComboBox()
        self.rounds.setMinimumHeight(style.CONTROL_HEIGHT)
        # A label and not an accessible name: Qt reads a combo box by its value alone otherwise.
        label = Note(self.tr("Runde"))
        label.setBuddy(self.rounds)
        self.rounds.activated.connect(self._on_round_activated)
        self.pages = QListWidget()
        self.pages.setFrameShape(QListWidget.Shape.NoFrame)
        self.pages.setIconSize(icons.size())
        self.pages.setAccessibleName(self.tr("Seiten"))
        for title, icon in pages:
            item = QListWidgetItem(icons.icon(icon), title, self.pages)
            item.setSizeHint(QSize(0, _ITEM_HEIGHT))
        self.pages.currentRowChanged.connect(self.pageChosen)
        self.new_round = button(self.tr("Neue Runde"), self.roundWanted.emit, icon="plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(style.GRID, 2 * style.GRID, style.GRID, 2 * style.GRID)
        column.setSpacing(style.GRID)
        column.addWidget(self.municipality)
        column.addWidget(label)
        column.addWidget(self.rounds)
        column.addWidget(self.pages, 1)
        column.addWidget(self.new_round)
        session.roundChanged.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the rounds of the file."""
        store = self.session.store
        self.municipality.setText(store.municipality if store else "")
        self.rounds.clear()
        for round_ in reversed(self.session.rounds):
            self.rounds.addItem(round_.title, round_)
        self.rounds.setVisible(bool(self.session.rounds))
        if self.session.round is not None:
            self.rounds.setCurrentIndex(self.rounds.findText(self.session.round.title, Qt.MatchFlag.MatchExactly))

    def show_page(self, page: int) -> None:
        """Mark a page."""
        self.pages.setCurrentRow(page)

    def _on_round_activated(self, index: int) -> None:
        chosen = self.rounds.itemData(index)
        if isinstance(chosen, Round) and chosen is not self.session.round:
            self.session.select_round(chosen)
