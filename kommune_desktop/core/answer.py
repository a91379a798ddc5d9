"""What a sheet says to a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction

from kommune_desktop.core.questionnaire import Kind, NumberRange, Question
from kommune_desktop.errors import UserError

Value = int | frozenset[int] | Decimal | str
MAX_TEXT = 20_000
_MAX_DIGITS = 15


class State(StrEnum):
    """What is known of an answer. The states are never mixed up: a blank is not a zero."""

    GIVEN = "given"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    BLANK = "blank"
    ILLEGIBLE = "illegible"
    DOUBLE_MARKED = "double_marked"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of one sheet to one question.

    Attributes:
        value: Only for state ``given``: the choice's value for ``scale`` and ``single``, the set of chosen values for
            ``multi``, a ``Decimal`` for ``number``, a string for ``text``.
        comment: Free remark, for the internal report.
        evidence: Documents that an office names.
    """

    state: State
    value: Value | None = None
    comment: str = ""
    evidence: str = ""


Answers = Mapping[str, Answer]
"""The answers of one sheet by question id; a question without a row is not yet entered."""


def check(question: Question, answer: Answer) -> None:
    """Refuse an answer that the question does not allow.

    Raises:
        UserError: ``answer.*``; names what is allowed.
    """
    if (answer.state is State.GIVEN) != (answer.value is not None):
        raise UserError("answer.value_without_state" if answer.value is not None else "answer.value_missing")
    for text in (answer.comment, answer.evidence, answer.value):
        if isinstance(text, str) and len(text) > MAX_TEXT:
            raise UserError("answer.too_long", length=len(text), longest=MAX_TEXT)
    if answer.value is None:
        return
    if question.kind is Kind.NUMBER and isinstance(answer.value, Decimal):
        _check_number(question.number, answer.value)
    elif question.kind is Kind.TEXT and isinstance(answer.value, str):
        if not answer.value.strip():
            raise UserError("answer.value_missing")
    else:
        _check_choices(question, answer.value)


def parse(question: Question, text: str) -> Value:
    """The value that a text from a file or a field means: a choice's number, ``1|3`` for several, ``12,5``, or words.

    A choice of a scale is named by its value, 0 to m.

    Raises:
        UserError: ``answer.*``; names what is allowed.
    """
    text = text.strip()
    value: Value
    if question.kind is Kind.TEXT:
        value = text
    elif question.kind is Kind.NUMBER:
        value = parse_number(text)
    else:
        parts = text.split("|") if question.kind is Kind.MULTI else [text]
        try:
            chosen = [int(part) for part in parts]
        except ValueError:
            raise UserError("answer.not_a_choice", value=text, allowed=_allowed(question)) from None
        value = frozenset(chosen) if question.kind is Kind.MULTI else chosen[0]
    check(question, Answer(State.GIVEN, value))
    return value


def parse_number(text: str) -> Decimal:
    """A number with a decimal comma or point.

    Raises:
        UserError: ``answer.not_a_number``.
    """
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        raise UserError("answer.not_a_number", value=text) from None
    if not value.is_finite() or max(len(value.as_tuple().digits), abs(value.adjusted())) > _MAX_DIGITS:
        raise UserError("answer.not_a_number", value=text)
    return value


def _check_choices(question: Question, value: Value) -> None:
    values = {choice.value for choice in question.choices}
    chosen = value if isinstance(value, frozenset) else {value}
    one_expected = question.kind is not Kind.MULTI
    whole = all(type(part) is int for part in chosen)
    if not chosen or not whole or not chosen <= values or isinstance(value, frozenset) == one_expected:
        shown = "|".join(str(part) for part in sorted(map(str, chosen)))
        raise UserError("answer.not_a_choice", value=shown, allowed=_allowed(question))


def _check_number(allowed: NumberRange | None, value: Decimal) -> None:
    if allowed is None:
        return
    if not value.is_finite() or not allowed.lowest <= Fraction(value) <= allowed.highest:
        raise UserError("answer.outside_range", value=value, lowest=allowed.lowest, highest=allowed.highest)
    if value != round(value, allowed.decimals):
        raise UserError("answer.too_many_decimals", value=value, decimals=allowed.decimals)


def _allowed(question: Question) -> str:
    return ", ".join(str(choice.value) for choice in question.choices)
