"""The results page: the score, the profile of the areas and the questions."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kommune_desktop.ui import style
from kommune_desktop.ui.results.profile import Profile
from kommune_desktop.ui.results.question_table import AreaFilter, QuestionTable
from kommune_desktop.ui.results.questions_view import QuestionsView
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText, Note, SectionTitle
from kommune_desktop.ui.widgets.page import Page
from kommune_desktop.workflow.evaluation import Evaluation


class ResultsPage(Page):
    """Shows an :class:`Evaluation`.

    Signals:
        reportWanted: The person wants a report of what is shown.
    """

    reportWanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Ergebnisse"))
        self.setAccessibleName(self.tr("Ergebnisse"))
        self.session = session
        self.evaluation: Evaluation | None = None
        self.score = SectionTitle()
        self.summary = Note()
        self.empty = BodyText(
            self.tr("Noch keine Antworten. Sobald Bögen ausgefüllt oder übernommen sind, stehen hier die Ergebnisse.")
        )
        self.profile = Profile(session.words)
        self.profile.areaChosen.connect(self.show_area)
        self.model = QuestionTable(session.words, self)
        self.filter = AreaFilter(self)
        self.filter.setSourceModel(self.model)
        self.view = QuestionsView(self.filter)
        self.filter_text = SectionTitle()
        self.clear_button = button(self.tr("Alle Handlungsfelder zeigen"), self._on_clear_clicked, icon="x")
        self.report_button = button(self.tr("Bericht erstellen …"), self.reportWanted.emit, icon="file-text", main=True)
        self._build()
        self.clear()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.report_button)
        chosen = QHBoxLayout()
        chosen.addWidget(self.filter_text, 1)
        chosen.addWidget(self.clear_button)
        column = self.column
        column.setSpacing(style.GRID)
        column.addLayout(head)
        column.addWidget(self.score)
        column.addWidget(self.summary)
        column.addWidget(self.empty)
        column.addWidget(self.profile)
        column.addLayout(chosen)
        column.addWidget(self.view, 1)
        column.addStretch(0)

    def clear(self) -> None:
        """Show that there is nothing yet."""
        self.evaluation = None
        self._show_parts(filled=False)

    def show_results(self, evaluation: Evaluation) -> None:
        """Show the results of a round."""
        if not evaluation.results.sheet_count:
            self.clear()
            return
        self.evaluation = evaluation
        self.score.setText(self._score_text(evaluation))
        self.summary.setText(self._summary_text(evaluation))
        self.profile.show_results(evaluation)
        for before, after in pairwise([self.report_button, *self.profile.bars, self.clear_button, self.view]):
            self.setTabOrder(before, after)
        self.model.show_results(evaluation)
        self._show_parts(filled=True)
        self.show_area(None)

    def show_area(self, area_id: str | None) -> None:
        """Show the questions of one area, or of all for ``None``."""
        self.filter.show_area(area_id)
        self.profile.choose(area_id)
        areas = self.evaluation.results.areas if self.evaluation else ()
        title = next((area.area.title for area in areas if area.area.id == area_id), None)
        self.filter_text.setText(title.in_language(self.session.words.language) if title else self.tr("Alle Fragen"))
        self.clear_button.setVisible(area_id is not None)

    def _show_parts(self, *, filled: bool) -> None:
        for widget in (self.score, self.summary, self.profile, self.view, self.filter_text, self.report_button):
            widget.setVisible(filled)
        self.clear_button.setVisible(False)
        self.empty.setVisible(not filled)

    def _score_text(self, evaluation: Evaluation) -> str:
        words, results = self.session.words, evaluation.results
        if results.score is None or results.band is None:
            return self.tr("Für eine Punktzahl reichen die Antworten noch nicht.")
        text = self.tr("{points} von 100 Punkten – {band}").format(
            points=words.points(results.score), band=results.band.title.in_language(words.language)
        )
        if evaluation.trend is None or evaluation.trend.whole is None:
            return text
        changed = self.tr("{change} seit {round}").format(
            change=words.change(evaluation.trend.whole.points), round=evaluation.trend.before.round.title
        )
        return f"{text} ({changed})"

    def _summary_text(self, evaluation: Evaluation) -> str:
        words, results = self.session.words, evaluation.results
        text = self.tr("{sheets}, Abdeckung {coverage}, {weighting}.").format(
            sheets=words.count("count.sheets", results.sheet_count),
            coverage=words.percent(results.coverage),
            weighting=words(f"weighting.{results.round.weighting.value}"),
        )
        k = results.round.min_cell
        hidden = [
            results.round.group(group_id).title.in_language(words.language)
            for group_id in results.hidden_by_group
            if results.sheets[group_id] < k
        ]
        if not hidden:
            return text
        return f"{text} " + self.tr("Verdeckt, weil weniger als {k} Bögen vorliegen: {groups}.").format(
            k=k, groups=words.join(hidden)
        )

    def _on_clear_clicked(self) -> None:
        self.show_area(None)
