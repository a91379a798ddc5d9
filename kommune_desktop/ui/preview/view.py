"""The preview as a whole: a document, the ways through it, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from kommune_desktop.export.pdf.reading import Match
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.preview.document import Document
from kommune_desktop.ui.preview.outline import Outline
from kommune_desktop.ui.preview.page_thread import PageThread
from kommune_desktop.ui.preview.pages_area import PagesArea
from kommune_desktop.ui.preview.print_job import PrintJob
from kommune_desktop.ui.preview.search_bar import SearchBar
from kommune_desktop.ui.preview.tool_row import ToolRow
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import SectionTitle

_WIDE = 900
_OUTLINE_WIDTH = 260


class PreviewView(QWidget):
    """Shows a finished PDF.

    Signals:
        saveWanted: The document is to be saved as a file.
        noticed: Something worth a line in the status bar has happened.
        failed: Something that the person can mend.
        closed: The person wants back.
    """

    saveWanted = Signal(object)
    noticed = Signal(str)
    failed = Signal(object)
    closed = Signal()

    def __init__(self, document: Document, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._words = words
        self._thread = PageThread(document, self)
        self._narrow_is_known = False
        self.outline = Outline(document)
        self.tools = ToolRow(len(document.sizes))
        self.pages = PagesArea(document, self._thread)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(style.font(style.QUESTION))
        self.search = SearchBar(len(document.sizes))
        self.search.hide()
        self.printing = PrintJob(document, self)
        self._build()
        self._connect()
        self._say_page(0)
        self._thread.start()

    def _build(self) -> None:
        title = SectionTitle(self.document.name)
        self.save_button = button(self.tr("Speichern unter …"), self._on_save_clicked, icon="save")
        self.print_button = button(self.tr("Drucken …"), self.printing.begin, icon="printer", main=True)
        self.back_button = button(self.tr("Zurück"), self.closed.emit, icon="arrow-left")
        head = QHBoxLayout()
        head.setContentsMargins(style.MARGIN, style.GRID // 2, style.MARGIN, 0)
        head.setSpacing(style.GRID)
        head.addWidget(title, 1)
        for widget in (self.print_button, self.save_button, self.back_button):
            head.addWidget(widget)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.pages)
        self.stack.addWidget(self.text)
        self.outline.setFixedWidth(_OUTLINE_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.outline)
        row.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GRID // 2)
        column.addLayout(head)
        column.addWidget(self.tools)
        column.addLayout(row, 1)
        column.addWidget(self.search)

    def _connect(self) -> None:
        tools, pages, search, thread = self.tools, self.pages, self.search, self._thread
        tools.pageWanted.connect(pages.show_page)
        tools.zoomWanted.connect(pages.set_zoom)
        tools.zoomStepWanted.connect(pages.zoom_by)
        tools.outlineSwitched.connect(self.outline.setVisible)
        tools.textSwitched.connect(self._on_text_switched)
        tools.searchWanted.connect(self.begin_search)
        pages.pageChanged.connect(self._on_page_changed)
        pages.zoomChanged.connect(tools.show_zoom)
        self.outline.pageChosen.connect(pages.show_page)
        search.wordsChanged.connect(thread.search)
        search.foundChanged.connect(self._on_found_changed)
        search.matchChosen.connect(self._on_match_chosen)
        search.closed.connect(self._on_search_closed)
        thread.searched.connect(search.add)
        thread.textRead.connect(self._on_text_read)
        thread.failed.connect(self._on_thread_failed)
        self.printing.printed.connect(self._on_printed)
        self.printing.failed.connect(self.failed)
        self.printing.saveWanted.connect(self._on_save_clicked)
        for keys, act in (
            ("Ctrl+F", self.begin_search),
            ("F3", partial(self._step_search, 1)),
            ("Shift+F3", partial(self._step_search, -1)),
            ("Ctrl++", partial(pages.zoom_by, 1)),
            ("Ctrl+-", partial(pages.zoom_by, -1)),
            ("Ctrl+0", self._show_full_size),
            ("Ctrl+S", self._on_save_clicked),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def focus(self) -> None:
        """Put the keyboard into the pages."""
        (self.text if self.tools.text_button.isChecked() else self.pages).setFocus()

    def leave(self) -> None:
        """Stop all that still reads or prints, and wait for it."""
        self.printing.stop()
        self._thread.leave()

    # Pages -----------------------------------------------------------------------------------------------------------

    def _on_page_changed(self, page: int) -> None:
        self.tools.show_page(page)
        self.outline.show_page(page)
        self._say_page(page)
        if self.tools.text_button.isChecked():
            self._thread.read_text(page)

    def _say_page(self, page: int) -> None:
        place = self.tr("Seite {page} von {pages}").format(page=page + 1, pages=len(self.document.sizes))
        self.setAccessibleName(f"{self.document.name}: {place}")
        self.text.setAccessibleName(self.tr("Text: {place}").format(place=place))

    def _show_full_size(self) -> None:
        self.pages.set_zoom(100)

    def _on_text_switched(self, on: bool) -> None:
        if on:
            self._thread.read_text(self.pages.page)
        self.stack.setCurrentWidget(self.text if on else self.pages)

    def _on_text_read(self, page: int, text: str) -> None:
        if page == self.pages.page:
            self.text.setPlainText(text or self.tr("Auf dieser Seite steht kein Text."))

    def _on_thread_failed(self, error: BaseException) -> None:
        raise error

    # Search ----------------------------------------------------------------------------------------------------------

    def begin_search(self) -> None:
        """Ask for words."""
        self.search.show()
        self.search.begin(self.pages.page)

    def _step_search(self, direction: int) -> None:
        if self.search.isVisible():
            self.search.step(direction)
        else:
            self.begin_search()

    def _on_found_changed(self) -> None:
        self.pages.show_matches(self.search.matches)

    def _on_match_chosen(self, match: Match) -> None:
        self.pages.show_match(match)

    def _on_search_closed(self) -> None:
        self.search.hide()
        self.search.words.clear()
        self.focus()

    # Saving and printing -------------------------------------------------------------------------------------------

    def _on_save_clicked(self) -> None:
        self.saveWanted.emit(self.document)

    def _on_printed(self, pages: int) -> None:
        counted = self._words.count("count.pages", pages)
        self.noticed.emit(
            self.tr("{pages} an den Drucker gegeben: {name}").format(pages=counted, name=self.document.name)
        )

    # Qt --------------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._narrow_is_known:  # only at first: later it is the person's choice
            self._narrow_is_known = True
            is_wide = event.size().width() >= _WIDE
            self.tools.outline_button.setChecked(is_wide)
            self.outline.setVisible(is_wide)

    def event(self, event: QEvent) -> bool:
        """Ctrl+P means this document as long as it is shown; elsewhere in the window it means paper sheets."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _means_print(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _means_print(event):
            self.printing.begin()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _means_print(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Print)
