"""``python -m tests.benchmarks [NAME ...] [--json FILE] [--repeat N]``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import (
    answering,
    exporting,
    forms,
    importing,
    keying,
    projector,
    report,
    results,
    results_page,
    startup,
    wizard,
)
from tests.benchmarks.measure import RESULTS, Bench, Figure, machine, table, write_document
from tests.benchmarks.screen import screen

BENCHMARKS: dict[str, Callable[[Bench], list[Figure]]] = {
    "startup": startup.figures,
    "answering": answering.figures,
    "wizard": wizard.figures,
    "keying": keying.figures,
    "results": results.figures,
    "results_page": results_page.figures,
    "projector": projector.figures,
    "report": report.figures,
    "forms": forms.figures,
    "importing": importing.figures,
    "exporting": exporting.figures,
}
TURNS = 9


def main() -> int:
    """Measure, and print the table last; 0 whatever the figures are."""
    options = _options()
    RESULTS.mkdir(exist_ok=True)
    figures: list[Figure] = []
    with screen() as environment:
        facts = machine(environment)
        print(", ".join(f"{name} {value}" for name, value in facts.items() if value != ""), flush=True)
        for name in options.names or BENCHMARKS:
            print(f"{name} ...", file=sys.stderr, flush=True)
            # On the disk of the checkout: a folder in memory would make every commit look free.
            with tempfile.TemporaryDirectory(prefix=f"{name}-", dir=RESULTS) as folder:
                figures += BENCHMARKS[name](Bench(Path(folder), options.repeat, environment))
    print(table(figures))
    write_document(options.json, facts, figures)
    print(f"{options.json}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description="Figures as ratios to their floors."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument(
        "--json", type=Path, default=RESULTS / "figures.json", metavar="FILE", help="where the figures go as JSON"
    )
    parser.add_argument(
        "--repeat", type=_turns, default=TURNS, metavar="N", help=f"turns of program and floor ({TURNS})"
    )
    options = parser.parse_args()
    for name in options.names:
        if name not in BENCHMARKS:
            parser.error(f"no benchmark {name!r}; there are {', '.join(BENCHMARKS)}")
    return options


def _turns(text: str) -> int:
    turns = int(text)
    if turns < 1:
        raise argparse.ArgumentTypeError("at least one turn")
    return turns


if __name__ == "__main__":
    sys.exit(main())
