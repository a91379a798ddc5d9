"""The typeface is merged letter by letter, and its lines stay as high as they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.subset import Options, Subsetter, load_font
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

from kommune_desktop import paths
from tools.fonts import merge

TYPEFACE = paths.resources() / "fonts" / "NotoSans-Regular.ttf"


def part(target: Path, letters: str, units: int = 1000, ascent: int = 0) -> Path:
    """A font with some letters of the typeface."""
    options = Options()
    with load_font(str(TYPEFACE), options) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(font)
        if units != font["head"].unitsPerEm:
            scale_upem(font, units)
        if ascent:
            font["hhea"].ascent = ascent
        font.save(target)
    return target


@pytest.fixture
def merged(tmp_path: Path) -> Iterator[TTFont]:
    first = part(tmp_path / "first.ttf", "ab")
    others = [part(tmp_path / "second.ttf", "bא", ascent=3000), part(tmp_path / "third.ttf", "א😀", units=2048)]
    merge(first, others, tmp_path / "merged.ttf")
    with TTFont(tmp_path / "merged.ttf") as font:
        yield font


@pytest.fixture
def typeface() -> Iterator[TTFont]:
    with TTFont(TYPEFACE) as font:
        yield font


def test_every_letter_is_there_in_the_size_of_the_first_font(merged: TTFont, typeface: TTFont) -> None:
    assert merged["head"].unitsPerEm == 1000
    glyphs, names = merged.getBestCmap(), typeface.getBestCmap()
    assert set(glyphs) == set(map(ord, "abא😀"))
    for letter, glyph in glyphs.items():
        assert abs(merged["hmtx"][glyph][0] - typeface["hmtx"][names[letter]][0]) <= 1


def test_lines_stay_as_high_as_they_were(merged: TTFont, typeface: TTFont) -> None:
    assert merged["hhea"].ascent == typeface["hhea"].ascent == 1069
