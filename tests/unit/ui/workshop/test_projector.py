"""The window on the projector: its keys, its colours, and how large its type is."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kommune_desktop.export.charts import DARK, LIGHT
from kommune_desktop.texts import Texts
from kommune_desktop.ui.results import charts
from kommune_desktop.ui.workshop.projector import SMALLEST_TYPE, Projector
from kommune_desktop.ui.workshop.scenes import Scene
from kommune_desktop.workflow.evaluation import Evaluation
from tests.unit.ui.conftest import ShowWidget

WIDTH, HEIGHT = 1024, 768
SCENE = Scene("Frage 1 von 3", "Wie steht es um Wohnungssuche?", said="Einigung im Workshop: Stufe 3.", earlier="2021")


@pytest.fixture
def projector(show: ShowWidget) -> Projector:
    """A projector of a usual size with a scene."""
    made = Projector()
    made.resize(WIDTH, HEIGHT)
    show(made)
    made.show_scene(SCENE)
    return made


def ground(projector: Projector) -> str:
    """The colour of the upper left corner."""
    return QColor(projector.grab().toImage().pixel(1, 1)).name()


def colors(projector: Projector) -> Counter[str]:
    """How often each colour is to be seen, looked at every eighth pixel."""
    image = projector.grab().toImage()
    points = ((x, y) for x in range(0, image.width(), 8) for y in range(0, image.height(), 8))
    return Counter(QColor(image.pixel(x, y)).name() for x, y in points)


@pytest.mark.parametrize(
    ("keys", "steps"),
    [
        ((Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space), 1),
        ((Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace), -1),
    ],
)
def test_the_keys_of_a_remote_and_of_a_keyboard_turn_the_page(
    projector: Projector, keys: tuple[Qt.Key, ...], steps: int
) -> None:
    told: list[int] = []
    projector.stepped.connect(told.append)
    for key in keys:
        QTest.keyClick(projector, key)
    assert told == [steps] * len(keys)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5])
def test_escape_and_f5_want_it_away(projector: Projector, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(projector.closed):
        QTest.keyClick(projector, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_b_and_the_full_stop_want_it_black(projector: Projector, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(projector.blackWanted):
        QTest.keyClick(projector, key)


def test_other_keys_do_nothing(projector: Projector, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(projector.stepped), qtbot.assertNotEmitted(projector.closed):
        QTest.keyClicks(projector, "xyz")


def test_a_window_that_is_closed_otherwise_says_so(projector: Projector, qtbot: QtBot) -> None:
    with qtbot.waitSignal(projector.closed):
        projector.close()


@pytest.mark.parametrize("is_dark", [False, True])
def test_black_is_black_from_edge_to_edge_and_the_scene_comes_back(projector: Projector, is_dark: bool) -> None:
    projector.show_dark(is_dark)
    projector.show_black(True)
    assert set(colors(projector)) == {"#000000"}
    projector.show_scene(Scene("Frage 2 von 3", "Andere"))
    assert set(colors(projector)) == {"#000000"}
    projector.show_black(False)
    assert len(colors(projector)) > 1
    assert projector.text.text() == "Andere"


def test_it_is_light_or_dark_at_once(projector: Projector) -> None:
    assert ground(projector) == QColor(LIGHT.ground).name()
    projector.show_dark(True)
    assert ground(projector) == QColor(DARK.ground).name()
    projector.show_dark(False)
    assert ground(projector) == QColor(LIGHT.ground).name()


def test_the_chart_is_drawn_for_its_ground(projector: Projector, evaluation: Evaluation, words: Texts) -> None:
    result = evaluation.results.question("b.suche")
    assert result is not None
    projector.show_scene(Scene("", "Text", charts.groups(evaluation.results.round, result, words)))
    projector.show_dark(True)
    assert QColor(LIGHT.ground).name() not in dict(colors(projector).most_common(2))
    assert projector.picture.accessibleName()


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1280, 720), (1920, 1080)])
def test_type_is_large_enough_to_be_read_from_the_last_row(
    projector: Projector, evaluation: Evaluation, words: Texts, width: int, height: int
) -> None:
    result = evaluation.results.question("b.suche")
    assert result is not None
    projector.resize(width, height)
    projector.show_scene(Scene("1", "Text", charts.groups(evaluation.results.round, result, words), earlier="2021"))
    projector.grab()
    sizes = [label.font().pixelSize() for label in (projector.text, projector.said, projector.earlier, projector.time)]
    assert min(sizes) >= int(height * SMALLEST_TYPE)
    assert projector.picture.type_size >= height * SMALLEST_TYPE


def test_words_of_people_are_no_markup(projector: Projector) -> None:
    projector.show_scene(Scene("1", "<b>fett</b> & mehr", quotes=("<h1>groß</h1>",)))
    projector.grab()
    assert projector.text.text() == "<b>fett</b> & mehr"
    assert projector.text.textFormat() is Qt.TextFormat.PlainText
    assert projector.picture.accessibleName() == "<h1>groß</h1>"


def test_a_quote_that_has_no_room_leaves_it_to_shorter_ones(projector: Projector) -> None:
    projector.show_scene(Scene("1", "Text", quotes=("sehr lang " * 500,)))
    blank = projector.picture.grab().toImage()
    projector.show_scene(Scene("1", "Text"))
    assert projector.picture.grab().toImage() == blank
    projector.show_scene(Scene("1", "Text", quotes=("sehr lang " * 500, "kurz")))
    assert projector.picture.grab().toImage() != blank
