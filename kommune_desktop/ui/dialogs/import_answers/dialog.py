"""The frame of the dialog: its tabs, and the preview that follows every change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTabWidget, QWidget

from kommune_desktop.core.round import Round
from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers import Mapping
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.background import BackgroundWork, Progress
from kommune_desktop.ui.dialogs.import_answers.columns_view import ColumnsView
from kommune_desktop.ui.dialogs.import_answers.preview_view import PreviewView
from kommune_desktop.ui.dialogs.import_answers.sheets_view import SheetsView
from kommune_desktop.ui.dialogs.import_answers.texts_view import TextsView
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import BodyText, Note
from kommune_desktop.workflow.importing import Preview, Source

Look = Callable[[Mapping | None, Progress], Preview]
"""Makes a preview; runs in a thread of its own."""
_WIDTH, _HEIGHT = 860, 640


class ImportAnswersDialog(Dialog):
    """Shows what would come in. In wide form the person can say what the columns mean.

    Attributes:
        mapping: What the columns mean; ``None`` in long form.
        wanted_worksheet: Another worksheet to be opened in its place; empty for none.
    """

    def __init__(self, words: Texts, round_: Round, source: Source, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=_WIDTH, height=_HEIGHT)
        self.setWindowTitle(self.tr("Antworten aus „{name}“").format(name=source.path.name))
        self.accept_button.setText(self.tr("Übernehmen"))
        self.accept_button.setEnabled(False)
        self.mapping = source.remembered or (source.proposal.mapping if source.proposal else None)
        self.wanted_worksheet = ""
        self._words, self._look = words, look
        # The dialog goes when it is closed. What it is reading then comes to its end in the window behind it.
        self._keeper = parent or self
        self._work: BackgroundWork[Preview] | None = None
        self._is_old = self._is_closed = False
        self.preview = PreviewView(words, round_)
        self.worksheet = QComboBox()
        self.worksheet.activated.connect(self._on_worksheet_chosen)
        self.tabs = QTabWidget()
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Its bar has the keyboard; the frame around it has no name.
        self.note = Note(
            self.tr(
                "Ob die Zahlen ab 0 oder ab 1 zählen, ist den Daten nicht sicher anzusehen. "
                "Prüfen Sie das unter „Spalten“."
            )
        )
        self.sheets = SheetsView(words, round_)
        self.columns = ColumnsView(words, round_, source)
        self.texts = TextsView(words, round_)
        self._build(source)
        for view in (self.sheets, self.columns, self.texts):
            view.changed.connect(self._on_mapping_changed)
        self._show_mapping()
        self._look_again()

    def _build(self, source: Source) -> None:
        number = self._words.number(len(source.columns))
        if source.is_long:
            form = self.tr("Die Datei hat eine Zeile je Antwort.")
        else:
            form = self.tr("Die Datei hat eine Zeile je Bogen und {number} Spalten.").format(number=number)
        if source.remembered:
            form += " " + self.tr("Die Zuordnung der Spalten ist die vom letzten Mal.")
        self.column.addWidget(BodyText(form))
        if len(source.worksheets) > 1:
            self._add_worksheets(source)
        if source.is_long:
            self.column.addWidget(self.preview, 1)
            return
        if source.proposal and not source.proposal.is_coding_sure and not source.remembered:
            self.column.addWidget(self.note)
        self.tabs.addTab(self.preview, self.tr("&Vorschau"))
        self.tabs.addTab(self.sheets, self.tr("Bögen und &Gruppe"))
        self.tabs.addTab(self.columns, self.tr("&Spalten"))
        self.tabs.addTab(self.texts, self.tr("&Texte"))
        self.column.addWidget(self.tabs, 1)

    def _add_worksheets(self, source: Source) -> None:
        self.worksheet.addItems(source.worksheets)
        self.worksheet.setCurrentText(source.worksheet or source.worksheets[0])
        self.worksheet.setMinimumHeight(style.CONTROL_HEIGHT)
        label = QLabel(self.tr("Tabellen&blatt"))
        label.setBuddy(self.worksheet)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.worksheet)
        row.addStretch(1)
        self.column.addLayout(row)

    def _on_worksheet_chosen(self) -> None:
        """Another worksheet has other columns: it is opened anew."""
        self.wanted_worksheet = self.worksheet.currentText()
        self.reject()

    def _show_mapping(self) -> None:
        if self.mapping is not None:
            for view in (self.sheets, self.columns, self.texts):
                view.show_mapping(self.mapping)

    def _on_mapping_changed(self, mapping: Mapping) -> None:
        self.mapping = mapping
        self._show_mapping()
        self._look_again()

    @property
    def is_looking(self) -> bool:
        """Whether a preview is on its way."""
        return self._work is not None

    def _look_again(self) -> None:
        """Make a new preview; where one is on its way, as soon as it is there."""
        self.accept_button.setEnabled(False)
        self.preview.show_waiting()
        if self._work is not None:
            self._is_old = True
            return
        self._is_old = False
        self._work = BackgroundWork(
            self._keeper, partial(self._look, self.mapping), success=self._on_preview, failure=self._on_failure
        )
        self._work.finished.connect(self._on_work_finished)

    def _on_work_finished(self) -> None:
        self._work = None

    def _on_preview(self, preview: Preview) -> None:
        if self._is_closed or self._looks_again():
            return
        self.preview.show_preview(preview)
        self.texts.show_unread(preview.unread)
        open_texts = self.texts.open_count
        title = self.tr("&Texte ({number} offen)").format(number=open_texts) if open_texts else self.tr("&Texte")
        place = self.tabs.indexOf(self.texts)
        self.tabs.setTabText(place, title)
        self.tabs.setTabEnabled(place, self.texts.has_any)
        self.accept_button.setEnabled(preview.may_come_in)

    def _on_failure(self, error: UserError) -> None:
        if not self._is_closed and not self._looks_again():
            self.preview.show_error(error)

    def _looks_again(self) -> bool:
        """Whether what has just been read is old already."""
        if self._is_old:
            self._look_again()
            return True
        return False

    def done(self, result: int) -> None:
        self._is_closed = True
        super().done(result)
