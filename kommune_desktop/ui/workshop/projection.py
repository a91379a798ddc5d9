"""What goes on the projector, and on which screen; the controls stay with the moderator."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kommune_desktop.ui.workshop.projector import Projector
from kommune_desktop.ui.workshop.scenes import Scene


class Projection(QObject):
    """Puts a window on a screen and keeps it up to date.

    Signals:
        changed: It began or ended, is black or dark now, or there are other screens.
        stepped: The next scene is wanted (1), or the one before (-1).
        lost: The screen that it was on is gone.
    """

    changed = Signal()
    stepped = Signal(int)
    lost = Signal()

    def __init__(self, window: QWidget) -> None:
        """``window``: the moderator's."""
        super().__init__(window)
        self._window = window
        self.projector: Projector | None = None
        self.is_black = self.is_dark = False
        self._scene = Scene()
        self._time = ""
        self._screen: QScreen | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)
            application.screenAdded.connect(self._on_screen_added)

    @property
    def is_on(self) -> bool:
        """Whether something is projected."""
        return self.projector is not None

    @staticmethod
    def screens() -> list[QScreen]:
        """All screens, the main one first."""
        return QGuiApplication.screens()

    def usual_screen(self) -> QScreen:
        """The first screen that the moderator's window is not on; that one where there is no other."""
        own = self._window.window().screen()
        return next((screen for screen in self.screens() if screen is not own), own)

    def begin(self, screen: QScreen) -> None:
        """Show the present scene on a screen."""
        self.end()
        self._screen = screen
        projector = Projector()
        projector.stepped.connect(self.stepped)
        projector.blackWanted.connect(self.toggle_black)
        projector.closed.connect(self.end)
        projector.show_dark(self.is_dark)
        projector.setScreen(screen)
        projector.setGeometry(screen.geometry())
        projector.show_scene(self._scene)
        projector.show_time(self._time)
        projector.showFullScreen()
        self.projector = projector
        if screen is not self._window.window().screen():
            self._window.window().activateWindow()  # the moderator goes on typing
        self.changed.emit()

    def end(self) -> None:
        """Take it away."""
        projector, self.projector = self.projector, None
        if projector is None:
            return
        self.is_black = False
        projector.hide()
        projector.deleteLater()
        self.changed.emit()

    def show_scene(self, scene: Scene) -> None:
        """Show another scene; one that is prepared while nothing is projected comes when it begins."""
        self._scene = scene
        if self.projector is not None:
            self.projector.show_scene(scene)

    def show_time(self, text: str) -> None:
        """Show how much time is left; an empty text shows none."""
        self._time = text
        if self.projector is not None:
            self.projector.show_time(text)

    def toggle_black(self) -> None:
        """Make the screen black, or bring the scene back."""
        if self.projector is not None:
            self.is_black = not self.is_black
            self.projector.show_black(self.is_black)
            self.changed.emit()

    def set_dark(self, is_dark: bool) -> None:
        """Light letters on a dark ground, or dark ones on white."""
        self.is_dark = is_dark
        if self.projector is not None:
            self.projector.show_dark(is_dark)

    def _on_screen_removed(self, screen: QScreen) -> None:
        """Nothing of it may jump onto the moderator's own screen."""
        if self.projector is not None and screen is self._screen:
            self.end()
            self.lost.emit()
        self.changed.emit()

    def _on_screen_added(self) -> None:
        self.changed.emit()
