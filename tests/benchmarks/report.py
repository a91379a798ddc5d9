"""Reports of the demo's last round: seconds after the imports, time a page, and memory.

The short one as it is, the full one with 200 sheets; its floor is the same story drawn without any tags.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kommune_desktop.workflow import demo
from kommune_desktop.workflow.demo import create_demo
from tests.benchmarks.measure import MEGABYTES, Bench, Figure, Reply, Target, in_turn, median_figure, run_script

SECONDS_AT_MOST = Target(0.6, "measured")
MEGABYTES_AT_MOST = Target(160, "measured")
A_PAGE = Target(0.040, "measured")
OF_UNTAGGED = Target(2.0, "ratio")
MEGABYTES_OF_FULL = Target(220, "measured")
SHEETS = {"administration": 1, "council": 40, "welfare": 35, "civil_society": 105, "business": 19}
UNTAGGED = "the same story drawn without tags"
FLOOR = "as many pages of plain text with untagged reportlab"


def figures(bench: Bench) -> list[Figure]:
    """Each report in a fresh process."""
    return [*short_figures(bench), *full_figures(bench)]


def short_figures(bench: Bench) -> list[Figure]:
    """The report for the council."""
    store, report, plain = (bench.folder / name for name in ("report.kommune", "report.pdf", "plain.pdf"))
    create_demo(store).close()
    written: list[Reply] = []
    commands: list[Reply] = []
    floor: list[Reply] = []

    def write_report() -> float:
        written.append(run_script("short_report", store, report))
        commands.append(run_script("command", "report", store, "--round", "latest", "--kind", "short", "-o", report))
        return written[-1].values["seconds"]

    def write_plain() -> float:
        floor.append(run_script("plain_report", plain, str(int(written[-1].values["pages"]))))
        return floor[-1].values["seconds"]

    seconds = in_turn(bench.repeat, write_report, write_plain)
    memory = [reply.values["peak"] for reply in commands[1:]], [reply.values["peak"] for reply in floor[1:]]
    return [
        median_figure("short report: after imports", seconds, FLOOR, SECONDS_AT_MOST),
        median_figure("short report: peak memory of the command", memory, FLOOR, MEGABYTES_AT_MOST, MEGABYTES),
    ]


def full_figures(bench: Bench) -> list[Figure]:
    """The internal report with everything in it."""
    store, report = bench.folder / "full.kommune", bench.folder / "full.pdf"
    make_large_demo(store)
    tagged: list[Reply] = []
    untagged: list[Reply] = []

    def write(how: str, replies: list[Reply]) -> float:
        replies.append(run_script("full_report", store, report, how))
        return replies[-1].values["seconds"]

    seconds = in_turn(bench.repeat, lambda: write("tagged", tagged), lambda: write("untagged", untagged))
    a_page, memory = (
        ([reply.values[name] for reply in tagged[1:]], [reply.values[name] for reply in untagged[1:]])
        for name in ("page", "peak")
    )
    pages = int(tagged[-1].values["pages"])
    return [
        median_figure(f"full report, 200 sheets, {pages} pages: after imports", seconds, UNTAGGED, OF_UNTAGGED),
        median_figure("full report: time a page", a_page, UNTAGGED, A_PAGE),
        median_figure("full report: peak memory", memory, UNTAGGED, MEGABYTES_OF_FULL, MEGABYTES),
    ]


def make_large_demo(path: Path) -> None:
    """The demo municipality, its last round with 200 sheets."""
    usual = demo._ROUNDS
    try:
        demo._ROUNDS = (*usual[:-1], replace(usual[-1], sheets=SHEETS))
        create_demo(path).close()
    finally:
        demo._ROUNDS = usual
