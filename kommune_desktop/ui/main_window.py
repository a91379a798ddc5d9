"""The main window: menus, start page, status, and the workspace once it is loaded."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QStandardPaths, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QStackedWidget

from kommune_desktop import paths
from kommune_desktop.errors import UserError
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui.menus import Menus
from kommune_desktop.ui.problems import show_problem
from kommune_desktop.ui.start_page import StartPage

if TYPE_CHECKING:  # The store behind these takes longer to load than the window; the window must not wait for it.
    from kommune_desktop.db import Store
    from kommune_desktop.ui.background import BackgroundWork
    from kommune_desktop.ui.session import Session
    from kommune_desktop.ui.workspace import Workspace

_SMALLEST = (640, 360)  # a screen of 1366×768 at 200 %
_USUAL = (1280, 720)


_Opening = tuple[Callable[[], "Store"], Path, str]
"""What makes or opens a file, the file, and what to say meanwhile."""


class MainWindow(QMainWindow):
    """The window. Usable as soon as it is seen: what needs the store waits until :meth:`attach`.

    Signals:
        languageWanted: The interface is to speak another language.
        closed: The window is gone, with everything in it at rest.
        seen: The window has been painted for the first time.
    """

    languageWanted = Signal(str)
    closed = Signal()
    seen = Signal()

    def __init__(self, settings: Settings, words: Texts) -> None:
        super().__init__()
        self.settings = settings
        self.words = words
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self.waiting: _Opening | None = None
        self._work: BackgroundWork[Store] | None = None
        self._closing = False
        self._painted = False
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self._restore_geometry()
        self.start_page = StartPage(settings)
        self.start_page.newWanted.connect(self.new_file)
        self.start_page.openWanted.connect(self.open_file)
        self.start_page.demoWanted.connect(self.open_demo)
        self.start_page.recentWanted.connect(self.open_path)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        self.setCentralWidget(self.stack)
        self.status = QLabel()
        self.statusBar().addWidget(self.status, 1)
        self.menus = Menus(settings, words, self)
        self.setMenuBar(self.menus)
        self.menus.newWanted.connect(self.new_file)
        self.menus.openWanted.connect(self.open_file)
        self.menus.recentWanted.connect(self.open_path)
        self.menus.closeWanted.connect(self.close_file)
        self.menus.quitWanted.connect(self.close)
        self.menus.languageChosen.connect(self._on_language_chosen)
        self._show_title()

    def complete(self) -> None:
        """What the first sight of the window does not have to wait for."""
        self.menus.bind_keys()
        self.start_page.complete()

    # Loading -------------------------------------------------------------------------------------------------

    def attach(self, session: Session, workspace: Workspace) -> None:
        """Take in the workspace; what has waited for it happens now."""
        self.session, self.workspace = session, workspace
        self.stack.addWidget(workspace)
        self.menus.attach(session, workspace)
        session.saved.connect(self._on_saved)
        session.roundChanged.connect(self._show_title)
        workspace.noticed.connect(self.status.setText)
        self.menus.refresh()
        if self.waiting is not None:
            waiting, self.waiting = self.waiting, None
            self._open(*waiting)

    # Files ---------------------------------------------------------------------------------------------------

    def new_file(self) -> None:
        """Ask for a municipality and make its file."""
        from kommune_desktop.ui.dialogs.new_store import NewStoreDialog  # noqa: PLC0415 - loaded when it is wanted

        dialog = NewStoreDialog(self._documents(), self)
        if dialog.exec():
            chosen = dialog.chosen()
            self._open(
                partial(_create, chosen.path, chosen.municipality), chosen.path, self.tr("Die Datei wird angelegt …")
            )

    def open_file(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Datei öffnen"),
            str(self._documents()),
            self.tr("Dateien der Kommune (*.kommune);;Alle Dateien (*)"),
        )
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a file as soon as the program can."""
        self._open(partial(_open_store, path), path, self.tr("Die Datei wird geöffnet …"))

    def open_demo(self) -> None:
        """Open the demo municipality, made on the first time."""
        self._open(_open_demo, paths.demo_file(), self.tr("Das Beispiel wird geöffnet …"))

    def _open(self, work: Callable[[], Store], path: Path, label: str) -> None:
        """Make or open the file in a thread of its own, which hands it over.

        Waits until the workspace is there; a second wish while a file is being opened is not heard.
        """
        if self.workspace is None:
            self.waiting = (work, path, label)
            return
        if self._work is not None:
            return
        from kommune_desktop.ui.background import BackgroundWork  # noqa: PLC0415 - here the rest has been loaded

        self._work = BackgroundWork(
            self,
            partial(_opened, work),
            success=self._use,
            failure=partial(self._on_open_failed, path),
            label=label,
        )
        self._work.finished.connect(self._on_work_finished)

    def _on_work_finished(self) -> None:
        self._work = None

    def _use(self, store: Store) -> None:
        if self.session is None or self.workspace is None or self._closing:
            store.close()
            return
        path = store.path
        try:
            self.session.use(store)
        except UserError as error:
            self._on_open_failed(path, error)
            return
        self.settings.folders["open"] = str(path.absolute().parent)
        self.settings.remember_file(path)
        self.stack.setCurrentWidget(self.workspace)
        self.workspace.show_page(0)
        self.status.setText("")
        self.menus.refresh()

    def _on_open_failed(self, path: Path, error: UserError) -> None:
        if self._closing:
            return
        show_problem(self, self.words, error)
        if error.key == "store.missing":
            self.settings.forget_file(path)
            self.start_page.refresh()

    def close_file(self) -> None:
        """Close the file and show the start page."""
        if self.session is None or self.workspace is None:
            return
        self.workspace.close_sheet()
        self.workspace.finish_work()
        self.session.close()
        self.start_page.refresh()
        self.stack.setCurrentWidget(self.start_page)
        self.status.setText("")
        self.menus.refresh()
        self._show_title()

    def _documents(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(self.settings.folders.get("open") or documents or Path.home())

    # Window --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.seen.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.geometry = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        self.settings.save()
        self._closing = True
        if self._work is not None:
            self._work.wait()
        self.close_file()
        super().closeEvent(event)
        self.closed.emit()

    def _restore_geometry(self) -> None:
        try:
            self.restoreGeometry(QByteArray(base64.b64decode(self.settings.geometry, validate=True)))
        except ValueError:
            self.settings.geometry = ""

    def _show_title(self) -> None:
        program = self.tr("Weltoffene Kommune")
        session = self.session
        if session is None or session.store is None:
            self.setWindowTitle(program)
        elif session.round is None:
            self.setWindowTitle(f"{session.path.name} – {program}")
        else:
            self.setWindowTitle(f"{session.path.name} – {session.round.title} – {program}")

    def _on_saved(self) -> None:
        self.status.setText(self.tr("Gespeichert {time}").format(time=QTime.currentTime().toString("HH:mm")))

    def _on_language_chosen(self, language: str) -> None:
        if language != self.words.language:
            self.languageWanted.emit(language)


# These run in a thread of their own.


def _opened(work: Callable[[], Store], progress: Callable[[int], None]) -> Store:
    store = work()
    try:
        progress(1)  # ends here when the person has cancelled meanwhile
    except BaseException:
        store.close()
        raise
    return store


def _open_store(path: Path) -> Store:
    from kommune_desktop.db import Store  # noqa: PLC0415 - loaded when the first file is opened

    return Store.open(path)


def _create(path: Path, municipality: str) -> Store:
    from kommune_desktop.db import Store  # noqa: PLC0415 - loaded when the first file is opened

    return Store.create(path, municipality)


def _open_demo() -> Store:
    from kommune_desktop.workflow.demo import create_demo  # noqa: PLC0415 - loaded when it is wanted

    path = paths.demo_file()
    if path.exists():
        return _open_store(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    return create_demo(path)
