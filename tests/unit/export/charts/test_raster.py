"""A chart as PNG: the same picture as on paper, on white, every time."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.graphics.shapes import String

from kommune_desktop.core.results import compute_results
from kommune_desktop.export.charts import Chart, group_dots, profile_bars
from kommune_desktop.export.charts.raster import DOTS_PER_INCH, png
from tests.builders import cell, joint, question, round_of, tally, text
from tests.unit.export.charts.drawings import shapes
from tests.unit.export.charts.rounds import look, results


def picture(chart: Chart) -> Image.Image:
    return Image.open(io.BytesIO(png(chart)))


def from_right_to_left() -> Chart:
    """The points of a group whose name is Arabic."""
    round_ = round_of(question(), joint("office", text("مكتب الاندماج")))
    return group_dots(round_, compute_results(round_, tally({("q", "office"): cell(3)})).questions[0], look())


def test_a_picture_is_as_fine_as_it_says() -> None:
    chart = profile_bars(results(), None, look(360))
    made = picture(chart)
    # 4 points of margin on each side; 72 points are an inch.
    assert made.width == round((360 + 8) * DOTS_PER_INCH / 72)
    assert made.height == pytest.approx((chart.drawing.height + 8) * DOTS_PER_INCH / 72, abs=1)
    assert made.info["dpi"] == pytest.approx((DOTS_PER_INCH, DOTS_PER_INCH), abs=0.1)


def test_the_ground_is_white_and_the_bars_have_their_colour() -> None:
    how = look()
    made = picture(profile_bars(results(), None, how)).convert("RGB")
    corners = [(x, y) for x in (0, made.width - 1) for y in (0, made.height - 1)]
    assert {made.getpixel(corner) for corner in corners} == {(255, 255, 255)}
    primary = tuple(bytes.fromhex(how.palette.primary[1:]))
    colours = made.getcolors(made.width * made.height)
    assert colours is not None
    assert any(count > 1000 and colour == primary for count, colour in colours)


@pytest.mark.parametrize("chart", [profile_bars(results(), None, look()), from_right_to_left()], ids=["left", "right"])
def test_the_same_chart_gives_the_same_bytes_and_stays_as_it_was(chart: Chart) -> None:
    before = [str(shape.text) for shape in shapes(chart, String)]
    assert png(chart) == png(chart)
    assert [str(shape.text) for shape in shapes(chart, String)] == before
