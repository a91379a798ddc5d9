"""One page of the wizard: the questions of a topic."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kommune_desktop.core.questionnaire import Area, Topic
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import BodyText, Note, PageTitle
from kommune_desktop.ui.wizard.question_view import QuestionView
from kommune_desktop.ui.wizard.sheet_model import SheetModel

_SCROLL_MARGIN = 40


class TopicPage(QScrollArea):
    """The questions of a topic that the sheet is shown as things stand.

    Signals:
        finished: The last question of the page was answered.
    """

    finished = Signal()

    def __init__(self, model: SheetModel, area: Area, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.topic = topic
        self.active_question: str | None = None
        language = model.session.words.language
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(topic.title.in_language(language))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(style.MARGIN, 2 * style.GRID, style.MARGIN, style.MARGIN)
        column.setSpacing(2 * style.GRID)
        column.addWidget(Note(area.title.in_language(language)))
        column.addWidget(PageTitle(topic.title.in_language(language)))
        self._nothing = BodyText(self.tr("Auf dieser Seite ist für diesen Bogen nichts zu beantworten."))
        column.addWidget(self._nothing)
        asked = {question.id for question in model.round.questions}
        self.views = [
            QuestionView(model, question, model.round.questionnaire.numbers[question.id])
            for question in topic.questions
            if question.id in asked
        ]
        for view in self.views:
            view.answered.connect(self._on_view_answered)
            column.addWidget(view)
        column.addStretch(1)
        self.setWidget(content)
        self.show_conditions()

    @property
    def last_widget(self) -> QWidget:
        """The widget where the keyboard leaves the page."""
        return self.views[-1].last_widget

    def shown_views(self) -> list[QuestionView]:
        """The questions that are to be answered, in order."""
        return [view for view in self.views if self.model.progress.is_shown(view.question)]

    def show_conditions(self) -> None:
        """Let questions appear and vanish by their conditions."""
        shown = self.shown_views()
        for view in self.views:
            view.setVisible(view in shown)
        self._nothing.setVisible(not shown)

    def show_answer(self, question_id: str) -> None:
        """Show a stored answer, for example one that was taken back."""
        for view in self.views:
            if view.question.id == question_id:
                view.show_answer(self.model.answers.get(question_id))

    def show_earlier(self, wanted: bool) -> None:
        """Show what the office said in the round before, or no more; the question with the keyboard stays in sight."""
        active = [view for view in self.views if view.question.id == self.active_question]
        in_sight = [view for view in active if not view.visibleRegion().isEmpty()]
        for view in self.views:
            view.show_earlier(wanted)
        for view in in_sight:
            QTimer.singleShot(0, self, partial(self._bring_into_view, view))

    def focus(self, question_id: str | None = None) -> None:
        """Put the keyboard into a question, else into the first open one."""
        shown = self.shown_views()
        open_ids = {question.id for question in self.model.progress.open}
        wanted = [view for view in shown if view.question.id == question_id]
        still_open = [view for view in shown if view.question.id in open_ids]
        for view in (*wanted, *still_open, *shown):
            self._focus_view(view)
            return

    def mark_active(self, widget: QWidget | None) -> None:
        """Mark the question that the keyboard is in."""
        for view in self.views:
            active = widget is not None and view.isAncestorOf(widget)
            view.set_active(active)
            if active:
                self.active_question = view.question.id

    def _focus_view(self, view: QuestionView) -> None:
        view.field.focus()
        # A page that is being turned to gets its size only after this.
        QTimer.singleShot(0, self, partial(self._bring_into_view, view))

    def _bring_into_view(self, view: QuestionView) -> None:
        if view is self.views[0]:
            self.ensureVisible(0, 0)
        else:
            self.ensureWidgetVisible(view, 0, _SCROLL_MARGIN)

    def _on_view_answered(self) -> None:
        shown = self.shown_views()
        sender = self.sender()
        following = shown[shown.index(sender) + 1 :] if isinstance(sender, QuestionView) and sender in shown else []
        if following:
            self._focus_view(following[0])
        else:
            self.finished.emit()
