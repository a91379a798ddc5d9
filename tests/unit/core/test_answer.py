"""Which answers a question allows, and what a written answer means."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kommune_desktop.core.answer import MAX_TEXT, Answer, State, Value, check, parse, parse_number
from kommune_desktop.core.questionnaire import Kind, NumberRange, Question
from kommune_desktop.errors import UserError
from tests.builders import question

SCALE = question(kind=Kind.SCALE)
SINGLE = question(kind=Kind.SINGLE)
MULTI = question(kind=Kind.MULTI)
TEXT = question(kind=Kind.TEXT)
SHARE = question(kind=Kind.NUMBER, number=NumberRange(Fraction("0.5"), Fraction(100), 1, None))
UNLIMITED = question(kind=Kind.NUMBER)
WITHOUT_VALUE = [state for state in State if state is not State.GIVEN]
OF_EVERY_KIND = [SCALE, SINGLE, MULTI, TEXT, SHARE]


def given(value: Value) -> Answer:
    return Answer(State.GIVEN, value)


def refusal(asked: Question, answer: Answer) -> UserError:
    with pytest.raises(UserError) as caught:
        check(asked, answer)
    return caught.value


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        (SCALE, 0),
        (SCALE, 4),
        (SINGLE, 3),
        (MULTI, frozenset({0})),
        (MULTI, frozenset({0, 1, 2, 3, 4})),
        (SHARE, Decimal("0.5")),
        (SHARE, Decimal(100)),
        (SHARE, Decimal("33.3")),
        (SHARE, Decimal("33.30")),
        (UNLIMITED, Decimal("-12.345")),
        (TEXT, "Mehr Zeit."),
        (TEXT, "x" * MAX_TEXT),
    ],
)
def test_an_answer_that_fits_the_question_is_allowed(asked: Question, value: Value) -> None:
    check(asked, given(value))


@pytest.mark.parametrize("state", WITHOUT_VALUE)
@pytest.mark.parametrize("asked", OF_EVERY_KIND)
def test_every_question_may_stay_without_a_value(asked: Question, state: State) -> None:
    check(asked, Answer(state))


@pytest.mark.parametrize("state", WITHOUT_VALUE)
def test_a_value_stands_only_beside_the_state_given(state: State) -> None:
    assert refusal(SCALE, Answer(state, 2)).key == "answer.value_without_state"


@pytest.mark.parametrize("asked", OF_EVERY_KIND)
def test_the_state_given_needs_a_value(asked: Question) -> None:
    assert refusal(asked, Answer(State.GIVEN)).key == "answer.value_missing"


def test_the_lowest_choice_is_a_value_and_not_a_missing_one() -> None:
    check(SCALE, given(0))


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        (SCALE, 5),
        (SCALE, -1),
        (SCALE, "2"),
        (SCALE, frozenset({2})),
        (SINGLE, 5),
        (SINGLE, frozenset({1})),
        (MULTI, 1),
        (MULTI, frozenset()),
        (MULTI, frozenset({1, 5})),
    ],
)
def test_what_is_not_among_the_choices_is_refused_with_those_allowed(asked: Question, value: Value) -> None:
    error = refusal(asked, given(value))
    assert (error.key, error.params["allowed"]) == ("answer.not_a_choice", "0, 1, 2, 3, 4")


@pytest.mark.parametrize("value", [2, "2", frozenset({2})])
def test_a_number_question_takes_only_numbers(value: Value) -> None:
    refusal(SHARE, given(value))


@pytest.mark.parametrize("value", [Decimal("0.4"), Decimal("100.1"), Decimal(-1)])
def test_a_number_outside_its_range_is_refused(value: Decimal) -> None:
    assert refusal(SHARE, given(value)).key == "answer.outside_range"


def test_a_number_with_too_many_decimals_is_refused() -> None:
    error = refusal(SHARE, given(Decimal("12.34")))
    assert (error.key, error.params["decimals"]) == ("answer.too_many_decimals", 1)


def test_a_text_of_spaces_is_missing() -> None:
    assert refusal(TEXT, given(" \n\t")).key == "answer.value_missing"


@pytest.mark.parametrize(
    "answer",
    [
        Answer(State.GIVEN, "x" * (MAX_TEXT + 1)),
        Answer(State.DONT_KNOW, comment="x" * (MAX_TEXT + 1)),
        Answer(State.BLANK, evidence="x" * (MAX_TEXT + 1)),
    ],
    ids=["text", "comment", "evidence"],
)
def test_a_text_that_is_too_long_is_refused_with_both_lengths(answer: Answer) -> None:
    error = refusal(TEXT, answer)
    assert (error.key, error.params) == ("answer.too_long", {"length": MAX_TEXT + 1, "longest": MAX_TEXT})


@pytest.mark.parametrize(
    ("asked", "written", "value"),
    [
        (SCALE, "3", 3),
        (SCALE, " 0 ", 0),
        (SINGLE, "4", 4),
        (MULTI, "1|3", frozenset({1, 3})),
        (MULTI, "2", frozenset({2})),
        (MULTI, " 1 | 3 ", frozenset({1, 3})),
        (SHARE, "12,5", Decimal("12.5")),
        (SHARE, "12.5", Decimal("12.5")),
        (SHARE, " 7 ", Decimal(7)),
        (TEXT, "  Mehr Zeit, bitte.  ", "Mehr Zeit, bitte."),
        (TEXT, "3", "3"),
    ],
)
def test_a_written_answer_is_understood(asked: Question, written: str, value: Value) -> None:
    found = parse(asked, written)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("asked", "written", "key"),
    [
        (SCALE, "5", "answer.not_a_choice"),
        (SCALE, "1|3", "answer.not_a_choice"),
        (SCALE, "2,5", "answer.not_a_choice"),
        (SCALE, "ja", "answer.not_a_choice"),
        (SCALE, "", "answer.not_a_choice"),
        (MULTI, "1|", "answer.not_a_choice"),
        (MULTI, "1|9", "answer.not_a_choice"),
        (SHARE, "viele", "answer.not_a_number"),
        (SHARE, "", "answer.not_a_number"),
        (SHARE, "1.234,5", "answer.not_a_number"),
        (SHARE, "101", "answer.outside_range"),
        (SHARE, "1,25", "answer.too_many_decimals"),
        (TEXT, "   ", "answer.value_missing"),
    ],
)
def test_a_written_answer_that_does_not_fit_is_refused(asked: Question, written: str, key: str) -> None:
    with pytest.raises(UserError) as caught:
        parse(asked, written)
    assert caught.value.key == key


def test_a_refused_choice_is_shown_with_all_that_was_chosen() -> None:
    with pytest.raises(UserError) as caught:
        parse(MULTI, "3|9|1")
    assert caught.value.params == {"value": "1|3|9", "allowed": "0, 1, 2, 3, 4"}


@pytest.mark.parametrize("written", ["NaN", "sNaN", "Infinity", "-inf", "1234567890123456", "1e", "--1", "0x10"])
def test_what_is_not_a_plain_number_is_refused(written: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_number(written)
    assert (caught.value.key, caught.value.params) == ("answer.not_a_number", {"value": written})


@pytest.mark.parametrize("written", ["1e999999999", "-1E+400000", "1e-999999999"])
def test_a_number_of_endless_size_is_refused_before_it_is_worked_out(written: str) -> None:
    # As a fraction it would have a billion digits: the program stands still, then runs out of memory.
    with pytest.raises(UserError):
        parse_number(written)


def test_a_number_of_fifteen_digits_is_kept_exactly() -> None:
    assert parse_number("123456789012,345") == Decimal("123456789012.345")
