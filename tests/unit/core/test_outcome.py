"""What became of the measures of the round before."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from kommune_desktop.core.measure import Measure, MeasureStatus
from kommune_desktop.core.outcome import outcomes
from kommune_desktop.core.questionnaire import Questionnaire
from kommune_desktop.core.results import RoundResults, Trend, compare
from kommune_desktop.core.results.trend import Change
from tests.builders import area, joint, question, questionnaire, results_of_scores, round_of

OFFICE = joint("office")
OLD = questionnaire(area("a", question("kept"), question("old"), question("gone")))
NEW = questionnaire(area("a", question("kept"), replace(question("new"), replaces="old")), version="2.0")


def results(content: Questionnaire, round_id: int, **values: int) -> RoundResults:
    round_ = replace(round_of(content, OFFICE), id=round_id)
    return results_of_scores(round_, {key: [value] for key, value in values.items()})


def trend() -> Trend:
    return compare(results(NEW, 2, kept=3, new=1), results(OLD, 1, kept=1, old=2, gone=4))


def test_each_measure_of_the_round_before_has_its_questions_then_and_now() -> None:
    measure = Measure("M", 1, 1, question_ids=("kept", "old"))
    (found,) = outcomes([measure], NEW.questions, trend())
    assert found.measure == measure
    # Scores of a scale of 0 to 4: 1 is 25 points, 3 is 75, and 2 is 50.
    assert [(q.id, change) for q, change in found.changes] == [
        ("kept", Change(Fraction(25), Fraction(75))),
        ("new", Change(Fraction(50), Fraction(25))),
    ]


def test_questions_that_are_asked_no_more_are_left_out() -> None:
    (found,) = outcomes([Measure("M", 1, 1, question_ids=("gone",))], NEW.questions, trend())
    assert found.changes == ()


def test_measures_that_have_ended_belong_to_it_and_those_of_other_rounds_do_not() -> None:
    done = Measure("erledigt", 1, 1, status=MeasureStatus.DONE)
    open_ = Measure("offen", 2, 1)
    others = [Measure("neu", 3, 2), Measure("ohne Runde", 4, None)]
    found = outcomes([done, *others, open_], NEW.questions, trend())
    assert [outcome.measure.title for outcome in found] == ["offen", "erledigt"]


def test_without_a_score_in_both_rounds_there_is_no_change() -> None:
    nothing_now = compare(results(NEW, 2, new=1), results(OLD, 1, kept=1))
    (found,) = outcomes([Measure("M", 1, 1, question_ids=("kept",))], NEW.questions, nothing_now)
    assert [(q.id, change) for q, change in found.changes] == [("kept", None)]
