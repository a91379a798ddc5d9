"""The figures of a round and their comparison with the round before, from the answers in the store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from kommune_desktop.core.results import Figures, Hidden, HiddenReason
from kommune_desktop.core.round import Round, Weighting
from kommune_desktop.db import Store
from kommune_desktop.workflow.evaluation import View, evaluate, round_results
from kommune_desktop.workflow.reports import round_figures
from tests.unit.db.builders import SMALL, TOWN, add_round, document, given, question


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", TOWN) as store:
        yield store


def answered(store: Store, title: str, year: int, grades: dict[str, list[int]]) -> Round:
    """A round in which each group has given these grades to the first question."""
    round_ = add_round(store, title=title, created=datetime(year, 1, 1, tzinfo=UTC))
    store.answers.add_sheets(
        round_,
        [
            (f"{group_id} {number}", group_id, [("a.grad", given(grade))])
            for group_id, values in grades.items()
            for number, grade in enumerate(values)
        ],
    )
    return round_


def test_a_question_has_the_mean_of_its_groups(store: Store) -> None:
    round_ = answered(store, "R", 2026, {"administration": [4], "council": [0, 0, 1, 1, 2, 2]})
    result = round_results(store, round_).question("a.grad")
    assert result is not None
    assert result.group_score("administration") == 100
    assert result.group_score("council") == 25
    assert result.total.score == Fraction(125, 2)
    assert result.gap is not None
    assert result.gap.points == 75
    assert (result.gap.highest.id, result.gap.lowest.id) == ("administration", "council")


def test_a_group_with_few_sheets_is_hidden(store: Store) -> None:
    round_ = answered(store, "R", 2026, {"administration": [4], "council": [0, 0, 0, 0]})
    result = round_results(store, round_).question("a.grad")
    assert result is not None
    assert result.groups["council"] == Hidden(HiddenReason.FEW_SHEETS)
    assert isinstance(result.groups["administration"], Figures)
    assert result.total.given == 1


def test_an_evaluation_names_the_town_and_has_no_trend_in_the_first_round(store: Store) -> None:
    evaluation = evaluate(store, answered(store, "R", 2026, {"administration": [4]}))
    assert (evaluation.municipality, evaluation.trend) == (TOWN, None)
    assert evaluation.results.score == 100


def test_a_round_is_compared_with_the_one_before_it_in_time(store: Store) -> None:
    now = answered(store, "2026", 2026, {"administration": [4]})
    answered(store, "2021", 2021, {"administration": [0]})
    before = answered(store, "2023", 2023, {"administration": [1]})
    trend = evaluate(store, now).trend
    assert trend is not None
    assert trend.before.round == before
    assert trend.questions["a.grad"].points == 75
    assert trend.whole is not None
    assert (int(trend.whole.before), int(trend.whole.now)) == (25, 100)


def test_only_questions_of_both_rounds_are_compared(store: Store) -> None:
    answered(store, "alt", 2021, {"administration": [1]})
    newer = document(question("a.neu"), question("a.folgt", replaces="a.grad"), version="2.0")
    now = add_round(store, newer, title="neu", created=datetime(2026, 1, 1, tzinfo=UTC))
    store.answers.add_sheets(now, [("1", "administration", [("a.neu", given(4)), ("a.folgt", given(3))])])
    trend = evaluate(store, now).trend
    assert trend is not None
    assert {question_id: change.points for question_id, change in trend.questions.items()} == {"a.folgt": 50}
    assert [q.id for q in trend.not_comparable] == ["a.neu"]


def test_a_round_without_answers_has_no_score(store: Store) -> None:
    evaluation = evaluate(store, add_round(store))
    assert (evaluation.results.score, evaluation.results.sheet_count) == (None, 0)
    assert evaluation.findings.strengths == evaluation.findings.needs == ()
    assert round_figures(store, store.rounds.all()[0])["score"] is None


def test_a_round_of_the_short_form_has_results_for_its_questions_alone(store: Store) -> None:
    round_ = add_round(store, SMALL, short_form=True)
    store.answers.add_sheets(round_, [("1", "administration", [("a.grad", given(3))])])
    results = round_results(store, round_)
    assert [result.question.id for result in results.questions] == ["a.grad"]
    assert results.score == 75


def test_the_figures_name_no_number_of_a_hidden_group(demo: Store) -> None:
    figures = round_figures(demo, demo.rounds.all()[-1])
    hidden = [question["groups"]["business"] for question in figures["questions"] if "business" in question["groups"]]
    assert hidden
    assert all(cell == {"hidden": "few_sheets"} for cell in hidden)
    assert {area["groups"]["business"]["score"] for area in figures["areas"]} == {None}


def test_another_round_can_be_compared_with_and_another_weighting_looked_at(store: Store) -> None:
    first = answered(store, "R1", 2021, {"administration": [0]})
    answered(store, "R2", 2023, {"administration": [4]})
    now = answered(store, "R3", 2026, {"administration": [2], "council": [4, 4, 4, 4, 4]})
    usual = evaluate(store, now)
    assert usual.trend is not None
    assert (usual.trend.before.round.title, usual.results.score) == ("R2", Fraction(75))
    viewed = evaluate(store, now, View(weighting=Weighting.SHEET, compared_with=first.id))
    assert viewed.trend is not None
    # Six sheets: 50 and five times 100.
    assert (viewed.trend.before.round.title, viewed.results.score) == ("R1", Fraction(550, 6))
    assert viewed.results.round.weighting is Weighting.SHEET


def test_the_history_goes_over_all_rounds_up_to_this_one(store: Store) -> None:
    rounds = [answered(store, f"R{year}", year, {"administration": [year - 2021]}) for year in (2021, 2023, 2025)]
    assert evaluate(store, rounds[2]).history.questions["a.grad"] == (Fraction(0), Fraction(50), Fraction(100))
    assert evaluate(store, rounds[1]).history.questions["a.grad"] == (Fraction(0), Fraction(50))
