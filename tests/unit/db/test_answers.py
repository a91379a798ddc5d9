"""Answers come back from the store as they were given."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.db.answers import decode, encode
from kommune_desktop.errors import UserError
from tests.unit.db.builders import EXAMPLES, answers_of, document, given, question
from tests.unit.db.builders import add_round as add_round_to


@pytest.fixture
def sheet(store: Store, round_: Round) -> Sheet:
    return store.sheets.add(round_, "council", "1")


def saved(store: Store, sheet: Sheet, question_id: str, answer: Answer) -> Answer:
    store.answers.save(sheet.id, question_id, answer)
    asked = store.rounds.get(sheet.round_id).questionnaire.questions
    return store.answers.of_sheet(sheet.id, asked)[question_id]


numbers = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=2)
values = st.one_of(
    st.tuples(st.sampled_from([Kind.SCALE, Kind.SINGLE]), st.integers(0, 30)),
    st.tuples(st.just(Kind.MULTI), st.frozensets(st.integers(0, 30), min_size=1)),
    st.tuples(st.just(Kind.NUMBER), numbers),
    st.tuples(st.just(Kind.TEXT), st.text()),
)


@settings(deadline=None)
@for_any(values)
def test_a_value_of_every_kind_survives_its_way_through_the_columns(kind_and_value: tuple[Kind, Value]) -> None:
    kind, value = kind_and_value
    assert decode(kind, *encode(value)) == value


@pytest.mark.parametrize("kind", Kind)
def test_no_value_stays_none(kind: Kind) -> None:
    assert encode(None) == (None, None)
    assert decode(kind, None, None) is None


@pytest.mark.parametrize("number", ["0", "-1", "0.1", "12.5", "1000", "999999999999", "0.0001", "123456789012.345"])
def test_a_number_comes_back_exactly(store: Store, round_: Round, sheet: Sheet, number: str) -> None:
    value = saved(store, sheet, "a.zahl", given(Decimal(number))).value
    assert isinstance(value, Decimal)
    assert f"{value:f}" == number


@pytest.mark.parametrize("state", [state for state in State if state is not State.GIVEN])
def test_every_state_without_a_value_is_kept_apart(store: Store, sheet: Sheet, state: State) -> None:
    answer = Answer(state, comment="Warum?", evidence="Anlage 3")
    assert saved(store, sheet, "a.grad", answer) == answer


@pytest.mark.parametrize(
    "text", ["Zeile 1\nZeile 2\r\n", "'; DROP TABLE answer; --", "👩‍👩‍👧 ẞ ﬁ", "a\x00b", " innen  leer ", "x" * 20_000]
)
def test_hard_texts_come_back_from_the_file(store: Store, sheet: Sheet, text: str) -> None:
    answer = given(text, comment=text, evidence=text)
    assert saved(store, sheet, "a.warum", answer) == answer


def test_an_answer_of_each_kind_comes_back_from_the_file(store: Store, round_: Round, sheet: Sheet) -> None:
    for question_id, answer in EXAMPLES.items():
        store.answers.save(sheet.id, question_id, answer)
    assert answers_of(store, round_) == {"1": EXAMPLES}


def test_an_answer_takes_the_place_of_the_one_before(store: Store, round_: Round, sheet: Sheet) -> None:
    old = given(4, "alt", "Beleg")
    store.answers.save(sheet.id, "a.grad", old)
    store.answers.save(sheet.id, "a.grad", given(1), before=old)
    store.answers.save(sheet.id, "a.grad", Answer(State.BLANK), before=given(1))
    assert answers_of(store, round_) == {"1": {"a.grad": Answer(State.BLANK)}}


@pytest.mark.parametrize(
    ("there", "thought"),
    [
        (given(4), None),
        (given(4), given(3)),
        (given(4), given(4, "Kommentar")),
        (Answer(State.BLANK), Answer(State.DONT_KNOW)),
        (None, given(4)),
    ],
)
def test_what_another_window_has_answered_meanwhile_stands(
    store: Store, round_: Round, sheet: Sheet, there: Answer | None, thought: Answer | None
) -> None:
    store.answers.save(sheet.id, "a.grad", there)
    for new in (given(1), None) if thought else (given(1),):
        with pytest.raises(UserError) as refused:
            store.answers.save(sheet.id, "a.grad", new, before=thought)
        assert refused.value.key == "answer.changed_elsewhere"
        assert answers_of(store, round_) == {"1": {"a.grad": there} if there else {}}


def test_an_answer_taken_back_counts_as_not_entered(store: Store, round_: Round, sheet: Sheet) -> None:
    store.answers.save(sheet.id, "a.grad", given(4))
    store.answers.save(sheet.id, "a.ja", given(1))
    store.answers.save(sheet.id, "a.grad", None, before=given(4))
    store.answers.save(sheet.id, "a.eins", None)
    assert answers_of(store, round_) == {"1": {"a.ja": given(1)}}


def test_answers_of_one_sheet_are_not_those_of_another(store: Store, round_: Round, sheet: Sheet) -> None:
    other = store.sheets.add(round_, "council", "2")
    store.answers.save(sheet.id, "a.grad", given(4))
    store.answers.save(other.id, "a.grad", given(0))
    assert answers_of(store, round_) == {"1": {"a.grad": given(4)}, "2": {"a.grad": given(0)}}


def test_only_answers_to_the_questions_asked_for_are_read(store: Store, round_: Round, sheet: Sheet) -> None:
    for question_id in ("a.grad", "a.ja"):
        store.answers.save(sheet.id, question_id, given(1))
    asked = [round_.questionnaire.question("a.ja")]
    assert store.answers.of_sheet(sheet.id, asked) == {"a.ja": given(1)}


def test_many_sheets_are_added_with_their_answers(store: Store, round_: Round) -> None:
    store.answers.add_sheets(round_, [("W1", "welfare", list(EXAMPLES.items())), ("W2", "welfare", [])])
    assert answers_of(store, round_) == {"W1": EXAMPLES, "W2": {}}
    assert store.sheets.count_by_group(round_.id) == {"administration": 0, "council": 0, "welfare": 2}


def test_sheets_added_to_a_store_that_has_some_keep_apart_from_them(store: Store, round_: Round, sheet: Sheet) -> None:
    store.answers.save(sheet.id, "a.grad", given(4))
    store.answers.add_sheets(round_, [("W1", "welfare", [("a.grad", given(0))])])
    assert answers_of(store, round_) == {"1": {"a.grad": given(4)}, "W1": {"a.grad": given(0)}}


def test_of_many_sheets_none_is_added_when_one_is_faulty(store: Store, round_: Round) -> None:
    good = ("W1", "welfare", [("a.grad", given(1))])
    broken = ("W2", "welfare", [("a.grad", Answer(State.DONT_KNOW, 1))])
    with pytest.raises(Exception, match="CHECK constraint failed"):
        store.answers.add_sheets(round_, [good, broken])
    assert answers_of(store, round_) == {}
    store.answers.add_sheets(round_, [good])
    assert set(answers_of(store, round_)) == {"W1"}


def test_of_many_sheets_none_is_added_when_making_them_stops_half_way(store: Store, round_: Round) -> None:
    def sheets() -> object:
        yield "W1", "welfare", [("a.grad", given(1))]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.answers.add_sheets(round_, sheets())  # type: ignore[arg-type]
    assert answers_of(store, round_) == {}
    assert store.sheets.add(round_, "council", "1").number == "1"


def test_no_sheets_are_added_without_complaint(store: Store, round_: Round) -> None:
    store.answers.add_sheets(round_, [])
    assert store.sheets.of_round(round_.id) == []


def test_a_question_keeps_its_answers_apart_by_round(store: Store, round_: Round, sheet: Sheet) -> None:
    later = add_round_to(store, document(question("a.grad"), version="2.0"), title="Runde 2")
    other = store.sheets.add(later, "council", "1")
    store.answers.save(sheet.id, "a.grad", given(4))
    store.answers.save(other.id, "a.grad", replace(given(0), comment="später"))
    assert answers_of(store, round_) == {"1": {"a.grad": given(4)}}
    assert answers_of(store, later) == {"1": {"a.grad": given(0, "später")}}
