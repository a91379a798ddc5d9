"""The dialog for a new round."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from kommune_desktop.core.continuity import continuity
from kommune_desktop.core.questionnaire import Questionnaire, Text
from kommune_desktop.core.round import (
    DEFAULT_MIN_CELL,
    MAX_TITLE,
    SMALLEST_MIN_CELL,
    STANDARD_GROUPS,
    Group,
    GroupKind,
    Round,
    Weighting,
)
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import Note, SectionTitle

_WIDTH = 640
_ROWS_SHOWN = 6
_DIFFERENCES_SHOWN = 5
_LARGEST_MIN_CELL = 50


@dataclass(frozen=True)
class NewRound:
    """What the dialog returns."""

    title: str
    questionnaire_id: str
    short_form: bool
    groups: tuple[Group, ...]
    weighting: Weighting
    min_cell: int


class _GroupLine(QLineEdit):
    """A line whose Enter adds the group and does not close the dialog as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


@dataclass(frozen=True)
class Previous:
    """The round that a new one follows.

    Attributes:
        open_measures: How many of its measures go on.
    """

    round: Round
    open_measures: int


class NewRoundDialog(Dialog):
    """Asks for the name, the questionnaire and the groups of a round; the rest is as it was in the round before."""

    def __init__(
        self,
        words: Texts,
        questionnaires: list[Questionnaire],
        title: str,
        parent: QWidget | None = None,
        *,
        previous: Previous | None = None,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.setWindowTitle(self.tr("Neue Runde"))
        self.accept_button.setText(self.tr("Runde anlegen"))
        self.words = words
        self._questionnaires, self._previous = questionnaires, previous
        self._groups: list[Group] = []
        self.title = QLineEdit(title)
        self.title.setMaxLength(MAX_TITLE)
        self.title.textChanged.connect(self._check)
        self.questionnaire = QComboBox()
        for known in questionnaires:
            self.questionnaire.addItem(f"{known.title.in_language(words.language)} {known.version}", known.id)
        self.form = QComboBox()
        self._fill_forms()
        self.weighting = QComboBox()
        for weighting in Weighting:
            self.weighting.addItem(words(f"weighting.{weighting.value}"), weighting)
        self.min_cell = QSpinBox()
        self.min_cell.setRange(SMALLEST_MIN_CELL, _LARGEST_MIN_CELL)
        self.min_cell.setValue(DEFAULT_MIN_CELL)
        self.carried = Note()
        self.compared = Note()
        self.differences = QListWidget()
        self.differences.setAccessibleName(self.tr("Was sich am Fragebogen ändert"))
        self.differences.setMaximumHeight(_DIFFERENCES_SHOWN * self.fontMetrics().lineSpacing() + 2 * style.GRID)
        self.table = self._group_table()
        self.new_group = _GroupLine()
        self.new_group.returnPressed.connect(self._on_add_clicked)
        self.new_group.setPlaceholderText(self.tr("Weitere Gruppe, zum Beispiel Seniorenbeirat"))
        self.new_group.setAccessibleName(self.tr("Weitere Gruppe"))
        self._build()
        if previous is None:
            for group in STANDARD_GROUPS:
                self._add_row(group)
        else:
            self._carry_over(previous)
        self.questionnaire.currentIndexChanged.connect(self._compare)
        self._compare()
        self._check()

    def _carry_over(self, previous: Previous) -> None:
        """Groups and settings of the round before; groups that it did not have are offered without a tick."""
        before = previous.round
        for group in before.groups:
            self._add_row(group)
        ids = {group.id for group in before.groups}
        for group in STANDARD_GROUPS:
            if group.id not in ids:
                self._add_row(group, is_wanted=False)
        self.questionnaire.setCurrentIndex(max(self.questionnaire.findData(before.questionnaire.id), 0))
        self.form.setCurrentIndex(self.form.findData(before.short_form))
        self.weighting.setCurrentIndex(self.weighting.findData(before.weighting))
        self.min_cell.setValue(before.min_cell)
        said = self.tr("Gruppen und Einstellungen sind die von „{round}“. Antworten werden nicht übernommen.")
        self.carried.setText(said.format(round=before.title))
        if previous.open_measures:
            measures = self.words.count("count.measures", previous.open_measures)
            goes_on = self.tr("Noch offen und auch in der neuen Runde zu sehen: {measures}.")
            self.carried.setText(f"{self.carried.text()} {goes_on.format(measures=measures)}")

    def _compare(self) -> None:
        """Say what can be compared with the round before, and what is different."""
        self.differences.clear()
        if self._previous is not None:
            before = self._previous.round
            now = self._questionnaires[max(self.questionnaire.currentIndex(), 0)]
            found = continuity(now, before.questionnaire)
            said = self.tr("Mit „{round}“ vergleichbar: {number} von {questions}.")
            counted = self.words.count("count.questions", len(now.questions))
            number = self.words.number(found.comparable)
            self.compared.setText(said.format(round=before.title, number=number, questions=counted))
            for text, questions in (
                (self.tr("geändert: {question}"), found.changed),
                (self.tr("neu: {question}"), found.new),
                (self.tr("entfällt: {question}"), found.gone),
            ):
                for question in questions:
                    self.differences.addItem(text.format(question=question.label.in_language(self.words.language)))
        for widget in (self.carried, self.compared):
            widget.setVisible(self._previous is not None)
        self.differences.setVisible(self.differences.count() > 0)

    def _fill_forms(self) -> None:
        chosen = self._questionnaires[max(self.questionnaire.currentIndex(), 0)]
        core = sum(1 for question in chosen.questions if question.core)
        everything = self.words.count("count.questions", len(chosen.questions))
        self.form.addItem(self.tr("Langform, {questions}").format(questions=everything), False)
        self.form.addItem(
            self.tr("Kurzform, {questions}").format(questions=self.words.count("count.questions", core)), True
        )

    def _group_table(self) -> QTableWidget:
        table = QTableWidget(0, 2)
        table.setHorizontalHeaderLabels([self.tr("Akteursgruppe"), self.tr("Wie sie antwortet")])
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(style.CONTROL_HEIGHT)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAccessibleName(self.tr("Wer macht mit?"))
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(_ROWS_SHOWN * style.CONTROL_HEIGHT)
        table.itemChanged.connect(self._check)
        return table

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(style.GRID)
        form.addRow(self.tr("&Name der Runde"), self.title)
        form.addRow(self.tr("&Fragebogen"), self.questionnaire)
        form.addRow(self.tr("&Umfang"), self.form)
        more = QHBoxLayout()
        more.addWidget(self.new_group, 1)
        add = button(self.tr("Hinzufügen"), self._on_add_clicked, icon="plus")
        add.setAutoDefault(False)
        more.addWidget(add)
        evaluation = QFormLayout()
        evaluation.setSpacing(style.GRID)
        evaluation.addRow(self.tr("&Gewicht"), self.weighting)
        evaluation.addRow(self.tr("&Mindestzahl"), self.min_cell)
        note = Note(
            self.tr(
                "Unter der Mindestzahl bleiben die Antworten von Gruppen, in denen jede Person einzeln antwortet, "
                "verdeckt."
            )
        )
        column = self.column
        column.setSpacing(style.GRID + 4)
        column.addWidget(self.carried)
        column.addLayout(form)
        column.addWidget(self.compared)
        column.addWidget(self.differences)
        column.addWidget(SectionTitle(self.tr("Wer macht mit?")))
        column.addWidget(self.table, 1)
        column.addLayout(more)
        column.addWidget(SectionTitle(self.tr("Auswertung")))
        column.addLayout(evaluation)
        column.addWidget(note)

    def chosen(self) -> NewRound:
        """What was entered."""
        return NewRound(
            title=self.title.text().strip(),
            questionnaire_id=self.questionnaire.currentData(),
            short_form=self.form.currentData(),
            groups=tuple(self._chosen_groups()),
            weighting=Weighting(self.weighting.currentData()),
            min_cell=self.min_cell.value(),
        )

    def _chosen_groups(self) -> list[Group]:
        chosen = []
        for row, group in enumerate(self._groups):
            item, kind = self.table.item(row, 0), self.table.cellWidget(row, 1)
            if item is not None and item.checkState() is Qt.CheckState.Checked and isinstance(kind, QComboBox):
                title = group.title
                if item.text().strip() and item.text() != title.in_language(self.words.language):
                    title = Text({self.words.language: item.text().strip()})
                chosen.append(replace(group, title=title, kind=GroupKind(kind.currentData())))
        return chosen

    def _add_row(self, group: Group, *, is_wanted: bool = True) -> None:
        row = self.table.rowCount()
        self._groups.append(group)
        self.table.insertRow(row)
        name = group.title.in_language(self.words.language)
        kind = QComboBox()
        for known in GroupKind:
            kind.addItem(self.words(f"kind.{known.value}"), known)
        kind.setCurrentIndex(list(GroupKind).index(group.kind))
        kind.setAccessibleName(name)
        self.table.setCellWidget(row, 1, kind)
        item = QTableWidgetItem(name)
        item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
        self.table.setItem(row, 0, item)
        # The keyboard comes from the list to how each group answers, and only then to what stands below.
        self.setTabOrder(self.table.cellWidget(row - 1, 1) if row else self.table, kind)

    def _on_add_clicked(self) -> None:
        name = self.new_group.text().strip()
        if name:
            taken = {group.id for group in self._groups}
            self._add_row(Group(_id_from(name, taken), Text({self.words.language: name}), GroupKind.INDIVIDUAL))
            self.new_group.clear()
            self.table.scrollToBottom()

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(self.title.text().strip()) and bool(self._chosen_groups()))


def _id_from(name: str, taken: set[str]) -> str:
    """An id in small ASCII letters that no other group has."""
    plain = name.casefold()
    for letter, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        plain = plain.replace(letter, letters)
    base = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "group"
    return next(candidate for n in range(1, 1000) if (candidate := base if n == 1 else f"{base}_{n}") not in taken)
