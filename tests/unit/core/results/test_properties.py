"""What holds of the results of every round."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.answer import Answer, Answers
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import Figures, Hidden, RoundResults, compute_results
from kommune_desktop.core.round import GroupKind, Weighting
from kommune_desktop.export.results_json import results_document
from tests.builders import tally_of_sheets
from tests.unit.core.results.drawn import PROPERTY, DrawnRound, K, drawn_rounds


def scores(results: RoundResults) -> Iterator[Fraction | None]:
    """Every score that the results hold."""
    yield results.score
    for area in results.areas:
        yield area.score
        yield from area.groups.values()
    for question in results.questions:
        yield question.total.score
        yield from (cell.score for cell in question.groups.values() if isinstance(cell, Figures))
        yield question.gap.points if question.gap else None


@PROPERTY
@given(drawn_rounds())
def test_every_score_lies_between_0_and_100(drawn: DrawnRound) -> None:
    assert all(score is None or 0 <= score <= 100 for score in scores(drawn.results()))


@PROPERTY
@given(drawn_rounds())
def test_every_coverage_lies_between_0_and_1(drawn: DrawnRound) -> None:
    results = drawn.results()
    shares = [results.coverage, *(area.coverage for area in results.areas)]
    shares += [question.total.coverage for question in results.questions]
    assert all(share is None or 0 <= share <= 1 for share in shares)


@PROPERTY
@given(drawn_rounds())
def test_a_cell_is_hidden_exactly_where_persons_gave_fewer_answers_than_the_minimum(drawn: DrawnRound) -> None:
    counts = drawn.tally()
    for result in drawn.results().questions:
        for group_id, cell in result.groups.items():
            persons = drawn.round.group(group_id).kind is GroupKind.INDIVIDUAL
            few = counts.cells[result.question.id, group_id].given < K
            assert isinstance(cell, Hidden) == (persons and few)


@PROPERTY
@given(drawn_rounds())
def test_a_total_holds_the_shown_cells_and_all_hidden_ones_or_none(drawn: DrawnRound) -> None:
    counts = drawn.tally()
    for result in drawn.results().questions:
        hidden = result.hidden_groups
        pool = sum(counts.cells[result.question.id, group_id].given for group_id in hidden)
        pooled = len(hidden) >= 2 and pool >= K
        shown = sum(cell.given for cell in result.groups.values() if isinstance(cell, Figures))
        assert result.total.given == shown + (pool if pooled else 0)
        assert result.pooled_groups == (len(hidden) if pooled else 0)


@PROPERTY
@given(drawn_rounds(most_groups=1))
def test_with_one_group_both_weightings_say_the_same(drawn: DrawnRound) -> None:
    by_group, by_sheet = (
        compute_results(replace(drawn.round, weighting=weighting), drawn.tally()) for weighting in Weighting
    )
    assert by_group.questions == by_sheet.questions
    assert (by_group.areas, by_group.score) == (by_sheet.areas, by_sheet.score)


@PROPERTY
@given(drawn_rounds(fewest_groups=2, weightings=[Weighting.SHEET]))
def test_where_each_sheet_counts_the_same_the_total_is_the_score_of_its_own_counts(drawn: DrawnRound) -> None:
    for result in drawn.results().questions:
        if result.question.kind is Kind.SCALE and result.total.given:
            points = sum(25 * value * count for value, count in result.total.values.items())
            assert result.total.score == Fraction(points, result.total.given)


@PROPERTY
@given(drawn_rounds(fewest_groups=2, weightings=[Weighting.GROUP]))
def test_a_total_lies_between_the_lowest_and_the_highest_choice_of_its_counts(drawn: DrawnRound) -> None:
    for result in drawn.results().questions:
        chosen = [value for value, count in result.total.values.items() if count]
        if result.question.kind is Kind.SCALE and chosen:
            assert result.total.score is not None
            assert 25 * min(chosen) <= result.total.score <= 25 * max(chosen)


def sheets_of(drawn: DrawnRound) -> list[tuple[str, Answers]]:
    """The single sheets: group id and answers."""
    sheets: list[tuple[str, Answers]] = []
    for group in drawn.round.groups:
        columns = {q.id: drawn.entries[q.id, group.id] for q in drawn.round.questions}
        for number in range(len(next(iter(columns.values())))):
            rows = {key: entries[number] for key, entries in columns.items()}
            sheets.append((group.id, {key: Answer(*row) for key, row in rows.items() if row is not None}))
    return sheets


@PROPERTY
@given(drawn_rounds(fewest_groups=2), st.data())
def test_the_order_of_the_sheets_does_not_matter(drawn: DrawnRound, data: st.DataObject) -> None:
    sheets = sheets_of(drawn)
    shuffled = data.draw(st.permutations(sheets))
    documents = [
        json.dumps(results_document("Ort", compute_results(drawn.round, tally_of_sheets(drawn.round, order)), None))
        for order in (sheets, shuffled)
    ]
    assert documents[0] == documents[1]


@PROPERTY
@given(drawn_rounds(fewest_groups=2), st.data())
def test_the_order_of_the_groups_does_not_matter(drawn: DrawnRound, data: st.DataObject) -> None:
    groups = tuple(data.draw(st.permutations(drawn.round.groups)))
    results, shuffled = drawn.results(), compute_results(replace(drawn.round, groups=groups), drawn.tally())
    assert [question.total for question in results.questions] == [question.total for question in shuffled.questions]
    assert (results.areas[0].groups, results.score) == (shuffled.areas[0].groups, shuffled.score)
