"""How texts are made to fit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.export.charts.lettering import PLAIN, STRONG, cut, spread, wrapped
from kommune_desktop.export.pdf.fonts import register
from kommune_desktop.texts import SOFT_HYPHEN

register()
WORDS = st.text(st.sampled_from("abcÄß W.-…" + SOFT_HYPHEN), max_size=80)


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert cut("Teilhabe", 200) == "Teilhabe"
    assert wrapped("Fairer Zugang und Teilhabe", 300, 2) == ["Fairer Zugang und Teilhabe"]


@given(WORDS, st.floats(8, 200), st.integers(1, 4))
def test_no_line_is_wider_than_it_may_be(text: str, width: float, lines: int) -> None:
    for kind in (PLAIN, STRONG):
        found = wrapped(text, width, lines, kind)
        assert 1 <= len(found) <= lines
        wide = [line for line in found if kind.width(line) > width and len(line.rstrip("-…")) > 1]
        assert wide == []


@given(WORDS, st.floats(30, 200))
def test_with_lines_enough_nothing_is_lost(text: str, width: float) -> None:
    found = "".join(wrapped(text, width, 300))
    kept = [letter for letter in text if letter not in (" ", SOFT_HYPHEN, "-")]
    assert [letter for letter in found if letter not in (" ", "-")] == kept


def test_long_words_break_where_they_may() -> None:
    word = f"Wohlfahrts{SOFT_HYPHEN}verbände"
    assert wrapped(word, 55, 3) == ["Wohlfahrts-", "verbände"]
    assert wrapped(word, 200, 3) == ["Wohlfahrtsverbände"]


def test_what_does_not_fit_ends_with_dots() -> None:
    assert wrapped("eins zwei drei", 45, 1) == ["eins zwe…"]
    assert wrapped("Kinder- und Jugendhilfe", 60, 1) == ["Kinder- und…"]
    assert cut("Teilhabe", 25).endswith("…")


def test_signs_that_nobody_sees_are_taken_out() -> None:
    assert wrapped("a\x00b\nc\td", 200, 1) == ["a b c d"]
    assert cut("a\ud800b", 200) == "a b"


def test_a_text_of_thousands_of_signs_is_quick() -> None:
    assert len(wrapped("Frage " * 5000, 100, 3)) == 3


@given(st.lists(st.floats(0, 300), max_size=12).map(sorted), st.floats(5, 20))
def test_spread_blocks_do_not_overlap_and_stay_between_the_edges(middles: list[float], height: float) -> None:
    placed = spread(middles, [height] * len(middles), 0, 300)
    assert all(b - a >= height - 1e-6 for a, b in pairwise(placed))
    assert all(height / 2 - 1e-6 <= middle <= 300 - height / 2 + 1e-6 for middle in placed)


def test_blocks_with_room_stay_where_they_are() -> None:
    assert spread([20, 60, 100], [10, 10, 10], 0, 200) == pytest.approx([20, 60, 100])
