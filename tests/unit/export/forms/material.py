"""Forms of the shipped questionnaire and of one's own, and what the tests ask of them."""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from kommune_desktop.core.form import Box, FormPage, Rect, WritingField
from kommune_desktop.core.numbering import SheetNumber
from kommune_desktop.core.questionnaire import Questionnaire
from kommune_desktop.core.round import STANDARD_GROUPS, ReturnAddress, Round
from kommune_desktop.export.forms import Form, FormContent, draw_form_to_copy, draw_forms, make_form
from kommune_desktop.export.forms.pieces import Line, Sketch, text_width
from kommune_desktop.texts import texts
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.builders import CREATED

ADDRESS = ReturnAddress("Rathaus Lindenau, Integrationsbüro\nMarktplatz 1, 12345 Lindenau", date(2026, 11, 30))
MM_PER_INCH = 25.4
MM_PER_POINT = MM_PER_INCH / 72


def form_of(
    questionnaire: Questionnaire,
    *,
    group: str = "civil_society",
    language: str = "de",
    short: bool = False,
    logo: bytes | None = None,
) -> Form:
    """The form of a standard group."""
    round_ = Round(1, "Runde 2026", questionnaire, STANDARD_GROUPS, CREATED, short_form=short, code="26")
    return make_form(FormContent("Lindenau", round_, round_.group(group), ADDRESS, texts(language), logo))


@functools.cache
def shipped_form(
    *, group: str = "civil_society", language: str = "de", short: bool = False, logo: bytes | None = None
) -> Form:
    """The form of the shipped questionnaire, set once."""
    questionnaire, _ = shipped(DEFAULT_QUESTIONNAIRE)
    return form_of(questionnaire, group=group, language=language, short=short, logo=logo)


def numbers(count: int) -> list[str]:
    """Numbers of sheets of the civil society."""
    return [str(SheetNumber("26", "ZG", serial)) for serial in range(1, count + 1)]


UNNUMBERED = ""
"""Stands for a form to copy."""


def drawn(target: Path, form: Form, numbers: Sequence[str]) -> Path:
    """The form as a file."""
    if numbers == [UNNUMBERED]:
        draw_form_to_copy(target, form)
    else:
        draw_forms(target, form, numbers, lambda _: None)
    return target


def rendered(pdf: Path, page: int, dpi: int) -> Image.Image:
    """A page, from 1, in greys."""
    with pdfium.PdfDocument(pdf) as document:
        opened = document[page - 1]
        image: Image.Image = opened.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        opened.close()
    return image


def png(width: int = 300, height: int = 100) -> bytes:
    """A logo in colours without transparency."""
    image = Image.new("RGB", (width, height), (20, 90, 60))
    ImageDraw.Draw(image).ellipse((10, 10, height, height - 10), fill=(250, 200, 0))
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def grown(rect: Rect, by: float) -> Rect:
    """The rectangle with a rim around it."""
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)


def gap(one: Rect, other: Rect) -> float:
    """Clear millimetres between two rectangles; negative by how much they overlap."""
    across = max(one.x, other.x) - min(one.right, other.right)
    down = max(one.y, other.y) - min(one.bottom, other.bottom)
    return max(across, down)


def lines(sketch: Sketch) -> Iterator[Line]:
    """The lines of text of a page."""
    return (piece for piece in sketch.pieces if isinstance(piece, Line))


def room_of(line: Line) -> Rect:
    """What a line covers, from its base line to the height of a capital letter."""
    capital = 0.71 * line.size * MM_PER_POINT
    return Rect(line.x, line.y - capital, text_width(line.text, line.size, line.font), capital)


def parts(page: FormPage) -> list[Box | WritingField]:
    """Boxes and fields of a page."""
    return [*page.boxes, *page.fields]
