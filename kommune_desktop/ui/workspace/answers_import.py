"""Answers that come from a file: which one, what would come in, and then the import in a thread of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kommune_desktop.core.round import Round
from kommune_desktop.settings import Settings
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.file_work import import_file, open_answers, preview_answers

if TYPE_CHECKING:
    from kommune_desktop.workflow.importing import Imported, Source


class AnswersImport(QObject):
    """Takes answers into the open round.

    Signals:
        noticed: Something worth a line in the status bar has happened.
    """

    noticed = Signal(str)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        """``window``: what the dialogs belong to."""
        super().__init__(window)
        self.session, self.settings, self._window = session, settings, window

    def begin(self) -> None:
        """Ask for a file and take in its answers."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Antworten übernehmen"),
            self.settings.folders.get("import", ""),
            self.tr("Tabellen (*.csv *.xlsx *.xlsm);;Alle Dateien (*)"),
        )
        if not name:
            return
        self.settings.folders["import"] = str(Path(name).parent)
        self.settings.save()
        self._open_answers(Path(name), None)

    def _open_answers(self, path: Path, worksheet: str | None) -> None:
        round_ = self.session.current_round
        BackgroundWork(
            self._window,
            partial(open_answers, path, round_, dict(self.settings.mappings), worksheet),
            success=partial(self._on_answers_opened, round_),
            failure=self.session.failed.emit,
            label=self.tr("Die Datei wird gelesen …"),
        )

    def _on_answers_opened(self, round_: Round, source: Source) -> None:
        """Show what would come in, and take it in when the person agrees."""
        from kommune_desktop.intake.answers import mapping_text  # noqa: PLC0415 - loaded when it is wanted
        from kommune_desktop.ui.dialogs.import_answers import ImportAnswersDialog  # noqa: PLC0415

        if self.session.round is not round_:
            return
        store_path = self.session.path
        look = partial(preview_answers, store_path, round_, source)
        dialog = ImportAnswersDialog(self.session.words, round_, source, look, self._window)
        is_agreed = dialog.exec()
        if self.session.round is not round_:
            return
        if dialog.wanted_worksheet:
            self._open_answers(source.path, dialog.wanted_worksheet)
        if not is_agreed:
            return
        if dialog.mapping is not None:
            self.settings.remember_mapping(source.key, mapping_text(dialog.mapping))
        BackgroundWork(
            self._window,
            partial(import_file, store_path, round_, source, dialog.mapping),
            success=self._on_imported,
            failure=self.session.failed.emit,
            label=self.tr("Antworten werden geprüft und übernommen …"),
        )

    def _on_imported(self, imported: Imported) -> None:
        self.session.note_saved_sheets()
        words = self.session.words
        self.noticed.emit(
            self.tr("{sheets} mit {answers} übernommen.").format(
                sheets=words.count("count.sheets", imported.sheets),
                answers=words.count("count.answers", imported.answers),
            )
        )
