"""500 numbered long forms in one file, as they go to a printer: time a page, size of the file, peak memory."""

from __future__ import annotations

from tests.benchmarks.measure import MEGABYTES, Bench, Figure, Reply, Target, in_turn, median_figure, run_script

SHEETS, PAGES = 500, 5000
A_PAGE = Target(1 / 250, "measured")
FILE = Target(4, "measured")
MEMORY = Target(300, "measured")
FLOOR = "5,000 pages of one line of text each with reportlab as it is"


def figures(bench: Bench) -> list[Figure]:
    """Each file by a fresh process."""
    drawn: list[Reply] = []
    floor: list[Reply] = []

    def draw_forms() -> float:
        drawn.append(run_script("numbered_forms", bench.folder / "forms.pdf", str(SHEETS)))
        return _seconds_a_page(drawn[-1])

    def draw_lines() -> float:
        floor.append(run_script("lines_of_text", bench.folder / "lines.pdf", str(PAGES)))
        return _seconds_a_page(floor[-1])

    a_page = in_turn(bench.repeat, draw_forms, draw_lines)
    size, memory = (
        ([reply.values[name] for reply in drawn[1:]], [reply.values[name] for reply in floor[1:]])
        for name in ("megabytes", "peak")
    )
    return [
        median_figure("500 numbered forms: time a page", a_page, FLOOR, A_PAGE),
        median_figure("500 numbered forms: file", size, FLOOR, FILE, MEGABYTES),
        median_figure("500 numbered forms: peak memory", memory, FLOOR, MEMORY, MEGABYTES),
    ]


def _seconds_a_page(reply: Reply) -> float:
    return reply.values["seconds"] / reply.values["pages"]
