"""Finished PDFs are read: sizes, pictures, texts, places of words, bookmarks."""

from __future__ import annotations

import io
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kommune_desktop.errors import UserError
from kommune_desktop.export.pdf.reading import Bookmark, PdfFile, Piece, Raster, Size
from tests.unit.export import reading

PAGE = Size(200, 100)
RED = (255, 0, 0)


def drawing(*, password: str | None = None) -> bytes:
    """A page of 200 × 100 points with a red square of 20 points and a word 30 points above the lower edge."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(PAGE.width, PAGE.height), encrypt=password)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(40, 60, 20, 20, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(100, 30, "Größe")
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def turned(data: bytes) -> bytes:
    """The same with its page turned to the right."""
    target = io.BytesIO()
    with pdfium.PdfDocument(data) as document:
        document[0].set_rotation(90)
        document.save(target)
    return target.getvalue()


def image(raster: Raster) -> Image.Image:
    """A picture of a page as another program sees it."""
    size = (raster.width, raster.height)
    return Image.frombuffer("RGB", size, raster.data, "raw", "BGRX", raster.stride, 1)


def red_box(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of what is red."""
    other = ImageChops.difference(picture, Image.new("RGB", picture.size, RED)).convert("L")
    return other.point(lambda difference: 0 if difference else 255).getbbox()


def test_a_report_has_the_pages_that_another_reader_finds(reports: Mapping[str, Path]) -> None:
    path = reports["de"]
    with PdfFile(path.read_bytes(), path.name) as pdf:
        assert len(pdf.sizes) == len(reading.pages(path)) > 1
        for size in pdf.sizes:
            assert (size.width, size.height) == pytest.approx(A4, abs=0.01)


def test_bookmarks_have_title_level_and_page(reports: Mapping[str, Path]) -> None:
    path = reports["de"]
    with PdfFile(path.read_bytes(), path.name) as pdf:
        found = pdf.bookmarks()
        assert [(bookmark.level, bookmark.title) for bookmark in found] == reading.bookmarks(path)
        for bookmark in found:
            assert reading.squeezed(bookmark.title) in reading.squeezed(pdf.text(bookmark.page))


def test_a_bookmark_that_leads_nowhere_is_left_out() -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.bookmarkPage("da")
    canvas.addOutlineEntry("Da", "da", 0)
    canvas.showPage()
    canvas.save()
    with PdfFile(target.getvalue(), "a.pdf") as pdf:
        assert pdf.bookmarks() == [Bookmark("Da", 0, 0)]
    # The same file whose entry leads to a page that there is not.
    with PdfFile(target.getvalue().replace(b"/Dest", b"/Gone"), "a.pdf") as pdf:
        assert pdf.bookmarks() == []


def test_a_page_is_drawn_in_the_size_that_is_wanted() -> None:
    with PdfFile(drawing(), "a.pdf") as pdf:
        raster = pdf.render(Piece(0, 400, 200, 0, 200))
    assert (raster.width, raster.height) == (400, 200)
    assert raster.stride >= 4 * raster.width
    assert len(raster.data) == raster.stride * raster.height
    # 60 to 80 points above the lower edge are 20 to 40 below the upper one, and each point is two pixels.
    assert red_box(image(raster)) == (80, 40, 120, 80)


def test_strips_put_together_are_the_page(reports: Mapping[str, Path]) -> None:
    path = reports["de"]
    width, height = 300, 424
    with PdfFile(path.read_bytes(), path.name) as pdf:
        whole = image(pdf.render(Piece(1, width, height, 0, height)))
        together = Image.new("RGB", (width, height))
        for top in range(0, height, 100):
            together.paste(image(pdf.render(Piece(1, width, height, top, min(100, height - top)))), (0, top))
    assert together.tobytes() == whole.tobytes()


@pytest.mark.parametrize("words", ["Größe", "GRÖSSE".replace("SS", "ß"), "größ"])
def test_words_are_found_in_upper_and_lower_case(words: str) -> None:
    with PdfFile(drawing(), "a.pdf") as pdf:
        (match,) = pdf.find(words, 0)
    (box,) = match.boxes
    assert match.page == 0
    assert box.left == pytest.approx(100, abs=1.5)
    assert box.top + box.height == pytest.approx(PAGE.height - 30, abs=1.5)
    assert 5 < box.height < 12


def test_on_a_turned_page_words_are_where_they_are_seen() -> None:
    with PdfFile(turned(drawing()), "a.pdf") as pdf:
        assert pdf.sizes == (Size(PAGE.height, PAGE.width),)
        (match,) = pdf.find("Größe", 0)
    (box,) = match.boxes
    # Turned to the right, what was 30 above the lower edge is 30 from the left one; 100 from the left is from the top.
    assert box.left == pytest.approx(30, abs=3)
    assert box.top == pytest.approx(100, abs=1.5)
    assert box.height > box.width


def test_a_word_is_found_as_often_as_another_reader_finds_it(reports: Mapping[str, Path]) -> None:
    path = reports["de"]
    with PdfFile(path.read_bytes(), path.name) as pdf:
        for page, text in enumerate(reading.pages(path)):
            assert len(pdf.find("handlungsfeld", page)) == text.casefold().count("handlungsfeld")


@pytest.mark.parametrize("words", ["", "  ", "gibt es nicht"])
def test_nothing_to_find_finds_nothing(words: str) -> None:
    with PdfFile(drawing(), "a.pdf") as pdf:
        assert pdf.find(words, 0) == []


def test_the_text_of_a_page_has_whole_words_and_plain_lines(reports: Mapping[str, Path]) -> None:
    path = reports["de"]
    with PdfFile(path.read_bytes(), path.name) as pdf:
        texts = [pdf.text(page) for page in range(len(pdf.sizes))]
    assert not any(sign in "".join(texts) for sign in "\r\ufffe")
    assert [reading.squeezed(text) for text in texts] == [reading.squeezed(text) for text in reading.pages(path)]


def empty_document() -> bytes:
    document = pdfium.PdfDocument.new()
    target = io.BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "pdf.damaged"),
        (b"Sehr geehrte Damen und Herren", "pdf.damaged"),
        (b"%PDF-1.7\n" + b"x" * 5000, "pdf.damaged"),
        (drawing()[:400], "pdf.damaged"),
        (empty_document(), "pdf.damaged"),
        (drawing(password="geheim"), "pdf.locked"),
    ],
)
def test_what_can_not_be_read_says_so(data: bytes, key: str) -> None:
    with pytest.raises(UserError) as caught:
        PdfFile(data, "Bericht über alles.pdf")
    assert caught.value.key == key
    assert caught.value.params == {"path": "Bericht über alles.pdf"}


def test_a_page_that_is_damaged_says_so() -> None:
    data = drawing()
    with PdfFile(data, "a.pdf") as pdf, pytest.raises(UserError) as caught:
        pdf.text(7)
    assert caught.value.key == "pdf.damaged"


def test_many_threads_may_read_at_once(reports: Mapping[str, Path]) -> None:
    data = {language: path.read_bytes() for language, path in reports.items()}
    expected = {language: [len(text) > 100 for text in reading.pages(path)] for language, path in reports.items()}

    def read(language: str) -> list[bool]:
        with PdfFile(data[language], language) as pdf:
            for page in range(3):
                pdf.render(Piece(page, 100, 141, 0, 141))
            return [len(pdf.text(page)) > 100 for page in range(len(pdf.sizes))]

    with ThreadPoolExecutor(6) as pool:
        for language, found in zip(["de", "en"] * 6, pool.map(read, ["de", "en"] * 6), strict=True):
            assert found == expected[language]
