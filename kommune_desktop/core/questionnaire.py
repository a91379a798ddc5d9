"""The questionnaire: areas, topics, questions and the scales they are answered on."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


@dataclass(frozen=True)
class Text:
    """One text in one or more languages, by language code."""

    by_language: Mapping[str, str]

    def in_language(self, language: str) -> str:
        """The text in a language, or in the first language it has."""
        return self.by_language.get(language) or next(iter(self.by_language.values()), "")


class Kind(StrEnum):
    """How a question is answered. Only ``SCALE`` enters scores."""

    SCALE = "scale"
    SINGLE = "single"
    MULTI = "multi"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True)
class Choice:
    """One of the answers to pick from; on a scale the value is its rank, 0 to m."""

    value: int
    text: Text


@dataclass(frozen=True)
class Scale:
    """Ordered choices with the values 0 to m."""

    id: str
    choices: tuple[Choice, ...]

    @property
    def highest(self) -> int:
        """The value m of the highest choice."""
        return self.choices[-1].value


@dataclass(frozen=True)
class NumberRange:
    """What a number may be: bounds included, with at most so many decimals."""

    lowest: Fraction
    highest: Fraction
    decimals: int
    unit: Text | None


@dataclass(frozen=True)
class Condition:
    """A question is shown only where an earlier question was given one of these values."""

    question: str
    at_least: int | None = None
    any_of: frozenset[int] = frozenset()

    def holds(self, value: int) -> bool:
        """Whether a given choice meets the condition."""
        return value >= self.at_least if self.at_least is not None else value in self.any_of


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        id: Stable through all versions of the questionnaire.
        label: A few words that stand for the question in tables and sentences.
        help: What counts as evidence.
        scale: For kind ``scale``.
        choices: What can be picked, for the kinds ``scale``, ``single`` and ``multi``.
        number: For kind ``number``.
        weight: Weight of its score within the area.
        core: Belongs to the short form.
        evidence: Asks the office to name documents.
        audience: Ids of the groups that are asked; empty for all.
        relevant_if: When it is shown; ``None`` for always.
        replaces: Id of the question of an earlier version that it continues.
    """

    id: str
    kind: Kind
    label: Text
    text: Text
    help: Text | None = None
    scale: Scale | None = None
    choices: tuple[Choice, ...] = ()
    number: NumberRange | None = None
    weight: Fraction = Fraction(1)
    core: bool = False
    evidence: bool = False
    audience: tuple[str, ...] = ()
    relevant_if: Condition | None = None
    replaces: str | None = None

    def choice(self, value: int) -> Choice:
        """The choice with a value; ``StopIteration`` where there is none."""
        return next(choice for choice in self.choices if choice.value == value)


@dataclass(frozen=True)
class Topic:
    """A page of the wizard."""

    id: str
    title: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Band:
    """A span of scores with a name: from the band before it up to, not including, ``below`` points."""

    id: str
    title: Text
    below: Fraction | None = None


@dataclass(frozen=True)
class Area:
    """A field of action (Handlungsfeld)."""

    id: str
    title: Text
    topics: tuple[Topic, ...]
    weight: Fraction = Fraction(1)
    suggestions: Mapping[str, Text] | None = None

    @property
    def questions(self) -> Iterator[Question]:
        """Its questions, in order."""
        return (question for topic in self.topics for question in topic.questions)


DEFAULT_BANDS = (
    Band("start", Text({"de": "am Anfang", "en": "at the start"}), Fraction(25)),
    Band("developing", Text({"de": "in Entwicklung", "en": "developing"}), Fraction(50)),
    Band("on_track", Text({"de": "auf gutem Weg", "en": "on the right track"}), Fraction(75)),
    Band("anchored", Text({"de": "fest verankert", "en": "firmly established"})),
)


@dataclass(frozen=True)
class Questionnaire:
    """A version of a questionnaire; immutable, and stored with every round that uses it."""

    id: str
    version: str
    title: Text
    languages: tuple[str, ...]
    areas: tuple[Area, ...]
    bands: tuple[Band, ...] = DEFAULT_BANDS

    @functools.cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order of the paper."""
        return tuple(question for area in self.areas for question in area.questions)

    @functools.cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each question on paper, from 1, by id."""
        return {question.id: number for number, question in enumerate(self.questions, start=1)}

    @functools.cached_property
    def _by_id(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.questions}

    def question(self, question_id: str) -> Question:
        """The question of an id; ``KeyError`` where there is none."""
        return self._by_id[question_id]

    def __contains__(self, question_id: object) -> bool:
        return question_id in self._by_id

    def band(self, score: Fraction) -> Band:
        """The band of a score of 0 to 100 points, before any rounding."""
        return next(band for band in self.bands if band.below is None or score < band.below)
