"""Lines are as wide as asked, and no sign gets lost between them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kommune_desktop.export.forms.pieces import Sketch, broken, height, leading, text_width
from kommune_desktop.export.pdf.fonts import BOLD, REGULAR, register
from kommune_desktop.texts import NO_BREAK_SPACE, SOFT_HYPHEN

register()
SIZE = 10.0
WORDS = st.text("abcWÄmil.,( \n" + SOFT_HYPHEN, max_size=120)
HYPHENS = re.compile(rf"[\s{SOFT_HYPHEN}-]+")


@settings(deadline=None)
@given(WORDS, st.floats(1, 80), st.sampled_from((7.5, 11.0)), st.sampled_from((REGULAR, BOLD)))
def test_no_line_is_wider_than_asked_but_a_single_sign(text: str, width: float, size: float, font: str) -> None:
    lines = broken(text, width, size, font)
    assert [line for line in lines if len(line) > 1 and text_width(line, size, font) > width] == []


@settings(deadline=None)
@given(st.text("abcWÄmil-. \n" + SOFT_HYPHEN, max_size=120), st.floats(1, 80))
def test_no_sign_is_lost_or_made_up_but_hyphens(text: str, width: float) -> None:
    assert HYPHENS.sub("", "".join(broken(text, width, SIZE))) == HYPHENS.sub("", text)


@settings(deadline=None)
@given(WORDS, st.floats(10, 80))
def test_a_hyphen_is_set_at_the_end_of_a_line_only(text: str, width: float) -> None:
    assert [line for line in broken(text, width, SIZE) if "-" in line[:-1]] == []


def test_a_text_that_fits_is_one_line_without_its_soft_hyphens() -> None:
    assert broken(f"Ver{SOFT_HYPHEN}wal{SOFT_HYPHEN}tung und Rat", 80, SIZE) == ["Verwaltung und Rat"]


def test_a_long_word_breaks_where_it_may() -> None:
    word = f"Ver{SOFT_HYPHEN}wal{SOFT_HYPHEN}tung"
    assert broken(word, text_width("Verwal-", SIZE), SIZE) == ["Verwal-", "tung"]


def test_a_hyphen_of_the_text_stays() -> None:
    assert broken("Ost-West", 80, SIZE) == ["Ost-West"]


def test_the_ends_of_lines_are_kept() -> None:
    assert broken("Rathaus\nMarktplatz 1", 80, SIZE) == ["Rathaus", "Marktplatz 1"]


def test_a_no_break_space_does_not_break() -> None:
    text = f"rund 62{NO_BREAK_SPACE}%"
    assert broken(text, text_width(text, SIZE) - 1, SIZE) == ["rund", f"62{NO_BREAK_SPACE}%"]


def test_a_text_is_as_high_as_its_lines() -> None:
    sketch, words = Sketch(), "Rathaus Lindenau " * 10
    lower = sketch.text(20, 50, words, width=40, size=SIZE)
    assert lower - 50 == pytest.approx(height(words, 40, SIZE)) == pytest.approx(len(sketch.pieces) * leading(SIZE))
