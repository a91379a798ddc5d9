from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.answer import Answer, Answers, State
from kommune_desktop.core.keying import ALWAYS, BACK, DELETE, ENTER, FORWARD, Desk, Entry, KeyMap, Refusal
from kommune_desktop.core.questionnaire import Condition, Kind, NumberRange
from tests.builders import area, individual, question, questionnaire, round_of

PERCENT = NumberRange(Fraction(0), Fraction(100), 0, None)
ROUND = round_of(
    questionnaire(
        area(
            "a",
            question("scale"),
            question("follows", relevant_if=Condition("scale", at_least=2)),
            question("single", Kind.SINGLE, steps=3),
            question("multi", Kind.MULTI, steps=7),
            question("number", Kind.NUMBER, number=PERCENT),
            question("text", Kind.TEXT),
            question("many", Kind.MULTI, steps=12),
            question("others", audience=("b",)),
            question("last"),
        )
    ),
    individual("a"),
)
KEYS = [*"0123456789,/*+-.ax", ENTER, BACK, FORWARD, DELETE, *ALWAYS]


def desk(answers: Answers | None = None, *, moves_on: bool = True) -> Desk:
    return Desk(ROUND, "a", answers or {}, KeyMap(), moves_on=moves_on)


def key_in(made: Desk, *keys: str) -> list[object]:
    """Press keys as a person does, each answer saved at once; what came of each."""
    outcomes: list[object] = []
    for key in keys:
        outcome = made.press(key)
        if isinstance(outcome, Entry):
            made.accept(outcome)
        outcomes.append(outcome)
    return outcomes


def leave_rest_blank(made: Desk) -> None:
    for open_question in made.rest_open:
        made.accept(Entry(open_question, Answer(State.BLANK), moves_on=True))


def at(made: Desk) -> str | None:
    return made.current.id if made.current else None


def test_a_sheet_asks_what_is_printed_for_its_group() -> None:
    assert [q.id for q in desk().questions] == ["scale", "follows", "single", "multi", "number", "text", "many", "last"]


def test_one_key_answers_and_leads_on() -> None:
    made = desk()
    key_in(made, "4")
    assert made.answers == {"scale": Answer(State.GIVEN, 3)}
    assert at(made) == "follows"


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("0", "blank"),
        ("8", "dont_know"),
        ("9", "not_applicable"),
        (",", "illegible"),
        (".", "illegible"),
        ("/", "double_marked"),
    ],
)
def test_each_state_has_its_key(key: str, state: str) -> None:
    made = desk()
    key_in(made, key)
    assert made.answers == {"scale": Answer(State(state))}


@pytest.mark.parametrize("key", ["6", "7", "a", "x", ENTER, FORWARD, DELETE])
def test_a_key_that_means_nothing_changes_nothing_and_says_why(key: str) -> None:
    made = desk()
    (outcome,) = key_in(made, key)
    assert isinstance(outcome, Refusal)
    assert (made.answers, at(made), made.buffer) == ({}, "scale", "")


def test_a_question_that_an_answer_takes_away_is_passed_over() -> None:
    made = desk()
    key_in(made, "1")
    assert at(made) == "single"
    assert made.is_skipped(made.questions[1])


def test_a_cross_where_nothing_was_asked_is_kept_and_named() -> None:
    made = desk()
    key_in(made, "1", BACK, "5")
    assert made.answers["follows"] == Answer(State.GIVEN, 4)
    assert [q.id for q in made.contradictions] == ["follows"]
    assert at(made) == "single"


def test_several_choices_are_toggled_and_closed_with_enter() -> None:
    made = desk()
    made.jump(4)
    key_in(made, "3", "1", "3", "7", ENTER)
    assert made.answers == {"multi": Answer(State.GIVEN, frozenset({0, 6}))}
    assert at(made) == "number"


def test_a_number_takes_all_digits() -> None:
    made = desk()
    made.jump(5)
    key_in(made, "8", "9", ENTER)
    assert made.answers == {"number": Answer(State.GIVEN, Decimal(89))}


def test_a_number_out_of_range_is_refused_and_typed_anew() -> None:
    made = desk()
    made.jump(5)
    outcome = key_in(made, "1", "0", "1", ENTER)[-1]
    assert isinstance(outcome, Refusal)
    assert outcome.reason.key == "answer.outside_range"
    assert (made.buffer, made.answers) == ("", {})


def test_nothing_written_where_a_number_belongs_is_blank() -> None:
    made = desk()
    made.jump(5)
    key_in(made, ENTER)
    assert made.answers == {"number": Answer(State.BLANK)}


def test_the_function_keys_mean_states_even_where_digits_are_typed() -> None:
    made = desk()
    made.jump(5)
    key_in(made, "f5")
    assert made.answers == {"number": Answer(State.DONT_KNOW)}


def test_more_choices_than_keys_are_named_by_number() -> None:
    made = desk()
    made.jump(7)
    key_in(made, *"12,3", ENTER)
    assert made.answers == {"many": Answer(State.GIVEN, frozenset({11, 2}))}


def test_words_and_no_words() -> None:
    made = desk()
    made.jump(6)
    assert isinstance(made.press("5"), Refusal)
    written, left = made.text("  Mehr Zeit "), made.text(" ")
    assert isinstance(written, Entry)
    assert written.answer == Answer(State.GIVEN, "Mehr Zeit")
    assert isinstance(left, Entry)
    assert left.answer == Answer(State.BLANK)


def test_a_comment_stays_with_its_answer_and_waits_for_it() -> None:
    made = desk()
    entry = made.comment("gut ")
    assert isinstance(entry, Entry)
    made.accept(entry)
    assert at(made) == "scale"
    assert at(desk(made.answers)) == "scale", "keying goes on where the answer is still missing"
    key_in(made, "3")
    assert made.answers["scale"] == Answer(State.GIVEN, 2, "gut")


def test_without_advance_enter_leads_on() -> None:
    made = desk(moves_on=False)
    key_in(made, "3")
    assert at(made) == "scale"
    key_in(made, ENTER)
    assert at(made) == "follows"


def test_an_answer_is_taken_back() -> None:
    made = desk({"scale": Answer(State.GIVEN, 1)})
    made.jump(1)
    key_in(made, DELETE)
    assert (made.answers, at(made)) == ({}, "scale")


def test_the_rest_can_be_made_blank() -> None:
    made = desk({"scale": Answer(State.GIVEN, 0)})
    leave_rest_blank(made)
    assert made.gaps == []
    assert at(made) is None
    assert "follows" not in made.answers


def test_enter_does_not_leave_the_end() -> None:
    made = desk()
    leave_rest_blank(made)
    assert isinstance(made.press(ENTER), Refusal)
    key_in(made, BACK)
    assert at(made) == "last"


def test_own_keys_are_their_own() -> None:
    KeyMap("w", "t", "u", "d").check()
    for wrong in (KeyMap("7"), KeyMap("8", "8"), KeyMap("*"), KeyMap("")):
        with pytest.raises(Exception, match=r"keying\.keys"):
            wrong.check()


@given(st.lists(st.sampled_from(KEYS), max_size=80))
def test_whatever_is_pressed_each_answer_belongs_to_the_question_that_was_shown(keys: list[str]) -> None:
    made = desk()
    for key in keys:
        shown, before = made.current, dict(made.answers)
        outcome = made.press(key)
        if isinstance(outcome, Entry):
            assert outcome.question is shown
            made.accept(outcome)
            changed = {
                name for name in before.keys() | made.answers.keys() if before.get(name) != made.answers.get(name)
            }
            assert changed <= {outcome.question.id}
        else:
            assert made.answers == before
        assert 0 <= made.place <= len(made.questions)


@given(st.lists(st.sampled_from("0123456789,/"), max_size=40))
def test_keying_goes_on_where_it_stopped(keys: list[str]) -> None:
    made = desk()
    key_in(made, *keys)
    if made.current is None or made.current.id not in made.answers:
        assert at(desk(made.answers)) == at(made)
