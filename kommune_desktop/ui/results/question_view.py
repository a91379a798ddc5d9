"""Everything about one question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.remark import Remark
from kommune_desktop.core.results import QuestionResult
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.results import charts, facts
from kommune_desktop.ui.widgets.chart import ChartView
from kommune_desktop.ui.widgets.labels import BodyText, Note, QuestionText, SectionTitle
from kommune_desktop.ui.widgets.page import Page
from kommune_desktop.workflow.evaluation import Evaluation

_REMARK_LINES = 10


class QuestionView(Page):
    """Its words, its figures, its answers by group, the groups side by side, its past, and what people wrote."""

    def __init__(self, words: Texts, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent, has_charts=True)
        self._words = words
        self.text = QuestionText()
        self.help = Note()
        self.facts = BodyText()
        self.consensus = BodyText()
        self.notes = Note()
        self.answers, self.groups, self.past = (ChartView(settings) for _ in range(3))
        self.answers_title = SectionTitle(self.tr("Antworten"))
        self.groups_title = SectionTitle(self.tr("Gruppen im Vergleich"))
        self.past_title = SectionTitle(self.tr("Verlauf über die Runden"))
        self.remarks_title = SectionTitle(self.tr("Bemerkungen und Nachweise (nur intern)"))
        self.remarks = QPlainTextEdit()
        self.remarks.setReadOnly(True)
        self.remarks.setTabChangesFocus(True)
        self.remarks.setAccessibleName(self.tr("Bemerkungen und Nachweise"))
        self.remarks.setMinimumHeight(_REMARK_LINES * self.fontMetrics().lineSpacing())
        self.column.setSpacing(style.GRID)
        parts: list[QWidget] = [self.text, self.help, self.facts, self.consensus, self.notes]
        parts += [self.answers_title, self.answers]
        parts += [self.groups_title, self.groups, self.past_title, self.past, self.remarks_title, self.remarks]
        for part in parts:
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_question(self, evaluation: Evaluation, result: QuestionResult, remarks: Sequence[Remark]) -> None:
        """Show a question of a round; ``remarks``: those of the whole round."""
        words, question = self._words, result.question
        round_ = evaluation.results.round
        self.title.setText(f"{result.number} {question.label.in_language(words.language)}")
        self.setAccessibleName(self.title.text())
        self.text.setText(question.text.in_language(words.language))
        self.help.setText(question.help.in_language(words.language) if question.help else "")
        self.help.setVisible(bool(self.help.text()))
        self.facts.setText(facts.of_question(evaluation, result, words))
        self.consensus.setText(facts.consensus(result, words))
        self.consensus.setVisible(bool(self.consensus.text()))
        notes = [facts.comparability(evaluation, result), *facts.hidden(round_, result, words)]
        self.notes.setText("\n".join(filter(None, notes)))
        self.notes.setVisible(bool(self.notes.text()))
        for widget in (self.answers_title, self.answers):
            widget.setVisible(bool(question.choices))
        if question.choices:
            self.answers.show_chart(charts.answers(round_, result, words))
        self._show_scale(evaluation, result)
        self._show_remarks(evaluation, result, remarks)
        self.verticalScrollBar().setValue(0)

    def _show_scale(self, evaluation: Evaluation, result: QuestionResult) -> None:
        has_score = result.question.kind is Kind.SCALE and result.total.score is not None
        has_past = has_score and len(evaluation.history.rounds) > 1
        for widget in (self.groups_title, self.groups):
            widget.setVisible(has_score)
        for widget in (self.past_title, self.past):
            widget.setVisible(has_past)
        if has_score:
            self.groups.show_chart(charts.groups(evaluation.results.round, result, self._words))
        if has_past:
            self.past.show_chart(charts.past_of_question(evaluation, result.question.id, self._words))

    def _show_remarks(self, evaluation: Evaluation, result: QuestionResult, remarks: Sequence[Remark]) -> None:
        round_, language = evaluation.results.round, self._words.language
        texts = [
            f"{round_.group(remark.group_id).title.in_language(language)}: {remark.words}"
            for remark in remarks
            if remark.question_id == result.question.id
        ]
        self.remarks.setPlainText("\n\n".join(texts))
        for widget in (self.remarks_title, self.remarks):
            widget.setVisible(bool(texts))
