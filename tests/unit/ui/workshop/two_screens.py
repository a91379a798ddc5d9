"""A projection on a second screen, in a process of its own: Qt learns of its screens only when it starts.

Prints what became of each step as JSON.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from kommune_desktop.ui.workshop.projection import Projection
from kommune_desktop.ui.workshop.scenes import Scene

SCREENS = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": True,
    "screens": [
        {"name": name, "x": x, "y": 0, "width": width, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x, width in (("desk", 0, 1366), ("wall", 1366, 1024))
    ],
}
"""What Qt's platform without a screen is to have."""


def on_wall(projection: Projection) -> dict[str, object]:
    """What is projected now."""
    projector = projection.projector
    if projector is None:
        return {"is_on": False}
    return {
        "is_on": True,
        "screen": projector.screen().name(),
        "place": list(projector.geometry().getRect()),  # type: ignore[call-overload]  # four numbers
        "text": projector.text.text(),
    }


def main() -> None:
    application = QApplication(sys.argv)
    window = QWidget()
    window.setGeometry(100, 100, 800, 600)
    window.show()
    projection = Projection(window)
    projection.show_scene(Scene("1", "Wie steht es?"))
    lost: list[bool] = []
    projection.lost.connect(lambda: lost.append(projection.is_on))
    said: dict[str, object] = {"screens": [screen.name() for screen in projection.screens()]}
    wall = projection.usual_screen()
    projection.begin(wall)
    QCoreApplication.processEvents()
    said["begun"] = on_wall(projection)
    said["moderator_is_active"] = window.isActiveWindow()
    # As Qt tells it: the screen is still there, its windows not yet moved to the other one.
    application.screenRemoved.emit(next(screen for screen in projection.screens() if screen is not wall))
    said["other_removed"] = on_wall(projection)
    application.screenRemoved.emit(wall)
    QCoreApplication.processEvents()
    said["removed"] = on_wall(projection)
    said["on_when_lost"] = lost
    said["windows_left"] = [made.windowTitle() for made in application.topLevelWidgets() if made.isVisible()]
    projection.begin(wall)
    projection.show_scene(Scene("2", "Und nun?"))
    said["begun_again"] = on_wall(projection)
    projection.end()
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
