"""The barest window there is; once it is painted, ``import sqlalchemy`` in the same process."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Watch(QObject):
    """Notes the first painting of the window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            print("painted", time.perf_counter())
            watched.removeEventFilter(self)
            QTimer.singleShot(0, QApplication.quit)
        return False


application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 720)
watch = Watch()
window.installEventFilter(watch)
window.show()
application.exec()

import sqlalchemy  # noqa: E402, F401 - this is what is measured

print("loaded", time.perf_counter())
