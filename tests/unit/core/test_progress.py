"""What of a sheet is answered, what is open, and where to go on."""

from __future__ import annotations

import pytest

from kommune_desktop.core.answer import Answer, Answers, State
from kommune_desktop.core.progress import Progress, Share
from kommune_desktop.core.questionnaire import Condition
from tests.builders import area, individual, question, questionnaire, round_of

COUNCIL = individual("council")
FIRST, SECOND = (
    area("a", question("a1"), question("a2", relevant_if=Condition("a1", at_least=2)), question("a3")),
    area("b", question("b1"), question("b2", audience=("administration",))),
)
ROUND = round_of(questionnaire(FIRST, SECOND), COUNCIL)


def progress(**values: int | State) -> Progress:
    answers: Answers = {
        question_id: Answer(value) if isinstance(value, State) else Answer(State.GIVEN, value)
        for question_id, value in values.items()
    }
    return Progress(ROUND, "council", answers)


def open_ids(found: Progress) -> list[str]:
    return [question.id for question in found.open]


def next_id(found: Progress, after: str | None = None) -> str | None:
    question = found.next_open(after)
    return question.id if question else None


def test_a_new_sheet_has_everything_open_that_it_is_shown() -> None:
    assert open_ids(progress()) == ["a1", "a3", "b1"]
    assert progress().whole == Share(0, 3)


def test_an_answer_can_bring_further_questions() -> None:
    assert progress(a1=2).whole == Share(1, 4)
    assert open_ids(progress(a1=2)) == ["a2", "a3", "b1"]


def test_an_answer_to_a_question_no_longer_shown_does_not_count() -> None:
    assert progress(a1=0, a2=4).whole == Share(1, 3)


@pytest.mark.parametrize("state", [state for state in State if state not in (State.GIVEN, State.BLANK)])
def test_every_state_but_blank_is_an_answer(state: State) -> None:
    assert open_ids(progress(a1=state)) == ["a3", "b1"]


def test_a_blank_stays_open() -> None:
    assert open_ids(progress(a1=State.BLANK)) == ["a1", "a3", "b1"]


def test_an_area_counts_only_its_own_shown_questions() -> None:
    found = progress(a1=2, a3=State.DONT_KNOW)
    assert (found.of(FIRST), found.of(SECOND)) == (Share(2, 3), Share(0, 1))


def test_a_topic_counts_only_its_own_shown_questions() -> None:
    assert progress(a1=0, b1=4).of(SECOND.topics[0]) == Share(1, 1)


def test_a_share_is_complete_when_nothing_is_open() -> None:
    whole = progress(a1=0, a3=1, b1=2)
    assert whole.whole.complete
    assert not progress(a1=0, a3=1).whole.complete


def test_an_area_that_is_not_shown_at_all_is_complete() -> None:
    assert Share(0, 0).complete


def test_it_is_known_which_questions_are_shown() -> None:
    whole = ROUND.questionnaire
    found = progress(a1=0)
    assert found.is_shown(whole.question("a3"))
    assert not found.is_shown(whole.question("a2"))
    assert not found.is_shown(whole.question("b2"))


def test_a_short_form_shows_only_core_questions() -> None:
    content = questionnaire(area("a", question("long"), question("short", core=True)))
    found = Progress(round_of(content, COUNCIL, short_form=True), "council", {})
    assert open_ids(found) == ["short"]


def test_the_next_open_question_starts_from_the_front() -> None:
    assert next_id(progress()) == "a1"


@pytest.mark.parametrize(("after", "expected"), [("a1", "a3"), ("a3", "b1"), ("b1", "a1")])
def test_the_next_open_question_follows_and_then_starts_over(after: str, expected: str) -> None:
    assert next_id(progress(), after) == expected


def test_answered_questions_are_skipped() -> None:
    assert next_id(progress(a3=1), "a1") == "b1"


def test_the_only_open_question_is_found_from_itself() -> None:
    assert next_id(progress(a1=0, b1=1), "a3") == "a3"


def test_from_a_question_that_is_not_shown_the_search_starts_at_the_front() -> None:
    assert next_id(progress(a1=0), "a2") == "a3"


def test_a_finished_sheet_has_no_next_question() -> None:
    found = progress(a1=0, a3=1, b1=2)
    assert (found.open, found.next_open(), found.next_open("a1")) == ([], None, None)
