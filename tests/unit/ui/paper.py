"""Paper sheets of the small round on their way: handed out, keyed once and twice."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.batch import Batch, BatchSheets
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.core.verification import Keying
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.forms import form_of
from kommune_desktop.workflow.verification import finish_second
from tests.unit.ui.material import answer

Answers = Mapping[str, Answer]
ENTER = Qt.Key.Key_Return
WHOLE_SHEET: tuple[Qt.Key | str, ...] = ("4", "3", "1", "1", ENTER, "10", ENTER, ENTER, "2", "5", "+")
"""The keys for a whole sheet of the council: seven answers of a key each or with Enter, words left out, and its end."""
FIRST: Answers = {
    "a.bild": answer(3),
    "a.ziel": answer(2),
    "a.leitung": answer(0),
    "a.partner": answer("Der Sportverein"),
    "b.suche": answer(1),
    "b.miete": answer(4),
}
SECOND: Answers = {**FIRST, "a.bild": answer(4), "b.suche": answer(State.ILLEGIBLE)}
"""Two of six answers differ."""


def issue(session: Session, count: int = 1, group: str = "council") -> list[Sheet]:
    """New paper sheets of a group that are handed out, as they would be printed now."""
    store, round_ = session.opened, session.current_round
    numbers = store.sheets.free_numbers(round_, group, count)
    store.sheets.issue(round_, group, numbers, form_of(store, round_, group, "de").layout)
    session.note_saved_sheets()
    return session.sheets()[-count:]


def write(session: Session, sheet: Sheet, answers: Answers, keying: Keying = Keying.FIRST) -> None:
    """Save answers where none are yet."""
    for question_id, given in answers.items():
        session.opened.table_of(keying).save(sheet.id, question_id, given)


def keyed(session: Session, batch: Batch, answers: Answers = FIRST, initials: str = "KS") -> Sheet:
    """A new sheet that someone has keyed to its end, in a batch."""
    sheet = session.lay(batch, issue(session)[0], initials)
    write(session, sheet, answers)
    session.finish_keying(sheet)
    return session.opened.sheets.get(sheet.id)


def keyed_twice(session: Session, batch: Batch, answers: Answers = SECOND, initials: str = "AB") -> Sheet:
    """A new sheet that was keyed by KS first and by someone else after that, both to its end."""
    sheet = keyed(session, batch)
    session.want_second_keying([sheet])
    session.opened.second_keying.begin(sheet.id, initials)
    write(session, sheet, answers, Keying.SECOND)
    finish_second(session.opened, session.current_round, sheet)
    session.note_saved_sheets()
    return session.opened.sheets.get(sheet.id)


def laid(session: Session, batch: Batch) -> BatchSheets:
    """A batch with its sheets as they are now."""
    return next(found for found in session.batches() if found.batch.id == batch.id)


def state(session: Session, sheet: Sheet) -> SheetState:
    """Where a sheet stands now."""
    return session.opened.sheets.get(sheet.id).state
