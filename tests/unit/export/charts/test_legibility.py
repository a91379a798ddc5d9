"""Every chart at any width, with any names, on light and dark: nothing overlaps, nothing is cut off, all is legible."""

from __future__ import annotations

import pytest
from reportlab.graphics.shapes import String

from kommune_desktop.export.charts import DARK, LIGHT, Chart, Palette
from kommune_desktop.export.charts.palette import contrast
from kommune_desktop.workflow.evaluation import Evaluation
from tests.unit.export.charts.drawings import (
    colors_of_shapes,
    grounds_of_texts,
    leaving,
    overlapping,
    shapes,
)
from tests.unit.export.charts.rounds import all_charts, look, results

WIDTHS = pytest.mark.parametrize("width", [100, 330, 700])
GROUPS = pytest.mark.parametrize("groups", [0, 2, 5, 39])


def assert_tidy(name: str, chart: Chart) -> None:
    assert overlapping(chart) == [], name
    assert leaving(chart) == [], name
    assert chart.alternative_text.endswith("."), name
    assert {shape.fontName for shape in shapes(chart, String)} <= {"NotoSans", "NotoSans-Bold"}, name
    for spot in chart.spots:
        assert -1 <= spot.box.x < spot.box.right <= chart.drawing.width + 1, (name, spot)
        assert -1 <= spot.box.top < spot.box.bottom <= chart.drawing.height + 1, (name, spot)
        assert spot.text, name
    assert {len(row) for row in chart.table.rows} <= {len(chart.table.columns)}, name
    assert "" not in chart.table.columns, name


@WIDTHS
@GROUPS
@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
def test_no_text_overlaps_another_or_leaves_the_drawing(width: float, groups: int, long: bool) -> None:
    how = look(width)
    now, before = results(groups, long=long, areas=3), results(groups, long=long, areas=3, shift=1)
    for name, chart in all_charts(now, before, how):
        assert_tidy(name, chart)


@pytest.mark.parametrize(("width", "language"), [(100, "de"), (330, "en"), (700, "de")])
@pytest.mark.parametrize("areas", [1, 2, 10])
def test_any_number_of_areas_fits(width: float, areas: int, language: str) -> None:
    now, before = results(2, areas=areas, long=True), results(2, areas=areas, long=True, shift=2)
    for name, chart in all_charts(now, before, look(width, language=language)):
        if not name.endswith(tuple("0123456789")):
            assert_tidy(name, chart)


@WIDTHS
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_round_without_answers_has_charts_that_say_so(width: float, language: str) -> None:
    for name, chart in all_charts(results(2, empty=True), None, look(width, language=language)):
        assert_tidy(name, chart)
        assert chart.drawing.contents, name
        assert chart.drawing.height > 0, name


def test_the_demo_fits(latest: Evaluation) -> None:
    assert latest.trend is not None
    for name, chart in all_charts(latest.results, latest.trend.before, look()):
        assert_tidy(name, chart)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("groups", [5, 14])
def test_every_text_has_the_contrast_that_it_needs(palette: Palette, groups: int) -> None:
    for name, chart in all_charts(results(groups), results(groups, shift=1), look(palette=palette)):
        for words, ink, ground in grounds_of_texts(chart, palette.ground):
            assert contrast(ink, ground) >= 4.5, (name, words, ink, ground)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("groups", [5, 14])
def test_every_shape_is_seen_by_its_fill_or_its_outline(palette: Palette, groups: int) -> None:
    for name, chart in all_charts(results(groups), results(groups, shift=1), look(palette=palette)):
        for colors in colors_of_shapes(chart):
            if colors and set(colors) - {palette.ground, palette.grid}:
                assert max(contrast(color, palette.ground) for color in colors) >= 3, (name, colors)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_and_bars_are_seen_without_an_outline(palette: Palette) -> None:
    for color in (palette.ink, palette.quiet, palette.primary, *palette.lines):
        assert contrast(color, palette.ground) >= 3, color
    for color in (palette.ink, palette.quiet):
        assert contrast(color, palette.ground) >= 4.5, color


def test_the_measure_of_contrast_is_that_of_the_standard() -> None:
    # 21:1 and 1:1 by definition; #767676 on white is the well-known grey with just above 4.5:1.
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#1D4E89", "#1D4E89") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
