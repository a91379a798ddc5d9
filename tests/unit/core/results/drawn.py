"""Rounds with answers that hypothesis draws: few sheets, so that hidden cells are as frequent as shown ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hypothesis import strategies as st

from kommune_desktop.core.answer import State, Value
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.results import QuestionResult, RoundResults, compute_results
from kommune_desktop.core.round import Group, Round, Weighting
from kommune_desktop.core.tally import CellKey, CellTally, Tally
from tests.builders import area, individual, joint, question, questionnaire, round_of

K = 5
MOST_SHEETS = 8
Entry = tuple[State, Value | None] | None
"""What one sheet has for a question; ``None`` where nothing is entered yet."""
NOT_GIVEN: list[Entry] = [None, *((state, None) for state in State if state is not State.GIVEN)]
_VALUES: dict[Kind, list[Value]] = {
    Kind.SCALE: [0, 1, 2, 3, 4],
    Kind.SINGLE: [0, 1, 2, 3, 4],
    Kind.MULTI: [frozenset({0}), frozenset({0, 1}), frozenset({2, 3, 4})],
    Kind.NUMBER: [Decimal(0), Decimal("0.1"), Decimal(1000)],
    Kind.TEXT: ["Mehr Zeit.", "Mehr Geld."],
}


@dataclass(frozen=True)
class DrawnRound:
    """A round and what each of its sheets has for each question."""

    round: Round
    entries: dict[CellKey, list[Entry]]

    def tally(self) -> Tally:
        """The counts of the sheets."""
        sheets = {group_id: len(entries) for (_, group_id), entries in self.entries.items()}
        return Tally(sheets, {key: count(entries) for key, entries in self.entries.items()})

    def results(self) -> RoundResults:
        """The results of the counts."""
        return compute_results(self.round, self.tally())

    def weighted(self, weighting: Weighting) -> DrawnRound:
        """The same round with another weighting."""
        return replace(self, round=replace(self.round, weighting=weighting))

    def changed(self, entries: dict[CellKey, list[Entry]]) -> DrawnRound:
        """The same round with other entries in some cells."""
        return replace(self, entries=self.entries | entries)


def count(entries: Sequence[Entry]) -> CellTally:
    """The counts of a cell."""
    counts = CellTally(shown=len(entries))
    for entry in entries:
        if entry is not None:
            counts.add(*entry)
    return counts


def given_of(asked: Question) -> st.SearchStrategy[Entry]:
    """A given answer to a question."""
    return st.sampled_from([(State.GIVEN, value) for value in _VALUES[asked.kind]])


def entries_of(asked: Question, sheets: int, most_given: int = MOST_SHEETS) -> st.SearchStrategy[list[Entry]]:
    """Entries of so many sheets, in any order, with a limited number of given ones."""

    def fill(given: list[Entry]) -> st.SearchStrategy[list[Entry]]:
        rest = sheets - len(given)
        other: st.SearchStrategy[list[Entry]] = st.lists(st.sampled_from(NOT_GIVEN), min_size=rest, max_size=rest)
        return other.flatmap(lambda entries: st.permutations(given + entries))

    return st.lists(given_of(asked), max_size=min(sheets, most_given)).flatmap(fill)


def _groups(draw: st.DrawFn, *, fewest: int, most: int) -> list[Group]:
    groups: list[Group] = [joint("office")] if draw(st.booleans()) else []
    return groups + [individual(f"persons_{n}") for n in range(draw(st.integers(fewest, most)) - len(groups))]


def _questions(draw: st.DrawFn) -> list[Question]:
    kinds = [Kind.SCALE, *draw(st.lists(st.sampled_from(list(Kind)), max_size=2))]
    weights = st.sampled_from(["1", "0.5", "3"])
    return [question(f"q{n}", kind, weight=draw(weights)) for n, kind in enumerate(kinds)]


@st.composite
def drawn_rounds(
    draw: st.DrawFn, *, fewest_groups: int = 1, most_groups: int = 4, weightings: Sequence[Weighting] = tuple(Weighting)
) -> DrawnRound:
    """One to three questions, the first on a scale, in two areas; offices with a sheet, groups of up to eight persons."""
    groups = _groups(draw, fewest=fewest_groups, most=most_groups)
    questions = _questions(draw)
    content = questionnaire(area("a", *questions[:1]), area("b", *questions[1:], weight=2))
    round_ = round_of(content, *groups, weighting=draw(st.sampled_from(weightings)), min_cell=K)
    sheets = {g.id: 1 if g.id == "office" else draw(st.integers(0, MOST_SHEETS)) for g in groups}
    entries = {(q.id, g.id): draw(entries_of(q, sheets[g.id])) for q in questions for g in groups}
    return DrawnRound(round_, entries)


def left_out(result: QuestionResult) -> bool:
    """Whether the total of a question leaves hidden cells out."""
    return bool(result.hidden_groups) and not result.pooled_groups
