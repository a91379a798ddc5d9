"""The row above the pages: which page, how large, and what is shown beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from kommune_desktop.ui import icons, style
from kommune_desktop.ui.preview.geometry import STEPS, Fit, Zoom
from kommune_desktop.ui.widgets.buttons import button


class ToolRow(QWidget):
    """Buttons and fields.

    Signals:
        pageWanted: A page, from 0.
        zoomWanted: A size to choose from.
        zoomStepWanted: A step larger (1) or smaller (-1).
        outlineSwitched, textSwitched: Whether the list, or the text in the place of the pages, is to be seen.
        searchWanted: Words are to be looked for.
    """

    pageWanted = Signal(int)
    zoomWanted = Signal(object)
    zoomStepWanted = Signal(int)
    outlineSwitched = Signal(bool)
    textSwitched = Signal(bool)
    searchWanted = Signal()

    def __init__(self, pages: int, parent: QWidget | None = None) -> None:
        """``pages``: of the document."""
        super().__init__(parent)
        self.outline_button = self._switch(self.tr("Inhalt"), "table-of-contents")
        self.text_button = self._switch(self.tr("Text zeigen"), "text-align-start")
        self.search_button = button(self.tr("Suchen"), self.searchWanted.emit, icon="search")
        self.page = QSpinBox()
        self.page.setRange(1, pages)
        self.page.setKeyboardTracking(False)
        self.page.setMinimumHeight(style.CONTROL_HEIGHT)
        self.page.setSuffix(self.tr(" von {pages}").format(pages=pages))
        self.smaller_button = self._step(self.tr("Kleiner"), "zoom-out", -1)
        self.larger_button = self._step(self.tr("Größer"), "zoom-in", 1)
        self.zoom = self._sizes()
        row = QHBoxLayout(self)
        row.setContentsMargins(style.MARGIN, 0, style.MARGIN, style.GRID // 2)
        row.setSpacing(style.GRID // 2)
        row.addWidget(self.outline_button)
        for name, field in ((self.tr("&Seite"), self.page), (self.tr("&Größe"), self.zoom)):
            label = QLabel(name)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
        row.addWidget(self.smaller_button)
        row.addWidget(self.larger_button)
        row.addStretch(1)
        row.addWidget(self.search_button)
        row.addWidget(self.text_button)
        self.page.valueChanged.connect(self._on_page_changed)
        self.zoom.currentIndexChanged.connect(self._on_zoom_changed)
        self.outline_button.toggled.connect(self.outlineSwitched)
        self.text_button.toggled.connect(self._on_text_switched)

    def _switch(self, text: str, icon: str) -> QPushButton:
        made = QPushButton(icons.icon(icon), text)
        made.setIconSize(icons.size())
        made.setMinimumHeight(style.CONTROL_HEIGHT)
        made.setCheckable(True)
        return made

    def _step(self, name: str, icon: str, direction: int) -> QPushButton:
        made = button("", partial(self.zoomStepWanted.emit, direction), icon=icon)
        made.setAccessibleName(name)
        made.setToolTip(name)
        return made

    def _sizes(self) -> QComboBox:
        made = _Choice()
        made.setMinimumHeight(style.CONTROL_HEIGHT)
        made.addItem(self.tr("Seitenbreite"), Fit.WIDTH)
        made.addItem(self.tr("Ganze Seite"), Fit.PAGE)
        for percent in STEPS:
            made.addItem(self.tr("{percent} %").format(percent=percent), percent)
        return made

    def show_page(self, page: int) -> None:
        """Say which page is read, from 0."""
        with QSignalBlocker(self.page):
            self.page.setValue(page + 1)

    def show_zoom(self, zoom: Zoom) -> None:
        """Say how large pages are shown."""
        with QSignalBlocker(self.zoom):
            self.zoom.setCurrentIndex(self.zoom.findData(zoom))

    def _on_page_changed(self, number: int) -> None:
        self.pageWanted.emit(number - 1)

    def _on_zoom_changed(self, index: int) -> None:
        self.zoomWanted.emit(self.zoom.itemData(index))

    def _on_text_switched(self, on: bool) -> None:
        for widget in (self.smaller_button, self.zoom, self.larger_button):
            widget.setEnabled(not on)
        self.textSwitched.emit(on)


class _Choice(QComboBox):
    """Letters look for an entry; with Ctrl they are for the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
