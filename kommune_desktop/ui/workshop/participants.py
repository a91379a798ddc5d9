"""The dialog for who took part: a number of people for each group, and names only where somebody wants them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QSpinBox, QWidget

from kommune_desktop.core.round import Round
from kommune_desktop.core.workshop import Workshop
from kommune_desktop.core.workshop.model import MOST_PEOPLE
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import as_it_is
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import BodyText, Note

_LINES = 3


class ParticipantsDialog(Dialog):
    """Asks how many people of each group came."""

    def __init__(self, words: Texts, round_: Round, workshop: Workshop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Wer teilnimmt"))
        self.accept_button.setText(self.tr("Übernehmen"))
        self._words, self._workshop = words, workshop
        self.fields: dict[str, QSpinBox] = {}
        form = QFormLayout()
        form.setSpacing(style.GRID)
        for group in round_.groups:
            field = QSpinBox()
            field.setRange(0, MOST_PEOPLE)
            field.setValue(workshop.participants.get(group.id, 0))
            field.setMinimumHeight(style.CONTROL_HEIGHT)
            field.valueChanged.connect(self._count)
            self.fields[group.id] = field
            form.addRow(as_it_is(group.title.in_language(words.language)), field)
        self.total = BodyText()
        form.addRow(self.tr("Zusammen"), self.total)
        self.names = QPlainTextEdit(workshop.names)
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(self.names.fontMetrics().lineSpacing() * _LINES + 2 * style.GRID)
        form.addRow(self.tr("&Namen"), self.names)
        self.column.addLayout(form)
        self.column.addWidget(
            Note(self.tr("Namen sind nicht nötig. Was Sie hier eintragen, steht im Protokoll, sonst nirgends."))
        )
        self._count()

    def _count(self) -> None:
        total = sum(field.value() for field in self.fields.values())
        self.total.setText(self._words.count("count.people", total))

    def chosen(self) -> Workshop:
        """The workshop with what was entered."""
        people = {group_id: field.value() for group_id, field in self.fields.items() if field.value()}
        return replace(self._workshop, participants=people, names=self.names.toPlainText().strip())
