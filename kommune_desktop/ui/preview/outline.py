"""The list beside the pages: the bookmarks of the document, or its page numbers where it has none."""

from __future__ import annotations

import bisect

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from kommune_desktop.ui.preview.document import Document

_PAGE = Qt.ItemDataRole.UserRole


class Outline(QTreeWidget):
    """Leads to a page as soon as its entry is chosen.

    Signals:
        pageChosen: A page, from 0.
    """

    pageChosen = Signal(int)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Inhalt"))
        self.setColumnCount(2)
        self.setHeaderLabels([self.tr("Inhalt"), self.tr("Seite")])
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._entries: list[QTreeWidgetItem] = []
        self._fill(document)
        self._entries.sort(key=_page_of)
        self.expandAll()
        self.setCurrentItem(self._entries[0])
        self.currentItemChanged.connect(self._on_current_item_changed)

    def _fill(self, document: Document) -> None:
        if not document.bookmarks:
            pages = range(len(document.sizes))
            self._entries = [_item(self.tr("Seite {page}").format(page=page + 1), page) for page in pages]
            self.addTopLevelItems(self._entries)
            return
        above: list[QTreeWidgetItem] = [self.invisibleRootItem()]
        for bookmark in document.bookmarks:
            del above[bookmark.level + 1 :]
            item = _item(bookmark.title, bookmark.page)
            above[-1].addChild(item)
            above.append(item)
            self._entries.append(item)

    def show_page(self, page: int) -> None:
        """Mark the entry that a page belongs to: the last one that begins on it or before it."""
        current = self.currentItem()
        if current is not None and current.data(0, _PAGE) == page:
            return
        place = bisect.bisect_right(self._entries, page, key=_page_of) - 1
        with QSignalBlocker(self):  # the page is shown already
            self.setCurrentItem(self._entries[max(place, 0)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters look for an entry; with Ctrl they are for the window."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_current_item_changed(self, current: QTreeWidgetItem | None) -> None:
        if current is not None:
            self.pageChosen.emit(current.data(0, _PAGE))


def _item(title: str, page: int) -> QTreeWidgetItem:
    item = QTreeWidgetItem([title, str(page + 1)])
    item.setData(0, _PAGE, page)
    item.setToolTip(0, title)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _page_of(item: QTreeWidgetItem) -> int:
    return int(item.data(0, _PAGE))
