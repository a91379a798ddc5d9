"""Texts broken into lines. Widths in points."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from reportlab.pdfbase import pdfmetrics

from kommune_desktop.export.pdf.letters import as_seen
from kommune_desktop.texts import SOFT_HYPHEN

Lines = tuple[str, ...]


def broken(text: str, font: str, size: float, width: float) -> Lines:
    """A text in lines of at most this width, broken at blanks, soft hyphens and line ends, or inside a word.

    The signs of a line are in the order in which they are seen.
    """
    return tuple(
        as_seen(line, paragraph) for paragraph in text.split("\n") for line in _filled(paragraph, font, size, width)
    )


def _filled(paragraph: str, font: str, size: float, width: float) -> Iterator[str]:
    """The lines of a paragraph, each as full as it goes."""
    blank = _width(" ", font, size)
    line, used = "", 0.0
    for word in paragraph.replace("\t", " ").split(" "):
        for part, glue, needed in _parts(word, font, size, width) if word else ():
            before, gap = line, 0.0
            if glue == " " and line:
                before, gap = f"{line} ", blank
            elif glue == "-":
                before, gap = line.removesuffix("-"), -_width("-", font, size)
            if line and used + gap + needed > width:
                yield line
                line, used = part, needed
            else:
                line, used = before + part, used + gap + needed
    yield line


remembered = functools.lru_cache(maxsize=4096)(broken)
"""The same for texts that come again and again: those in the cells of tables."""


@functools.lru_cache(maxsize=16_384)
def _width(word: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(word, font, size))


def _parts(word: str, font: str, size: float, width: float) -> Iterator[tuple[str, str, float]]:
    """The pieces of a word, what joins each to the one before (a blank, a hyphen that may go, or nothing), widths."""
    syllables = word.split(SOFT_HYPHEN)
    last = len(syllables) - 1
    for place, syllable in enumerate(syllables):
        glue = " " if place == 0 else "-"
        rest = syllable if place == last else f"{syllable}-"
        needed = _width(rest, font, size)
        while needed > width and len(rest) > 1:
            fits = _fitting(rest, font, size, width)
            yield rest[:fits], glue, _width(rest[:fits], font, size)
            rest, glue = rest[fits:], ""
            needed = _width(rest, font, size)
        yield rest, glue, needed


def _fitting(text: str, font: str, size: float, width: float) -> int:
    """How many letters fit, at least one."""
    used = 0.0
    for place, letter in enumerate(text):
        used += _width(letter, font, size)
        if used > width:
            return max(place, 1)
    return len(text)
