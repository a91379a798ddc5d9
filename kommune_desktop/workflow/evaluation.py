"""The figures of a round: counted, computed, compared with the rounds before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kommune_desktop.core.results import (
    Findings,
    History,
    RoundResults,
    Trend,
    compare,
    compute_results,
    find,
    look_back,
)
from kommune_desktop.core.round import Round, Weighting
from kommune_desktop.core.workshop import Workshop
from kommune_desktop.db import Store


@dataclass(frozen=True)
class View:
    """How the figures are looked at.

    Attributes:
        weighting: Another one than the round has.
        compared_with: Id of an earlier round; the one before where left out.
    """

    weighting: Weighting | None = None
    compared_with: int | None = None


@dataclass(frozen=True)
class Evaluation:
    """All that a results page or a report draws from.

    Attributes:
        trend: ``None`` for the first round.
        history: Over all rounds up to this one.
        settled: The weighting that the round has, whichever the figures are looked at with.
        workshop: Of the round.
    """

    municipality: str
    results: RoundResults
    trend: Trend | None
    findings: Findings
    history: History
    settled: Weighting
    workshop: Workshop

    def is_of(self, round_: Round | None) -> bool:
        """Whether these are the figures of a round, whichever way they are looked at."""
        return replace(self.results.round, weighting=self.settled) == round_


USUAL = View()


def evaluate(store: Store, round_: Round, view: View = USUAL) -> Evaluation:
    """The figures of a round, its trend since an earlier one, and its history."""
    earlier = [round_results(store, before, view.weighting) for before in store.rounds.earlier(round_)]
    workshop = store.workshops.of_round(round_)
    results = _results(store, round_, workshop, view.weighting)
    chosen = [one for one in earlier if one.round.id == view.compared_with] or earlier[-1:]
    trend = compare(results, chosen[0]) if chosen else None
    history = look_back([*earlier, results])
    return Evaluation(store.municipality, results, trend, find(results, trend), history, round_.weighting, workshop)


def round_results(store: Store, round_: Round, weighting: Weighting | None = None) -> RoundResults:
    """The figures of a round by itself; ``weighting``: another one than it has."""
    return _results(store, round_, store.workshops.of_round(round_), weighting)


def _results(store: Store, round_: Round, workshop: Workshop, weighting: Weighting | None) -> RoundResults:
    viewed = replace(round_, weighting=weighting) if weighting else round_
    consensus = {item.question_id: item.consensus for item in workshop.agenda}
    return compute_results(viewed, store.tallies.of_round(viewed), consensus)
