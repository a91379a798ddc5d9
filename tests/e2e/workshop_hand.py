"""A person's hand on the keyboard on the workshop page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kommune_desktop.core.consensus import Consensus, ConsensusState
from kommune_desktop.core.questionnaire import Question
from tests.e2e import names
from tests.e2e.program import Program
from tests.e2e.screen_reader import Seen, wait_for

_COLUMNS = 2


@dataclass(frozen=True)
class Agreed:
    """What the workshop says of a question.

    Attributes:
        place: Of the answer, from 0; ``None`` for no agreement.
    """

    place: int | None
    reason: str

    def consensus(self, question: Question) -> Consensus:
        """What is to be recorded of it."""
        if self.place is None:
            return Consensus(ConsensusState.NOT_REACHED, None, self.reason)
        return Consensus(ConsensusState.REACHED, question.choices[self.place].value, self.reason)

    def answer(self, question: Question) -> str:
        """What is said on its button."""
        return names.NO_AGREEMENT if self.place is None else question.choices[self.place].text.in_language("de")

    def way(self, question: Question) -> list[str]:
        """The arrow keys that lead to its button from "still open", the last one in two columns."""
        count = len(question.choices)
        rows = math.ceil((count + 2) / _COLUMNS)
        column, row = divmod(count if self.place is None else self.place, rows)
        own_column, own_row = divmod(count + 1, rows)
        steps = ["Up"] * (own_row - row) or ["Down"] * (row - own_row)
        return [*(["Left"] * (own_column - column)), *steps]


def choose_first_questions(program: Program, count: int) -> None:
    """Put the first of the questions that the results propose on the agenda."""
    program.press(names.PAGE_KEYS[names.WORKSHOP])
    program.push(names.CHOOSE_QUESTIONS)
    program.turn_to(names.CHOOSE_QUESTIONS_DIALOG)
    program.tab_to("list", names.QUESTIONS)
    program.press("Home", "space", *(["Down", "space"] * (count - 1)))
    program.says(f"Ausgewählt: {count} Fragen")
    program.push(names.APPLY)
    program.turn_to()
    wait_for(lambda: len(agenda(program)) == count, f"{count} questions on the agenda")


def agenda(program: Program) -> list[list[str]]:
    """The rows of the agenda."""
    return program.reader.cells(program.find("table", names.AGENDA).thing)


def set_participants(program: Program, group: str, count: int) -> None:
    """Say how many of a group take part."""
    program.push(names.PARTICIPANTS)
    program.turn_to(names.PARTICIPANTS_DIALOG)
    program.tab_to("spin box", group)
    program.press("ctrl+a")
    program.type(str(count))
    program.says(f"{count} Personen")
    program.push(names.APPLY)
    program.turn_to()
    program.says(f"{count} Personen")


def record(program: Program, questions: Sequence[Question], records: Sequence[Agreed]) -> None:
    """Record the consensus on each question of the agenda in turn, from its top."""
    program.press(names.WORKSHOP_TABS["moderation"])
    for place, (question, agreed) in enumerate(zip(questions, records, strict=True)):
        program.tab_to("list", names.AGENDA)
        program.press("Home", *["Down"] * place)
        program.says(question.text.in_language("de"))
        program.tab_to("radio button", names.STILL_OPEN)
        program.press(*agreed.way(question))
        program.wait_for_focus(partial(_is_called, agreed.answer(question)), "the answer")
        program.enter("text", names.REASON, agreed.reason)


def _is_called(name: str, seen: Seen) -> bool:
    return seen.name == name


def add_need(program: Program, words: str) -> None:
    """Say what is needed for the chosen question."""
    program.enter("text", names.NEW_NEED, words)
    program.press("Return")
    program.find("text", lambda name: name.startswith("Bedarf"))


def project(program: Program) -> str:
    """Show the first question on the projector, go through its pictures, and end it; what was first to be read."""
    program.tab_to("list", names.AGENDA)
    program.press("Home", "F5")
    program.turn_to(names.PROJECTOR)
    shown = program.says(lambda text: text.startswith("Frage 1 von "))
    program.press("Next", "b", "b", "Next", "Prior", "Escape")
    wait_for(lambda: names.PROJECTOR not in {window.name for window in program.windows()}, "the end of the projection")
    program.turn_to()
    return shown


def enter_dots(program: Program, dots: Sequence[int]) -> None:
    """Type the sums on the wall, one below the other."""
    program.press(names.WORKSHOP_TABS["priorities"])
    program.tab_to("table", names.BALLOT)
    program.press("ctrl+Home", "End")
    for number in dots:
        program.type(str(number))
        program.press("Return")
    program.says(lambda text: text.startswith(f"{sum(dots)} von "))


def make_measure_of_last_row(program: Program, rows: int) -> None:
    """Make a measure of the last question or need of the ballot; its title is there already."""
    program.tab_to("table", names.BALLOT)
    program.press("ctrl+Home", *["Down"] * (rows - 1))
    program.push(names.MAKE_MEASURE)
    program.turn_to(names.NEW_MEASURE_DIALOG)
    program.press("Return")
    program.turn_to()


def save_minutes(program: Program, target: Path) -> None:
    """Save the minutes as PDF."""
    program.push(names.MINUTES, role="button menu")
    program.press("Down", "Return")
    program.turn_to(names.SAVE_PAPER_DIALOG)
    program.enter("text", names.FILE_NAME, str(target))
    program.press("Return")
    program.turn_to()
    wait_for(target.exists, f"{target.name}")
