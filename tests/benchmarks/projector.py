"""The workshop's projector: the first picture, and a change by the moderator until it is painted there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle

from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from kommune_desktop.core.consensus import OPEN, Consensus, ConsensusState
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.round import Round
from kommune_desktop.core.workshop import AgendaItem, Workshop
from kommune_desktop.settings import Settings
from kommune_desktop.texts import texts
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workshop.book import WorkshopBook
from kommune_desktop.ui.workshop.moderation_view import ModerationView
from kommune_desktop.workflow.evaluation import evaluate
from tests.benchmarks.material import new_store, sheets
from tests.benchmarks.measure import Bench, Figure, Target, in_turn, median_figure, percentile_figure, seconds_of
from tests.benchmarks.wizard import until_idle

FIRST = Target(0.200, "measured")
CHANGE = Target(0.050, "measured")
FLOOR = "a picture of the size of the screen, shown by a bare label"
SCREEN = (1920, 1080)
CHANGES = 200
_SIZE = (1366, 768)


def figures(bench: Bench) -> list[Figure]:
    """A round of 1,000 sheets, every question on a scale on the agenda."""
    application = QApplication.instance() or QApplication(["benchmark", "-platform", "offscreen"])
    view = _moderation(bench)
    bare = BareScreen()
    projection = view.projection

    def first_picture() -> None:
        projection.begin(projection.usual_screen())
        _resize_to_screen(view)
        until_idle()

    def first_after_none() -> float:
        projection.end()
        until_idle()
        return seconds_of(first_picture)

    first = in_turn(bench.repeat, first_after_none, bare.change)
    made = [median_figure("projector: first picture", first, FLOOR, FIRST)]
    for name, change in {"next picture": _step(view), "consensus recorded": _record(view)}.items():
        samples = in_turn(CHANGES, lambda change=change: seconds_of(change), bare.change)  # type: ignore[misc]
        made.append(median_figure(f"projector: {name}: median", samples, FLOOR, None))
        made.append(percentile_figure(f"projector: {name}: p99", samples, 99, FLOOR, CHANGE))
    projection.end()
    view.close()
    bare.close()
    application.processEvents()
    return made


class BareScreen(QLabel):
    """Shows one picture, then another."""

    def __init__(self) -> None:
        super().__init__()
        self._colors = cycle((QColor("white"), QColor("black")))
        self.resize(*SCREEN)
        self.show()
        until_idle()

    def change(self) -> float:
        """Seconds until another picture is painted."""
        return seconds_of(self._change)

    def _change(self) -> None:
        picture = QPixmap(*SCREEN)
        picture.fill(next(self._colors))
        self.setPixmap(picture)
        until_idle()


def _moderation(bench: Bench) -> ModerationView:
    store, round_ = new_store(bench.folder / "projector.kommune")
    store.answers.add_sheets(round_, sheets(round_))
    store.workshops.save(round_, Workshop(), _workshop(round_))
    evaluation = evaluate(store, round_)
    session = Session(texts("de"))
    session.use(store)
    view = ModerationView(WorkshopBook(session), Settings())
    view.resize(*_SIZE)
    view.show()
    view.show_results(evaluation, ())
    until_idle()
    return view


def _workshop(round_: Round) -> Workshop:
    asked = [question for question in round_.questionnaire.questions if question.kind is Kind.SCALE]
    return Workshop(agenda=tuple(AgendaItem(question.id) for question in asked))


def _resize_to_screen(view: ModerationView) -> None:
    """The screen of a machine without one is small."""
    projector = view.projection.projector
    assert projector is not None
    projector.showNormal()
    projector.resize(*SCREEN)


def _step(view: ModerationView) -> Callable[[], None]:
    def step() -> None:
        view.step(1)
        until_idle()

    return step


def _record(view: ModerationView) -> Callable[[], None]:
    """Agree on a value and take it back: saved, in the moderator's window, and painted."""
    records = cycle((Consensus(ConsensusState.REACHED, 2), OPEN))

    def record() -> None:
        workshop = view.book.workshop
        item = workshop.item(view.question_id)
        assert item is not None
        after = replace(item, consensus=next(records))
        agenda = tuple(after if other is item else other for other in workshop.agenda)
        view.book.change(replace(workshop, agenda=agenda))
        until_idle()

    return record
