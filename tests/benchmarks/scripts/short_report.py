"""Write the short report of a store's last round: seconds after the imports, number of pages."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from kommune_desktop.db import Store
from kommune_desktop.workflow.reports import write_report
from kommune_desktop.workflow.rounds import LATEST, find_round

source, target = map(Path, sys.argv[1:])
started = time.perf_counter()
with Store.open(source, readonly=True) as store:
    pages = write_report(store, find_round(store, LATEST), "short", target, language="de")
print("seconds", time.perf_counter() - started)
print("pages", pages)
