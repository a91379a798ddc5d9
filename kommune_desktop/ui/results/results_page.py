"""The results page: the score, and the ways to look at what is behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from kommune_desktop.core.measure import Measure
from kommune_desktop.core.remark import Remark
from kommune_desktop.settings import Settings
from kommune_desktop.ui import style
from kommune_desktop.ui.results.area_view import AreaView
from kommune_desktop.ui.results.gap_table import WIDEST_FIRST, GapTable
from kommune_desktop.ui.results.heat_view import HeatView
from kommune_desktop.ui.results.overview import Overview
from kommune_desktop.ui.results.question_table import QuestionTable
from kommune_desktop.ui.results.question_view import QuestionView
from kommune_desktop.ui.results.questions_view import QuestionsView
from kommune_desktop.ui.results.remarks_view import RemarksView
from kommune_desktop.ui.results.view_bar import ViewBar
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText, Note, PageTitle, SectionTitle
from kommune_desktop.workflow.evaluation import Evaluation

_LOW = 520
"""Below this height the room belongs to what is looked at."""


class ResultsPage(QWidget):
    """Shows an :class:`Evaluation`: tabs over the whole, and in their place an area or a question in detail.

    Signals:
        reportWanted: The person wants a report of what is shown.
        measureWanted: A measure is to follow from what is shown: the :class:`Measure` to begin with.
        viewWanted: The results are to be looked at in another way: a ``View``.
    """

    reportWanted = Signal()
    measureWanted = Signal(object)
    viewWanted = Signal(object)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.evaluation: Evaluation | None = None
        self._remarks: Sequence[Remark] = ()
        self._behind: list[tuple[QWidget, QWidget | None]] = []
        self._shown_area = self._shown_question = ""
        words = session.words
        self.score = SectionTitle()
        self.summary = Note()
        self.empty = BodyText(
            self.tr("Noch keine Antworten. Sobald Bögen ausgefüllt oder übernommen sind, stehen hier die Ergebnisse.")
        )
        self.view_bar = ViewBar(words)
        self.overview = Overview(words, settings)
        self.questions = QuestionsView(QuestionTable(words, self), words, self.tr("Fragen"))
        self.heat = HeatView(words, settings)
        self.gaps = QuestionsView(GapTable(words, self), words, self.tr("Unterschiede"), WIDEST_FIRST)
        self.remarks = RemarksView(session)
        self.area = AreaView(words, settings)
        self.question = QuestionView(words, settings)
        self.report_button = button(self.tr("Bericht erstellen …"), self.reportWanted.emit, icon="file-text", main=True)
        self.measure_button = button(self.tr("Maßnahme anlegen …"), self._on_measure_clicked, icon="list-todo")
        self.back_button = button(self.tr("Zurück"), self.go_back, icon="arrow-left")
        self.back_button.setShortcut("Alt+Left")
        self.tabs = QTabWidget()
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self.clear()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PageTitle(self.tr("Ergebnisse")), 1)
        for press in (self.back_button, self.measure_button, self.report_button):
            head.addWidget(press)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Ansichten der Ergebnisse"))
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Its tabs have the keyboard; a screen reader hears of one.
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for title, view in (
            (self.tr("Überb&lick"), self.overview),
            (self.tr("&Fragen"), self.questions),
            (self.tr("Gru&ppen"), self.heat),
            (self.tr("&Unterschiede"), self.gaps),
            (self.tr("Be&merkungen"), self.remarks),
        ):
            self.tabs.addTab(view, title)
        for shown in (self.tabs, self.area, self.question):
            self.stack.addWidget(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.MARGIN, style.MARGIN, style.MARGIN, style.GRID)
        column.setSpacing(style.GRID)
        column.addLayout(head)
        for widget in (self.score, self.summary, self.view_bar, self.empty):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_head)
        self.stack.currentChanged.connect(self._show_head)
        self.view_bar.viewWanted.connect(self.viewWanted)
        for view in (self.overview, self.heat):
            view.areaChosen.connect(self.show_area)
            view.questionChosen.connect(self.show_question)
        for table in (self.questions, self.gaps, self.remarks, self.area):
            table.questionChosen.connect(self.show_question)

    def clear(self) -> None:
        """Show that there is nothing yet."""
        self.evaluation = None
        self._show_parts(filled=False)

    def show_results(self, evaluation: Evaluation, remarks: Sequence[Remark] = ()) -> None:
        """Show the results of a round; what was looked at in detail stays, as far as there is such."""
        if not evaluation.results.sheet_count:
            self.clear()
            return
        self.evaluation, self._remarks = evaluation, remarks
        self.score.setText(self._score_text(evaluation))
        self.summary.setText(self._summary_text(evaluation))
        self.view_bar.show_view(evaluation)
        for view in (self.overview, self.questions, self.heat, self.gaps):
            view.show_results(evaluation)
        self.remarks.show_remarks(evaluation.results.round, remarks)
        self._show_parts(filled=True)
        self._show_details_anew()

    def _show_details_anew(self) -> None:
        """What is looked at in detail stays where the new results have it too; else one is back at the whole."""
        here = self.stack.currentWidget()
        if here is self.question:
            found = self._show_question(self._shown_question)
        else:
            found = here is self.area and self._show_area(self._shown_area)
        if not found:
            self._behind.clear()
            self.stack.setCurrentWidget(self.tabs)
        self._show_way_back()

    # Details -----------------------------------------------------------------------------------------------------

    def show_area(self, area_id: str) -> None:
        """Show an area in detail."""
        if self._show_area(area_id):
            self._turn_to(self.area)

    def _show_area(self, area_id: str) -> bool:
        areas = self.evaluation.results.areas if self.evaluation else ()
        found = next((area for area in areas if area.area.id == area_id), None)
        if self.evaluation is not None and found is not None:
            self._shown_area = area_id
            self.area.show_area(self.evaluation, found)
        return found is not None

    def show_question(self, question_id: str) -> None:
        """Show a question in detail."""
        if self._show_question(question_id):
            self._turn_to(self.question)

    def _show_question(self, question_id: str) -> bool:
        found = self.evaluation.results.question(question_id) if self.evaluation else None
        if self.evaluation is not None and found is not None:
            self._shown_question = question_id
            self.question.show_question(self.evaluation, found, self._remarks)
        return found is not None

    def go_back(self) -> None:
        """Back to where one came from, and to what had the keyboard there."""
        if not self._behind:
            return
        view, keyboard = self._behind.pop()
        self.stack.setCurrentWidget(view)
        self._show_details_anew()
        if keyboard is not None and keyboard.isVisible():
            keyboard.setFocus()

    def _turn_to(self, view: QWidget) -> None:
        here = self.stack.currentWidget()
        if here is not view and here is not None and view is not self.tabs:
            self._behind.append((here, self.window().focusWidget()))
        self.stack.setCurrentWidget(view)
        self._show_way_back()
        if view is not self.tabs:
            self.back_button.setFocus()

    def _show_way_back(self) -> None:
        self.back_button.setVisible(bool(self._behind))
        self.measure_button.setVisible(self.stack.currentWidget() is not self.tabs)

    def _on_measure_clicked(self) -> None:
        """Begin a measure with the area or the question that is shown."""
        if self.evaluation is None:
            return
        round_ = self.evaluation.results.round
        if self.stack.currentWidget() is self.question:
            asked = self._shown_question
            areas = self.evaluation.results.areas
            area_id = next(area.area.id for area in areas if asked in {q.question.id for q in area.questions})
            measure = Measure("", round_id=round_.id, area_id=area_id, question_ids=(asked,))
        else:
            measure = Measure("", round_id=round_.id, area_id=self._shown_area, goal=self.area.suggested)
        self.measureWanted.emit(measure)

    # Words -------------------------------------------------------------------------------------------------------

    def _show_parts(self, *, filled: bool) -> None:
        for widget in (self.score, self.stack, self.report_button):
            widget.setVisible(filled)
        self._show_head()
        self.empty.setVisible(not filled)
        for widget in (self.back_button, self.measure_button):
            widget.setVisible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_head()

    def _show_head(self) -> None:
        """In a low window what is above the tabs shows with the overview alone."""
        has_room = self.height() >= _LOW
        is_overview = self.stack.currentWidget() is self.tabs and self.tabs.currentWidget() is self.overview
        self.summary.setVisible(self.evaluation is not None and has_room)
        self.view_bar.setVisible(self.evaluation is not None and (has_room or is_overview))

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
