"""Paper sheets filled in by chance, and the hand that keys them in.

What must stand in the file in the end is worked out here from the questionnaire and its conditions; the program's own
desk has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from random import Random

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.relevance import shown_questions
from kommune_desktop.core.round import STANDARD_GROUPS, GroupKind, Round
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.core.verification import Keying
from kommune_desktop.db import Store
from kommune_desktop.workflow.answering import record_answer
from kommune_desktop.workflow.forms import print_set
from kommune_desktop.workflow.rounds import add_round
from kommune_desktop.workflow.verification import finish_second
from tests.e2e import names
from tests.e2e.program import Program

GROUP = "administration"
INITIALS, OTHER_INITIALS = "AB", "CD"
JUMP = END = "+"
_ENTER, _COMMENT = "Return", "*"
_STATES = {
    State.BLANK: "0",
    State.DONT_KNOW: "8",
    State.NOT_APPLICABLE: "9",
    State.ILLEGIBLE: ",",
    State.DOUBLE_MARKED: "/",
}
# Where digits make up a number, and letters words.
_STATES_AT_FIELD = {
    State.BLANK: _ENTER,
    State.DONT_KNOW: "F5",
    State.NOT_APPLICABLE: "F6",
    State.ILLEGIBLE: "F7",
    State.DOUBLE_MARKED: "F8",
}
_KEYPAD = {
    **{digit: f"KP_{digit}" for digit in "0123456789"},
    ",": "KP_Separator",
    "/": "KP_Divide",
    "*": "KP_Multiply",
    "+": "KP_Add",
    _ENTER: "KP_Enter",
}
# Signs that are keys elsewhere are signs in them.
_PHRASES = ("für größere Öffnung", "Ja: 8, 9 oder 0 + 5 * 2 / 1", "Straße 4, ohne Lärm?", "3+")
_GIVEN_SHARE, _COMMENT_SHARE = 0.75, 0.06


@dataclass(frozen=True)
class Paper:
    """A file with sheets that are handed out.

    Attributes:
        numbers: Of the sheets, as printed on them.
    """

    path: Path
    round: Round
    numbers: tuple[str, ...]

    def spoken(self, question: Question) -> str:
        """What the program says when it is a question's turn."""
        return f"{self.round.questionnaire.numbers[question.id]} {question.text.in_language('de')}"


def hand_out(path: Path, count: int) -> Paper:
    """A new file with so many sheets, all of the one group that is asked each and every question.

    Some questions are for the administration alone, which answers together on one sheet. Here each of its people has
    one.
    """
    group = next(replace(group, kind=GroupKind.INDIVIDUAL) for group in STANDARD_GROUPS if group.id == GROUP)
    with Store.create(path, "Ort") as store:
        round_ = add_round(store, title="Runde", groups=(group,))
        issued = print_set(store, round_, GROUP, count, path.with_suffix(".pdf"), language="de")
    return Paper(path, round_, issued.numbers)


def key_twice(paper: Paper) -> None:
    """Key the first two sheets in one batch, twice each; the second one differs in an answer the second time."""
    round_ = paper.round
    question = round_.questions_for(GROUP)[0]
    keyed = ((3, 3), (3, 1))
    with Store.open(paper.path) as store:
        batch = store.batches.add(round_.id, len(keyed))
        for sheet, values in zip(store.sheets.of_round(round_.id), keyed, strict=False):
            store.batches.put(batch.id, sheet.id, INITIALS)
            store.second_keying.want([sheet.id])
            for keying, value in zip(Keying, values, strict=True):
                record_answer(store, sheet, question, None, Answer(State.GIVEN, value), keying)
            store.sheets.set_date(sheet.id, SheetState.KEYED, datetime.now(UTC))
            store.second_keying.begin(sheet.id, OTHER_INITIALS)
            finish_second(store, round_, sheet)


# What is on the sheets -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """What is typed until there is something to save, and what then stands for the question."""

    question: Question
    keys: tuple[str, ...]
    answer: Answer


@dataclass(frozen=True)
class Filled:
    """A sheet that a person has filled in."""

    number: str
    steps: tuple[Step, ...]

    @property
    def answers(self) -> dict[str, Answer]:
        """What must stand in the file once all of it is keyed, by question id."""
        return self.answers_after(len(self.steps))

    def answers_after(self, saved: int) -> dict[str, Answer]:
        """What must stand in the file once so many of its steps are saved, by question id."""
        return {step.question.id: step.answer for step in self.steps[:saved]}

    @property
    def begin(self) -> tuple[str, ...]:
        """The keys that lay it on the desk: the last digits of its number."""
        *_, serial, check_digit = self.number.split("-")
        return (*f"{int(serial)}{check_digit}", _ENTER)

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys for it."""
        return (*self.begin, *(key for step in self.steps for key in step.keys), END)


@dataclass(frozen=True)
class Pen:
    """Fills in sheets.

    Attributes:
        skips: Whether conditions are met by chance only, so that questions are left out; else all are answered.
        one_key: Whether there is nothing on the sheet that takes more than one key.
        group: Id of the group that fills in.
    """

    chance: Random
    skips: bool = False
    one_key: bool = False
    group: str = GROUP

    def fill_in(self, number: str, asked: Sequence[Question]) -> Filled:
        """A sheet with an answer to everything that its answers so far don't say to skip."""
        enough = {q.relevant_if.question: q.relevant_if for q in asked if q.relevant_if and not self.skips}
        steps: list[Step] = []
        for question in asked:
            answers = {step.question.id: step.answer for step in steps}
            if question in shown_questions(asked, self.group, answers):
                condition = enough.get(question.id)
                values = [c.value for c in question.choices if condition is None or condition.holds(c.value)]
                steps += self._steps(question, values, must_be_given=condition is not None)
        return Filled(number, tuple(steps))

    def _steps(self, question: Question, values: list[int], *, must_be_given: bool) -> list[Step]:
        takes_more_keys = question.kind not in (Kind.SCALE, Kind.SINGLE)
        is_given = must_be_given or self.chance.random() < _GIVEN_SHARE
        if not is_given or (self.one_key and takes_more_keys):
            return [self._state(question)]
        step = self._given(question, values)
        if self.one_key or self.chance.random() > _COMMENT_SHARE:
            return [step]
        # The comment is saved by itself, before the answer.
        comment = self._phrase()
        first = Step(question, (_COMMENT, *comment, _ENTER), Answer(State.BLANK, comment=comment))
        return [first, replace(step, answer=replace(step.answer, comment=comment))]

    def _state(self, question: Question) -> Step:
        state = self.chance.choice(list(_STATES))
        key = (_STATES_AT_FIELD if question.kind in (Kind.NUMBER, Kind.TEXT) else _STATES)[state]
        return Step(question, (key,), Answer(state))

    def _given(self, question: Question, values: list[int]) -> Step:
        if question.kind is Kind.TEXT:
            text = self._phrase()
            return Step(question, (*text, _ENTER), Answer(State.GIVEN, text))
        if question.kind is Kind.NUMBER and question.number is not None:
            number = str(self.chance.randint(int(question.number.lowest), int(question.number.highest)))
            return Step(question, (*number, _ENTER), Answer(State.GIVEN, Decimal(number)))
        key_of = {choice.value: str(place) for place, choice in enumerate(question.choices, start=1)}
        if question.kind is Kind.MULTI:
            chosen = self.chance.sample(values, self.chance.randint(1, len(values)))
            return Step(question, (*(key_of[v] for v in chosen), _ENTER), Answer(State.GIVEN, frozenset(chosen)))
        value = self.chance.choice(values)
        return Step(question, (key_of[value],), Answer(State.GIVEN, value))

    def _phrase(self) -> str:
        return f"{self.chance.choice(_PHRASES)} {self.chance.randint(1, 999)}"


# At the keyboard -----------------------------------------------------------------------------------------------------


def begin_batch(program: Program) -> None:
    """Begin a batch through its dialog, up to where the first number is waited for."""
    turn_to_file(program)
    program.press(names.PAGE_KEYS[names.KEYING])
    program.push(names.NEW_BATCH)
    program.turn_to(names.NEW_BATCH_DIALOG)
    program.enter("text", names.INITIALS, INITIALS)
    program.press("Return")
    turn_to_file(program)
    wait_for_number(program)


def turn_to_file(program: Program) -> None:
    """Give the keyboard to the window with the file."""
    program.turn_to(names.FILE_WINDOW.search)


def wait_for_number(program: Program) -> None:
    """Wait until the number of the next sheet can be typed."""
    program.wait_for_focus(lambda seen: seen.name == names.SHEET_NUMBER, names.SHEET_NUMBER)


def key_in(program: Program, keys: Iterable[str], *, keypad: bool) -> None:
    """Press keys with nothing between them, on the keypad or in the top row. Returns when they are on their way."""
    program.press_at_once([_KEYPAD.get(key, _named(key)) if keypad else _named(key) for key in keys])


def _named(key: str) -> str:
    return f"U{ord(key):04X}" if len(key) == 1 else key
