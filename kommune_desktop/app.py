"""Start of the window: wires everything in one place."""

from __future__ import annotations

import builtins
import gc
import importlib
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

_plain_import = builtins.__import__
# Nothing of what is loaded until the workspace is there ever becomes garbage; looking for some is a tenth of the start.
gc.disable()

from PySide6.QtCore import (  # noqa: E402 - see _Loader
    QCommandLineOption,
    QCommandLineParser,
    QLibraryInfo,
    QLocale,
    QObject,
    QThread,
    QTimer,
    QTranslator,
    Signal,
)
from PySide6.QtGui import QFontInfo  # noqa: E402
from PySide6.QtWidgets import QApplication, QMessageBox  # noqa: E402

from kommune_desktop import __version__, log, paths  # noqa: E402
from kommune_desktop.settings import Settings  # noqa: E402
from kommune_desktop.texts import texts  # noqa: E402
from kommune_desktop.ui.main_window import MainWindow  # noqa: E402

_log = logging.getLogger(__name__)
_WRONG_USAGE = 2
_UNSEEN_MS = 1000
_AT_REST_MS = 500


def run(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed. Returns the exit code."""
    application = QApplication(sys.argv[:1])
    parser = QCommandLineParser()
    parser.addOption(QCommandLineOption(["store"], "", "FILE"))
    if not parser.parse([paths.APP_NAME, *arguments]):
        print(parser.errorText(), file=sys.stderr)  # noqa: T201 - whoever wrote the call sees it
        return _WRONG_USAGE
    program = Program(application, Settings.load(paths.settings_file()))
    sys.excepthook = program.on_bug
    if parser.isSet("store"):
        program.window.open_path(Path(parser.value("store")))
    code = application.exec()
    program.finish()
    return code


class _Loader(QThread):
    """Loads the workspace and the store behind it while the window is already there.

    PySide6 puts a slower import of its own in the place of Python's. The modules loaded here do not use what it is for,
    and with Python's own they are there a quarter sooner.
    """

    def run(self) -> None:
        slow_import, builtins.__import__ = builtins.__import__, _plain_import
        try:
            importlib.import_module("kommune_desktop.ui.workspace")
        finally:
            builtins.__import__ = slow_import


class Program(QObject):
    """The window, in the language of the settings, and what it needs."""

    ready = Signal()

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._translators: list[QTranslator] = []
        application.setApplicationName(paths.APP_NAME)
        application.setApplicationVersion(__version__)
        font = application.font()
        font.setFamily(QFontInfo(font).family())
        application.setFont(font)  # A general name, like "Sans", would mean another one once charts bring theirs along.
        # Qt does not see the last window close while a dialog of progress is about to open; the window itself says it.
        application.setQuitOnLastWindowClosed(False)
        self._loader = _Loader(self)
        self._loader.finished.connect(self._attach)
        self.window = self._made_window()
        self.window.seen.connect(self._begin)
        # A window that starts as an icon is not painted.
        QTimer.singleShot(_UNSEEN_MS, self, self._begin)
        self.window.show()

    def _begin(self) -> None:
        """What the first sight of the window does not have to wait for."""
        if self._loader.isRunning() or self._loader.isFinished():
            return
        self._loader.start()
        self.window.complete()

    def _made_window(self) -> MainWindow:
        self._translate()
        window = MainWindow(self._settings, texts(self._settings.language))
        window.languageWanted.connect(self._on_language_wanted)
        window.closed.connect(self._on_window_closed)
        return window

    def _translate(self) -> None:
        language = self._settings.language
        QLocale.setDefault(QLocale(language))
        for translator in self._translators:
            self._application.removeTranslator(translator)
        own = paths.resources() / "translations" / f"kommune_{language}.qm"
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
        self._translators = []
        for source in (own, qt):
            translator = QTranslator(self)
            # The source texts are German and English, so one of the two files is missing in either language.
            if source.exists() and translator.load(str(source)):
                self._application.installTranslator(translator)
                self._translators.append(translator)

    def _attach(self) -> None:
        from kommune_desktop.ui.session import Session  # noqa: PLC0415 - the loader has brought them
        from kommune_desktop.ui.workspace import Workspace  # noqa: PLC0415

        session = Session(self.window.words, self.window)
        self.window.attach(session, Workspace(session, self._settings))
        gc.freeze()
        gc.enable()
        self.ready.emit()
        QTimer.singleShot(_AT_REST_MS, self, log.start)

    def _on_language_wanted(self, language: str) -> None:
        """Make the window anew in another language, with the same file open."""
        session = self.window.session
        path = session.path if session is not None and session.store is not None else None
        self._settings.language = language
        old = self.window
        self.window = self._made_window()
        self.window.show()
        old.close()
        self.window.complete()
        self.window.waiting = old.waiting
        old.deleteLater()
        if path is not None:
            self.window.open_path(path)
        if self._loader.isFinished():
            self._attach()

    def _on_window_closed(self) -> None:
        """End the program, unless the window has only made room for one in another language."""
        if self.sender() is self.window:
            self._application.quit()

    def finish(self) -> None:
        """Wait for what still runs beside the window; even a short visit leaves its line in the log."""
        log.start()
        self._loader.wait()

    def on_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a bug with its traceback and say so once; the program goes on."""
        if issubclass(kind, KeyboardInterrupt):
            self._application.quit()
            return
        log.start()
        _log.critical("bug", exc_info=(kind, error, trace))
        if self._application.activeModalWidget() is None:
            message = texts(self._settings.language)("cli.bug", path=paths.log_file())
            QMessageBox.critical(self.window, self.window.windowTitle(), message)
