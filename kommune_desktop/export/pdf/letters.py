"""What of a text can be drawn, in which shapes and in which order.

Signs that control something else are left out, and what the typeface lacks becomes a box. Arabic letters take the
shapes that they have beside each other, and what runs from right to left is put into the order in which it is seen.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable

from reportlab.pdfbase import pdfmetrics

from kommune_desktop.export.pdf.fonts import REGULAR, register

BOX = "\N{REPLACEMENT CHARACTER}"
"""Stands where the typeface has no letter."""
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Tell whether letters, or the parts of an emoji, join; they are not seen."""
_SKIN_TONES = "".join(map(chr, range(0x1F3FB, 0x1F400)))
"""Colour the emoji before them; the typeface has no colours."""
_LINE_ENDS = "\n\u2028\u2029"
_NO_LETTERS = ("Cs", "Co", "Cn")
_RIGHT_TO_LEFT = ("R", "AL")
_MARK = "\N{COMBINING GRAPHEME JOINER}"
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
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
        elif category in ("Cc", "Cf") and sign not in (_SOFT_HYPHEN, *_JOINERS):
            kept = None
        elif category.startswith("M") and 0xFE00 <= code <= 0xFE0F:
            kept = None  # says how the sign before is to look
        self[code] = kept
        return kept


class _Drawn(dict[int, str]):
    """For ``str.translate``: what the typeface lacks becomes a box."""

    def __init__(self) -> None:
        super().__init__(dict.fromkeys(map(ord, _JOINERS + _SKIN_TONES), ""))
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
    """A cleaned text with the shapes that Arabic letters have beside each other, and a box for each that is lacking."""
    if text.isascii():
        return text
    return (_joined()(text) if _FROM_RIGHT.search(text) else text).translate(_drawn())


@functools.cache
def _joined() -> Callable[[str], str]:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 - hardly any document needs it

    joined: Callable[[str], str] = ArabicReshaper({"delete_harakat": False}).reshape
    return joined


def as_seen(line: str, paragraph: str) -> str:
    """A line of a paragraph with its signs as they stand from left to right (Unicode Standard Annex #9)."""
    if not _FROM_RIGHT.search(paragraph):
        return line
    from bidi import get_display  # noqa: PLC0415 - hardly any document needs it
    from bidi.mirror import MIRRORED  # noqa: PLC0415

    # The library leaves brackets as they are. A mark goes where the sign before it goes: one that comes out in front of
    # its bracket shows that the bracket stands among letters from right to left, where its mirror image is drawn.
    bracket = f"[{re.escape(''.join(MIRRORED))}]"
    marked = re.sub(bracket, rf"\g<0>{_MARK}", line.replace(_MARK, ""))
    seen = get_display(marked, base_dir="R" if right_to_left(paragraph) else "L")
    return re.sub(f"({bracket}){_MARK}|{_MARK}({bracket})", lambda found: found[1] or MIRRORED[found[2]], seen)


def is_drawn_as_it_is(text: str) -> bool:
    """Whether what is drawn of a cleaned text can be read back as it was written."""
    return text.isascii() or (not _FROM_RIGHT.search(text) and drawn(text) == text)


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
