"""The first page, and the texts of the municipality's own."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.flowables import Picture, body, bullets, heading, page_break, space
from kommune_desktop.export.report.context import DocumentContext

_ABOVE = 60 * mm
_LOGO_WIDTH, _LOGO_HEIGHT = 70 * mm, 28 * mm


class _Logo(Picture):
    """The municipality's logo."""

    def __init__(self, picture: Image.Image, alternative_text: str) -> None:
        scale = min(_LOGO_WIDTH / picture.width, _LOGO_HEIGHT / picture.height)
        super().__init__(picture.width * scale, picture.height * scale, alternative_text)
        self._picture = picture

    def draw_picture(self) -> None:
        """Draw at the origin what is seen."""
        self.canv.drawImage(ImageReader(self._picture), 0, 0, self.width, self.height)


def cover(context: DocumentContext) -> list[Flowable]:
    """Whose report it is, of what, from when, and who answered."""
    words, round_ = context.words, context.results.round
    groups = [
        f"{context.text(group.title)}: {words.count('count.sheets', context.results.sheets[group.id])}"
        f" ({words(f'kind.{group.kind.value}')})"
        for group in round_.groups
    ]
    return [
        *_logo(context),
        heading(1, context.text(round_.questionnaire.title)),
        body(context.municipality, styles.TITLE),
        body(words(f"report.subtitle_{context.kind.value}"), styles.SUBTITLE),
        space(8 * mm),
        body(f"{round_.title} · {words.date(context.day)}", styles.LEAD),
        *([body(words("report.internal"), styles.STRONG)] if context.kind.is_internal else []),
        space(22 * mm),
        heading(2, words("report.participants")),
        *bullets(groups),
    ]


def _logo(context: DocumentContext) -> list[Flowable]:
    png = context.logo
    if png is None or not context.options.with_logo:
        return [space(_ABOVE)]
    logo = _Logo(_on_white(png), context.words("report.logo", municipality=context.municipality))
    return [logo, space(_ABOVE - logo.height)]


def _on_white(png: bytes) -> Image.Image:
    """PDF/A knows no colours for print without saying of which press, and nothing is to shine through."""
    with Image.open(io.BytesIO(png)) as picture:
        seen = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")


def foreword(context: DocumentContext) -> list[Flowable]:
    """The municipality's own words at the beginning, on a page of their own."""
    return _own_words(context.words("report.foreword"), context.options.foreword)


def closing(context: DocumentContext) -> list[Flowable]:
    """The municipality's own words at the end."""
    return _own_words(context.words("report.closing"), context.options.closing)


def _own_words(title: str, text: str) -> list[Flowable]:
    paragraphs = [part.strip() for part in text.splitlines() if part.strip()]
    if not paragraphs:
        return []
    return [page_break(), heading(1, title), *(body(paragraph) for paragraph in paragraphs)]
