"""What became of the measures of the round before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kommune_desktop.core.outcome import Outcome, outcome_rows
from kommune_desktop.core.round import Round
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import Note, SectionTitle
from kommune_desktop.ui.widgets.table import TextTable

_QUESTION = 2
_NUMBERS = (3, 4, 5)


class OutcomesView(QWidget):
    """Each measure with its questions, then and now."""

    def __init__(self, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.title = SectionTitle()
        keys = ("measures.measure", "measures.status", "word.question", "measures.then", "measures.now", "word.change")
        titles = [words(key) for key in keys]
        self.table = TextTable(self.tr("Was aus den Maßnahmen wurde"), titles, wide=_QUESTION, numbers=_NUMBERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GRID)
        column.addWidget(self.title)
        column.addWidget(Note(words("measures.outcomes_note")))
        column.addWidget(self.table, 1)

    def show_outcomes(self, round_: Round, before: str, outcomes: Sequence[Outcome]) -> None:
        """Show what became of the measures of a round; ``before``: its title."""
        self.title.setText(self._words("measures.outcomes", round=before))
        rows = [row for one in outcomes for row in outcome_rows(one, round_.questionnaire, self._words)]
        self.table.show_rows(rows)
