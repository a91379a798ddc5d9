"""Files, sessions and windows to test on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts, texts
from kommune_desktop.ui.main_window import MainWindow
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.wizard import Wizard
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.workflow.rounds import add_round
from tests.unit.ui.material import ROUND, TOWN, add_small_round
from tests.unit.ui.modal import Modals

ShowWidget = Callable[[QWidget], None]
OpenWizard = Callable[..., Wizard]
OpenWindow = Callable[..., MainWindow]
ChooseFile = Callable[[Path | None], None]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Qt's platform without a screen says that it does without hints on sizes; that is no fault of the program."""
    item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, log and demo of the program lie in the test's own folder."""
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "home" / kind.casefold()))


@pytest.fixture(autouse=True)
def modals(qtbot: QtBot) -> Iterator[Modals]:
    """Answers the modal dialogs that a test expects; any other fails it."""
    made = Modals()
    yield made
    made.end()


@pytest.fixture
def words() -> Texts:
    """The German texts."""
    return texts("de")


@pytest.fixture(scope="session")
def small_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a round over the small questionnaire, made once."""
    path = tmp_path_factory.mktemp("small") / "Musterhausen.kommune"
    with Store.create(path, TOWN) as store:
        add_small_round(store)
    return path


@pytest.fixture(scope="session")
def shipped_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a round over the shipped questionnaire, made once."""
    path = tmp_path_factory.mktemp("shipped") / "Musterhausen.kommune"
    with Store.create(path, TOWN) as store:
        add_round(store, title=ROUND)
    return path


@pytest.fixture
def path(small_template: Path, tmp_path: Path) -> Path:
    """A file with a round over the small questionnaire."""
    return Path(shutil.copy(small_template, tmp_path))


@pytest.fixture
def shipped_path(shipped_template: Path, tmp_path: Path) -> Path:
    """A file with a round over the shipped questionnaire."""
    return Path(shutil.copy(shipped_template, tmp_path / "Lindenau.kommune"))


@pytest.fixture
def session(path: Path, words: Texts) -> Iterator[Session]:
    """A session with the small round open."""
    made = Session(words)
    made.use(Store.open(path))
    yield made
    made.close()


@pytest.fixture
def shipped_session(shipped_path: Path, words: Texts) -> Iterator[Session]:
    """A session with a round over the shipped questionnaire open."""
    made = Session(words)
    made.use(Store.open(shipped_path))
    yield made
    made.close()


@pytest.fixture
def sheet(session: Session) -> Sheet:
    """An empty sheet of the council in the small round."""
    made = session.add_sheet("council")
    assert made is not None
    return made


@pytest.fixture
def show(qtbot: QtBot) -> ShowWidget:
    """Shows a widget with the keyboard in its window."""

    def show_widget(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    return show_widget


@pytest.fixture
def open_wizard(session: Session, show: ShowWidget) -> OpenWizard:
    """Opens a sheet in a wizard of its own, at a page if one is named."""

    def open_sheet(
        sheet: Sheet, page: int | None = None, session: Session = session, settings: Settings | None = None
    ) -> Wizard:
        wizard = Wizard(session, settings or Settings(), sheet)
        wizard.resize(780, 700)
        show(wizard)
        wizard.show_page(wizard.page if page is None else page)
        return wizard

    return open_sheet


@pytest.fixture
def open_window(show: ShowWidget, qtbot: QtBot, path: Path) -> Iterator[OpenWindow]:
    """Opens a window with its workspace, and the small round in it unless another path or ``None`` is named."""
    windows: list[MainWindow] = []

    def open_main_window(file: Path | None = path, settings: Settings | None = None) -> MainWindow:
        window = MainWindow(settings or Settings(), texts("de"))
        windows.append(window)
        session = Session(window.words, window)
        window.attach(session, Workspace(session, window.settings))
        show(window)
        if file is not None:
            window.open_path(file)
            qtbot.waitUntil(lambda: window.stack.currentWidget() is window.workspace)
        return window

    yield open_main_window
    for window in windows:
        window.close()


@pytest.fixture
def choose_file(monkeypatch: pytest.MonkeyPatch) -> ChooseFile:
    """Lets the person choose this file in the next file dialogs, or none."""

    def choose(path: Path | None) -> None:
        chosen = str(path) if path else ""
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_, **__: (chosen, "")))

    return choose
