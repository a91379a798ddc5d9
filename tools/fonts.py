"""The typeface of the documents, made from fonts of the Noto family: ``python -m tools.fonts SANS OTHER ... -o OUT``.

One file has all letters, so that a document needs no other font in the middle of a line. A sign is taken from the first
font that has it. Lines stay as high as those of the first one. ``resources/fonts/README.md`` names the fonts.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Sequence
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter, load_font
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

_HEIGHTS = {
    "hhea": ("ascent", "descent", "lineGap"),
    "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent", "sCapHeight"),
}
_LEFT_OUT = ("STAT", "DSIG", "vhea", "vmtx", "VORG", "prep", "fpgm", "cvt ", "gasp")
"""Tables that can't be merged or say nothing of letters."""


def merge(first: Path, others: Sequence[Path], target: Path) -> None:
    """Write a font with the letters of all."""
    files = [io.BytesIO(first.read_bytes())]
    with TTFont(first) as base:
        taken = set(base.getBestCmap())
        for path in others:
            files.append(_rest_of(path, taken, base["head"].unitsPerEm))
            taken |= set(TTFont(files[-1]).getBestCmap())
        merged = Merger().merge(files)
        for table, names in _HEIGHTS.items():
            for name in names:
                setattr(merged[table], name, getattr(base[table], name))
        merged.save(target)


def _rest_of(path: Path, taken: set[int], units: int) -> io.BytesIO:
    """A font with what another has that is not there yet, in the units of the first one."""
    options = Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.drop_tables += _LEFT_OUT
    file = io.BytesIO()
    with load_font(str(path), options) as font:
        font.flavor = None
        if font["head"].unitsPerEm != units:
            scale_upem(font, units)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=set(font.getBestCmap()) - taken)
        subsetter.subset(font)
        font.save(file)
    return file


def main() -> None:
    """Merge the named fonts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("others", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    merge(options.first, options.others, options.output)


if __name__ == "__main__":
    main()
