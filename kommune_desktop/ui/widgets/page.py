"""The frame of a page: margins, title, and a column that scrolls when the screen is small."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import PageTitle


class Page(QScrollArea):
    """A page of the workspace with a title and a column of parts."""

    def __init__(self, title: str, parent: QWidget | None = None, *, has_charts: bool = False) -> None:
        super().__init__(parent)
        if has_charts:
            # With a scroll bar that comes and goes their width would change, and all would be drawn a second time.
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
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


class ShownWhenSeen:
    """For pages that are watched but seldom seen: they show what is new when they are seen, and not before."""

    _is_old = True

    def refresh(self) -> None:
        """Show what there is, as soon as the page is seen."""
        self._is_old = not self.isVisible()  # type: ignore[attr-defined]
        if not self._is_old:
            self.show_now()

    @abstractmethod
    def show_now(self) -> None:
        """Show what there is."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)  # type: ignore[misc]
        if self._is_old:
            self.refresh()
