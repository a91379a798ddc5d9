"""The program: the window first, the rest behind it, in the language of the settings."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QMenuBar, QMessageBox, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop import paths
from kommune_desktop.app import Program
from kommune_desktop.core.workshop import AgendaItem, Workshop
from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.texts import LANGUAGES
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.workspace.pages import RESULTS
from tests.unit.ui.material import ROUND, TOWN, add_sheets, add_small_round
from tests.unit.ui.menus import entry, menu
from tests.unit.ui.modal import Modals

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
RUN_SECONDS = 60
StartProgram = Callable[..., Program]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of a person who has never started the program before."""
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "home" / kind.casefold()))
    return tmp_path / "home"


@pytest.fixture
def modals(qtbot: QtBot) -> Iterator[Modals]:
    """Answers the modal dialogs that a test expects."""
    made = Modals()
    yield made
    made.end()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a round."""
    made = tmp_path / "Musterhausen.kommune"
    with Store.create(made, TOWN) as store:
        add_small_round(store)
    return made


@pytest.fixture
def start(qapp: QApplication, modals: Modals, qtbot: QtBot) -> Iterator[StartProgram]:
    """Starts the program; at the end the application is as it was."""
    programs: list[Program] = []
    locale = QLocale()

    def start_program(settings: Settings | None = None) -> Program:
        programs.append(Program(qapp, settings or Settings()))
        return programs[-1]

    yield start_program
    for program in programs:
        program._loader.wait()
        qtbot.waitUntil(partial(_at_rest, program))
        program.window.close()
        program.window.deleteLater()
        for translator in program._translators:
            qapp.removeTranslator(translator)
        program.deleteLater()
    QLocale.setDefault(locale)


def _at_rest(program: Program) -> bool:
    return not program.window.findChildren(BackgroundWork)


def until_open(program: Program, qtbot: QtBot) -> None:
    """Wait until the window shows an open file."""
    qtbot.waitUntil(lambda: program.window.windowTitle().startswith("Musterhausen.kommune"))


def menus(program: Program) -> list[str]:
    """The titles of the menu bar."""
    return [action.text().replace("&", "") for action in program.window.menuBar().actions()]


# Loading ---------------------------------------------------------------------------------------------------------


def test_the_window_is_there_before_the_workspace(start: StartProgram, qtbot: QtBot) -> None:
    program = start()
    assert program.window.isVisible()
    assert program.window.workspace is None
    with qtbot.waitSignal(program.ready):
        pass
    workspace: QWidget | None = program.window.workspace
    assert workspace is not None
    assert program.window.session is not None


def test_a_file_chosen_before_the_workspace_is_there_is_opened_after(
    start: StartProgram, path: Path, qtbot: QtBot
) -> None:
    program = start()
    program.window.open_path(path)
    assert program.window.workspace is None
    until_open(program, qtbot)
    assert program.window.stack.currentWidget() is program.window.workspace


def test_the_demo_chosen_before_the_workspace_is_there_is_opened_after(start: StartProgram, qtbot: QtBot) -> None:
    program = start()
    program.window.start_page.demo_button.click()
    assert not paths.demo_file().exists()
    qtbot.waitUntil(lambda: program.window.windowTitle().startswith(paths.demo_file().name), timeout=30_000)


def test_the_file_chosen_last_before_the_workspace_is_there_is_the_one_that_opens(
    start: StartProgram, path: Path, qtbot: QtBot
) -> None:
    program = start()
    program.window.open_demo()
    program.window.open_path(path)
    until_open(program, qtbot)
    assert program.window.session is not None
    assert program.window.session.path == path
    assert not paths.demo_file().exists()


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a piece of a program in a Python of its own."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=RUN_SECONDS,
        check=False,
    )


def test_the_window_does_not_wait_for_the_store() -> None:
    done = python("import sys, kommune_desktop.app; print('sqlalchemy' in sys.modules)")
    assert (done.stdout, done.stderr) == ("False\n", "")


def test_the_loader_brings_the_workspace_with_pythons_own_import() -> None:
    done = python(
        """
        import builtins, sys
        from kommune_desktop.app import _Loader
        before = builtins.__import__
        assert "kommune_desktop.ui.workspace" not in sys.modules
        _Loader().run()
        print("kommune_desktop.ui.workspace" in sys.modules, builtins.__import__ is before)
        """
    )
    assert (done.stdout, done.returncode) == ("True True\n", 0), done.stderr


RUN = """
import sys
from PySide6.QtCore import QTimer
from kommune_desktop import app

class Program(app.Program):
    def __init__(self, *given):
        super().__init__(*given)
        {act}

app.Program = Program
sys.exit(app.run(sys.argv[1:]))
"""


def run_program(act: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as its start does, with something that happens in it."""
    return python(RUN.format(act=act), *arguments)


def test_the_program_opens_the_file_named_at_its_start(path: Path) -> None:
    done = run_program(
        "self.ready.connect(lambda: self.window.session.roundChanged.connect("
        "lambda: (print(self.window.session.round.title), QTimer.singleShot(0, self.window.close))))",
        "--store",
        str(path),
    )
    assert (done.stdout, done.returncode) == (f"{ROUND}\n", 0), done.stderr
    assert "started, version" in paths.log_file().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "act",
    [
        "QTimer.singleShot(0, self.window.close)",
        "self.ready.connect(self.window.close)",
        "self.ready.connect(lambda: (self.window.open_demo(), QTimer.singleShot(0, self.window.close)))",
    ],
    ids=["at once", "when it is ready", "while a file is being made"],
)
def test_the_program_can_be_closed_at_any_time(act: str) -> None:
    done = run_program(act)
    assert done.returncode == 0, done.stderr
    assert "QThread" not in done.stderr


def test_a_bug_in_the_window_is_logged_and_the_program_goes_on(path: Path) -> None:
    done = run_program(
        "import PySide6.QtWidgets as w; w.QMessageBox.critical = lambda *_: print('told')\n"
        "        self.ready.connect(lambda: (QTimer.singleShot(0, lambda: 1 / 0), "
        "QTimer.singleShot(0, lambda: (print('goes on'), self.window.close()))))"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:2] == ["told", "goes on"]
    log = paths.log_file().read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "Traceback" in log


BUG_IN_OPENING = """
        import PySide6.QtWidgets as w
        global Path, background
        from pathlib import Path
        from kommune_desktop.ui import background
        # Told and at rest again: then what comes next.
        w.QMessageBox.critical = lambda *_: QTimer.singleShot(0, lambda: QTimer.singleShot(0, self.next))
        self.ready.connect(lambda: self.window._open(lambda: 1 / 0, Path("a.kommune")))

    def next(self):
        {then}
"""


def test_after_a_bug_in_opening_a_file_the_program_can_be_closed() -> None:
    done = run_program(BUG_IN_OPENING.format(then="self.window.close()"))
    assert done.returncode == 0, done.stderr
    assert paths.log_file().read_text(encoding="utf-8").count("Traceback") == 1


def test_after_a_bug_in_opening_a_file_another_can_be_opened(path: Path) -> None:
    then = (
        f"self.window.open_path(Path({str(path)!r})); "
        "print(len(self.window.findChildren(background.BackgroundWork)), flush=True); self.window.close()"
    )
    assert run_program(BUG_IN_OPENING.format(then=then)).stdout == "1\n"


# Language --------------------------------------------------------------------------------------------------------


def test_german_is_spoken_at_first_by_qt_too(start: StartProgram) -> None:
    program = start()
    assert menus(program) == ["Datei", "Bearbeiten", "Runde", "Ansicht", "Hilfe"]
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().language() is QLocale.Language.German


def test_the_language_of_the_settings_is_spoken(start: StartProgram) -> None:
    program = start(Settings(language="en"))
    assert menus(program) == ["File", "Edit", "Round", "View", "Help"]
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().language() is QLocale.Language.English


def test_another_language_keeps_the_file_open(start: StartProgram, path: Path, qtbot: QtBot) -> None:
    settings = Settings()
    program = start(settings)
    program.window.open_path(path)
    until_open(program, qtbot)
    old = program.window
    with qtbot.waitSignal(old.destroyed):
        entry(old, "English").trigger()
    until_open(program, qtbot)
    assert program.window is not old
    assert program.window.isVisible()
    assert menus(program) == ["File", "Edit", "Round", "View", "Help"]
    assert entry(program.window, "English").isChecked()
    assert program.window.workspace is not None
    assert program.window.workspace.pages.titles()[0][0] == "Overview"
    assert settings.language == "en"


def test_another_language_is_remembered(start: StartProgram, tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings.load(tmp_path / "settings.json")
    program = start(settings)
    with qtbot.waitSignal(program.ready):
        pass
    entry(program.window, "English").trigger()
    assert Settings.load(tmp_path / "settings.json").language == "en"


def test_the_language_can_be_changed_to_and_fro(start: StartProgram, path: Path, qtbot: QtBot) -> None:
    program = start()
    program.window.open_path(path)
    until_open(program, qtbot)
    entry(program.window, "English").trigger()
    until_open(program, qtbot)
    entry(program.window, "Deutsch").trigger()
    until_open(program, qtbot)
    assert menus(program) == ["Datei", "Bearbeiten", "Runde", "Ansicht", "Hilfe"]
    assert len(program._translators) == 1


def test_another_language_before_the_workspace_is_there_brings_one_workspace(start: StartProgram, qtbot: QtBot) -> None:
    program = start()
    entry(program.window, "English").trigger()
    program._loader.wait()
    qtbot.waitUntil(program._loader.isFinished)
    QCoreApplication.processEvents()
    window = program.window
    assert window.workspace is not None
    assert window.stack.count() == 2
    assert [action.text() for action in menu(window, "Edit").actions()][:2] == ["&Undo", "&Redo"]


def test_a_file_chosen_before_another_language_is_opened_all_the_same(
    start: StartProgram, path: Path, qtbot: QtBot
) -> None:
    program = start()
    program.window.open_path(path)
    entry(program.window, "English").trigger()
    until_open(program, qtbot)


def test_no_german_is_left_in_the_english_menus(start: StartProgram, path: Path, qtbot: QtBot) -> None:
    program = start(Settings(language="en"))
    program.window.open_path(path)
    until_open(program, qtbot)
    texts = [
        action.text()
        for found in program.window.menuBar().findChildren(QMenu)
        for action in found.actions()
        if not action.isSeparator() and action.text() != str(path)
    ]
    assert len(texts) > 10
    assert not [text for text in texts if any(letter in "äöüÄÖÜß" for letter in text)]


# Bugs ------------------------------------------------------------------------------------------------------------


def bug() -> ZeroDivisionError:
    """An error as it arrives, with its traceback."""
    try:
        _ = 1 / 0
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_a_bug_is_told_once_with_the_place_of_the_log(
    start: StartProgram, modals: Modals, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    program = start()
    with qtbot.waitSignal(program.ready):
        pass
    modals.expect()
    error = bug()
    program.on_bug(type(error), error, error.__traceback__)
    assert len(modals.said) == 1
    assert str(paths.log_file()) in modals.said[0]
    assert [record.levelname for record in caplog.records if record.message == "bug"] == ["CRITICAL"]
    assert "ZeroDivisionError" in caplog.text


def test_a_bug_under_a_message_is_only_logged(
    start: StartProgram, modals: Modals, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    program = start()
    with qtbot.waitSignal(program.ready):
        pass
    error = bug()

    def fail_again(_: QMessageBox) -> None:
        program.on_bug(type(error), error, error.__traceback__)

    modals.expect(fail_again)
    program.on_bug(type(error), error, error.__traceback__)
    assert len(modals.said) == 1
    assert [record.message for record in caplog.records if record.levelname == "CRITICAL"] == ["bug", "bug"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_of_what_is_to_be_seen_is_underlined_twice(
    start: StartProgram, path: Path, qtbot: QtBot, language: str
) -> None:
    with Store.open(path) as store:
        (round_,) = store.rounds.all()
        add_sheets(store, round_, "administration", [{"b.suche": 1}])
        store.workshops.save(round_, Workshop(), Workshop(agenda=(AgendaItem("b.suche"),)))
    program = start(Settings(language=language))
    program.window.open_path(path)
    until_open(program, qtbot)
    workspace = program.window.workspace
    assert workspace is not None
    workspace.show_page(RESULTS)
    qtbot.wait_until(lambda: workspace.pages.results.evaluation is not None)
    for page in range(workspace.pages.count()):
        workspace.show_page(page)
        bars = [bar for bar in program.window.findChildren(QTabBar) if bar.isVisible()]
        for place in range(max((bar.count() for bar in bars), default=1)):
            for bar in bars:
                bar.setCurrentIndex(place)
            letters = underlined(program.window)
            assert len(letters) == len(set(letters)), (page, place, letters)
    workspace.finish_work()


def underlined(window: QWidget) -> list[str]:
    """The letters that lead to what is shown, with Alt."""
    texts = [made.text() for made in window.findChildren(QAbstractButton) if made.isVisible()]
    texts += [made.text() for made in window.findChildren(QLabel) if made.isVisible() and made.buddy()]
    texts += [action.text() for bar in window.findChildren(QMenuBar) for action in bar.actions()]
    bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    texts += [bar.tabText(place) for bar in bars for place in range(bar.count())]
    return [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
