"""An answer is checked, saved and on disk, or refused and nothing has changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.verification import Keying
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.workflow.answering import record_alike, record_answer
from tests.unit.db.builders import EXAMPLES, TOWN, add_round, answers_of, given


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", TOWN) as store:
        store.sheets.add(add_round(store), "council", "1")
        yield store


def record(store: Store, question_id: str, answer: Answer | None, before: Answer | None = None) -> None:
    question = store.rounds.all()[0].questionnaire.question(question_id)
    record_answer(store, store.sheets.get(1), question, before, answer)


def stored(store: Store) -> object:
    return answers_of(store, store.rounds.all()[0])["1"]


def test_a_recorded_answer_is_there_for_another_connection_at_once(store: Store) -> None:
    for question_id, answer in EXAMPLES.items():
        record(store, question_id, answer)
        with Store.open(store.path, readonly=True) as other:
            assert answers_of(other, other.rounds.all()[0])["1"][question_id] == answer


def test_an_answer_is_taken_back_with_nothing(store: Store) -> None:
    record(store, "a.grad", given(3))
    record(store, "a.grad", None, before=given(3))
    assert stored(store) == {}


@pytest.mark.parametrize(
    ("question_id", "answer"),
    [
        ("a.grad", given(5)),
        ("a.grad", given("viel")),
        ("a.grad", given(frozenset({1}))),
        ("a.mehr", given(1)),
        ("a.mehr", given(frozenset())),
        ("a.zahl", given(Decimal(-1))),
        ("a.warum", given("  ")),
        ("a.warum", given("x" * 20_001)),
        ("a.grad", given(1, comment="x" * 20_001)),
        ("a.grad", Answer(State.GIVEN)),
        ("a.grad", Answer(State.DONT_KNOW, 1)),
    ],
)
def test_an_answer_that_the_question_does_not_allow_is_refused(store: Store, question_id: str, answer: Answer) -> None:
    record(store, "a.grad", given(2))
    with pytest.raises(UserError, match=r"answer\."):
        record(store, question_id, answer)
    assert stored(store) == {"a.grad": given(2)}


REST = ("a.grad", "a.ja", "a.zahl")
BLANK = Answer(State.BLANK)
BLANK_REST = dict.fromkeys(REST, BLANK)


def record_rest(store: Store, before: Answer | None, answer: Answer | None, keying: Keying = Keying.FIRST) -> None:
    questionnaire = store.rounds.all()[0].questionnaire
    questions = (questionnaire.question(question_id) for question_id in REST)
    record_alike(store, store.sheets.get(1), questions, before, answer, keying)


def second(store: Store) -> object:
    return store.second_keying.of_sheet(1, store.rounds.all()[0].questions)


def test_what_is_left_of_a_sheet_is_noted_as_blank_at_once(store: Store) -> None:
    record(store, "a.warum", given("Weil"))
    record_rest(store, None, BLANK)
    with Store.open(store.path, readonly=True) as other:
        assert stored(other) == {"a.warum": given("Weil"), **BLANK_REST}
    record_rest(store, BLANK, None)
    assert stored(store) == {"a.warum": given("Weil")}


def test_the_rest_of_a_second_keying_leaves_the_first_alone(store: Store) -> None:
    record(store, "a.grad", given(3))
    record_rest(store, None, BLANK, Keying.SECOND)
    assert (stored(store), second(store)) == ({"a.grad": given(3)}, BLANK_REST)
    record_rest(store, BLANK, None, Keying.SECOND)
    assert (stored(store), second(store)) == ({"a.grad": given(3)}, {})


def test_nothing_is_noted_as_blank_where_another_window_has_answered_one_of_it(store: Store) -> None:
    with Store.open(store.path) as other:
        record(other, REST[-1], given(Decimal(5)))
    with pytest.raises(UserError, match=r"answer\.changed_elsewhere"):
        record_rest(store, None, BLANK)
    assert stored(store) == {REST[-1]: given(Decimal(5))}


def test_the_blanks_are_taken_back_all_or_none(store: Store) -> None:
    record_rest(store, None, BLANK)
    with Store.open(store.path) as other:
        record(other, REST[-1], given(Decimal(5)), before=BLANK)
    with pytest.raises(UserError, match=r"answer\.changed_elsewhere"):
        record_rest(store, BLANK, None)
    assert stored(store) == {**BLANK_REST, REST[-1]: given(Decimal(5))}


def test_an_answer_that_one_of_the_questions_does_not_allow_is_given_to_none(store: Store) -> None:
    with pytest.raises(UserError, match=r"answer\."):
        record_rest(store, None, given(2))
    assert stored(store) == {}


@pytest.mark.parametrize("keying", Keying)
def test_nothing_is_noted_on_a_sheet_that_another_window_has_deleted(store: Store, keying: Keying) -> None:
    sheet, question = store.sheets.get(1), store.rounds.all()[0].questionnaire.question("a.grad")
    with Store.open(store.path) as other:
        other.sheets.delete(1)
        with pytest.raises(UserError, match=r"sheet\.gone"):
            record_alike(store, sheet, [question], None, BLANK, keying)
        other.sheets.restore(1)
    assert (stored(store), second(store)) == ({}, {})


def test_no_question_left_is_nothing_to_note(store: Store) -> None:
    record_alike(store, store.sheets.get(1), [], None, BLANK, Keying.FIRST)
    record(store, "a.grad", given(3))
    assert stored(store) == {"a.grad": given(3)}


def test_both_keyings_of_a_sheet_are_recorded_apart(store: Store) -> None:
    question = store.rounds.all()[0].questionnaire.question("a.grad")
    record(store, "a.grad", given(3))
    record_answer(store, store.sheets.get(1), question, None, given(2), Keying.SECOND)
    assert (stored(store), second(store)) == ({"a.grad": given(3)}, {"a.grad": given(2)})
    with pytest.raises(UserError, match=r"answer\.not_a_choice"):
        record_answer(store, store.sheets.get(1), question, given(2), given(9), Keying.SECOND)
    assert second(store) == {"a.grad": given(2)}
