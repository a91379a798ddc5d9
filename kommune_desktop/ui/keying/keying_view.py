"""Keying paper sheets, one by itself or a batch one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.batch import Batch, BatchSheets, check_keying, check_second_keying
from kommune_desktop.core.keying import Desk, Entry, KeyMap
from kommune_desktop.core.sheet import OUT_OF_USE, Sheet
from kommune_desktop.core.verification import Keying
from kommune_desktop.errors import UserError
from kommune_desktop.settings import Settings
from kommune_desktop.ui import style
from kommune_desktop.ui.keying.desk_view import DeskView
from kommune_desktop.ui.keying.number_entry import NumberEntry
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import SectionTitle
from kommune_desktop.ui.widgets.progress import ProgressLine
from kommune_desktop.workflow.returns import find_sheet

_NEIGHBOURS = 3
_MOST_NAMED = 12
_ALREADY_KEYED = {"batch.keyed", "batch.verified"}


@dataclass(frozen=True)
class KeyingJob:
    """What is keyed, and by whom.

    Attributes:
        batch: ``None`` for one sheet by itself.
        initials: Of the person who keys.
        also_own: Whether a person may key a second time what they keyed first.
    """

    batch: Batch | None = None
    keying: Keying = Keying.FIRST
    initials: str = ""
    also_own: bool = False


class KeyingView(QWidget):
    """Keys paper sheets, an answer a key; each is on disk before the next question is shown.

    Signals:
        closed: The person wants back, or the one sheet that was to be keyed is keyed to its end.
        unnumberedWanted: The next sheet bears no number; one is to be made for it, and handed to :meth:`begin`.
    """

    closed = Signal()
    unnumberedWanted = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        job: KeyingJob,
        sheet: Sheet | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``sheet``: where to go on; without one, its number is asked for first."""
        super().__init__(parent)
        self.session, self.settings, self.job = session, settings, job
        self.sheet: Sheet | None = None
        self._round = session.current_round
        self._waiting: Entry | None = None
        self._refused = ""
        keys = KeyMap.chosen(settings.keys)
        self.desk_view = DeskView(session.words, self._round, keys, neighbours=_NEIGHBOURS, sound=settings.sound)
        self._keys = keys
        self.number_entry = NumberEntry(sound=settings.sound)
        self.title = SectionTitle()
        self.count = QLabel()
        self.progress = ProgressLine()
        self._build()
        self._connect()
        if sheet is None:
            self._ask_for_number()
        else:
            self._open(sheet)

    def _build(self) -> None:
        back = self.tr("Zu den Stapeln") if self.job.batch else self.tr("Zur Bogenliste")
        head = QHBoxLayout()
        head.setSpacing(2 * style.GRID)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        head.addWidget(button(back, self.closed.emit, icon="arrow-left"))
        self.stack = QStackedWidget()
        for widget in (self.desk_view, self.number_entry):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.MARGIN, style.GRID, style.MARGIN, style.GRID)
        column.setSpacing(style.GRID)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.progress)

    def _connect(self) -> None:
        self.desk_view.entered.connect(self._save)
        self.desk_view.restBlankWanted.connect(self._leave_rest_blank)
        self.desk_view.endWanted.connect(self._finish)
        self.number_entry.entered.connect(self._on_number_entered)
        self.number_entry.unnumberedWanted.connect(self.unnumberedWanted)
        changed = self.session.answerChanged if self._is_first else self.session.secondAnswerChanged
        changed.connect(self._on_answer_changed)
        self.session.answersReplaced.connect(self._on_answers_replaced)
        self.session.sheetsChanged.connect(self._show_count)

    @property
    def _is_first(self) -> bool:
        return self.job.keying is Keying.FIRST

    @property
    def desk(self) -> Desk:
        """The sheet on the desk, where there must be one."""
        if self.desk_view.desk is None:
            raise LookupError("no sheet is open")
        return self.desk_view.desk

    def focus(self) -> None:
        """Put the keyboard where the next key belongs."""
        (self.number_entry if self.sheet is None else self.desk_view).focus()

    # Sheets ------------------------------------------------------------------------------------------------------

    def _on_number_entered(self, text: str) -> None:
        try:
            self.begin(find_sheet(self.session.opened, self._round, text), is_repeated=text == self._refused)
        except UserError as error:
            self._refused = text if error.key in _ALREADY_KEYED else ""
            self.number_entry.refuse(self.session.words.error(error))
            if error.key == "batch.gone":
                self.session.failed.emit(error)
                self.closed.emit()

    def begin(self, sheet: Sheet, *, is_repeated: bool = False) -> None:
        """Open the next sheet of the batch.

        Args:
            is_repeated: Whether a keyed sheet is asked for a second time, to be corrected.

        Raises:
            UserError: ``batch.*``, ``second.*``, ``sheet.gone``; says why it is not for keying here.
        """
        job = self.job
        if job.batch is None:
            self._open(sheet)
        elif job.keying is Keying.SECOND:
            check_second_keying(sheet, job.batch, job.initials, also_own=job.also_own)
            self.session.opened.second_keying.begin(sheet.id, job.initials)
            self._open(sheet)
        else:
            self._open(self._laid(sheet, job.batch, is_repeated=is_repeated))
        self.focus()

    def _laid(self, sheet: Sheet, batch: Batch, *, is_repeated: bool) -> Sheet:
        try:
            check_keying(sheet, batch)
        except UserError as error:
            if is_repeated and error.key in _ALREADY_KEYED:
                return sheet
            raise
        return self.session.lay(batch, sheet, self.job.initials)

    def _open(self, sheet: Sheet) -> None:
        session = self.session
        session.undo_stack.clear()
        self.sheet, self._refused = sheet, ""
        self._lay_out(sheet)
        self.stack.setCurrentWidget(self.desk_view)
        self._show_count()

    def _lay_out(self, sheet: Sheet) -> None:
        """Show a sheet as far as it is keyed."""
        answers = self.session.answers(sheet, self.job.keying)
        form = self.session.opened.forms.get(sheet.form_id) if sheet.form_id is not None else None
        desk = Desk(self._round, sheet.group_id, answers, self._keys, moves_on=self.settings.moves_on)
        self.desk_view.use(desk, form)
        self._show_place()

    def _finish(self) -> None:
        sheet, session = self.sheet, self.session
        if sheet is None:
            return
        finish = session.finish_keying if self._is_first else session.finish_second_keying
        if not finish(sheet):
            return
        if self.job.batch is None:
            self.closed.emit()
        else:
            self._ask_for_number(sheet)

    def _ask_for_number(self, done: Sheet | None = None) -> None:
        self.sheet, self._refused = None, ""
        self.session.undo_stack.clear()
        text = self.tr("Bogen {number} ist erfasst.").format(number=done.number) if done else ""
        self.number_entry.start(text, self._still_to_key_again())
        self.number_entry.unnumbered.setVisible(self._is_first)
        self.stack.setCurrentWidget(self.number_entry)
        self._show_count()
        self._show_place()
        self.number_entry.focus()

    # Answers -----------------------------------------------------------------------------------------------------

    def _save(self, entry: Entry) -> None:
        """Save; the desk moves on when the store has told of it."""
        before = self.desk.answers.get(entry.question.id)
        if before == entry.answer:
            self.desk_view.accept(entry)
            self._show_place()
            return
        if self.sheet is None:
            return
        self._waiting = entry
        self.session.record(self.sheet, entry.question, before, entry.answer, keying=self.job.keying)
        self._waiting = None

    def _leave_rest_blank(self) -> None:
        if self.sheet is not None:
            self.session.leave_blank(self.sheet, self.desk.rest_open, self.job.keying)

    def _on_answers_replaced(self, sheet_id: int) -> None:
        if self.sheet is not None and sheet_id == self.sheet.id:
            self._lay_out(self.sheet)

    def _on_answer_changed(self, sheet_id: int, question_id: str, answer: Answer | None) -> None:
        if self.sheet is None or sheet_id != self.sheet.id:
            return
        question = self._round.questionnaire.question(question_id)
        waiting = self._waiting
        if waiting is not None and waiting.question is question and waiting.answer == answer:
            self.desk_view.accept(waiting)
        else:
            # Undone, or refused by the store: show what stands there now.
            self.desk_view.accept(Entry(question, answer, moves_on=False))
        self._show_place()

    # What is seen ------------------------------------------------------------------------------------------------

    def _show_place(self) -> None:
        """Where on which sheet one is."""
        parts = []
        if self.job.batch is not None:
            parts.append(self.tr("Stapel {number}").format(number=self.job.batch.number))
            parts.append(self.job.initials)
        if not self._is_first:
            parts.append(self.tr("Zweiterfassung"))
        if self.sheet is not None:
            language = self.session.words.language
            parts.append(self.tr("Bogen {number}").format(number=self.sheet.number))
            parts.append(self._round.group(self.sheet.group_id).title.in_language(language))
            total = len(self.desk.questions)
            self.progress.show_progress(min(self.desk.place + 1, total), total)
        self.title.setText(" · ".join(parts))
        self.progress.setVisible(self.sheet is not None)

    def _show_count(self) -> None:
        """How far the batch is."""
        laid = self._laid_sheets()
        if laid is None:
            self.count.hide()
            return
        if self._is_first:
            keyed, total = laid.keyed, laid.total
        else:
            wanted = [s for s in laid.sheets if s.is_second_wanted and s.state not in OUT_OF_USE]
            keyed, total = len(wanted) - len(laid.to_key_again), len(wanted)
        self.count.setText(self.tr("{keyed} von {total} Bögen").format(keyed=keyed, total=total))
        self.count.show()

    def _laid_sheets(self) -> BatchSheets | None:
        batch = self.job.batch
        if batch is None:
            return None
        return next((laid for laid in self.session.batches() if laid.batch.id == batch.id), None)

    def _still_to_key_again(self) -> str:
        laid = self._laid_sheets()
        if self._is_first or laid is None:
            return ""
        initials = self.job.initials.casefold()
        own = [sheet for sheet in laid.to_key_again if sheet.keyed_by.casefold() == initials and not self.job.also_own]
        numbers = [sheet.number for sheet in laid.to_key_again if sheet not in own]
        if not numbers and own:
            return self.tr("Was noch fehlt, haben Sie zuerst erfasst. Das zweite Mal erfasst es jemand anderes.")
        if not numbers:
            return self.tr("Alle vorgesehenen Bögen sind ein zweites Mal erfasst.")
        named = ", ".join(numbers[:_MOST_NAMED])
        left = self.session.words.count("count.sheets", len(numbers))
        if len(numbers) > _MOST_NAMED:
            return self.tr("Noch {left} zu ziehen: {named} …").format(left=left, named=named)
        return self.tr("Noch {left} zu ziehen: {named}.").format(left=left, named=named)
