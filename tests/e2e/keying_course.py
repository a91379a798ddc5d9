"""The course that the keying of sheets takes, and how far along it a program has come, by its words and by its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from tests.e2e import names
from tests.e2e.keying_hand import END, Filled, Paper
from tests.e2e.program import Program
from tests.e2e.screen_reader import wait_for


@dataclass(frozen=True)
class Stage:
    """A moment in the keying of sheets, one after the other.

    Attributes:
        ended: How many sheets are keyed to their end.
        sheet: What is on the desk; ``None`` while a number is waited for.
        saved: How many of its steps are in the file.
        keys: What leads to the next stage.
    """

    ended: int
    sheet: Filled | None
    saved: int
    keys: tuple[str, ...]

    @property
    def question(self) -> Question | None:
        """The question that is to be keyed now; ``None`` at the end of a sheet, and between two."""
        return self.sheet.steps[self.saved].question if self.sheet and self.saved < len(self.sheet.steps) else None


class Course:
    """All stages, from the first number that is waited for to the end of the last sheet."""

    def __init__(self, paper: Paper, sheets: Sequence[Filled]) -> None:
        self.stages: list[Stage] = []
        self._paper, self._sheets = paper, sheets
        for ended, sheet in enumerate(sheets):
            self.stages.append(Stage(ended, None, 0, sheet.begin))
            self.stages += [Stage(ended, sheet, saved, step.keys) for saved, step in enumerate(sheet.steps)]
            self.stages.append(Stage(ended, sheet, len(sheet.steps), (END,)))
        self.stages.append(Stage(len(sheets), None, 0, ()))

    def reached(self, place: int, heard: Sequence[str]) -> int:
        """The stage that the program has come to at least from one where it was when it has announced all this."""
        for text in heard:
            # A question is announced again while its answer grows. Between two sheets there is nothing to announce.
            near = range(place, min(place + 3, len(self.stages)))
            found = next((after for after in near if self._is_announced(self.stages[after], text)), None)
            assert found is not None, f"announced at {self._words(place)}: {text}"
            place = found
        return place

    def _is_announced(self, stage: Stage, text: str) -> bool:
        if stage.sheet is None:
            return False
        return text.strip().startswith(self._paper.spoken(stage.question) if stage.question else names.END_OF_SHEET)

    def stored(self, first: int, last: int) -> int:
        """The stage between two at which the file is: each sheet just as far as it is there, and no further."""
        found = self._in_file()
        for place in range(first, last + 1):
            if found == self._to_be_found(self.stages[place]):
                return place
        differing = [
            both for both in zip(found, self._to_be_found(self.stages[first]), strict=True) if both[0] != both[1]
        ]
        raise AssertionError(f"not like any stage from {self._words(first)} to {self._words(last)}: {differing}")

    def _in_file(self) -> list[tuple[SheetState, dict[str, Answer]]]:
        round_ = self._paper.round
        with Store.open(self._paper.path, readonly=True) as store:
            sheets = {sheet.number: sheet for sheet in store.sheets.of_round(round_.id)}
            return [
                (sheets[filled.number].state, store.answers.of_sheet(sheets[filled.number].id, round_.questions))
                for filled in self._sheets
            ]

    def _to_be_found(self, stage: Stage) -> list[tuple[SheetState, dict[str, Answer]]]:
        done = [(SheetState.KEYED, sheet.answers) for sheet in self._sheets[: stage.ended]]
        on_desk = [(SheetState.RETURNED, stage.sheet.answers_after(stage.saved))] if stage.sheet else []
        left = len(self._sheets) - len(done) - len(on_desk)
        return [*done, *on_desk, *((SheetState.ISSUED, {}) for _ in range(left))]

    def wait_for(self, program: Program, place: int) -> None:
        """Wait until the program shows the sheet and the question of a stage."""
        stage = self.stages[place]
        wanted = [names.SHEET_NUMBER]
        if stage.sheet:
            question = self._paper.spoken(stage.question) if stage.question else names.END_OF_SHEET
            wanted = [names.SHEET_ON_DESK.format(number=stage.sheet.number), question]

        def is_there() -> bool:
            seen = [one.name for one in program.tree()]
            return all(any(words in name for name in seen) for words in wanted)

        wait_for(is_there, f"{self._words(place)}: {wanted}")

    def _words(self, place: int) -> str:
        stage = self.stages[place]
        question = stage.question
        at = self._paper.spoken(question) if question else "no question"
        return f"stage {place} (sheet {stage.ended + 1}, {at})"
