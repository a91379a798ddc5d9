"""The figures of the open round: computed once when they are wanted, and never those of yesterday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.core.remark import Remark
from kommune_desktop.core.round import Weighting
from kommune_desktop.core.workshop import AgendaItem, Workshop
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.evaluations import Evaluations
from kommune_desktop.workflow.evaluation import Evaluation, View
from tests.unit.ui.material import add_sheets, add_small_round, answer


@dataclass
class Reader:
    """A page that notes what it is shown."""

    shown: list[tuple[Evaluation, Sequence[Remark]]] = field(default_factory=list)
    cleared: int = 0

    def show(self, evaluation: Evaluation, remarks: Sequence[Remark]) -> None:
        """Take in figures."""
        self.shown.append((evaluation, remarks))

    def clear(self) -> None:
        """There are none."""
        self.cleared += 1

    @property
    def titles(self) -> list[str]:
        """The rounds of the figures that came."""
        return [evaluation.results.round.title for evaluation, _ in self.shown]


@dataclass
class Desk:
    """The figures, a page that watches them, and the window that waits for them."""

    evaluations: Evaluations
    window: QWidget
    qtbot: QtBot
    reader: Reader = field(default_factory=Reader)

    def until_quiet(self) -> None:
        """Wait until nothing is being computed any more."""
        self.qtbot.waitUntil(lambda: not self.window.findChildren(BackgroundWork))

    def want(self) -> None:
        """Want the figures and wait for them."""
        self.evaluations.want()
        self.until_quiet()


@pytest.fixture
def desk(session: Session, qtbot: QtBot) -> Iterator[Desk]:
    """One sheet with a remark, and a page that watches."""
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": 1}])
    table, sheet = session.opened.answers, session.sheets()[0]
    table.save(sheet.id, "b.suche", answer(1, comment="Zu teuer."), before=answer(1))
    window = QWidget()  # not one of qtbot's, which are gone before the work in them is over
    made = Desk(Evaluations(session, window), window, qtbot)
    made.evaluations.watch(made.reader.show, made.reader.clear)
    yield made
    made.until_quiet()
    window.deleteLater()


def test_nothing_is_computed_before_it_is_wanted(desk: Desk, session: Session) -> None:
    session.sheetsChanged.emit()
    assert not desk.window.findChildren(BackgroundWork)
    assert desk.reader.shown == []


def test_who_wants_them_again_gets_them_computed_once(desk: Desk) -> None:
    for _ in range(3):
        desk.evaluations.want()
    assert len(desk.window.findChildren(BackgroundWork)) == 1
    desk.until_quiet()
    desk.want()
    assert len(desk.reader.shown) == 1


@pytest.mark.parametrize("change", ["sheet", "answer", "workshop"])
def test_what_changes_the_figures_makes_them_old(desk: Desk, session: Session, change: str, qtbot: QtBot) -> None:
    desk.want()
    with qtbot.waitSignal(desk.evaluations.outdated):
        match change:
            case "sheet":
                session.add_sheet("council")
            case "answer":
                question = session.current_round.questionnaire.question("b.miete")
                session.record(session.sheets()[0], question, None, answer(2))
            case "workshop":
                workshop = Workshop(agenda=(AgendaItem("b.suche"),))
                session.opened.workshops.save(session.current_round, Workshop(), workshop)
                session.workshopChanged.emit()
    desk.want()
    assert len(desk.reader.shown) == 2


def test_a_page_that_comes_late_gets_what_is_there(desk: Desk, session: Session) -> None:
    late, later = Reader(), Reader()
    desk.want()
    desk.evaluations.watch(late.show)
    assert late.shown == desk.reader.shown
    session.sheetsChanged.emit()
    desk.evaluations.watch(later.show)
    assert later.shown == []


def test_figures_of_another_round_are_not_shown_any_more(desk: Desk, session: Session) -> None:
    first, late = session.current_round, Reader()
    desk.want()
    desk.evaluations.want()
    session.select_round(add_small_round(session.opened, "Runde 2028"))
    desk.evaluations.want()
    desk.evaluations.watch(late.show)
    assert late.shown == []
    desk.until_quiet()
    assert desk.reader.titles == [first.title, "Runde 2028"]
    assert late.titles == ["Runde 2028"]


def test_figures_on_their_way_are_dropped_when_the_round_changes(desk: Desk, session: Session) -> None:
    desk.evaluations.want()
    session.select_round(add_small_round(session.opened, "Runde 2028"))
    desk.until_quiet()
    assert desk.reader.shown == []


def test_without_a_round_pages_are_told_that_there_is_nothing(desk: Desk, session: Session) -> None:
    session.select_round(None)
    desk.evaluations.want()
    assert desk.reader.cleared == 1
    assert not desk.window.findChildren(BackgroundWork)


def test_another_way_of_looking_stays_with_who_asked_for_it(desk: Desk) -> None:
    settled = Reader()
    desk.evaluations.watch(settled.show, only_settled=True)
    desk.evaluations.look(View(Weighting.SHEET))
    desk.until_quiet()
    assert (len(desk.reader.shown), len(settled.shown)) == (1, 0)
    late = Reader()
    desk.evaluations.watch(late.show, only_settled=True)
    assert late.shown == []
    desk.evaluations.want_settled()
    desk.until_quiet()
    assert [evaluation.results.round.weighting for evaluation, _ in settled.shown] == [Weighting.GROUP]
    assert len(late.shown) == 1


def test_another_view_is_computed_anew_and_ends_with_the_round(desk: Desk, session: Session) -> None:
    usual = session.current_round.weighting
    assert usual is Weighting.GROUP
    desk.want()
    desk.evaluations.look(View(Weighting.SHEET))
    desk.until_quiet()
    session.select_round(session.current_round)
    desk.want()
    weightings = [evaluation.results.round.weighting for evaluation, _ in desk.reader.shown]
    assert weightings == [usual, Weighting.SHEET, usual]


def test_figures_looked_at_in_another_way_are_still_those_of_the_round(desk: Desk, session: Session) -> None:
    desk.evaluations.look(View(Weighting.SHEET))
    desk.until_quiet()
    (evaluation, _) = desk.reader.shown[0]
    assert evaluation.is_of(session.current_round)
    assert not evaluation.is_of(add_small_round(session.opened, "Runde 2028"))
    assert not evaluation.is_of(None)


@pytest.mark.parametrize("is_computing", [False, True])
def test_a_withdrawn_remark_is_shown_to_no_page_that_comes_later(
    desk: Desk, session: Session, is_computing: bool
) -> None:
    (remark,) = session.opened.remarks.of_round(session.current_round)
    session.release_remark(remark, is_wanted=True)
    desk.evaluations.want()
    if not is_computing:
        desk.until_quiet()
    session.release_remark(replace(remark, is_released=True), is_wanted=False)
    desk.until_quiet()
    late = Reader()
    desk.evaluations.watch(late.show)
    assert [remarks for _, remarks in late.shown] == [[remark]]
