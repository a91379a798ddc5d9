"""Which measures are to be seen, and how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QWidget

from kommune_desktop.core.measure import MeasureStatus
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.measures.measure_table import Wanted

TABLE, BOARD, TIMELINE, OUTCOMES = range(4)
_OPEN = "open"
_OFFICE_LETTERS = 16


class FilterBar(QWidget):
    """Status, office, words; and whether as a table, on a board, over time, or what became of the last ones.

    Signals:
        changed: Other measures are to be seen.
        viewChosen: ``TABLE``, ``BOARD``, ``TIMELINE`` or ``OUTCOMES``.
    """

    changed = Signal()
    viewChosen = Signal(int)

    def __init__(self, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status, self.office, self.line = QComboBox(), QComboBox(), QLineEdit()
        self.status.addItem(self.tr("alle"), None)
        self.status.addItem(self.tr("offene"), _OPEN)
        for status in MeasureStatus:
            self.status.addItem(words(f"measure_status.{status.value}"), status)
        self.office.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.office.setMinimumContentsLength(_OFFICE_LETTERS)
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(self.tr("Wörter aus Titel, Ziel, Stelle oder Handlungsfeld"))
        self.status.activated.connect(self.changed)
        self.office.activated.connect(self.changed)
        self.line.textChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GRID)
        for title, field in (
            (self.tr("S&tand"), self.status),
            (self.tr("Zu&ständig"), self.office),
            (self.tr("Su&chen"), self.line),
        ):
            label = QLabel(title)
            label.setBuddy(field)
            field.setMinimumHeight(style.CONTROL_HEIGHT)
            row.addWidget(label)
            row.addWidget(field, 1 if field is self.line else 0)
        self.views = QButtonGroup(self)
        titles = (self.tr("Tabe&lle"), self.tr("Ta&fel"), self.tr("&Zeitplan"), self.tr("Was &wurde daraus?"))
        for view, title in enumerate(titles):
            choice = QRadioButton(title)
            self.views.addButton(choice, view)
            row.addWidget(choice)
        self.views.button(TABLE).setChecked(True)
        self.offer_outcomes(False)
        self.views.idClicked.connect(self.viewChosen)

    def offer(self, offices: Sequence[str]) -> None:
        """Offer these offices; the one that was chosen stays so, as far as it is there."""
        chosen = self.office.currentData()
        self.office.clear()
        self.office.addItem(self.tr("alle"), "")
        for office in offices:
            self.office.addItem(office, office)
        self.office.setCurrentIndex(max(self.office.findData(chosen), 0))

    def offer_outcomes(self, are_there: bool) -> None:
        """Offer what became of the measures of the round before, where there were any."""
        choice = self.views.button(OUTCOMES)
        choice.setVisible(are_there)
        if choice.isChecked() and not are_there:
            self.views.button(TABLE).click()

    def wanted(self) -> Wanted:
        """Which measures are to be seen."""
        status = self.status.currentData()
        return Wanted(
            MeasureStatus(status) if status not in (None, _OPEN) else None,
            status == _OPEN,
            self.office.currentData() or "",
            tuple(self.line.text().casefold().split()),
        )
