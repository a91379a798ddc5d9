"""Draw numbered long forms of an office: seconds after the imports, pages, size of the file, peak memory."""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

from kommune_desktop.core.numbering import SheetNumber
from kommune_desktop.core.round import STANDARD_GROUPS, ReturnAddress, Round
from kommune_desktop.export.forms import FormContent, draw_forms, make_form
from kommune_desktop.texts import texts
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.benchmarks.scripts.peak import peak_megabytes

target, sheets = Path(sys.argv[1]), int(sys.argv[2])
started = time.perf_counter()
questionnaire, _ = shipped(DEFAULT_QUESTIONNAIRE)
round_ = Round(1, "Runde 2026", questionnaire, STANDARD_GROUPS, datetime(2026, 9, 14, tzinfo=UTC), code="26")
address = ReturnAddress("Rathaus\nMarktplatz 1, 12345 Musterstadt", date(2026, 11, 30))
form = make_form(FormContent("Musterstadt", round_, round_.group("administration"), address, texts("de")))
draw_forms(target, form, [str(SheetNumber("26", "VW", n + 1)) for n in range(sheets)], lambda _: None)
print("seconds", time.perf_counter() - started)
print("pages", sheets * len(form.sketches))
print("megabytes", target.stat().st_size / 1e6)
print("peak", peak_megabytes())
