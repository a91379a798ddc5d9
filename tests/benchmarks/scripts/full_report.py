"""Write the full report of a store's last round, tagged or not: seconds after the imports, pages, peak memory."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from pathlib import Path

from kommune_desktop.db import Store
from kommune_desktop.export.pdf import document
from kommune_desktop.export.pdf.canvas import TaggedCanvas
from kommune_desktop.workflow.reports import write_report
from kommune_desktop.workflow.rounds import LATEST, find_round
from tests.benchmarks.scripts.peak import peak_megabytes


def _nothing(*_: object, **__: object) -> None:
    """Stands where something would be marked."""


def _draw_untagged() -> None:
    """The same story without marks, structure and the promise of PDF/UA."""
    for name in ("begin_part", "end_part", "begin_artifact", "end_artifact", "link_to"):
        setattr(TaggedCanvas, name, _nothing)
    for name in ("part", "artifact"):
        setattr(TaggedCanvas, name, contextmanager(lambda *_: iter([None])))
    vars(document)["mark_as_accessible"] = _nothing


source, target, how = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
if how == "untagged":
    _draw_untagged()
started = time.perf_counter()
with Store.open(source, readonly=True) as store:
    pages = write_report(store, find_round(store, LATEST), "full", target, language="de")
seconds = time.perf_counter() - started
print("seconds", seconds)
print("page", seconds / pages)
print("pages", pages)
print("peak", peak_megabytes())
assert (b"/MarkInfo" in target.read_bytes()) == (how == "tagged")
