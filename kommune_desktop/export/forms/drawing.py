"""A form on paper: what all sheets share is drawn once, each sheet adds its number and its codes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from kommune_desktop.core.form import FormLayout, Rect
from kommune_desktop.core.page_code import PageCode, coded_version
from kommune_desktop.export.forms import codes
from kommune_desktop.export.forms.form import Form
from kommune_desktop.export.forms.pieces import Frame, Line, Piece, Sketch, Stroke
from kommune_desktop.export.forms.title import LOGO
from kommune_desktop.export.pdf.archive import mark_as_accessible, mark_as_archival
from kommune_desktop.export.pdf.canvas import TaggedCanvas
from kommune_desktop.export.pdf.fonts import BOLD, REGULAR
from kommune_desktop.export.pdf.structure import Tag

_UNNUMBERED = ""
_NUMBER_SIZE = 13
_BLANK_LINE = "_" * 16
Progress = Callable[[int], None]
Made = TypeVar("Made", bound=Canvas)


def draw_forms(target: Path, form: Form, numbers: Sequence[str], progress: Progress) -> None:
    """Draw a sheet for each number into one PDF/A-2u file.

    Args:
        progress: Told the number of sheets done; may raise to stop.
    """
    canvas = _canvas(_SetCanvas, target, form)
    mark_as_archival(canvas, title=form.title, author=form.content.municipality, language=form.content.words.language)
    for page, sketch in enumerate(form.sketches, start=1):
        canvas.beginForm(_form_name(page))
        _draw_shared(canvas, form, sketch, page)
        canvas.endForm()
    for done, number in enumerate(numbers, start=1):
        for page in range(1, len(form.sketches) + 1):
            canvas.doForm(_form_name(page))
            _draw_number(canvas, form.layout, number, form.content.words("forms.sheet"))
            _draw_codes(canvas, form.layout, number, page)
            canvas.showPage()
        progress(done)
    canvas.save()


def draw_form_to_copy(target: Path, form: Form) -> None:
    """Draw one sheet without a number as PDF/UA-1 and PDF/A-2a: it is sent and read on a screen, too."""
    canvas = _canvas(TaggedCanvas, target, form)
    content, words = form.content, form.content.words
    mark_as_accessible(canvas, title=form.title, author=content.municipality, language=words.language)
    for page, sketch in enumerate(form.sketches, start=1):
        for piece in (*_marks(form), *sketch.pieces):
            said = canvas.part(piece.part) if isinstance(piece, Line) and piece.part else canvas.artifact()
            with said:
                _draw_piece(canvas, piece, form.layout.size[1])
        if page == 1 and content.logo:
            with canvas.part(Tag("Figure", alternative_text=words("report.logo", municipality=content.municipality))):
                _draw_logo(canvas, form, content.logo)
        with canvas.artifact():
            _draw_number(canvas, form.layout, _UNNUMBERED, words("forms.sheet"))
            _draw_codes(canvas, form.layout, _UNNUMBERED, page)
        canvas.showPage()
    canvas.save()


def _canvas(made: type[Made], target: Path, form: Form) -> Made:
    width, height = form.layout.size
    return made(
        str(target),
        pagesize=(width * mm, height * mm),
        pageCompression=1,
        invariant=1,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs take it for a number
        pdfVersion=(1, 7),
    )


class _SetCanvas(Canvas):
    """All pages share one table of resources; a table a page would be a sixth of the file."""

    _shared: pdfdoc.PDFObjectReference | None = None

    def _setXObjects(self, thing: pdfdoc.PDFPage | pdfdoc.PDFFormXObject) -> None:  # noqa: N802 - reportlab's name
        super()._setXObjects(thing)  # type: ignore[misc]  # the stubs leave out what is private
        if not isinstance(thing, pdfdoc.PDFPage):
            return
        if self._shared is None:
            document = self._doc  # type: ignore[attr-defined]
            resources = pdfdoc.PDFResourceDictionary()
            resources.basicFonts()
            resources.allProcs()
            names = [name for name in document.idToObject if name.startswith("FormXob.")]
            setattr(resources, "XObject", {name: pdfdoc.PDFObjectReference(name) for name in names})  # noqa: B010 - not in the stubs
            self._shared = document.Reference(resources)
        thing.Resources = self._shared


def _form_name(page: int) -> str:
    return f"page-{page}"


def _draw_shared(canvas: Canvas, form: Form, sketch: Sketch, page: int) -> None:
    for piece in (*_marks(form), *sketch.pieces):
        _draw_piece(canvas, piece, form.layout.size[1])
    if page == 1 and form.content.logo:
        _draw_logo(canvas, form, form.content.logo)


def _marks(form: Form) -> Iterator[Piece]:
    """What a camera finds the corners by."""
    return (Frame(mark, 0, fill=0.0) for mark in form.layout.marks)


def _draw_logo(canvas: Canvas, form: Form, logo: bytes) -> None:
    canvas.drawImage(
        ImageReader(io.BytesIO(logo)),
        LOGO.x * mm,
        (form.layout.size[1] - LOGO.bottom) * mm,
        LOGO.width * mm,
        LOGO.height * mm,
        preserveAspectRatio=True,
        anchor="ne",
    )


def _draw_piece(canvas: Canvas, piece: Piece, height: float) -> None:
    if isinstance(piece, Line):
        canvas.setFont(piece.font, piece.size)
        canvas.drawString(piece.x * mm, (height - piece.y) * mm, piece.text)
    elif isinstance(piece, Stroke):
        canvas.setLineWidth(piece.width * mm)
        canvas.line(piece.x1 * mm, (height - piece.y1) * mm, piece.x2 * mm, (height - piece.y2) * mm)
    else:
        canvas.setLineWidth(piece.width * mm)
        canvas.setFillGray(piece.fill or 0.0)
        rect = piece.rect
        canvas.rect(
            rect.x * mm,
            (height - rect.bottom) * mm,
            rect.width * mm,
            rect.height * mm,
            stroke=int(piece.width > 0),
            fill=int(piece.fill is not None),
        )
        canvas.setFillGray(0.0)


def _draw_number(canvas: Canvas, layout: FormLayout, number: str, label: str) -> None:
    place = layout.number
    canvas.setFont(BOLD, _NUMBER_SIZE)
    base = (layout.size[1] - place.bottom + 2) * mm
    canvas.drawRightString(place.right * mm, base, f"{label} {number or _BLANK_LINE}")


def _draw_codes(canvas: Canvas, layout: FormLayout, number: str, page: int) -> None:
    """Both codes say the same, so that the second one costs a few bytes only."""
    text = str(PageCode(number, page, coded_version(layout.version), layout.fingerprint))
    rows = b"".join(codes.modules(text)).hex()
    side = codes.MODULES
    image = f"BI /W {side} /H {side} /BPC 1 /IM true /D [1 0] /F /AHx ID {rows}> EI"
    for rect in layout.codes:
        canvas._code.append(f"q {_matrix(rect, layout.size[1])} cm {image} Q")  # type: ignore[attr-defined]  # noqa: SLF001 - no other way to a mask


def _matrix(rect: Rect, height: float) -> str:
    place = (rect.width * mm, 0, 0, rect.height * mm, rect.x * mm, (height - rect.bottom) * mm)
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in place)
