"""Keying the sheets of a batch one after the other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.answer import State
from kommune_desktop.core.batch import Batch
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui.keying import KeyingJob, KeyingView
from kommune_desktop.ui.session import Session
from tests.unit.ui.keyboard import focused, press
from tests.unit.ui.keying.conftest import OpenKeying
from tests.unit.ui.material import answer, full, locked, stored
from tests.unit.ui.paper import ENTER, WHOLE_SHEET, issue, keyed, laid, state, write


@pytest.fixture
def sheets(session: Session) -> list[Sheet]:
    """Three sheets of the council that were handed out."""
    return issue(session, 3)


@pytest.fixture
def view(batch: Batch, sheets: list[Sheet], open_keying: OpenKeying) -> KeyingView:
    """The batch, at the question for the first number."""
    assert sheets
    return open_keying(KeyingJob(batch, initials="KS"))


def short(sheet: Sheet) -> str:
    """The last digits of a number, with the check digit."""
    return sheet.number[-6:].replace("-", "").lstrip("0")


def at(view: KeyingView) -> str | None:
    return view.desk.current.id if view.desk.current else None


def is_asking(view: KeyingView) -> bool:
    """Whether the view asks for the next number, with the keyboard in it."""
    return view.stack.currentWidget() is view.number_entry and focused() is view.number_entry.number


def test_a_sheet_is_laid_into_the_batch_by_its_last_digits_and_has_come_back(
    view: KeyingView, session: Session, batch: Batch, sheets: list[Sheet]
) -> None:
    assert is_asking(view)
    press(short(sheets[1]), ENTER)
    assert focused() is view.desk_view.strip
    assert [sheet.number for sheet in laid(session, batch).sheets] == [sheets[1].number]
    assert laid(session, batch).sheets[0].keyed_by == "KS"
    assert state(session, sheets[1]) is SheetState.RETURNED
    assert view.title.text() == f"Stapel 1 · KS · Bogen {sheets[1].number} · Ratsfraktionen"


def test_a_whole_sheet_takes_twelve_keys_and_its_end_asks_for_the_next(
    view: KeyingView, session: Session, sheets: list[Sheet]
) -> None:
    press(sheets[0].number, ENTER)
    assert sum(len(key) if isinstance(key, str) else 1 for key in WHOLE_SHEET) == 12
    press(*WHOLE_SHEET)
    assert is_asking(view)
    assert view.number_entry.done.text() == f"Bogen {sheets[0].number} ist erfasst."
    assert view.count.text() == "1 von 2 Bögen"
    assert state(session, sheets[0]) is SheetState.KEYED
    assert stored(session.path, sheets[0]) == {
        "a.bild": answer(3),
        "a.ziel": answer(2),
        "a.leitung": answer(0),
        "a.wege": answer(frozenset({0})),
        "a.stellen": answer(10),
        "a.partner": answer(State.BLANK),
        "b.suche": answer(1),
        "b.miete": answer(4),
    }


def test_sheets_are_keyed_one_after_the_other_and_counted_beyond_what_was_expected(
    view: KeyingView, session: Session, batch: Batch, sheets: list[Sheet]
) -> None:
    counts = []
    for sheet in sheets:
        press(short(sheet), ENTER, *WHOLE_SHEET)
        counts.append(view.count.text())
    assert counts == ["1 von 2 Bögen", "2 von 2 Bögen", "3 von 3 Bögen"]
    assert laid(session, batch).keyed == 3


def test_enter_never_leaves_the_sheet(view: KeyingView, session: Session, sheets: list[Sheet]) -> None:
    press(short(sheets[0]), ENTER, *WHOLE_SHEET[:-1])
    assert at(view) is None
    press(ENTER, Qt.Key.Key_Enter, ENTER)
    assert view.sheet is not None
    assert view.sheet.id == sheets[0].id
    assert "„+“" in view.desk_view.complaint.text()
    assert state(session, sheets[0]) is SheetState.RETURNED


def test_a_sheet_with_a_gap_is_not_ended(view: KeyingView, session: Session, sheets: list[Sheet]) -> None:
    press(short(sheets[0]), ENTER, "4", "+", "9", ENTER, "3")
    assert at(view) is None
    assert view.desk_view.strip.look is not None
    assert view.desk_view.strip.look.current.text.startswith("6 Fragen ohne Eintrag.")
    press("+")
    assert at(view) == "a.ziel"
    assert state(session, sheets[0]) is SheetState.RETURNED


def test_undo_does_not_reach_into_the_sheet_before(view: KeyingView, session: Session, sheets: list[Sheet]) -> None:
    press(short(sheets[0]), ENTER, *WHOLE_SHEET)
    assert not session.undo_stack.canUndo()
    press(short(sheets[1]), ENTER, "2")
    session.undo_stack.undo()
    assert not session.undo_stack.canUndo()
    assert len(stored(session.path, sheets[0])) == 8
    assert stored(session.path, sheets[1]) == {}
    assert at(view) == "a.bild"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Rathaus", "number.malformed"),
        ("991", "number.unknown"),
        ("KOMM1:26-RA-0001-1:1:9.9:ABCDEF01", "other_version"),
    ],
)
def test_what_is_no_sheet_of_the_round_is_refused_and_stays_selected(
    view: KeyingView, words: Texts, session: Session, typed: str, reason: str
) -> None:
    press(typed, ENTER)
    assert is_asking(view)
    assert view.number_entry.complaint.isVisible()
    expected = {
        "number.malformed": words("error.number.malformed", text=typed),
        "number.unknown": words("error.number.unknown", text=typed),
        "other_version": "9.9",
    }[reason]
    assert expected in view.number_entry.complaint.text()
    assert view.number_entry.number.selectedText() == typed
    assert not session.batches()[0].sheets


def test_a_keyed_sheet_is_refused_once_and_opened_when_it_is_asked_for_again(
    view: KeyingView, session: Session, sheets: list[Sheet]
) -> None:
    press(short(sheets[0]), ENTER, *WHOLE_SHEET)
    press(short(sheets[0]), ENTER)
    assert is_asking(view)
    assert "schon erfasst" in view.number_entry.complaint.text()
    press(ENTER)
    assert view.sheet is not None
    assert view.sheet.id == sheets[0].id
    press("-", "3", "+")
    assert is_asking(view)
    assert stored(session.path, sheets[0])["b.miete"] == answer(2)
    assert state(session, sheets[0]) is SheetState.KEYED


def test_another_number_in_between_does_not_open_a_keyed_sheet(view: KeyingView, sheets: list[Sheet]) -> None:
    press(short(sheets[0]), ENTER, *WHOLE_SHEET)
    press(short(sheets[0]), ENTER, "991", ENTER, short(sheets[0]), ENTER)
    assert is_asking(view)
    assert "schon erfasst" in view.number_entry.complaint.text()


@pytest.mark.parametrize(
    ("station", "reason"),
    [(SheetState.LOST, "verloren"), (SheetState.INVALID, "ungültig")],
)
def test_a_sheet_out_of_use_is_refused_however_often_it_is_asked_for(
    view: KeyingView, session: Session, sheets: list[Sheet], station: SheetState, reason: str
) -> None:
    session.mark_sheet(sheets[0], station, sheets[0].created)
    press(short(sheets[0]), ENTER, ENTER)
    assert is_asking(view)
    assert reason in view.number_entry.complaint.text()


def test_a_half_keyed_sheet_of_another_batch_is_refused(
    view: KeyingView, session: Session, sheets: list[Sheet]
) -> None:
    other = session.add_batch(0)
    assert other is not None
    write(session, session.lay(other, sheets[0], "AB"), {"a.bild": answer(1)})
    press(short(sheets[0]), ENTER)
    assert is_asking(view)
    assert "anderen Stapel" in view.number_entry.complaint.text()
    assert not session.batches()[0].sheets


def test_an_empty_number_is_passed_over(view: KeyingView) -> None:
    press(ENTER, "  ", ENTER)
    assert is_asking(view)
    assert not view.number_entry.complaint.isVisible()


def test_a_refused_number_is_typed_over_and_its_reason_goes(view: KeyingView, sheets: list[Sheet]) -> None:
    press("991", ENTER, short(sheets[0]), ENTER, *WHOLE_SHEET)
    assert is_asking(view)
    assert view.number_entry.number.text() == ""
    assert not view.number_entry.complaint.isVisible()


def test_a_half_keyed_sheet_goes_on_in_words_where_words_are_asked(
    view: KeyingView, session: Session, sheets: list[Sheet]
) -> None:
    before = {
        "a.bild": answer(0),
        "a.leitung": answer(0),
        "a.wege": answer(State.BLANK),
        "a.stellen": answer(Decimal(10)),
    }
    write(session, sheets[0], before)
    press(short(sheets[0]), ENTER)
    assert focused() is view.desk_view.line
    press("Verein", ENTER)
    assert stored(session.path, sheets[0])["a.partner"] == answer("Verein")


def test_what_was_done_before_a_sheet_was_opened_is_not_undone_at_it(
    session: Session, sheets: list[Sheet], open_keying: OpenKeying
) -> None:
    session.register_return(sheets[1].number)
    open_keying(KeyingJob(), sheets[0])
    assert not session.undo_stack.canUndo()


def test_the_count_follows_what_changes_while_a_sheet_is_open(
    view: KeyingView, other_window: Session, session: Session, batch: Batch, sheets: list[Sheet]
) -> None:
    press(short(sheets[0]), ENTER)
    keyed(other_window, batch)
    session.note_saved_sheets()
    assert view.count.text() == "1 von 2 Bögen"


def test_without_a_number_one_is_asked_for(view: KeyingView, qtbot: QtBot) -> None:
    assert view.number_entry.unnumbered.isVisible()
    with qtbot.waitSignal(view.unnumberedWanted):
        view.number_entry.unnumbered.click()


def test_a_batch_goes_on_at_the_sheet_and_the_question_where_it_stopped(
    view: KeyingView, session: Session, batch: Batch, sheets: list[Sheet], open_keying: OpenKeying
) -> None:
    press(short(sheets[2]), ENTER, "4", "3")
    half = session.opened.batches.half_keyed(batch.id)
    assert half is not None
    again = open_keying(KeyingJob(batch, initials="KS"), session.opened.sheets.get(half))
    assert again.sheet is not None
    assert again.sheet.id == sheets[2].id
    assert at(again) == "a.leitung"
    press("1")
    assert stored(session.path, sheets[2])["a.leitung"] == answer(0)


def test_a_batch_that_was_dissolved_in_another_window_is_told_and_left(
    view: KeyingView, other_window: Session, sheets: list[Sheet], failures: list[str], qtbot: QtBot
) -> None:
    other_window.dissolve_batch(other_window.batches()[0].batch)
    with qtbot.waitSignal(view.closed):
        press(short(sheets[0]), ENTER)
    assert failures == ["batch.gone"]
    assert state(other_window, sheets[0]) is SheetState.ISSUED


def test_a_sheet_that_is_open_while_its_batch_is_dissolved_elsewhere_can_be_keyed_to_its_end(
    view: KeyingView, other_window: Session, batch: Batch, sheets: list[Sheet], failures: list[str]
) -> None:
    press(short(sheets[0]), ENTER, "4")
    other_window.dissolve_batch(batch)
    press(*WHOLE_SHEET[1:])
    assert state(other_window, sheets[0]) is SheetState.KEYED
    assert failures == []
    assert not view.count.isVisible(), "of no batch there is no count"


def test_two_windows_on_the_same_sheet_see_what_the_other_one_keyed(
    view: KeyingView, other_window: Session, sheets: list[Sheet], failures: list[str]
) -> None:
    press(short(sheets[0]), ENTER)
    write(other_window, sheets[0], {"a.bild": answer(1)})
    press("5")
    assert failures == ["answer.changed_elsewhere"]
    assert stored(other_window.path, sheets[0]) == {"a.bild": answer(1)}
    assert at(view) == "a.bild"
    assert view.desk_view.strip.look is not None
    assert view.desk_view.strip.look.current.value == "2 Stufe 1"
    press("5")
    assert stored(other_window.path, sheets[0]) == {"a.bild": answer(4)}
    assert at(view) == "a.ziel"


def test_a_number_is_not_taken_while_the_file_is_locked(
    view: KeyingView, session: Session, batch: Batch, sheets: list[Sheet]
) -> None:
    with locked(session.opened):
        press(short(sheets[0]), ENTER)
    assert is_asking(view)
    assert view.number_entry.complaint.text()
    assert not laid(session, batch).sheets
    press(ENTER)
    assert view.sheet is not None


def test_an_end_that_can_not_be_saved_does_not_lead_on(
    view: KeyingView, session: Session, sheets: list[Sheet], failures: list[str]
) -> None:
    press(short(sheets[0]), ENTER, *WHOLE_SHEET[:-1])
    with locked(session.opened):
        press("+")
    assert failures == ["store.locked"]
    assert view.stack.currentWidget() is view.desk_view
    assert view.sheet is not None
    press("+")
    assert is_asking(view)
    assert state(session, sheets[0]) is SheetState.KEYED


def test_the_end_of_a_sheet_that_another_window_has_deleted_is_told(
    view: KeyingView, other_window: Session, sheets: list[Sheet], failures: list[str]
) -> None:
    press(short(sheets[0]), ENTER, *WHOLE_SHEET[:-1])
    other_window.delete_sheet(sheets[0])
    press("+")
    assert failures == ["sheet.gone"]
    assert view.number_entry.done.text() == ""


def test_the_way_back_is_a_button_that_says_where_to(view: KeyingView, qtbot: QtBot) -> None:
    back = next(made for made in view.findChildren(QPushButton) if made.text() == "Zu den Stapeln")
    with qtbot.waitSignal(view.closed):
        back.click()


def test_a_short_number_of_a_sheet_of_another_group_is_enough(
    view: KeyingView, session: Session, sheets: list[Sheet]
) -> None:
    welfare = issue(session, 1, "welfare")[0]
    press(short(welfare), ENTER)
    assert view.title.text().endswith("Wohlfahrtsverbände")
    assert sheets[0].number != welfare.number


def test_leaving_the_rest_blank_of_a_sheet_and_ending_it_takes_two_keys(
    view: KeyingView, session: Session, sheets: list[Sheet]
) -> None:
    press(short(sheets[0]), ENTER, Qt.Key.Key_F9, "+")
    assert is_asking(view)
    states = {given.state for given in stored(session.path, sheets[0]).values()}
    assert states == {State.BLANK}


def test_keys_of_ones_own_choice_mean_their_states(
    session: Session, batch: Batch, sheets: list[Sheet], open_keying: OpenKeying
) -> None:
    keys = {"dont_know": "w", "not_applicable": "t", "illegible": "u", "double_marked": "d"}
    open_keying(KeyingJob(batch, initials="KS"), session.lay(batch, sheets[0], "KS"), Settings(keys=keys))
    press("W", "t", "8")
    assert {name: given.state for name, given in stored(session.path, sheets[0]).items()} == {
        "a.bild": State.DONT_KNOW,
        "a.leitung": State.NOT_APPLICABLE,
    }


def test_a_batch_that_is_keyed_in_two_windows_is_counted_together(
    view: KeyingView, other_window: Session, batch: Batch, sheets: list[Sheet]
) -> None:
    keyed(other_window, batch)
    press(short(sheets[0]), ENTER, *WHOLE_SHEET)
    assert view.count.text() == "2 von 2 Bögen"


def test_words_for_which_the_disk_has_no_room_do_not_lead_on(
    view: KeyingView, session: Session, sheets: list[Sheet], failures: list[str]
) -> None:
    press(short(sheets[0]), ENTER, "+", "6", ENTER)
    view.desk_view.line.setText("x" * 4000)
    with full(session.opened):
        press(ENTER)
    assert failures == ["store.disk_full"]
    assert at(view) == "a.partner"
    assert focused() is view.desk_view.line
    assert stored(session.path, sheets[0]) == {}
