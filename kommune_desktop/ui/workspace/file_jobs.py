"""Files that come and go: each method asks where from or where to, and leaves the rest to a thread of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kommune_desktop.core.sheet import Sheet
from kommune_desktop.paths import file_name, unused, with_suffix
from kommune_desktop.settings import Settings
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.file_work import (
    import_file,
    keying_list_file,
    print_file,
    print_file_again,
    report_file,
)
from kommune_desktop.ui.workspace.reports_page import ReportWish

if TYPE_CHECKING:
    from kommune_desktop.workflow.importing import Imported

_LONGEST_STEM = 80


class FileJobs(QObject):
    """Imports, prints and reports of the open round.

    Signals:
        noticed: Something worth a line in the status bar has happened.
        reportWritten: Path and number of pages of a report.
    """

    noticed = Signal(str)
    reportWritten = Signal(object, int)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        """``window``: what the dialogs belong to."""
        super().__init__(window)
        self.session, self.settings, self._window = session, settings, window

    def import_answers(self) -> None:
        """Ask for a file and take in its answers."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Antworten übernehmen"),
            self.settings.folders.get("import", ""),
            self.tr("Tabellen (*.csv);;Alle Dateien (*)"),
        )
        if not name:
            return
        path = Path(name)
        self._remember_folder("import", path)
        BackgroundWork(
            self._window,
            partial(import_file, self.session.path, self.session.current_round, path),
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

    def print_forms(self) -> None:
        """Ask for whom and how many, then where to, and write the sheets."""
        from kommune_desktop.ui.dialogs.print_forms import PrintFormsDialog  # noqa: PLC0415 - loaded when it is wanted

        round_, store = self.session.current_round, self.session.opened
        dialog = PrintFormsDialog(
            self.session.words,
            round_.groups,
            store.rounds.return_address(round_.id),
            store.logo(),
            self._window,
        )
        if not dialog.exec():
            return
        wish = dialog.chosen()
        group = round_.group(wish.group_id).title.in_language(self.session.words.language)
        target = self._target(
            "forms",
            self.tr("Bögen speichern"),
            self.tr("Bögen {round} {group}").format(round=round_.title, group=group),
        )
        if target is None:
            return
        ending = self.tr("{name} Ausgabeliste").format(name="")
        list_target = unused(target.with_name(f"{target.stem[:_LONGEST_STEM]}{ending}.pdf"))
        BackgroundWork(
            self._window,
            partial(print_file, self.session.path, round_, wish, target, list_target),
            success=partial(self._on_forms_written, target),
            failure=self.session.failed.emit,
            label=self.tr("Die Bögen werden geschrieben …"),
        )

    def print_again(self, sheet: Sheet) -> None:
        """Ask where to, and write a sheet anew that is handed out already."""
        target = self._target(
            "forms", self.tr("Bögen speichern"), self.tr("Bogen {number}").format(number=sheet.number)
        )
        if target is not None:
            BackgroundWork(
                self._window,
                partial(print_file_again, self.session.path, self.session.current_round, sheet, target),
                success=partial(self._on_forms_written, target),
                failure=self.session.failed.emit,
                label=self.tr("Der Bogen wird geschrieben …"),
            )

    def _on_forms_written(self, target: Path, pages: int) -> None:
        self.session.note_saved_sheets()
        counted = self.session.words.count("count.pages", pages)
        self.noticed.emit(self.tr("{pages} gespeichert: {path}").format(pages=counted, path=target))

    def save_report(self, wish: ReportWish) -> None:
        """Ask where to, and write the report."""
        words = f"{self.session.path.stem} {self.session.current_round.title}"
        target = self._target("report", self.tr("Bericht speichern"), words)
        if target is None:
            return
        BackgroundWork(
            self._window,
            partial(report_file, self.session.path, self.session.current_round, wish, target),
            success=partial(self._on_report_written, target),
            failure=self.session.failed.emit,
            label=self.tr("Der Bericht wird geschrieben …"),
        )

    def _on_report_written(self, target: Path, pages: int) -> None:
        self.reportWritten.emit(target, pages)
        self.noticed.emit(self.tr("Bericht gespeichert: {path}").format(path=target))

    def save_keying_list(self) -> None:
        """Ask where to, and write what is missing and what differs in the keyed sheets."""
        title = self.tr("Vollständigkeit und Abweichungen {round}").format(round=self.session.current_round.title)
        target = self._target("forms", self.tr("Liste speichern"), title)
        if target is not None:
            BackgroundWork(
                self._window,
                partial(
                    keying_list_file, self.session.path, self.session.current_round, self.session.words.language, target
                ),
                success=partial(self._on_list_written, target),
                failure=self.session.failed.emit,
                label=self.tr("Die Liste wird geschrieben …"),
            )

    def _on_list_written(self, target: Path, _: int) -> None:
        self.noticed.emit(self.tr("Liste gespeichert: {path}").format(path=target))

    def _target(self, purpose: str, title: str, words: str) -> Path | None:
        """Ask for a PDF file; ``None`` when the person gives up."""
        folder = Path(self.settings.folders.get(purpose, str(self.session.path.parent)))
        name, _ = QFileDialog.getSaveFileName(
            self._window, title, str(folder / file_name(words, ".pdf")), self.tr("PDF-Dateien (*.pdf)")
        )
        if not name:
            return None
        target = with_suffix(Path(name), ".pdf")
        self._remember_folder(purpose, target)
        return target

    def _remember_folder(self, purpose: str, path: Path) -> None:
        self.settings.folders[purpose] = str(path.parent)
        self.settings.save()
