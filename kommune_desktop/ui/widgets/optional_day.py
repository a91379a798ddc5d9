"""A day that may be left out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QWidget

from kommune_desktop.ui import style


class _DayEdit(QDateEdit):
    """Tab leads on to the next field; Qt's own leads from day to month to year first, where the arrows lead as well."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's signature
        return QWidget.focusNextPrevChild(self, next)


class OptionalDay(QObject):
    """A tick and, where it is set, a day: the two fields of a form's row.

    Signals:
        changed: Another day, or none any more.
    """

    changed = Signal()

    def __init__(self, title: str, day: date | None, usual: date) -> None:
        """``title``: with its mnemonic; ``usual``: the day that is offered first."""
        super().__init__()
        self.box = QCheckBox(title)
        self.box.setChecked(day is not None)
        shown = day or usual
        self.edit = _DayEdit(QDate(shown.year, shown.month, shown.day))
        self.edit.setCalendarPopup(True)
        self.edit.setDisplayFormat("dd.MM.yyyy")
        self.edit.setMinimumHeight(style.CONTROL_HEIGHT)
        self.edit.setAccessibleName(title.replace("&", ""))
        self.edit.setEnabled(self.box.isChecked())
        self.box.toggled.connect(self.edit.setEnabled)
        self.box.toggled.connect(self.changed)
        self.edit.dateChanged.connect(self.changed)

    def show_day(self, day: date | None) -> None:
        """Show another day, or none."""
        if day is not None:
            self.edit.setDate(QDate(day.year, day.month, day.day))
        self.box.setChecked(day is not None)

    @property
    def day(self) -> date | None:
        """The day; ``None`` without the tick."""
        chosen = self.edit.date()
        return date(chosen.year(), chosen.month(), chosen.day()) if self.box.isChecked() else None
