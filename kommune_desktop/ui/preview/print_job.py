"""Printing: asking for the printer, and the work beside the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMessageBox, QWidget

from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.preview.document import Document
from kommune_desktop.ui.preview.printing import new_printer, page_numbers, print_pages


class PrintJob(QObject):
    """Prints a document through the printers of the computer.

    Signals:
        printed: The number of pages that went to the printer.
        failed: Something that the person can mend.
        saveWanted: There is no printer, and the document is to be saved instead.
    """

    printed = Signal(int)
    failed = Signal(object)
    saveWanted = Signal()

    def __init__(self, document: Document, window: QWidget) -> None:
        """``window``: what the dialogs belong to."""
        super().__init__(window)
        self._document, self._window = document, window

    def begin(self) -> None:
        """Ask for the printer and print."""
        if not QPrinterInfo.availablePrinterNames():
            self._tell_no_printer()
            return
        printer = new_printer(self._document)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(self._document.sizes))
        if dialog.exec():
            self.print(printer)

    def print(self, printer: QPrinter) -> None:
        """Print with a printer that has been set up."""
        work = BackgroundWork(
            self._window,
            partial(print_pages, self._document, printer),
            success=self.printed.emit,
            failure=self.failed.emit,
            label=self.tr("Es wird gedruckt …"),
        )
        work.expect(len(page_numbers(printer, len(self._document.sizes))))

    def stop(self) -> None:
        """Stop what is being printed and wait for it."""
        for work in self._window.findChildren(BackgroundWork):
            work.wait()

    def _tell_no_printer(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, self._window.window().windowTitle(), "", parent=self._window)
        box.setText(self.tr("Auf diesem Computer ist kein Drucker eingerichtet."))
        box.setInformativeText(
            self.tr("Sie können das Dokument als PDF speichern und an einem anderen Computer drucken.")
        )
        save = box.addButton(self.tr("Speichern unter …"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(save)
        box.addButton(self.tr("Abbrechen"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is save:
            self.saveWanted.emit()
