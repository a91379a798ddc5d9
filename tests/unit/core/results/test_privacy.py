"""Nothing that leaves the program tells what a hidden cell holds.

"Everything published" is the whole document of the results, with the trend since an earlier round; k = 5.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from kommune_desktop.core.questionnaire import Condition
from kommune_desktop.core.results import QuestionResult, RoundResults, compare, compute_results
from kommune_desktop.core.round import Weighting
from kommune_desktop.core.tally import CellKey
from kommune_desktop.export.results_json import results_document
from tests.builders import area, cell, individual, joint, question, questionnaire, round_of, tally
from tests.unit.core.results.drawn import (
    PROPERTY,
    DrawnRound,
    Entry,
    K,
    drawn_rounds,
    entries_of,
    is_given,
    left_out,
    rounds_with_pools,
)

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
        budget -= sum(map(is_given, changed[key]))
    return changed


def dealt_anew(draw: st.DrawFn, drawn: DrawnRound, result: QuestionResult) -> Entries:
    """The entries of the hidden cells of a question, dealt out among them in another way.

    Every cell keeps its number of sheets and stays hidden, and as many cells as before have a given answer.
    """
    old = {key: drawn.entries[key] for key in ((result.question.id, group_id) for group_id in result.hidden_groups)}
    room = {key: min(len(entries), K - 1) for key, entries in old.items()}
    entries = [entry for part in old.values() for entry in part]
    given = draw(st.permutations([entry for entry in entries if is_given(entry)]))
    other = draw(st.permutations([entry for entry in entries if not is_given(entry)]))
    answering = sum(any(map(is_given, part)) for part in old.values())
    receiving = draw(st.permutations(list(old)))[:answering]
    assume(sum(room[key] for key in receiving) >= len(given))
    new: Entries = {key: [] for key in old}
    for place, entry in enumerate(given):
        free = [key for key in receiving if len(new[key]) < room[key]]
        new[receiving[place] if place < answering else draw(st.sampled_from(free))].append(entry)
    for key, part in new.items():
        part += [other.pop() for _ in range(len(old[key]) - len(part))]
    return new


@st.composite
def with_left_out_cells_changed(draw: st.DrawFn) -> tuple[DrawnRound, DrawnRound]:
    """Two rounds that differ only in hidden cells that the totals leave out."""
    drawn = draw(drawn_rounds(fewest_groups=2))
    changed: Entries = {}
    for result in drawn.results().questions:
        if left_out(drawn, result):
            changed |= few_answers(draw, drawn, result)
    assume(drawn.entries != drawn.entries | changed)
    return drawn, drawn.changed(changed)


@st.composite
def with_pooled_cells_dealt_anew(draw: st.DrawFn) -> tuple[DrawnRound, DrawnRound]:
    """Two rounds with the same pools, in which the answers belong to other hidden groups."""
    drawn = draw(rounds_with_pools())
    changed: Entries = {}
    for result in drawn.results().questions:
        assert result.pooled_groups >= 2
        changed |= dealt_anew(draw, drawn, result)
    assume(drawn.entries != drawn.entries | changed)
    return drawn, drawn.changed(changed)


# Both branches are really reached: hypothesis gives up where too few examples meet an assumption, and the pools are
# asserted where they are drawn.


@PROPERTY
@given(with_left_out_cells_changed())
def test_left_out_cells_can_hold_anything_without_a_trace(rounds: tuple[DrawnRound, DrawnRound]) -> None:
    first, second = rounds
    hidden = max(len(result.hidden_groups) for result in first.results().questions if left_out(first, result))
    event(f"{min(hidden, 2)} or more cells left out, {first.round.weighting}")
    assert published(first.results()) == published(second.results())


@PROPERTY
@given(with_pooled_cells_dealt_anew())
def test_pooled_cells_can_hold_each_others_answers_without_a_trace(rounds: tuple[DrawnRound, DrawnRound]) -> None:
    first, second = rounds
    event(f"{first.results().questions[0].pooled_groups} groups pooled")
    for weighting in Weighting:
        documents = [published(drawn.weighted(weighting).results()) for drawn in (first, second)]
        assert documents[0] == documents[1]


@PROPERTY
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
    # The council's four choices are hidden and left out; the pool must not tell how many of them were 2 or more.
    content = questionnaire(area("a", question("main"), question("follow", relevant_if=Condition("main", at_least=2))))
    round_ = round_of(content, individual("council"), individual("welfare"))
    welfare = {("main", "welfare"): cell(*[0] * 6, *[4] * 4), ("follow", "welfare"): cell(1, 1, 1, 1)}
    two = {("main", "council"): cell(4, 4, 0, 0, dont_know=2), ("follow", "council"): cell(3, 3)}
    three = {("main", "council"): cell(4, 4, 4, 0, dont_know=2), ("follow", "council"): cell(3, 3, no_row=1)}
    first, second = (compute_results(round_, tally(welfare | council)) for council in (two, three))
    assert first.questions[0].hidden_groups == ["council"]
    assert published(first) == published(second)


def test_a_follow_up_question_for_some_does_not_take_a_pool_apart() -> None:
    # The main question pools council and welfare; only council and citizens are asked the follow-up. Everyone can read
    # that four of the citizens were shown it, so the rest of the pool would be the council's.
    main = question("main")
    follow = question("follow", relevant_if=Condition("main", at_least=2), audience=("council", "citizens"))
    groups = (individual("council"), individual("welfare"), individual("citizens"))
    round_ = round_of(questionnaire(area("a", main, follow)), *groups)
    citizens = {("main", "citizens"): cell(*[0] * 6, *[4] * 4), ("follow", "citizens"): cell(1, 1, 1, 1)}
    deals = [
        {("main", "council"): cell(4, 4, 0), ("main", "welfare"): cell(4, 0, 0), ("follow", "council"): cell(3, 3)},
        {
            ("main", "council"): cell(4, 4, 4),
            ("main", "welfare"): cell(0, 0, 0),
            ("follow", "council"): cell(3, 3, no_row=1),
        },
    ]
    first, second = (compute_results(round_, tally(citizens | deal)) for deal in deals)
    assert first.questions[0].pooled_groups == 2
    assert published(first) == published(second)
