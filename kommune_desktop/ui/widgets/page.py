"""The frame of a page: margins, title, and a column that scrolls when the screen is small."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import PageTitle


class Page(QScrollArea):
    """A page of the workspace with a title and a column of parts."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(style.MARGIN, style.MARGIN, style.MARGIN, style.MARGIN)
        self.column.setSpacing(2 * style.GRID)
        self.title = PageTitle(title)
        self.column.addWidget(self.title)
        self.setWidget(content)
