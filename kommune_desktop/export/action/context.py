"""What the papers about the workshop and the measures draw from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kommune_desktop.core.measure import Measure, MeasureStatus, in_order
from kommune_desktop.core.outcome import Outcome
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.results import History
from kommune_desktop.core.round import Round
from kommune_desktop.core.workshop import Workshop
from kommune_desktop.export.charts import Look
from kommune_desktop.export.context import ReportContext
from kommune_desktop.texts import Texts


@dataclass(frozen=True)
class MeasuresPlan:
    """The measures that concern a round.

    Attributes:
        day: The day that the plan names; what was due before it is overdue.
        before: The title of the round before; empty where there is none.
        outcomes: What became of its measures.
    """

    municipality: str
    round: Round
    measures: Sequence[Measure]
    day: date
    words: Texts
    before: str = ""
    outcomes: Sequence[Outcome] = ()

    def questions(self, measure: Measure) -> list[str]:
        """Numbers and labels of a measure's questions, as far as the round has them."""
        questionnaire = self.round.questionnaire
        return [
            f"{questionnaire.numbers[key]} {questionnaire.question(key).label.in_language(self.words.language)}"
            for key in measure.question_ids
            if key in questionnaire.numbers
        ]

    def areas(self) -> list[tuple[str, str, list[Measure]]]:
        """Id and title of each field of action that has measures, and those; at the end those of none."""
        known = [(area.id, area.title.in_language(self.words.language)) for area in self.round.questionnaire.areas]
        ids = {area_id for area_id, _ in known}
        found = [(key, title, [m for m in self.measures if m.area_id == key]) for key, title in known]
        found.append(("", self.words("measures.no_area"), [m for m in self.measures if m.area_id not in ids]))
        return [(key, title, in_order(measures)) for key, title, measures in found if measures]

    def due(self, measure: Measure) -> str:
        """The day that it is due, and whether that is past."""
        if measure.due is None:
            return ""
        key = "measures.overdue" if measure.is_overdue(self.day) else "measures.due_on"
        return self.words(key, day=self.words.date(measure.due))

    def status(self, measure: Measure) -> str:
        """How far it is; with the reason where it was dropped."""
        status = self.words(f"measure_status.{measure.status.value}")
        return f"{status}: {measure.dropped_because}" if measure.status is MeasureStatus.DROPPED else status


@dataclass(frozen=True)
class ActionContext(ReportContext):
    """Results, and what follows from them."""

    history: History
    workshop: Workshop
    plan: MeasuresPlan

    @property
    def round(self) -> Round:
        """The round that all is about."""
        return self.results.round

    @property
    def look(self) -> Look:
        """How charts are drawn."""
        return Look(self.words)

    def named(self, question: Question) -> str:
        """Number and label of a question."""
        return f"{self.round.questionnaire.numbers[question.id]} {self.text(question.label)}"

    def group(self, group_id: str) -> str:
        """The name of a group."""
        return self.text(self.round.group(group_id).title)
