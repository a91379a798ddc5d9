"""A chart as SVG: well-formed, with the words that say what it shows, and the same picture as on paper."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QFontDatabase, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from kommune_desktop.export.charts import DARK, LIGHT, MARGIN, Chart, Palette, profile_bars, question_history, svg
from kommune_desktop.ui.widgets.chart import load_typeface
from tests.unit.export.charts.rounds import all_charts, look, results
from tests.unit.export.charts.test_history import three
from tests.unit.export.charts.test_profile import results_of

SCALE = 2
OTHERS = re.compile(r"q[1-6]")
"""Of the questions on a scale one stands for all."""
LIKE = 0.15
"""How different two pictures of the same may be, as a share of all that is on them."""
SVG = "{http://www.w3.org/2000/svg}"


def charts() -> dict[str, Chart]:
    now, before = results(4), results(4, shift=1)
    made = {name: chart for name, chart in all_charts(now, before, look()) if not OTHERS.search(name)}
    return made | {"three rounds": question_history(three(), "a", look())}


def on_paper(chart: Chart) -> Image.Image:
    """As pdfium shows it."""
    width, height = chart.drawing.width + 2 * MARGIN, chart.drawing.height + 2 * MARGIN
    file = io.BytesIO()
    canvas = Canvas(file, (width, height))
    chart.drawing.drawOn(canvas, MARGIN, MARGIN)
    canvas.save()
    with pdfium.PdfDocument(file.getvalue()) as document:
        picture: Image.Image = document[0].render(scale=SCALE).to_pil()
        return picture.convert("L")


def on_screen(chart: Chart) -> Image.Image:
    """As Qt shows it."""
    load_typeface()
    renderer = QSvgRenderer(QByteArray(svg(chart, LIGHT.ground).encode()))
    assert renderer.isValid()
    size = renderer.viewBoxF().size() * SCALE
    image = QImage(int(size.width()), int(size.height()), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    made = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return Image.frombuffer(
        "L", (made.width(), made.height()), bytes(made.constBits()), "raw", "L", made.bytesPerLine(), 1
    )


def blank(paper: Image.Image) -> Image.Image:
    """A page with nothing on it."""
    return Image.new("L", paper.size, 255)


def difference(first: Image.Image, second: Image.Image) -> float:
    """Mean difference of the pixels, 0 to 255, after a blur that forgives half a pixel; a row more or less is none."""
    both = (0, 0, min(first.width, second.width), min(first.height, second.height))
    small = [image.crop(both).resize((300, 200), Image.Resampling.BOX) for image in (first, second)]
    return float(ImageStat.Stat(ImageChops.difference(*small)).mean[0])


@pytest.mark.parametrize("name", sorted(charts()))
def test_it_is_the_same_picture_on_screen_and_on_paper(qapp: QApplication, name: str) -> None:
    chart = charts()[name]
    paper, screen = on_paper(chart), on_screen(chart)
    assert abs(paper.width - screen.width) <= 1
    assert difference(paper, screen) < LIKE * difference(paper, blank(paper))


def test_another_picture_is_told_apart(qapp: QApplication) -> None:
    low, high = (profile_bars(results_of(dict.fromkeys("abcdefg", score)), None, look()) for score in (20, 60))
    assert difference(on_paper(low), on_screen(high)) > 2 * LIKE * difference(on_paper(low), blank(on_paper(low)))
    assert difference(on_paper(low), on_screen(low)) < LIKE * difference(on_paper(low), blank(on_paper(low)))


def test_qt_and_browsers_find_the_typeface(qapp: QApplication) -> None:
    load_typeface()
    assert "Noto Sans" in QFontDatabase.families()
    root = ET.fromstring(svg(charts()["profile_bars"]))
    assert root.attrib["font-family"] == "Noto Sans, sans-serif"
    weights = {text.get("font-weight", "") for text in root.iter(f"{SVG}text")}
    assert weights == {"", "bold"}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_it_says_what_it_shows_and_has_its_ground(palette: Palette) -> None:
    chart = charts()["profile_bars"]
    root = ET.fromstring(svg(chart, palette.ground))
    assert root.findtext(f"{SVG}title") == chart.table.title
    assert root.findtext(f"{SVG}desc") == chart.alternative_text
    first = root.find(f"{SVG}rect")
    assert first is not None
    assert first.get("fill") == palette.ground
    assert [text.text for text in root.iter(f"{SVG}text")]


def test_words_of_a_person_cannot_break_it() -> None:
    chart = profile_bars(results_of({'<b>&"\x00\x1b\ud800 Fel\ud83d\ude00d': 50}), None, look())
    root = ET.fromstring(svg(chart))
    assert any('<b>&"' in (text.text or "") for text in root.iter(f"{SVG}text"))
