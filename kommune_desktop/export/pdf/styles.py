"""Sizes, spaces and colours of all documents. Lengths in points."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from kommune_desktop.export.pdf.fonts import BOLD, REGULAR

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 18 * mm
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
ABOVE = BELOW = 22 * mm
TEXT_HEIGHT = PAGE_HEIGHT - ABOVE - BELOW

PRIMARY = HexColor("#1D4E89")
OUTLINE = HexColor("#5B6B7A")
TINT = HexColor("#EAF1F8")
INK = HexColor("#1A1A1A")

BODY = ParagraphStyle(
    "body", fontName=REGULAR, bulletFontName=REGULAR, fontSize=9.5, leading=13.2, spaceAfter=4, textColor=INK
)
LEAD = ParagraphStyle("lead", parent=BODY, fontSize=11.5, leading=16, spaceAfter=6)
STRONG = ParagraphStyle("strong", parent=BODY, fontName=BOLD, spaceBefore=3, spaceAfter=1.5, keepWithNext=1)
NOTE = ParagraphStyle("note", parent=BODY, fontSize=8.5, leading=12, textColor=OUTLINE)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=12, bulletIndent=1, spaceAfter=1.5)
NUMBERED_ITEM = ParagraphStyle("numbered item", parent=ITEM, leftIndent=18)
TITLE = ParagraphStyle("title", parent=BODY, fontName=BOLD, fontSize=28, leading=34, textColor=PRIMARY, spaceAfter=10)
SUBTITLE = ParagraphStyle("subtitle", parent=BODY, fontSize=16, leading=22, spaceAfter=6)
HEADINGS = {
    1: ParagraphStyle(
        "h1",
        parent=BODY,
        fontName=BOLD,
        fontSize=17,
        leading=22,
        textColor=PRIMARY,
        spaceBefore=14,
        spaceAfter=8,
        keepWithNext=1,
    ),
    2: ParagraphStyle(
        "h2", parent=BODY, fontName=BOLD, fontSize=12.5, leading=17, spaceBefore=10, spaceAfter=3, keepWithNext=1
    ),
    3: ParagraphStyle(
        "h3", parent=BODY, fontName=BOLD, fontSize=10.5, leading=14, spaceBefore=9, spaceAfter=2, keepWithNext=1
    ),
}
CONTENTS = {
    1: ParagraphStyle("contents 1", parent=BODY, fontName=BOLD, fontSize=10, leading=13, spaceBefore=3.5, spaceAfter=0),
    2: ParagraphStyle("contents 2", parent=BODY, leftIndent=14, leading=12, spaceAfter=0),
}
CELL = ParagraphStyle("cell", parent=BODY, fontSize=8, leading=10, spaceAfter=0)
CELL_HEAD = ParagraphStyle("cell head", parent=CELL, fontName=BOLD, fontSize=7.5, leading=9)
