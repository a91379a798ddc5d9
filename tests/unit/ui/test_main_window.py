"""The main window: title, status, size, language and names."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.texts import texts
from kommune_desktop.ui.main_window import MainWindow
from tests.unit.ui.conftest import OpenWindow, ShowWidget
from tests.unit.ui.keyboard import focusable, spoken_name
from tests.unit.ui.material import ROUND, TOWN
from tests.unit.ui.menus import entry
from tests.unit.ui.opening import PROGRAM, at_start


def test_the_window_begins_at_the_start_page(open_window: OpenWindow) -> None:
    assert at_start(open_window(None))


def test_the_title_names_file_and_round(open_window: OpenWindow) -> None:
    assert open_window().windowTitle() == f"Musterhausen.kommune – {ROUND} – {PROGRAM}"


def test_the_title_of_a_file_without_rounds_names_the_file(open_window: OpenWindow, tmp_path: Path) -> None:
    empty = tmp_path / "leer.kommune"
    Store.create(empty, TOWN).close()
    assert open_window(empty).windowTitle() == f"leer.kommune – {PROGRAM}"


def test_a_saved_answer_says_so_with_the_time(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.session is not None
    assert window.status.text() == ""
    window.session.add_sheet("council")
    head, _, time = window.status.text().partition(" ")
    assert head == "Gespeichert"
    assert [part.isdecimal() for part in time.split(":")] == [True, True]


def test_the_size_and_place_of_the_window_are_remembered(open_window: OpenWindow) -> None:
    settings = Settings()
    window = open_window(None, settings)
    window.resize(700, 500)
    window.move(40, 60)
    window.close()
    again = open_window(None, settings)
    assert (again.width(), again.height()) == (700, 500)
    assert again.pos() == QPoint(40, 60)


@pytest.mark.parametrize("geometry", ["?", "AAAA", "ü", "A"])
def test_a_damaged_geometry_is_forgotten(show: ShowWidget, geometry: str) -> None:
    window = MainWindow(Settings(geometry=geometry), texts("de"))
    show(window)
    assert window.width() >= window.minimumWidth()


def test_the_window_fits_on_the_smallest_screen(open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(640, 360)
    assert (window.width(), window.height()) == (640, 360)


def test_the_language_is_asked_for_only_when_it_is_another(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(None)
    assert entry(window, "Deutsch").isChecked()
    with qtbot.assertNotEmitted(window.languageWanted):
        entry(window, "Deutsch").trigger()
    with qtbot.waitSignal(window.languageWanted) as wanted:
        entry(window, "English").trigger()
    assert wanted.args == ["en"]


def test_all_that_can_have_the_keyboard_has_a_name(open_window: OpenWindow) -> None:
    assert not [widget for widget in focusable(open_window()) if not spoken_name(widget)]
