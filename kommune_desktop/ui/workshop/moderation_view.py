"""Moderating the workshop: one question at a time, what is projected, the time, and the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kommune_desktop.core.consensus import Consensus, ConsensusState
from kommune_desktop.core.remark import Remark, with_release
from kommune_desktop.core.workshop import AgendaItem
from kommune_desktop.settings import Settings
from kommune_desktop.ui import style
from kommune_desktop.ui.results import charts, facts
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.chart import ChartView
from kommune_desktop.ui.widgets.labels import BodyText, Note, QuestionText
from kommune_desktop.ui.widgets.page import Page
from kommune_desktop.ui.workshop.agenda_list import AgendaList
from kommune_desktop.ui.workshop.book import WorkshopBook
from kommune_desktop.ui.workshop.countdown import Countdown
from kommune_desktop.ui.workshop.projection import Projection
from kommune_desktop.ui.workshop.projector_bar import ProjectorBar
from kommune_desktop.ui.workshop.record_form import RecordForm
from kommune_desktop.ui.workshop.scenes import Slide, question_scene, quotes_scene, ranking_scene, slides_of
from kommune_desktop.workflow.evaluation import Evaluation


class ModerationView(QWidget):
    """The agenda on the left, the chosen question on the right, the projector below."""

    def __init__(self, book: WorkshopBook, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book, self.session = book, book.session
        self._evaluation: Evaluation | None = None
        self._remarks: Sequence[Remark] = ()
        self._shown: tuple[str, Consensus] | None = None
        self._has_new_figures = False
        self.question_id = ""
        self.projection = Projection(self)
        self.countdown = Countdown(self)
        self.list = AgendaList(self.session.words)
        self.page = Page("", has_charts=True)
        self.text, self.facts, self.lost = QuestionText(), BodyText(), Note()
        self.chart = ChartView(settings)
        self.form = RecordForm(book)
        self.bar = ProjectorBar(self.projection, self.countdown)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.page.column.setContentsMargins(style.MARGIN, style.GRID, style.MARGIN, style.GRID)
        self.page.column.setSpacing(style.GRID)
        for part in (self.text, self.facts, self.chart, self.form):
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(self._side())
        middle.addWidget(self.page, 1)
        style.set_text_color(self.lost, style.color(style.Role.NEGATIVE))
        self.lost.setText(
            self.tr("Der Bildschirm des Beamers ist getrennt. Verbinden Sie ihn wieder, und zeigen Sie dann neu an.")
        )
        self.lost.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GRID, 0, 0)
        column.setSpacing(style.GRID)
        column.addLayout(middle, 1)
        column.addWidget(self.lost)
        column.addWidget(self.bar)

    def _side(self) -> QVBoxLayout:
        self.previous_button = button(self.tr("Z&urück"), partial(self.step, -1), icon="chevron-left")
        self.next_button = button(self.tr("&Weiter"), partial(self.step, 1), icon="chevron-right")
        steps = QHBoxLayout()
        steps.setSpacing(style.GRID)
        for press in (self.previous_button, self.next_button):
            steps.addWidget(press)
        side = QVBoxLayout()
        side.setSpacing(style.GRID)
        side.addWidget(self.list, 1)
        side.addLayout(steps)
        return side

    def _connect(self) -> None:
        self.book.changed.connect(self.show_workshop)
        self.session.remarkChanged.connect(self._on_remark_changed)
        self.session.storeClosed.connect(self.clear)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.projection.changed.connect(self._on_projection_changed)
        self.projection.stepped.connect(self.step)
        self.projection.lost.connect(self.lost.show)
        self.bar.slideWanted.connect(self._project)
        keys = (("PgDown", partial(self.step, 1)), ("PgUp", partial(self.step, -1)), ("F5", self.bar.toggle))
        for key, act in (*keys, ("B", self.projection.toggle_black), (".", self.projection.toggle_black)):
            # A remote sends its keys to the window that has the keyboard, and that is usually this one.
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # What is shown -----------------------------------------------------------------------------------------------

    def show_results(self, evaluation: Evaluation, remarks: Sequence[Remark]) -> None:
        """Show what the survey says; ``remarks``: of the whole round, released or not."""
        self._evaluation, self._remarks, self._has_new_figures = evaluation, remarks, True
        self.show_workshop()

    def clear(self) -> None:
        """There is no round."""
        self._evaluation, self._remarks, self._shown = None, (), None
        self.projection.end()
        self.show_workshop()

    def show_workshop(self) -> None:
        """Show the agenda as it is, with the chosen question; figures of another round are none."""
        if self._evaluation is not None and not self._evaluation.is_of(self.session.round):
            self.clear()
            return
        agenda = self.book.workshop.agenda if self._evaluation is not None else ()
        if self.book.workshop.item(self.question_id) is None:
            self.question_id = agenda[0].question_id if agenda else ""
        if self.session.round is None:
            self.list.clear()
        else:
            self.list.show_agenda(self.session.round, agenda, self.question_id)
        self.bar.enable(has_questions=bool(agenda))
        for press in (self.previous_button, self.next_button):
            press.setEnabled(bool(agenda))
        self.page.setVisible(bool(agenda))
        item = self.book.workshop.item(self.question_id)
        if item is not None and agenda:
            self._show_question(item)

    def _show_question(self, item: AgendaItem) -> None:
        """The chart is drawn anew only where something in it has changed; somebody may be typing meanwhile."""
        if self._evaluation is None:
            return
        is_other = self._shown is None or self._shown[0] != item.question_id
        is_agreed_anew = self._shown is not None and _ring(self._shown[1]) != _ring(item.consensus)
        is_redrawn = is_other or is_agreed_anew or self._has_new_figures
        self._shown, self._has_new_figures = (item.question_id, item.consensus), False
        if is_redrawn:
            self._show_figures(self._evaluation, item)
        if is_other:
            self.form.show_question(item.question_id)
            self.page.verticalScrollBar().setValue(0)
            self.countdown.reset(item.minutes)
        self.countdown.allot(item.minutes)
        if is_redrawn:
            self._project()

    def _show_figures(self, evaluation: Evaluation, item: AgendaItem) -> None:
        words, results = self.session.words, evaluation.results
        question = results.round.questionnaire.question(item.question_id)
        label = f"{results.round.questionnaire.numbers[question.id]} {question.label.in_language(words.language)}"
        self.page.title.setText(label)
        self.text.setText(question.text.in_language(words.language))
        found = results.question(item.question_id)
        has_score = found is not None and found.total.score is not None
        self.chart.setVisible(has_score)
        self.facts.setVisible(found is not None)
        if found is not None:
            self.facts.setText(facts.of_question(evaluation, found, words))
            result = replace(found, consensus=item.consensus)
            if has_score:
                self.chart.show_chart(charts.groups(results.round, result, words))

    def _on_remark_changed(self, remark: Remark) -> None:
        """Words that are withdrawn leave the projector at once."""
        self._remarks = with_release(self._remarks, remark)
        self._project()

    def _on_row_changed(self, row: int) -> None:
        agenda = self.book.workshop.agenda
        if 0 <= row < len(agenda):
            self.question_id = agenda[row].question_id
            self.bar.choose(self._slides()[0])
            self._show_question(agenda[row])

    def step(self, steps: int) -> None:
        """Turn to the next picture of the question (1) or the one before (-1), else to the next question."""
        slides, slide = self._slides(), self.bar.slide
        place = slides.index(slide) + steps if slide in slides else len(slides)
        row = self.list.currentRow() + steps
        if 0 <= place < len(slides):
            self.bar.choose(slides[place])
            self._project()
        elif 0 <= row < self.list.count():
            self.list.setCurrentRow(row)
            if steps < 0:
                self.bar.choose(self._slides()[-1])
                self._project()

    def _slides(self) -> list[Slide]:
        """The pictures of the chosen question; one without any is shown by its text."""
        found = slides_of(self._evaluation, self.question_id) if self._evaluation else []
        return found or [Slide.GROUPS]

    # The projector -----------------------------------------------------------------------------------------------

    def _project(self) -> None:
        """Put on the projector what is chosen for it."""
        item = self.book.workshop.item(self.question_id)
        evaluation, words = self._evaluation, self.session.words
        if item is None or evaluation is None:
            return
        slide = self.bar.slide
        if slide is Slide.RANKING:
            self.projection.show_scene(ranking_scene(evaluation.results.round, self.book.workshop, words))
            return
        scene = question_scene(evaluation, self.book.workshop, item, slide, words)
        if slide is Slide.QUOTES:
            scene = quotes_scene(scene, item.question_id, self._remarks)
        self.projection.show_scene(scene)

    def show_ranking(self) -> None:
        """Bring the ranking on the projector up to date, where it is shown."""
        if self.bar.slide is Slide.RANKING:
            self._project()

    def _on_projection_changed(self) -> None:
        if self.projection.is_on:
            self.lost.hide()


def _ring(consensus: Consensus) -> tuple[ConsensusState, int | None]:
    """What of a consensus is to be seen in a chart and on the projector."""
    return consensus.state, consensus.value
