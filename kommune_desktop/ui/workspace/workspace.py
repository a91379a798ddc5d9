"""The frame of the workspace: sidebar, pages, and in their place the wizard, keying or the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.errors import UserError
from kommune_desktop.settings import Settings
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.problems import show_problem
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.answers_import import AnswersImport
from kommune_desktop.ui.workspace.evaluations import Evaluations
from kommune_desktop.ui.workspace.file_jobs import FileJobs
from kommune_desktop.ui.workspace.keying_flow import KeyingFlow
from kommune_desktop.ui.workspace.overview_page import Step
from kommune_desktop.ui.workspace.pages import KEYING, MEASURES, OVERVIEW, RESULTS, RETURNS, SHEETS, WORKSHOP, Pages
from kommune_desktop.ui.workspace.sidebar import Sidebar
from kommune_desktop.workflow.questionnaires import shipped, shipped_ids

if TYPE_CHECKING:  # What is not on the first page is loaded when it is wanted, so that the first page comes sooner.
    from kommune_desktop.ui.dialogs.new_round import Previous
    from kommune_desktop.ui.keying import KeyingView
    from kommune_desktop.ui.keying.differences_view import DifferencesView
    from kommune_desktop.ui.preview import Document, PreviewView
    from kommune_desktop.ui.wizard import Wizard


class Workspace(QWidget):
    """Everything about the open file.

    Signals:
        noticed: Something worth a line in the status bar has happened.
        sheetOpened: A sheet is in the wizard, or none any more.
    """

    noticed = Signal(str)
    sheetOpened = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.settings = settings
        self.files = FileJobs(session, settings, self)
        self.answers_import = AnswersImport(session, settings, self)
        self.wizard: Wizard | None = None
        self.keying: KeyingView | DifferencesView | None = None
        self.preview: PreviewView | None = None
        self.keying_flow = KeyingFlow(session, settings, self)
        self.evaluations = Evaluations(session, self)
        self.pages = Pages(session, settings, self.files, self.keying_flow, self.evaluations)
        self.sidebar = Sidebar(session, self.pages.titles())
        self.desk = QWidget()
        line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        row = QHBoxLayout(self.desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self.sidebar, line):
            row.addWidget(widget)
        row.addWidget(self.pages, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._connect()
        self.show_page(OVERVIEW)

    def _connect(self) -> None:
        self.sidebar.pageChosen.connect(self.pages.turn_to)
        self.sidebar.roundWanted.connect(self.add_round)
        self.pages.overview.stepWanted.connect(self._on_step_wanted)
        self.pages.sheets.openWanted.connect(self.open_sheet)
        self.pages.pageWanted.connect(self.show_page)
        self.pages.noticed.connect(self.noticed)
        self.files.documentRead.connect(self._on_document_read)
        self.files.noticed.connect(self.noticed)
        self.pages.sheets.importWanted.connect(self.answers_import.begin)
        self.answers_import.noticed.connect(self.noticed)
        self.keying_flow.opened.connect(self._on_keying_opened)
        self.session.failed.connect(self.show_problem)
        self.session.roundChanged.connect(self.close_sheet)

    # Pages ---------------------------------------------------------------------------------------------------

    def show_page(self, page: int) -> None:
        """Turn to a page."""
        self.close_sheet()
        self.sidebar.show_page(page)

    def _on_step_wanted(self, step: Step) -> None:
        if step is Step.ADD_ROUND:
            self.add_round()
        else:
            pages = {
                Step.TAKE_BACK: RETURNS,
                Step.KEY: KEYING,
                Step.VERIFY: KEYING,
                Step.EVALUATE: RESULTS,
                Step.DISCUSS: WORKSHOP,
                Step.ACT: MEASURES,
            }
            self.show_page(pages.get(step, SHEETS))

    def show_problem(self, error: UserError) -> None:
        """Tell the person what is to be mended."""
        show_problem(self, self.session.words, error)

    # Rounds and sheets ---------------------------------------------------------------------------------------

    def add_round(self) -> None:
        """Ask for a new round until there is one or the person gives up."""
        from kommune_desktop.ui.dialogs.new_round import NewRoundDialog  # noqa: PLC0415 - loaded when it is wanted

        questionnaires = [shipped(questionnaire_id)[0] for questionnaire_id in shipped_ids()]
        dialog = NewRoundDialog(
            self.session.words, questionnaires, self._suggested_title(), self, previous=self._previous()
        )
        while dialog.exec():
            chosen = dialog.chosen()
            try:
                self.session.add_round(
                    title=chosen.title,
                    questionnaire_id=chosen.questionnaire_id,
                    short_form=chosen.short_form,
                    groups=chosen.groups,
                    weighting=chosen.weighting,
                    min_cell=chosen.min_cell,
                )
            except UserError as error:
                self.show_problem(error)
            else:
                self.show_page(OVERVIEW)
                return

    def _previous(self) -> Previous | None:
        """The round that is open, for a new one to follow it."""
        from kommune_desktop.ui.dialogs.new_round import Previous  # noqa: PLC0415

        round_ = self.session.round
        if round_ is None:
            return None
        return Previous(round_, sum(measure.is_open for measure in self.pages.measures.book.all()))

    def _suggested_title(self) -> str:
        year = QDate.currentDate().year()
        title = self.tr("Runde {year}").format(year=year)
        taken = {round_.title for round_ in self.session.rounds}
        return title if title not in taken else ""

    def open_sheet(self, sheet: Sheet) -> None:
        """Open a sheet: a paper one for keying, any other in the wizard."""
        if sheet.state is not SheetState.ON_SCREEN:
            self.show_page(SHEETS)
            self.keying_flow.key_sheet(sheet)
            return
        from kommune_desktop.ui.wizard import Wizard  # noqa: PLC0415 - loaded when it is wanted

        self.show_page(SHEETS)
        self.wizard = Wizard(self.session, self.settings, sheet)
        self.wizard.closed.connect(self._on_view_closed)
        self._show_instead(self.wizard)
        self.wizard.show_page(self.wizard.page)

    def _on_keying_opened(self, view: KeyingView | DifferencesView) -> None:
        self.close_sheet()
        self.keying = view
        view.closed.connect(self._on_view_closed)
        self._show_instead(view)
        view.focus()

    def _on_document_read(self, document: Document) -> None:
        from kommune_desktop.ui.preview import PreviewView  # noqa: PLC0415 - loaded when it is wanted

        self.close_sheet()
        self.preview = PreviewView(document, self.session.words)
        self.preview.saveWanted.connect(self.files.save_document)
        self.preview.noticed.connect(self.noticed)
        self.preview.failed.connect(self.show_problem)
        self.preview.closed.connect(self._on_view_closed)
        self._show_instead(self.preview)
        self.preview.focus()

    def _show_instead(self, view: QWidget) -> None:
        """Show a view in the place of sidebar and pages, until it is closed."""
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)
        self.sheetOpened.emit()

    def close_sheet(self) -> None:
        """Leave the sheet, where everything is saved already, or the preview."""
        view = self.wizard or self.keying
        if self.preview is not None:
            preview, self.preview = self.preview, None
            preview.leave()
            self._show_desk_again(preview)
        if view is None:
            return
        self.wizard = self.keying = None
        self.session.undo_stack.clear()
        self._show_desk_again(view)
        self.session.sheetsChanged.emit()
        self.sheetOpened.emit()

    def _show_desk_again(self, view: QWidget) -> None:
        self.stack.setCurrentWidget(self.desk)
        self.stack.removeWidget(view)
        view.deleteLater()

    def _on_view_closed(self) -> None:
        self.show_page(self.pages.currentIndex())

    def finish_work(self) -> None:
        """Stop what still runs and wait for it."""
        if self.preview is not None:
            self.preview.leave()
        for work in self.findChildren(BackgroundWork):
            work.wait()
