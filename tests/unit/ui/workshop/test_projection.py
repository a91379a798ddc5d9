"""What is projected on which screen, and when it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.main_window import MainWindow
from kommune_desktop.ui.workshop.projection import Projection
from kommune_desktop.ui.workshop.scenes import Scene
from kommune_desktop.ui.workshop.workshop_page import WorkshopPage
from kommune_desktop.ui.workspace.pages import OVERVIEW, WORKSHOP
from tests.unit.ui.conftest import OpenWindow, ShowWidget
from tests.unit.ui.material import add_small_round
from tests.unit.ui.workshop import two_screens
from tests.unit.ui.workshop.material import click, named

LATER_S = 60
Said = dict[str, Any]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What a projection on the second of two screens says of itself."""
    screens = tmp_path_factory.mktemp("screens") / "screens.json"
    screens.write_text(json.dumps(two_screens.SCREENS), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", two_screens.__name__],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        cwd=Path(__file__).parents[4],
        capture_output=True,
        text=True,
        timeout=LATER_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.fixture
def projection(show: ShowWidget) -> Projection:
    """A projection of a window on the only screen."""
    window = QWidget()
    show(window)
    made = Projection(window)
    made.setProperty("window", window)
    return made


def test_the_second_screen_is_filled_and_the_moderator_goes_on_typing(said: Said) -> None:
    assert said["screens"] == ["desk", "wall"]
    assert said["begun"] == {"is_on": True, "screen": "wall", "place": [1366, 0, 1024, 768], "text": "Wie steht es?"}
    assert said["moderator_is_active"]


def test_a_screen_that_is_unplugged_takes_the_projection_along_and_nothing_jumps(said: Said) -> None:
    assert said["removed"] == {"is_on": False}
    assert said["on_when_lost"] == [False]
    assert len(said["windows_left"]) == 1


def test_another_screen_that_goes_changes_nothing(said: Said) -> None:
    assert said["other_removed"] == said["begun"]


def test_after_a_loss_it_can_begin_again(said: Said) -> None:
    assert (said["begun_again"]["is_on"], said["begun_again"]["text"]) == (True, "Und nun?")


def test_with_one_screen_it_is_on_that_one_and_there_is_nothing_to_choose(moderation: WorkshopPage) -> None:
    assert not moderation.moderation.bar.screen_choice.isVisible()
    click(moderation, "Auf dem Beamer zeigen")
    projector = moderation.moderation.projection.projector
    assert projector is not None
    assert projector.screen() is moderation.screen()
    assert projector.geometry() == moderation.screen().geometry()


def test_what_was_chosen_before_it_began_is_there_when_it_begins(projection: Projection) -> None:
    projection.show_scene(Scene("1", "Text"))
    projection.show_time("9:59")
    projection.set_dark(True)
    projection.begin(projection.usual_screen())
    projector = projection.projector
    assert projector is not None
    assert (projector.text.text(), projector.time.text()) == ("Text", "9:59")
    projection.end()


def test_it_never_begins_black_and_can_end_twice(projection: Projection) -> None:
    projection.toggle_black()
    assert not projection.is_black
    projection.begin(projection.usual_screen())
    projection.toggle_black()
    for _ in range(2):
        projection.end()
    assert not projection.is_on
    projection.begin(projection.usual_screen())
    assert not projection.is_black
    projection.end()


def test_a_lost_screen_is_said_until_it_is_shown_anew(moderation: WorkshopPage) -> None:
    view = moderation.moderation
    click(moderation, "Auf dem Beamer zeigen")
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(moderation.screen())
    assert not view.projection.is_on
    assert view.lost.isVisible()
    assert "getrennt" in view.lost.text()
    click(moderation, "Auf dem Beamer zeigen")
    assert not view.lost.isVisible()
    assert named(moderation, QAbstractButton, "Beamer beenden").isEnabled()


@pytest.fixture
def projecting(open_window: OpenWindow, moderation: WorkshopPage, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window of the file with its workshop on the projector."""
    assert moderation.book.workshop.agenda
    window = open_window()
    workspace = window.workspace
    assert workspace is not None
    workspace.show_page(WORKSHOP)
    qtbot.waitUntil(lambda: not workspace.findChildren(BackgroundWork))
    page = workspace.pages.workshop
    page.tabs.setCurrentIndex(1)
    click(page, "Auf dem Beamer zeigen")
    assert page.moderation.projection.is_on
    yield window
    page.moderation.projection.end()


def projectors() -> list[QWindow]:
    """All projectors that are to be seen."""
    return [made for made in QGuiApplication.topLevelWindows() if made.isVisible() and made.title() == "Beamer"]


def test_another_page_leaves_the_projection_on(projecting: MainWindow) -> None:
    assert projecting.workspace is not None
    projecting.workspace.show_page(OVERVIEW)
    assert len(projectors()) == 1


@pytest.mark.parametrize("way", ["close", "close_file"])
def test_the_projection_ends_with_the_window_and_with_the_file(projecting: MainWindow, way: str) -> None:
    getattr(projecting, way)()
    assert projectors() == []


def test_the_projection_ends_with_the_round(projecting: MainWindow) -> None:
    session = projecting.session
    assert session is not None
    session.select_round(add_small_round(session.opened, "Runde 2028"))
    assert projectors() == []
