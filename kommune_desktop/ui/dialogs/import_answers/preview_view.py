"""What would come in: counts, the first sheets as they are understood, and what is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.round import Round
from kommune_desktop.core.wording import on_paper
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText
from kommune_desktop.ui.widgets.table import TextTable
from kommune_desktop.workflow.importing import Preview, ShownSheet

_LOWEST = 150
_MOST_COLUMNS = 6
_LONGEST = 60


class PreviewView(QWidget):
    """Shows a preview, or its problems."""

    def __init__(self, words: Texts, round_: Round, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._round = words, round_
        self._first: list[ShownSheet] = []
        self.state = BodyText()
        self.note = BodyText()
        self.sheets = TextTable(
            self.tr("Die ersten Bögen"),
            [self.tr("Zeile"), self.tr("Bogen"), self.tr("Gruppe"), self.tr("Antworten")],
            wide=2,
            numbers=(0, 3),
        )
        self.sheets.selectionModel().selectionChanged.connect(self._show_answers)
        self.answers = TextTable(
            self.tr("Antworten des Bogens"),
            [self.tr("Nr."), self.tr("Frage"), self.tr("Antwort")],
            wide=2,
            numbers=(0,),
        )
        self.answers.setWordWrap(False)
        self.problems = QPlainTextEdit()
        self.problems.setReadOnly(True)
        self.problems.setTabChangesFocus(True)
        self.problems.setAccessibleName(self.tr("Was zu berichtigen ist"))
        self.copy = button(self.tr("Liste &kopieren"), self._on_copy_clicked)
        self.copy.setAutoDefault(False)
        self._pages = QStackedWidget()
        self._build()

    def _build(self) -> None:
        tables, faults = QWidget(), QWidget()
        row = QHBoxLayout(tables)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sheets, 2)
        row.addWidget(self.answers, 3)
        below = QVBoxLayout(faults)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.problems, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        below.addLayout(buttons)
        self._pages.addWidget(tables)
        self._pages.addWidget(faults)
        self._pages.setMinimumHeight(_LOWEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.GRID, style.GRID, style.GRID, style.GRID)
        column.setSpacing(style.GRID)
        column.addWidget(self.state)
        column.addWidget(self.note)
        column.addWidget(self._pages, 1)
        self.note.hide()

    def show_waiting(self) -> None:
        """Say that what is shown is about to be another."""
        self.state.setText(self.tr("Die Datei wird geprüft …"))

    def show_preview(self, preview: Preview) -> None:
        """Show what would come in, or what is wrong."""
        self._say_note(preview)
        if preview.problems:
            # The sentence of the whole is the window's own; the lines below it are those of every import.
            lines = self._words.error_lines(UserError("import.empty", path="", problems=tuple(preview.problems)))[1:]
            self._show_problems(self._fault_text(preview), lines)
            return
        self.state.setText(self._count_text(preview))
        self._first = list(preview.first)
        self.sheets.show_rows([self._sheet_cells(sheet) for sheet in self._first])
        if self._first:
            self.sheets.selectRow(0)
        self._show_answers()
        self._pages.setCurrentIndex(0)

    def show_error(self, error: UserError) -> None:
        """Say why there is no preview."""
        self.note.hide()
        first, *others = self._words.error_lines(error)
        self._show_problems(self.tr("Aus dieser Datei kann nichts übernommen werden."), [first, *others])

    def _show_problems(self, state: str, lines: list[str]) -> None:
        self.state.setText(state)
        self.problems.setPlainText("\n".join(lines))
        self._pages.setCurrentIndex(1)

    def _fault_text(self, preview: Preview) -> str:
        if not preview.bad_rows:
            return self.tr("Noch ist nicht klar, was die Spalten bedeuten:")
        if preview.bad_rows == 1:
            return self.tr("Es wird nichts übernommen, solange 1 Zeile zu berichtigen ist:")
        return self.tr("Es wird nichts übernommen, solange {rows} Zeilen zu berichtigen sind:").format(
            rows=self._words.number(preview.bad_rows)
        )

    def _count_text(self, preview: Preview) -> str:
        sheets = sum(preview.sheets.values())
        if not sheets:
            return self.tr("Die Datei enthält keine Antworten.")
        groups = [
            f"{group.title.in_language(self._words.language)} {self._words.number(preview.sheets[group.id])}"
            for group in self._round.groups
            if preview.sheets[group.id]
        ]
        return self.tr("{sheets} mit {answers} lassen sich übernehmen: {groups}.").format(
            sheets=self._words.count("count.sheets", sheets),
            answers=self._words.count("count.answers", preview.answers),
            groups=", ".join(groups),
        )

    def _say_note(self, preview: Preview) -> None:
        parts = []
        if preview.empty_rows == 1:
            parts.append(self.tr("1 Zeile ohne jede Antwort bleibt weg."))
        elif preview.empty_rows:
            rows = self._words.number(preview.empty_rows)
            parts.append(self.tr("{rows} Zeilen ohne jede Antwort bleiben weg.").format(rows=rows))
        if preview.unmapped:
            names = list(preview.unmapped[:_MOST_COLUMNS])
            if len(preview.unmapped) > _MOST_COLUMNS:
                names.append("…")
            number = self._words.number(len(preview.unmapped))
            parts.append(
                self.tr("Spalten ohne Bedeutung ({number}): {names}").format(number=number, names=", ".join(names))
            )
        self.note.setText(" ".join(parts))
        self.note.setVisible(bool(parts))

    def _sheet_cells(self, sheet: ShownSheet) -> tuple[str, ...]:
        group = self._round.group(sheet.group_id).title.in_language(self._words.language)
        return str(sheet.row), sheet.number, group, str(len(sheet.answers))

    def _show_answers(self) -> None:
        """Show the answers of the chosen sheet."""
        row = self.sheets.chosen_row()
        if row is None or row >= len(self._first):
            self.answers.show_rows([])
            return
        sheet = self._first[row]
        numbers = self._round.questionnaire.numbers
        self.answers.show_rows(
            [
                (
                    str(numbers[question.id]),
                    question.label.in_language(self._words.language),
                    self._answer_text(question, answer),
                )
                for question in self._round.questions
                if (answer := sheet.answers.get(question.id)) is not None
            ]
        )

    def _answer_text(self, question: Question, answer: Answer) -> str:
        text = _short(on_paper(question, answer, self._words))
        return f"{text} – „{_short(answer.comment)}“" if answer.comment else text

    def _on_copy_clicked(self) -> None:
        QApplication.clipboard().setText(self.problems.toPlainText())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
