"""The demo municipality is complete, the same every time, and believable."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from kommune_desktop.core.answer import Answer, State, check
from kommune_desktop.core.consensus import ConsensusState
from kommune_desktop.core.measure import MeasureStatus
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.relevance import shown_questions
from kommune_desktop.core.results import Hidden, HiddenReason, RoundResults
from kommune_desktop.core.round import GroupKind, Round
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.core.workshop import Workshop, check_workshop, dots_given, dots_to_give, priorities
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.workflow.checking import check_store
from kommune_desktop.workflow.demo import create_demo
from kommune_desktop.workflow.earlier_answers import earlier_answers
from kommune_desktop.workflow.evaluation import evaluate, round_results
from tests.unit.db.builders import dump, names_beside

GIVEN_MOMENT = re.compile(r"'\d{4}-\d\d-\d\dT[^']*Z'")


def last_round(store: Store) -> Round:
    return store.rounds.all()[-1]


def last_answers(store: Store) -> list[tuple[Sheet, dict[str, Answer]]]:
    round_ = last_round(store)
    return [(sheet, store.answers.of_sheet(sheet.id, round_.questions)) for sheet in store.sheets.of_round(round_.id)]


def score(results: RoundResults) -> Fraction:
    assert results.score is not None
    return results.score


def mean_of_group(results: RoundResults, group_id: str) -> Fraction:
    scores = [area.groups[group_id] for area in results.areas]
    known = [score for score in scores if score is not None]
    assert len(known) == len(results.areas) == 7
    return sum(known, Fraction(0)) / len(known)


def test_it_has_three_rounds_and_five_groups(demo: Store) -> None:
    assert [(round_.title, round_.created.year) for round_ in demo.rounds.all()] == [
        ("Runde 2021", 2021),
        ("Runde 2023", 2023),
        ("Runde 2026", 2026),
    ]
    for round_ in demo.rounds.all():
        assert [group.kind for group in round_.groups] == [GroupKind.JOINT] + [GroupKind.INDIVIDUAL] * 4


def test_the_last_round_has_about_sixty_sheets_and_one_of_the_administration(demo: Store) -> None:
    counts = demo.sheets.count_by_group(last_round(demo).id)
    assert 55 <= sum(counts.values()) <= 65
    assert counts["administration"] == 1
    assert min(counts.values()) > 0


def test_sheets_are_dated_in_their_round(demo: Store) -> None:
    for round_ in demo.rounds.all():
        for sheet in demo.sheets.of_round(round_.id):
            assert round_.created < sheet.created
            assert sheet.created.year == round_.created.year


def test_it_is_a_sound_store(demo_template: Path) -> None:
    check_store(demo_template)
    assert names_beside(demo_template) == {demo_template.name}


def test_its_content_is_the_same_every_time(demo_template: Path, tmp_path: Path) -> None:
    create_demo(tmp_path / "a.kommune").close()

    def content(path: Path) -> list[str]:
        return [line if 'INTO "round"' in line else GIVEN_MOMENT.sub("", line) for line in dump(path)]

    assert content(tmp_path / "a.kommune") == content(demo_template)


def test_it_never_replaces_a_file(demo_file: Path) -> None:
    before = demo_file.read_bytes()
    with pytest.raises(UserError) as caught:
        create_demo(demo_file)
    assert caught.value.key == "store.exists"
    assert demo_file.read_bytes() == before


def test_a_small_group_is_hidden_as_a_whole_in_the_last_round(demo: Store) -> None:
    results = round_results(demo, last_round(demo))
    hidden = [group.id for group in results.round.groups if results.sheets[group.id] < results.round.min_cell]
    hidden.remove("administration")
    assert len(hidden) == 1
    cells = [result.groups[hidden[0]] for result in results.questions if hidden[0] in result.groups]
    assert set(cells) == {Hidden(HiddenReason.FEW_SHEETS)}


def test_the_last_round_has_comments_and_named_evidence(demo: Store) -> None:
    answers = [(sheet.group_id, answer) for sheet, given in last_answers(demo) for answer in given.values()]
    comments = [answer.comment for _, answer in answers if answer.comment]
    assert len(comments) >= 20
    assert len(set(comments)) == len(comments)
    evidence = [group_id for group_id, answer in answers if answer.evidence]
    assert len(evidence) >= 10
    assert set(evidence) == {"administration"}


def test_an_office_sees_its_evidence_of_the_round_before(demo: Store) -> None:
    *_, last = demo.rounds.all()
    sheet = next(sheet for sheet in demo.sheets.of_round(last.id) if sheet.group_id == "administration")
    earlier = earlier_answers(demo, last, sheet)
    assert earlier is not None
    assert earlier.title == "Runde 2023"
    assert len([answer for answer in earlier.answers.values() if answer.evidence]) >= 10


def test_every_kind_of_question_and_every_state_occurs(demo: Store) -> None:
    round_ = last_round(demo)
    answers = [
        (round_.questionnaire.question(question_id).kind, answer.state)
        for _, given in last_answers(demo)
        for question_id, answer in given.items()
    ]
    assert {kind for kind, state in answers if state is State.GIVEN} == set(Kind)
    assert {state for _, state in answers} == set(State)


def test_sheets_answer_only_what_they_were_shown_and_as_the_question_allows(demo: Store) -> None:
    for round_ in demo.rounds.all():
        for sheet in demo.sheets.of_round(round_.id):
            answers = demo.answers.of_sheet(sheet.id, round_.questions)
            shown = {question.id: question for question in shown_questions(round_.questions, sheet.group_id, answers)}
            assert set(answers) <= set(shown)
            for question_id, answer in answers.items():
                check(shown[question_id], answer)


def test_the_administration_sees_more_than_civil_society(demo: Store) -> None:
    results = round_results(demo, last_round(demo))
    assert mean_of_group(results, "administration") > mean_of_group(results, "civil_society") + 5


def test_the_town_moves_forward_but_not_everywhere(demo: Store) -> None:
    first, second, third = (round_results(demo, round_) for round_ in demo.rounds.all())
    assert score(first) < score(second) < score(third)
    trend = evaluate(demo, last_round(demo)).trend
    assert trend is not None
    fallen = [change for change in trend.questions.values() if change.points < 0]
    assert 5 < len(fallen) < len(trend.questions) / 2


def test_scores_are_spread_over_the_bands_and_no_area_is_extreme(demo: Store) -> None:
    results = round_results(demo, last_round(demo))
    areas = [float(area.score) for area in results.areas if area.score is not None]
    assert 20 < min(areas) < max(areas) < 85
    assert max(areas) - min(areas) > 8
    bands = Counter(results.round.questionnaire.band(q.total.score).id for q in results.questions if q.total.score)
    assert len(bands) >= 3


def test_groups_see_some_questions_differently_and_most_not(demo: Store) -> None:
    results = round_results(demo, last_round(demo))
    gaps = [result for result in results.questions if result.gap and result.gap.is_perception_gap]
    assert 5 < len(gaps) < len(results.questions) / 2


def test_most_questions_are_answered_by_most(demo: Store) -> None:
    coverage = evaluate(demo, last_round(demo)).results.coverage
    assert coverage is not None
    assert Fraction(7, 10) < coverage < 1


def test_no_two_persons_answer_alike(demo: Store) -> None:
    persons = [frozenset((q, answer.value) for q, answer in given.items()) for _, given in last_answers(demo)]
    assert len(set(persons)) == len(persons)


def workshops(store: Store) -> list[Workshop]:
    return [store.workshops.of_round(round_) for round_ in store.rounds.all()]


def test_the_rounds_after_the_first_have_a_workshop_after_their_last_sheet(demo: Store) -> None:
    first, *held = workshops(demo)
    assert first == Workshop()
    assert [(one.day, one.people, one.minutes) for one in held] == [
        (date(2023, 6, 24), 24, 80),
        (date(2026, 11, 7), 35, 130),
    ]
    for round_, workshop in zip(demo.rounds.all()[1:], held, strict=True):
        check_workshop(workshop, round_)
        assert workshop.day is not None
        assert max(sheet.created.date() for sheet in demo.sheets.of_round(round_.id)) < workshop.day


def test_the_last_workshop_agreed_on_most_but_not_on_all(demo: Store) -> None:
    workshop = workshops(demo)[-1]
    states = Counter(item.consensus.state for item in workshop.agenda)
    assert states == {ConsensusState.REACHED: 6, ConsensusState.NOT_REACHED: 2, ConsensusState.OPEN: 1}
    areas = [area.id for area, _ in workshop.working_groups(last_round(demo))]
    assert areas == ["ms", "io", "ft", "aw", "eb", "kk"]
    dissents = {
        item.question_id: [dissent.group_id for dissent in item.consensus.dissents]
        for item in workshop.agenda
        if item.consensus.state is ConsensusState.NOT_REACHED
    }
    assert dissents == {"ft.erreichbarkeit": ["council", "welfare"], "eb.gehoer": ["council", "civil_society"]}
    assert [need.question_id for need in workshop.needs].count("") == 1


@pytest.mark.parametrize(("number", "given", "there"), [(1, 85, 96), (2, 172, 175)])
def test_not_quite_all_dots_are_on_the_wall(demo: Store, number: int, given: int, there: int) -> None:
    workshop = workshops(demo)[number]
    assert (dots_given(workshop), dots_to_give(workshop)) == (given, there)


def test_most_dots_of_the_last_workshop_are_on_homes_letters_and_buses(demo: Store) -> None:
    ranked = priorities(workshops(demo)[-1])
    assert [one.about.question_id for one in ranked[:3]] == ["ft.wohnungsmarkt", "kk.schreiben", "ft.erreichbarkeit"]
    assert [(one.place, one.dots) for one in ranked] == [
        (1, 27),
        (2, 23),
        (3, 16),
        (4, 14),
        (5, 13),
        (6, 12),
        (7, 11),
        (7, 11),
        (9, 10),
        (10, 9),
        (11, 8),
        (12, 6),
        (13, 5),
        (14, 4),
        (15, 3),
    ]


def test_a_consensus_is_as_the_survey_says_or_a_step_below(demo: Store) -> None:
    steps = []
    for round_ in demo.rounds.all()[1:]:
        for result in round_results(demo, round_).questions:
            if (agreed := result.consensus.value) is not None:
                assert result.question.scale is not None
                assert result.total.score is not None
                surveyed = result.total.score * result.question.scale.highest / 100
                steps.append(round(surveyed) - agreed)
    assert Counter(steps) == {0: 8, 1: 3}


def test_measures_have_the_dots_of_their_question_and_begin_after_the_workshop(demo: Store) -> None:
    held = {round_.id: workshop for round_, workshop in zip(demo.rounds.all(), workshops(demo), strict=True)}
    for measure in demo.measures.all():
        assert measure.round_id is not None
        workshop = held[measure.round_id]
        items = [workshop.item(question_id) for question_id in measure.question_ids]
        assert [item.dots for item in items if item is not None] == [measure.priority]
        assert workshop.day is not None
        moments = [measure.start, measure.due, *(note.day for note in measure.notes)]
        assert all(moment > workshop.day for moment in moments if moment is not None)


def test_it_has_measures_of_every_status_that_lead_to_its_questions(demo: Store) -> None:
    measures = demo.measures.all()
    assert {measure.status for measure in measures} == set(MeasureStatus)
    round_ = last_round(demo)
    questions = {question.id for question in round_.questionnaire.questions}
    areas = {area.id for area in round_.questionnaire.areas}
    for measure in measures:
        assert set(measure.question_ids) <= questions
        assert measure.area_id in areas
    assert {measure.round_id for measure in measures} == {round_.id for round_ in demo.rounds.all()[1:]}
