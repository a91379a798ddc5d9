"""How far a sheet is."""

from __future__ import annotations

from dataclasses import dataclass

from kommune_desktop.core.answer import Answers, State
from kommune_desktop.core.questionnaire import Area, Question, Topic
from kommune_desktop.core.relevance import shown_questions
from kommune_desktop.core.round import Round


@dataclass(frozen=True)
class Share:
    """So many of so many questions are answered."""

    answered: int
    shown: int

    @property
    def complete(self) -> bool:
        """Nothing is left open."""
        return self.answered == self.shown


class Progress:
    """What of a sheet is answered and what is open.

    A question is answered when it has any state but ``blank``; "don't know" is an answer.
    """

    def __init__(self, round_: Round, group_id: str, answers: Answers) -> None:
        self.shown = shown_questions(round_.questions, group_id, answers)
        self._shown_ids = {question.id for question in self.shown}
        self._answered = {q.id for q in self.shown if q.id in answers and answers[q.id].state is not State.BLANK}

    @property
    def whole(self) -> Share:
        """The whole sheet."""
        return Share(len(self._answered), len(self.shown))

    def of(self, part: Area | Topic) -> Share:
        """An area or a topic."""
        ids = {question.id for question in part.questions}
        return Share(len(ids & self._answered), len(ids & self._shown_ids))

    def is_shown(self, question: Question) -> bool:
        """Whether the sheet is asked the question as things stand."""
        return question.id in self._shown_ids

    @property
    def open(self) -> list[Question]:
        """The shown questions without an answer, in order."""
        return [question for question in self.shown if question.id not in self._answered]

    def next_open(self, after: str | None = None) -> Question | None:
        """The first open question after a given one, then from the start; ``None`` when all are answered."""
        ids = [question.id for question in self.shown]
        start = ids.index(after) + 1 if after in ids else 0
        rank = {question_id: place for place, question_id in enumerate(ids)}
        return min(self.open, key=lambda question: (rank[question.id] < start, rank[question.id]), default=None)
