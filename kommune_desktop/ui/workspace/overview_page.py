"""The overview: where the round stands and what comes next."""

from __future__ import annotations

from datetime import date
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QWidget

from kommune_desktop.core.measure import Measure
from kommune_desktop.core.sheet import Returns, Sheet, SheetState, count_returns
from kommune_desktop.core.workshop import Workshop
from kommune_desktop.ui import style
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.card import Card
from kommune_desktop.ui.widgets.labels import BodyText, SectionTitle
from kommune_desktop.ui.widgets.page import Page, ShownWhenSeen

_BAR_WIDTH = 200


class Step(Enum):
    """The next thing to do in a round."""

    ADD_ROUND = auto()
    ADD_SHEET = auto()
    TAKE_BACK = auto()
    FILL_IN = auto()
    KEY = auto()
    VERIFY = auto()
    EVALUATE = auto()
    DISCUSS = auto()
    ACT = auto()


class OverviewPage(ShownWhenSeen, Page):
    """Names the next step and offers it; below, how many sheets each group has.

    Signals:
        stepWanted: The person takes the next step.
    """

    stepWanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Übersicht"))
        self.setAccessibleName(self.tr("Übersicht"))
        self.session = session
        self.state = BodyText()
        self.column.addWidget(self.state)
        self.column.addWidget(SectionTitle(self.tr("Nächster Schritt")))
        self.card = Card()
        self.card.setMaximumWidth(style.TEXT_COLUMN)
        self.next_text = BodyText()
        self.next_button = button("", self._on_next_clicked, main=True)
        self.card.column.addWidget(self.next_text)
        self.card.column.addWidget(self.next_button, alignment=Qt.AlignmentFlag.AlignRight)
        self.column.addWidget(self.card)
        self._groups_title = SectionTitle(self.tr("Rücklauf je Gruppe"))
        self.column.addWidget(self._groups_title)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * style.GRID)
        self._grid.setVerticalSpacing(style.GRID)
        self._grid.setColumnStretch(3, 1)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)
        self._step = Step.ADD_ROUND
        self._workshop = Workshop()
        session.sheetsChanged.connect(self.refresh)
        session.saved.connect(self.refresh)  # measures, which are no sheets
        self.refresh()

    def show_now(self) -> None:
        """Show where the round stands."""
        sheets = self.session.sheets()
        self._step = self._next_step(sheets)
        self.next_text.setText(self._step_text(sheets))
        self.next_button.setText(self._step_label())
        self.state.setText(self._state_text(sheets))
        self.state.setVisible(self.session.round is not None)
        self._show_groups(sheets)

    def _next_step(self, sheets: list[Sheet]) -> Step:
        if self.session.round is None:
            return Step.ADD_ROUND
        if not sheets:
            return Step.ADD_SHEET
        if any(sheet.state is SheetState.RETURNED for sheet in sheets):
            return Step.KEY
        if any(sheet.is_second_wanted and sheet.state is SheetState.KEYED for sheet in sheets):
            return Step.VERIFY
        if any(sheet.answered for sheet in sheets if sheet.is_counted):
            return self._step_after_answers()
        return Step.TAKE_BACK if all(sheet.state is SheetState.ISSUED for sheet in sheets) else Step.FILL_IN

    def _step_after_answers(self) -> Step:
        """What was decided is to be done; before that it is talked about, and before that looked at."""
        self._workshop = self.session.opened.workshops.of_round(self.session.current_round)
        if self._workshop.has_record or any(measure.is_open for measure in self._own_measures()):
            return Step.ACT
        return Step.DISCUSS if self._workshop.agenda else Step.EVALUATE

    def _own_measures(self) -> list[Measure]:
        """What was decided in this round."""
        round_id = self.session.current_round.id
        return [measure for measure in self.session.opened.measures.all() if measure.round_id == round_id]

    def _discuss_text(self) -> str:
        words, workshop = self.session.words, self._workshop
        questions = words.count("count.questions", len(workshop.agenda))
        if workshop.day is None:
            return self.tr("Der Workshop ist vorbereitet: {questions}.").format(questions=questions)
        text = self.tr("Der Workshop am {day} ist vorbereitet: {questions}.")
        return text.format(day=words.date(workshop.day), questions=questions)

    def _act_text(self) -> str:
        words, today = self.session.words, date.today()  # noqa: DTZ011 - the day on the person's own calendar
        measures = self._own_measures()
        if not measures:
            return self.tr("Im Workshop ist festgehalten, was gebraucht wird. Legen Sie Maßnahmen dafür an.")
        open_ones = words.count("count.measures", sum(measure.is_open for measure in measures))
        overdue = sum(measure.is_overdue(today) for measure in measures)
        text = self.tr("Noch offen: {measures}.").format(measures=open_ones)
        if overdue:
            text += " " + self.tr("Überfällig: {number}.").format(number=words.number(overdue))
        return text

    def _step_text(self, sheets: list[Sheet]) -> str:
        returned = sum(sheet.state is SheetState.RETURNED for sheet in sheets)
        counted = self.session.words.count("count.sheets", returned)
        return {
            Step.ADD_ROUND: self.tr("Legen Sie die erste Runde an: Fragebogen wählen und festlegen, wer mitmacht."),
            Step.ADD_SHEET: self.tr(
                "Drucken Sie Bögen, legen Sie einen am Bildschirm an, oder übernehmen Sie Antworten aus einer Datei."
            ),
            Step.TAKE_BACK: self.tr("Geben Sie die Bögen aus, und vermerken Sie, was zurückkommt."),
            Step.FILL_IN: self.tr("Füllen Sie die Bögen aus. Jede Antwort ist sofort gespeichert."),
            Step.KEY: self.tr("{sheets} zurück und noch nicht erfasst.").format(sheets=counted),
            Step.VERIFY: self.tr("Erfassen Sie die vorgesehenen Bögen ein zweites Mal, und klären Sie Abweichungen."),
            Step.EVALUATE: self.tr("Es liegen Antworten vor. Sehen Sie sich die Ergebnisse an."),
            Step.DISCUSS: self._discuss_text() if self._step is Step.DISCUSS else "",
            Step.ACT: self._act_text() if self._step is Step.ACT else "",
        }[self._step]

    def _step_label(self) -> str:
        return {
            Step.ADD_ROUND: self.tr("Runde anlegen"),
            Step.ADD_SHEET: self.tr("Zu den Bögen"),
            Step.TAKE_BACK: self.tr("Zum Rücklauf"),
            Step.FILL_IN: self.tr("Zu den Bögen"),
            Step.KEY: self.tr("Jetzt erfassen"),
            Step.VERIFY: self.tr("Zum Erfassen"),
            Step.EVALUATE: self.tr("Ergebnisse ansehen"),
            Step.DISCUSS: self.tr("Zum Workshop"),
            Step.ACT: self.tr("Zu den Maßnahmen"),
        }[self._step]

    def _state_text(self, sheets: list[Sheet]) -> str:
        if self.session.round is None:
            return ""
        begun = sum(1 for sheet in sheets if sheet.answered)
        counted = self.session.words.count("count.sheets", len(sheets))
        text = self.tr("{sheets} angelegt, {begun} davon mit Antworten.").format(sheets=counted, begun=begun)
        returns = count_returns(self.session.round, sheets)
        issued, back = sum(group.issued for group in returns), sum(group.back for group in returns)
        if not issued:
            return text
        return " ".join(
            (text, self.tr("{back} von {issued} Papierbögen sind zurück.").format(back=back, issued=issued))
        )

    def _show_groups(self, sheets: list[Sheet]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        round_ = self.session.round
        self._groups_title.setVisible(round_ is not None)
        if round_ is None:
            return
        counts = self.session.sheet_counts()
        for row, returns in enumerate(count_returns(round_, sheets)):
            self._show_group(row, returns, counts[returns.group.id])

    def _show_group(self, row: int, returns: Returns, count: int) -> None:
        """``count``: sheets in use, on paper and on screen."""
        words = self.session.words
        bar = QProgressBar()
        bar.setFixedSize(_BAR_WIDTH, 2 * style.GRID)
        bar.setTextVisible(False)
        bar.setRange(0, max(count, 1))
        bar.setValue(count - returns.missing)
        title = returns.group.title.in_language(words.language)
        bar.setAccessibleName(title)
        text = words.count("count.sheets", count)
        if returns.issued:
            paper = self.tr("{back} von {issued} Papierbögen zurück")
            text = f"{text}, {paper.format(back=words.number(returns.back), issued=words.number(returns.issued))}"
        self._grid.addWidget(bar, row, 0)
        self._grid.addWidget(QLabel(title), row, 1)
        self._grid.addWidget(QLabel(text), row, 2)

    def _on_next_clicked(self) -> None:
        self.stepWanted.emit(self._step)
