"""What the sentences of all documents are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kommune_desktop.core.questionnaire import Band, Text
from kommune_desktop.core.results import Change, Findings, RoundResults, Trend
from kommune_desktop.texts import Texts


@dataclass(frozen=True)
class ReportContext:
    """Results and words: all that sentences are made from."""

    municipality: str
    results: RoundResults
    trend: Trend | None
    findings: Findings
    words: Texts
    day: date

    def text(self, text: Text) -> str:
        """A text of the questionnaire in the report's language."""
        return text.in_language(self.words.language)

    def band(self, band: Band | None) -> str:
        """The name of a band."""
        return self.text(band.title) if band else ""

    def change_of_area(self, area_id: str) -> Change | None:
        """How an area changed since the round before."""
        return self.trend.areas.get(area_id) if self.trend else None

    def change_of_question(self, question_id: str) -> Fraction | None:
        """How a question changed since the round before, in points."""
        change = self.trend.questions.get(question_id) if self.trend else None
        return change.points if change else None
