"""The workshop page: prepare, moderate, set priorities; and the minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabWidget, QVBoxLayout, QWidget

from kommune_desktop.core.remark import Remark
from kommune_desktop.core.workshop.proposal import Reasons, reasons_of
from kommune_desktop.settings import Settings
from kommune_desktop.ui import style
from kommune_desktop.ui.paper_wish import PaperWish
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText, PageTitle
from kommune_desktop.ui.workshop.agenda_view import AgendaView
from kommune_desktop.ui.workshop.book import WorkshopBook
from kommune_desktop.ui.workshop.moderation_view import ModerationView
from kommune_desktop.ui.workshop.priorities_view import PrioritiesView
from kommune_desktop.workflow.evaluation import Evaluation


class WorkshopPage(QWidget):
    """The workshop of the open round.

    Signals:
        paperWanted: A :class:`PaperWish`.
        measureWanted: A measure is to follow: the ``Measure`` to begin with.
    """

    paperWanted = Signal(object)
    measureWanted = Signal(object)

    def __init__(self, book: WorkshopBook, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book, self.session = book, book.session
        self._evaluation: Evaluation | None = None
        self._reasons: Mapping[str, Reasons] = {}
        self.empty = BodyText(
            self.tr(
                "Im Workshop sprechen alle Gruppen über die Ergebnisse. Vorher braucht es ausgefüllte Bögen; "
                "dann schlägt das Programm Fragen für die Tagesordnung vor."
            )
        )
        self.agenda = AgendaView(book)
        self.moderation = ModerationView(book, settings)
        self.priorities = PrioritiesView(book, settings)
        self.tabs = QTabWidget()
        self._build()
        self.agenda.choiceWanted.connect(self._on_choice_wanted)
        self.agenda.paperWanted.connect(self.paperWanted)
        self.priorities.measureWanted.connect(self.measureWanted)
        book.changed.connect(self._on_workshop_changed)
        self._forget()

    def _build(self) -> None:
        self.minutes_button = button(self.tr("&Protokoll"), icon="file-text")
        menu = QMenu(self)
        for title, suffix in (
            (self.tr("Als PDF speichern …"), ".pdf"),
            (self.tr("Als Word-Datei speichern …"), ".docx"),
        ):
            menu.addAction(title).triggered.connect(partial(self._on_minutes_wanted, suffix))
        self.minutes_button.setMenu(menu)
        head = QHBoxLayout()
        head.addWidget(PageTitle(self.tr("Workshop")), 1)
        head.addWidget(self.minutes_button)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Teile des Workshops"))
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Its tabs have the keyboard; a screen reader hears of one.
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for title, view in (
            (self.tr("&1 Vorbereiten"), self.agenda),
            (self.tr("&2 Durchführen"), self.moderation),
            (self.tr("&3 Prioritäten"), self.priorities),
        ):
            self.tabs.addTab(view, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.MARGIN, style.MARGIN, style.MARGIN, style.GRID)
        column.setSpacing(style.GRID)
        column.addLayout(head)
        column.addWidget(self.empty)
        column.addWidget(self.tabs, 1)
        column.addStretch(0)

    # What is shown -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Take the workshop from the store, where another window may have changed it."""
        self.book.read()

    def clear(self) -> None:
        """Show that there is nothing yet."""
        self._forget()
        self.empty.show()

    def _forget(self) -> None:
        """Until its figures come, nothing of a round is shown."""
        self._evaluation, self._reasons = None, {}
        self.moderation.clear()
        self.empty.hide()
        self._show_parts()

    def show_results(self, evaluation: Evaluation, remarks: Sequence[Remark] = ()) -> None:
        """Show what the workshop is about."""
        if not evaluation.results.sheet_count and not self.book.workshop.agenda:
            self.clear()
            return
        self._evaluation = evaluation
        counted = Counter(remark.question_id for remark in remarks)
        self._reasons = reasons_of(evaluation.results, evaluation.trend, counted)
        self.agenda.show_reasons(self._reasons)
        self.moderation.show_results(evaluation, remarks)
        self.empty.hide()
        self._show_parts()

    def _show_parts(self) -> None:
        is_filled = self._evaluation is not None
        self.tabs.setVisible(is_filled)
        self.minutes_button.setVisible(is_filled)
        self.minutes_button.setEnabled(bool(self.book.workshop.agenda))
        for tab in (1, 2):
            self.tabs.setTabEnabled(tab, bool(self.book.workshop.agenda))

    def _on_workshop_changed(self) -> None:
        if self._evaluation is not None and not self._evaluation.is_of(self.session.round):
            self._forget()
            return
        self.moderation.show_ranking()
        self._show_parts()

    # What is done ------------------------------------------------------------------------------------------------

    def _on_choice_wanted(self) -> None:
        from kommune_desktop.ui.workshop.choose_questions import ChooseQuestionsDialog  # noqa: PLC0415 - when wanted

        before, round_ = self.book.workshop, self.session.current_round
        dialog = ChooseQuestionsDialog(self.session.words, round_, before.agenda, self._reasons, self)
        if dialog.exec() and self.book.workshop == before:
            self.book.change(replace(before, agenda=dialog.chosen()))

    def _on_minutes_wanted(self, suffix: str) -> None:
        self.paperWanted.emit(PaperWish("minutes", suffix))
