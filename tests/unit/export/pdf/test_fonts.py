"""The embedded typeface has every character that the program prints of itself."""

from __future__ import annotations

import tomllib

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kommune_desktop import paths
from kommune_desktop.export.pdf.fonts import BOLD, REGULAR
from kommune_desktop.texts import LANGUAGES, MINUS, NO_BREAK_SPACE, SOFT_HYPHEN

FONTS = pytest.mark.parametrize("font", [REGULAR, BOLD])


def known(font: str) -> set[int]:
    """The characters that a font can draw."""
    found = pdfmetrics.getFont(font)
    assert isinstance(found, TTFont)
    return set(found.face.charToGlyph)


def missing(font: str, text: str) -> set[str]:
    """Characters of a text that would be left out of a document."""
    there = known(font)
    return {character for character in set(text) if ord(character) not in there and character.isprintable()}


@FONTS
@pytest.mark.parametrize("character", [MINUS, "±", "–", "…", "•", "·", "„", "“", "”", "’", "×", "ß", "ẞ", "€"])
def test_signs_of_figures_and_sentences_are_there(font: str, character: str) -> None:
    assert missing(font, character) == set()


@FONTS
def test_spaces_and_soft_hyphens_are_there(font: str) -> None:
    assert {ord(NO_BREAK_SPACE), ord(SOFT_HYPHEN)} <= known(font)


@FONTS
def test_letters_of_names_from_all_over_europe_are_there(font: str) -> None:
    assert missing(font, "ÀÉÎÕÜŠŽĐŁŞĞİığşčřŵ Ελλάδα България Україна") == set()


@FONTS
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_character_of_the_texts_is_there(font: str, language: str) -> None:
    source = (paths.resources() / "texts" / f"{language}.toml").read_text(encoding="utf-8")
    report = tomllib.loads(source)
    assert missing(font, str(report)) == set()


@FONTS
def test_every_character_of_the_questionnaires_is_there(font: str) -> None:
    for source in (paths.resources() / "questionnaires").glob("*.yaml"):
        assert missing(font, source.read_text(encoding="utf-8")) == set()
