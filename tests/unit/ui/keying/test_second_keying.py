"""Keying sheets a second time, blind to what was keyed first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kommune_desktop.core.answer import State
from kommune_desktop.core.batch import Batch
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.core.verification import Keying
from kommune_desktop.ui.keying import KeyingJob, KeyingView
from kommune_desktop.ui.session import Session
from tests.unit.ui.keyboard import focused, press, spoken_name
from tests.unit.ui.keying.conftest import OpenKeying
from tests.unit.ui.material import answer, locked, stored
from tests.unit.ui.paper import ENTER, keyed, write

SECRET = answer("Geheimtreffen im Turnverein", "Randnotiz der Ersten")


@pytest.fixture
def sheets(session: Session, batch: Batch) -> list[Sheet]:
    """Two sheets that KS has keyed, both to be keyed a second time."""
    made = [keyed(session, batch), keyed(session, batch)]
    session.want_second_keying(made)
    return [session.opened.sheets.get(sheet.id) for sheet in made]


@pytest.fixture
def view(batch: Batch, sheets: list[Sheet], open_keying: OpenKeying) -> KeyingView:
    """AB keys them a second time, and is asked for the first number."""
    assert sheets
    return open_keying(KeyingJob(batch, Keying.SECOND, "AB"))


def second(session: Session, sheet: Sheet) -> dict[str, object]:
    """What was keyed the second time."""
    return dict(session.answers(sheet, Keying.SECOND))


def is_asking(view: KeyingView) -> bool:
    return view.stack.currentWidget() is view.number_entry and focused() is view.number_entry.number


def key_alike(sheet: Sheet) -> None:
    """Key all that the first keying gave, and end the sheet."""
    press(sheet.number, ENTER, "4", "3", "1", "0", ENTER, "Der Sportverein", ENTER, "2", "5", "+")


def everything_said(view: KeyingView) -> Iterator[str]:
    """All words that a person can see or hear of the view, be they hidden for the moment or not."""
    for widget in (view, *view.findChildren(QWidget)):
        yield from (spoken_name(widget), widget.accessibleDescription(), widget.toolTip(), widget.statusTip())
        if isinstance(widget, QLabel | QLineEdit):
            yield widget.text()
    look = view.desk_view.strip.look
    if look is not None:
        for row in (*look.before, look.current, *look.after):
            yield from (row.number, row.text, row.value)
        yield look.where
        for group in look.hints:
            for hint in group:
                yield from (hint.key, hint.words)


def values_shown(view: KeyingView) -> list[str]:
    """The answers that stand in the strip; that a question is skipped is none."""
    look = view.desk_view.strip.look
    assert look is not None
    return [row.value for row in (*look.before, look.current, *look.after) if row.value not in ("", "entfällt")]


def test_nothing_of_the_first_keying_shows_anywhere(session: Session, batch: Batch, open_keying: OpenKeying) -> None:
    sheet = keyed(session, batch, {"a.bild": answer(3, "Randnotiz der Ersten"), "a.partner": SECRET})
    session.want_second_keying([sheet])
    view = open_keying(KeyingJob(batch, Keying.SECOND, "AB"))
    press(sheet.number, ENTER)
    assert view.desk.answers == {}
    for number in range(1, 10):
        if number != 7:  # Not asked of the council.
            press("+", str(number), ENTER)
            assert values_shown(view) == []
            said = " ".join(everything_said(view))
            assert "Geheimtreffen" not in said
            assert "Randnotiz" not in said
            press("*")
            assert view.desk_view.line.text() == ""
            press(Qt.Key.Key_Escape)
    assert second(session, sheet) == {}


def test_a_question_that_the_first_keying_skips_is_not_named_as_skipped(
    session: Session, batch: Batch, open_keying: OpenKeying
) -> None:
    sheet = keyed(session, batch, {"a.bild": answer(0)})
    session.want_second_keying([sheet])
    view = open_keying(KeyingJob(batch, Keying.SECOND, "AB"))
    press(sheet.number, ENTER, "5")
    assert view.desk.current is not None
    assert view.desk.current.id == "a.ziel"
    assert not view.desk_view.notice.isVisible()


def test_the_title_says_that_it_is_the_second_keying(view: KeyingView, sheets: list[Sheet]) -> None:
    press(sheets[0].number, ENTER)
    assert view.title.text() == f"Stapel 1 · AB · Zweiterfassung · Bogen {sheets[0].number} · Ratsfraktionen"


def test_answers_of_the_second_keying_lie_beside_the_first(
    view: KeyingView, session: Session, sheets: list[Sheet]
) -> None:
    before = stored(session.path, sheets[0])
    press(sheets[0].number, ENTER, "5", "*", "schief", ENTER)
    press(Qt.Key.Key_Backspace, "*", "schief", ENTER)
    assert second(session, sheets[0])["a.bild"] == answer(4, "schief")
    assert stored(session.path, sheets[0]) == before


def test_what_is_still_to_be_drawn_is_named_until_nothing_is_left(
    view: KeyingView, session: Session, sheets: list[Sheet]
) -> None:
    waiting = view.number_entry.waiting
    assert waiting.text() == f"Noch 2 Bögen zu ziehen: {sheets[0].number}, {sheets[1].number}."
    assert view.count.text() == "0 von 2 Bögen"
    key_alike(sheets[1])
    assert waiting.text() == f"Noch 1 Bogen zu ziehen: {sheets[0].number}."
    assert view.count.text() == "1 von 2 Bögen"
    key_alike(sheets[0])
    assert waiting.text() == "Alle vorgesehenen Bögen sind ein zweites Mal erfasst."
    assert is_asking(view)
    assert session.batches()[0].to_key_again == ()


def test_of_many_sheets_the_first_twelve_are_named(session: Session, batch: Batch, open_keying: OpenKeying) -> None:
    sheets = [keyed(session, batch, {}) for _ in range(13)]
    session.want_second_keying(sheets)
    view = open_keying(KeyingJob(batch, Keying.SECOND, "AB"))
    text = view.number_entry.waiting.text()
    assert text.startswith("Noch 13 Bögen zu ziehen: ")
    assert text.endswith(f"{sheets[11].number} …")
    assert sheets[12].number not in text


def test_a_lost_sheet_is_neither_to_be_drawn_nor_counted(
    session: Session, batch: Batch, sheets: list[Sheet], open_keying: OpenKeying
) -> None:
    session.mark_sheet(sheets[0], SheetState.LOST, sheets[0].created)
    view = open_keying(KeyingJob(batch, Keying.SECOND, "AB"))
    assert view.count.text() == "0 von 1 Bögen"
    assert view.number_entry.waiting.text() == f"Noch 1 Bogen zu ziehen: {sheets[1].number}."


def test_two_keyings_alike_make_a_verified_sheet(view: KeyingView, session: Session, sheets: list[Sheet]) -> None:
    key_alike(sheets[0])
    found = session.opened.sheets.get(sheets[0].id)
    assert (found.state, found.second_by) == (SheetState.VERIFIED, "AB")
    assert view.number_entry.done.text() == f"Bogen {sheets[0].number} ist erfasst."


def test_a_sheet_with_a_difference_is_not_verified(view: KeyingView, session: Session, sheets: list[Sheet]) -> None:
    press(sheets[0].number, ENTER, "5", Qt.Key.Key_F9, "+")
    assert is_asking(view)
    found = session.opened.sheets.get(sheets[0].id)
    assert found.state is SheetState.KEYED
    assert found.second_at is not None
    assert session.batches()[0].unsettled == (found,)


@pytest.mark.parametrize("initials", ["KS", "ks"])
def test_ones_own_sheets_are_refused_and_not_named_to_be_drawn(
    batch: Batch, sheets: list[Sheet], open_keying: OpenKeying, initials: str
) -> None:
    view = open_keying(KeyingJob(batch, Keying.SECOND, initials))
    assert view.number_entry.waiting.text().startswith("Was noch fehlt, haben Sie zuerst erfasst.")
    press(sheets[0].number, ENTER, ENTER)
    assert is_asking(view)
    assert "jemand anderes" in view.number_entry.complaint.text()


def test_ones_own_sheets_are_keyed_where_that_is_wanted(
    session: Session, batch: Batch, sheets: list[Sheet], open_keying: OpenKeying
) -> None:
    view = open_keying(KeyingJob(batch, Keying.SECOND, "KS", also_own=True))
    assert view.number_entry.waiting.text().startswith("Noch 2 Bögen zu ziehen")
    press(sheets[0].number, ENTER, "1")
    assert second(session, sheets[0]) == {"a.bild": answer(0)}


def test_a_sheet_that_was_not_drawn_is_refused(view: KeyingView, session: Session, batch: Batch) -> None:
    other = keyed(session, batch)
    press(other.number, ENTER, ENTER)
    assert is_asking(view)
    assert "nicht zum zweiten Erfassen vorgesehen" in view.number_entry.complaint.text()


def test_a_sheet_that_is_keyed_twice_is_not_keyed_a_third_time(view: KeyingView, sheets: list[Sheet]) -> None:
    key_alike(sheets[0])
    press(sheets[0].number, ENTER, ENTER)
    assert is_asking(view)
    assert "schon ein zweites Mal erfasst" in view.number_entry.complaint.text()


def test_a_sheet_without_a_number_can_not_be_keyed_a_second_time(view: KeyingView) -> None:
    assert not view.number_entry.unnumbered.isVisible()


def test_it_goes_on_at_the_sheet_and_the_question_where_it_stopped(
    view: KeyingView, session: Session, batch: Batch, sheets: list[Sheet], open_keying: OpenKeying
) -> None:
    press(sheets[1].number, ENTER, "4", "3")
    half = session.opened.second_keying.half_keyed(batch.id, "AB")
    assert half == sheets[1].id
    again = open_keying(KeyingJob(batch, Keying.SECOND, "AB"), session.opened.sheets.get(half))
    assert again.desk.current is not None
    assert again.desk.current.id == "a.leitung"
    assert view.desk.answers == again.desk.answers


def test_leaving_the_rest_blank_concerns_the_second_keying_alone_and_is_undone_in_one_step(
    view: KeyingView, session: Session, sheets: list[Sheet]
) -> None:
    before = stored(session.path, sheets[0])
    press(sheets[0].number, ENTER, "1", Qt.Key.Key_F9)
    assert {given.state for name, given in session.answers(sheets[0], Keying.SECOND).items() if name != "a.bild"} == {
        State.BLANK
    }
    assert len(second(session, sheets[0])) == 7
    assert view.desk.current is None
    session.undo_stack.undo()
    assert second(session, sheets[0]) == {"a.bild": answer(0)}
    assert view.desk.current is not None
    assert stored(session.path, sheets[0]) == before


def test_an_answer_that_can_not_be_saved_does_not_lead_on(
    view: KeyingView, session: Session, sheets: list[Sheet], failures: list[str]
) -> None:
    press(sheets[0].number, ENTER)
    with locked(session.opened):
        press("4")
    assert failures == ["store.locked"]
    assert view.desk.current is not None
    assert view.desk.current.id == "a.bild"
    assert values_shown(view) == []


def test_an_end_that_can_not_be_saved_does_not_lead_on(
    view: KeyingView, session: Session, sheets: list[Sheet], failures: list[str]
) -> None:
    press(sheets[0].number, ENTER, Qt.Key.Key_F9)
    with locked(session.opened):
        press("+")
    assert failures == ["store.locked"]
    assert view.stack.currentWidget() is view.desk_view
    assert session.opened.sheets.get(sheets[0].id).second_at is None
    press("+")
    assert is_asking(view)


def test_a_change_of_the_first_keying_does_not_show(view: KeyingView, session: Session, sheets: list[Sheet]) -> None:
    press(sheets[0].number, ENTER)
    question = session.current_round.questionnaire.question("a.bild")
    session.record(sheets[0], question, answer(3), answer(1))
    assert values_shown(view) == []
    assert view.desk.answers == {}


def test_two_windows_that_key_the_same_sheet_a_second_time_see_what_stands(
    view: KeyingView, other_window: Session, session: Session, sheets: list[Sheet], failures: list[str]
) -> None:
    press(sheets[0].number, ENTER)
    write(other_window, sheets[0], {"a.bild": answer(1)}, Keying.SECOND)
    press("5")
    assert failures == ["answer.changed_elsewhere"]
    assert values_shown(view) == ["2 Stufe 1"]
    assert second(session, sheets[0]) == {"a.bild": answer(1)}
