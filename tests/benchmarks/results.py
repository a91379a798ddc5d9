"""The results of 1,000 sheets with 105 answers."""

from __future__ import annotations

import sqlite3

from kommune_desktop.core.results import compute_results
from tests.benchmarks.material import new_store, sheets
from tests.benchmarks.measure import Bench, Figure, Target, in_turn, median_figure, seconds_of

TARGET = Target(1.5, "ratio")

_COUNTS = """
SELECT answer.question_id, sheet.group_id, answer.state, answer.value, count(*)
FROM sheet JOIN answer ON answer.sheet_id = sheet.id
WHERE sheet.round_id = ? AND sheet.deleted_at IS NULL
GROUP BY 1, 2, 3, 4
"""


def figures(bench: Bench) -> list[Figure]:
    """Counted and computed, against the one statement that counts."""
    path = bench.folder / "results.kommune"
    store, round_ = new_store(path)
    store.answers.add_sheets(round_, sheets(round_))
    raw = sqlite3.connect(path)
    samples = in_turn(
        bench.repeat,
        lambda: seconds_of(lambda: compute_results(round_, store.tallies.of_round(round_))),
        lambda: seconds_of(lambda: raw.execute(_COUNTS, [round_.id]).fetchall()),
    )
    raw.close()
    store.close()
    return [median_figure("results: 1,000 sheets × 105 answers", samples, "the one SQL that counts them", TARGET)]
