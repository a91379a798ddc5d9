"""Make PDF/UA-1 from HTML with WeasyPrint: seconds after the imports, and pages."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import weasyprint  # type: ignore[import-not-found]  # it belongs to another set-up

started = time.perf_counter()
made = weasyprint.HTML(filename=sys.argv[1]).render(pdf_variant="pdf/ua-1")
made.write_pdf(Path(sys.argv[2]), pdf_variant="pdf/ua-1")
print(time.perf_counter() - started, len(made.pages))
