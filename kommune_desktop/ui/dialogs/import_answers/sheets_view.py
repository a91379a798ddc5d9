"""How the sheets of a file are numbered, which group they belong to, and what an empty cell means."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from kommune_desktop.core.round import Round
from kommune_desktop.intake.answers import Mapping
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import Note

_LONGEST_PREFIX = 40


class SheetsView(QWidget):
    """Asks for what holds for all rows.

    Signals:
        changed: The mapping as it is now.
    """

    changed = Signal(object)

    def __init__(self, words: Texts, round_: Round, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapping = Mapping("", "")
        self.group = QComboBox()
        self.group.setMinimumHeight(style.CONTROL_HEIGHT)
        self.group.addItem(self.tr("bitte wählen"), None)
        for group in round_.groups:
            self.group.addItem(group.title.in_language(words.language), group.id)
        self.group.activated.connect(self._on_changed)
        self.prefix = QLineEdit()
        self.prefix.setMinimumHeight(style.CONTROL_HEIGHT)
        self.prefix.setMaxLength(_LONGEST_PREFIX)
        self.prefix.textEdited.connect(self._on_changed)
        self.blank = QRadioButton(self.tr("Die Frage wurde gesehen und &leer gelassen"))
        self.not_entered = QRadioButton(self.tr("Die Antwort ist noch nicht &erfasst"))
        self.blank.toggled.connect(self._on_changed)
        self.group_note, self.number_note = Note(), Note()
        form = QFormLayout()
        form.setSpacing(style.GRID)
        form.addRow(self.tr("Gruppe aller &Bögen"), self.group)
        form.addRow("", self.group_note)
        form.addRow(self.tr("&Zusatz vor der Nummer"), self.prefix)
        form.addRow("", self.number_note)
        form.addRow(self.tr("Leere Zellen"), self.blank)
        form.addRow("", self.not_entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.GRID, style.GRID, style.GRID, style.GRID)
        column.addLayout(form)
        column.addStretch(1)

    def show_mapping(self, mapping: Mapping) -> None:
        """Show what holds now."""
        self._mapping = mapping
        self.group.setEnabled(mapping.group_column is None)
        self.group.setCurrentIndex(max(self.group.findData(mapping.group), 0))
        self.group_note.setText(
            self.tr("Für die ganze Datei. Steht die Gruppe in einer Spalte, ordnen Sie diese zu.")
            if mapping.group_column is None
            else self.tr("Die Gruppe steht in der Spalte „{column}“.").format(column=mapping.group_column)
        )
        if self.prefix.text().strip() != mapping.prefix:
            self.prefix.setText(mapping.prefix)
        self.number_note.setText(
            self.tr("Die Bögen bekommen die Nummer ihrer Zeile.")
            if mapping.sheet_column is None
            else self.tr("Die Nummer steht in der Spalte „{column}“.").format(column=mapping.sheet_column)
        )
        with QSignalBlocker(self.blank):
            (self.blank if mapping.blank_if_empty else self.not_entered).setChecked(True)

    def _on_changed(self) -> None:
        mapping = replace(
            self._mapping,
            group=self._mapping.group if self._mapping.group_column else self.group.currentData(),
            prefix=self.prefix.text().strip(),
            blank_if_empty=self.blank.isChecked(),
        )
        if mapping != self._mapping:
            self.show_mapping(mapping)
            self.changed.emit(mapping)
