"""The settings for keying: keys, advance, sound, and what is shown of people."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from kommune_desktop.core.keying import KeyMap
from kommune_desktop.errors import UserError
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.dialogs.new_batch import initials_field
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import Complaint, Note, Strong

_KEY_WIDTH = 6 * style.GRID


@dataclass(frozen=True)
class KeyingSettings:
    """What the dialog returns."""

    keys: dict[str, str]
    moves_on: bool
    sound: bool
    shows_people: bool
    initials: str


class KeyingSettingsDialog(Dialog):
    """Asks how keying is to be; keys that can't be chosen are refused with the reason."""

    def __init__(self, words: Texts, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Einstellungen zum Erfassen"))
        self.accept_button.setText(self.tr("Übernehmen"))
        self._words = words
        states = KeyMap.chosen(settings.keys).states
        self.keys = {state.value: QLineEdit(key) for key, state in states.items()}
        self.moves_on = QCheckBox(self.tr("nach jeder Antwort &von selbst zur nächsten Frage"))
        self.moves_on.setChecked(settings.moves_on)
        self.sound = QCheckBox(self.tr("&Ton bei einer Taste, die nicht gilt"))
        self.sound.setChecked(settings.sound)
        self.shows_people = QCheckBox(self.tr("Fehlerquote nach &Personen (Kürzel) zeigen"))
        self.shows_people.setChecked(settings.shows_people)
        self.initials = initials_field(settings.initials)
        self.complaint = Complaint()
        self._build()
        self._check()

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(style.GRID)
        for name, field in self.keys.items():
            field.setMaxLength(1)
            field.setMaximumWidth(_KEY_WIDTH)
            field.setMinimumHeight(style.CONTROL_HEIGHT)
            field.textChanged.connect(self._check)
            form.addRow(self._words(f"state.{name}"), field)
        column = self.column
        column.addWidget(Strong(self.tr("Tasten")))
        column.addLayout(form)
        column.addWidget(
            Note(self.tr("Auf den gedruckten Bögen stehen die üblichen Tasten 8, 9, Komma und Schrägstrich."))
        )
        who = QFormLayout()
        who.setSpacing(style.GRID)
        who.addRow(self.tr("Ihr &Kürzel"), self.initials)
        column.addLayout(who)
        column.addWidget(self.moves_on)
        column.addWidget(self.sound)
        column.addWidget(self.shows_people)
        column.addWidget(
            Note(
                self.tr(
                    "Auswertungen, die sich auf einzelne Beschäftigte beziehen, unterliegen in der Regel der "
                    "Mitbestimmung. Klären Sie das mit dem Personalrat, bevor Sie diese einschalten."
                )
            )
        )
        column.addWidget(self.complaint)

    def chosen(self) -> KeyingSettings:
        """What was entered."""
        return KeyingSettings(
            self._chosen_keys(),
            self.moves_on.isChecked(),
            self.sound.isChecked(),
            self.shows_people.isChecked(),
            self.initials.text().strip(),
        )

    def _chosen_keys(self) -> dict[str, str]:
        return {name: field.text().lower() for name, field in self.keys.items()}

    def _check(self) -> None:
        reason = ""
        try:
            KeyMap(**self._chosen_keys()).check()
        except UserError as error:
            reason = self._words.error(error)
        self.complaint.say(reason)
        self.accept_button.setEnabled(not reason)
