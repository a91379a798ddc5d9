"""The contents of the questionnaire beside the page: areas and topics with what is done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from kommune_desktop.core.progress import Share
from kommune_desktop.core.questionnaire import Area, Topic
from kommune_desktop.ui import style
from kommune_desktop.ui.wizard.sheet_model import SheetModel

_PAGE = Qt.ItemDataRole.UserRole
_WIDTH = 320
_ROW_HEIGHT = 26
_DONE = "✓"


class Contents(QTreeWidget):
    """Areas and topics; a click jumps to the page.

    Signals:
        pageWanted: Number of the page in the order of the wizard.
    """

    pageWanted = Signal(int)

    def __init__(self, model: SheetModel, pages: list[tuple[Area, Topic]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = model
        self._parts: list[tuple[QTreeWidgetItem, Area | Topic]] = []
        self._pages: list[QTreeWidgetItem] = []
        self._branches: list[QTreeWidgetItem] = []
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(2 * style.GRID)
        self.setMinimumWidth(_WIDTH // 2)
        self.setMaximumWidth(_WIDTH)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("Inhalt"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._fill(pages)
        self.refresh()
        self.itemClicked.connect(self._on_item_chosen)
        self.itemActivated.connect(self._on_item_chosen)

    def _fill(self, pages: list[tuple[Area, Topic]]) -> None:
        language = self.sheet.session.words.language
        branches: dict[str, QTreeWidgetItem] = {}
        for page, (area, topic) in enumerate(pages):
            branch = branches.get(area.id)
            if branch is None:
                title = f"{len(branches) + 1}  {area.title.in_language(language)}"
                branch = branches[area.id] = self._item(self, title, page, area)
                self._branches.append(branch)
                branch.setFont(0, style.font(style.BODY, bold=True))
            self._pages.append(self._item(branch, topic.title.in_language(language), page, topic))
        last = QTreeWidgetItem(self, [self.tr("Offene Fragen"), ""])
        last.setData(0, _PAGE, len(pages))
        last.setFont(0, style.font(style.BODY, bold=True))
        self._pages.append(last)

    def _item(
        self, parent: QTreeWidget | QTreeWidgetItem, title: str, page: int, part: Area | Topic
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [title, ""])
        item.setToolTip(0, title)
        item.setSizeHint(0, QSize(0, _ROW_HEIGHT))
        item.setData(0, _PAGE, page)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._parts.append((item, part))
        return item

    def refresh(self) -> None:
        """Show what is done."""
        for item, part in self._parts:
            status = _status(self.sheet.progress.of(part))
            if item.text(1) != status:
                item.setText(1, status)

    def show_page(self, page: int) -> None:
        """Mark a page and open its area alone."""
        item = self._pages[page]
        for branch in self._branches:
            branch.setExpanded(branch is item.parent())
        self.setCurrentItem(item)
        self.scrollToItem(item)

    def _on_item_chosen(self, item: QTreeWidgetItem) -> None:
        self.pageWanted.emit(item.data(0, _PAGE))


def _status(share: Share) -> str:
    if not share.shown:
        return "–"
    return _DONE if share.complete else f"{share.answered}/{share.shown}"
