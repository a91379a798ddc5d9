"""What holds of the results of every round."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from kommune_desktop.core.answer import Answer, Answers
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import Figures, Hidden, RoundResults, compute_results
from kommune_desktop.core.round import GroupKind, Weighting
from kommune_desktop.export.results_json import results_document
from tests.builders import tally_of_sheets
from tests.unit.core.results.drawn import K, DrawnRound, drawn_rounds


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


@given(drawn_rounds())
def test_every_score_lies_between_0_and_100(drawn: DrawnRound) -> None:
    assert all(score is None or 0 <= score <= 100 for score in scores(drawn.results()))


@given(drawn_rounds())
def test_every_coverage_lies_between_0_and_1(drawn: DrawnRound) -> None:
    results = drawn.results()
    parts = [results, *results.areas, *(question.total for question in results.questions)]
    assert all(part.coverage is None or 0 <= part.coverage <= 1 for part in parts)


@given(drawn_rounds())
def test_a_cell_is_hidden_exactly_where_persons_gave_fewer_answers_than_the_minimum(drawn: DrawnRound) -> None:
    counts = drawn.tally()
    for result in drawn.results().questions:
        for group_id, cell in result.groups.items():
            persons = drawn.round.group(group_id).kind is GroupKind.INDIVIDUAL
            few = counts.cells[result.question.id, group_id].given < K
            assert isinstance(cell, Hidden) == (persons and few)


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


@given(drawn_rounds(fewest_groups=1, most_groups=1, weightings=[Weighting.GROUP]))
def test_with_one_group_both_weightings_say_the_same(drawn: DrawnRound) -> None:
    by_group = drawn.results()
    by_sheet = compute_results(drawn.round.__class__(**drawn.round.__dict__), drawn.tally())
    assert [q.total for q in by_group.questions] == [q.total for q in by_sheet.questions]


@given(drawn_rounds(fewest_groups=2, weightings=[Weighting.SHEET]))
def test_where_each_sheet_counts_the_same_the_total_is_the_score_of_its_own_counts(drawn: DrawnRound) -> None:
    for result in drawn.results().questions:
        assume(result.question.kind is Kind.SCALE and result.total.given)
        points = sum(25 * value * count for value, count in result.total.values.items())
        assert result.total.score == Fraction(points, result.total.given)


@given(drawn_rounds(fewest_groups=2), st.randoms(use_true_random=False))
def test_the_order_of_the_sheets_does_not_matter(drawn: DrawnRound, random: object) -> None:
    raise NotImplementedError
