"""The workshop of the open round: the views watch it here, and all writing goes through here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from kommune_desktop.core.workshop import Workshop
from kommune_desktop.errors import UserError
from kommune_desktop.ui.changes import Change
from kommune_desktop.ui.session import Session


class WorkshopBook(QObject):
    """Holds the workshop as it is; every change is saved at once and can be taken back.

    Signals:
        changed: The workshop is different now, or that of another round.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.workshop = Workshop()
        session.roundChanged.connect(self.read)
        self.read()

    def read(self) -> None:
        """Take the workshop from the store."""
        session = self.session
        self.workshop = session.opened.workshops.of_round(session.round) if session.round else Workshop()
        self.changed.emit()

    def change(self, after: Workshop, *, typing: str = "") -> bool:
        """Save the workshop as it is to be; whether that was done.

        Args:
            typing: What is being typed; its letters are taken back in one go.
        """
        if after == self.workshop:
            return True
        command = _ChangeWorkshop(self, self.workshop, after, typing)
        outcome = command.outcome
        self.session.undo_stack.push(command)
        return outcome.is_made

    def write(self, before: Workshop, after: Workshop) -> UserError | None:
        """Save past the undo stack and tell the watchers; what went wrong, if anything."""
        session = self.session
        try:
            session.opened.workshops.save(session.current_round, before, after)
        except UserError as error:
            self.read()
            session.failed.emit(error)
            return error
        self.workshop = after
        self.changed.emit()
        session.workshopChanged.emit()
        session.saved.emit()
        return None


class _ChangeWorkshop(Change):
    """The workshop as it was and as it is now."""

    _TYPING = 2

    def __init__(self, book: WorkshopBook, before: Workshop, after: Workshop, typing: str) -> None:
        super().__init__(book.session)
        self.book, self.before, self.after, self.typing = book, before, after, typing

    def id(self) -> int:
        return self._TYPING if self.typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, _ChangeWorkshop) or other.typing != self.typing or not other.outcome.is_made:
            return False
        self.after = other.after
        return True

    def make(self) -> UserError | None:
        return self.book.write(self.before, self.after)

    def take_back(self) -> UserError | None:
        return self.book.write(self.after, self.before)

    def again(self) -> _ChangeWorkshop:
        return _ChangeWorkshop(self.book, self.before, self.after, self.typing)
