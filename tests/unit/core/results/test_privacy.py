"""Nothing that leaves the program tells what a hidden cell holds.

"Everything published" is the whole document of the results, with the trend since an earlier round; k = 5.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from kommune_desktop.core.answer import State
from kommune_desktop.core.questionnaire import Condition
from kommune_desktop.core.results import QuestionResult, RoundResults, compare, compute_results
from kommune_desktop.core.round import Weighting
from kommune_desktop.core.tally import CellKey
from kommune_desktop.export.results_json import results_document
from tests.builders import area, cell, individual, joint, question, questionnaire, round_of, tally
from tests.unit.core.results.drawn import DrawnRound, Entry, K, drawn_rounds, entries_of, left_out

Entries = dict[CellKey, list[Entry]]


def published(results: RoundResults) -> str:
    """Everything that leaves, with the trend since a round where the office alone answered with the middle."""
    office = joint("office")
    content = questionnaire(*results.round.questionnaire.areas)
    middle = {(q.id, "office"): cell(2) for q in content.questions}
    before = compute_results(round_of(content, office, title="Runde 2023"), tally(middle))
    return json.dumps(results_document("Lindenau", results, compare(results, before)))


def few_answers(draw: st.DrawFn, drawn: DrawnRound, result: QuestionResult) -> Entries:
    """Other entries for the hidden cells of a question; each stays hidden, and together they stay too few to pool."""
    changed: Entries = {}
    budget = K - 1
    for group_id in draw(st.permutations(result.hidden_groups)):
        key = (result.question.id, group_id)
        changed[key] = draw(entries_of(result.question, len(drawn.entries[key]), most_given=budget))
        budget -= sum(entry is not None and entry[0] is State.GIVEN for entry in changed[key])
    return changed


def dealt_anew(draw: st.DrawFn, drawn: DrawnRound, result: QuestionResult) -> Entries:
    """The entries of the hidden cells of a question, dealt out among them in another way."""
    keys = [(result.question.id, group_id) for group_id in result.hidden_groups]
    dealt: list[Entry] = draw(st.permutations([entry for key in keys for entry in drawn.entries[key]]))
    changed: Entries = {}
    for key in keys:
        size = len(drawn.entries[key])
        changed[key], dealt = dealt[:size], dealt[size:]
    return changed


def answering(entries: Entries, keys: Sequence[CellKey]) -> list[int]:
    """How many given answers each cell has that has any, in ascending order."""
    given = [sum(entry is not None and entry[0] is State.GIVEN for entry in entries[key]) for key in keys]
    return sorted(filter(None, given))


@st.composite
def with_left_out_cells_changed(draw: st.DrawFn) -> tuple[DrawnRound, DrawnRound]:
    """Two rounds that differ only in hidden cells that the totals leave out."""
    drawn = draw(drawn_rounds(fewest_groups=2))
    changed: Entries = {}
    for result in filter(left_out, drawn.results().questions):
        changed |= few_answers(draw, drawn, result)
    assume(any(drawn.entries[key] != entries for key, entries in changed.items()))
    return drawn, drawn.changed(changed)


@st.composite
def with_pooled_cells_dealt_anew(draw: st.DrawFn) -> tuple[DrawnRound, DrawnRound]:
    """Two rounds with the same pools, in which the answers belong to other hidden groups."""
    drawn = draw(drawn_rounds(fewest_groups=3))
    changed: Entries = {}
    for result in drawn.results().questions:
        if result.pooled_groups:
            dealt = dealt_anew(draw, drawn, result)
            before, now = answering(drawn.entries, list(dealt)), answering(dealt, list(dealt))
            # Every cell stays hidden, and as many groups have an answer; that number is the weight of the pool.
            assume(len(before) == len(now) and max(now) < K)
            changed |= dealt
    assume(any(drawn.entries[key] != entries for key, entries in changed.items()))
    return drawn, drawn.changed(changed)


# Hypothesis gives up where too few examples meet an assumption, so both branches are really reached.


@given(with_left_out_cells_changed())
def test_left_out_cells_can_hold_anything_without_a_trace(rounds: tuple[DrawnRound, DrawnRound]) -> None:
    first, second = rounds
    hidden = max(len(result.hidden_groups) for result in first.results().questions if left_out(result))
    event(f"{min(hidden, 2)} or more cells left out, {first.round.weighting}")
    assert published(first.results()) == published(second.results())


@given(with_pooled_cells_dealt_anew())
def test_pooled_cells_can_hold_each_others_answers_without_a_trace(rounds: tuple[DrawnRound, DrawnRound]) -> None:
    first, second = rounds
    event(f"{max(result.pooled_groups for result in first.results().questions)} pooled, {first.round.weighting}")
    for weighting in Weighting:
        documents = [published(drawn.weighted(weighting).results()) for drawn in rounds]
        assert documents[0] == documents[1]
    assert [q.pooled_groups for q in first.results().questions] == [q.pooled_groups for q in second.results().questions]


@given(drawn_rounds(fewest_groups=2))
def test_a_hidden_cell_is_published_as_its_reason_alone(drawn: DrawnRound) -> None:
    results = drawn.results()
    document = results_document("Lindenau", results, None)
    for result, shown in zip(results.questions, document["questions"], strict=True):
        for group_id in result.hidden_groups:
            few_sheets = len(drawn.entries[result.question.id, group_id]) < K
            assert shown["groups"][group_id] == {"hidden": "few_sheets" if few_sheets else "few_answers"}


@pytest.mark.parametrize("weighting", Weighting)
def test_the_pool_hides_who_said_what_under_both_weightings(weighting: Weighting) -> None:
    # The same five answers, dealt 4 + 1 and 2 + 3. With a mean for each group the first total would be (0 + 100) / 2.
    groups = (individual("council"), individual("welfare"))
    round_ = round_of(question(), *groups, weighting=weighting)
    deals = [
        {("q", "council"): cell(0, 0, 0, 0), ("q", "welfare"): cell(4)},
        {("q", "council"): cell(0, 4), ("q", "welfare"): cell(0, 0, 0)},
    ]
    first, second = (compute_results(round_, tally(cells, {"council": 4, "welfare": 4})) for cells in deals)
    assert first.questions[0].total.score == 20
    assert published(first) == published(second)


def test_a_follow_up_question_does_not_tell_a_hidden_choice() -> None:
    # Both are asked the follow-up from 2 on. All ten of welfare chose, so everyone can read that four were asked it.
    # The council's four choices are hidden and left out; the pool of the follow-up must not tell how many were 2 or more.
    content = questionnaire(area("a", question("main"), question("follow", relevant_if=Condition("main", at_least=2))))
    round_ = round_of(content, individual("council"), individual("welfare"))
    welfare = {("main", "welfare"): cell(*[0] * 6, *[4] * 4), ("follow", "welfare"): cell(1, 1, 1, 1)}
    two = {("main", "council"): cell(4, 4, 0, 0, dont_know=2), ("follow", "council"): cell(3, 3)}
    three = {("main", "council"): cell(4, 4, 4, 0, dont_know=2), ("follow", "council"): cell(3, 3, no_row=1)}
    first, second = (compute_results(round_, tally(welfare | council)) for council in (two, three))
    assert first.questions[0].hidden_groups == ["council"]
    assert published(first) == published(second)
