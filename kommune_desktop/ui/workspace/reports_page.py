"""Reports: choose the kind and the language, look at it, save as PDF. And the data, for other programs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QSizePolicy, QWidget

from kommune_desktop.core.report import ReportKind, ReportOptions, options_from, options_text
from kommune_desktop.settings import Settings
from kommune_desktop.texts import LANGUAGES
from kommune_desktop.ui import style
from kommune_desktop.ui.paper_wish import PaperWish
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText, SectionTitle
from kommune_desktop.ui.widgets.page import Page


@dataclass(frozen=True)
class ReportWish:
    """What the page collects."""

    kind: str
    language: str
    options: ReportOptions = field(default_factory=ReportOptions)


class ReportsPage(Page):
    """Which report is wanted, and where the last one lies.

    Signals:
        viewWanted: A :class:`ReportWish` to be seen first.
        reportWanted: A :class:`ReportWish` to be saved.
        paperWanted: A :class:`PaperWish`: a draft that the office goes on writing.
        exportWanted: The data are to leave.
    """

    viewWanted = Signal(object)
    reportWanted = Signal(object)
    paperWanted = Signal(object)
    exportWanted = Signal()

    def __init__(self, session: Session, settings: Settings | None = None, parent: QWidget | None = None) -> None:
        """``settings``: where it is remembered what a report is to hold; without them until the window closes."""
        super().__init__("", parent)
        self.title.setText(self.tr("Berichte"))
        self.setAccessibleName(self.tr("Berichte"))
        self.session, self.settings = session, settings or Settings()
        self.kind = QComboBox()
        for kind, title in self._titles().items():
            self.kind.addItem(title, kind.value)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.language = QComboBox()
        for language in LANGUAGES:
            self.language.addItem(session.words(f"language.{language}"), language)
        self.language.setCurrentIndex(list(LANGUAGES).index(session.words.language))
        self.about = BodyText()
        self._add_choice()
        self.view_button = button(self.tr("Ansehen"), self._on_view_clicked, icon="eye", main=True)
        self.save_button = button(self.tr("Als PDF speichern …"), self._on_save_clicked, icon="save")
        self.open_button = button(self.tr("Bericht öffnen"), self._on_open_clicked, icon="folder-open")
        row = QHBoxLayout()
        row.addWidget(self.view_button)
        row.addWidget(self.save_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.done = BodyText()
        self.column.addWidget(self.done)
        self._add_drafts_block()
        self._add_data_block()
        self.column.addStretch(1)
        self._written: Path | None = None
        session.sheetsChanged.connect(self.refresh)
        session.storeChanged.connect(self._on_store_changed)
        self._on_kind_changed()
        self.refresh()

    def _add_choice(self) -> None:
        """Which report it is to be."""
        form = QFormLayout()
        form.setSpacing(style.GRID)
        for choice in (self.kind, self.language):
            choice.setMinimumHeight(style.CONTROL_HEIGHT)
            choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            choice.setMinimumWidth(style.TEXT_COLUMN // 2)
        form.addRow(self.tr("Berich&t"), self.kind)
        form.addRow(self.tr("&Sprache"), self.language)
        self.contents_button = button(self.tr("Inhalt …"), self._on_contents_clicked, icon="list-checks")
        self.contents_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        form.addRow("", self.contents_button)
        self.column.addLayout(form)
        self.column.addWidget(self.about)

    def _titles(self) -> dict[ReportKind, str]:
        return {
            ReportKind.SHORT: self.tr("Kurzbericht für den Rat"),
            ReportKind.PUBLIC: self.tr("Öffentlicher Bericht"),
            ReportKind.FULL: self.tr("Vollständiger Bericht (intern)"),
        }

    def _about(self, kind: ReportKind) -> str:
        if kind is ReportKind.SHORT:
            return self.tr(
                "Wenige Seiten für den Rat: das Wichtigste in Sätzen, das Profil, eine Tabelle je Handlungsfeld. "
                "Alle dürfen ihn sehen."
            )
        if kind is ReportKind.PUBLIC:
            return self.tr(
                "Alle Fragen mit Verteilung und Gruppen, von den Bemerkungen nur die freigegebenen. "
                "Alle dürfen ihn sehen."
            )
        return self.tr(
            "Alle Fragen, dazu alle Bemerkungen, Antworten in Worten und Nachweise. Nur für den internen Gebrauch."
        )

    def _add_drafts_block(self) -> None:
        """What the office goes on writing."""
        self.draft_buttons = [
            button(title, partial(self._on_draft_clicked, paper), icon="square-pen")
            for paper, title in (
                ("council", self.tr("Ratsvorlage …")),
                ("strategy", self.tr("Integrationsstrategie …")),
            )
        ]
        row = QHBoxLayout()
        for press in self.draft_buttons:
            row.addWidget(press)
        row.addStretch(1)
        self.column.addSpacing(style.GRID)
        self.column.addWidget(SectionTitle(self.tr("Entwürfe zum Weiterschreiben")))
        self.column.addWidget(
            BodyText(
                self.tr(
                    "Ergebnisse, Einigungen und Maßnahmen als Word-Datei, mit Überschriften, Tabellen und Diagrammen. "
                    "Sie lässt sich in Word und LibreOffice bearbeiten."
                )
            )
        )
        self.column.addLayout(row)

    def _add_data_block(self) -> None:
        """What other programs get."""
        self.export_button = button(self.tr("Daten exportieren …"), self.exportWanted.emit, icon="save")
        row = QHBoxLayout()
        row.addWidget(self.export_button)
        row.addStretch(1)
        self.column.addSpacing(style.GRID)
        self.column.addWidget(SectionTitle(self.tr("Daten")))
        self.column.addWidget(
            BodyText(
                self.tr(
                    "Antworten und Ergebnisse für Excel, für die Statistik oder für ein Archiv. Sie wählen, ob nur das "
                    "hinausgeht, was öffentlich sein darf."
                )
            )
        )
        self.column.addLayout(row)

    def refresh(self) -> None:
        """Offer only what can be done."""
        pressed = (self.contents_button, self.view_button, self.save_button, self.export_button, *self.draft_buttons)
        for widget in pressed:
            widget.setEnabled(self.session.round is not None)
        self.open_button.setVisible(self._written is not None)
        self.done.setVisible(self._written is not None)

    def show_written(self, path: Path, pages: int) -> None:
        """Say where the report lies."""
        self._written = path
        self.done.setText(self.tr("Gespeichert, {pages} Seiten: {path}").format(pages=pages, path=path))
        self.refresh()

    def wish(self) -> ReportWish:
        """What is entered."""
        kind = self._kind()
        return ReportWish(kind.value, self.language.currentData(), self._options(kind))

    def _kind(self) -> ReportKind:
        return ReportKind(self.kind.currentData())

    def _options(self, kind: ReportKind) -> ReportOptions:
        return options_from(kind, self.settings.reports.get(kind.value, ""))

    def _on_kind_changed(self) -> None:
        self.about.setText(self._about(self._kind()))

    def _on_contents_clicked(self) -> None:
        from kommune_desktop.ui.dialogs.report_options import ReportOptionsDialog  # noqa: PLC0415 - when it is wanted

        kind = self._kind()
        has_logo = self.session.opened.logo() is not None
        dialog = ReportOptionsDialog(self.session.words, kind, self._options(kind), has_logo=has_logo, parent=self)
        if dialog.exec():
            self.settings.reports[kind.value] = options_text(dialog.chosen())
            self.settings.save()

    def _on_store_changed(self) -> None:
        self._written = None
        self.refresh()

    def _on_view_clicked(self) -> None:
        self.viewWanted.emit(self.wish())

    def _on_draft_clicked(self, paper: str) -> None:
        self.paperWanted.emit(PaperWish(paper, ".docx", language=self.language.currentData()))

    def _on_save_clicked(self) -> None:
        self.reportWanted.emit(self.wish())

    def _on_open_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
