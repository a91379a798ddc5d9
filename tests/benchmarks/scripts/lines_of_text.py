"""Draw pages with one line of text each with reportlab as it is: seconds after the imports, size, peak memory."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.scripts.peak import peak_megabytes

target, pages = Path(sys.argv[1]), int(sys.argv[2])
started = time.perf_counter()
canvas = Canvas(str(target), pagesize=A4, pageCompression=1)
for number in range(1, pages + 1):
    canvas.drawString(72, 720, f"Seite {number} von {pages}")
    canvas.showPage()
canvas.save()
print("seconds", time.perf_counter() - started)
print("pages", pages)
print("megabytes", target.stat().st_size / 1e6)
print("peak", peak_megabytes())
