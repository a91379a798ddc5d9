"""The measures of the open file: the pages watch them here, and all writing goes through here."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kommune_desktop.core.measure import Measure, until_round
from kommune_desktop.errors import UserError
from kommune_desktop.ui.changes import Change
from kommune_desktop.ui.session import Session


class MeasureBook(QObject):
    """Reads and writes measures; every change can be taken back.

    Signals:
        changed: Measures came, went or are different now.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        session.roundChanged.connect(self.changed)

    def all(self) -> list[Measure]:
        """The measures of the round and of those before it: one that is done now stays in sight."""
        session = self.session
        if session.round is None:
            return []
        earlier = [other.id for other in session.opened.rounds.earlier(session.round)]
        return until_round(session.opened.measures.all(), session.round.id, earlier)

    def add(self, measure: Measure) -> bool:
        """Keep a new measure; whether that was saved."""
        return self._push(_Add(self, measure))

    def save(self, before: Measure, after: Measure) -> None:
        """Keep a measure as it is now."""
        if before != after:
            self.session.undo_stack.push(_Save(self, before, after))

    def rename_office(self, before: str, after: str) -> bool:
        """Give an office another name in all measures that are to be seen; whether that was saved."""
        measure_ids = [measure.id for measure in self.all() if measure.office == before]
        return self._push(_RenameOffice(self, measure_ids, before, after.strip()))

    def delete(self, measure: Measure) -> bool:
        """Delete a measure; whether that was saved."""
        return self._push(_Delete(self, measure))

    def _push(self, change: Change) -> bool:
        outcome = change.outcome
        self.session.undo_stack.push(change)
        return outcome.is_made


class _MeasureChange(Change):
    def __init__(self, book: MeasureBook) -> None:
        super().__init__(book.session)
        self.book = book

    def do(self, change: Callable[[], object]) -> UserError | None:
        error = None
        try:
            change()
        except UserError as caught:
            error = caught
            self.session.failed.emit(error)
        else:
            self.session.saved.emit()
        self.book.changed.emit()
        return error

    @abstractmethod
    def again(self) -> _MeasureChange: ...


class _Add(_MeasureChange):
    def __init__(self, book: MeasureBook, measure: Measure, kept: Measure | None = None) -> None:
        super().__init__(book)
        self._measure, self._kept = measure, kept

    def make(self) -> UserError | None:
        if self._kept is not None:
            return self.do(partial(self.session.opened.measures.restore, self._kept.id))
        return self.do(self._add)

    def _add(self) -> None:
        self._kept = self.session.opened.measures.add(self._measure)

    def take_back(self) -> UserError | None:
        if self._kept is None:
            return None
        return self.do(partial(self.session.opened.measures.delete, self._kept.id))

    def again(self) -> _Add:
        return _Add(self.book, self._measure, self._kept)


class _Save(_MeasureChange):
    def __init__(self, book: MeasureBook, before: Measure, after: Measure) -> None:
        super().__init__(book)
        self._before, self._after = before, after

    def make(self) -> UserError | None:
        return self.do(partial(self.session.opened.measures.save, self._after))

    def take_back(self) -> UserError | None:
        return self.do(partial(self.session.opened.measures.save, self._before))

    def again(self) -> _Save:
        return _Save(self.book, self._before, self._after)


class _RenameOffice(_MeasureChange):
    def __init__(self, book: MeasureBook, measure_ids: list[int], before: str, after: str) -> None:
        super().__init__(book)
        self._measure_ids, self._before, self._after = measure_ids, before, after

    def make(self) -> UserError | None:
        return self.do(partial(self.session.opened.measures.set_office, self._measure_ids, self._after))

    def take_back(self) -> UserError | None:
        return self.do(partial(self.session.opened.measures.set_office, self._measure_ids, self._before))

    def again(self) -> _RenameOffice:
        return _RenameOffice(self.book, self._measure_ids, self._before, self._after)


class _Delete(_MeasureChange):
    def __init__(self, book: MeasureBook, measure: Measure) -> None:
        super().__init__(book)
        self._measure = measure

    def make(self) -> UserError | None:
        return self.do(partial(self.session.opened.measures.delete, self._measure.id))

    def take_back(self) -> UserError | None:
        return self.do(partial(self.session.opened.measures.restore, self._measure.id))

    def again(self) -> _Delete:
        return _Delete(self.book, self._measure)
