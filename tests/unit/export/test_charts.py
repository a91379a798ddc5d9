"""The profile: bars as long as their scores, and the sentence that says the same."""

from __future__ import annotations

from fractions import Fraction

import pytest
from reportlab.graphics.shapes import Drawing, Line, Rect, String

from kommune_desktop.export.charts import Bar, profile
from kommune_desktop.export.pdf import styles
from kommune_desktop.texts import Texts, texts

DE, EN = texts("de"), texts("en")


def drawing_of(*scores: Fraction | int | None) -> Drawing:
    bars = [Bar(f"Feld {n}", None if s is None else Fraction(s), "auf gutem Weg") for n, s in enumerate(scores)]
    return profile(bars, DE)[0]


def widths(drawing: Drawing) -> list[float]:
    return [float(shape.width) for shape in drawing.contents if isinstance(shape, Rect)]


def words_in(drawing: Drawing) -> list[str]:
    return [str(shape.text) for shape in drawing.contents if isinstance(shape, String)]


def axis(drawing: Drawing) -> tuple[float, float]:
    """Where 0 and 100 points stand."""
    places = {str(s.text): float(s.x) for s in drawing.contents if isinstance(s, String) and s.textAnchor == "middle"}
    return places["0"], places["100"]


def test_bars_are_as_long_as_their_scores() -> None:
    drawing = drawing_of(100, 50, 25, Fraction(125, 2))
    full, half, quarter, other = widths(drawing)
    zero, hundred = axis(drawing)
    assert full == pytest.approx(hundred - zero)
    assert [half / full, quarter / full, other / full] == pytest.approx([0.5, 0.25, 0.625])


def test_bars_begin_at_zero() -> None:
    drawing = drawing_of(100, 3)
    assert {float(shape.x) for shape in drawing.contents if isinstance(shape, Rect)} == {axis(drawing)[0]}


def test_a_score_of_zero_is_seen_and_no_score_is_not() -> None:
    (only,) = widths(drawing_of(0, None))
    assert 0 < only < 1


def test_the_earlier_score_is_marked_in_its_place() -> None:
    drawing, _ = profile([Bar("Feld", Fraction(80), "", before=Fraction(30))], DE)
    zero, hundred = axis(drawing)
    (mark,) = (float(s.x1) for s in drawing.contents if isinstance(s, Line) and s.strokeColor == styles.INK)
    assert mark == pytest.approx(zero + 0.3 * (hundred - zero))


def test_every_bar_shows_its_name_its_points_and_its_band() -> None:
    drawing, _ = profile([Bar("Teilhabe", Fraction(125, 2), "auf gutem Weg"), Bar("Steuerung", None, "")], DE)
    assert {"Teilhabe", "63", "auf gutem Weg", "Steuerung", "–"} <= set(words_in(drawing))


def test_a_name_that_is_too_long_is_cut_where_it_can_be_seen() -> None:
    drawing, sentence = profile([Bar("Interkulturelle Öffnung " * 4, Fraction(1), "")], DE)
    shown = next(text for text in words_in(drawing) if text.startswith("Interkulturelle"))
    assert shown.endswith("…")
    assert "Interkulturelle Öffnung " * 4 in sentence


def test_everything_stays_within_the_drawing() -> None:
    drawing = drawing_of(*[100] * 9)
    for shape in drawing.contents:
        x1, y1, x2, y2 = shape.getBounds()
        assert x1 >= 0
        assert y1 >= -1
        assert x2 <= drawing.width + 1
        assert y2 <= drawing.height + 1


def test_a_band_with_a_long_name_stays_within_the_drawing() -> None:
    drawing, _ = profile([Bar("Feld", Fraction(60), "insgesamt auf einem guten Weg, mit Lücken")], DE)
    assert max(shape.getBounds()[2] for shape in drawing.contents) <= drawing.width + 1


BARS = [
    Bar("Steuerung", Fraction(125, 2), "auf gutem Weg"),
    Bar("Öffnung", Fraction(0), "am Anfang"),
    Bar("Teilhabe", Fraction(100), "fest verankert"),
]


@pytest.mark.parametrize(
    ("words", "values"),
    [(DE, "Steuerung 63, Öffnung 0 und Teilhabe 100"), (EN, "Steuerung 63, Öffnung 0 and Teilhabe 100")],
    ids=["de", "en"],
)
def test_the_alternative_text_names_every_area_with_its_points(words: Texts, values: str) -> None:
    assert values in profile(BARS, words)[1]


@pytest.mark.parametrize("words", [DE, EN], ids=["de", "en"])
def test_the_alternative_text_names_areas_without_points_too(words: Texts) -> None:
    # The drawing shows them with a dash; who can't see it must learn as much.
    sentence = profile([*BARS, Bar("Begegnung", None, "")], words)[1]
    assert "Begegnung" in sentence


@pytest.mark.parametrize("bars", [[], [Bar("Begegnung", None, "")]], ids=["no area", "no score"])
def test_a_profile_without_scores_is_still_a_whole_sentence(bars: list[Bar]) -> None:
    sentence = profile(bars, DE)[1]
    assert ": ." not in sentence
    assert sentence.endswith(".")


def test_only_the_embedded_typeface_is_used() -> None:
    drawing = drawing_of(10, None)
    assert {shape.fontName for shape in drawing.contents if isinstance(shape, String)} <= {"NotoSans", "NotoSans-Bold"}
