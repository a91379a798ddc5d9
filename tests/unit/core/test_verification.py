"""Where two keyings differ, and how often the first one was wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.batch import Batch
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.core.verification import (
    Checked,
    Difference,
    ErrorRate,
    KeyedTwice,
    Reliability,
    Resolution,
    are_alike,
    differences,
    reliability,
)
from tests.builders import question

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
SCALE, MULTI, NUMBER, WORDS = QUESTIONS = (
    question("scale"),
    question("multi", Kind.MULTI),
    question("number", Kind.NUMBER),
    question("text", Kind.TEXT),
)
BATCHES = [Batch(number, 1, number, expected=0, created=START) for number in (1, 2)]
BLANK = Answer(State.BLANK)
PROPERTY = settings(max_examples=60, deadline=None)


def given(value: Value, comment: str = "") -> Answer:
    return Answer(State.GIVEN, value, comment)


def sheet(sheet_id: int = 1, batch_id: int | None = 1, keyed_by: str = "KS") -> Sheet:
    return Sheet(sheet_id, 1, "a", str(sheet_id), START, batch_id=batch_id, keyed_by=keyed_by)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, None),
        (None, BLANK),
        (given(2), given(2)),
        (given(2, "gut lesbar"), given(2)),
        (given(frozenset({0, 3})), given(frozenset({3, 0}))),
        (given(Decimal("1E+1")), given(Decimal("10.0"))),
        (given("Neue Straße"), given("  neue\n STRASSE ")),
        (given("a b"), given("A\N{NO-BREAK SPACE}B")),
    ],
)
def test_keyings_that_say_the_same_are_alike(one: Answer | None, other: Answer | None) -> None:
    assert are_alike(one, other)
    assert are_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, given(0)),
        (BLANK, given(0)),
        (BLANK, Answer(State.DONT_KNOW)),
        (None, Answer(State.ILLEGIBLE)),
        (Answer(State.ILLEGIBLE), Answer(State.DOUBLE_MARKED)),
        (given(1), given(2)),
        (given(frozenset({0})), given(frozenset({0, 3}))),
        (given(Decimal(10)), given(Decimal("10.5"))),
        (given("Fahrrad"), given("Fahrräder")),
        (given("zu Hause"), given("zuhause")),
    ],
)
def test_keyings_that_say_something_else_are_not(one: Answer | None, other: Answer | None) -> None:
    assert not are_alike(one, other)
    assert not are_alike(other, one)


def test_differences_stand_in_the_order_of_sheets_and_questions() -> None:
    one, two = sheet(1), sheet(2)
    keyed = [KeyedTwice(place, asked.id, None, given(1)) for asked in (SCALE, MULTI) for place in (1, 2)]
    found = differences([two, one], QUESTIONS, keyed, {})
    assert [(one.sheet.id, one.question) for one in found] == [(2, SCALE), (2, MULTI), (1, SCALE), (1, MULTI)]


def test_what_is_of_no_sheet_or_question_that_is_asked_for_is_left_out() -> None:
    keyed = [KeyedTwice(9, "scale", None, given(1)), KeyedTwice(1, "gone", None, given(1))]
    assert differences([sheet()], QUESTIONS, keyed, {(9, "scale"): Resolution(None, "")}) == []


def test_an_open_difference_tells_both_keyings() -> None:
    (found,) = differences([sheet()], QUESTIONS, [KeyedTwice(1, "scale", given(1), given(2))], {})
    assert found == Difference(sheet(), SCALE, given(1), given(2))
    assert found.is_open
    assert not found.first_was_wrong


def test_a_settled_difference_tells_what_was_keyed_and_what_stands_now() -> None:
    resolution = Resolution(given(1), "steht so da")
    (found,) = differences(
        [sheet()], QUESTIONS, [KeyedTwice(1, "scale", given(2), given(2))], {(1, "scale"): resolution}
    )
    assert found == Difference(sheet(), SCALE, given(1), given(2), given(2), resolution)
    assert not found.is_open


@pytest.mark.parametrize(
    ("first", "settled", "is_wrong"),
    [
        (given(1), given(1), False),
        (given(1), given(1, "Kommentar"), False),
        (given(1), given(2), True),
        (given(1), BLANK, True),
        (None, BLANK, False),
        (None, given(2), True),
        (given("ja"), given("Ja "), False),
    ],
)
def test_the_first_keying_was_wrong_where_something_else_stands_now(
    first: Answer | None, settled: Answer, is_wrong: bool
) -> None:
    (found,) = differences(
        [sheet()], QUESTIONS, [KeyedTwice(1, "text", settled, given(3))], {(1, "text"): Resolution(first, "")}
    )
    assert found.first_was_wrong is is_wrong


def test_the_rate_is_wrong_answers_per_thousand_checked_ones() -> None:
    assert ErrorRate(checked=800, differing=5, wrong=3, open=1).per_thousand == Fraction(15, 4)
    assert ErrorRate(checked=800, differing=5, wrong=0, open=5).per_thousand == 0
    assert ErrorRate(checked=0, differing=0, wrong=0, open=0).per_thousand is None


def test_error_rates_worked_out_by_hand() -> None:
    """Two sheets of batch 1 by KS and AB and one of a dissolved batch by KS, with four questions each.

    The second keying has 4 answers of the first sheet, 3 of the second (nothing for the text, where the first has
    words: that was looked at again as well), and 4 of the third. That makes 4 + 4 + 4 = 12 checked answers.
    """
    one, two, three = sheet(1), sheet(2, keyed_by="AB"), sheet(3, batch_id=None)
    checked = [
        Checked(one.batch_id, one.keyed_by, asked.id, count=1)
        for one in (one, two, three)
        for asked in QUESTIONS
        if (one.id, asked.id) != (2, "text")
    ]
    note = Resolution(given(1), "")
    found = [
        Difference(one, SCALE, given(1), given(2), given(2), note),  # the second was right
        Difference(one, NUMBER, given(1), given(2), given(1), note),  # the first was right
        Difference(two, WORDS, given("ja"), None),  # open
        Difference(three, SCALE, given(1), given(2), given(3), note),  # none was right
    ]
    rates = reliability(BATCHES, QUESTIONS, checked, found)
    assert rates.total == ErrorRate(12, 4, 2, 1)
    assert rates.batches == [(BATCHES[0], ErrorRate(8, 3, 1, 1)), (None, ErrorRate(4, 1, 1, 0))]
    assert rates.questions == [
        (SCALE, ErrorRate(3, 2, 2, 0)),
        (MULTI, ErrorRate(3, 0, 0, 0)),
        (NUMBER, ErrorRate(3, 1, 0, 0)),
        (WORDS, ErrorRate(3, 1, 0, 1)),
    ]
    assert rates.people == [("AB", ErrorRate(4, 1, 0, 1)), ("KS", ErrorRate(8, 3, 2, 0))]
    assert rates.total.per_thousand == Fraction(500, 3)


def test_without_second_keying_there_are_no_rates() -> None:
    rates = reliability(BATCHES, QUESTIONS, [], [])
    assert rates == Reliability(ErrorRate(0, 0, 0, 0), [], [], [])


VALUES: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.SCALE: st.integers(0, 4),
    Kind.MULTI: st.frozensets(st.integers(0, 2), min_size=1),
    Kind.NUMBER: st.sampled_from([Decimal("1E+1"), Decimal(10), Decimal("0.5")]),
    Kind.TEXT: st.sampled_from(["ja", "Ja", "  JA ", "nein", "so  so", "So so"]),
}
STATES = st.sampled_from([state for state in State if state is not State.GIVEN])


def answers(kind: Kind) -> st.SearchStrategy[Answer | None]:
    return st.none() | st.builds(Answer, STATES) | st.builds(given, VALUES[kind], st.sampled_from(["", "Kommentar"]))


@dataclass(frozen=True)
class Desk:
    """Sheets keyed twice, in batches that may be dissolved, and what was settled."""

    sheets: Sequence[Sheet]
    keyed: Sequence[KeyedTwice]
    resolutions: dict[tuple[int, str], Resolution]

    @property
    def found(self) -> list[Difference]:
        return differences(self.sheets, QUESTIONS, self.keyed, self.resolutions)

    @property
    def rates(self) -> Reliability:
        of = {one.id: one for one in self.sheets}
        twice = [one for one in self.keyed if one.second is not None]
        counts = Counter((of[one.sheet_id].batch_id, of[one.sheet_id].keyed_by, one.question_id) for one in twice)
        return reliability(BATCHES, QUESTIONS, [Checked(*place, count) for place, count in counts.items()], self.found)


@st.composite
def desks(draw: st.DrawFn) -> Desk:
    places = st.tuples(st.sampled_from([None, 1, 2]), st.sampled_from(["", "AB", "KS"]))
    sheets = [sheet(number, *place) for number, place in enumerate(draw(st.lists(places, max_size=4)), start=1)]
    keyed, resolutions = [], {}
    for one in sheets:
        for asked in draw(st.lists(st.sampled_from(QUESTIONS), unique_by=lambda asked: asked.id)):
            keyed.append(KeyedTwice(one.id, asked.id, draw(answers(asked.kind)), draw(answers(asked.kind))))
            if draw(st.booleans()):
                resolutions[one.id, asked.id] = Resolution(draw(answers(asked.kind)), "")
    return Desk(sheets, keyed, resolutions)


def plain(answer: Answer | None) -> object:
    """What an answer says, in signs that can be compared one by one."""
    if answer is None or answer.state is State.BLANK:
        return "nothing"
    value = answer.value
    return (answer.state, value.lower().split() if isinstance(value, str) else value)


@PROPERTY
@for_any(desks())
def test_differences_are_what_was_settled_and_what_is_not_alike(desk: Desk) -> None:
    expected = {
        (one.sheet_id, one.question_id): (one.sheet_id, one.question_id) not in desk.resolutions
        for one in desk.keyed
        if (one.sheet_id, one.question_id) in desk.resolutions or plain(one.first) != plain(one.second)
    }
    assert {(one.sheet.id, one.question.id): one.is_open for one in desk.found} == expected
    assert len(desk.found) == len(expected)


@PROPERTY
@for_any(desks())
def test_every_difference_is_counted_once_in_total_in_batches_in_questions_and_in_people(desk: Desk) -> None:
    total, found = desk.rates.total, desk.found
    assert total.differing == len(found)
    assert total.open == sum(one.resolution is None for one in found)
    assert total.wrong == sum(one.resolution is not None and plain(one.first) != plain(one.settled) for one in found)
    for parts in (desk.rates.batches, desk.rates.questions, desk.rates.people):
        sums = [sum(counts) for counts in zip(*((r.checked, r.differing, r.wrong, r.open) for _, r in parts))]  # noqa: B905
        assert sums in ([], [total.checked, total.differing, total.wrong, total.open])
        assert sums or not total.checked


@PROPERTY
@for_any(desks())
def test_no_rate_has_more_differences_than_answers_that_were_checked(desk: Desk) -> None:
    rates = desk.rates
    for _, rate in [(None, rates.total), *rates.batches, *rates.questions, *rates.people]:
        assert rate.wrong + rate.open <= rate.differing <= rate.checked
        assert rate.per_thousand is None or 0 <= rate.per_thousand <= 1000


@PROPERTY
@for_any(desks())
def test_two_equal_keyings_have_no_difference(desk: Desk) -> None:
    same = Desk(desk.sheets, [replace(one, second=one.first) for one in desk.keyed], {})
    assert same.found == []
    assert (same.rates.total.differing, same.rates.total.wrong) == (0, 0)


@for_any(st.sampled_from(QUESTIONS).flatmap(lambda asked: st.tuples(answers(asked.kind), answers(asked.kind))))
def test_both_keyings_are_compared_with_equal_rights(pair: tuple[Answer | None, Answer | None]) -> None:
    one, other = pair
    assert are_alike(one, one)
    assert are_alike(one, other) == are_alike(other, one) == (plain(one) == plain(other))
