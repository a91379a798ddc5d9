"""The embedded typeface of all documents: Noto Sans (SIL Open Font License)."""

from __future__ import annotations

import functools

from reportlab import rl_config
from reportlab.graphics import shapes
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kommune_desktop import paths

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"
_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf"}


def fitted(text: str, font: str, size: float, width: float) -> str:
    """A text that fits a width in points, cut at the end where it doesn't."""
    if pdfmetrics.stringWidth(text, font, size) <= width:
        return text
    while text and pdfmetrics.stringWidth(f"{text}…", font, size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


@functools.cache
def register() -> None:
    """Make the typeface known to reportlab, once."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(paths.resources() / "fonts" / file)))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    # A drawing starts with a font that is not embedded, whether it is used or not.
    shapes.STATE_DEFAULTS["fontName"] = REGULAR
    # Every stream as text of 85 signs is a quarter more bytes, and nothing needs that any more.
    rl_config.useA85 = 0
    _end_streams_with_a_line_end()


def _end_streams_with_a_line_end() -> None:
    """PDF/A wants a line end before ``endstream`` (ISO 19005-2, 6.1.7.1); reportlab sets none."""
    plain = pdfdoc.PDFStream.format

    def formatted(stream: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
        text: bytes = plain(stream, document)
        return text.removesuffix(b"endstream\n") + b"\nendstream\n"

    pdfdoc.PDFStream.format = formatted  # type: ignore[method-assign, assignment]
