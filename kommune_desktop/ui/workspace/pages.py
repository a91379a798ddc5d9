"""The pages of the workspace, in the order of the work."""

from __future__ import annotations

import functools
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kommune_desktop.settings import Settings
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.evaluations import Evaluations
from kommune_desktop.ui.workspace.file_jobs import FileJobs
from kommune_desktop.ui.workspace.keying_flow import KeyingFlow
from kommune_desktop.ui.workspace.overview_page import OverviewPage
from kommune_desktop.ui.workspace.reports_page import ReportsPage
from kommune_desktop.ui.workspace.sheets_page import SheetsPage

if TYPE_CHECKING:  # What is not on the first page is loaded when it is wanted, so that the first page comes sooner.
    from kommune_desktop.core.measure import Measure
    from kommune_desktop.ui.keying.batches_page import BatchesPage
    from kommune_desktop.ui.measures.measures_page import MeasuresPage
    from kommune_desktop.ui.results import ResultsPage
    from kommune_desktop.ui.workshop.workshop_page import WorkshopPage
    from kommune_desktop.ui.workspace.returns_page import ReturnsPage

OVERVIEW, SHEETS, RETURNS, KEYING, RESULTS, WORKSHOP, MEASURES, REPORTS = range(8)


class Pages(QStackedWidget):
    """Makes each page when it is first wanted, and connects it.

    Signals:
        noticed: Something worth a line in the status bar has happened.
        pageWanted: Number of a page to turn to.
    """

    noticed = Signal(str)
    pageWanted = Signal(int)

    def __init__(
        self, session: Session, settings: Settings, files: FileJobs, keying: KeyingFlow, evaluations: Evaluations
    ) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        self._files, self._keying, self._evaluations = files, keying, evaluations
        self.overview = OverviewPage(session)
        self.sheets = SheetsPage(session)
        self.reports = ReportsPage(session, settings)
        for page in (self.overview, self.sheets, *(QWidget() for _ in range(RETURNS, REPORTS)), self.reports):
            self.addWidget(page)
        self.sheets.printWanted.connect(files.print_again)
        self.reports.viewWanted.connect(files.view_report)
        self.reports.reportWanted.connect(files.save_report)
        self.reports.exportWanted.connect(files.export)
        self.reports.paperWanted.connect(files.save_paper)
        files.reportWritten.connect(self.reports.show_written)
        evaluations.outdated.connect(self._on_outdated)
        session.roundChanged.connect(self._on_round_changed)

    def titles(self) -> list[tuple[str, str]]:
        """Title and icon of each page."""
        return [
            (self.tr("Übersicht"), "layout-dashboard"),
            (self.tr("Bögen"), "files"),
            (self.tr("Rücklauf"), "inbox"),
            (self.tr("Erfassen"), "keyboard"),
            (self.tr("Ergebnisse"), "chart-column"),
            (self.tr("Workshop"), "users-round"),
            (self.tr("Maßnahmen"), "list-todo"),
            (self.tr("Berichte"), "file-text"),
        ]

    def turn_to(self, page: int) -> None:
        """Show a page as things stand now."""
        match page:
            case _ if page == RESULTS:
                self.results  # noqa: B018 - made before its figures come
                self._evaluations.want()
            case _ if page == WORKSHOP:
                self.workshop.refresh()
                self._evaluations.want_settled()
            case _ if page == RETURNS:
                self.returns.refresh()
            case _ if page == KEYING:
                self.batches.refresh()
            case _ if page == MEASURES:
                self.measures.refresh()
                self._evaluations.want_settled()
        self.setCurrentIndex(page)

    def _on_outdated(self) -> None:
        """The figures are computed anew where they are looked at; a sheet that is being filled in hides them."""
        if self.currentIndex() == RESULTS and self.isVisibleTo(self.window()):
            self._evaluations.want()

    def _on_round_changed(self) -> None:
        if self.currentIndex() in (WORKSHOP, MEASURES):
            self._evaluations.want()

    # Pages that take their place when they are first wanted --------------------------------------------------------

    @functools.cached_property
    def results(self) -> ResultsPage:
        """The results page."""
        from kommune_desktop.ui.results import ResultsPage  # noqa: PLC0415

        page = ResultsPage(self._session, self._settings)
        page.reportWanted.connect(partial(self.pageWanted.emit, REPORTS))
        page.viewWanted.connect(self._evaluations.look)
        page.measureWanted.connect(self._on_measure_wanted)
        self._evaluations.watch(page.show_results, page.clear)
        self._take_place(RESULTS, page)
        return page

    @functools.cached_property
    def returns(self) -> ReturnsPage:
        """The page for what comes back."""
        from kommune_desktop.ui.workspace.returns_page import ReturnsPage  # noqa: PLC0415

        page = ReturnsPage(self._session)
        page.printWanted.connect(self._files.print_forms)
        self._take_place(RETURNS, page)
        return page

    @functools.cached_property
    def batches(self) -> BatchesPage:
        """The page for keying."""
        from kommune_desktop.ui.keying.batches_page import BatchesPage  # noqa: PLC0415

        page = BatchesPage(self._session)
        page.newWanted.connect(self._keying.begin_batch)
        page.keyingWanted.connect(self._keying.key_batch)
        page.secondKeyingWanted.connect(self._keying.key_again)
        page.differencesWanted.connect(self._keying.show_differences)
        page.listWanted.connect(self._files.save_keying_list)
        self._take_place(KEYING, page)
        return page

    @functools.cached_property
    def workshop(self) -> WorkshopPage:
        """The page for the workshop."""
        from kommune_desktop.ui.workshop.book import WorkshopBook  # noqa: PLC0415
        from kommune_desktop.ui.workshop.workshop_page import WorkshopPage  # noqa: PLC0415

        page = WorkshopPage(WorkshopBook(self._session), self._settings)
        page.paperWanted.connect(self._files.save_paper)
        page.measureWanted.connect(self._on_measure_wanted)
        self._evaluations.watch(page.show_results, page.clear, only_settled=True)
        self._take_place(WORKSHOP, page)
        return page

    @functools.cached_property
    def measures(self) -> MeasuresPage:
        """The page for measures."""
        from kommune_desktop.ui.measures.book import MeasureBook  # noqa: PLC0415
        from kommune_desktop.ui.measures.measures_page import MeasuresPage  # noqa: PLC0415

        page = MeasuresPage(MeasureBook(self._session), self._settings)
        page.exportWanted.connect(self._files.save_measures)
        self._evaluations.watch(page.show_results, only_settled=True)
        self._take_place(MEASURES, page)
        return page

    def _take_place(self, place: int, page: QWidget) -> None:
        vacant = self.widget(place)
        self.insertWidget(place, page)
        if vacant is not None:
            self.removeWidget(vacant)

    def _on_measure_wanted(self, measure: Measure) -> None:
        if self.measures.begin_measure(measure):
            self.noticed.emit(self.tr("Maßnahme angelegt. Sie steht unter „Maßnahmen“."))
