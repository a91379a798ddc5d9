"""Files that go: each method asks where to, and leaves the rest to a thread of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kommune_desktop.core.sheet import Sheet
from kommune_desktop.errors import UserError
from kommune_desktop.paths import file_name, unused, with_suffix
from kommune_desktop.settings import Settings
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.paper_wish import PaperWish
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.file_work import (
    export_file,
    file_to_view,
    keying_list_file,
    measures_file,
    paper_file,
    print_file,
    print_file_again,
    report_file,
    report_to_view,
    save_document,
)
from kommune_desktop.ui.workspace.reports_page import ReportWish

if TYPE_CHECKING:
    from kommune_desktop.ui.preview import Document

_LONGEST_STEM = 80


class FileJobs(QObject):
    """Prints, reports and exports of the open round.

    Signals:
        noticed: Something worth a line in the status bar has happened.
        reportWritten: Path and number of pages of a report.
        documentRead: A document is to be shown.
    """

    noticed = Signal(str)
    reportWritten = Signal(object, int)
    documentRead = Signal(object)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        """``window``: what the dialogs belong to."""
        super().__init__(window)
        self.session, self.settings, self._window = session, settings, window
        self._refused: dict[str, Path] = {}

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
        target = self._target("report", self.tr("Bericht speichern"), self._report_name(wish))
        if target is None:
            return
        BackgroundWork(
            self._window,
            partial(report_file, self.session.path, self.session.current_round, wish, target),
            success=partial(self._on_report_written, target),
            failure=partial(self._on_refused, "report", target),
            label=self.tr("Der Bericht wird geschrieben …"),
        )

    def _report_name(self, wish: ReportWish) -> str:
        """What is internal says so, and never takes the place of what is public."""
        name = f"{self.session.path.stem} {self.session.current_round.title}"
        marks = {"public": self.tr("öffentlich"), "full": self.tr("intern")}
        return f"{name} {marks[wish.kind]}" if wish.kind in marks else name

    def _on_report_written(self, target: Path, pages: int) -> None:
        self.reportWritten.emit(target, pages)
        self.noticed.emit(self.tr("Bericht gespeichert: {path}").format(path=target))

    def view_report(self, wish: ReportWish) -> None:
        """Write the report, to be seen before it is saved or printed."""
        BackgroundWork(
            self._window,
            partial(report_to_view, self.session.path, self.session.current_round, wish, self._report_name(wish)),
            success=self.documentRead.emit,
            failure=self.session.failed.emit,
            label=self.tr("Der Bericht wird geschrieben …"),
        )

    def save_measures(self, suffix: str) -> None:
        """Ask where to, and write the measures as a file with this ending."""
        round_ = self.session.current_round
        name = self.tr("Maßnahmen {round}").format(round=round_.title)
        target = self._target("measures", self.tr("Maßnahmen speichern"), name, suffix)
        if target is not None:
            language = self.session.words.language
            BackgroundWork(
                self._window,
                partial(measures_file, self.session.path, round_, language, target),
                success=partial(self._on_measures_written, target),
                failure=partial(self._on_refused, "measures", target),
                label=self.tr("Die Maßnahmen werden geschrieben …"),
            )

    def _on_measures_written(self, target: Path, _: None) -> None:
        self.noticed.emit(self.tr("Maßnahmen gespeichert: {path}").format(path=target))

    def save_paper(self, wish: PaperWish) -> None:
        """Ask where to, and write a paper about the workshop or what follows from it."""
        round_, language = self.session.current_round, wish.language or self.session.words.language
        target = self._target(wish.paper, self.tr("Dokument speichern"), self._paper_name(wish), wish.suffix)
        if target is not None:
            BackgroundWork(
                self._window,
                partial(paper_file, self.session.path, round_, wish, language, target),
                success=partial(self._on_paper_written, target),
                failure=partial(self._on_refused, wish.paper, target),
                label=self.tr("Das Dokument wird geschrieben …"),
            )

    def _paper_name(self, wish: PaperWish) -> str:
        round_, language = self.session.current_round, self.session.words.language
        names = {
            "minutes": self.tr("Protokoll Workshop {round}"),
            "handouts": self.tr("Arbeitsblätter {round}"),
            "council": self.tr("Entwurf Ratsvorlage {round}"),
            "strategy": self.tr("Entwurf Integrationsstrategie {round}"),
        }
        name = names[wish.paper].format(round=round_.title)
        areas = {area.id: area.title.in_language(language) for area in round_.questionnaire.areas}
        return f"{name} {areas[wish.area_id]}" if wish.area_id else name

    def _on_paper_written(self, target: Path, _: None) -> None:
        self.noticed.emit(self.tr("Gespeichert: {path}").format(path=target))

    def view_file(self) -> None:
        """Ask for a PDF file, to be seen and printed in its real size."""
        folders = self.settings.folders
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("PDF ansehen"),
            folders.get("forms") or folders.get("report", str(self.session.path.parent)),
            self.tr("PDF-Dateien (*.pdf)"),
        )
        if name:
            BackgroundWork(
                self._window,
                partial(file_to_view, Path(name), "forms"),
                success=self.documentRead.emit,
                failure=self.session.failed.emit,
                label=self.tr("Die Datei wird gelesen …"),
            )

    def save_document(self, document: Document) -> None:
        """Ask where to, and write what the preview shows."""
        target = self._target(document.purpose, self.tr("PDF speichern"), document.name)
        if target is not None:
            BackgroundWork(
                self._window,
                partial(save_document, self.session.path, document, target),
                success=partial(self._on_document_saved, document, target),
                failure=partial(self._on_refused, document.purpose, target),
                label=self.tr("Die Datei wird geschrieben …"),
            )

    def _on_document_saved(self, document: Document, target: Path, pages: int) -> None:
        if document.purpose == "report":
            self.reportWritten.emit(target, pages)
        self.noticed.emit(self.tr("Gespeichert: {path}").format(path=target))

    def _on_refused(self, purpose: str, target: Path, error: UserError) -> None:
        """A file that is open in another program can't be written over; the next time, another name is proposed."""
        self._refused[purpose] = target
        self.session.failed.emit(error)

    def export(self) -> None:
        """Ask in which form and where to, and write the data of the round."""
        from kommune_desktop.ui.dialogs.export import ExportDialog  # noqa: PLC0415 - loaded when it is wanted
        from kommune_desktop.workflow.exports import SUFFIXES  # noqa: PLC0415

        dialog = ExportDialog(self.session.words, self._window)
        if not dialog.exec():
            return
        wish = dialog.chosen()
        scope = self.tr("Ergebnisse {round}") if wish.is_public else self.tr("Antworten {round}")
        name = scope.format(round=self.session.current_round.title)
        target = self._target("export", self.tr("Daten speichern"), name, SUFFIXES[wish.format])
        if target is not None:
            BackgroundWork(
                self._window,
                partial(export_file, self.session.path, self.session.current_round, wish, target),
                success=partial(self._on_exported, target),
                failure=partial(self._on_refused, "export", target),
                label=self.tr("Die Daten werden geschrieben …"),
            )

    def _on_exported(self, target: Path, _: None) -> None:
        self.noticed.emit(self.tr("Daten gespeichert: {path}").format(path=target))

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

    def _target(self, purpose: str, title: str, words: str, suffix: str = ".pdf") -> Path | None:
        """Ask for a file to write; ``None`` when the person gives up."""
        folder = Path(self.settings.folders.get(purpose, str(self.session.path.parent)))
        refused = self._refused.pop(purpose, None)
        is_of_kind = refused is not None and refused.suffix.casefold() == suffix
        proposed = unused(refused) if refused and is_of_kind else folder / file_name(words, suffix)
        kinds = self.tr("{kind}-Dateien (*{suffix})").format(kind=suffix[1:].upper(), suffix=suffix)
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), kinds)
        if not name:
            return None
        target = with_suffix(Path(name), suffix)
        self._remember_folder(purpose, target)
        return target

    def _remember_folder(self, purpose: str, path: Path) -> None:
        self.settings.folders[purpose] = str(path.parent)
        self.settings.save()
