"""How the benchmarks measure: program and floor in turn, medians, a table and a document."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import PySide6

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmark-results"
SECONDS, MEGABYTES = "s", "MB"
Samples = list[float]
Pair = tuple[Samples, Samples]
"""Of the program and of its floor."""


@dataclass(frozen=True)
class Bench:
    """What a benchmark is given.

    Attributes:
        folder: An empty folder of its own on the disk of the checkout.
        repeat: How often program and floor take their turn.
        environment: Variables of the processes that show a window.
    """

    folder: Path
    repeat: int
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Target:
    """What a figure should stay within: a multiple of its floor, or a value of its own."""

    at_most: float
    of: Literal["ratio", "measured"]


@dataclass(frozen=True)
class Figure:
    """A figure and its floor, both in seconds or megabytes.

    Attributes:
        floor_is: What the floor does, in a few words.
        samples: What ``measured`` and ``floor`` were taken from.
    """

    name: str
    unit: str
    measured: float
    floor: float
    floor_is: str
    target: Target | None
    samples: Pair

    @property
    def ratio(self) -> float:
        """The figure in floors."""
        return self.measured / self.floor

    @property
    def is_within(self) -> bool:
        """Whether the target is met; true where there is none."""
        if self.target is None:
            return True
        return (self.ratio if self.target.of == "ratio" else self.measured) <= self.target.at_most

    def row(self) -> list[str]:
        """The cells of the table."""
        target = "–"
        if self.target is not None:
            limit = self.target.at_most
            target = f"≤ {limit:g} ×" if self.target.of == "ratio" else f"≤ {shown(limit, self.unit)}"
        verdict = "–" if self.target is None else "ok" if self.is_within else "over"
        return [
            self.name,
            shown(self.measured, self.unit),
            shown(self.floor, self.unit),
            f"{self.ratio:.2f}",
            target,
            verdict,
        ]

    def document(self) -> dict[str, Any]:
        """The figure for other programs."""
        measured, floor = self.samples
        return {
            "name": self.name,
            "unit": self.unit,
            "measured": self.measured,
            "floor": self.floor,
            "floor_is": self.floor_is,
            "ratio": self.ratio,
            "target": None if self.target is None else {"of": self.target.of, "at_most": self.target.at_most},
            "within": self.is_within,
            "samples": {"measured": _summary(measured), "floor": _summary(floor)},
        }


def median_figure(name: str, samples: Pair, floor_is: str, target: Target | None, unit: str = SECONDS) -> Figure:
    """The medians of samples of the program and of its floor."""
    measured, floor = (statistics.median(taken) for taken in samples)
    return Figure(name, unit, measured, floor, floor_is, target, samples)


def percentile_figure(name: str, samples: Pair, percent: int, floor_is: str, target: Target | None) -> Figure:
    """A percentile of samples of the program and of its floor."""
    measured, floor = (percentile(taken, percent) for taken in samples)
    return Figure(name, SECONDS, measured, floor, floor_is, target, samples)


def percentile(samples: Samples, percent: int) -> float:
    """The smallest sample that so many per cent of all do not exceed."""
    return sorted(samples)[max(-(-len(samples) * percent // 100) - 1, 0)]


def in_turn(repeat: int, program: Callable[[], float], floor: Callable[[], float]) -> Pair:
    """Samples of both, taken in turn, after one of each that warms the caches and is not counted."""
    taken: Pair = ([], [])
    for turn in range(repeat + 1):
        for work, samples in zip((program, floor), taken, strict=True):
            sample = work()
            if turn:
                samples.append(sample)
    return taken


def seconds_of(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


@dataclass(frozen=True)
class Reply:
    """What a script of :func:`run_script` has printed.

    Attributes:
        started: When its process was started, by the clock that every process of the machine shares.
        values: ``name value`` of each line.
    """

    started: float
    values: Mapping[str, float]

    def since_start(self, name: str) -> float:
        """Seconds from the start of the process to a moment that the script has named."""
        return self.values[name] - self.started


def run_script(name: str, *arguments: str | Path, environment: Mapping[str, str] | None = None) -> Reply:
    """Run a script of this folder as a fresh process; it prints a name and a number on each line."""
    script = Path(__file__).parent / "scripts" / f"{name}.py"
    command = [sys.executable, "-P", str(script), *map(str, arguments)]
    variables = {**os.environ, **(environment or {})}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    done = subprocess.run(command, env=variables, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{script.name} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    words = [line.split() for line in done.stdout.splitlines()]
    return Reply(started, {name: float(value) for name, value in words})


def raw_connection(path: Path) -> sqlite3.Connection:
    """SQLite as Python has it, as durable as a store: write-ahead log, every commit on disk."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def machine(environment: Mapping[str, str]) -> dict[str, str | int]:
    """What the figures depend on."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count() or 0,
        "load": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "",
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "qt": PySide6.__version__,
        "sqlite": sqlite3.sqlite_version,
        "windows_on": environment.get("QT_QPA_PLATFORM", "the platform's own"),
    }


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table."""
    rows = [["figure", "measured", "floor", "ratio", "target", ""], *(figure.row() for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 5) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def write_document(path: Path, facts: Mapping[str, str | int], figures: Sequence[Figure]) -> None:
    """The figures and the machine as JSON."""
    document = {"machine": facts, "figures": [figure.document() for figure in figures]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def shown(value: float, unit: str) -> str:
    """A value with three digits that mean something and its unit."""
    if unit == SECONDS and value < 1:
        value, unit = value * 1000, "ms"
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{decimals}f} {unit}"


def _summary(samples: Samples) -> dict[str, float | int]:
    return {
        "count": len(samples),
        "lowest": min(samples),
        "median": statistics.median(samples),
        "p99": percentile(samples, 99),
        "highest": max(samples),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
