"""What a list says of an answer is what a person finds on the paper."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.answer import Answer, State, Value, parse_number
from kommune_desktop.core.questionnaire import Kind, NumberRange
from kommune_desktop.core.wording import on_paper
from kommune_desktop.texts import texts
from tests.builders import question

LANGUAGES = ("de", "en")
AMOUNT = question("n", Kind.NUMBER, number=NumberRange(Fraction(-(10**9)), Fraction(10**9), 2, None))


def said(kind: Kind, value: Value, language: str = "de") -> str:
    return on_paper(question("q", kind), Answer(State.GIVEN, value), texts(language))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_not_keyed_is_an_empty_text(kind: Kind, language: str) -> None:
    assert on_paper(question("q", kind), None, texts(language)) == ""


@pytest.mark.parametrize("state", [state for state in State if state is not State.GIVEN])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_is_said_in_its_word(state: State, language: str) -> None:
    words = texts(language)
    assert on_paper(question(), Answer(state, comment="egal"), words) == words(f"state.{state.value}")


@pytest.mark.parametrize("kind", [Kind.SCALE, Kind.SINGLE])
def test_a_choice_is_said_with_its_place_on_the_paper_which_counts_from_one(kind: Kind) -> None:
    assert said(kind, 0) == "1 Stufe 0"
    assert said(kind, 4) == "5 Stufe 4"
    assert said(kind, 4, "en") == "5 step 4"


def test_several_choices_are_said_by_their_places_in_order() -> None:
    assert said(Kind.MULTI, frozenset({4, 0, 2})) == "1 3 5"
    assert said(Kind.MULTI, frozenset({3})) == "4"


def test_words_are_said_as_they_are() -> None:
    assert said(Kind.TEXT, "Büro 1.5, Haus „A“") == "Büro 1.5, Haus „A“"


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        ("12.5", "12,5", "12.5"),
        ("0", "0", "0"),
        ("-3", "-3", "-3"),
        ("2E+1", "20", "20"),
        ("1E+3", "1000", "1000"),
        ("1E-7", "0,0000001", "0.0000001"),
    ],
)
def test_a_number_is_written_out(number: str, german: str, english: str) -> None:
    """As the store gives it: 20 comes back as 2E+1."""
    assert said(Kind.NUMBER, Decimal(number)) == german
    assert said(Kind.NUMBER, Decimal(number), "en") == english


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(LANGUAGES))
def test_a_number_that_is_said_can_be_typed_again(number: Decimal, language: str) -> None:
    said_so = on_paper(AMOUNT, Answer(State.GIVEN, number.normalize()), texts(language))
    assert set(said_so) <= set("-0123456789,.")
    assert parse_number(said_so) == number
