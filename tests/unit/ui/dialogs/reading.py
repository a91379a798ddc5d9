"""Whether all that a dialog says can be read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from kommune_desktop.ui.widgets.dialog import Dialog


def squeeze(dialog: Dialog, width: int, height: int) -> None:
    """Give a dialog another size, as a small screen does, and let it settle."""
    dialog.resize(width, height)
    QCoreApplication.processEvents()
    assert (dialog.width(), dialog.height()) == (width, height), "it does not become so small"


def cut_texts(dialog: QWidget) -> list[str]:
    """Texts of labels and buttons that have less room than their words need."""
    cut = []
    for label in dialog.findChildren(QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        is_narrow = not label.wordWrap() and label.width() < label.sizeHint().width()
        if label.isVisibleTo(dialog) and (label.height() < needed or is_narrow):
            cut.append(label.text())
    buttons = [button for button in dialog.findChildren(QAbstractButton) if button.isVisibleTo(dialog)]
    return cut + [made.text() for made in buttons if made.text() and made.width() < made.minimumSizeHint().width()]


def hidden_sideways(dialog: Dialog) -> int:
    """How many pixels of the content lie beyond its right side."""
    return max(area.horizontalScrollBar().maximum() for area in dialog.findChildren(QScrollArea))


def hidden_below(dialog: Dialog) -> int:
    """How many pixels of the content are reached by scrolling alone."""
    return max(area.verticalScrollBar().maximum() for area in dialog.findChildren(QScrollArea))
