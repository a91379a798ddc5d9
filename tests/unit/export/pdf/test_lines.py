"""Texts in lines."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from kommune_desktop.export.pdf.fonts import REGULAR
from kommune_desktop.export.pdf.lines import broken

SIZE, SHY = 10.0, "\u00ad"


def width(text: str) -> float:
    return float(pdfmetrics.stringWidth(text, REGULAR, SIZE))


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("eins zwei drei", "eins zwei", ("eins zwei", "drei")),
        ("eins zwei", "eins zwei", ("eins zwei",)),
        ("eins\nzwei", "eins zwei", ("eins", "zwei")),
        ("eins\n\nzwei", "eins zwei", ("eins", "", "zwei")),
        (f"Zivil{SHY}gesell{SHY}schaft", "Zivilgesell-", ("Zivilgesell-", "schaft")),
        (f"Zivil{SHY}gesell{SHY}schaft", "Zivilgesellschaft", ("Zivilgesellschaft",)),
        ("  eins   zwei ", "eins zwei", ("eins zwei",)),
        ("aaaaaaaaaa", "aaaa", ("aaaa", "aaaa", "aa")),
        ("62\u00a0% sind viel", "62 % ", ("62\u00a0%", "sind", "viel")),
        ("", "eins", ("",)),
    ],
)
def test_lines_break_at_blanks_hyphens_and_line_ends_or_within_a_word(
    text: str, room: str, lines: tuple[str, ...]
) -> None:
    assert broken(text, REGULAR, SIZE, width(room) + 0.01) == lines


@given(st.text(st.sampled_from("ab mW\n-ü" + SHY), max_size=60), st.floats(20, 200))
def test_every_line_fits_and_nothing_is_lost(text: str, room: float) -> None:
    lines = broken(text, REGULAR, SIZE, room)
    assert all(width(line) <= room + 1e-6 for line in lines)
    without = str.maketrans("", "", " \n-" + SHY)
    assert "".join(lines).translate(without) == text.translate(without)


def test_a_word_without_end_takes_no_time_to_break() -> None:
    started = time.process_time()
    lines = broken("x" * 20_000, REGULAR, SIZE, 480)
    assert time.process_time() - started < 1
    assert "".join(lines) == "x" * 20_000
