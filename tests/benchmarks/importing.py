"""105,000 answers from a CSV file."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from kommune_desktop.db import Store
from kommune_desktop.workflow.importing import Imported, import_answers
from tests.benchmarks.material import new_store, write_csv
from tests.benchmarks.measure import Bench, Figure, Target, in_turn, median_figure, raw_connection, seconds_of

TARGET = Target(3, "ratio")
SHEETS, ROWS = 1000, 105_000


def figures(bench: Bench) -> list[Figure]:
    """Read, checked and on disk, against reading it and putting the cells into a plain table."""
    empty, answers = bench.folder / "empty.kommune", bench.folder / "answers.csv"
    store, round_ = new_store(empty)
    write_csv(answers, round_)
    store.close()
    turn = bench.folder / "importing"

    def take_in() -> float:
        path = _fresh(turn) / "store.kommune"
        shutil.copy(empty, path)
        with Store.open(path) as opened:
            round_ = opened.rounds.all()[0]
            done: list[Imported] = []
            seconds = seconds_of(lambda: done.append(import_answers(opened, round_, answers)))
            assert done == [Imported(SHEETS, ROWS)]
        return seconds

    def take_in_raw() -> float:
        path = _fresh(turn) / "floor.sqlite"
        return seconds_of(lambda: _take_in_raw(path, answers))

    samples = in_turn(bench.repeat, take_in, take_in_raw)
    return [
        median_figure(
            "import: 105,000 rows of CSV", samples, "csv.reader, then raw executemany into a plain table", TARGET
        )
    ]


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _take_in_raw(path: Path, answers: Path) -> None:
    raw = raw_connection(path)
    raw.execute(
        "CREATE TABLE answer (sheet TEXT, group_name TEXT, question TEXT, state TEXT, value TEXT, comment TEXT)"
    )
    with answers.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        raw.execute("BEGIN")
        raw.executemany("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?)", rows)
        raw.execute("COMMIT")
    raw.close()
