"""The profile: bars as long as their scores, and the sentence that says the same."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from reportlab.graphics.shapes import Line, Rect, String

from kommune_desktop.core.questionnaire import DEFAULT_BANDS, Band
from kommune_desktop.core.results import AreaResult, Change, RoundResults, Trend
from kommune_desktop.export.charts import LIGHT, Chart, profile_bars
from tests.builders import area, joint, question, questionnaire, round_of, text
from tests.unit.export.charts.drawings import edges, filled, same, shapes, words_in
from tests.unit.export.charts.rounds import look

OFFICE = joint("office")
Score = Fraction | int | None


def results_of(scores: dict[str, Score], bands: tuple[Band, ...] = DEFAULT_BANDS) -> RoundResults:
    """Results with these scores by the title of the area."""
    areas = [area(f"a{n}", question(f"q{n}"), title=text(title)) for n, title in enumerate(scores)]
    content = questionnaire(*areas, bands=bands)
    exact = [None if score is None else Fraction(score) for score in scores.values()]
    made = tuple(
        AreaResult(one, score, None if score is None else content.band(score), {}, None, ())
        for one, score in zip(areas, exact, strict=True)
    )
    return RoundResults(round_of(content, OFFICE), {"office": 1}, made, None, None, None)


def trend_of(now: RoundResults, changes: dict[str, tuple[int, int]]) -> Trend:
    """Scores then and now by area id."""
    before = replace(now, round=replace(now.round, title="Runde 2023"))
    made = {area_id: Change(Fraction(then), Fraction(later)) for area_id, (then, later) in changes.items()}
    return Trend(before, {}, made, None, ())


def chart_of(*scores: Score) -> Chart:
    return profile_bars(results_of({f"Feld {n}": score for n, score in enumerate(scores)}), None, look())


def bars(chart: Chart) -> list[Rect]:
    return filled(chart, LIGHT.primary)


def axis(chart: Chart) -> tuple[float, float]:
    """Where 0 and 100 points stand."""
    grid = [shape.x1 for shape in shapes(chart, Line) if same(shape.strokeColor, LIGHT.grid)]
    ticks = {
        str(s.text): (edges(s)[0] + edges(s)[2]) / 2 for s in shapes(chart, String) if same(s.fillColor, LIGHT.quiet)
    }
    assert [ticks[name] for name in ("0", "50", "100")] == pytest.approx([grid[0], grid[2], grid[4]])
    return grid[0], grid[4]


def test_bars_are_as_long_as_their_scores() -> None:
    chart = chart_of(100, 50, 25, Fraction(125, 2))
    full, half, quarter, other = (float(bar.width) for bar in bars(chart))
    zero, hundred = axis(chart)
    assert full == pytest.approx(hundred - zero)
    assert [half / full, quarter / full, other / full] == pytest.approx([0.5, 0.25, 0.625])


def test_bars_begin_at_zero() -> None:
    chart = chart_of(100, 3)
    assert {float(bar.x) for bar in bars(chart)} == {axis(chart)[0]}


def test_a_score_of_zero_is_seen_and_no_score_is_not() -> None:
    (only,) = bars(chart_of(0, None))
    assert 0 < only.width < 1


def test_the_earlier_score_is_marked_in_its_place() -> None:
    now = results_of({"Feld": 80})
    chart = profile_bars(now, trend_of(now, {"a0": (30, 78)}), look())
    zero, hundred = axis(chart)
    marks = [float(line.x1) for line in shapes(chart, Line) if same(line.strokeColor, LIGHT.ink)]
    in_the_plot = [x for x in marks if x >= zero]
    assert in_the_plot == pytest.approx([zero + 0.3 * (hundred - zero)])
    assert any("Runde 2023" in words for words in words_in(chart))


def test_every_bar_shows_its_name_its_points_and_its_band() -> None:
    chart = profile_bars(results_of({"Teilhabe": Fraction(125, 2), "Steuerung": None}), None, look())
    assert {"Teilhabe", "63", "auf gutem Weg", "Steuerung", "–"} <= set(words_in(chart))


def test_a_name_that_is_too_long_is_cut_where_it_can_be_seen() -> None:
    title = ("Interkulturelle Öffnung " * 8).strip()
    chart = profile_bars(results_of({title: 1}), None, look())
    assert [words for words in words_in(chart) if words.endswith("…")]
    assert title in chart.alternative_text
    assert title in chart.spots[0].text


def test_a_band_with_a_long_name_stays_within_the_drawing() -> None:
    bands = (Band("one", text("insgesamt auf einem guten Weg, mit vielen Lücken")),)
    chart = profile_bars(results_of({"Feld": 60}, bands), None, look())
    assert max(shape.getBounds()[2] for shape in chart.drawing.contents) <= chart.drawing.width + 1


THREE: dict[str, Score] = {"Steuerung": Fraction(125, 2), "Öffnung": 0, "Teilhabe": 100}


@pytest.mark.parametrize(
    ("language", "values"),
    [("de", "Steuerung 63, Öffnung 0 und Teilhabe 100"), ("en", "Steuerung 63, Öffnung 0 and Teilhabe 100")],
)
def test_the_alternative_text_names_every_area_with_its_points(language: str, values: str) -> None:
    assert values in profile_bars(results_of(THREE), None, look(language=language)).alternative_text


def test_the_alternative_text_says_what_changed() -> None:
    now = results_of(THREE)
    chart = profile_bars(now, trend_of(now, {"a0": (60, 64), "a2": (100, 95)}), look())
    assert "Steuerung +4 und Teilhabe −5" in chart.alternative_text
    assert "Runde 2023" in chart.alternative_text


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_alternative_text_names_areas_without_points_too(language: str) -> None:
    # The drawing shows them with a dash; who can't see it must learn as much.
    chart = profile_bars(results_of(THREE | {"Begegnung": None}), None, look(language=language))
    assert "Begegnung" in chart.alternative_text


@pytest.mark.parametrize("scores", [{}, {"Begegnung": None}], ids=["no area", "no score"])
def test_a_profile_without_scores_is_still_a_whole_sentence(scores: dict[str, Score]) -> None:
    sentence = profile_bars(results_of(scores), None, look()).alternative_text
    assert ": ." not in sentence
    assert sentence.endswith(".")


def test_the_table_has_the_numbers_of_the_drawing() -> None:
    now = results_of(THREE)
    table = profile_bars(now, trend_of(now, {"a0": (60, 64)}), look()).table
    assert table.columns == ("Handlungsfeld", "Punkte", "Runde 2023", "Veränderung", "Einstufung")
    assert table.rows[0] == ("Steuerung", "63", "60", "+4", "auf gutem Weg")
    assert table.rows[1] == ("Öffnung", "0", "–", "–", "am Anfang")
    assert table.numeric == (1, 2, 3)


def test_every_area_can_be_pointed_at() -> None:
    chart = profile_bars(results_of(THREE), None, look())
    assert [spot.key for spot in chart.spots] == ["a0", "a1", "a2"]
    assert chart.spots[2].text == "Teilhabe: 100 Punkte, fest verankert."
