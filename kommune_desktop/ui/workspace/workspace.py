"""The frame of the workspace: sidebar, pages, and the wizard in their place while a sheet is open."""

from __future__ import annotations

import functools
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.core.verification import Keying
from kommune_desktop.errors import UserError
from kommune_desktop.settings import Settings
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.problems import show_problem
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.file_jobs import FileJobs
from kommune_desktop.ui.workspace.file_work import evaluate_file, sheet_for_copy
from kommune_desktop.ui.workspace.overview_page import OverviewPage, Step
from kommune_desktop.ui.workspace.reports_page import ReportsPage
from kommune_desktop.ui.workspace.sheets_page import SheetsPage
from kommune_desktop.ui.workspace.sidebar import Sidebar
from kommune_desktop.workflow.keying import draw_second_keying
from kommune_desktop.workflow.questionnaires import shipped, shipped_ids

if TYPE_CHECKING:  # What is not on the first page is loaded when it is wanted, so that the first page comes sooner.
    from kommune_desktop.core.batch import Batch, BatchSheets
    from kommune_desktop.ui.keying import KeyingJob, KeyingView
    from kommune_desktop.ui.keying.batches_page import BatchesPage
    from kommune_desktop.ui.keying.differences_view import DifferencesView
    from kommune_desktop.ui.results import ResultsPage
    from kommune_desktop.ui.wizard import Wizard
    from kommune_desktop.ui.workspace.returns_page import ReturnsPage
    from kommune_desktop.workflow.evaluation import Evaluation

OVERVIEW, SHEETS, RETURNS, KEYING, RESULTS, REPORTS = range(6)


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
        self.wizard: Wizard | None = None
        self.keying: KeyingView | None = None
        self.differences: DifferencesView | None = None
        self._back_to = OVERVIEW
        self._results_are_old = True
        self._results_wanted = 0
        self.overview = OverviewPage(session)
        self.sheets = SheetsPage(session)
        self.reports = ReportsPage(session)
        self.sidebar = Sidebar(session, self.page_titles())
        self.pages = QStackedWidget()
        for page in (self.overview, self.sheets, QWidget(), QWidget(), QWidget(), self.reports):
            self.pages.addWidget(page)
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

    def page_titles(self) -> list[tuple[str, str]]:
        """Title and icon of each page, in the order of the work."""
        return [
            (self.tr("Übersicht"), "layout-dashboard"),
            (self.tr("Bögen"), "files"),
            (self.tr("Rücklauf"), "inbox"),
            (self.tr("Erfassen"), "keyboard"),
            (self.tr("Ergebnisse"), "chart-column"),
            (self.tr("Berichte"), "file-text"),
        ]

    @functools.cached_property
    def results(self) -> ResultsPage:
        """The results page, which takes its place when it is first wanted."""
        from kommune_desktop.ui.results import ResultsPage  # noqa: PLC0415

        page = ResultsPage(self.session)
        page.reportWanted.connect(partial(self.show_page, REPORTS))
        self._take_place(RESULTS, page)
        return page

    @functools.cached_property
    def returns(self) -> ReturnsPage:
        """The page for what comes back, which takes its place when it is first wanted."""
        from kommune_desktop.ui.workspace.returns_page import ReturnsPage  # noqa: PLC0415

        page = ReturnsPage(self.session)
        page.printWanted.connect(self.files.print_forms)
        self._take_place(RETURNS, page)
        return page

    @functools.cached_property
    def batches(self) -> BatchesPage:
        """The page for keying, which takes its place when it is first wanted."""
        from kommune_desktop.ui.keying.batches_page import BatchesPage  # noqa: PLC0415

        page = BatchesPage(self.session)
        page.newWanted.connect(self.begin_batch)
        page.keyingWanted.connect(self.key_batch)
        page.secondKeyingWanted.connect(self.key_again)
        page.differencesWanted.connect(self.show_differences)
        page.listWanted.connect(self.files.save_keying_list)
        self._take_place(KEYING, page)
        return page

    def _take_place(self, place: int, page: QWidget) -> None:
        vacant = self.pages.widget(place)
        self.pages.insertWidget(place, page)
        if vacant is not None:
            self.pages.removeWidget(vacant)

    def _connect(self) -> None:
        self.sidebar.pageChosen.connect(self._on_page_chosen)
        self.sidebar.roundWanted.connect(self.add_round)
        self.overview.stepWanted.connect(self._on_step_wanted)
        self.sheets.openWanted.connect(self.open_sheet)
        self.sheets.importWanted.connect(self.files.import_answers)
        self.sheets.printWanted.connect(self.files.print_again)
        self.reports.reportWanted.connect(self.files.save_report)
        self.files.reportWritten.connect(self.reports.show_written)
        self.files.noticed.connect(self.noticed)
        self.session.failed.connect(self.show_problem)
        self.session.roundChanged.connect(self.close_sheet)
        self.session.roundChanged.connect(self._on_results_changed)
        self.session.sheetsChanged.connect(self._on_results_changed)
        self.session.answerChanged.connect(self._on_results_changed)

    # Pages ---------------------------------------------------------------------------------------------------

    def show_page(self, page: int) -> None:
        """Turn to a page."""
        self.close_sheet()
        self.sidebar.show_page(page)

    def _on_page_chosen(self, page: int) -> None:
        if page == RESULTS and self._results_are_old:
            self._compute_results()
        elif page == RETURNS:
            self.returns.refresh()
        elif page == KEYING:
            self.batches.refresh()
        self.pages.setCurrentIndex(page)

    def _on_step_wanted(self, step: Step) -> None:
        if step is Step.ADD_ROUND:
            self.add_round()
        else:
            pages = {Step.EVALUATE: RESULTS, Step.TAKE_BACK: RETURNS, Step.KEY: KEYING, Step.VERIFY: KEYING}
            self.show_page(pages.get(step, SHEETS))

    def show_problem(self, error: UserError) -> None:
        """Tell the person what is to be mended."""
        show_problem(self, self.session.words, error)

    # Rounds and sheets ---------------------------------------------------------------------------------------

    def add_round(self) -> None:
        """Ask for a new round until there is one or the person gives up."""
        from kommune_desktop.ui.dialogs.new_round import NewRoundDialog  # noqa: PLC0415 - loaded when it is wanted

        questionnaires = [shipped(questionnaire_id)[0] for questionnaire_id in shipped_ids()]
        dialog = NewRoundDialog(self.session.words, questionnaires, self._suggested_title(), self)
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

    def _suggested_title(self) -> str:
        year = QDate.currentDate().year()
        title = self.tr("Runde {year}").format(year=year)
        taken = {round_.title for round_ in self.session.rounds}
        return title if title not in taken else ""

    def open_sheet(self, sheet: Sheet) -> None:
        """Open a sheet: a paper one for keying, any other in the wizard."""
        if sheet.state is not SheetState.ON_SCREEN:
            self._key_sheet(sheet)
            return
        from kommune_desktop.ui.wizard import Wizard  # noqa: PLC0415 - loaded when it is wanted

        self.close_sheet()
        self.wizard = Wizard(self.session, sheet)
        self.wizard.closed.connect(self._on_view_closed)
        self._show_instead(self.wizard, back_to=SHEETS)
        self.wizard.show_page(self.wizard.page)

    def _key_sheet(self, sheet: Sheet) -> None:
        from kommune_desktop.ui.keying import KeyingJob  # noqa: PLC0415 - loaded when it is wanted

        self._key(KeyingJob(), sheet, back_to=SHEETS)

    def begin_batch(self) -> None:
        """Ask for a new batch and start with it."""
        from kommune_desktop.ui.dialogs.new_batch import NewBatchDialog  # noqa: PLC0415 - loaded when it is wanted

        dialog = NewBatchDialog(self.settings.initials, self)
        if not dialog.exec():
            return
        chosen = dialog.chosen()
        self._remember_initials(chosen.initials)
        batch = self.session.add_batch(chosen.expected)
        if batch is not None:
            self.key_batch(batch)

    def key_batch(self, batch: Batch) -> None:
        """Key the sheets of a batch, from where that stopped."""
        from kommune_desktop.ui.keying import KeyingJob  # noqa: PLC0415 - loaded when it is wanted

        store = self.session.opened
        half_keyed = store.batches.half_keyed(batch.id)
        sheet = store.sheets.get(half_keyed) if half_keyed is not None else None
        self._key(KeyingJob(batch, initials=self.settings.initials), sheet, back_to=KEYING)

    def key_again(self, laid: BatchSheets) -> None:
        """Ask which sheets of a batch are keyed a second time, and key them, from where that stopped."""
        from kommune_desktop.ui.dialogs.second_keying import SecondKeyingDialog  # noqa: PLC0415
        from kommune_desktop.ui.keying import KeyingJob  # noqa: PLC0415

        dialog = SecondKeyingDialog(self.session.words, laid, self.settings.initials, self)
        if not dialog.exec():
            return
        wish = dialog.chosen()
        self._remember_initials(wish.initials)
        if not self.session.want_second_keying(draw_second_keying(laid, wish.size)):
            return
        job = KeyingJob(laid.batch, Keying.SECOND, wish.initials, wish.also_own)
        half_keyed = self.session.opened.second_keying.half_keyed(laid.batch.id, wish.initials)
        sheet = self.session.opened.sheets.get(half_keyed) if half_keyed is not None else None
        self._key(job, sheet, back_to=KEYING)

    def _remember_initials(self, initials: str) -> None:
        self.settings.initials = initials
        self.settings.save()

    def _key(self, job: KeyingJob, sheet: Sheet | None, *, back_to: int) -> None:
        from kommune_desktop.ui.keying import KeyingView  # noqa: PLC0415 - loaded when it is wanted

        self.close_sheet()
        self.keying = KeyingView(self.session, self.settings, job, sheet)
        for signal in (self.keying.closed, self.keying.finished):
            signal.connect(self._on_view_closed)
        self.keying.unnumberedWanted.connect(self._key_unnumbered)
        self._show_instead(self.keying, back_to=back_to)
        self.keying.focus()

    def _key_unnumbered(self) -> None:
        """Give a number to a sheet that bears none, and key it."""
        from kommune_desktop.ui.dialogs.unnumbered import ask_group  # noqa: PLC0415 - loaded when it is wanted

        group_id = ask_group(self, self.session.words, self.session.current_round)
        if group_id is not None:
            BackgroundWork(
                self,
                partial(sheet_for_copy, self.session.path, self.session.current_round, group_id),
                success=self._on_copy_registered,
                failure=self.show_problem,
                label=self.tr("Der Bogen wird angelegt …"),
            )

    def _on_copy_registered(self, sheet: Sheet) -> None:
        from kommune_desktop.ui.dialogs.unnumbered import tell_number  # noqa: PLC0415 - loaded when it is wanted

        self.session.note_saved_sheets()
        if self.keying is None:
            return
        tell_number(self, sheet.number)
        try:
            self.keying.begin(sheet)
        except UserError as error:
            self.show_problem(error)

    def show_differences(self) -> None:
        """Show where both keyings differ, to be settled."""
        from kommune_desktop.ui.keying.differences_view import DifferencesView  # noqa: PLC0415

        self.close_sheet()
        self.differences = DifferencesView(self.session, self.settings)
        self.differences.closed.connect(self._on_view_closed)
        self._show_instead(self.differences, back_to=KEYING)
        self.differences.focus()

    def set_up_keying(self) -> None:
        """Ask how keying is to be."""
        from kommune_desktop.ui.dialogs.keying_settings import KeyingSettingsDialog  # noqa: PLC0415

        dialog = KeyingSettingsDialog(self.session.words, self.settings, self)
        if dialog.exec():
            chosen = dialog.chosen()
            self.settings.keys, self.settings.moves_on = chosen.keys, chosen.moves_on
            self.settings.sound, self.settings.shows_people = chosen.sound, chosen.shows_people
            self.settings.save()

    def _show_instead(self, view: QWidget, *, back_to: int) -> None:
        """Show a view in the place of sidebar and pages, until it is closed."""
        self._back_to = back_to
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)
        self.sheetOpened.emit()

    def close_sheet(self) -> None:
        """Leave the sheet; everything in it is saved already."""
        view = self._view()
        if view is None:
            return
        self.wizard = self.keying = self.differences = None
        self.session.undo_stack.clear()
        self.stack.setCurrentWidget(self.desk)
        self.stack.removeWidget(view)
        view.deleteLater()
        self.session.sheetsChanged.emit()
        self.sheetOpened.emit()

    def _view(self) -> QWidget | None:
        """What is shown in the place of sidebar and pages."""
        return self.wizard or self.keying or self.differences

    def _on_view_closed(self) -> None:
        self.show_page(self._back_to)

    # Long work -----------------------------------------------------------------------------------------------

    def _on_results_changed(self) -> None:
        self._results_are_old = True
        if self._view() is None and self.pages.currentIndex() == RESULTS:
            self._compute_results()

    def _compute_results(self) -> None:
        round_, page = self.session.round, self.results
        if round_ is None:
            self._results_wanted += 1
            page.clear()
            return
        self._results_are_old = False
        self._results_wanted += 1
        BackgroundWork(
            self,
            partial(evaluate_file, self.session.path, round_),
            success=partial(self._on_results_computed, self._results_wanted),
            failure=self._on_results_failed,
        )

    def _on_results_computed(self, wanted: int, evaluation: Evaluation) -> None:
        """Show what was computed, unless something newer is on its way."""
        if wanted == self._results_wanted:
            self.results.show_results(evaluation)

    def _on_results_failed(self, error: UserError) -> None:
        self._results_are_old = True
        self.show_problem(error)

    def finish_work(self) -> None:
        """Stop what still runs and wait for it."""
        for work in self.findChildren(BackgroundWork):
            work.wait()
