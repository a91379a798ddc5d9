"""Everything about one area."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kommune_desktop.core.results import AreaResult
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.results import charts, facts
from kommune_desktop.ui.widgets.chart import ChartView
from kommune_desktop.ui.widgets.labels import BodyText, Note, SectionTitle
from kommune_desktop.ui.widgets.page import Page
from kommune_desktop.workflow.evaluation import Evaluation


class AreaView(Page):
    """Its figures, the suggestion for its band, its questions with their answers, and its past.

    Attributes:
        suggested: The words of the suggestion; empty where there is none.

    Signals:
        questionChosen: Id of a question.
    """

    questionChosen = Signal(str)

    def __init__(self, words: Texts, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent, has_charts=True)
        self._words = words
        self.facts = BodyText()
        self.suggestion = BodyText()
        self.suggested = ""
        self.questions, self.heat, self.past = (ChartView(settings) for _ in range(3))
        for view in (self.questions, self.heat):
            view.spotChosen.connect(self.questionChosen)
        self.past_title = SectionTitle(self.tr("Verlauf über die Runden"))
        self.past_note = Note()
        self.column.setSpacing(style.GRID)
        parts: list[QWidget] = [self.facts, self.suggestion, SectionTitle(self.tr("Fragen")), self.questions]
        parts += [SectionTitle(self.tr("Punkte je Gruppe")), self.heat]
        parts += [self.past_title, self.past, self.past_note]
        for part in parts:
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_area(self, evaluation: Evaluation, result: AreaResult) -> None:
        """Show an area of a round."""
        words = self._words
        self.title.setText(result.area.title.in_language(words.language))
        self.setAccessibleName(self.title.text())
        self.facts.setText(facts.of_area(evaluation, result, words))
        suggestion = (result.area.suggestions or {}).get(result.band.id) if result.band else None
        self.suggested = suggestion.in_language(words.language) if suggestion else ""
        self.suggestion.setText(words("report.suggestion", text=self.suggested) if self.suggested else "")
        self.suggestion.setVisible(bool(self.suggested))
        self.questions.show_chart(charts.questions(evaluation, result, words))
        self.heat.show_chart(charts.heat_of_questions(evaluation.results.round, result.questions, words))
        self._show_past(evaluation, result)
        self.verticalScrollBar().setValue(0)

    def _show_past(self, evaluation: Evaluation, result: AreaResult) -> None:
        compared = evaluation.history.compared[result.area.id]
        has_past = len(evaluation.history.rounds) > 1 and compared > 0
        for widget in (self.past_title, self.past, self.past_note):
            widget.setVisible(has_past)
        if has_past:
            self.past.show_chart(charts.past_of_area(evaluation, result.area.id, self._words))
            questions = self._words.count("count.questions", compared)
            text = self.tr("Grundlage: {questions}, die alle Runden gemeinsam haben.")
            self.past_note.setText(text.format(questions=questions))
