"""Pages on paper: printed into a PDF file and read back."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4

from kommune_desktop.export.pdf.reading import Box, Size
from kommune_desktop.ui.background import Cancelled
from kommune_desktop.ui.preview import Document, read_document
from kommune_desktop.ui.preview.printing import new_printer, page_numbers, placed, print_pages
from tests.unit.ui.preview.material import document, pdf

PAPER = Size(*A4)
A5 = (420, 595)


@pytest.fixture
def target(tmp_path: Path, qtbot: QtBot) -> Path:
    """A file to print into; there is an application."""
    assert QGuiApplication.instance() is not None
    return tmp_path / "Drucke für alle" / "Blätter.pdf"


def printer_to(target: Path, printed: Document) -> QPrinter:
    """A printer that writes a PDF file."""
    target.parent.mkdir(exist_ok=True)
    printer = new_printer(printed)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def sizes(path: Path) -> list[tuple[float, float]]:
    with pdfium.PdfDocument(path) as made:
        return [(float(page.get_width()), float(page.get_height())) for page in made]


def frame(path: Path, page: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the frame that is drawn on each page, in points."""
    scale = 4
    with pdfium.PdfDocument(path) as made:
        picture = made[page].render(scale=scale).to_pil().convert("L").point(lambda grey: 255 if grey < 128 else 0)
    assert isinstance(picture, Image.Image)
    box = picture.getbbox()
    assert box is not None
    left, top, right, bottom = (edge / scale for edge in box)
    return left, top, right, bottom


def test_pages_are_printed_in_their_real_size(target: Path) -> None:
    printed = document(3)
    assert print_pages(printed, printer_to(target, printed), lambda _: None) == 3
    assert sizes(target) == [pytest.approx(A4, abs=1)] * 3
    width, height = A4
    for page in range(3):
        assert frame(target, page) == pytest.approx((20, 20, width - 20, height - 20), abs=1)


def test_a_page_that_lies_on_its_side_turns_the_paper(target: Path) -> None:
    printed = read_document("a", "report", pdf(3, wide=frozenset({1})))
    print_pages(printed, printer_to(target, printed), lambda _: None)
    assert sizes(target) == [pytest.approx(size, abs=1) for size in (A4, A4[::-1], A4)]


def test_on_smaller_paper_nothing_is_cut(target: Path) -> None:
    printed = document(1)
    printer = printer_to(target, printed)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    print_pages(printed, printer, lambda _: None)
    assert sizes(target) == [pytest.approx(A5, abs=1)]
    left, top, right, bottom = frame(target, 0)
    assert 0 < left < right < A5[0]
    assert 0 < top < bottom < A5[1]
    assert (right - left) / (bottom - top) == pytest.approx((A4[0] - 40) / (A4[1] - 40), rel=0.01)


def test_the_place_on_paper() -> None:
    assert placed(PAPER, PAPER, 12) == Box(0, 0, *A4)
    # Programs differ on A4 by less than a point; a form is not made smaller for that.
    assert placed(PAPER, Size(595, 842), 12).width == PAPER.width
    assert placed(Size(100, 200), PAPER, 12) == Box((A4[0] - 100) / 2, (A4[1] - 200) / 2, 100, 200)
    assert placed(Size(800, 400), Size(420, 600), 10) == Box(10, 200, 400, 200)


def test_the_printer_starts_with_the_paper_of_the_document(target: Path) -> None:
    layout = printer_to(target, document(1)).pageLayout()
    assert layout.pageSize().id() is QPageSize.PageSizeId.A4
    assert layout.mode() is QPageLayout.Mode.FullPageMode
    layout.setUnits(QPageLayout.Unit.Point)
    assert layout.paintRect() == layout.fullRect()


def test_only_the_pages_that_were_chosen_are_printed(target: Path) -> None:
    printed = document(8)
    printer = printer_to(target, printed)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(3, 4)
    assert print_pages(printed, printer, lambda _: None) == 2
    assert len(sizes(target)) == 2


def test_order_and_copies_are_as_chosen(target: Path) -> None:
    printer = printer_to(target, document(1))
    assert page_numbers(printer, 3) == [0, 1, 2]
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert page_numbers(printer, 2) == [0, 1, 0, 1]
    printer.setCollateCopies(False)
    assert page_numbers(printer, 2) == [0, 0, 1, 1]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert page_numbers(printer, 2) == [1, 1, 0, 0]


def test_what_is_cancelled_leaves_no_file(target: Path) -> None:
    printed = document(5)

    def stop(page: int) -> None:
        if page == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(printed, printer_to(target, printed), stop)
    assert list(target.parent.iterdir()) == []


def test_progress_is_told_page_by_page(target: Path) -> None:
    told: list[int] = []
    printed = document(3)
    print_pages(printed, printer_to(target, printed), told.append)
    assert told == [0, 1, 2]
