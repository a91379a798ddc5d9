"""What the page shows of the demo is what ``results --json`` says: every number, in both languages.

That the reports and the workbook agree with the same document, their own tests say.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kommune_desktop.db import Store
from kommune_desktop.export.results_json import results_document
from kommune_desktop.settings import Settings
from kommune_desktop.texts import texts
from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.demo import create_demo
from kommune_desktop.workflow.evaluation import evaluate
from tests.unit.export.report.published import Published
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.workspace.table import column, heads


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo municipality."""
    path = tmp_path_factory.mktemp("demo") / "demo.kommune"
    create_demo(path).close()
    return path


@pytest.fixture(params=["de", "en"])
def shown(request: pytest.FixtureRequest, demo: Path, show: ShowWidget) -> Iterator[tuple[ResultsPage, Published]]:
    """The page with the demo's last round, and the published document."""
    words = texts(request.param)
    with Store.open(demo, readonly=True) as store:
        evaluation = evaluate(store, max(store.rounds.all(), key=lambda round_: round_.created))
        page = ResultsPage(Session(words), Settings())
        page.resize(1100, 900)
        show(page)
        page.show_results(evaluation)
        document: dict[str, Any] = results_document(evaluation.municipality, evaluation.results, evaluation.trend)
        yield page, Published(document, words)


def test_every_cell_of_the_table_is_the_published_one(shown: tuple[ResultsPage, Published]) -> None:
    page, published = shown
    view, words = page.questions.view, published.words
    titles = heads(view)
    groups = [published.title(group["title"]) for group in published.document["groups"]]
    order = [words("word.score"), *groups, words("word.gap"), words("word.coverage"), words("word.change")]
    columns = [column(view, titles.index(title)) for title in order]
    rows = [[cell.replace("\u00a0", "") for cell in row] for row in zip(*columns, strict=True)]
    hidden = words("word.hidden")
    expected = [
        [hidden if cell == words("report.hidden_cell") else cell for cell in published.row(question)]
        for question in published.document["questions"]
    ]
    assert len(rows) == 105
    assert rows == expected


def test_every_area_of_the_profile_is_the_published_one(shown: tuple[ResultsPage, Published]) -> None:
    page, published = shown
    assert page.overview.profile.chart is not None
    expected = [
        (published.title(area["title"]), published.points(area["points"])) for area in published.document["areas"]
    ]
    assert [row[:2] for row in page.overview.profile.chart.table.rows] == expected


def test_the_map_of_areas_and_groups_is_the_published_one(shown: tuple[ResultsPage, Published]) -> None:
    page, published = shown
    page.tabs.setCurrentWidget(page.heat)
    chart = page.heat.map.chart
    assert chart is not None
    for row, area in zip(chart.table.rows, published.document["areas"], strict=True):
        scores = [str(score["points"]) for score in area["groups"].values() if score["points"] is not None]
        told = [cell for cell in row[1:] if cell.isdigit()]
        assert sorted(told) == sorted([*scores, str(area["points"])])
