"""The results page of 1,000 sheets: opened once the answers are counted, and filtered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

from kommune_desktop.core.results import compute_results
from kommune_desktop.export import charts
from kommune_desktop.settings import Settings
from kommune_desktop.texts import texts
from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.benchmarks.material import new_store, sheets
from tests.benchmarks.measure import Bench, Figure, Target, in_turn, median_figure, seconds_of
from tests.benchmarks.wizard import until_idle

OPEN = Target(0.150, "measured")
SWITCH = Target(0.050, "measured")
FLOOR = "a bare table with as many cells, filled and painted"
_SIZE = (1100, 700)
_COLUMNS = 10


def figures(bench: Bench) -> list[Figure]:
    """Computing and showing everything; then a tab, an area, a question."""
    application = QApplication.instance() or QApplication(["benchmark", "-platform", "offscreen"])
    assert charts.LIGHT is not None  # Drawing is loaded by the work that counts.
    store, round_ = new_store(bench.folder / "page.kommune")
    store.answers.add_sheets(round_, sheets(round_))
    counted, evaluation = store.tallies.of_round(round_), evaluate(store, round_)
    page = ResultsPage(Session(texts("de")), Settings())
    page.resize(*_SIZE)
    page.show()
    bare = _bare_table()
    rows = len(evaluation.results.questions)

    def open_page() -> None:
        compute_results(round_, counted)
        page.show_results(evaluation)
        until_idle()

    def fill_bare() -> None:
        for row in range(rows):
            for column in range(_COLUMNS):
                bare.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
        until_idle()

    def measured(name: str, work: Callable[[], None], target: Target) -> Figure:
        samples = in_turn(bench.repeat, lambda: seconds_of(work), lambda: seconds_of(fill_bare))
        return median_figure(f"results page, 1,000 sheets: {name}", samples, FLOOR, target)

    made = [measured("open, after the counts", open_page, OPEN)]
    made += [measured(name, work, SWITCH) for name, work in _switches(page, evaluation).items()]
    page.close()
    bare.close()
    store.close()
    application.processEvents()
    return made


def _switches(page: ResultsPage, evaluation: Evaluation) -> dict[str, Callable[[], None]]:
    """What a person switches between, each to the other and back."""
    areas = evaluation.results.areas

    def filter_area() -> None:
        box = page.questions.area
        box.setCurrentIndex(0 if box.currentIndex() else 1)
        box.activated.emit(box.currentIndex())
        until_idle()

    def switch_map() -> None:
        page.tabs.setCurrentWidget(page.heat)
        heat = page.heat
        (heat.areas if heat.questions.isChecked() else heat.questions).click()
        until_idle()

    def show_area() -> None:
        page.show_area(areas[1].area.id)
        until_idle()

    def filter_area_in_front() -> None:
        page.tabs.setCurrentWidget(page.questions)
        filter_area()

    return {"filter by area": filter_area_in_front, "heat map of areas or questions": switch_map, "area": show_area}


def _bare_table() -> QTableWidget:
    table = QTableWidget(105, _COLUMNS)
    table.resize(*_SIZE)
    table.show()
    until_idle()
    return table
