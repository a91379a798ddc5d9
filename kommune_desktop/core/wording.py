"""Answers in words, as they stand on a sheet."""

from __future__ import annotations

from decimal import Decimal

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.texts import Texts


def on_paper(question: Question, answer: Answer | None, words: Texts) -> str:
    """What is marked at a question: the choice with its number, the numbers of several, a number, words or a state.

    Nothing at all is an empty text.
    """
    if answer is None:
        return ""
    if answer.state is not State.GIVEN or answer.value is None:
        return words(f"state.{answer.state.value}")
    return _given(question, answer.value, words)


def _given(question: Question, value: Value, words: Texts) -> str:
    if isinstance(value, str):
        return value
    places = {choice.value: place for place, choice in enumerate(question.choices, start=1)}
    if isinstance(value, frozenset):
        return " ".join(str(places[part]) for part in sorted(value))
    if isinstance(value, int) and value in places:
        text = question.choices[places[value] - 1].text.in_language(words.language)
        return f"{places[value]} {text}"
    # Read from the store 20 is 2E+1, and is written out here.
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return text.replace(".", ",") if words.language == "de" else text
