"""What of a text can be drawn: letters that the typeface lacks and signs that control something else."""

from __future__ import annotations

import functools
import unicodedata

from reportlab.pdfbase import pdfmetrics

from kommune_desktop.export.pdf.fonts import REGULAR, register

BOX = "\N{REPLACEMENT CHARACTER}"
"""Stands where the typeface has no letter."""
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_LINE_ENDS = "\n\u2028\u2029"
_NO_LETTERS = ("Cs", "Co", "Cn")
_RIGHT_TO_LEFT = ("R", "AL")
_LANGUAGES = {"HEBREW": "he", "ARABIC": "ar", "SYRIAC": "syr", "THAANA": "dv", "NKO": "nqo"}


class _Cleaned(dict[int, str | None]):
    """For ``str.translate``: signs that say nothing to a reader are left out, what is no letter becomes a box."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        category = unicodedata.category(sign)
        kept: str | None = sign
        if sign in _LINE_ENDS:
            kept = "\n"
        elif sign == "\t":
            kept = " "
        elif category in _NO_LETTERS:
            kept = BOX
        elif category in ("Cc", "Cf") and sign != _SOFT_HYPHEN:
            kept = None
        elif category.startswith("M") and 0xFE00 <= code <= 0xFE0F:
            kept = None  # says how the sign before is to look
        self[code] = kept
        return kept


class _Drawn(dict[int, str]):
    """For ``str.translate``: what the typeface lacks becomes a box."""

    def __init__(self) -> None:
        super().__init__()
        register()
        self._known = pdfmetrics.getFont(REGULAR).face.charToGlyph  # type: ignore[attr-defined]  # of a TrueType font

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if code in self._known or code == ord("\n") else BOX
        return self[code]


_CLEANED = _Cleaned()


@functools.cache
def _drawn() -> _Drawn:
    return _Drawn()


def cleaned(text: str) -> str:
    """A text without control signs; every line end is the same. It may have letters that the typeface lacks."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_CLEANED)


def drawn(text: str) -> str:
    """A cleaned text with a box for each letter that the typeface lacks."""
    return text if text.isascii() else text.translate(_drawn())


def right_to_left(text: str) -> str:
    """The language of a text that is written from right to left; empty for any other.

    The first letter decides (Unicode Standard Annex #9, rule P2). The script does not tell languages that share it
    apart: the best known one is named.
    """
    if text.isascii():
        return ""
    first = next((sign for sign in text if unicodedata.bidirectional(sign) in ("L", *_RIGHT_TO_LEFT)), "")
    if not first or unicodedata.bidirectional(first) == "L":
        return ""
    return _LANGUAGES.get(unicodedata.name(first, "").partition(" ")[0], "")
