"""Measures over time: where bars stand, what is said, and which rows there are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.shapes import Polygon, Rect

from kommune_desktop.core.measure import Measure, MeasureStatus
from kommune_desktop.export.charts import DARK, LIGHT, Chart, Look, Palette, measures_timeline
from kommune_desktop.export.charts.palette import contrast
from kommune_desktop.texts import LANGUAGES, texts
from tests.unit.export.charts.drawings import (
    colors_of_shapes,
    grounds_of_texts,
    leaving,
    overlapping,
    shapes,
    words_in,
)

TODAY = date(2026, 7, 1)
YEAR = Measure("Ganzes Jahr", 1, start=date(2026, 1, 1), due=date(2026, 12, 31), status=MeasureStatus.RUNNING)
HALF = Measure("Halbes Jahr", 2, start=date(2026, 1, 1), due=date(2026, 7, 1), status=MeasureStatus.PLANNED)
LATE = Measure("Zu spät", 3, start=date(2026, 1, 1), due=date(2026, 3, 31), status=MeasureStatus.RUNNING)
DAY = Measure("Ein Tag", 4, due=date(2026, 10, 1))
BEGUN = Measure("Begonnen", 5, start=date(2026, 2, 1))
NEVER = Measure("Ohne Datum", 6)


def drawn(*measures: Measure, language: str = "de", width: float = 480) -> Chart:
    return measures_timeline(measures, TODAY, Look(texts(language), width=width))


def bars(chart: Chart) -> list[Rect]:
    """The bars, without the five of the legend."""
    return list(shapes(chart, Rect))[:-5]


def test_bars_are_as_long_as_the_time_they_stand_for() -> None:
    year, half = bars(drawn(YEAR, HALF))
    assert year.x == half.x
    # The axis has the twelve months of 2026; half of them are gone by the first of July.
    assert half.width == pytest.approx(year.width * 6 / (11 + 30 / 31), rel=1e-6)
    assert year.x + year.width == pytest.approx(480, abs=1)


def test_one_day_alone_is_a_diamond_and_no_day_is_no_row() -> None:
    chart = drawn(DAY, BEGUN, NEVER)
    assert len(list(shapes(chart, Polygon))) == 2
    assert [spot.key for spot in chart.spots] == ["4", "5"]
    assert [row[0] for row in chart.table.rows] == ["Ein Tag", "Begonnen"]


def test_what_is_overdue_is_written_beside_its_bar() -> None:
    assert "überfällig" in words_in(drawn(LATE))
    assert "überfällig" not in words_in(drawn(YEAR, DAY))


def test_the_words_say_what_is_overdue_and_what_comes_next() -> None:
    assert drawn(YEAR, LATE, DAY, HALF).alternative_text == (
        "Zeitplan für 4 Maßnahmen. Überfällig: Zu spät. Als Nächstes fällig: Halbes Jahr am 01.07.2026."
    )
    assert drawn(BEGUN).alternative_text == "Zeitplan für 1 Maßnahme."


def test_the_table_has_the_same_days() -> None:
    table = drawn(YEAR, BEGUN, DAY).table
    assert table.columns == ("Maßnahme", "Beginn", "Fällig", "Stand")
    assert table.rows == (
        ("Ganzes Jahr", "01.01.2026", "31.12.2026", "läuft"),
        ("Begonnen", "01.02.2026", "–", "Idee"),
        ("Ein Tag", "–", "01.10.2026", "Idee"),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_any_day_there_are_words(language: str) -> None:
    chart = drawn(NEVER, language=language)
    assert chart.table.rows == ()
    assert chart.alternative_text in words_in(chart)


days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(st.lists(st.tuples(days, days, st.sampled_from(MeasureStatus)), min_size=1, max_size=8), st.floats(200, 900))
def test_everything_is_drawn_within_the_chart(given_days: list[tuple[date, date, MeasureStatus]], width: float) -> None:
    measures = [
        Measure(f"Maßnahme {number}", number, start=min(first, second), due=max(first, second), status=status)
        for number, (first, second, status) in enumerate(given_days)
    ]
    chart = drawn(*measures, width=width)
    for bar in bars(chart):
        assert -0.01 <= bar.x <= bar.x + bar.width <= chart.drawing.width + 3.01
    assert len(chart.spots) == len(measures)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [100, 330, 700])
@pytest.mark.parametrize("years", [0, 1, 4, 40])
def test_nothing_overlaps_is_cut_off_or_hard_to_see(width: float, language: str, palette: Palette, years: int) -> None:
    measures = [
        Measure(
            f"Maßnahme {status.value} mit einem sehr langen Titel, der auf zwei Zeilen nicht passt",
            number,
            start=date(2026 - years, 1 + number, 3),
            due=date(2026 + years * (number % 2), 8 + number % 4, 30),
            status=status,
        )
        for number, status in enumerate(MeasureStatus)
    ]
    chart = measures_timeline([*measures, LATE, DAY], TODAY, Look(texts(language), palette, width))
    assert overlapping(chart) == []
    assert leaving(chart) == []
    for words, ink, ground in grounds_of_texts(chart, palette.ground):
        assert contrast(ink, ground) >= 4.5, words
    for colors in colors_of_shapes(chart):
        if colors and set(colors) - {palette.ground, palette.grid}:
            assert max(contrast(color, palette.ground) for color in colors) >= 3
