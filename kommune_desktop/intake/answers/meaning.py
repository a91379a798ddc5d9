"""What the cells of a question mean, in wide form."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kommune_desktop.core.answer import Answer, State, Value, check, parse
from kommune_desktop.core.questionnaire import Choice, Kind, Question
from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers.mapping import Coding, ColumnUse, Role
from kommune_desktop.texts import LANGUAGES, texts

TICKED = frozenset({"1", "y", "yes", "ja", "j", "x", "true", "wahr", "✓", "☑", "✔"})
NOT_TICKED = frozenset({"0", "n", "no", "nein", "false", "falsch", "☐"})
_NOT_GIVEN = tuple(state for state in State if state is not State.GIVEN)
_SURVEY_STATES = {
    State.DONT_KNOW: ("weiss nicht", "ich weiß nicht", "ich weiß es nicht", "don’t know", "dk"),
    State.NOT_APPLICABLE: ("not applicable", "n/a", "entfällt", "-oth-"),
    State.BLANK: ("k. a.", "k.a.", "keine angabe", "keine antwort", "no answer"),
}
"""What online surveys write where there is no answer; in LimeSurvey "-oth-" is another answer than those on offer."""


@functools.cache
def usual_states() -> Mapping[str, State]:
    """States by the texts that stand for them: our own names and words in every language, and those of surveys."""
    own = {plain(texts(language)(f"state.{state.value}")): state for language in LANGUAGES for state in _NOT_GIVEN}
    names = {state.value: state for state in _NOT_GIVEN}
    return own | names | {text: state for state, known in _SURVEY_STATES.items() for text in known}


@functools.cache
def not_asked() -> frozenset[str]:
    """What our own table of answers has where a sheet was not shown a question; it says as little as an empty cell."""
    return frozenset(f"[{plain(texts(language)('export.not_asked'))}]" for language in LANGUAGES)


_SEPARATORS = re.compile(r"[|;,\s]+")
_CODE = re.compile(r"[a-z]{0,3}0*([0-9]{1,9})(?:\.0+)?")
_NUMBERED = re.compile(r"\d+\s*[.):=–-]?\s+")
_LINKS = " ,;|"


def plain(text: str) -> str:
    """A text for comparing: small letters, one blank between words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True)
class Refused:
    """A cell that means nothing.

    Attributes:
        is_text: Whether the text may be given a meaning.
    """

    column: str
    text: str
    reason: UserError
    is_text: bool = False


class QuestionCells:
    """Reads the answers to one question from the columns that are about it."""

    def __init__(self, question: Question, uses: Sequence[ColumnUse], states: Mapping[str, State]) -> None:
        self.question = question
        self.answers = [use for use in uses if use.role is not Role.COMMENT]
        self.comment = next((use for use in uses if use.role is Role.COMMENT), None)
        self._states = {plain(text): state for text, state in states.items()}
        self._meanings = {use.column: {plain(text): m for text, m in use.meanings.items()} for use in uses}
        self._names = {
            use.column: ChoiceNames(question.choices, Coding.LABEL if use.role is Role.CHOICE else use.coding)
            for use in self.answers
        }
        self._known: dict[tuple[str, ...], Answer | Refused | None] = {}

    @property
    def columns(self) -> list[str]:
        """Names of its columns: those of the answer, then that of the comment."""
        return [use.column for use in (*self.answers, *([self.comment] if self.comment else []))]

    def read(self, cells: tuple[str, ...]) -> Answer | Refused | None:
        """The answer of the cells of its answer columns; ``None`` where all are empty."""
        if cells not in self._known:
            self._known[cells] = self._read(cells)
        return self._known[cells]

    def _read(self, cells: tuple[str, ...]) -> Answer | Refused | None:
        cells = tuple("" if plain(cell) in not_asked() else cell.strip() for cell in cells)
        if not any(cells):
            return None
        if self.answers[0].role is Role.CHOICE:
            return self._ticks(cells)
        return self._one(self.answers[0], cells[0])

    def _one(self, use: ColumnUse, text: str) -> Answer | Refused:
        meaning = self._meanings[use.column].get(plain(text))
        if meaning is None and self.question.kind not in (Kind.TEXT, Kind.NUMBER):
            meaning = self._names[use.column].get(plain(text))
        if meaning is None:
            meaning = self._state(plain(text))
        if isinstance(meaning, State):
            return Answer(meaning)
        try:
            return Answer(State.GIVEN, self._value(use, text, meaning))
        except UserError as error:
            return Refused(use.column, text, error, is_text=self.question.kind is not Kind.TEXT)

    def _state(self, text: str) -> State | None:
        """The state that a text in plain letters stands for, in brackets as in our own tables or without."""
        return self._states.get(text) or self._states.get(text.removeprefix("[").removesuffix("]"))

    def _value(self, use: ColumnUse, text: str, meaning: int | None) -> Value:
        question = self.question
        value: Value
        if question.kind in (Kind.TEXT, Kind.NUMBER):
            return parse(question, text)
        if question.kind is Kind.MULTI:
            value = frozenset([meaning] if meaning is not None else self._several(use, text))
        elif meaning is None:
            raise self._no_choice(use, text)
        else:
            value = meaning
        check(question, Answer(State.GIVEN, value))
        return value

    def _several(self, use: ColumnUse, text: str) -> list[int]:
        names, meanings = self._names[use.column], self._meanings[use.column]
        values = {name: meaning for name, meaning in meanings.items() if not isinstance(meaning, State)}
        if use.coding is Coding.LABEL:
            parts = _labels(text, {**names.by_text, **values})
        else:
            parts = [plain(part) for part in _SEPARATORS.split(text) if part]
        found = [values.get(part, names.get(part)) for part in parts]
        chosen = [value for value in found if value is not None]
        if not chosen or len(chosen) < len(found):
            raise self._no_choice(use, text)
        return chosen

    def _no_choice(self, use: ColumnUse, text: str) -> UserError:
        return UserError("answer.not_a_choice", value=text, allowed=self._allowed(use.coding))

    def _allowed(self, coding: Coding) -> str:
        choices = self.question.choices
        words = [next(iter(choice.text.by_language.values()), "") for choice in choices]
        if coding is Coding.LABEL:
            return "; ".join(words)
        numbers = range(1, len(choices) + 1) if coding is Coding.PLACE else [choice.value for choice in choices]
        return "; ".join(f"{number} = {word}" for number, word in zip(numbers, words, strict=True))

    def _ticks(self, cells: tuple[str, ...]) -> Answer | Refused:
        """The choices whose columns are ticked; a state where it stands in all columns that say anything."""
        chosen: set[int] = set()
        states: set[State] = set()
        for use, cell in zip(self.answers, cells, strict=True):
            meaning = self._tick(use, plain(cell))
            if isinstance(meaning, Refused):
                return meaning
            if isinstance(meaning, State):
                states.add(meaning)
            elif meaning is not None:
                chosen.add(meaning)
        if len(states) + bool(chosen) > 1:
            return Refused(self.answers[0].column, "", UserError("import.wide.mixed"))
        if states:
            return Answer(states.pop())
        return Answer(State.GIVEN, frozenset(chosen)) if chosen else Answer(State.BLANK)

    def _tick(self, use: ColumnUse, text: str) -> int | State | Refused | None:
        """The choice of a ticked column, a state, or nothing."""
        meaning = self._meanings[use.column].get(text)
        if meaning is not None:
            return meaning
        if text in TICKED or (text and self._names[use.column].get(text) == use.choice):
            return use.choice
        if not text or text in NOT_TICKED:
            return None
        state = self._state(text)
        if state is not None:
            return state
        return Refused(use.column, text, UserError("import.wide.no_tick", value=text), is_text=True)


class ChoiceNames:
    """The values of choices by the texts that a coding has for them."""

    def __init__(self, choices: Sequence[Choice], coding: Coding) -> None:
        self._is_label = coding is Coding.LABEL
        self.by_text: dict[str, int] = {}
        for place, choice in enumerate(choices, start=1):
            number = place if coding is Coding.PLACE else choice.value
            names = choice.text.by_language.values() if self._is_label else [str(number)]
            for name in names:
                self.by_text.setdefault(plain(name), choice.value)

    def get(self, text: str) -> int | None:
        """The value that a text in plain letters names; words may have a number before them, numbers letters."""
        found = self.by_text.get(text)
        if found is not None:
            return found
        if self._is_label:
            # Kobo makes names of labels, with underscores for blanks; others have a number before the words.
            numbered = _NUMBERED.match(text)
            return self.by_text.get(text[numbered.end() :] if numbered else text.replace("_", " "))
        code = _CODE.fullmatch(text)
        return self.by_text.get(code.group(1)) if code else None


def _labels(text: str, names: Iterable[str]) -> list[str]:
    """The names that a text strings together, with whatever stands between them; empty where there is anything else.

    A name may have a comma or a blank in it itself, so the longest is tried first.
    """
    longest_first = sorted(names, key=len, reverse=True)
    rest, found = plain(text).strip(_LINKS), []
    while rest:
        name = next((name for name in longest_first if _starts_with(rest, name)), None)
        if name is None:
            return []
        found.append(name)
        rest = rest[len(name) :].strip(_LINKS)
    return found


def _starts_with(text: str, name: str) -> bool:
    return text.startswith(name) and (len(text) == len(name) or text[len(name)] in _LINKS)
