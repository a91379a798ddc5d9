"""Sentences that lead somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from kommune_desktop.ui import style

Sentence = tuple[str, str]
"""What it says and the key of what it leads to."""


class SentenceList(QListWidget):
    """A list of sentences, as high as they need; a click or Enter on one leads to what it is about.

    Signals:
        chosen: The key of a sentence.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(style.GRID // 4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.itemClicked.connect(self._on_item_chosen)
        self.itemActivated.connect(self._on_item_chosen)

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show other sentences."""
        self.clear()
        for text, key in sentences:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(text)
            self.addItem(item)
        if sentences:
            self.setCurrentRow(0)
            self.clearSelection()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(style.TEXT_COLUMN // 2, self._needed())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _needed(self) -> int:
        self.doItemsLayout()
        rows = [self.visualItemRect(self.item(row)).height() + 2 * self.spacing() for row in range(self.count())]
        return sum(rows) + 2 * self.frameWidth()

    def _fit(self) -> None:
        self.setFixedHeight(self._needed())

    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
