"""What is drawn of texts that may hold anything."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from kommune_desktop.export.pdf.fonts import BOLD, REGULAR
from kommune_desktop.export.pdf.letters import BOX, cleaned, drawn, right_to_left


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ratsbeschluss", "Ratsbeschluss"),
        ("Größe „für alle“ – 62 %", "Größe „für alle“ – 62 %"),
        ("a\x00b\x07c\x7fd", "abcd"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("Spalte\tWert", "Spalte Wert"),
        ("Mu\u0308ller", "Müller"),
        ("gut 👍🏽", f"gut {BOX}{BOX}"),
        ("❤️", BOX),
        ("\u202egnal\u202c", "gnal"),
        ("\ud800", BOX),
        ("\ue000\ufffe", BOX * 2),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("סליחה", BOX * 5),
    ],
)
def test_control_signs_go_and_what_the_typeface_lacks_is_a_box(text: str, shown: str) -> None:
    assert drawn(cleaned(text)) == shown


@given(st.text(st.characters(codec=None)))
def test_whatever_is_written_the_typeface_can_draw(text: str) -> None:
    known = [pdfmetrics.getFont(font).face.charToGlyph for font in (REGULAR, BOLD)]  # type: ignore[attr-defined]
    shown = drawn(cleaned(text))
    assert all(sign == "\n" or all(ord(sign) in glyphs for glyphs in known) for sign in shown)
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in shown if sign != "\n")
    assert cleaned(cleaned(text)) == cleaned(text)


def test_every_letter_of_unicode_is_drawn_or_left_out() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    shown = set(drawn(cleaned(everything)))
    assert {"A", "ß", "€", BOX} <= shown


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Deutsch", ""),
        ("Grüße", ""),
        ("يرجى الإجابة عن جميع الأسئلة", "ar"),
        ("שלום לכולם", "he"),
        ("Das Wort שלום", ""),
        ("„שלום לכולם“ – Zivilgesellschaft", "he"),
        ("123 – 45", ""),
        ("", ""),
    ],
)
def test_words_from_right_to_left_say_their_language(text: str, language: str) -> None:
    assert right_to_left(text) == language
