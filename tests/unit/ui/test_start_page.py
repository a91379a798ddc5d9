"""The first page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.settings import Settings
from kommune_desktop.ui.start_page import StartPage
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focusable, focused, press, spoken_name, tab_order

EMPTY = "Noch keine. Legen Sie eine Datei an, oder sehen Sie sich das Beispiel an."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with two recent files."""
    return Settings(recent=[str(tmp_path / "Musterhausen.kommune"), str(tmp_path / "alt" / "Lindenau.kommune")])


@pytest.fixture
def page(settings: Settings, show: ShowWidget) -> StartPage:
    """The page with the two recent files."""
    made = StartPage(settings)
    made.resize(780, 600)
    show(made)
    return made


def texts_of(page: StartPage) -> list[str]:
    """All words on the page outside buttons."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def openers(page: StartPage) -> list[QPushButton]:
    """The buttons of the recent files."""
    return [made for made in page.findChildren(QPushButton) if made.accessibleName().endswith(" öffnen")]


@pytest.mark.parametrize(
    ("button", "signal"),
    [("new_button", "newWanted"), ("open_button", "openWanted"), ("demo_button", "demoWanted")],
)
def test_each_way_to_begin_is_a_button(page: StartPage, qtbot: QtBot, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        QTest.mouseClick(getattr(page, button), Qt.MouseButton.LeftButton)


def test_enter_presses_the_button_with_the_keyboard(page: StartPage, qtbot: QtBot) -> None:
    page.open_button.setFocus()
    with qtbot.waitSignal(page.openWanted):
        press(Qt.Key.Key_Return)


def test_recent_files_are_listed_with_name_and_folder(page: StartPage, tmp_path: Path) -> None:
    shown = texts_of(page)
    assert shown[-4:] == ["Musterhausen", str(tmp_path), "Lindenau", str(tmp_path / "alt")]


def test_a_recent_file_opens_with_its_path(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.recentWanted) as wanted:
        openers(page)[1].click()
    assert wanted.args == [tmp_path / "alt" / "Lindenau.kommune"]


def test_without_recent_files_a_sentence_says_what_to_do(show: ShowWidget) -> None:
    page = StartPage(Settings())
    show(page)
    assert EMPTY in texts_of(page)
    assert openers(page) == []


def test_a_forgotten_file_leaves_the_list(page: StartPage, settings: Settings, qtbot: QtBot) -> None:
    settings.forget_file(Path(settings.recent[0]))
    page.refresh()
    qtbot.waitUntil(lambda: [made.accessibleName() for made in openers(page)] == ["Lindenau öffnen"])
    settings.forget_file(Path(settings.recent[0]))
    page.refresh()
    qtbot.waitUntil(lambda: openers(page) == [])
    assert EMPTY in texts_of(page)


def test_the_keyboard_goes_through_the_page_from_top_to_bottom(page: StartPage, qtbot: QtBot) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: len(openers(page)) == 2)
    page.new_button.setFocus()
    order = [made for made in tab_order(page) if isinstance(made, QPushButton)]
    assert order == [page.new_button, page.open_button, page.demo_button, *openers(page)]


def test_all_that_can_have_the_keyboard_has_a_name(page: StartPage) -> None:
    page.complete()
    assert [spoken_name(made) for made in focusable(page)] == [
        "Neue Datei anlegen",
        "Datei öffnen",
        "Beispiel ansehen",
        "Musterhausen öffnen",
        "Lindenau öffnen",
    ]


def test_a_file_name_with_markup_is_shown_as_it_is(show: ShowWidget, tmp_path: Path) -> None:
    page = StartPage(Settings(recent=[str(tmp_path / "<b>Dorf & Stadt.kommune")]))
    show(page)
    name = next(label for label in page.findChildren(QLabel) if "Dorf" in label.text())
    assert name.textFormat() is Qt.TextFormat.PlainText
    openers(page)[0].setFocus()
    assert spoken_name(focused()) == "<b>Dorf & Stadt öffnen"
