"""Rounds with answers that hypothesis draws: few sheets, so that hidden cells are as frequent as shown ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from kommune_desktop.core.answer import State, Value
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.results import QuestionResult, RoundResults, compute_results
from kommune_desktop.core.round import Group, Round, Weighting
from kommune_desktop.core.tally import CellKey, CellTally, Tally
from tests.builders import area, individual, joint, question, questionnaire, round_of

K = 5
PROPERTY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Without limits of time, which would only measure how busy the machine is."""
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


@st.composite
def entries_of(
    draw: st.DrawFn, asked: Question, sheets: int, *, least_given: int = 0, most_given: int = MOST_SHEETS
) -> list[Entry]:
    """Entries of so many sheets, the given ones first."""
    given = draw(st.lists(given_of(asked), min_size=least_given, max_size=min(sheets, most_given)))
    rest = sheets - len(given)
    return given + draw(st.lists(st.sampled_from(NOT_GIVEN), min_size=rest, max_size=rest))


def _groups(draw: st.DrawFn, fewest: int, most: int) -> list[Group]:
    offices: list[Group] = [joint("office")] if draw(st.booleans()) else []
    return offices + [individual(f"persons_{n}") for n in range(draw(st.integers(fewest, most)) - len(offices))]


def _round(draw: st.DrawFn, groups: Sequence[Group], weightings: Sequence[Weighting] = tuple(Weighting)) -> Round:
    """One to three questions, the first on a scale, in two areas."""
    kinds = [Kind.SCALE, *draw(st.lists(st.sampled_from(list(Kind)), max_size=2))]
    weights = st.sampled_from(["1", "0.5", "3"])
    questions = [question(f"q{n}", kind, weight=draw(weights)) for n, kind in enumerate(kinds)]
    content = questionnaire(area("a", *questions[:1]), area("b", *questions[1:], weight=2))
    return round_of(content, *groups, weighting=draw(st.sampled_from(weightings)), min_cell=K)


@st.composite
def drawn_rounds(
    draw: st.DrawFn, *, fewest_groups: int = 1, most_groups: int = 4, weightings: Sequence[Weighting] = tuple(Weighting)
) -> DrawnRound:
    """An office with its sheet or none, and groups of up to eight persons."""
    groups = _groups(draw, fewest_groups, most_groups)
    round_ = _round(draw, groups, weightings)
    sheets = {g.id: 1 if g.id == "office" else draw(st.integers(0, MOST_SHEETS)) for g in groups}
    entries = {(q.id, g.id): draw(entries_of(q, sheets[g.id])) for q in round_.questions for g in groups}
    return DrawnRound(round_, entries)


@st.composite
def rounds_with_pools(draw: st.DrawFn) -> DrawnRound:
    """Every question has two to four hidden cells with at least five given answers between them, and perhaps others."""
    hidden = [individual(f"hidden_{n}") for n in range(draw(st.integers(2, 4)))]
    others = [group for group in (joint("office"), individual("many")) if draw(st.booleans())]
    round_ = _round(draw, [*hidden, *others])
    # Three and two of the first groups make five; fewer than five sheets or fewer than five answers, both occur.
    sheets = {group.id: draw(st.integers(4, MOST_SHEETS)) for group in hidden}
    sheets |= {group.id: 1 if group.id == "office" else MOST_SHEETS for group in others}
    entries: dict[CellKey, list[Entry]] = {}
    for asked in round_.questions:
        for group, least in zip(hidden, (3, 2, 0, 0), strict=False):
            drawn = entries_of(asked, sheets[group.id], least_given=least, most_given=K - 1)
            entries[asked.id, group.id] = draw(drawn)
        entries |= {(asked.id, g.id): draw(entries_of(asked, sheets[g.id], least_given=sheets[g.id])) for g in others}
    return DrawnRound(round_, entries)


def is_given(entry: Entry) -> bool:
    """Whether an entry is a given answer."""
    return entry is not None and entry[0] is State.GIVEN


def left_out(drawn: DrawnRound, result: QuestionResult) -> bool:
    """Whether the total of a question must leave its hidden cells out: one alone, or too few answers between them."""
    cells = [drawn.entries[result.question.id, group_id] for group_id in result.hidden_groups]
    return bool(cells) and (len(cells) < 2 or sum(is_given(entry) for cell in cells for entry in cell) < K)
