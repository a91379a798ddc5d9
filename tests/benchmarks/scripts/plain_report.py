"""Write pages of plain text with reportlab as it is: seconds after the imports, peak memory."""

from __future__ import annotations

import sys
import time

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from tests.benchmarks.scripts.peak import peak_megabytes

PARAGRAPHS_A_PAGE = 9
TEXT = "Gibt es ein Leitbild, in dem sich die Kommune zur Vielfalt ihrer Einwohner:innen bekennt? " * 5

started = time.perf_counter()
style = getSampleStyleSheet()["BodyText"]
story: list[Flowable] = []
for _ in range(int(sys.argv[2])):
    story += [*(Paragraph(TEXT, style) for _ in range(PARAGRAPHS_A_PAGE)), PageBreak()]
document = SimpleDocTemplate(sys.argv[1])
document.build(story)
assert document.page == int(sys.argv[2]), document.page
print("seconds", time.perf_counter() - started)
print("peak", peak_megabytes())
