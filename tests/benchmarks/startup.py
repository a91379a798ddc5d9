"""From the start of the process to the window, and to the window one can work in."""

from __future__ import annotations

from kommune_desktop.workflow.demo import create_demo
from tests.benchmarks.measure import Bench, Figure, Reply, Samples, Target, in_turn, median_figure, run_script

FIRST_PAINT = Target(1.5, "ratio")
USABLE = Target(1.3, "ratio")


def figures(bench: Bench) -> list[Figure]:
    """First paint against a bare window; rounds listed and painted against a bare window and ``import sqlalchemy``."""
    store = bench.folder / "demo.kommune"
    create_demo(store).close()
    environment = {**bench.environment, "XDG_STATE_HOME": str(bench.folder)}  # where the log goes
    program: list[Reply] = []
    floor: list[Reply] = []

    def start_program() -> float:
        program.append(run_script("program_window", store, environment=environment))
        return program[-1].since_start("painted")

    def start_floor() -> float:
        floor.append(run_script("bare_window", environment=bench.environment))
        return floor[-1].since_start("painted")

    painted = in_turn(bench.repeat, start_program, start_floor)
    usable = _since_start(program, "usable"), _since_start(floor, "loaded")
    return [
        median_figure("start: first paint", painted, "a bare window", FIRST_PAINT),
        median_figure("start: file open, rounds listed", usable, "a bare window, then import sqlalchemy in it", USABLE),
    ]


def _since_start(replies: list[Reply], name: str) -> Samples:
    """A sample of each but the first, which was there to warm the caches."""
    return [reply.since_start(name) for reply in replies[1:]]
