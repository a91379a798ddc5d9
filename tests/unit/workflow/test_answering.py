"""An answer is checked, saved and on disk, or refused and nothing has changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.workflow.answering import record_answer
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
