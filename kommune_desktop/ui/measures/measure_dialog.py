"""The dialog for a measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kommune_desktop.core.measure import LONGEST_TITLE, Measure, MeasureStatus, ProgressNote, check_measure
from kommune_desktop.core.round import Round
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import Note
from kommune_desktop.ui.widgets.optional_day import OptionalDay

_WIDTH, _HEIGHT = 700, 560
_LINES = 4
_MOST_DOTS = 9999
_USUAL_TIME = timedelta(days=180)


class MeasureDialog(Dialog):
    """Asks for all there is to say of a measure; what makes no sense is said at once."""

    def __init__(  # noqa: PLR0913 - what it is about, and what is known of others
        self,
        words: Texts,
        round_: Round,
        measure: Measure,
        parent: QWidget | None = None,
        *,
        offices: Sequence[str],
        today: date,
    ) -> None:
        super().__init__(parent, width=_WIDTH, height=_HEIGHT)
        is_new = not measure.id
        self.setWindowTitle(self.tr("Neue Maßnahme") if is_new else self.tr("Maßnahme bearbeiten"))
        self.accept_button.setText(self.tr("Maßnahme anlegen") if is_new else self.tr("Übernehmen"))
        self._words, self._round, self._measure, self._today = words, round_, measure, today
        self._notes = list(measure.notes)
        self.problem = Note()
        style.set_text_color(self.problem, style.color(style.Role.NEGATIVE))
        self.tabs = QTabWidget()
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Its bar has the keyboard; the frame around it has no name.
        self._add_what(offices)
        self._add_why()
        self._add_success()
        self._add_course()
        self.column.addWidget(self.tabs, 1)
        self.column.addWidget(self.problem)
        self._check()
        self.title.setFocus()

    # Tabs --------------------------------------------------------------------------------------------------------

    def _add_what(self, offices: Sequence[str]) -> None:
        measure = self._measure
        self.title = self._line(measure.title)
        self.title.setMaxLength(LONGEST_TITLE)
        self.goal = self._lines(measure.goal)
        self.office = self._line(measure.office)
        completer = QCompleter(list(offices), self.office)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.office.setCompleter(completer)
        self.partners = self._line(measure.partners)
        self.start = OptionalDay(self.tr("&Beginn"), measure.start, self._today)
        self.due = OptionalDay(self.tr("&Fällig am"), measure.due, self._today + _USUAL_TIME)
        self.status = QComboBox()
        for status in MeasureStatus:
            self.status.addItem(self._words(f"measure_status.{status.value}"), status)
        self.status.setCurrentIndex(self.status.findData(measure.status))
        self.status.setMinimumHeight(style.CONTROL_HEIGHT)
        self.reason = self._line(measure.dropped_because)
        form = self._tab(self.tr("&Was"))
        form.addRow(self.tr("&Titel"), self.title)
        form.addRow(self.tr("&Ziel"), self.goal)
        form.addRow(self.tr("Zu&ständige Stelle"), self.office)
        form.addRow(self.tr("Bete&iligte"), self.partners)
        for field in (self.start, self.due):
            form.addRow(field.box, field.edit)
            field.changed.connect(self._check)
        form.addRow(self.tr("Sta&nd"), self.status)
        form.addRow(self.tr("&Grund"), self.reason)
        for line in (self.title, self.reason):
            line.textChanged.connect(self._check)
        self.status.currentIndexChanged.connect(self._check)

    def _add_why(self) -> None:
        language = self._words.language
        self.area = QComboBox()
        self.area.addItem(self.tr("keines"), "")
        for area in self._round.questionnaire.areas:
            self.area.addItem(area.title.in_language(language), area.id)
        self.area.setCurrentIndex(max(self.area.findData(self._measure.area_id), 0))
        self.area.setMinimumHeight(style.CONTROL_HEIGHT)
        self.question = QComboBox()
        for question in self._round.questions:
            self.question.addItem(self._question_title(question.id), question.id)
        self.question.setMinimumHeight(style.CONTROL_HEIGHT)
        self.question.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.questions = QListWidget()
        self.questions.setAccessibleName(self.tr("Fragen der Maßnahme"))
        for question_id in self._measure.question_ids:
            self._link(question_id)
        self.add_question = button(self.tr("Hinz&ufügen"), self._on_question_added, icon="plus")
        self.remove_question = button(self.tr("&Entfernen"), self._on_question_removed, icon="x")
        row = QHBoxLayout()
        row.addWidget(self.question, 1)
        row.addWidget(self.add_question)
        linked = QHBoxLayout()
        linked.addWidget(self.questions, 1)
        linked.addWidget(self.remove_question, 0, Qt.AlignmentFlag.AlignTop)
        form = self._tab(self.tr("&Bezug"))
        form.addRow(self.tr("&Handlungsfeld"), self.area)
        form.addRow(_label(self.tr("&Frage"), self.question), row)
        form.addRow(self.tr("Fragen"), linked)
        for press in (self.add_question, self.remove_question):
            press.setAutoDefault(False)

    def _add_success(self) -> None:
        self.indicator = self._line(self._measure.indicator)
        self.target = self._line(self._measure.target)
        self.cost = self._line("" if self._measure.cost is None else self._words.number(self._measure.cost, 2))
        self.cost.textChanged.connect(self._check)
        self.priority = QSpinBox()
        self.priority.setRange(-1, _MOST_DOTS)
        self.priority.setSpecialValueText(self.tr("nicht gezählt"))
        self.priority.setValue(-1 if self._measure.priority is None else self._measure.priority)
        self.priority.setMinimumHeight(style.CONTROL_HEIGHT)
        form = self._tab(self.tr("&Erfolg und Kosten"))
        form.addRow(self.tr("&Kennzahl"), self.indicator)
        form.addRow(self.tr("&Zielwert"), self.target)
        form.addRow(self.tr("Kosten in E&uro, geschätzt"), self.cost)
        form.addRow(self.tr("&Punkte aus dem Workshop"), self.priority)

    def _add_course(self) -> None:
        self.notes = QListWidget()
        self.notes.setWordWrap(True)
        self.notes.setAccessibleName(self.tr("Verlauf"))
        self.note = self._line("")
        self.note.setPlaceholderText(self.tr("Was ist geschehen?"))
        self.add_note = button(self.tr("Eint&ragen"), self._on_note_added, icon="plus")
        self.remove_note = button(self.tr("&Entfernen"), self._on_note_removed, icon="x")
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.add_note)
        listed = QHBoxLayout()
        listed.addWidget(self.notes, 1)
        listed.addWidget(self.remove_note, 0, Qt.AlignmentFlag.AlignTop)
        form = self._tab(self.tr("&Verlauf"))
        form.addRow(_label(self.tr("&Neuer Eintrag"), self.note), row)
        form.addRow(self.tr("Einträge"), listed)
        for press in (self.add_note, self.remove_note):
            press.setAutoDefault(False)
        self._show_notes()

    def _tab(self, title: str) -> QFormLayout:
        content = QWidget()
        column = QVBoxLayout(content)
        form = QFormLayout()
        form.setSpacing(style.GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        column.addLayout(form)
        column.addStretch(1)
        self.tabs.addTab(content, title)
        return form

    def _line(self, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setMinimumHeight(style.CONTROL_HEIGHT)
        return made

    def _lines(self, text: str) -> QPlainTextEdit:
        made = QPlainTextEdit(text)
        made.setTabChangesFocus(True)
        made.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 2 * style.GRID)
        return made

    # Questions and notes -----------------------------------------------------------------------------------------

    def _question_title(self, question_id: str) -> str:
        """Number and label; the id alone of a question that this round does not have."""
        numbers = self._round.questionnaire.numbers
        if question_id not in numbers:
            return question_id
        label = self._round.questionnaire.question(question_id).label.in_language(self._words.language)
        return f"{numbers[question_id]} {label}"

    def _linked(self) -> list[str]:
        return [self.questions.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.questions.count())]

    def _link(self, question_id: str) -> None:
        item = QListWidgetItem(self._question_title(question_id), self.questions)
        item.setData(Qt.ItemDataRole.UserRole, question_id)

    def _on_question_added(self) -> None:
        question_id = self.question.currentData()
        if question_id and question_id not in self._linked():
            self._link(question_id)

    def _on_question_removed(self) -> None:
        self.questions.takeItem(self.questions.currentRow())

    def _show_notes(self) -> None:
        self.notes.clear()
        for note in self._notes:
            self.notes.addItem(f"{self._words.date(note.day)}: {note.words}")

    def _on_note_added(self) -> None:
        text = self.note.text().strip()
        if text:
            self._notes.append(ProgressNote(self._today, text))
            self.note.clear()
            self._show_notes()

    def _on_note_removed(self) -> None:
        row = self.notes.currentRow()
        if row >= 0:
            del self._notes[row]
            self._show_notes()

    # What was entered --------------------------------------------------------------------------------------------

    def chosen(self) -> Measure:
        """What was entered.

        Raises:
            UserError: ``measure.cost_unclear`` where the costs are no amount.
        """
        status = MeasureStatus(self.status.currentData())
        pending = self.note.text().strip()
        return replace(
            self._measure,
            title=self.title.text().strip(),
            goal=self.goal.toPlainText().strip(),
            office=self.office.text().strip(),
            partners=self.partners.text().strip(),
            start=self.start.day,
            due=self.due.day,
            cost=_amount(self.cost.text(), self._words.language),
            status=status,
            dropped_because=self.reason.text().strip() if status is MeasureStatus.DROPPED else "",
            indicator=self.indicator.text().strip(),
            target=self.target.text().strip(),
            area_id=self.area.currentData(),
            question_ids=tuple(self._linked()),
            priority=None if self.priority.value() < 0 else self.priority.value(),
            # What was typed and not entered would be lost else.
            notes=(*self._notes, ProgressNote(self._today, pending)) if pending else tuple(self._notes),
        )

    def _check(self) -> None:
        """Say what is still to be mended; nothing is said of a title before one was typed."""
        is_dropped = self.status.currentData() == MeasureStatus.DROPPED
        self.reason.setEnabled(is_dropped)
        said = ""
        try:
            check_measure(self.chosen())
        except UserError as error:
            said = self._words.error(error)
            if error.key == "measure.title_missing" and not self.title.isModified():
                self.problem.setText("")
                self.accept_button.setEnabled(False)
                return
        self.problem.setText(said)
        self.accept_button.setEnabled(not said)


def _label(text: str, field: QWidget) -> QLabel:
    """The label of a field that shares its row with a button."""
    made = QLabel(text)
    made.setBuddy(field)
    return made


def _amount(text: str, language: str) -> Decimal | None:
    """An amount as it is written in the language, with or without separators of thousands."""
    plain = text.replace("€", "").replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    if not plain:
        return None
    thousands, point = (".", ",") if language == "de" else (",", ".")
    try:
        amount = Decimal(plain.replace(thousands, "").replace(point, "."))
    except InvalidOperation as error:
        raise UserError("measure.cost_unclear", cost=text) from error
    if not amount.is_finite():
        raise UserError("measure.cost_unclear", cost=text)
    return amount.quantize(Decimal("0.01"))
