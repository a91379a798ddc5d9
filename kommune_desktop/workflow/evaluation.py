"""The figures of a round: counted, computed, compared with the round before."""

from __future__ import annotations

from dataclasses import dataclass

from kommune_desktop.core.results import Findings, RoundResults, Trend, compare, compute_results, find
from kommune_desktop.core.round import Round
from kommune_desktop.db import Store


@dataclass(frozen=True)
class Evaluation:
    """All that a results page or a report draws from.

    Attributes:
        trend: ``None`` for the first round.
    """

    municipality: str
    results: RoundResults
    trend: Trend | None
    findings: Findings


def evaluate(store: Store, round_: Round) -> Evaluation:
    """The figures of a round and its trend since the round before."""
    results = round_results(store, round_)
    earlier = store.rounds.before(round_)
    trend = compare(results, round_results(store, earlier)) if earlier else None
    return Evaluation(store.municipality, results, trend, find(results, trend))


def round_results(store: Store, round_: Round) -> RoundResults:
    """The figures of a round by itself."""
    return compute_results(round_, store.tallies.of_round(round_))
