"""The dialog that asks which sheets of a batch are keyed a second time, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from kommune_desktop.core.batch import BatchSheets
from kommune_desktop.core.sheet import OUT_OF_USE, SheetState
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.dialogs.new_batch import initials_field
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import Complaint, Note

_SHARE = 10
"""A tenth of the sheets is offered as a sample."""


@dataclass(frozen=True)
class SecondKeyingWish:
    """What the dialog returns.

    Attributes:
        size: How many sheets are to be keyed a second time altogether.
        also_own: Whether sheets that the same person keyed first are among them.
    """

    size: int
    initials: str
    also_own: bool


class SecondKeyingDialog(Dialog):
    """Asks for all sheets or a random sample, the initials, and whether one may check oneself."""

    def __init__(self, words: Texts, laid: BatchSheets, initials: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Stapel {number} ein zweites Mal erfassen").format(number=laid.batch.number))
        self.accept_button.setText(self.tr("Zweites Mal erfassen"))
        self._words = words
        self._keyed = [s for s in laid.sheets if SheetState.KEYED in s.dates and s.state not in OUT_OF_USE]
        self._wanted = sum(sheet.is_second_wanted for sheet in self._keyed)
        total = len(self._keyed)
        self.all = QRadioButton(self.tr("&alle {total} erfassten Bögen").format(total=total))
        self.sample = QRadioButton(self.tr("eine &Stichprobe, zufällig gezogen:"))
        self.drawn = QSpinBox()
        self.drawn.setRange(max(self._wanted, 1), max(total, 1))
        self.drawn.setValue(self._wanted or max(-(-total // _SHARE), 1))
        self.drawn.setMinimumHeight(style.CONTROL_HEIGHT)
        self.drawn.setAccessibleName(self.tr("Größe der Stichprobe"))
        self.drawn.valueChanged.connect(self.sample.click)
        offered = self.sample if self.drawn.value() < total else self.all
        offered.setChecked(True)
        self.initials = initials_field(initials)
        self.also_own = QCheckBox(self.tr("auch Bögen, die ich &zuerst erfasst habe"))
        self.complaint = Complaint()
        self._build()
        self.initials.textChanged.connect(self._check)
        self.also_own.toggled.connect(self._check)
        self._check()
        (offered if initials else self.initials).setFocus()

    def _build(self) -> None:
        sample = QHBoxLayout()
        sample.addSpacing(style.MARGIN)
        sample.addWidget(self.drawn)
        sample.addWidget(QLabel(self.tr("von {total} Bögen").format(total=len(self._keyed))))
        sample.addStretch(1)
        form = QFormLayout()
        form.setSpacing(style.GRID)
        form.addRow(self.tr("Ihr &Kürzel"), self.initials)
        column = self.column
        column.addWidget(
            Note(
                self.tr(
                    "Das zweite Erfassen zeigt nicht, was beim ersten Mal eingegeben wurde. Danach sehen Sie, wo beide "
                    "voneinander abweichen, und klären das am Papier."
                )
            )
        )
        for widget in (self.all, self.sample):
            column.addWidget(widget)
        column.addLayout(sample)
        column.addLayout(form)
        column.addWidget(self.also_own)
        column.addWidget(self.complaint)

    def chosen(self) -> SecondKeyingWish:
        """What was entered."""
        size = len(self._keyed) if self.all.isChecked() else self.drawn.value()
        return SecondKeyingWish(size, self._initials(), self.also_own.isChecked())

    def _initials(self) -> str:
        return self.initials.text().strip()

    def _check(self) -> None:
        """Someone who has keyed all the sheets alone can't check them as someone else."""
        initials = self._initials()
        others = [sheet for sheet in self._keyed if sheet.keyed_by.casefold() != initials.casefold()]
        alone = not others and not self.also_own.isChecked()
        self.complaint.say(
            self.tr("Alle Bögen dieses Stapels haben Sie selbst zuerst erfasst.") if alone and initials else ""
        )
        self.accept_button.setEnabled(bool(initials) and not alone)
