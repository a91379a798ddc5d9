"""What each column means: a table of them, and below it the choices for the one that is selected."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.round import Round
from kommune_desktop.intake.answers import Coding, ColumnUse, Mapping, Role
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.table import TextTable
from kommune_desktop.workflow.importing import Source

NOTHING, SHEET, GROUP = "", "sheet", "group"
_LOWEST = 130
_SURE = 0.9
_LONGEST = 60


class ColumnsView(QWidget):
    """Shows a mapping by columns and lets the person change it.

    Signals:
        changed: The mapping as it is now.
    """

    changed = Signal(object)

    def __init__(self, words: Texts, round_: Round, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._round, self._columns = words, round_, source.columns
        self._examples = _examples(source)
        is_new = source.proposal is not None and source.remembered is None
        self._confidence = source.proposal.confidence if source.proposal and is_new else {}
        self._mapping = Mapping("", "")
        self.table = TextTable(
            self.tr("Spalten der Datei"), [self.tr("Spalte"), self.tr("Beispiel"), self.tr("Bedeutung"), ""], wide=2
        )
        self.table.selectionModel().selectionChanged.connect(self._show_choices)
        self.role = _combo()
        for data, text in self._roles().items():
            self.role.addItem(text, data)
        self.question = _combo()
        for question in round_.questionnaire.questions:
            number = round_.questionnaire.numbers[question.id]
            self.question.addItem(f"{number} {question.label.in_language(words.language)}", question.id)
        self.choice = _combo()
        self.coding = _combo()
        for coding, text in self._codings().items():
            self.coding.addItem(text, coding)
        self.for_all = button(self.tr("Für alle S&palten"), self._on_for_all_clicked)
        self.for_all.setAutoDefault(False)
        self._build()
        self.role.activated.connect(self._on_role_activated)
        for combo in (self.question, self.choice, self.coding):
            combo.activated.connect(self._on_detail_activated)

    def _build(self) -> None:
        coding = QHBoxLayout()
        coding.addWidget(self.coding, 1)
        coding.addWidget(self.for_all)
        form = QFormLayout()
        form.setSpacing(style.GRID)
        form.addRow(self.tr("&Bedeutung"), self.role)
        form.addRow(self.tr("&Frage"), self.question)
        form.addRow(self.tr("&Antwort"), self.choice)
        cells = QLabel(self.tr("&Zellen"))
        cells.setBuddy(self.coding)
        form.addRow(cells, coding)
        for combo, name in (
            (self.role, self.tr("Bedeutung der Spalte")),
            (self.question, self.tr("Frage der Spalte")),
            (self.choice, self.tr("Antwort, die angekreuzt ist")),
            (self.coding, self.tr("Was in den Zellen steht")),
        ):
            combo.setAccessibleName(name)
        self.table.setMinimumHeight(_LOWEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.GRID, style.GRID, style.GRID, style.GRID)
        column.setSpacing(style.GRID)
        column.addWidget(self.table, 1)
        column.addLayout(form)

    def _roles(self) -> dict[str, str]:
        return {
            NOTHING: self.tr("bleibt weg"),
            SHEET: self.tr("Nummer des Bogens"),
            GROUP: self.tr("Gruppe"),
            Role.ANSWER.value: self.tr("Antwort auf eine Frage"),
            Role.CHOICE.value: self.tr("eine von mehreren Antworten, angekreuzt oder nicht"),
            Role.COMMENT.value: self.tr("Bemerkung zu einer Frage"),
        }

    def _codings(self) -> dict[str, str]:
        return {
            Coding.VALUE.value: self.tr("Werte: auf einer Skala 0, 1, 2 … (auch A0, A1 …)"),
            Coding.PLACE.value: self.tr("Nummern wie gedruckt: 1, 2, 3 … (auch A1, AO01 …)"),
            Coding.LABEL.value: self.tr("die Antworten im Wortlaut"),
        }

    def show_mapping(self, mapping: Mapping) -> None:
        """Show a mapping; the same column stays selected."""
        self._mapping = mapping
        self.table.show_rows([self._cells(column) for column in self._columns])
        if self.table.chosen_row() is None and self._columns:
            self.table.selectRow(0)
        self._show_choices()

    def _cells(self, column: str) -> tuple[str, ...]:
        sure = self._confidence.get(column, 1.0) >= _SURE or self._mapping.use_of(column) is None
        return (
            _short(column),
            _short(self._examples.get(column, "")),
            self._meaning(column),
            "" if sure else self.tr("bitte prüfen"),
        )

    def _meaning(self, column: str) -> str:
        use = self._mapping.use_of(column)
        if use is None:
            return self._roles()[self._role_of(column)]
        question = self._round.questionnaire.question(use.question)
        language = self._words.language
        name = f"{self._round.questionnaire.numbers[question.id]} {question.label.in_language(language)}"
        if use.role is Role.COMMENT:
            return self.tr("Bemerkung zu {question}").format(question=name)
        chosen = next((choice for choice in question.choices if choice.value == use.choice), None)
        return f"{name}: {chosen.text.in_language(language)}" if use.role is Role.CHOICE and chosen else name

    def _role_of(self, column: str) -> str:
        if column == self._mapping.sheet_column:
            return SHEET
        if column == self._mapping.group_column:
            return GROUP
        use = self._mapping.use_of(column)
        return use.role.value if use else NOTHING

    def _chosen(self) -> str | None:
        row = self.table.chosen_row()
        return self._columns[row] if row is not None and row < len(self._columns) else None

    def _show_choices(self) -> None:
        """Show what the selected column means in the fields below."""
        column = self._chosen()
        if column is None:
            return
        use = self._mapping.use_of(column)
        self.role.setCurrentIndex(self.role.findData(self._role_of(column)))
        for widget in (self.question, self.choice, self.coding, self.for_all):
            widget.setEnabled(False)
        if use is None:
            return
        question = self._round.questionnaire.question(use.question)
        self.question.setEnabled(True)
        self.question.setCurrentIndex(self.question.findData(use.question))
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for choice in question.choices:
                self.choice.addItem(choice.text.in_language(self._words.language), choice.value)
        self.choice.setCurrentIndex(self.choice.findData(use.choice))
        self.choice.setEnabled(use.role is Role.CHOICE)
        self.coding.setCurrentIndex(self.coding.findData(use.coding.value))
        is_coded = use.role is Role.ANSWER and bool(question.choices)
        for widget in (self.coding, self.for_all):
            widget.setEnabled(is_coded)

    def _on_role_activated(self) -> None:
        column, role = self._chosen(), self.role.currentData()
        if column is None or role == self._role_of(column):
            return
        bare = self._mapping.with_use(column, None)
        if role == SHEET:
            self._change(replace(bare, sheet_column=column, prefix=""))
        elif role == GROUP:
            self._change(replace(bare, group_column=column, group=None))
        elif role == NOTHING:
            self._change(bare)
        else:
            use = self._mapping.use_of(column)
            question = self._round.questionnaire.question(use.question) if use else self._usual_question(Role(role))
            if question is not None:
                self._change(bare.with_use(column, self._use(column, question, Role(role))))

    def _usual_question(self, role: Role) -> Question | None:
        """The first question that has no column of this role yet."""
        taken = {use.question for use in self._mapping.uses if use.role in (role, Role.ANSWER)}
        wanted = [q for q in self._round.questions if role is not Role.CHOICE or q.kind is Kind.MULTI]
        return next(iter([*(q for q in wanted if q.id not in taken), *wanted]), None)

    def _use(self, column: str, question: Question, role: Role) -> ColumnUse:
        if role is Role.CHOICE and question.kind is not Kind.MULTI:
            question = self._usual_question(role) or question
        earlier = self._mapping.use_of(column)
        coding = earlier.coding if earlier else next((u.coding for u in self._mapping.uses), Coding.VALUE)
        choice = question.choices[0].value if role is Role.CHOICE and question.choices else None
        return ColumnUse(column, question.id, role, choice, coding)

    def _on_detail_activated(self) -> None:
        column = self._chosen()
        use = self._mapping.use_of(column) if column else None
        if column is None or use is None:
            return
        question = self._round.questionnaire.question(self.question.currentData())
        if question.id != use.question:
            new = self._use(column, question, use.role)
        elif use.role is Role.CHOICE:
            new = replace(use, choice=self.choice.currentData())
        else:
            new = replace(use, coding=Coding(self.coding.currentData()))
        self._change(self._mapping.with_use(column, new))

    def _on_for_all_clicked(self) -> None:
        """All columns with choices are written as the selected one."""
        coding = Coding(self.coding.currentData())
        uses = tuple(
            replace(use, coding=coding)
            if use.role is Role.ANSWER and self._round.questionnaire.question(use.question).choices
            else use
            for use in self._mapping.uses
        )
        self._change(replace(self._mapping, uses=uses))

    def _change(self, mapping: Mapping) -> None:
        self.show_mapping(mapping)
        self.changed.emit(mapping)


def _examples(source: Source) -> dict[str, str]:
    """The first cell of each column that is not empty."""
    return {
        column: next((row[place] for row in source.sample if place < len(row) and row[place].strip()), "")
        for place, column in enumerate(source.columns)
    }


def _combo() -> QComboBox:
    combo = QComboBox()
    combo.setMinimumHeight(style.CONTROL_HEIGHT)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(20)
    return combo


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
