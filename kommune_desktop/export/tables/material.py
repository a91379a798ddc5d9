"""What the exports draw from."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date

from kommune_desktop.core.answer import Answers
from kommune_desktop.core.questionnaire import Question, Text
from kommune_desktop.core.relevance import shown_questions
from kommune_desktop.core.results import RoundResults, Trend
from kommune_desktop.core.round import Group, Round
from kommune_desktop.texts import Texts


@dataclass(frozen=True)
class CountedSheet:
    """A sheet that enters the results.

    Attributes:
        questions: The questions that it is shown, in order. Only their answers count, and only they leave the program.
    """

    number: str
    group: Group
    answers: Answers
    questions: tuple[Question, ...]

    @functools.cached_property
    def shown(self) -> frozenset[str]:
        """Ids of the questions that it is shown."""
        return frozenset(question.id for question in self.questions)


def counted_sheet(round_: Round, number: str, group_id: str, answers: Answers) -> CountedSheet:
    """A sheet with the questions that it is shown."""
    shown = shown_questions(round_.questions, group_id, answers)
    return CountedSheet(number, round_.group(group_id), answers, tuple(shown))


@dataclass(frozen=True)
class ExportMaterial:
    """Everything about one round, as of one moment.

    Attributes:
        sheets: Empty where only what is public leaves.
        day: When the export was made.
    """

    municipality: str
    results: RoundResults
    trend: Trend | None
    sheets: tuple[CountedSheet, ...]
    words: Texts
    day: date

    @property
    def round(self) -> Round:
        """The round that leaves."""
        return self.results.round

    def text(self, text: Text) -> str:
        """A text of the questionnaire in the language of the export."""
        return text.in_language(self.words.language)
