"""What the workshop puts first."""

from __future__ import annotations

from itertools import pairwise

import pytest
from reportlab.graphics.shapes import Rect

from kommune_desktop.core.workshop import AgendaItem, Need, Priority
from kommune_desktop.export.charts import LIGHT, Chart
from kommune_desktop.export.charts.ranking import Ranked, ranking
from tests.unit.export.charts.drawings import filled, leaving, overlapping, words_in
from tests.unit.export.charts.rounds import LONG_AREA, look

TITLES = ("1 Leitbild", "Sprachkurse", "Bus", "Treffpunkt")
DOTS = (12, 12, 6, 1)
PLACES = (1, 1, 3, 4)


def ranked(titles: tuple[str, ...] = TITLES, dots: tuple[int, ...] = DOTS) -> list[Ranked]:
    """A question, then needs."""
    abouts: list[AgendaItem | Need] = [
        AgendaItem("q.leitbild"),
        *(Need(number, title) for number, title in enumerate(titles[1:], start=1)),
    ]
    places = PLACES if len(titles) == len(PLACES) else range(1, len(titles) + 1)
    return [
        Ranked(Priority(place, count, about), f"key{number}", title)
        for number, (place, count, about, title) in enumerate(zip(places, dots, abouts, titles, strict=True))
    ]


def drawn(width: float = 493, language: str = "de", unit: str = "Klebepunkte") -> Chart:
    return ranking(ranked(), unit, look(width, language=language))


def bars(chart: Chart) -> list[Rect]:
    return filled(chart, LIGHT.primary)


def test_bars_are_as_long_as_their_dots_and_begin_at_one_line() -> None:
    found = bars(drawn())
    longest = found[0].width
    assert [bar.width / longest for bar in found] == pytest.approx([1, 1, 0.5, 1 / 12])
    assert len({bar.x for bar in found}) == 1
    tops = [bar.y for bar in found]
    assert tops == sorted(tops, reverse=True)


def test_each_bar_has_its_place_its_words_and_its_number() -> None:
    words = words_in(drawn())
    assert [text for text in words if text.endswith(".")] == ["1.", "1.", "3.", "4."]
    assert [text for text in words if text.isdigit()] == ["12", "12", "6", "1"]
    assert set(TITLES) <= set(words)


def test_the_table_has_the_same_numbers() -> None:
    table = drawn().table
    assert (table.title, table.columns) == ("Prioritäten", ("Platz", "Thema", "Klebepunkte"))
    assert table.rows == (
        ("1", "1 Leitbild", "12"),
        ("1", "Sprachkurse", "12"),
        ("3", "Bus", "6"),
        ("4", "Treffpunkt", "1"),
    )
    assert table.numeric == (0, 2)


def test_the_alternative_text_names_the_first_three() -> None:
    assert drawn().alternative_text == (
        "Balkendiagramm der Prioritäten nach Zahl (Klebepunkte), Zahl der Themen: 4. "
        "Vorn liegen 1 Leitbild (12), Sprachkurse (12) und Bus (6)."
    )


def test_each_row_leads_to_what_it_is_about() -> None:
    spots = drawn(unit="Stimmen").spots
    assert [spot.key for spot in spots] == ["key0", "key1", "key2", "key3"]
    assert spots[2].text == "Platz 3: Bus, Stimmen: 6"
    assert all(first.box.bottom <= second.box.top for first, second in pairwise(spots))


@pytest.mark.parametrize(
    ("language", "said"), [("de", "Noch sind keine Prioritäten gesetzt."), ("en", "No priorities")]
)
def test_without_dots_the_chart_says_so(language: str, said: str) -> None:
    chart = ranking([], "Klebepunkte", look(language=language))
    assert [text for text in words_in(chart) if text.startswith(said)]
    assert chart.alternative_text.startswith(said)
    assert (chart.table.rows, chart.spots) == ((), ())


@pytest.mark.parametrize("width", [100, 330, 700, 1400])
@pytest.mark.parametrize("title", [LONG_AREA * 2, "x" * 300, "مرحبا بالعالم", "Zeile\neins"])
def test_words_neither_overlap_nor_leave_at_any_width(width: float, title: str) -> None:
    many = ranked((title,) * 60, tuple(range(9000, 8940, -1)))
    chart = ranking(many, "Klebepunkte", look(width))
    assert overlapping(chart) == []
    assert leaving(chart) == []
    assert len(bars(chart)) == 60
