"""Keying a paper sheet: one key an answer, eyes on the paper.

The desk knows where on the sheet one is, and what a key means there. It changes nothing by itself: an answer that was
keyed is handed out to be saved, and the desk moves on when it is told that this was done.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kommune_desktop.core.answer import Answer, Answers, State, Value, check, parse_number
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.relevance import shown_questions
from kommune_desktop.core.round import Round
from kommune_desktop.errors import UserError

DIGITS = "0123456789"
BLANK, COMMENT, JUMP, MINUS = "0", "*", "+", "-"
ENTER, BACK, FORWARD, DELETE = "enter", "back", "forward", "delete"
ALWAYS = {
    "f5": State.DONT_KNOW,
    "f6": State.NOT_APPLICABLE,
    "f7": State.ILLEGIBLE,
    "f8": State.DOUBLE_MARKED,
}
"""Keys that mean a state wherever one is, also where digits make up a number."""
MOST_SINGLE_KEYS = 7
"""A question with more choices than this is keyed by their numbers, with commas between them, and Enter."""
_FREE_KEYS = {"8", "9", ",", "/", *"abcdefghijklmnopqrstuvwxyz"}


@dataclass(frozen=True)
class KeyMap:
    """The keys of one's own choice for what is not a choice on paper."""

    dont_know: str = "8"
    not_applicable: str = "9"
    illegible: str = ","
    double_marked: str = "/"

    @classmethod
    def chosen(cls, keys: Mapping[str, str]) -> KeyMap:
        """The keys that were chosen by state; the usual ones where those can't be."""
        try:
            key_map = cls(**keys)
            key_map.check()
        except (TypeError, UserError):
            return cls()
        return key_map

    @functools.cached_property
    def states(self) -> Mapping[str, State]:
        """State by key."""
        return {getattr(self, state.value): state for state in ALWAYS.values()}

    def check(self) -> None:
        """Refuse keys that are taken or the same.

        Raises:
            UserError: ``keying.keys``; names those that can be chosen.
        """
        if len(self.states) < len(ALWAYS) or not set(self.states) <= _FREE_KEYS:
            raise UserError("keying.keys", allowed=" ".join(sorted(_FREE_KEYS)))


def state_key(question: Question, state: State, keys: KeyMap = KeyMap()) -> str:
    """The key that means a state at a question, as it is printed beside the box."""
    names = ALWAYS if is_keyed_by_number(question) else keys.states
    return next(key.upper() for key, meant in names.items() if meant is state)


def is_keyed_by_number(question: Question) -> bool:
    """Whether digits make up a number there, finished with Enter, instead of being an answer each."""
    return question.kind is Kind.NUMBER or len(question.choices) > MOST_SINGLE_KEYS


@dataclass(frozen=True)
class Entry:
    """An answer that was keyed and is to be saved, then handed to :meth:`Desk.accept`.

    Attributes:
        answer: ``None`` takes the answer back.
        moves_on: Whether the next question comes once it is saved.
    """

    question: Question
    answer: Answer | None
    moves_on: bool


@dataclass(frozen=True)
class Refusal:
    """A key that changed nothing, and the text that says why."""

    reason: UserError


class Desk:
    """One sheet on the desk.

    Attributes:
        questions: What is printed on the sheet, in order.
        answers: What is keyed so far.
        place: Index of the current question; behind the last one at the end of the sheet.
        buffer: What was typed of a number, or of several choices.
    """

    def __init__(  # noqa: PLR0913 - what is asked, what is keyed so far, and how
        self,
        round_: Round,
        group_id: str,
        answers: Answers,
        keys: KeyMap,
        *,
        moves_on: bool = True,
        only: Question | None = None,
    ) -> None:
        """``only``: the one question to key, where it is not the whole sheet."""
        self._asked = round_.questions_for(group_id)
        self.questions = self._asked if only is None else (only,)
        self.answers = dict(answers)
        self.buffer = ""
        self._group_id = group_id
        self._numbers = round_.questionnaire.numbers
        self._keys = keys
        self._moves_on = moves_on
        self._follow_conditions()
        self.place = self._first_open()

    def _follow_conditions(self) -> None:
        shown = shown_questions(self._asked, self._group_id, self.answers)
        self._shown_ids = {question.id for question in shown}
        self._shown = [question for question in self.questions if question.id in self._shown_ids]

    @property
    def current(self) -> Question | None:
        """The current question; ``None`` at the end of the sheet."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    @property
    def gaps(self) -> list[Question]:
        """Questions that the sheet asks and for which nothing is keyed."""
        return [question for question in self._shown if question.id not in self.answers]

    @property
    def rest_open(self) -> list[Question]:
        """Questions from the current one on for which nothing is keyed; at the end of the sheet, all such."""
        behind = {question.id for question in self.questions[self.place :] or self.questions}
        return [question for question in self.gaps if question.id in behind]

    @property
    def contradictions(self) -> list[Question]:
        """Questions that were answered although an answer before says to skip them."""
        return [q for q in self.questions if q.id not in self._shown_ids and self._says_something(q)]

    def is_skipped(self, question: Question) -> bool:
        """Whether the answers so far say to skip a question."""
        return question.id not in self._shown_ids

    # Keys --------------------------------------------------------------------------------------------------------

    def press(self, key: str) -> Entry | Refusal | None:
        """What a key does: an answer to be saved, a refusal, or nothing but a change of place or of the buffer.

        Args:
            key: A sign as it is typed, or one of the named keys above. ``COMMENT`` and ``JUMP`` are not for the desk:
                see :meth:`comment`, :meth:`jump` and :attr:`gaps`.
        """
        if key in (BACK, MINUS):
            return self._go_back()
        question = self.current
        if question is None:
            return Refusal(UserError("keying.at_the_end"))
        if key == FORWARD:
            return self._go_forward(question)
        if key == DELETE:
            self.buffer = ""
            return Entry(question, None, moves_on=False) if question.id in self.answers else self._no("nothing_here")
        if key in ALWAYS:
            return self._entry(question, ALWAYS[key])
        return self._answer_key(question, key)

    def _answer_key(self, question: Question, key: str) -> Entry | Refusal | None:
        if question.kind is Kind.TEXT:
            return self._no("text_expected")
        if is_keyed_by_number(question):
            return self._number_key(question, key)
        if question.kind is Kind.MULTI:
            return self._multi_key(question, key)
        if key == ENTER:
            return self._go_forward(question)
        if key in DIGITS and 1 <= int(key) <= len(question.choices):
            return self._entry(question, State.GIVEN, question.choices[int(key) - 1].value)
        return self._state_key(question, key)

    def _multi_key(self, question: Question, key: str) -> Entry | Refusal | None:
        if key in DIGITS and 1 <= int(key) <= len(question.choices):
            marked = set(self.buffer) ^ {key}
            self.buffer = "".join(sorted(marked))
            return None
        if not self.buffer:
            return self._go_forward(question) if key == ENTER else self._state_key(question, key)
        if key == ENTER:
            values = frozenset(question.choices[int(sign) - 1].value for sign in self.buffer)
            return self._entry(question, State.GIVEN, values)
        return self._no("finish_choices")

    def _number_key(self, question: Question, key: str) -> Entry | Refusal | None:
        if key in DIGITS or key in (",", "."):
            self.buffer += key.replace(".", ",")
            return None
        if key != ENTER:
            return self._no("finish_number") if self.buffer else self._state_key(question, key)
        if not self.buffer:
            return self._go_forward(question) if question.id in self.answers else self._entry(question, State.BLANK)
        try:
            value = self._typed_value(question)
            check(question, Answer(State.GIVEN, value))
        except UserError as error:
            self.buffer = ""
            return Refusal(error)
        return self._entry(question, State.GIVEN, value)

    def _typed_value(self, question: Question) -> Value:
        if question.kind is Kind.NUMBER:
            return parse_number(self.buffer)
        typed = [int(part) for part in self.buffer.split(",") if part]
        if not typed or not all(1 <= number <= len(question.choices) for number in typed):
            raise UserError("keying.not_a_key", allowed=f"1–{len(question.choices)}")
        values = frozenset(question.choices[number - 1].value for number in typed)
        if question.kind is Kind.MULTI:
            return values
        if len(values) > 1:
            raise UserError("keying.one_choice")
        return next(iter(values))

    def _state_key(self, question: Question, key: str) -> Entry | Refusal:
        if key == BLANK:
            return self._entry(question, State.BLANK)
        key = "," if key == "." else key
        if key in self._keys.states and key not in DIGITS[: len(question.choices) + 1]:
            return self._entry(question, self._keys.states[key])
        return Refusal(UserError("keying.not_a_key", allowed=self._allowed(question)))

    def _allowed(self, question: Question) -> str:
        choices = f"1–{len(question.choices)} " if question.choices else ""
        return f"{choices}0 {' '.join(self._keys.states)}"

    # Texts, comments, places -------------------------------------------------------------------------------------

    def text(self, text: str) -> Entry | Refusal | None:
        """Words for a question of kind ``text``; none at all means that it was left blank."""
        question = self.current
        if question is None or question.kind is not Kind.TEXT:
            return self._no("no_text_here")
        if not text.strip():
            return self._entry(question, State.BLANK)
        return self._entry(question, State.GIVEN, text.strip())

    def comment(self, text: str) -> Entry | Refusal:
        """A comment beside the current question. Before its answer is keyed, the answer stands as blank."""
        question = self.current
        if question is None:
            return self._no("at_the_end")
        before = self.answers.get(question.id, Answer(State.BLANK))
        return Entry(question, replace(before, comment=text.strip()), moves_on=False)

    def jump(self, number: int) -> Refusal | None:
        """Go to a question by its number on paper."""
        for place, question in enumerate(self.questions):
            if self._numbers[question.id] == number:
                self._turn_to(place)
                return None
        return Refusal(UserError("keying.no_question", number=number))

    def show(self, question: Question) -> None:
        """Go to a question."""
        self._turn_to(self.questions.index(question))

    def accept(self, entry: Entry) -> None:
        """Take note that an answer was saved, and move on."""
        if entry.answer is None:
            self.answers.pop(entry.question.id, None)
        else:
            self.answers[entry.question.id] = entry.answer
        self._follow_conditions()
        place = self.questions.index(entry.question)
        self._turn_to(self._following(place) if entry.moves_on else place)

    # -------------------------------------------------------------------------------------------------------------

    def _entry(self, question: Question, state: State, value: Value | None = None) -> Entry:
        before = self.answers.get(question.id)
        comment, evidence = (before.comment, before.evidence) if before else ("", "")
        return Entry(question, Answer(state, value, comment, evidence), moves_on=self._moves_on)

    def _go_back(self) -> Refusal | None:
        if self.buffer:
            self.buffer = self.buffer[:-1]
            return None
        if not self.place:
            return self._no("at_the_start")
        self._turn_to(self.place - 1)
        return None

    def _go_forward(self, question: Question) -> Refusal | None:
        if question.id not in self.answers and not self.is_skipped(question):
            return self._no("answer_first")
        self._turn_to(self._following(self.place))
        return None

    def _following(self, place: int) -> int:
        """The next question that is not to be skipped, or the end."""
        behind = range(place + 1, len(self.questions))
        return next((p for p in behind if self.questions[p].id in self._shown_ids), len(self.questions))

    def _turn_to(self, place: int) -> None:
        self.place = place
        self.buffer = ""

    def _first_open(self) -> int:
        """Where keying goes on: at the first question without an answer.

        A comment may have been saved before the answer that it belongs to; then it goes on there.
        """
        place = 0
        for question in self._shown:
            index = self.questions.index(question)
            if question.id not in self.answers:
                before = self.answers.get(self.questions[place].id)
                waits = before is not None and before.state is State.BLANK and bool(before.comment)
                return place if waits else index
            place = index
        return len(self.questions)

    def _says_something(self, question: Question) -> bool:
        answer = self.answers.get(question.id)
        return answer is not None and answer.state is not State.BLANK

    @staticmethod
    def _no(reason: str) -> Refusal:
        return Refusal(UserError(f"keying.{reason}"))
