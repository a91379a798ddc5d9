"""A chart as a PNG picture, for files that take no drawings."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from kommune_desktop.export.charts.chart import Chart
from kommune_desktop.export.pdf.flowables import Figure
from kommune_desktop.export.pdf.fonts import register
from kommune_desktop.export.pdf.reading import PdfFile, Piece

DOTS_PER_INCH = 200
_POINTS_PER_INCH = 72
_MARGIN = 4.0


def png(chart: Chart) -> bytes:
    """The chart on white, :data:`DOTS_PER_INCH` fine. The same chart gives the same bytes."""
    register()
    drawing = Figure(chart.drawing, chart.alternative_text).drawing
    width, height = drawing.width + 2 * _MARGIN, drawing.height + 2 * _MARGIN
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=(width, height), invariant=1)
    drawing.drawOn(canvas, _MARGIN, _MARGIN)
    canvas.save()
    across, down = (round(points * DOTS_PER_INCH / _POINTS_PER_INCH) for points in (width, height))
    with PdfFile(page.getvalue(), chart.table.title) as file:
        raster = file.render(Piece(0, across, down, 0, down))
    picture = io.BytesIO()
    image = Image.frombytes("RGB", (raster.width, raster.height), raster.data, "raw", "BGRX", raster.stride)
    image.save(picture, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return picture.getvalue()
