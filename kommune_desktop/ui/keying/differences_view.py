"""The third view: what differs between both keyings is settled against the paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.form import FormLayout
from kommune_desktop.core.keying import Desk, Entry, KeyMap
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.core.verification import Difference
from kommune_desktop.core.wording import on_paper
from kommune_desktop.errors import UserError
from kommune_desktop.settings import Settings
from kommune_desktop.ui import style
from kommune_desktop.ui.keying.desk_view import DeskView
from kommune_desktop.ui.keying.reliability_view import ReliabilityView
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import BodyText, PageTitle
from kommune_desktop.ui.widgets.table import TextTable
from kommune_desktop.workflow.verification import find_differences, find_reliability

_FIRST, _SECOND = "F2", "F3"


class DifferencesView(QWidget):
    """Lists the differences of a round and settles them one by one; beside it, how reliable the first keying was.

    Signals:
        closed: The person wants back.
    """

    closed = Signal()

    def __init__(
        self, session: Session, settings: Settings, found: Sequence[Difference], parent: QWidget | None = None
    ) -> None:
        """``found``: the differences of the round, open and settled."""
        super().__init__(parent)
        self.session = session
        self._keys = KeyMap.chosen(settings.keys)
        self._forms: dict[int, FormLayout] = {}
        self._found = list(found)
        self._asked: tuple[int, str] | None = None
        titles = [
            self.tr("Bogen"),
            self.tr("Seite"),
            self.tr("Frage"),
            self.tr("Erste Erfassung"),
            self.tr("Zweite Erfassung"),
            self.tr("Es gilt"),
            self.tr("Notiz"),
        ]
        self.table = TextTable(self.tr("Abweichungen"), titles, wide=6)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.state = BodyText()
        self.desk_view = DeskView(
            session.words, session.current_round, self._keys, neighbours=0, sound=settings.sound, only_answers=True
        )
        self.desk_view.entered.connect(self._on_entered)
        self.first = button("", self._on_first_clicked, icon="check")
        self.second = button("", self._on_second_clicked, icon="check")
        self.note = QLineEdit()
        self.note.setMinimumHeight(style.CONTROL_HEIGHT)
        self.reliability = ReliabilityView(session.words, shows_people=settings.shows_people)
        self.tabs = QTabWidget()
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Its bar has the keyboard; the frame around it has no name.
        self._build()
        session.differencesChanged.connect(self._on_differences_changed)
        self._show()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PageTitle(self.tr("Abweichungen und Fehlerquote")), 1)
        head.addWidget(button(self.tr("Zu den Stapeln"), self.closed.emit, icon="arrow-left"))
        label = QLabel(self.tr("&Notiz"))
        label.setBuddy(self.note)
        self.choice = QWidget()
        choice = QHBoxLayout(self.choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(style.GRID)
        choice.addWidget(self.first)
        choice.addWidget(self.second)
        choice.addWidget(label)
        choice.addWidget(self.note, 1)
        for key, act in ((_FIRST, self._on_first_clicked), (_SECOND, self._on_second_clicked)):
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        differences = QWidget()
        column = QVBoxLayout(differences)
        column.setSpacing(style.GRID)
        column.addWidget(self.state)
        column.addWidget(self.table, 1)
        column.addWidget(self.desk_view)
        column.addWidget(self.choice)
        self.tabs.addTab(differences, self.tr("&Abweichungen"))
        self.tabs.addTab(self.reliability, self.tr("&Fehlerquote"))
        self.tabs.currentChanged.connect(self._show_reliability)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(style.MARGIN, style.GRID, style.MARGIN, style.GRID)
        whole.setSpacing(style.GRID)
        whole.addLayout(head)
        whole.addWidget(self.tabs, 1)

    def focus(self) -> None:
        """Put the keyboard where the next key belongs."""
        (self.desk_view if self._chosen() else self.table).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._chosen():
            self.desk_view.focus()

    def _on_differences_changed(self, sheet: Sheet) -> None:
        """Look again at one sheet."""
        try:
            new = find_differences(self.session.opened, self.session.current_round, sheet)
        except UserError as error:
            self.session.failed.emit(error)
            return
        place = next((row for row, one in enumerate(self._found) if one.sheet.id == sheet.id), len(self._found))
        others = [one for one in self._found if one.sheet.id != sheet.id]
        self._found = [*others[:place], *new, *others[place:]]
        self._show()
        self.focus()

    def _show(self) -> None:
        """Show the differences, the next open one chosen."""
        self.table.show_rows([self._cells(difference) for difference in self._found])
        left = sum(difference.is_open for difference in self._found)
        self.state.setText(self._state_text(left))
        self.tabs.setTabText(0, self.tr("&Abweichungen ({left} offen)").format(left=left))
        self._choose_next()
        self._show_chosen()
        self._show_reliability()

    def _show_reliability(self) -> None:
        """The figures are computed when they are looked at."""
        if self.tabs.currentWidget() is self.reliability:
            session = self.session
            self.reliability.show_figures(find_reliability(session.opened, session.current_round, self._found))

    def _state_text(self, left: int) -> str:
        if not self._found:
            return self.tr("Beide Erfassungen stimmen überein.")
        if not left:
            return self.tr("Alle Abweichungen sind geklärt. Rückgängig macht die letzte wieder offen.")
        return self.tr("Sehen Sie auf dem Bogen nach, und tippen Sie, was dort steht.")

    def _cells(self, difference: Difference) -> list[str]:
        words, question = self.session.words, difference.question
        number = str(self.session.current_round.questionnaire.numbers[question.id])
        stands = note = ""
        if difference.resolution is not None:
            stands = on_paper(question, difference.settled or _BLANK, words)
            note = difference.resolution.note
        both = [on_paper(question, one or _BLANK, words) for one in (difference.first, difference.second)]
        return [difference.sheet.number, self._page(difference), number, *both, stands or self.tr("offen"), note]

    def _page(self, difference: Difference) -> str:
        """The page of the paper that the question stands on."""
        form = self._form_of(difference.sheet)
        return str(form.page_of(difference.question.id)) if form else ""

    def _form_of(self, sheet: Sheet) -> FormLayout | None:
        form_id = sheet.form_id
        if form_id is None:
            return None
        if form_id not in self._forms:
            self._forms[form_id] = self.session.opened.forms.get(form_id)
        return self._forms[form_id]

    def _choose_next(self) -> None:
        """From where one is, the next open difference; behind the last one, the first."""
        place = self.table.chosen_row() or 0
        order = [*range(place, len(self._found)), *range(place)]
        found = next((row for row in order if self._found[row].is_open), None)
        if found is not None:
            self.table.selectRow(found)
        else:
            self.table.clearSelection()

    def _chosen(self) -> Difference | None:
        """The chosen difference, where it is open."""
        row = self.table.chosen_row()
        if row is None or row >= len(self._found) or not self._found[row].is_open:
            return None
        return self._found[row]

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        for widget in (self.desk_view, self.choice):
            widget.setVisible(chosen is not None)
        asked = (chosen.sheet.id, chosen.question.id) if chosen else None
        if asked != self._asked:  # Else it could not be settled, and the note still belongs to it.
            self.note.clear()
        self._asked = asked
        if chosen is None:
            return
        words, question, sheet = self.session.words, chosen.question, chosen.sheet
        answers = self.session.answers(sheet)
        answers.pop(question.id, None)
        desk = Desk(self.session.current_round, sheet.group_id, answers, self._keys, moves_on=False, only=question)
        self.desk_view.use(desk, self._form_of(sheet))
        first, second = (on_paper(question, one or _BLANK, words) for one in (chosen.first, chosen.second))
        self.first.setText(self.tr("Erste gilt (F2): {answer}").format(answer=first))
        self.second.setText(self.tr("Zweite gilt (F3): {answer}").format(answer=second))

    def _on_first_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._settle(chosen, chosen.first or _BLANK)

    def _on_second_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._settle(chosen, chosen.second or _BLANK)

    def _on_entered(self, entry: Entry) -> None:
        chosen = self._chosen()
        if chosen is not None and entry.answer is not None:
            self._settle(chosen, entry.answer)

    def _settle(self, difference: Difference, answer: Answer) -> None:
        self.session.settle(difference, answer, self.note.text())


_BLANK = Answer(State.BLANK)
