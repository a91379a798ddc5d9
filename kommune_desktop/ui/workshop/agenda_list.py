"""The agenda as the moderator has it at the side: each question, and how its talk ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kommune_desktop.core.consensus import ConsensusState
from kommune_desktop.core.round import Round
from kommune_desktop.core.workshop import AgendaItem
from kommune_desktop.texts import Texts
from kommune_desktop.ui import icons

_WIDTH = 232
_ICONS = {
    ConsensusState.OPEN: "message-square",
    ConsensusState.REACHED: "check",
    ConsensusState.NOT_REACHED: "circle-alert",
}


class AgendaList(QListWidget):
    """A row for each question. Only a person's choice is told by ``currentRowChanged``."""

    def __init__(self, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setFixedWidth(_WIDTH)
        self.setWordWrap(True)
        self.setAccessibleName(self.tr("Tagesordnung"))

    def show_agenda(self, round_: Round, agenda: Sequence[AgendaItem], question_id: str) -> None:
        """Show the questions as they stand, with one of them chosen."""
        self.blockSignals(True)
        while self.count() > len(agenda):
            self.takeItem(self.count() - 1)
        while self.count() < len(agenda):
            self.addItem(QListWidgetItem())
        for row, item in enumerate(agenda):
            entry, state = self.item(row), item.consensus.state
            entry.setText(self._text(round_, item))
            entry.setIcon(icons.icon(_ICONS[state]))
        ids = [item.question_id for item in agenda]
        if question_id in ids:
            self.setCurrentRow(ids.index(question_id))
        self.blockSignals(False)

    def _text(self, round_: Round, item: AgendaItem) -> str:
        question, state = round_.questionnaire.question(item.question_id), item.consensus.state
        label = f"{round_.questionnaire.numbers[question.id]} {question.label.in_language(self._words.language)}"
        if state is ConsensusState.OPEN:
            return label
        return f"{label} – {self._words(f'consensus.state.{state.value}')}"
