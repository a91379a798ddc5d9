"""What the keys mean at a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from kommune_desktop.core.answer import State
from kommune_desktop.core.keying import ALWAYS, BLANK, COMMENT, JUMP, MINUS, KeyMap, is_keyed_by_number
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.texts import Texts
from kommune_desktop.ui.keying.keys import REST_BLANK
from kommune_desktop.ui.keying.look import Hint

Groups = tuple[tuple[Hint, ...], ...]


def hints_for(question: Question, keys: KeyMap, words: Texts, *, only_answers: bool) -> Groups:
    """The keys of a question in groups: its choices, the states, and the ways to elsewhere.

    Args:
        only_answers: Whether there is nothing to do but to answer.
    """
    groups = (_answers(question, words), _states(question, keys, words), () if only_answers else _ways())
    return tuple(group for group in groups if group)


def _answers(question: Question, words: Texts) -> tuple[Hint, ...]:
    choices = [
        Hint(str(place), choice.text.in_language(words.language))
        for place, choice in enumerate(question.choices, start=1)
    ]
    remark = {
        Kind.TEXT: QCoreApplication.translate("hints", "Text und Eingabetaste; ohne Text: leer"),
        Kind.NUMBER: QCoreApplication.translate("hints", "Zahl und Eingabetaste; ohne Zahl: leer"),
        Kind.MULTI: QCoreApplication.translate("hints", "mehrere möglich, dann Eingabetaste"),
    }.get(question.kind, "")
    if is_keyed_by_number(question) and question.choices:
        remark = QCoreApplication.translate("hints", "Nummern mit Komma dazwischen, dann Eingabetaste")
    return (*choices, Hint("", remark)) if remark else tuple(choices)


def _states(question: Question, keys: KeyMap, words: Texts) -> tuple[Hint, ...]:
    if question.kind is Kind.TEXT or is_keyed_by_number(question):
        return tuple(_named(ALWAYS, words))
    return Hint(BLANK, words(f"state.{State.BLANK.value}")), *_named(keys.states, words)


def _named(states: Mapping[str, State], words: Texts) -> Iterable[Hint]:
    return (Hint(key.upper(), words(f"state.{state.value}")) for key, state in states.items())


def _ways() -> tuple[Hint, ...]:
    return (
        Hint(COMMENT, QCoreApplication.translate("hints", "Bemerkung")),
        Hint(JUMP, QCoreApplication.translate("hints", "zu einer Frage")),
        Hint(MINUS, QCoreApplication.translate("hints", "zurück")),
        Hint(REST_BLANK.upper(), QCoreApplication.translate("hints", "Rest leer")),
    )
