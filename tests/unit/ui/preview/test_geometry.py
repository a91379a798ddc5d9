"""Where pages lie, and which strips of them can be seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.export.pdf.reading import Size
from kommune_desktop.ui.preview.geometry import LARGEST_PIECE, STEPS, Fit, Pages, Room, next_step, scale_for

A4, WIDE = Size(600, 800), Size(800, 600)
ROOM = Room(width=1020, height=420, gap=10)

sizes = st.lists(st.builds(Size, st.floats(20, 3000), st.floats(20, 3000)), min_size=1, max_size=12)
scales = st.floats(0.05, 12)


def test_a_fit_takes_the_room_without_the_gaps() -> None:
    assert scale_for(Fit.WIDTH, [A4], ROOM, 1.0) == pytest.approx(1000 / 600)
    assert scale_for(Fit.WIDTH, [A4, WIDE], ROOM, 1.0) == pytest.approx(1000 / 800)
    assert scale_for(Fit.PAGE, [A4], ROOM, 1.0) == pytest.approx(400 / 800)
    assert scale_for(Fit.PAGE, [WIDE], Room(820, 1000, 10), 1.0) == pytest.approx(1.0)


def test_a_size_in_per_cent_does_not_depend_on_the_room() -> None:
    assert scale_for(150, [A4], ROOM, 96 / 72) == pytest.approx(2.0)


def test_no_room_at_all_still_gives_a_size() -> None:
    assert scale_for(Fit.PAGE, [A4], Room(0, 0, 10), 1.0) == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("percent", "direction", "expected"),
    [(100, 1, 125), (100, -1, 75), (137.2, 1, 150), (137.2, -1, 125), (400, 1, 400), (50, -1, 50), (31, -1, 50)],
)
def test_steps_lead_to_the_next_size_to_choose_from(percent: float, direction: int, expected: int) -> None:
    assert next_step(percent, direction) == expected
    assert expected in STEPS


def test_pages_lie_one_below_the_other_with_gaps() -> None:
    pages = Pages([A4, WIDE], 0.5, 10)
    assert [(place.top, place.width, place.height) for place in pages.places] == [(10, 300, 400), (420, 400, 300)]
    assert (pages.width, pages.height) == (420, 730)
    assert [pages.at(y) for y in (0, 10, 409, 410, 420, 719, 5000)] == [0, 0, 0, 1, 1, 1, 1]
    assert list(pages.between(0, 10)) == []
    assert list(pages.between(0, 11)) == [0]
    assert list(pages.between(409, 421)) == [0, 1]
    assert list(pages.between(410, 420)) == []


def test_a_page_at_a_usual_size_is_one_strip() -> None:
    assert len(Pages([A4], 2.0, 10).pieces(0, 10_000)) == 1


@given(sizes, scales, st.integers(0, 20_000), st.integers(1, 3000))
def test_strips_cover_what_is_seen_once_and_are_small(found: list[Size], scale: float, top: int, height: int) -> None:
    pages = Pages(found, scale, 10)
    pieces = pages.pieces(top, top + height)
    for page, place in enumerate(pages.places):
        rows = [row for piece in pieces if piece.page == page for row in range(piece.top, piece.top + piece.rows)]
        seen = range(max(top - place.top, 0), min(top + height - place.top, place.height))
        assert len(rows) == len(set(rows))
        assert set(seen) <= set(rows) <= set(range(place.height))
    for piece in pieces:
        assert piece.width * piece.rows <= max(LARGEST_PIECE, 256 * piece.width)
        assert piece.rows > 0
