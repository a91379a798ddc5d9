"""Pages on paper, as large as they say, so that forms fit what reads them; smaller only where the paper is.

Qt lets a printer be painted on in any one thread, so this runs beside the window.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from kommune_desktop.errors import UserError
from kommune_desktop.export.pdf.reading import Box, PdfFile, Piece, Size
from kommune_desktop.ui.background import Progress
from kommune_desktop.ui.preview.document import Document

FINEST = 300
"""Dots per inch that a page is drawn with; more would only fill the memory of printers."""
_POINTS_PER_INCH = 72
_TOLERANCE = 2.0  # points by which programs differ on the size of A4


def new_printer(document: Document) -> QPrinter:
    """The usual printer, set to the paper of a document and to print without borders of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.name)
    printer.setFullPage(True)
    size = document.sizes[0]
    upright = QSizeF(min(size.width, size.height), max(size.width, size.height))
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    return printer


def page_numbers(printer: QPrinter, count: int) -> list[int]:
    """The pages to print in their order, from 0: ranges, order and copies as they were chosen in the dialog."""
    numbers = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.PageRange and not printer.pageRanges().isEmpty():
        numbers = [number for number in numbers if printer.pageRanges().contains(number + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return numbers * copies
    return [number for number in numbers for _ in range(copies)]


def placed(page: Size, paper: Size, margins: float) -> Box:
    """Where a page goes on the paper, in points: in the middle, in its own size.

    If the paper is smaller, the page is made smaller until it lies within the margins.

    Args:
        margins: What the printer can't reach at each edge.
    """
    scale = 1.0
    if page.width > paper.width + _TOLERANCE or page.height > paper.height + _TOLERANCE:
        free = Size(paper.width - 2 * margins, paper.height - 2 * margins)
        scale = min(free.width / page.width, free.height / page.height)
    width, height = page.width * scale, page.height * scale
    return Box((paper.width - width) / 2, (paper.height - height) / 2, width, height)


def print_pages(document: Document, printer: QPrinter, progress: Progress) -> int:
    """Print the pages that were chosen; the number of pages that went to the printer.

    Args:
        progress: Told each page that is begun; may raise to stop, then nothing is printed that has not been.

    Raises:
        UserError: ``printer.refused``, ``pdf.damaged``.
    """
    numbers = page_numbers(printer, len(document.sizes))
    painter = QPainter()
    is_done = False
    try:
        with PdfFile(document.data, document.name) as pdf:
            for place, number in enumerate(numbers):
                progress(place)
                _turn(printer, pdf.sizes[number])
                if not (printer.newPage() if place else painter.begin(printer)):
                    raise UserError("printer.refused", printer=printer.printerName())
                _print_page(painter, printer, pdf, number)
        is_done = True
    finally:
        if not is_done:
            printer.abort()
        if painter.isActive():
            painter.end()
        if not is_done and printer.outputFileName():
            Path(printer.outputFileName()).unlink(missing_ok=True)
    return len(numbers)


def _turn(printer: QPrinter, size: Size) -> None:
    """Turn the paper as the page is; counts from the next page on."""
    is_wide = size.width > size.height
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)


def _print_page(painter: QPainter, printer: QPrinter, pdf: PdfFile, number: int) -> None:
    layout = printer.pageLayout()
    layout.setUnits(QPageLayout.Unit.Point)
    full = layout.fullRect(QPageLayout.Unit.Point)
    edges = layout.minimumMargins()
    margin = max(edges.left(), edges.right(), edges.top(), edges.bottom())
    box = placed(pdf.sizes[number], Size(full.width(), full.height()), margin)
    dots, fine = printer.resolution() / _POINTS_PER_INCH, min(printer.resolution(), FINEST) / _POINTS_PER_INCH
    width, height = round(box.width * fine), round(box.height * fine)
    raster = pdf.render(Piece(number, width, height, 0, height))
    image = QImage(raster.data, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.drawImage(QRectF(box.left * dots, box.top * dots, box.width * dots, box.height * dots), image)
