"""The first page: a new file, one that is there, or the demo."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kommune_desktop.settings import Settings
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.card import Card
from kommune_desktop.ui.widgets.labels import BodyText, Note, PageTitle, SectionTitle, Strong

_WIDTH = 760


class StartPage(QScrollArea):
    """What the program is, three ways to begin, and the files opened last.

    Signals:
        newWanted, openWanted, demoWanted: A way to begin was chosen.
        recentWanted: A path of the list was chosen.
    """

    newWanted = Signal()
    openWanted = Signal()
    demoWanted = Signal()
    recentWanted = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(2 * style.MARGIN, 2 * style.MARGIN, 2 * style.MARGIN, style.MARGIN)
        column.setSpacing(2 * style.GRID)
        column.addWidget(PageTitle(self.tr("Weltoffene Kommune")))
        column.addWidget(
            BodyText(
                self.tr(
                    "Prüfen Sie gemeinsam, wie offen Ihre Kommune ist: Fragen beantworten, Sichtweisen vergleichen, "
                    "Bericht drucken. Alles bleibt auf diesem Computer."
                )
            )
        )
        self.new_button = button(self.tr("Neue Datei anlegen"), self.newWanted.emit, icon="file-plus", main=True)
        self.open_button = button(self.tr("Datei öffnen"), self.openWanted.emit, icon="folder-open")
        self.demo_button = button(self.tr("Beispiel ansehen"), self.demoWanted.emit, icon="play")
        row = QHBoxLayout()
        row.setSpacing(2 * style.GRID)
        for made in (self.new_button, self.open_button, self.demo_button):
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(style.GRID)
        column.addWidget(SectionTitle(self.tr("Zuletzt geöffnet")))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(style.GRID)
        column.addLayout(self._recent)
        column.addStretch(1)
        content.setMaximumWidth(_WIDTH + 4 * style.MARGIN)
        self.setWidget(content)
        self.refresh()

    def complete(self) -> None:
        """What the first sight of the page does not have to wait for: the page itself is no stop of the keyboard."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see ui/widgets/labels.py

        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def refresh(self) -> None:
        """List the recent files anew."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for name in self._settings.recent:
            self._recent.addWidget(self._entry(Path(name)))
        if not self._settings.recent:
            self._recent.addWidget(
                Note(self.tr("Noch keine. Legen Sie eine Datei an, oder sehen Sie sich das Beispiel an."))
            )

    def _entry(self, path: Path) -> Card:
        card = Card()
        card.setMaximumWidth(_WIDTH)
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        name = Strong(path.stem)
        words.addWidget(name)
        words.addWidget(Note(str(path.parent)))
        row.addLayout(words, 1)
        opener = button(self.tr("Öffnen"), partial(self.recentWanted.emit, path))
        opener.setAccessibleName(self.tr("{name} öffnen").format(name=path.stem))
        row.addWidget(opener)
        card.column.addLayout(row)
        return card
