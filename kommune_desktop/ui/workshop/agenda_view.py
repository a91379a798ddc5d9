"""Preparing the workshop: when, where, with whom, and which questions in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kommune_desktop.core.workshop import MOST_MINUTES, AgendaItem, Workshop
from kommune_desktop.core.workshop.proposal import Reasons
from kommune_desktop.ui import style
from kommune_desktop.ui.paper_wish import PaperWish
from kommune_desktop.ui.widgets.buttons import as_it_is, button
from kommune_desktop.ui.widgets.labels import BodyText
from kommune_desktop.ui.widgets.optional_day import OptionalDay
from kommune_desktop.ui.widgets.table import TextTable
from kommune_desktop.ui.workshop.book import WorkshopBook
from kommune_desktop.ui.workshop.reasons import reasons_in_words

_QUESTION, _MINUTES = 1, 4


class AgendaView(QWidget):
    """The agenda as a table, and what can be done with it.

    Signals:
        choiceWanted: Questions are to be chosen.
        paperWanted: A :class:`PaperWish`.
    """

    choiceWanted = Signal()
    paperWanted = Signal(object)

    def __init__(self, book: WorkshopBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.session = book.session
        self._reasons: dict[str, str] = {}
        self._is_showing = False
        self.day = OptionalDay(self.tr("Datu&m"), None, date.today())  # noqa: DTZ011 - the person's own calendar
        self.place = QLineEdit()
        self.people = BodyText()
        self.empty = BodyText(
            self.tr(
                "Das Programm schlägt Fragen vor: wo die Gruppen weit auseinanderliegen, wo die Punkte niedrig sind, "
                "wo sich viel verändert hat. Sie wählen aus, ordnen und geben Minuten vor."
            )
        )
        titles = ["", self.tr("Frage"), self.tr("Handlungsfeld"), self.tr("Warum"), self.tr("Minuten")]
        self.table = TextTable(self.tr("Tagesordnung"), titles, wide=_QUESTION, numbers=(0, _MINUTES))
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.minutes = QSpinBox()
        self.summary = BodyText()
        self._build()
        book.changed.connect(self.show_workshop)
        self.show_workshop()

    def _build(self) -> None:
        self.people_button = button(self.tr("&Teilnahme …"), self._on_people_clicked, icon="users-round")
        self.choose_button = button(
            self.tr("&Fragen auswählen …"), self.choiceWanted.emit, icon="list-checks", main=True
        )
        self.up = button(self.tr("&Nach oben"), partial(self._move, -1), icon="chevron-up")
        self.down = button(self.tr("Nach &unten"), partial(self._move, 1), icon="chevron-down")
        self.remove_button = button(self.tr("&Entfernen"), self._on_remove_clicked, icon="x")
        self.handouts_button = button(self.tr("Arbeitsb&lätter"), icon="file-text")
        self.handouts_menu = QMenu(self)
        self.handouts_button.setMenu(self.handouts_menu)
        self.handouts_menu.aboutToShow.connect(self._fill_handouts)
        self.minutes.setRange(0, MOST_MINUTES)
        self.minutes.setMinimumHeight(style.CONTROL_HEIGHT)
        self.minutes.valueChanged.connect(self._on_minutes_changed)
        self.place.setMinimumHeight(style.CONTROL_HEIGHT)
        self.place.textEdited.connect(self._on_place_edited)
        self.day.changed.connect(self._on_day_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * style.GRID, 0, 0)
        column.setSpacing(style.GRID)
        column.addLayout(self._head())
        column.addWidget(self.empty)
        row = QHBoxLayout()
        row.setSpacing(2 * style.GRID)
        self.choose_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self.choose_button)
        row.addWidget(self.summary)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addLayout(self._tools())
        column.addStretch(0)

    def _head(self) -> QGridLayout:
        head = QGridLayout()
        head.setHorizontalSpacing(style.GRID)
        place_label = QLabel(self.tr("&Ort"))
        place_label.setBuddy(self.place)
        for column, widget in enumerate((self.day.box, self.day.edit, place_label, self.place, self.people_button)):
            head.addWidget(widget, 0, column)
        head.addWidget(self.people, 0, 5)
        head.setColumnStretch(3, 2)
        head.setColumnStretch(5, 1)
        return head

    def _tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setSpacing(style.GRID)
        minutes_label = QLabel(self.tr("M&inuten"))
        minutes_label.setBuddy(self.minutes)
        for widget in (self.up, self.down, minutes_label, self.minutes, self.remove_button):
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(self.handouts_button)
        return tools

    # What is shown -----------------------------------------------------------------------------------------------

    def show_reasons(self, reasons: Mapping[str, Reasons]) -> None:
        """Say by question id why it is worth talking about."""
        words = self.session.words
        self._reasons = {question_id: reasons_in_words(its, words) for question_id, its in reasons.items()}
        self.show_workshop()

    def show_workshop(self) -> None:
        """Show the workshop as it is."""
        workshop, words = self.book.workshop, self.session.words
        self._is_showing = True
        if workshop.place != self.place.text():
            self.place.setText(workshop.place)
        self.day.show_day(workshop.day)
        self._is_showing = False
        self.people.setText(words.count("count.people", workshop.people) if workshop.people else "")
        self.table.show_rows([self._row(place, item) for place, item in enumerate(workshop.agenda, start=1)])
        if workshop.agenda and self.table.chosen_row() is None:
            self.table.selectRow(0)
        self.empty.setVisible(not workshop.agenda)
        self.table.setVisible(bool(workshop.agenda))
        self.summary.setText(self._summary(workshop))
        self._enable()

    def _row(self, place: int, item: AgendaItem) -> list[str]:
        round_, language = self.session.current_round, self.session.words.language
        questionnaire = round_.questionnaire
        question = questionnaire.question(item.question_id)
        area = next(a for a in questionnaire.areas if item.question_id in {q.id for q in a.questions})
        named = f"{questionnaire.numbers[question.id]} {question.label.in_language(language)}"
        reasons = self._reasons.get(item.question_id, "")
        return [f"{place}.", named, area.title.in_language(language), reasons, str(item.minutes)]

    def _summary(self, workshop: Workshop) -> str:
        if not workshop.agenda:
            return ""
        words = self.session.words
        groups = len(list(workshop.working_groups(self.session.current_round)))
        hours, minutes = divmod(workshop.minutes, 60)
        return self.tr("{questions} für {groups} Arbeitsgruppen, zusammen {hours}:{minutes} Stunden.").format(
            questions=words.count("count.questions", len(workshop.agenda)),
            groups=words.number(groups),
            hours=hours,
            minutes=f"{minutes:02}",
        )

    def _chosen(self) -> AgendaItem | None:
        row = self.table.chosen_row()
        agenda = self.book.workshop.agenda
        return agenda[row] if row is not None and row < len(agenda) else None

    def _enable(self) -> None:
        row, agenda = self.table.chosen_row(), self.book.workshop.agenda
        chosen = self._chosen()
        self.up.setEnabled(chosen is not None and row != 0)
        self.down.setEnabled(chosen is not None and row != len(agenda) - 1)
        for widget in (self.minutes, self.remove_button):
            widget.setEnabled(chosen is not None)
        self.handouts_button.setEnabled(bool(agenda))
        self.choose_button.setEnabled(self.session.round is not None)
        if chosen is not None and chosen.minutes != self.minutes.value():
            self._is_showing = True
            self.minutes.setValue(chosen.minutes)
            self._is_showing = False

    # What is done ------------------------------------------------------------------------------------------------

    def _change(self, workshop: Workshop, typing: str = "") -> None:
        if not self._is_showing:
            self.book.change(workshop, typing=typing)

    def _on_day_changed(self) -> None:
        self._change(replace(self.book.workshop, day=self.day.day))

    def _on_place_edited(self, text: str) -> None:
        self._change(replace(self.book.workshop, place=text), typing="place")

    def _on_people_clicked(self) -> None:
        from kommune_desktop.ui.workshop.participants import ParticipantsDialog  # noqa: PLC0415 - when it is wanted

        before = self.book.workshop
        dialog = ParticipantsDialog(self.session.words, self.session.current_round, before, self)
        if dialog.exec() and self.book.workshop == before:
            self._change(dialog.chosen())

    def _on_minutes_changed(self, minutes: int) -> None:
        chosen = self._chosen()
        if chosen is not None:
            item = replace(chosen, minutes=minutes)
            self._change(self.book.workshop.with_item(item), typing=f"minutes {item.question_id}")

    def _move(self, steps: int) -> None:
        row, agenda = self.table.chosen_row(), list(self.book.workshop.agenda)
        if row is None or not 0 <= row + steps < len(agenda):
            return
        agenda.insert(row + steps, agenda.pop(row))
        self._change(replace(self.book.workshop, agenda=tuple(agenda)))
        self.table.selectRow(row + steps)

    def _on_remove_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            agenda = tuple(item for item in self.book.workshop.agenda if item is not chosen)
            self._change(replace(self.book.workshop, agenda=agenda))

    def _fill_handouts(self) -> None:
        """All working groups in one file, or one of them."""
        menu, language = self.handouts_menu, self.session.words.language
        menu.clear()
        wishes = [(self.tr("Alle Arbeitsgruppen (PDF) …"), PaperWish("handouts", ".pdf"))]
        wishes += [
            (as_it_is(f"{area.title.in_language(language)} (PDF) …"), PaperWish("handouts", ".pdf", area.id))
            for area, _ in self.book.workshop.working_groups(self.session.current_round)
        ]
        wishes.append((self.tr("Alle Arbeitsgruppen (Word) …"), PaperWish("handouts", ".docx")))
        for title, wish in wishes:
            menu.addAction(title).triggered.connect(partial(self._on_paper_chosen, wish))

    def _on_paper_chosen(self, wish: PaperWish) -> None:
        self.paperWanted.emit(wish)
