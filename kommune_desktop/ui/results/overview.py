"""The results at a glance: the profile of the areas, and what stands out, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from kommune_desktop.core.results import QuestionResult
from kommune_desktop.core.results.sentences import gap_sentence, score_sentence
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.results import charts
from kommune_desktop.ui.widgets.chart import ChartView
from kommune_desktop.ui.widgets.labels import Note, SectionTitle
from kommune_desktop.ui.widgets.page import Page
from kommune_desktop.ui.widgets.sentences import SentenceList
from kommune_desktop.workflow.evaluation import Evaluation

_SIDE_BY_SIDE = 900
_TWO = 2
_CORNERS = 3


class Overview(Page):
    """The profile as bars or as a net, and beside it strengths, needs, gaps and changes, each leading to its question.

    Signals:
        areaChosen, questionChosen: An id.
    """

    areaChosen = Signal(str)
    questionChosen = Signal(str)

    def __init__(self, words: Texts, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent, has_charts=True)
        self.title.hide()
        self.setAccessibleName(self.tr("Überblick"))
        self._words = words
        self._evaluation: Evaluation | None = None
        self.profile = ChartView(settings)
        self.profile.spotChosen.connect(self.areaChosen)
        self.past_title = SectionTitle(self.tr("Verlauf über die Runden"))
        self.past = ChartView(settings)
        self.past.spotChosen.connect(self.areaChosen)
        self.bars = QRadioButton(self.tr("Bal&ken"))
        self.net = QRadioButton(self.tr("&Netz"))
        self.bars.setChecked(True)
        kinds = QButtonGroup(self)
        for kind in (self.bars, self.net):
            kinds.addButton(kind)
        self.net.toggled.connect(self._show_profile)
        self.lists = {
            "strengths": SentenceList(self.tr("Stärken")),
            "needs": SentenceList(self.tr("Bedarfe")),
            "gaps": SentenceList(self.tr("Hier gehen die Sichtweisen auseinander")),
            "changes": SentenceList(self.tr("Veränderungen")),
        }
        self.titles = {key: SectionTitle(made.accessibleName()) for key, made in self.lists.items()}
        self.none = {key: Note() for key in ("gaps", "changes")}
        for made in self.lists.values():
            made.chosen.connect(self.questionChosen)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionTitle(self.tr("Handlungsfelder")), 1)
        for kind in (self.bars, self.net):
            head.addWidget(kind)
        left = QVBoxLayout()
        left.addLayout(head)
        left.addWidget(self.profile)
        for widget in (self.past_title, self.past):
            left.addWidget(widget)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(style.GRID)
        for key, made in self.lists.items():
            right.addWidget(self.titles[key])
            if key in self.none:
                right.addWidget(self.none[key])
            right.addWidget(made)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(style.MARGIN)
        self._columns.addLayout(left, 5)
        self._columns.addLayout(right, 4)
        self.column.addLayout(self._columns)
        self.column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else one below the other."""
        super().resizeEvent(event)
        wide = event.size().width() >= _SIDE_BY_SIDE
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def show_results(self, evaluation: Evaluation) -> None:
        """Show the results of a round."""
        self._evaluation = evaluation
        self._show_profile()
        self._show_past(evaluation)
        findings, changed = evaluation.findings, [*evaluation.findings.risen, *evaluation.findings.fallen]
        self._show_list("strengths", [(self._told(q), q) for q in findings.strengths])
        self._show_list("needs", [(self._told(q), q) for q in findings.needs])
        self._show_list("gaps", [(gap_sentence(q, self._words), q) for q in findings.gaps])
        self._show_list("changes", [(self._told(q), q) for q in changed])
        compared = any(result.gap for result in evaluation.results.questions)
        self.none["gaps"].setText(self._words("report.no_gaps" if compared else "report.one_group"))
        self.none["gaps"].setVisible(not findings.gaps)
        self._show_no_change(evaluation, changed)

    def _show_profile(self) -> None:
        if self._evaluation is None:
            return
        is_net_possible = len(self._evaluation.results.areas) >= _CORNERS
        for kind in (self.bars, self.net):
            kind.setVisible(is_net_possible)
        made = charts.profile_as_net if is_net_possible and self.net.isChecked() else charts.profile_as_bars
        self.profile.show_chart(made(self._evaluation, self._words))

    def _show_past(self, evaluation: Evaluation) -> None:
        """What happened between two rounds the profile says already."""
        has_past = len(evaluation.history.rounds) > _TWO
        for widget in (self.past_title, self.past):
            widget.setVisible(has_past)
        if has_past:
            self.past.show_chart(charts.past_of_areas(evaluation, self._words))

    def _told(self, result: QuestionResult) -> str:
        trend = self._evaluation.trend if self._evaluation else None
        change = trend.questions.get(result.question.id) if trend else None
        return score_sentence(result, change.points if change else None, self._words)

    def _show_list(self, key: str, found: Sequence[tuple[str, QuestionResult]]) -> None:
        self.lists[key].show_sentences([(text, result.question.id) for text, result in found])
        self.lists[key].setVisible(bool(found))

    def _show_no_change(self, evaluation: Evaluation, changed: Sequence[QuestionResult]) -> None:
        trend = evaluation.trend
        self.titles["changes"].setVisible(trend is not None)
        title = self.tr("Veränderungen seit {round}").format(round=trend.before.round.title) if trend else ""
        self.titles["changes"].setText(title)
        self.none["changes"].setText(self.tr("Keine Frage hat andere Punkte als damals."))
        self.none["changes"].setVisible(trend is not None and not changed)
