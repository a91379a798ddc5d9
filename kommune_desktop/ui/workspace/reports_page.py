"""Reports: choose the kind and the language, save as PDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QSizePolicy, QWidget

from kommune_desktop.texts import LANGUAGES
from kommune_desktop.ui import style
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText
from kommune_desktop.ui.widgets.page import Page


@dataclass(frozen=True)
class ReportWish:
    """What the page collects."""

    kind: str
    language: str


class ReportsPage(Page):
    """Which report is wanted, and where the last one lies.

    Signals:
        reportWanted: A :class:`ReportWish`.
    """

    reportWanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Berichte"))
        self.setAccessibleName(self.tr("Berichte"))
        self.session = session
        self.kind = QComboBox()
        self.kind.addItem(self.tr("Kurzbericht für den Rat"), "short")
        self.language = QComboBox()
        for language in LANGUAGES:
            self.language.addItem(session.words(f"language.{language}"), language)
        self.language.setCurrentIndex(list(LANGUAGES).index(session.words.language))
        form = QFormLayout()
        form.setSpacing(style.GRID)
        for field in (self.kind, self.language):
            field.setMinimumHeight(style.CONTROL_HEIGHT)
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            field.setMinimumWidth(style.TEXT_COLUMN // 2)
        form.addRow(self.tr("&Bericht"), self.kind)
        form.addRow(self.tr("&Sprache"), self.language)
        self.column.addWidget(
            BodyText(
                self.tr(
                    "Der Kurzbericht fasst die Runde auf wenigen Seiten zusammen: das Wichtigste in Sätzen, das Profil "
                    "der Handlungsfelder, eine Tabelle je Feld und eine Seite, die die Zahlen erklärt."
                )
            )
        )
        self.column.addLayout(form)
        self.save_button = button(self.tr("Als PDF speichern …"), self._on_save_clicked, icon="file-text", main=True)
        self.open_button = button(self.tr("Bericht öffnen"), self._on_open_clicked, icon="folder-open")
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.done = BodyText()
        self.column.addWidget(self.done)
        self.column.addStretch(1)
        self._written: Path | None = None
        session.sheetsChanged.connect(self.refresh)
        session.storeChanged.connect(self._on_store_changed)
        self.refresh()

    def refresh(self) -> None:
        """Offer only what can be done."""
        self.save_button.setEnabled(self.session.round is not None)
        self.open_button.setVisible(self._written is not None)
        self.done.setVisible(self._written is not None)

    def show_written(self, path: Path, pages: int) -> None:
        """Say where the report lies."""
        self._written = path
        self.done.setText(self.tr("Gespeichert, {pages} Seiten: {path}").format(pages=pages, path=path))
        self.refresh()

    def _on_store_changed(self) -> None:
        self._written = None
        self.refresh()

    def _on_save_clicked(self) -> None:
        self.reportWanted.emit(ReportWish(self.kind.currentData(), self.language.currentData()))

    def _on_open_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
