"""What is open: the one object that the pages watch and that all writing goes through."""

from __future__ import annotations

import contextlib
from abc import abstractmethod
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet, SheetState, check_return
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.workflow.answering import record_answer
from kommune_desktop.workflow.returns import find_sheet
from kommune_desktop.workflow.rounds import add_round


class Session(QObject):
    """The open store and the round that is being worked on.

    Writing goes through its methods. They tell the watchers, and what the person can mend goes out by ``failed``.
    """

    storeChanged = Signal()
    roundChanged = Signal()
    sheetsChanged = Signal()
    answerChanged = Signal(int, str, object)
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
            store.sheets.purge()
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
        if self.store is not None:
            self.store.close()
        self.store = self.round = None
        self.rounds = []

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

    def delete_sheet(self, sheet: Sheet) -> None:
        """Delete a sheet; the undo stack brings it back."""
        self.undo_stack.push(_DeleteSheet(self, sheet))

    def register_return(self, text: str) -> Sheet | None:
        """Note that the sheet with a typed or scanned number has come back; the undo stack takes it back.

        Returns:
            The sheet; ``None`` where that could not be saved.

        Raises:
            UserError: For the page that asked.
        """
        sheet = find_sheet(self.opened, self.current_round, text)
        check_return(sheet)
        self.mark_sheet(sheet, SheetState.RETURNED, datetime.now(UTC))
        is_saved = SheetState.RETURNED in self.opened.sheets.get(sheet.id).dates
        return sheet if is_saved else None

    def mark_sheet(self, sheet: Sheet, station: SheetState, moment: datetime | None) -> None:
        """Note when a sheet reached a station, or that it did not; the undo stack takes it back."""
        self.undo_stack.push(_MarkSheet(self, sheet, station, moment))

    def finish_keying(self, sheet: Sheet) -> None:
        """Note that a sheet is keyed to its end, and so has come back."""
        now = datetime.now(UTC)
        for station in (SheetState.RETURNED, SheetState.KEYED):
            if station not in sheet.dates:
                self.mark_sheet(sheet, station, now)

    def note_saved_sheets(self) -> None:
        """Tell the watchers that sheets came or went."""
        self.sheetsChanged.emit()
        self.saved.emit()

    def answers(self, sheet: Sheet) -> dict[str, Answer]:
        """The answers of a sheet."""
        return self.opened.answers.of_sheet(sheet.id, self.current_round.questions)

    def remember_topic(self, sheet: Sheet, topic_id: str) -> None:
        """Note where work on a sheet stands; a note that can't be made is not worth a word."""
        with contextlib.suppress(UserError):
            self.opened.sheets.remember_topic(sheet.id, topic_id)

    def record(
        self, sheet: Sheet, question: Question, before: Answer | None, after: Answer | None, *, typing: bool = False
    ) -> None:
        """Save an answer; the undo stack takes it back. Words typed in one go are taken back in one go."""
        if before != after:
            self.undo_stack.push(_ChangeAnswer(self, sheet, question, before, after, typing=typing))

    def write_answer(self, sheet: Sheet, question: Question, before: Answer | None, after: Answer | None) -> bool:
        """Save an answer past the undo stack and tell the watchers which one now stands; whether it was saved."""
        try:
            record_answer(self.opened, sheet, question, after)
        except UserError as error:
            self.answerChanged.emit(sheet.id, question.id, before)
            self.failed.emit(error)
            return False
        self.answerChanged.emit(sheet.id, question.id, after)
        self.saved.emit()
        return True


class _Change(QUndoCommand):
    """A change that may be refused, because the file is locked or the sheet is gone.

    One that is refused leaves the stack. One whose undo is refused is put on it again, so that it can be undone later.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.is_done = False

    @abstractmethod
    def make(self) -> bool:
        """Make the change; whether it was made."""

    @abstractmethod
    def take_back(self) -> bool:
        """Take it back; whether it was."""

    @abstractmethod
    def again(self) -> _Change:
        """The same change, for the stack."""

    def redo(self) -> None:
        if self.is_done:
            self.is_done = False
        elif not self.make():
            self.setObsolete(True)

    def undo(self) -> None:
        if not self.take_back():
            self.setObsolete(True)
            command = self.again()
            command.is_done = True
            QTimer.singleShot(0, self.session, partial(self.session.undo_stack.push, command))


class _ChangeSheet(_Change):
    """Something about a sheet as a whole."""

    def __init__(self, session: Session, sheet: Sheet) -> None:
        super().__init__(session)
        self.sheet = sheet

    def do(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except UserError as error:
            self.session.failed.emit(error)
            self.session.sheetsChanged.emit()
            return False
        self.session.note_saved_sheets()
        return True


class _DeleteSheet(_ChangeSheet):
    """A sheet that is gone, and back again."""

    def make(self) -> bool:
        return self.do(partial(self.session.opened.sheets.delete, self.sheet.id))

    def take_back(self) -> bool:
        return self.do(partial(self.session.opened.sheets.restore, self.sheet.id))

    def again(self) -> _DeleteSheet:
        return _DeleteSheet(self.session, self.sheet)


class _MarkSheet(_ChangeSheet):
    """A station of a sheet with its date, as it was and as it is now."""

    def __init__(self, session: Session, sheet: Sheet, station: SheetState, moment: datetime | None) -> None:
        super().__init__(session, sheet)
        self._station, self._moment = station, moment

    def make(self) -> bool:
        return self._set(self._moment)

    def take_back(self) -> bool:
        return self._set(self.sheet.dates.get(self._station))

    def again(self) -> _MarkSheet:
        return _MarkSheet(self.session, self.sheet, self._station, self._moment)

    def _set(self, moment: datetime | None) -> bool:
        return self.do(partial(self.session.opened.sheets.set_date, self.sheet.id, self._station, moment))


class _ChangeAnswer(_Change):
    """An answer as it was and as it is now."""

    _TYPING = 1

    def __init__(  # noqa: PLR0913 - what was, what is, and how it came
        self,
        session: Session,
        sheet: Sheet,
        question: Question,
        before: Answer | None,
        after: Answer | None,
        *,
        typing: bool,
    ) -> None:
        super().__init__(session)
        self._sheet, self.question = sheet, question
        self._before, self.after, self._typing = before, after, typing

    def id(self) -> int:
        return self._TYPING if self._typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, _ChangeAnswer) or other.question is not self.question:
            return False
        self.after = other.after
        return True

    def make(self) -> bool:
        return self.session.write_answer(self._sheet, self.question, self._before, self.after)

    def take_back(self) -> bool:
        return self.session.write_answer(self._sheet, self.question, self.after, self._before)

    def again(self) -> _ChangeAnswer:
        return _ChangeAnswer(self.session, self._sheet, self.question, self._before, self.after, typing=self._typing)
