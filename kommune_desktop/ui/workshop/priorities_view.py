"""Setting priorities: the sums on the wall, or a show of hands, and the ranking as it stands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kommune_desktop.core.measure import LONGEST_TITLE, Measure
from kommune_desktop.core.workshop import (
    MOST_DOTS_EACH,
    AgendaItem,
    Need,
    Voting,
    Workshop,
    ballot,
    dots_given,
    dots_to_give,
    most_on_one,
)
from kommune_desktop.settings import Settings
from kommune_desktop.ui import style
from kommune_desktop.ui.results import charts
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.chart import ChartView
from kommune_desktop.ui.widgets.labels import BodyText, SectionTitle
from kommune_desktop.ui.widgets.page import Page
from kommune_desktop.ui.workshop.ballot_table import BallotTable, BallotView
from kommune_desktop.ui.workshop.book import WorkshopBook
from kommune_desktop.ui.workshop.scenes import ranked, unit


class PrioritiesView(QWidget):
    """Questions and needs with their dots on the left, the ranking on the right.

    Signals:
        measureWanted: A measure is to follow: the :class:`Measure` to begin with.
    """

    measureWanted = Signal(object)

    def __init__(self, book: WorkshopBook, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book, self.session = book, book.session
        self._is_showing = False
        self.voting = QComboBox()
        self.voting.addItem(self.tr("Klebepunkte an der Wand"), Voting.DOTS)
        self.voting.addItem(self.tr("Handzeichen"), Voting.HANDS)
        self.dots_each = QSpinBox()
        self.dots_each.setRange(1, MOST_DOTS_EACH)
        self.dots_label = QLabel(self.tr("P&unkte je Person"))
        self.dots_label.setBuddy(self.dots_each)
        self.counted = BodyText()
        self.empty = BodyText(
            self.tr("Sobald Fragen auf der Tagesordnung stehen, tragen Sie hier ein, was an der Wand geklebt wurde.")
        )
        self.model = BallotTable(self.session.words, self)
        self.view = BallotView(self.model, self.tr("Fragen und Bedarfe"))
        self.new_need = QLineEdit()
        self.chart = ChartView(settings)
        self._build()
        self.model.dotsEntered.connect(self._on_dots_entered)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        book.changed.connect(self.show_workshop)
        self.show_workshop()

    def _build(self) -> None:
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * style.GRID)
        row.addLayout(self._left(), 1)
        row.addWidget(self._right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * style.GRID, 0, 0)
        column.setSpacing(style.GRID)
        column.addLayout(self._head())
        column.addWidget(self.empty)
        column.addWidget(self._middle, 1)
        column.addStretch(0)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(style.GRID)
        label = QLabel(self.tr("&Gezählt durch"))
        label.setBuddy(self.voting)
        for widget in (label, self.voting, self.dots_label, self.dots_each):
            widget.setMinimumHeight(style.CONTROL_HEIGHT)
            head.addWidget(widget)
        head.addWidget(self.counted, 1)
        self.voting.activated.connect(self._on_voting_chosen)
        self.dots_each.valueChanged.connect(self._on_dots_each_changed)
        return head

    def _left(self) -> QVBoxLayout:
        self.new_need.setPlaceholderText(self.tr("Weiterer Bedarf, mit der Eingabetaste hinzufügen"))
        self.new_need.setAccessibleName(self.tr("Weiterer Bedarf"))
        self.new_need.setMinimumHeight(style.CONTROL_HEIGHT)
        self.new_need.returnPressed.connect(self._on_need_entered)
        self.measure_button = button(self.tr("&Maßnahme anlegen …"), self._on_measure_clicked, icon="list-todo")
        foot = QHBoxLayout()
        foot.setSpacing(style.GRID)
        foot.addWidget(self.new_need, 1)
        foot.addWidget(self.measure_button)
        left = QVBoxLayout()
        left.setSpacing(style.GRID)
        left.addWidget(self.view, 1)
        left.addLayout(foot)
        return left

    def _right(self) -> Page:
        right = Page(self.tr("Rangliste"), has_charts=True)
        right.title.hide()
        right.column.setContentsMargins(style.GRID, 0, style.GRID, 0)
        right.column.addWidget(SectionTitle(self.tr("Rangliste")))
        right.column.addWidget(self.chart)
        right.column.addStretch(1)
        return right

    # What is shown -----------------------------------------------------------------------------------------------

    def show_workshop(self) -> None:
        """Show the workshop as it is."""
        round_, workshop, words = self.session.round, self.book.workshop, self.session.words
        has_ballot = round_ is not None and any(True for _ in ballot(workshop))
        self.empty.setVisible(not has_ballot)
        self._middle.setVisible(has_ballot)
        self._is_showing = True
        self.voting.setCurrentIndex(self.voting.findData(workshop.voting))
        self.dots_each.setValue(workshop.dots_each)
        self._is_showing = False
        for widget in (self.dots_each, self.dots_label):
            widget.setVisible(workshop.voting is Voting.DOTS)
        self.counted.setText(self._counted(workshop))
        if round_ is not None:
            self.model.show_workshop(round_, workshop)
            self.chart.show_chart(charts.priorities(ranked(round_, workshop, words), unit(workshop, words), words))
        if has_ballot and not self.view.currentIndex().isValid():
            self.view.choose(0)
        self._enable()

    def _counted(self, workshop: Workshop) -> str:
        """How many are given, and a warning where there can't be so many."""
        words, given, there = self.session.words, dots_given(workshop), dots_to_give(workshop)
        most = most_on_one(workshop)
        over = [one for one in ballot(workshop) if most is not None and (one.dots or 0) > most]
        if there is not None and given > there:
            return self.tr("{given} Punkte eingetragen, es gibt aber nur {there}. Prüfen Sie die Zahlen.").format(
                given=words.number(given), there=words.number(there)
            )
        if over:
            return self.tr("Ein Thema hat mehr Stimmen, als Personen da sind ({people}).").format(
                people=words.number(workshop.people)
            )
        if there is not None:
            return self.tr("{given} von {there} Punkten eingetragen").format(
                given=words.number(given), there=words.number(there)
            )
        return self.tr("{given} eingetragen").format(given=words.number(given)) if given else ""

    def _enable(self) -> None:
        self.measure_button.setEnabled(self.view.about() is not None)

    # What is done ------------------------------------------------------------------------------------------------

    def _on_voting_chosen(self) -> None:
        self.book.change(replace(self.book.workshop, voting=Voting(self.voting.currentData())))

    def _on_dots_each_changed(self, dots: int) -> None:
        if not self._is_showing:
            self.book.change(replace(self.book.workshop, dots_each=dots), typing="dots each")

    def _on_dots_entered(self, about: AgendaItem | Need, dots: int | None) -> None:
        workshop = self.book.workshop
        if isinstance(about, Need):
            needs = tuple(replace(need, dots=dots) if need.id == about.id else need for need in workshop.needs)
            self.book.change(replace(workshop, needs=needs))
            return
        item = workshop.item(about.question_id)
        if item is not None:
            self.book.change(workshop.with_item(replace(item, dots=dots)))

    def _on_need_entered(self) -> None:
        words = self.new_need.text().strip()
        if words and self.book.change(self.book.workshop.with_need(words)):
            self.new_need.clear()

    def _on_measure_clicked(self) -> None:
        """Begin a measure with what is chosen, and with the dots that it got."""
        about, round_ = self.view.about(), self.session.current_round
        if about is None:
            return
        area_of = {q.id: area.id for area in round_.questionnaire.areas for q in area.questions}
        asked = (about.question_id,) if about.question_id else ()
        title = about.words.splitlines()[0][:LONGEST_TITLE] if isinstance(about, Need) else ""
        goal = about.words if isinstance(about, Need) and about.words != title else ""
        self.measureWanted.emit(
            Measure(
                title,
                round_id=round_.id,
                goal=goal,
                area_id=area_of.get(about.question_id, ""),
                question_ids=asked,
                priority=about.dots,
            )
        )
