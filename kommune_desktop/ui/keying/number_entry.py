"""Between two sheets: the number of the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText, Complaint, Note, SectionTitle

_NUMBER_WIDTH = 32 * style.GRID


class NumberEntry(QWidget):
    """Takes in the number of the next sheet.

    Signals:
        entered: What was typed or scanned.
        unnumberedWanted: The next sheet bears no number.
    """

    entered = Signal(str)
    unnumberedWanted = Signal()

    def __init__(self, *, sound: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sound = sound
        self.done = BodyText()
        self.number = QLineEdit()
        self.number.setFont(style.font(style.SECTION))
        self.number.setMinimumHeight(style.CONTROL_HEIGHT + style.GRID)
        self.number.setMaximumWidth(_NUMBER_WIDTH)
        self.number.setPlaceholderText("26-ZG-0042-7")
        self.number.returnPressed.connect(self._on_number_entered)
        title = SectionTitle(self.tr("Nächster Bogen"))
        label = QLabel(self.tr("&Nummer"))
        label.setBuddy(self.number)
        self.unnumbered = button(self.tr("Bogen ohne Nummer …"), self.unnumberedWanted.emit, icon="plus")
        line = QHBoxLayout()
        line.setSpacing(style.GRID)
        line.addWidget(label)
        line.addWidget(self.number, 1)
        line.addWidget(self.unnumbered)
        line.addStretch(1)
        self.complaint = Complaint()
        self.waiting = Note()
        note = Note(
            self.tr(
                "Es genügen die letzten Ziffern mit der Prüfziffer, für 26-ZG-0042-7 also 427. Ein Handscanner liest "
                "jeden QR-Code des Bogens."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * style.GRID, 0, 0)
        column.setSpacing(2 * style.GRID)
        column.addWidget(self.done)
        column.addWidget(title)
        column.addLayout(line)
        column.addWidget(self.complaint)
        column.addWidget(note)
        column.addWidget(self.waiting)
        column.addStretch(1)

    def start(self, done: str, waiting: str) -> None:
        """Wait for the next number.

        Args:
            done: What became of the sheet before.
            waiting: What there is still to do.
        """
        self.done.setText(done)
        self.done.setVisible(bool(done))
        self.waiting.setText(waiting)
        self.complaint.say("")
        self.number.clear()

    def focus(self) -> None:
        """Put the keyboard into the number."""
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, reason: str) -> None:
        """Say why a number was refused; it stays, selected, to be mended or overwritten."""
        if self._sound:
            QApplication.beep()
        self.complaint.say(reason)
        self.number.selectAll()

    def _on_number_entered(self) -> None:
        if self.number.text().strip():
            self.entered.emit(self.number.text())
