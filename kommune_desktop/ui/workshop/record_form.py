"""What the workshop says about a question: consensus, reason, dissent, needs, ideas, and the moderator's own notes."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.workshop import AgendaItem
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import as_it_is, button
from kommune_desktop.ui.widgets.labels import Note, Strong
from kommune_desktop.ui.widgets.lines import set_quietly, text_edit
from kommune_desktop.ui.workshop.book import WorkshopBook
from kommune_desktop.ui.workshop.entry_rows import Entry, EntryRows

_COLUMNS = 2
_Answer = tuple[ConsensusState, int | None]


class RecordForm(QWidget):
    """Records a question of the agenda; every change is saved at once."""

    def __init__(self, book: WorkshopBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.session = book.session
        self._question_id = ""
        self._begun_needs: dict[str, str] = {}
        self.answers: dict[_Answer, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(style.GRID)
        self._open = self._answer_button(self.tr("noch offen"), (ConsensusState.OPEN, None))
        self._grid.addWidget(self._open)
        self.reason = text_edit(self.tr("Begründung"))
        self.dissents = EntryRows(self.tr("Abweichende Sicht"))
        self.dissent_menu = QMenu(self)
        self.needs = EntryRows(self.tr("Bedarf"))
        self.new_need = QLineEdit()
        self.ideas = text_edit(self.tr("Ideen, eine je Zeile"))
        self.notes = text_edit(self.tr("Eigene Notizen"))
        self._build()
        book.changed.connect(self.show_record)
        self.session.roundChanged.connect(self._on_round_changed)

    def _build(self) -> None:
        self.dissent_button = button(self.tr("&Gruppe hinzufügen"), icon="plus")
        self.dissent_button.setMenu(self.dissent_menu)
        self.dissent_menu.aboutToShow.connect(self._fill_groups)
        self.add_need_button = button(self.tr("B&edarf hinzufügen"), self._on_need_entered, icon="plus")
        self.new_need.setMinimumHeight(style.CONTROL_HEIGHT)
        self.new_need.setPlaceholderText(self.tr("Was wird gebraucht? Mit der Eingabetaste hinzufügen"))
        self.new_need.setAccessibleName(self.tr("Neuer Bedarf"))
        self.new_need.returnPressed.connect(self._on_need_entered)
        self.reason.textChanged.connect(self._on_reason_changed)
        self.ideas.textChanged.connect(partial(self._on_words_changed, "ideas", self.ideas))
        self.notes.textChanged.connect(partial(self._on_words_changed, "notes", self.notes))
        self.dissents.edited.connect(self._on_dissent_edited)
        self.dissents.removed.connect(self._on_dissent_removed)
        self.needs.edited.connect(self._on_need_edited)
        self.needs.removed.connect(self._on_need_removed)
        need_row = QHBoxLayout()
        need_row.setSpacing(style.GRID)
        need_row.addWidget(self.new_need, 1)
        need_row.addWidget(self.add_need_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GRID)
        column.addWidget(Strong(self.tr("Worauf einigt sich die Runde?")))
        column.addLayout(self._grid)
        column.addWidget(Strong(self.tr("Begründung")))
        column.addWidget(self.reason)
        column.addWidget(Strong(self.tr("Wer sieht es anders?")))
        column.addWidget(self.dissents)
        column.addWidget(self.dissent_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Strong(self.tr("Bedarfe")))
        column.addWidget(self.needs)
        column.addLayout(need_row)
        column.addWidget(Strong(self.tr("Ideen, eine je Zeile")))
        column.addWidget(self.ideas)
        column.addWidget(Strong(self.tr("Eigene Notizen")))
        column.addWidget(Note(self.tr("Sie stehen in keinem Protokoll und nie auf dem Beamer.")))
        column.addWidget(self.notes)

    def _on_round_changed(self) -> None:
        self._begun_needs.clear()
        self.new_need.clear()

    # What is shown -----------------------------------------------------------------------------------------------

    def show_question(self, question_id: str) -> None:
        """Show the record of another question."""
        self._begun_needs[self._question_id] = self.new_need.text()
        self._question_id = question_id
        self.new_need.setText(self._begun_needs.pop(question_id, ""))
        self._make_answers(question_id)
        self.show_record()

    def _make_answers(self, question_id: str) -> None:
        """A button for each choice, one for none of them, one for not yet; the last one is there for all questions."""
        for old in self.answers.values():
            if old is not self._open:
                self._group.removeButton(old)
                self._grid.removeWidget(old)
                old.hide()
                old.deleteLater()
        words = self.session.words
        question = self.session.current_round.questionnaire.question(question_id)
        choices = () if question.kind is Kind.MULTI else question.choices
        titles: dict[_Answer, str] = {
            (ConsensusState.REACHED, choice.value): choice.text.in_language(words.language) for choice in choices
        }
        if not titles:
            titles[ConsensusState.REACHED, None] = self.tr("Einigung (siehe Begründung)")
        titles[ConsensusState.NOT_REACHED, None] = words("consensus.state.not_reached")
        self.answers = {answer: self._answer_button(title, answer) for answer, title in titles.items()}
        self.answers[ConsensusState.OPEN, None] = self._open
        rows = math.ceil(len(self.answers) / _COLUMNS)
        for place, made in enumerate(self.answers.values()):
            self._grid.addWidget(made, place % rows, place // rows)  # the arrow down leads to the next one
            if made is not self._open:
                # What comes into a window late would else be the last that the keyboard comes to.
                self.setTabOrder(self._open, made)

    def _answer_button(self, title: str, answer: _Answer) -> QRadioButton:
        made = QRadioButton(as_it_is(title))
        made.setMinimumHeight(3 * style.GRID)
        made.clicked.connect(partial(self._on_answer_clicked, answer))
        self._group.addButton(made)
        return made

    def show_record(self) -> None:
        """Show what is recorded."""
        item = self._item()
        if item is None:
            return
        agreed = item.consensus
        for answer, made in self.answers.items():
            is_chosen = answer == (agreed.state, agreed.value)
            if is_chosen:
                made.setChecked(True)
            # Tab comes to the chosen one alone; Qt sees to that only where the choice changes in front of a person.
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)
        set_quietly(self.reason, agreed.reason)
        set_quietly(self.ideas, item.ideas)
        set_quietly(self.notes, item.notes)
        self.dissents.show_entries([Entry(d.group_id, self._group_title(d.group_id), d.words) for d in agreed.dissents])
        needs = self.book.workshop.needs_of(item.question_id)
        self.needs.show_entries([Entry(need.id, "", need.words) for need in needs])

    def _group_title(self, group_id: str) -> str:
        return self.session.current_round.group(group_id).title.in_language(self.session.words.language)

    def _item(self) -> AgendaItem | None:
        return self.book.workshop.item(self._question_id)

    # What is recorded --------------------------------------------------------------------------------------------

    def _save(self, item: AgendaItem, typing: str = "") -> None:
        self.book.change(self.book.workshop.with_item(item), typing=f"{typing} {item.question_id}" if typing else "")

    def _save_consensus(self, consensus: Consensus, typing: str = "") -> None:
        item = self._item()
        if item is not None:
            self._save(replace(item, consensus=consensus), typing)

    def _on_answer_clicked(self, answer: _Answer) -> None:
        item = self._item()
        if item is not None:
            self._save_consensus(replace(item.consensus, state=answer[0], value=answer[1]))

    def _on_reason_changed(self) -> None:
        item = self._item()
        if item is not None:
            self._save_consensus(replace(item.consensus, reason=self.reason.toPlainText()), "reason")

    def _on_words_changed(self, field: str, edit: QPlainTextEdit) -> None:
        item = self._item()
        if item is not None:
            words = edit.toPlainText()
            self._save(replace(item, ideas=words) if field == "ideas" else replace(item, notes=words), field)

    def _fill_groups(self) -> None:
        item = self._item()
        self.dissent_menu.clear()
        named = {dissent.group_id for dissent in item.consensus.dissents} if item else set()
        for group in self.session.current_round.groups:
            if group.id not in named:
                action = self.dissent_menu.addAction(as_it_is(self._group_title(group.id)))
                action.triggered.connect(partial(self._on_group_chosen, group.id))

    def _on_group_chosen(self, group_id: str) -> None:
        item = self._item()
        if item is not None:
            dissents = (*item.consensus.dissents, Dissent(group_id, ""))
            self._save_consensus(replace(item.consensus, dissents=dissents))
            self.dissents.fields[group_id].setFocus()

    def _on_dissent_edited(self, group_id: str, words: str) -> None:
        item = self._item()
        if item is not None:
            dissents = tuple(Dissent(group_id, words) if d.group_id == group_id else d for d in item.consensus.dissents)
            self._save_consensus(replace(item.consensus, dissents=dissents), f"dissent {group_id}")

    def _on_dissent_removed(self, group_id: str) -> None:
        item = self._item()
        if item is not None:
            dissents = tuple(d for d in item.consensus.dissents if d.group_id != group_id)
            self._save_consensus(replace(item.consensus, dissents=dissents))

    def _on_need_entered(self) -> None:
        words = self.new_need.text().strip()
        if words and self.book.change(self.book.workshop.with_need(words, self._question_id)):
            self.new_need.clear()
        self.new_need.setFocus()

    def _on_need_edited(self, need_id: int, words: str) -> None:
        """While a field is empty, the need keeps its words: it is taken away by its button alone."""
        workshop = self.book.workshop
        needs = tuple(replace(need, words=words) if need.id == need_id else need for need in workshop.needs)
        if words.strip():
            self.book.change(replace(workshop, needs=needs), typing=f"need {need_id}")

    def _on_need_removed(self, need_id: int) -> None:
        workshop = self.book.workshop
        self.book.change(replace(workshop, needs=tuple(need for need in workshop.needs if need.id != need_id)))
