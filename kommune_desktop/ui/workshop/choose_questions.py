"""The dialog that puts questions on the agenda: those that the results propose first, then all others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from kommune_desktop.core.round import Round
from kommune_desktop.core.workshop import AgendaItem
from kommune_desktop.core.workshop.proposal import Reasons, propose
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import Note
from kommune_desktop.ui.workshop.reasons import reasons_in_words

_WIDTH, _HEIGHT = 760, 600
_ID = Qt.ItemDataRole.UserRole


class ChooseQuestionsDialog(Dialog):
    """Asks which questions are to be talked about."""

    def __init__(
        self,
        words: Texts,
        round_: Round,
        agenda: Sequence[AgendaItem],
        reasons: Mapping[str, Reasons],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=_WIDTH, height=_HEIGHT)
        self.setWindowTitle(self.tr("Fragen für die Tagesordnung"))
        self.accept_button.setText(self.tr("Übernehmen"))
        self._words, self._round, self._agenda = words, round_, {item.question_id: item for item in agenda}
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(style.CONTROL_HEIGHT)
        self.search.setAccessibleName(self.tr("Suchen"))
        self.search.setPlaceholderText(self.tr("Suchen in allen Fragen"))
        self.search.textChanged.connect(self._on_search_changed)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Fragen"))
        self.list.setWordWrap(True)
        self.list.itemChanged.connect(self._count)
        self.counted = Note()
        self.column.addWidget(Note(self.tr("Oben stehen die Fragen, die nach den Ergebnissen am meisten auffallen.")))
        self.column.addWidget(self.search)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.counted)
        self._fill(reasons)
        self._count()

    def _fill(self, reasons: Mapping[str, Reasons]) -> None:
        said = {question_id: reasons_in_words(its, self._words) for question_id, its in reasons.items()}
        proposed = propose(reasons)
        asked = {question.id for question in self._round.questions}
        if proposed:
            self._add_title(self.tr("Vorgeschlagen"))
        for question_id in proposed:
            self._add(question_id, said[question_id])
        for area in self._round.questionnaire.areas:
            others = [question.id for question in area.questions if question.id in asked.difference(proposed)]
            if others:
                self._add_title(area.title.in_language(self._words.language))
            for question_id in others:
                self._add(question_id, said.get(question_id, ""))

    def _add_title(self, title: str) -> None:
        item = QListWidgetItem(title, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(style.font(style.BODY, bold=True))
        item.setForeground(self.palette().text())  # It can't be chosen, but is to be read like the rest.

    def _add(self, question_id: str, reasons: str) -> None:
        questionnaire, language = self._round.questionnaire, self._words.language
        question = questionnaire.question(question_id)
        text = f"{questionnaire.numbers[question_id]} {question.label.in_language(language)}"
        item = QListWidgetItem(f"{text} – {reasons}" if reasons else text, self.list)
        item.setData(_ID, question_id)
        item.setToolTip(question.text.in_language(language))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if question_id in self._agenda else Qt.CheckState.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [item for row in range(self.list.count()) if (item := self.list.item(row)).data(_ID)]

    def _on_search_changed(self, text: str) -> None:
        """While somebody searches, only what fits is to be seen, without the titles in between."""
        wanted = text.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            whole = f"{item.text()} {item.toolTip()}".casefold()
            fits = all(word in whole for word in wanted) and (not wanted or bool(item.data(_ID)))
            item.setHidden(not fits)

    def _count(self) -> None:
        chosen = sum(item.checkState() is Qt.CheckState.Checked for item in self._items())
        counted = self._words.count("count.questions", chosen)
        self.counted.setText(self.tr("Ausgewählt: {questions}").format(questions=counted))

    def chosen(self) -> tuple[AgendaItem, ...]:
        """The agenda: what was on it keeps its place, what is new comes behind in the order of the list."""
        ids = [item.data(_ID) for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        kept = [item for question_id, item in self._agenda.items() if question_id in ids]
        return (*kept, *(AgendaItem(question_id) for question_id in ids if question_id not in self._agenda))
