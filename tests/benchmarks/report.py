"""The short report of the demo's last round: seconds after the imports, and memory of the command."""

from __future__ import annotations

from kommune_desktop.workflow.demo import create_demo
from tests.benchmarks.measure import MEGABYTES, Bench, Figure, Reply, Target, in_turn, median_figure, run_script

SECONDS_AT_MOST = Target(0.6, "measured")
MEGABYTES_AT_MOST = Target(160, "measured")
FLOOR = "as many pages of plain text with untagged reportlab"


def figures(bench: Bench) -> list[Figure]:
    """Each report in a fresh process."""
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
