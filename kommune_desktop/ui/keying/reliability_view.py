"""How reliable the first keying was: error rates by batch, by question and, if that is wanted, by person."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kommune_desktop.core.verification import ErrorRate, Reliability
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import BodyText, Note
from kommune_desktop.ui.widgets.table import TextTable


class ReliabilityView(QWidget):
    """Shows the error rates of a round."""

    def __init__(self, words: Texts, *, shows_people: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shows_people = shows_people
        self.total = BodyText()
        self.batches = self._table(self.tr("Stapel"))
        self.questions = self._table(self.tr("Frage"))
        self.people = self._table(self.tr("Kürzel"))
        left = QVBoxLayout()
        left.addWidget(self.batches)
        left.addWidget(self.people)
        row = QHBoxLayout()
        row.setSpacing(2 * style.GRID)
        row.addLayout(left, 2)
        row.addWidget(self.questions, 3)
        column = QVBoxLayout(self)
        column.setSpacing(style.GRID)
        column.addWidget(self.total)
        column.addWidget(
            Note(
                self.tr("Falsch ist, was beim ersten Mal anders erfasst wurde, als es nach der Klärung am Papier gilt.")
            )
        )
        column.addLayout(row, 1)
        self.people.setVisible(shows_people)

    def _table(self, title: str) -> TextTable:
        titles = [title, self.tr("geprüft"), self.tr("abweichend"), self.tr("falsch"), self.tr("falsch je 1.000")]
        return TextTable(self.tr("Fehlerquote: {title}").format(title=title), titles, numbers=range(1, len(titles)))

    def show_figures(self, figures: Reliability) -> None:
        """Show the figures of a round; questions with the most errors come first."""
        words = self._words
        self.total.setText(self._total_text(figures.total))
        self.batches.show_rows(
            [
                self._cells(
                    self.tr("Stapel {number}").format(number=batch.number) if batch else self.tr("ohne Stapel"), rate
                )
                for batch, rate in figures.batches
            ]
        )
        worst_first = sorted(figures.questions, key=lambda pair: (-pair[1].wrong, -pair[1].differing))
        language = words.language
        self.questions.show_rows(
            [self._cells(question.label.in_language(language), rate) for question, rate in worst_first]
        )
        if self._shows_people:
            self.people.show_rows([self._cells(initials or "–", rate) for initials, rate in figures.people])

    def _total_text(self, rate: ErrorRate) -> str:
        words = self._words
        if rate.per_thousand is None:
            return self.tr("Noch ist kein Bogen ein zweites Mal zu Ende erfasst.")
        text = self.tr("{checked} geprüft, davon {wrong} falsch erfasst: {rate} je 1.000.").format(
            checked=words.count("count.answers", rate.checked),
            wrong=words.number(rate.wrong),
            rate=words.number(rate.per_thousand, 1),
        )
        if not rate.open:
            return text
        left = self.tr("Noch zu klären: {left}.").format(left=words.number(rate.open))
        return f"{text} {left}"

    def _cells(self, name: str, rate: ErrorRate) -> list[str]:
        words = self._words
        counts = [words.number(count) for count in (rate.checked, rate.differing, rate.wrong)]
        return [name, *counts, words.number(rate.per_thousand, 1) if rate.per_thousand is not None else "–"]
