"""What is drawn of texts that may hold anything."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from kommune_desktop.export.pdf.fonts import BOLD, REGULAR
from kommune_desktop.export.pdf.letters import BOX, as_seen, cleaned, drawn, is_drawn_as_it_is, right_to_left


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ratsbeschluss", "Ratsbeschluss"),
        ("Größe „für alle“ – 62 %", "Größe „für alle“ – 62 %"),
        ("a\x00b\x07c\x7fd", "abcd"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("Spalte\tWert", "Spalte Wert"),
        ("Mu\u0308ller", "Müller"),
        ("gut 👍🏽", "gut 👍"),
        ("❤️", "❤"),
        ("👨‍👩‍👧", "👨👩👧"),
        ("谢谢", BOX * 2),
        ("\u202egnal\u202c", "gnal"),
        ("\ud800", BOX),
        ("\ue000\ufffe", BOX * 2),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("סליחה", "סליחה"),
        # Initial, medial, final and isolated forms, worked out by the chart of the Unicode block.
        ("سلام", "\ufeb3\ufefc\ufee1"),
        ("كتاب", "\ufedb\ufe98\ufe8e\ufe8f"),
        # A joiner that is not one keeps "mi" and "shavad" apart.
        ("می\u200cشود", "\ufee3\ufbfd\ufeb7\ufeee\ufea9"),
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


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Deutsch (gut) – 62 %", "Deutsch (gut) – 62 %"),
        ("אבג", "גבא"),
        ("אבג (12) דה", "הד (12) גבא"),
        # Brackets go with the word before them (rule N0), a number with the word before it (W7).
        ("Das Wort אבג (12).", "Das Wort (12) גבא."),
        ("אבג, „ja“ 12", "ja“ 12„ ,גבא"),
        ("«אבג» [א(ב)]", "[(ב)א] «גבא»"),
        ("1) אבג", "גבא (1"),
        ("a < b אבג", "a < b גבא"),
    ],
)
def test_a_line_is_drawn_in_the_order_in_which_it_is_seen(line: str, seen: str) -> None:
    assert as_seen(line, line) == seen


def test_a_line_runs_as_its_paragraph_does() -> None:
    assert as_seen("(ja) – 62", "אבג (ja) – 62") == "62 – (ja)"
    assert as_seen("(ja) – 62", "Nur אבג (ja) – 62") == "(ja) – 62"


@given(st.text("abאב 12(", max_size=20))
def test_no_sign_of_a_line_is_lost_or_added(line: str) -> None:
    assert sorted(as_seen(line, line).replace(")", "(")) == sorted(line)


@pytest.mark.parametrize("text", ["سلام", "אבג", "谢谢", "👍🏽"])
def test_what_can_not_be_read_back_from_the_drawing_is_told(text: str) -> None:
    assert not is_drawn_as_it_is(text)


def test_what_is_drawn_letter_by_letter_needs_no_telling() -> None:
    assert is_drawn_as_it_is("Größe „für alle“ – 62 % 😀 Дякую")


def test_the_typeface_has_every_letter_of_hebrew_and_of_the_languages_in_arabic_script() -> None:
    known = [pdfmetrics.getFont(font).face.charToGlyph for font in (REGULAR, BOLD)]  # type: ignore[attr-defined]
    letters = [*range(0x05D0, 0x05EB), *range(0x0621, 0x064B), *"پچژگکیےٹڈڑںھۀټډړږښګڼې"]
    wanted = {letter if isinstance(letter, int) else ord(letter) for letter in letters} | {0x1F600, 0x1F44D}
    assert all(wanted <= set(glyphs) for glyphs in known)
