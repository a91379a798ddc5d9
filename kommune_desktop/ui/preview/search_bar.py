"""Looking for words in the document."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from kommune_desktop.export.pdf.reading import Match
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import button


class SearchBar(QWidget):
    """Collects the words, takes in what was found, and goes from one place to the next.

    Attributes:
        matches: All places that were found so far, in their order.

    Signals:
        wordsChanged: Other words are looked for; none end the search.
        foundChanged: There are more places, or none any more.
        matchChosen: The search has come to a place.
        closed: The search is over.
    """

    wordsChanged = Signal(str)
    foundChanged = Signal()
    matchChosen = Signal(object)
    closed = Signal()

    def __init__(self, pages: int, parent: QWidget | None = None) -> None:
        """``pages``: of the document."""
        super().__init__(parent)
        self.matches: list[Match] = []
        self._pages = pages
        self._page = 0
        self._place: int | None = None
        self._is_done = False
        self.words = QLineEdit()
        self.words.setMinimumHeight(style.CONTROL_HEIGHT)
        self.words.setMaximumWidth(style.TEXT_COLUMN // 2)
        self.words.setClearButtonEnabled(True)
        label = QLabel(self.tr("S&uchen"))
        label.setBuddy(self.words)
        self.found = QLabel()
        self.back_button = button(self.tr("Voriges"), partial(self.step, -1), icon="chevron-up")
        self.next_button = button(self.tr("Nächstes"), partial(self.step, 1), icon="chevron-down")
        self.close_button = button(self.tr("Suche beenden"), self.closed.emit, icon="x")
        row = QHBoxLayout(self)
        row.setContentsMargins(style.MARGIN, style.GRID // 2, style.MARGIN, style.GRID // 2)
        row.setSpacing(style.GRID)
        row.addWidget(label)
        row.addWidget(self.words, 9)
        row.addWidget(self.found)
        for widget in (self.back_button, self.next_button, self.close_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.words.textChanged.connect(self._on_words_changed)
        self.words.returnPressed.connect(partial(self.step, 1))
        self._show_found()

    def begin(self, page: int) -> None:
        """Take the keyboard; the search goes on from a page."""
        self._page = page
        self.words.setFocus()
        self.words.selectAll()

    def step(self, direction: int) -> None:
        """Go to the next place (1) or the one before (-1); after the last one comes the first."""
        if self.matches:
            place = -1 if self._place is None and direction > 0 else self._place or 0
            self._go_to((place + direction) % len(self.matches))

    def add(self, words: str, page: int, found: list[Match]) -> None:
        """Take in what was found on a page; pages come in their order."""
        if words != self.words.text():
            return
        self.matches += found
        self._is_done = page == self._pages - 1
        if found:
            self.foundChanged.emit()
        if self._place is None and self.matches:
            ahead = (place for place, match in enumerate(self.matches) if match.page >= self._page)
            first = next(ahead, 0 if self._is_done else None)
            if first is not None:
                self._go_to(first)
        self._show_found()

    def _go_to(self, place: int) -> None:
        self._place = place
        self._page = self.matches[place].page
        self._show_found()
        self.matchChosen.emit(self.matches[place])

    def _on_words_changed(self, words: str) -> None:
        self.matches, self._place, self._is_done = [], None, not words.strip()
        self.foundChanged.emit()
        self.wordsChanged.emit(words)
        self._show_found()

    def _show_found(self) -> None:
        count = len(self.matches)
        if not self.words.text().strip():
            text = ""
        elif self._place is not None:
            text = self.tr("{place} von {count}").format(place=self._place + 1, count=count)
        else:
            text = self.tr("nicht gefunden") if self._is_done else self.tr("wird gesucht …")
        self.found.setText(text)
        for widget in (self.back_button, self.next_button):
            widget.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
