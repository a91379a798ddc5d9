"""A round with answers, and the page that shows its results."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kommune_desktop.core.answer import State
from kommune_desktop.settings import Settings
from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.material import add_sheets, add_small_round


@pytest.fixture
def evaluation(session: Session) -> Evaluation:
    """One sheet of the administration, four of the council, and two of the welfare organisations: too few to show.

    Only two of the council have answered b.miete: too few as well.
    """
    store, round_ = session.opened, session.current_round
    add_sheets(
        store, round_, "administration", [{"a.bild": 4, "a.ziel": 3, "b.haushalt": 1, "b.suche": 4, "b.miete": 2}]
    )
    council: list[dict[str, int | State]] = [{"a.bild": 1, "b.suche": value} for value in (0, 1, 1, 2)]
    council[0]["b.miete"] = council[1]["b.miete"] = 1
    council[2]["b.miete"] = State.DONT_KNOW
    add_sheets(store, round_, "council", council)
    add_sheets(store, round_, "welfare", [{"b.suche": 3}, {"b.suche": 4}])
    return evaluate(store, round_)


@pytest.fixture
def earlier_round(session: Session) -> None:
    """A round before with one sheet of the administration."""
    earlier = add_small_round(session.opened, "Runde 2021", created=datetime(2021, 1, 1, tzinfo=UTC))
    add_sheets(session.opened, earlier, "administration", [{"a.bild": 2, "b.suche": 4}])


@pytest.fixture
def page(session: Session, show: ShowWidget) -> ResultsPage:
    """The page, shown; it has no results yet."""
    made = ResultsPage(session, Settings())
    made.resize(1100, 900)
    show(made)
    return made
