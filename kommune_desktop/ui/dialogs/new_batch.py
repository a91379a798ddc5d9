"""The dialog for a new batch, and for going on with one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFormLayout, QInputDialog, QLineEdit, QSpinBox, QWidget

from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import Note

LONGEST_INITIALS = 8
_MOST = 9999


def initials_field(initials: str) -> QLineEdit:
    """Takes in the initials of the person who keys."""
    field = QLineEdit(initials)
    field.setMaxLength(LONGEST_INITIALS)
    field.setMinimumHeight(style.CONTROL_HEIGHT)
    field.textEdited.connect(partial(_in_capitals, field))
    return field


def _in_capitals(field: QLineEdit, typed: str) -> None:
    """Nobody becomes a second person by another way to write the same initials."""
    place = field.cursorPosition()
    field.setText(typed.upper())
    field.setCursorPosition(place)


def ask_initials(parent: QWidget) -> str | None:
    """The initials of the person who goes on with a batch; ``None`` when the person gives up."""
    text, given = QInputDialog.getText(
        parent,
        QCoreApplication.translate("initials", "Stapel weiter erfassen"),
        QCoreApplication.translate("initials", "Ihr Kürzel"),
    )
    initials = text.strip().upper()[:LONGEST_INITIALS]
    return initials if given and initials else None


@dataclass(frozen=True)
class NewBatch:
    """What the dialog returns."""

    expected: int
    initials: str


class NewBatchDialog(Dialog):
    """Asks how many sheets lie on the desk, and who keys."""

    def __init__(self, initials: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Neuer Stapel"))
        self.accept_button.setText(self.tr("Stapel anlegen"))
        self.expected = QSpinBox()
        self.expected.setRange(0, _MOST)
        self.expected.setSpecialValueText(self.tr("nicht gezählt"))
        self.expected.setMinimumHeight(style.CONTROL_HEIGHT)
        self.expected.selectAll()  # Else what is typed would stand behind "not counted", and that is no number.
        self.initials = initials_field(initials)
        self.initials.textChanged.connect(self._check)
        form = QFormLayout()
        form.setSpacing(style.GRID)
        form.addRow(self.tr("&Anzahl der Bögen"), self.expected)
        form.addRow(self.tr("Ihr &Kürzel"), self.initials)
        column = self.column
        column.addLayout(form)
        column.addWidget(
            Note(
                self.tr(
                    "Haben Sie die Bögen gezählt, sagt das Programm, ob am Ende einer fehlt. Das Kürzel sorgt dafür, "
                    "dass das zweite Erfassen jemand anderes übernimmt. Nach Personen ausgewertet wird nur, wenn das "
                    "in den Einstellungen eingeschaltet ist."
                )
            )
        )
        self._check()

    def chosen(self) -> NewBatch:
        """What was entered."""
        return NewBatch(self.expected.value(), self.initials.text().strip())

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(self.initials.text().strip()))
