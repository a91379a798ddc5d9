"""The wizard's frame: contents, pages, back and next."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.settings import Settings
from kommune_desktop.ui import style
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import SectionTitle
from kommune_desktop.ui.wizard.contents import Contents
from kommune_desktop.ui.wizard.open_questions import OpenQuestions
from kommune_desktop.ui.wizard.sheet_model import SheetModel
from kommune_desktop.ui.wizard.topic_page import TopicPage


class Wizard(QWidget):
    """Fills in one sheet, a topic a page; every change is saved at once.

    Signals:
        closed: The person wants back to the list of sheets.
    """

    closed = Signal()

    def __init__(self, session: Session, settings: Settings, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.model = SheetModel(session, sheet, self)
        asked = {question.id for question in self.model.round.questions}
        self._pages = [
            (area, topic)
            for area in self.model.round.questionnaire.areas
            for topic in area.topics
            if any(question.id in asked for question in topic.questions)
        ]
        self._built: dict[int, TopicPage] = {}
        self.page = -1
        self.contents = Contents(self.model, self._pages)
        self.contents.pageWanted.connect(self.show_page)
        self.stack = QStackedWidget()
        self.open_questions = OpenQuestions(self.model)
        self.open_questions.questionWanted.connect(self.show_question)
        self.stack.addWidget(self.open_questions)
        self._build()
        self.model.answerChanged.connect(self._on_answer_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._show_progress()
        self.show_page(self._page_of_topic(sheet.topic))

    def _build(self) -> None:
        sheet, words = self.model.sheet, self.model.session.words
        group = self.model.round.group(sheet.group_id).title.in_language(words.language)
        title = SectionTitle(
            self.tr("Bogen {number} · {group} · {round}").format(
                number=sheet.number, group=group, round=self.model.round.title
            )
        )
        head = QHBoxLayout()
        head.setContentsMargins(style.MARGIN, style.GRID, style.MARGIN, style.GRID)
        head.setSpacing(style.GRID)
        head.addWidget(title, 1)
        head.addWidget(self._make_earlier_box())
        self.open_button = button(self.tr("Nächste offene Frage"), self.go_to_open)
        head.addWidget(self.open_button)
        head.addWidget(button(self.tr("Zur Bogenliste"), self.closed.emit, icon="arrow-left"))
        self.progress_text = QLabel()
        self.progress_bar = QProgressBar()
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setFixedHeight(style.GRID)
        self.progress_bar.setMinimumWidth(style.GRID)
        self.progress_bar.setMaximumWidth(20 * style.GRID)
        self.back_button = button(self.tr("Zurück"), self.go_back, icon="chevron-left")
        self.next_button = button("", self.go_on, icon="chevron-right", main=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(style.MARGIN, style.GRID, style.MARGIN, style.GRID)
        foot.setSpacing(2 * style.GRID)
        for widget in (self.progress_text, self.progress_bar):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.stack, 1)
        right.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.contents, 1)
        row.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row, 1)
        for keys, act in (("Alt+Left", self.go_back), ("Alt+Right", self.go_on), ("Ctrl+Return", self.go_on)):
            QShortcut(QKeySequence(keys), self, act)

    def _make_earlier_box(self) -> QCheckBox:
        self.earlier_box = QCheckBox(self.tr("&Frühere Antworten zeigen"))
        # A click leaves the keyboard in the question that is being answered.
        self.earlier_box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.earlier_box.setChecked(self.settings.shows_earlier)
        self.earlier_box.toggled.connect(self._on_earlier_toggled)
        if self.model.earlier is None:
            self.earlier_box.hide()
        return self.earlier_box

    # Pages ---------------------------------------------------------------------------------------------------

    def show_page(self, page: int, question_id: str | None = None) -> None:
        """Turn to a page; the one after the last topic lists what is open."""
        self.page = page
        if page == len(self._pages):
            self.open_questions.refresh()
            self.stack.setCurrentWidget(self.open_questions)
            self.open_questions.focus()
        else:
            topic_page = self._topic_page(page)
            topic_page.show_conditions()
            self.stack.setCurrentWidget(topic_page)
            topic_page.focus(question_id)
            self.model.session.remember_topic(self.model.sheet, topic_page.topic.id)
            QTimer.singleShot(0, self, self._prepare_next)
        self.contents.show_page(page)
        self._label_buttons()

    def show_question(self, question: Question) -> None:
        """Turn to the page of a question and put the keyboard into it."""
        for page, (_, topic) in enumerate(self._pages):
            if question in topic.questions:
                self.show_page(page, question.id)

    def go_on(self) -> None:
        """Turn to the next page that has something to answer."""
        following = self._following(+1)
        if following is not None:
            self.show_page(following)

    def go_back(self) -> None:
        """Turn to the page before that has something to answer."""
        following = self._following(-1)
        if following is not None:
            self.show_page(following)

    def go_to_open(self) -> None:
        """Put the keyboard into the next question without an answer; to the last page when there is none."""
        current = self._built.get(self.page)
        question = self.model.progress.next_open(after=current.active_question if current else None)
        if question is None:
            self.show_page(len(self._pages))
        else:
            self.show_question(question)

    def _following(self, step: int) -> int | None:
        page = self.page + step
        while 0 <= page < len(self._pages):
            if self.model.progress.of(self._pages[page][1]).shown:
                return page
            page += step
        return page if page == len(self._pages) else None

    def _page_of_topic(self, topic_id: str) -> int:
        return next((page for page, (_, topic) in enumerate(self._pages) if topic.id == topic_id), 0)

    def _topic_page(self, page: int) -> TopicPage:
        if page not in self._built:
            built = TopicPage(self.model, *self._pages[page])
            built.show_earlier(self.settings.shows_earlier)
            built.finished.connect(self._on_page_finished)
            self._built[page] = built
            self.stack.addWidget(built)
            # A new page comes last in the order of the keyboard; the buttons stand below it.
            self.setTabOrder(built.last_widget, self.back_button)
            self.setTabOrder(self.back_button, self.next_button)
        return self._built[page]

    def _prepare_next(self) -> None:
        """Build the next page ahead, so that turning to it costs nothing."""
        following = self._following(+1)
        if following is not None and following < len(self._pages):
            self._topic_page(following)

    def _label_buttons(self) -> None:
        following = self._following(+1)
        self.back_button.setEnabled(self._following(-1) is not None)
        self.next_button.setVisible(following is not None)
        if following is None:
            return
        if following == len(self._pages):
            self.next_button.setText(self.tr("Weiter: Offene Fragen"))
        else:
            title = self._pages[following][1].title.in_language(self.model.session.words.language)
            self.next_button.setText(self.tr("Weiter: {topic}").format(topic=title))

    # What changes --------------------------------------------------------------------------------------------

    def _on_answer_changed(self, question_id: str) -> None:
        for page in self._built.values():
            page.show_answer(question_id)
        current = self._built.get(self.page)
        if current is not None:
            current.show_conditions()
        self.contents.refresh()
        self._show_progress()
        self._label_buttons()
        self._follow_undo(question_id)

    def _follow_undo(self, question_id: str) -> None:
        """What changes elsewhere than on the open page was taken back: show it."""
        question = self.model.round.questionnaire.question(question_id)
        if self.page == len(self._pages) or question not in self._pages[self.page][1].questions:
            self.show_question(question)

    def _on_earlier_toggled(self, wanted: bool) -> None:
        for page in self._built.values():
            page.show_earlier(wanted)
        self.settings.shows_earlier = wanted
        self.settings.save()

    def _show_progress(self) -> None:
        whole = self.model.progress.whole
        self.progress_text.setText(
            self.tr("{answered} von {shown} beantwortet").format(answered=whole.answered, shown=whole.shown)
        )
        self.progress_bar.setRange(0, max(whole.shown, 1))
        self.progress_bar.setValue(whole.answered)

    def _on_page_finished(self) -> None:
        self.next_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        current = self._built.get(self.page)
        if current is not None:
            current.mark_active(now)
