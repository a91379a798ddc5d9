"""Charts in the window: pointed at, walked through, shown as a table, copied and saved."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QHelpEvent, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.export.charts import DARK, LIGHT, Chart, Look, Palette, area_heat_map, profile_bars
from kommune_desktop.settings import Settings
from kommune_desktop.texts import texts
from kommune_desktop.ui.widgets.chart import PICTURE_SCALE, ChartView
from tests.unit.export.charts.rounds import results
from tests.unit.ui.conftest import ChooseFile, ShowWidget
from tests.unit.ui.keyboard import focused, press, spoken_name, tab_order
from tests.unit.ui.modal import Modals
from tests.unit.ui.workspace.table import column, heads

NOW = results(3, areas=3)
KEY = Qt.Key
WITHOUT_SCREEN = pytest.mark.qt_log_ignore("does not support")
"""A popup raises itself and grabs the keyboard; a platform without a screen says that it can't."""


class Maker:
    """Draws the heat map of three areas, and remembers for which widths and colours."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, Palette]] = []

    def __call__(self, width: float, palette: Palette) -> Chart:
        self.asked.append((width, palette))
        return area_heat_map(NOW, Look(texts("de"), palette, width))


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(source=tmp_path / "settings.json")


@pytest.fixture
def view(show: ShowWidget, maker: Maker, settings: Settings) -> ChartView:
    """A heat map with the keyboard, in a window of its own."""
    made = ChartView(settings)
    made.show_chart(maker)
    made.resize(800, 400)
    show(made)
    made.canvas.setFocus()
    return made


def current(view: ChartView) -> tuple[str, str]:
    """Area and group of the place with the frame."""
    spot = view.canvas.current
    assert spot is not None
    return spot.key, spot.group_id


def point_of(view: ChartView, key: str, group_id: str) -> QPoint:
    """The middle of a place."""
    (spot,) = [spot for spot in view.canvas.spots if (spot.key, spot.group_id) == (key, group_id)]
    return view.canvas.rect_of(spot).center().toPoint()


# Drawing -------------------------------------------------------------------------------------------------------------


def test_it_is_drawn_when_it_is_seen_and_not_before(show: ShowWidget, maker: Maker) -> None:
    made = ChartView()
    made.show_chart(maker)
    assert maker.asked == []
    made.resize(700, 300)
    show(made)
    assert len(maker.asked) >= 1
    assert made.chart is not None


def test_its_type_is_as_large_as_that_of_the_window(view: ChartView, maker: Maker) -> None:
    pixels = view.fontInfo().pixelSize()
    width, _ = maker.asked[-1]
    # 9 points of the drawing are as many pixels; 6 points of margin on either side.
    assert (width + 12) * pixels / 9 == pytest.approx(view.width())
    assert view.canvas.height() == view.canvas.sizeHint().height()


def test_another_width_is_drawn_anew_once(view: ChartView, maker: Maker, qtbot: QtBot) -> None:
    before = len(maker.asked)
    for width in (620, 610, 600):
        view.resize(width, 400)
    qtbot.waitUntil(lambda: len(maker.asked) > before)
    assert len(maker.asked) == before + 1
    assert maker.asked[-1][0] < maker.asked[0][0]


def test_dark_colours_are_followed_and_the_place_stays(view: ChartView, maker: Maker, qtbot: QtBot) -> None:
    press(KEY.Key_Right, KEY.Key_Down)
    place = current(view)
    assert maker.asked[-1][1] is LIGHT
    dark = QPalette(view.palette())
    dark.setColor(QPalette.ColorRole.Window, QColor("#202020"))
    view.setPalette(dark)
    qtbot.waitUntil(lambda: maker.asked[-1][1] is DARK)
    assert current(view) == place
    corner = view.canvas.grab().toImage().pixelColor(1, 1)
    assert corner.name() == DARK.ground.casefold()


def test_what_is_painted_is_the_chart(view: ChartView) -> None:
    image = view.canvas.grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert {color.casefold() for color in LIGHT.steps} & colors
    assert LIGHT.ground.casefold() in colors


def test_less_room_than_a_chart_needs_makes_it_smaller(show: ShowWidget, maker: Maker) -> None:
    made = ChartView()
    made.show_chart(maker)
    made.resize(150, 400)
    show(made)
    rects = [made.canvas.rect_of(spot) for spot in made.canvas.spots]
    assert max(rect.right() for rect in rects) <= made.width()


def test_another_chart_takes_its_place(view: ChartView) -> None:
    view.show_chart(lambda width, palette: profile_bars(NOW, None, Look(texts("de"), palette, width)))
    assert [spot.key for spot in view.canvas.spots] == ["a0", "a1", "a2"]
    assert spoken_name(view.canvas).startswith("Balkendiagramm")


# Keyboard ------------------------------------------------------------------------------------------------------------


def test_the_keyboard_begins_at_the_first_place_and_shows_where_it_is(view: ChartView) -> None:
    assert current(view) == ("a0", "")
    with_focus = view.canvas.grab().toImage()
    view.menu_button.setFocus()
    assert view.canvas.grab().toImage() != with_focus


def test_left_and_right_go_through_all_places_in_reading_order(view: ChartView) -> None:
    seen = [current(view)]
    for _ in view.canvas.spots[1:]:
        press(KEY.Key_Right)
        seen.append(current(view))
    assert seen == [(spot.key, spot.group_id) for spot in view.canvas.spots]
    assert len(set(seen)) == 3 * 5
    press(KEY.Key_Right)
    assert current(view) == seen[-1]
    press(KEY.Key_Left)
    assert current(view) == seen[-2]


def test_up_and_down_stay_in_the_column(view: ChartView) -> None:
    press(KEY.Key_Right, KEY.Key_Right, KEY.Key_Down)
    assert current(view) == ("a1", "g0")
    press(KEY.Key_Down)
    assert current(view) == ("a2", "g0")
    press(KEY.Key_Down)
    assert current(view) == ("a2", "g0")
    press(KEY.Key_Up)
    assert current(view) == ("a1", "g0")


def test_home_and_end_go_to_the_first_and_the_last(view: ChartView) -> None:
    press(KEY.Key_End)
    assert current(view) == ("a2", "g2")
    press(KEY.Key_Home)
    assert current(view) == ("a0", "")


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_enter_chooses_the_place(view: ChartView, qtbot: QtBot, key: Qt.Key) -> None:
    press(KEY.Key_Down)
    with qtbot.waitSignal(view.spotChosen) as told:
        press(key)
    assert told.args == ["a1"]


def test_tab_comes_to_the_chart_and_then_to_its_menu(show: ShowWidget, maker: Maker) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    line, made = QLineEdit(), ChartView()
    for widget in (line, made):
        layout.addWidget(widget)
    made.show_chart(maker)
    show(page)
    line.setFocus()
    assert tab_order(page) == [line, made.canvas, made.menu_button]


def test_a_screen_reader_hears_the_chart_and_the_place(view: ChartView, monkeypatch: pytest.MonkeyPatch) -> None:
    assert view.chart is not None
    assert spoken_name(view.canvas) == view.chart.alternative_text
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    press(KEY.Key_Right)
    assert said == ["Feld 0, Gruppe Amt: 0"]
    interface = QAccessible.queryAccessibleInterface(view.canvas)
    assert interface is not None
    assert interface.text(QAccessible.Text.Description) == "Feld 0, Gruppe Amt: 0"


# Mouse ---------------------------------------------------------------------------------------------------------------


def test_a_click_chooses_the_place_under_it(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.spotChosen) as told:
        QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=point_of(view, "a2", "g1"))
    assert told.args == ["a2"]
    assert current(view) == ("a2", "g1")


def test_a_click_beside_the_places_chooses_nothing(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.spotChosen):
        QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
        QTest.mouseClick(view.canvas, Qt.MouseButton.RightButton, pos=point_of(view, "a2", "g1"))


@WITHOUT_SCREEN
def test_hovering_tells_what_a_place_says(view: ChartView) -> None:
    point = point_of(view, "a0", "g2")
    event = QHelpEvent(QEvent.Type.ToolTip, point, view.canvas.mapToGlobal(point))
    QApplication.sendEvent(view.canvas, event)
    assert QToolTip.text() == "Feld 0, Gruppe 2: verdeckt: weniger als 5 Antworten"
    QTest.mouseMove(view.canvas, point)
    assert view.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.canvas, QPoint(2, 2))
    assert view.canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


# Table ---------------------------------------------------------------------------------------------------------------


def test_the_numbers_can_be_seen_as_a_table_and_back(view: ChartView) -> None:
    view.table_action.trigger()
    assert view.table is not None
    assert view.chart is not None
    assert not view.canvas.isVisible()
    assert heads(view.table) == list(view.chart.table.columns)
    assert column(view.table, 0) == ["Feld 0", "Feld 1", "Feld 2"]
    assert column(view.table, 5) == ["verdeckt"] * 3
    assert spoken_name(view.table) == "Punkte je Handlungsfeld und Gruppe"
    assert focused() is view.table
    assert view.table_action.text() == "Als Diagramm zeigen"
    view.table_action.trigger()
    assert view.table is None
    assert focused() is view.canvas
    assert view.table_action.text() == "Als Tabelle zeigen"


def test_the_table_follows_another_chart(view: ChartView) -> None:
    view.table_action.trigger()
    view.show_chart(lambda width, palette: profile_bars(NOW, None, Look(texts("de"), palette, width)))
    assert view.table is not None
    assert heads(view.table) == ["Handlungsfeld", "Punkte", "Einstufung"]
    assert focused() is view.table


@WITHOUT_SCREEN
def test_the_menu_opens_at_the_button_and_by_the_context_key(view: ChartView, qtbot: QtBot) -> None:
    assert view.menu_button.menu() is view.menu
    assert [action.text() for action in view.menu.actions() if not action.isSeparator()] == [
        "Als Tabelle zeigen",
        "Bild kopieren",
        "Als PNG speichern …",
        "Als SVG speichern …",
    ]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(20, 20), view.mapToGlobal(QPoint(20, 20)))
    QApplication.sendEvent(view.canvas, event)
    qtbot.waitUntil(view.menu.isVisible)
    view.menu.hide()


# Pictures ------------------------------------------------------------------------------------------------------------


def test_a_copied_picture_has_the_colours_of_paper(view: ChartView, maker: Maker, qtbot: QtBot) -> None:
    dark = QPalette(view.palette())
    dark.setColor(QPalette.ColorRole.Window, QColor("#202020"))
    view.setPalette(dark)
    qtbot.waitUntil(lambda: maker.asked[-1][1] is DARK)
    with qtbot.waitSignal(view.noticed):
        view.copy_action.trigger()
    copied = QApplication.clipboard().image()
    assert copied.pixelColor(1, 1).name() == "#ffffff"
    assert view.chart is not None
    assert copied.width() == pytest.approx((view.chart.drawing.width + 12) * PICTURE_SCALE, abs=1)
    drawn = bytes(QApplication.clipboard().mimeData().data("image/svg+xml").data())
    assert ET.fromstring(drawn).findtext("{http://www.w3.org/2000/svg}desc") == view.chart.alternative_text


def test_a_png_is_saved_and_the_folder_remembered(
    view: ChartView, settings: Settings, choose_file: ChooseFile, tmp_path: Path, qtbot: QtBot
) -> None:
    choose_file(tmp_path / "Profil")
    with qtbot.waitSignal(view.noticed) as told:
        view.png_action.trigger()
    target = tmp_path / "Profil.png"
    assert told.args == [f"Bild gespeichert: {target}"]
    saved = QImage(str(target))
    assert saved.width() > 2000
    assert saved.dotsPerMeterX() == round(300 / 0.0254)
    assert settings.folders["chart"] == str(tmp_path)
    assert json.loads((tmp_path / "settings.json").read_text())["folders"]["chart"] == str(tmp_path)
    assert [path.name for path in tmp_path.glob(".*.part")] == []


def test_an_svg_is_saved(view: ChartView, choose_file: ChooseFile, tmp_path: Path, qtbot: QtBot) -> None:
    choose_file(tmp_path / "Profil.svg")
    with qtbot.waitSignal(view.noticed):
        view.svg_action.trigger()
    assert (tmp_path / "Profil.svg").read_text(encoding="utf-8") == view.picture()


def test_the_title_and_the_folder_used_last_are_proposed(
    view: ChartView, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def ask(_: QWidget, title: str, path: str, kinds: str) -> tuple[str, str]:
        proposed.append(path)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    settings.folders["chart"] = str(tmp_path)
    view.png_action.trigger()
    assert proposed == [str(tmp_path / "Punkte je Handlungsfeld und Gruppe.png")]
    assert [path for path in tmp_path.iterdir() if path.suffix == ".png"] == []


def test_a_folder_that_is_gone_is_said(
    view: ChartView, choose_file: ChooseFile, tmp_path: Path, modals: Modals, qtbot: QtBot
) -> None:
    choose_file(tmp_path / "gone" / "Profil.png")
    modals.expect()
    view.png_action.trigger()
    qtbot.waitUntil(lambda: bool(modals.said))
    assert "lässt sich nicht schreiben" in modals.said[0]


def test_before_a_chart_is_there_the_menu_does_nothing(show: ShowWidget) -> None:
    made = ChartView()
    show(made)
    for action in (made.table_action, made.copy_action, made.png_action, made.svg_action):
        action.trigger()
    assert made.table is None


def test_the_picture_of_the_canvas_is_as_fine_as_the_screen(view: ChartView, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = view.canvas.grab()
    monkeypatch.setattr(type(view.canvas), "devicePixelRatioF", lambda _: 2.0)
    fine = view.canvas._drawn(2.0)
    assert fine.width() == 2 * view.canvas.sizeHint().width()
    assert plain.width() <= fine.width()
    assert QByteArray(view.picture().encode()).size() > 0


def test_a_copied_picture_lets_the_program_end_in_peace() -> None:
    script = """
from PySide6.QtWidgets import QApplication
application = QApplication(["test", "-platform", "offscreen"])
from tests.unit.ui.widgets.test_chart import NOW, ChartView, Look, profile_bars, texts
view = ChartView()
view.show_chart(lambda width, palette: profile_bars(NOW, None, Look(texts("de"), palette, width)))
view.show()
view.copy_action.trigger()
assert {"application/x-qt-image", "image/svg+xml"} <= set(application.clipboard().mimeData().formats())
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
