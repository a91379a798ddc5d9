"""Short entries below each other, each with a field and a button that takes it away."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import button


@dataclass(frozen=True)
class Entry:
    """An entry: what tells it from the others, what stands before it, and its words."""

    key: Hashable
    title: str
    words: str


class EntryRows(QWidget):
    """The entries as they are; the fields stay while somebody types in them.

    Signals:
        edited: Key of an entry and its new words.
        removed: Key of an entry.
    """

    edited = Signal(object, str)
    removed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name``: what a screen reader calls each field."""
        super().__init__(parent)
        self._name = name
        self._rows: dict[Hashable, QWidget] = {}
        self.fields: dict[Hashable, QLineEdit] = {}
        self.buttons: dict[Hashable, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.GRID // 2)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        keys = [entry.key for entry in entries]
        for key in [key for key in self._rows if key not in keys]:
            self._take_away(key)
        for entry in entries:
            if entry.key not in self._rows:
                self._add(entry)
            elif self.fields[entry.key].text() != entry.words:
                self.fields[entry.key].setText(entry.words)

    def _add(self, entry: Entry) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.GRID)
        if entry.title:
            line.addWidget(QLabel(entry.title))
        field = QLineEdit(entry.words)
        field.setMinimumHeight(style.CONTROL_HEIGHT)
        field.setAccessibleName(f"{self._name} {entry.title}".strip())
        field.textEdited.connect(partial(self.edited.emit, entry.key))
        remove = button("", partial(self.removed.emit, entry.key), icon="x")
        remove.setToolTip(self.tr("Entfernen"))
        remove.setAccessibleName(self.tr("{name} entfernen").format(name=f"{self._name} {entry.title}".strip()))
        line.addWidget(field, 1)
        line.addWidget(remove)
        self._rows[entry.key], self.fields[entry.key], self.buttons[entry.key] = row, field, remove
        self._column.addWidget(row)

    def _take_away(self, key: Hashable) -> None:
        row = self._rows.pop(key)
        del self.fields[key], self.buttons[key]
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
