"""Which question the name of a column means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from kommune_desktop.core.questionnaire import Question, Questionnaire
from kommune_desktop.intake.answers.mapping import Coding, Role
from kommune_desktop.intake.answers.meaning import ChoiceNames, plain

SURE = 0.9
"""From here on a name says it itself; below it is a guess."""
_BY_NUMBER = 0.9
_LEAST_ALIKE = 0.84
_SHARED_WORDS = 0.4
_SHORT = 30
_LEAST_LETTERS = 4
_NUMBER = re.compile(r"(?:g\d+)?(?:q|f|nr|no|frage|question|item|v)?[\s_.:\-]*0*(\d{1,4})", re.IGNORECASE)
_LEADING_NUMBER = re.compile(r"\s*(?:q|f|nr\.?|frage|question)?\s*\d{1,4}\s*[.):\-–]?\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(.+?)\s*\[([^\[\]]+)\]\s*", re.DOTALL)
_COMMENT = re.compile(r"(?:.*[_\s./])?(?:comments?|kommentar|bemerkung|anmerkung|remarks?|notiz)", re.IGNORECASE)
_OTHER = {"other", "sonstiges", "andere"}


@dataclass(frozen=True)
class Meant:
    """What a column seems to mean.

    Attributes:
        part: What stands behind the question in its name, as "SQ001"; empty for the answer itself.
        confidence: 0 to 1.
    """

    question: Question
    role: Role
    part: str
    confidence: float


class QuestionNames:
    """The names that a questionnaire's questions go by."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._by_id = {_letters(question.id): question for question in questionnaire.questions}
        self._by_number = {number: questionnaire.question(name) for name, number in questionnaire.numbers.items()}
        self._by_words = _by_words(questionnaire)
        self._words = [(words, set(words.split()), question) for words, question in self._by_words.items()]

    def meant(self, name: str) -> Meant | None:
        """What a name means; ``None`` where it says nothing."""
        for base, part in _splits(name):
            if part.casefold() in _OTHER:
                continue
            found = self._exact(base)
            if found is None:
                continue
            question, confidence = found
            if not part:
                return Meant(question, Role.ANSWER, "", confidence)
            if _COMMENT.fullmatch(part):
                return Meant(question, Role.COMMENT, "", confidence)
            if question.choices:
                return Meant(question, Role.CHOICE, part, confidence)
        return self._alike(name)

    def _exact(self, name: str) -> tuple[Question, float] | None:
        words = _words(name)
        question = self._by_id.get(_letters(name)) or self._by_words.get(words)
        if question is None:
            question = self._by_words.get(_words(_LEADING_NUMBER.sub("", name, count=1)))
        if question is not None:
            return question, 1.0
        number = _NUMBER.fullmatch(name.strip())
        question = self._by_number.get(int(number.group(1))) if number else None
        return (question, _BY_NUMBER) if question is not None else None

    def _alike(self, name: str) -> Meant | None:
        """The question whose words are most like a name, typing errors and all."""
        words = _words(_LEADING_NUMBER.sub("", name, count=1))
        if len(words) < _LEAST_LETTERS:
            return None
        own = set(words.split())
        best, likeness = None, _LEAST_ALIKE
        for known, parts, question in self._words:
            is_short = max(len(words), len(known)) <= _SHORT
            if not is_short and len(own & parts) < _SHARED_WORDS * max(len(own), len(parts)):
                continue
            matcher = SequenceMatcher(None, words, known)
            if matcher.real_quick_ratio() >= likeness and matcher.quick_ratio() >= likeness:
                ratio = matcher.ratio()
                if ratio > likeness:
                    best, likeness = question, ratio
        return Meant(best, Role.ANSWER, "", min(likeness, SURE - 0.01)) if best is not None else None


def choice_of(question: Question, part: str, others: Mapping[str, str]) -> int | None:
    """The choice that a part of a name means: by its words, else by its number.

    Args:
        others: The parts of all columns of the question; they tell whether numbers are values or places.
    """
    by_label = ChoiceNames(question.choices, Coding.LABEL).get(plain(part))
    if by_label is not None:
        return by_label
    values = ChoiceNames(question.choices, Coding.VALUE)
    has_letters = any(not other.isdecimal() for other in others.values())
    if not has_letters and all(values.get(plain(other)) is not None for other in others.values()):
        return values.get(plain(part))
    return ChoiceNames(question.choices, Coding.PLACE).get(plain(part))


def _splits(name: str) -> Iterator[tuple[str, str]]:
    """The ways to part a name into a question and what is said of it, the whole name first."""
    yield name, ""
    brackets = _IN_BRACKETS.fullmatch(name)
    if brackets:
        yield brackets.group(1), brackets.group(2)
    if "/" in name:
        # Kobo puts the names of groups before the question, and that of the choice behind it.
        path = name.split("/")
        for end in range(len(path), 0, -1):
            for begin in range(end):
                yield "/".join(path[begin:end]), "/".join(path[end:])
    for sign in ("_", ".", " "):
        base, found, part = name.rpartition(sign)
        if found and base:
            yield base, part


def _by_words(questionnaire: Questionnaire) -> dict[str, Question]:
    """Questions by text and label in every language; words that several have say nothing."""
    found: dict[str, Question | None] = {}
    for question in questionnaire.questions:
        for text in (question.text, question.label):
            for words in {_words(one) for one in text.by_language.values()} - {""}:
                found[words] = question if found.get(words, question) is question else None
    return {words: question for words, question in found.items() if question is not None}


def _words(text: str) -> str:
    """A text in plain letters, without its signs."""
    return " ".join(re.sub(r"[^\w]+", " ", plain(text)).replace("_", " ").split())


def _letters(text: str) -> str:
    """The letters and digits of a text: programs for surveys allow no dots in names."""
    return re.sub(r"[\W_]+", "", plain(text))
