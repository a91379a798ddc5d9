"""What is open: the one object that the pages watch and that all writing goes through."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.batch import Batch, BatchSheets, with_sheets
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.remark import Remark
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet, SheetState, check_return
from kommune_desktop.core.verification import Difference, Keying
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.ui.changes import (
    Change,
    ChangeAnswer,
    DeleteSheet,
    DissolveBatch,
    LeaveBlank,
    MarkSheet,
    ReleaseRemark,
    Settle,
)
from kommune_desktop.workflow.answering import record_answer
from kommune_desktop.workflow.returns import find_sheet
from kommune_desktop.workflow.rounds import add_round
from kommune_desktop.workflow.verification import finish_second


class Session(QObject):
    """The open store and the round that is being worked on.

    Writing goes through its methods. They tell the watchers, and what the person can mend goes out by ``failed``.

    Signals:
        answerChanged, secondAnswerChanged: Sheet, question and the answer that now stands, of either keying.
        answersReplaced: Several answers of a sheet were changed at once.
        differencesChanged: A difference of a sheet was settled or is open again.
        remarkChanged: A remark as it is now: released or not.
        workshopChanged: The workshop of the round is different now.
        storeClosed: Nothing is open any more, or not yet what comes next.
    """

    storeChanged = Signal()
    storeClosed = Signal()
    roundChanged = Signal()
    sheetsChanged = Signal()
    answerChanged = Signal(int, str, object)
    secondAnswerChanged = Signal(int, str, object)
    answersReplaced = Signal(int)
    differencesChanged = Signal(object)
    remarkChanged = Signal(object)
    workshopChanged = Signal()
    saved = Signal()
    failed = Signal(UserError)

    def __init__(self, words: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.store: Store | None = None
        self.rounds: list[Round] = []
        self.round: Round | None = None
        self.undo_stack = QUndoStack(self)

    @property
    def path(self) -> Path:
        """The file of the open store."""
        return self.opened.path

    @property
    def opened(self) -> Store:
        """The open store, where there must be one."""
        if self.store is None:
            raise LookupError("no store is open")
        return self.store

    @property
    def current_round(self) -> Round:
        """The round, where there must be one."""
        if self.round is None:
            raise LookupError("no round is selected")
        return self.round

    def use(self, store: Store) -> None:
        """Work on a store from now on; the last round is selected.

        Raises:
            UserError: The store can't be used; it is closed, and the one before stays open.
        """
        try:
            store.purge()
            rounds = store.rounds.all()
        except UserError:
            store.close()
            raise
        self.close()
        self.store, self.rounds = store, rounds
        self.storeChanged.emit()
        self.select_round(rounds[-1] if rounds else None)

    def close(self) -> None:
        """Close the store."""
        self.undo_stack.clear()
        store, self.store, self.round, self.rounds = self.store, None, None, []
        if store is not None:
            store.close()
            self.storeClosed.emit()

    def select_round(self, round_: Round | None) -> None:
        """Turn to another round."""
        self.undo_stack.clear()
        self.round = round_
        self.roundChanged.emit()
        self.sheetsChanged.emit()

    def add_round(self, **fields: Any) -> None:  # noqa: ANN401 - the fields of workflow.add_round
        """Add a round and turn to it.

        Raises:
            UserError: For the dialog that asked.
        """
        add_round(self.opened, **fields)
        self._load_rounds()
        self.saved.emit()

    def _load_rounds(self) -> None:
        self.rounds = self.opened.rounds.all()
        self.select_round(self.rounds[-1] if self.rounds else None)

    def sheets(self) -> list[Sheet]:
        """The sheets of the round."""
        return self.opened.sheets.of_round(self.round.id) if self.round else []

    def sheet_counts(self) -> dict[str, int]:
        """Number of sheets by group id."""
        return self.opened.sheets.count_by_group(self.round.id) if self.round else {}

    def add_sheet(self, group_id: str) -> Sheet | None:
        """Add a sheet to a group; ``None`` when that was refused."""
        try:
            sheet = self.opened.sheets.add(self.current_round, group_id)
        except UserError as error:
            self.failed.emit(error)
            return None
        self.note_saved_sheets()
        return sheet

    def delete_sheet(self, sheet: Sheet) -> bool:
        """Delete a sheet; the undo stack brings it back. Whether that was saved."""
        return self._push(DeleteSheet(self, sheet))

    def _push(self, change: Change) -> bool:
        """Make a change that can be taken back; whether it was made."""
        outcome = change.outcome
        self.undo_stack.push(change)
        return outcome.is_made

    def register_return(self, text: str) -> Sheet | None:
        """Note that the sheet with a typed or scanned number has come back; the undo stack takes it back.

        Returns:
            The sheet; ``None`` where that could not be saved.

        Raises:
            UserError: For the page that asked.
        """
        sheet = find_sheet(self.opened, self.current_round, text)
        check_return(sheet)
        return sheet if self.mark_sheet(sheet, SheetState.RETURNED, datetime.now(UTC)) else None

    def mark_sheet(self, sheet: Sheet, station: SheetState, moment: datetime | None) -> bool:
        """Note when a sheet reached a station, or that it did not; the undo stack takes it back.

        Returns:
            Whether that was saved.
        """
        return self._push(MarkSheet(self, sheet, station, moment))

    # Batches and keying ------------------------------------------------------------------------------------------

    def batches(self) -> list[BatchSheets]:
        """The batches of the round with their sheets."""
        return with_sheets(self.opened.batches.of_round(self.round.id), self.sheets()) if self.round else []

    def add_batch(self, expected: int) -> Batch | None:
        """Begin a batch; ``None`` when that was refused."""
        try:
            batch = self.opened.batches.add(self.current_round.id, expected)
        except UserError as error:
            self.failed.emit(error)
            return None
        self.note_saved_sheets()
        return batch

    def dissolve_batch(self, batch: Batch) -> bool:
        """Take a batch apart; its sheets stay, and the undo stack brings it back. Whether that was saved."""
        return self._push(DissolveBatch(self, batch))

    def lay(self, batch: Batch, sheet: Sheet, initials: str) -> Sheet:
        """Lay a sheet into a batch to be keyed by someone.

        Raises:
            UserError: For the page that asked.
        """
        self.opened.batches.put(batch.id, sheet.id, initials)
        self.note_saved_sheets()
        return self.opened.sheets.get(sheet.id)

    def finish_keying(self, sheet: Sheet) -> bool:
        """Note that a sheet is keyed to its end, and so has come back; whether that was saved."""
        now = datetime.now(UTC)
        try:
            dates = self.opened.sheets.get(sheet.id).dates
        except UserError as error:
            self.failed.emit(error)
            return False
        stations = (SheetState.RETURNED, SheetState.KEYED)
        return all(self.mark_sheet(sheet, station, now) for station in stations if station not in dates)

    def finish_second_keying(self, sheet: Sheet) -> bool:
        """Note that a sheet is keyed a second time to its end; whether that was saved."""
        try:
            finish_second(self.opened, self.current_round, sheet)
        except UserError as error:
            self.failed.emit(error)
            return False
        self.note_saved_sheets()
        return True

    def want_second_keying(self, sheets: Iterable[Sheet]) -> bool:
        """Note that sheets are to be keyed a second time; whether that was saved."""
        try:
            self.opened.second_keying.want(sheet.id for sheet in sheets)
        except UserError as error:
            self.failed.emit(error)
            return False
        self.note_saved_sheets()
        return True

    def leave_blank(self, sheet: Sheet, questions: Sequence[Question], keying: Keying) -> None:
        """Note questions of a sheet without an entry as left blank, all or none; the undo stack takes it back."""
        self.undo_stack.push(LeaveBlank(self, sheet, questions, keying))

    def settle(self, difference: Difference, answer: Answer, note: str) -> None:
        """Let an answer stand that was seen on the paper; the undo stack takes it back."""
        self.undo_stack.push(Settle(self, difference, answer, note))

    def release_remark(self, remark: Remark, is_wanted: bool) -> None:
        """Let words stand in the public report, or keep them out of it; the undo stack takes it back."""
        if remark.is_released != is_wanted:
            self.undo_stack.push(ReleaseRemark(self, remark, is_wanted))

    # Sheets and answers ------------------------------------------------------------------------------------------

    def note_saved_sheets(self) -> None:
        """Tell the watchers that sheets came or went."""
        self.sheetsChanged.emit()
        self.saved.emit()

    def answers(self, sheet: Sheet, keying: Keying = Keying.FIRST) -> dict[str, Answer]:
        """The answers of a sheet."""
        return self.opened.table_of(keying).of_sheet(sheet.id, self.current_round.questions)

    def remember_topic(self, sheet: Sheet, topic_id: str) -> None:
        """Note where work on a sheet stands; a note that can't be made is not worth a word."""
        with contextlib.suppress(UserError):
            self.opened.sheets.remember_topic(sheet.id, topic_id)

    def record(  # noqa: PLR0913 - what, where, instead of what, and how it came
        self,
        sheet: Sheet,
        question: Question,
        before: Answer | None,
        after: Answer | None,
        *,
        keying: Keying = Keying.FIRST,
        typing: bool = False,
    ) -> None:
        """Save an answer; the undo stack takes it back. Words typed in one go are taken back in one go."""
        if before != after:
            self.undo_stack.push(ChangeAnswer(self, sheet, question, before, after, keying=keying, typing=typing))

    def write_answer(
        self, sheet: Sheet, question: Question, before: Answer | None, after: Answer | None, keying: Keying
    ) -> UserError | None:
        """Save an answer past the undo stack and tell the watchers which one now stands; what went wrong, if anything.

        Where another window has been there meanwhile, the answer that it gave stands.
        """
        changed = self.answerChanged if keying is Keying.FIRST else self.secondAnswerChanged
        try:
            record_answer(self.opened, sheet, question, before, after, keying)
        except UserError as error:
            stands = before
            if error.key == "answer.changed_elsewhere":
                stands = self.answers(sheet, keying).get(question.id)
            changed.emit(sheet.id, question.id, stands)
            self.failed.emit(error)
            return error
        changed.emit(sheet.id, question.id, after)
        self.saved.emit()
        return None
