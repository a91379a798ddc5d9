"""What became of the measures of the round before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kommune_desktop.core.outcome import Outcome
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
        self.table.show_rows([row for outcome in outcomes for row in self._rows(round_, outcome)])

    def _rows(self, round_: Round, outcome: Outcome) -> Iterator[list[str]]:
        words, numbers = self._words, round_.questionnaire.numbers
        named = [outcome.measure.title, words(f"measure_status.{outcome.measure.status.value}")]
        if not outcome.changes:
            yield [*named, "–", "–", "–", "–"]
        for question, change in outcome.changes:
            yield [
                *named,
                f"{numbers[question.id]} {question.label.in_language(words.language)}",
                words.points(change.before if change else None),
                words.points(change.now if change else None),
                words.change(change.points if change else None),
            ]
