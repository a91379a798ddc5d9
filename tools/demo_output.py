"""What the program makes and looks like, without a screen: ``python -m tools.demo_output`` fills ``demo-output/``.

Needs neither network nor anything of the person: settings stay in memory, and every file lies in that folder.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kommune_desktop import app
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.texts import LANGUAGES
from kommune_desktop.ui.workshop.workshop_page import WorkshopPage
from kommune_desktop.ui.workspace import Workspace, pages
from kommune_desktop.workflow.demo import create_demo
from kommune_desktop.workflow.forms import print_set
from kommune_desktop.workflow.papers import WORD, Paper, write_paper
from kommune_desktop.workflow.reports import KINDS, round_figures, write_report
from kommune_desktop.workflow.rounds import LATEST, find_round

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "demo-output"
STORE = "beispiel.kommune"
PATIENCE_SECONDS = 60
PAPER_SHEETS, KEYS = 8, "434325354"
ENDINGS = {Paper.MINUTES: ".pdf", Paper.HANDOUTS: ".pdf", Paper.COUNCIL: WORD, Paper.STRATEGY: WORD}


@dataclass(frozen=True)
class Look:
    """A way to show the window; each needs a process of its own.

    Attributes:
        size: Of the window, in pixels at 100 %.
        scale: Device pixels a pixel.
        whole: All pages, or only those with the most on them.
    """

    size: tuple[int, int]
    scale: int = 1
    dark: bool = False
    whole: bool = False


INITIALS = "MM"
"""Whoever keys says who they are."""
LOOKS = {
    "100": Look((1366, 768), whole=True),
    "200": Look((1280, 720), scale=2),  # the smallest screen there, twice as fine
    "dark": Look((1366, 768), dark=True),
}


def main(arguments: list[str]) -> int:
    """Fill the folder anew and say what is in it."""
    if arguments:
        look, store, folder = arguments
        Pictures(LOOKS[look], Path(store), Path(folder), suffix=f"-{look}").take()
        return 0
    part = OUTPUT.with_name(f"{OUTPUT.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    _write_files(part)
    _take_pictures(part)
    shutil.rmtree(OUTPUT, ignore_errors=True)
    part.rename(OUTPUT)
    for file in sorted(OUTPUT.iterdir()):
        print(f"{file.relative_to(OUTPUT.parent)}  {file.stat().st_size / 1000:,.0f} kB")
    return 0


def _write_files(folder: Path) -> None:
    create_demo(folder / STORE).close()
    with Store.open(folder / STORE, readonly=True) as store:
        round_ = find_round(store, LATEST)
        for language in LANGUAGES:
            for kind in KINDS:
                write_report(store, round_, kind, folder / f"report-{kind}-{language}.pdf", language=language)
            for paper, ending in ENDINGS.items():
                write_paper(store, round_, paper, folder / f"{paper}-{language}{ending}", language=language)
        figures = json.dumps(round_figures(store, round_), ensure_ascii=False, indent=2)
        (folder / "results.json").write_text(f"{figures}\n", encoding="utf-8")


def _take_pictures(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        for name, look in LOOKS.items():
            store = Path(scratch, STORE)  # a copy: opening a sheet leaves a trace in the file
            shutil.copy(folder / STORE, store)
            _print_paper(store)
            variables = {
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": str(look.scale),
                "XDG_STATE_HOME": scratch,  # where the log goes
            }
            command = [sys.executable, "-m", "tools.demo_output", name, str(store), str(folder)]
            subprocess.run(command, cwd=ROOT, env=variables, check=True)


def _print_paper(path: Path) -> None:
    """Paper that was handed out and has come back in part, so that the pages for it have something to show."""
    with Store.open(path) as store, tempfile.TemporaryDirectory() as scratch:
        round_ = find_round(store, LATEST)
        target = Path(scratch, "forms.pdf")
        printed = print_set(store, round_, "civil_society", PAPER_SHEETS, target, language="de")
        for sheet in store.sheets.of_round(round_.id):
            if sheet.number in printed.numbers[: PAPER_SHEETS // 2]:
                store.sheets.set_date(sheet.id, SheetState.RETURNED, datetime.now(UTC))


class Pictures:
    """The window in one look, page by page."""

    def __init__(self, look: Look, store: Path, folder: Path, suffix: str) -> None:
        self._look, self._store, self._folder, self._suffix = look, store, folder, suffix
        self._application = QApplication(sys.argv[:1])
        if look.dark:
            self._application.setPalette(dark_palette())
        self._program = app.Program(self._application, Settings(initials=INITIALS))
        self._window = self._program.window
        self._window.resize(*look.size)

    def take(self) -> None:
        """Write a PNG file for each page."""
        self._until(lambda: self._window.workspace is not None)
        if self._look.whole:
            self._save("start")
        self._window.open_path(self._store)
        self._until(lambda: self._window.stack.currentWidget() is self._window.workspace)
        workspace = self._window.workspace
        assert workspace is not None
        if self._look.whole:
            simple = {
                "sheets": pages.SHEETS,
                "returns": pages.RETURNS,
                "batches": pages.KEYING,
                "measures": pages.MEASURES,
                "reports": pages.REPORTS,
                "overview": pages.OVERVIEW,
            }
            for name, page in simple.items():
                workspace.show_page(page)
                self._save(name)
        workspace.show_page(pages.RESULTS)
        self._until(lambda: workspace.pages.results.evaluation is not None)
        self._save("results")
        workspace.show_page(pages.WORKSHOP)
        self._save_workshop(workspace.pages.workshop)
        self._open_wizard(workspace)
        self._save("wizard")
        self._key_paper(workspace)
        self._save("keying")
        self._window.close()
        self._program.finish()

    def _save_workshop(self, page: WorkshopPage) -> None:
        for place, name in enumerate(("agenda", "moderation", "priorities")):
            page.tabs.setCurrentIndex(place)
            self._save(f"workshop-{name}")
        projection = page.moderation.projection
        projection.begin(projection.usual_screen())
        assert projection.projector is not None
        self._save("projector", projection.projector)
        projection.end()

    def _open_wizard(self, workspace: Workspace) -> None:
        workspace.show_page(pages.SHEETS)
        workspace.open_sheet(workspace.session.sheets()[0])
        assert workspace.wizard is not None
        workspace.wizard.go_on()
        self._settle()
        self._window.activateWindow()  # so that the picture shows where the keyboard is

    def _key_paper(self, workspace: Workspace) -> None:
        """Key the beginning of the first sheet that is back."""
        session = workspace.session
        batch = session.add_batch(PAPER_SHEETS)
        assert batch is not None
        workspace.keying_flow.key_batch(batch)
        assert workspace.keying is not None
        number = next(sheet.number for sheet in session.sheets() if sheet.state is SheetState.RETURNED)
        for keys in (f"{number}\r", KEYS):
            self._settle()
            self._window.activateWindow()
            focused = self._application.focusWidget()
            assert focused is not None
            QTest.keyClicks(focused, keys)

    def _save(self, name: str, shown: QWidget | None = None) -> None:
        self._settle()
        target = self._folder / f"screen-{name}{self._suffix}.png"
        if not (shown or self._window).grab().save(str(target)):
            raise OSError(f"{target} could not be written")

    def _settle(self) -> None:
        """Let layout and painting come to an end."""
        for _ in range(10):  # charts are drawn anew a moment after their size has changed
            self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._application.processEvents()
            time.sleep(0.01)

    def _until(self, condition: Callable[[], bool]) -> None:
        ends = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > ends:
                raise TimeoutError(f"{PATIENCE_SECONDS} s have passed")
            self._application.processEvents()
            time.sleep(0.001)


def dark_palette() -> QPalette:
    """A dark theme: where there is no desktop, Qt can't be asked for one."""
    palette = QPalette(QColor("#323232"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#242424"))
    palette.setColor(QPalette.ColorRole.AlternateBase, QColor("#2c2c2c"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#308cc6"))
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("#a0a0a0"))
    return palette


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
