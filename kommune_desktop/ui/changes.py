"""What the undo stack holds: changes of the open store that can be taken back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.batch import Batch
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.remark import Remark
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.core.verification import Difference, Keying
from kommune_desktop.errors import UserError
from kommune_desktop.workflow.answering import record_alike
from kommune_desktop.workflow.verification import Settlement, settle, unsettle

if TYPE_CHECKING:
    from kommune_desktop.ui.session import Session

_BLANK = Answer(State.BLANK)
_CHANGED_ELSEWHERE = frozenset({"answer.changed_elsewhere", "workshop.changed_elsewhere"})


@dataclass
class Outcome:
    """What became of a change; it outlives the change, which the stack throws away when it was refused."""

    is_made: bool = False


class Change(QUndoCommand):
    """A change that may be refused, because the file is locked or the sheet is gone.

    One that is refused leaves the stack. One whose undo is refused is put on it again, so that it can be undone later;
    only what another window has changed since can't.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.is_done = False
        self.outcome = Outcome()

    @abstractmethod
    def make(self) -> UserError | None:
        """Make the change; what went wrong, if anything."""

    @abstractmethod
    def take_back(self) -> UserError | None:
        """Take it back; what went wrong, if anything."""

    @abstractmethod
    def again(self) -> Change:
        """The same change, for the stack."""

    def redo(self) -> None:
        if self.is_done:
            self.is_done = False
            return
        error = self.make()
        self.outcome.is_made = error is None
        self.setObsolete(error is not None)

    def undo(self) -> None:
        error = self.take_back()
        if error is None:
            return
        self.setObsolete(True)
        if error.key not in _CHANGED_ELSEWHERE:
            command = self.again()
            command.is_done = True
            QTimer.singleShot(0, self.session, partial(self.session.undo_stack.push, command))

    def do(self, change: Callable[[], object]) -> UserError | None:
        """Make a change of what the pages list."""
        try:
            change()
        except UserError as error:
            self.session.failed.emit(error)
            self.session.sheetsChanged.emit()
            return error
        self.session.note_saved_sheets()
        return None


class DeleteSheet(Change):
    """A sheet that is gone, and back again."""

    def __init__(self, session: Session, sheet: Sheet) -> None:
        super().__init__(session)
        self._sheet = sheet

    def make(self) -> UserError | None:
        return self.do(partial(self.session.opened.sheets.delete, self._sheet.id))

    def take_back(self) -> UserError | None:
        return self.do(partial(self.session.opened.sheets.restore, self._sheet.id))

    def again(self) -> DeleteSheet:
        return DeleteSheet(self.session, self._sheet)


class DissolveBatch(Change):
    """A batch that is taken apart, and there again."""

    def __init__(self, session: Session, batch: Batch) -> None:
        super().__init__(session)
        self._batch = batch

    def make(self) -> UserError | None:
        return self.do(partial(self.session.opened.batches.dissolve, self._batch.id))

    def take_back(self) -> UserError | None:
        return self.do(partial(self.session.opened.batches.restore, self._batch.id))

    def again(self) -> DissolveBatch:
        return DissolveBatch(self.session, self._batch)


class MarkSheet(Change):
    """A station of a sheet with its date, as it was and as it is now."""

    def __init__(self, session: Session, sheet: Sheet, station: SheetState, moment: datetime | None) -> None:
        super().__init__(session)
        self._sheet, self._station, self._moment = sheet, station, moment

    def make(self) -> UserError | None:
        return self._set(self._moment)

    def take_back(self) -> UserError | None:
        return self._set(self._sheet.dates.get(self._station))

    def again(self) -> MarkSheet:
        return MarkSheet(self.session, self._sheet, self._station, self._moment)

    def _set(self, moment: datetime | None) -> UserError | None:
        return self.do(partial(self.session.opened.sheets.set_date, self._sheet.id, self._station, moment))


class Settle(Change):
    """A difference between two keyings that was settled against the paper, and is open again."""

    def __init__(self, session: Session, difference: Difference, answer: Answer, note: str) -> None:
        super().__init__(session)
        self._difference, self._answer, self._note = difference, answer, note
        self._settlement: Settlement | None = None

    def make(self) -> UserError | None:
        return self._do_settling(self._settle)

    def _settle(self) -> None:
        session = self.session
        self._settlement = settle(session.opened, session.current_round, self._difference, self._answer, self._note)

    def _do_settling(self, change: Callable[[], object]) -> UserError | None:
        error = self.do(change)
        self.session.differencesChanged.emit(self._difference.sheet)
        return error

    def take_back(self) -> UserError | None:
        session = self.session
        if self._settlement is None:
            return None
        return self._do_settling(partial(unsettle, session.opened, session.current_round, self._settlement))

    def again(self) -> Settle:
        command = Settle(self.session, self._difference, self._answer, self._note)
        command._settlement = self._settlement
        return command


class ReleaseRemark(Change):
    """Words that may stand in the public report, or not any more."""

    def __init__(self, session: Session, remark: Remark, is_released: bool) -> None:
        super().__init__(session)
        self._remark, self._is_released = remark, is_released

    def make(self) -> UserError | None:
        return self._write(self._is_released)

    def take_back(self) -> UserError | None:
        return self._write(not self._is_released)

    def again(self) -> ReleaseRemark:
        return ReleaseRemark(self.session, self._remark, self._is_released)

    def _write(self, is_released: bool) -> UserError | None:
        session = self.session
        remarks = session.opened.remarks
        try:
            (remarks.release if is_released else remarks.withdraw)(self._remark)
        except UserError as error:
            session.failed.emit(error)
            session.remarkChanged.emit(replace(self._remark, is_released=not is_released))
            return error
        session.remarkChanged.emit(replace(self._remark, is_released=is_released))
        session.saved.emit()
        return None


class LeaveBlank(Change):
    """Questions without an entry that were noted as left blank, all at once."""

    def __init__(self, session: Session, sheet: Sheet, questions: Sequence[Question], keying: Keying) -> None:
        super().__init__(session)
        self._sheet, self._questions, self._keying = sheet, questions, keying

    def make(self) -> UserError | None:
        return self._save(before=None, after=_BLANK)

    def take_back(self) -> UserError | None:
        return self._save(before=_BLANK, after=None)

    def again(self) -> LeaveBlank:
        return LeaveBlank(self.session, self._sheet, self._questions, self._keying)

    def _save(self, before: Answer | None, after: Answer | None) -> UserError | None:
        store = self.session.opened
        error = self.do(partial(record_alike, store, self._sheet, self._questions, before, after, self._keying))
        self.session.answersReplaced.emit(self._sheet.id)
        return error


class ChangeAnswer(Change):
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
        keying: Keying,
        typing: bool,
    ) -> None:
        super().__init__(session)
        self._sheet, self.question, self._keying = sheet, question, keying
        self._before, self.after, self._typing = before, after, typing

    def id(self) -> int:
        return self._TYPING if self._typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, ChangeAnswer) or other.question is not self.question or not other.outcome.is_made:
            return False
        self.after = other.after
        return True

    def make(self) -> UserError | None:
        return self._write(self._before, self.after)

    def take_back(self) -> UserError | None:
        return self._write(self.after, self._before)

    def again(self) -> ChangeAnswer:
        return ChangeAnswer(
            self.session,
            self._sheet,
            self.question,
            self._before,
            self.after,
            keying=self._keying,
            typing=self._typing,
        )

    def _write(self, before: Answer | None, after: Answer | None) -> UserError | None:
        return self.session.write_answer(self._sheet, self.question, before, after, self._keying)
