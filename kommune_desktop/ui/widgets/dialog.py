"""The frame of a dialog: what it asks for, and below that the button that does it and the one that cancels."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from kommune_desktop.ui import style

_WIDTH = 560


class Dialog(QDialog):
    """As high as its content needs at its width. Where the screen has less room, the content scrolls.

    Attributes:
        column: Where the content goes.
        accept_button: Ends the dialog with what was entered; Enter presses it. The dialog gives it its verb.
    """

    def __init__(self, parent: QWidget | None = None, *, width: int = _WIDTH, height: int = 0) -> None:
        """``height``: what a content wants that has no height of its own, as tables and tabs have none."""
        super().__init__(parent)
        self._width, self._height = width, height
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(style.MARGIN, 2 * style.GRID, style.MARGIN, style.GRID)
        self.column.setSpacing(2 * style.GRID)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._content)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.setContentsMargins(style.MARGIN, 0, style.MARGIN, 2 * style.GRID)
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.accept_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._area, 1)

    def setVisible(self, visible: bool) -> None:
        if visible and not self.isVisible():
            self._take_in_buttons()
            self.fit()
        super().setVisible(visible)

    def _take_in_buttons(self) -> None:
        """Only now, so that the keyboard comes to them last."""
        self._whole.addWidget(self._buttons)
        # The button box has its say on the default when it comes into the dialog.
        self.accept_button.setDefault(True)

    def fit(self) -> None:
        """Take the height that the content needs now, within the screen."""
        screen = self.screen().availableGeometry()
        width = min(self._width, screen.width())
        self._content.ensurePolished()
        needed = self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else 0
        height = max(needed, self._content.minimumSizeHint().height()) + self._buttons.sizeHint().height() + style.GRID
        self.resize(QSize(width, min(max(height, self._height), screen.height() - 5 * style.GRID)))
