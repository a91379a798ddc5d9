"""What differs between both keyings is settled against the paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.batch import Batch
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.settings import Settings
from kommune_desktop.ui.keying.differences_view import DifferencesView
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.verification import find_differences
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focusable, focused, press, spoken_name
from tests.unit.ui.material import answer, full, locked, stored
from tests.unit.ui.paper import ENTER, FIRST, SECOND, Answers, keyed, keyed_twice, state
from tests.unit.ui.workspace.table import column, heads

SHEET, PAGE, QUESTION, ONE, TWO, STANDS, NOTE = range(7)
F2, F3, F5 = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F5
WITH_WORDS: Answers = {**SECOND, "a.partner": answer("Der Turnverein")}
"""Three answers differ: a choice, words, a choice."""
OpenView = Callable[..., DifferencesView]


@pytest.fixture
def open_view(session: Session, show: ShowWidget) -> OpenView:
    """Shows the differences of the round, with the keyboard where the next key belongs."""
    opened: list[DifferencesView] = []

    def open_differences(settings: Settings | None = None) -> DifferencesView:
        found = find_differences(session.opened, session.current_round)
        view = DifferencesView(session, settings or Settings(), found)
        opened.append(view)
        view.resize(1000, 640)
        show(view)
        view.focus()
        return view

    return open_differences


@pytest.fixture
def sheet(session: Session, batch: Batch) -> Sheet:
    """A sheet that was keyed twice: a.bild 4 and 5, b.suche 2 and illegible."""
    return keyed_twice(session, batch)


@pytest.fixture
def view(sheet: Sheet, open_view: OpenView) -> DifferencesView:
    assert sheet
    return open_view()


def chosen(view: DifferencesView) -> str:
    """The number of the question that is to be settled; empty where none is."""
    row = view.table.chosen_row()
    return column(view.table, QUESTION)[row] if row is not None else ""


def stands(view: DifferencesView) -> list[str]:
    return column(view.table, STANDS)


def saved(view: DifferencesView, sheet: Sheet) -> dict[str, Answer]:
    return stored(view.session.path, sheet)


def is_ready(view: DifferencesView) -> bool:
    """Whether the next key would settle a difference."""
    desk = view.desk_view
    return focused() in (desk.strip, desk.line)


def test_each_difference_stands_with_sheet_page_question_and_both_keyings(view: DifferencesView, sheet: Sheet) -> None:
    form_id = sheet.form_id
    assert form_id is not None
    form = view.session.opened.forms.get(form_id)
    rows = [column(view.table, number) for number in range(7)]
    assert list(zip(*rows, strict=True)) == [
        (sheet.number, str(form.page_of("a.bild")), "1", "4 Stufe 3", "5 Stufe 4", "offen", ""),
        (sheet.number, str(form.page_of("b.suche")), "8", "2 Stufe 1", "unleserlich", "offen", ""),
    ]
    assert heads(view.table) == ["Bogen", "Seite", "Frage", "Erste Erfassung", "Zweite Erfassung", "Es gilt", "Notiz"]
    assert view.tabs.tabText(0) == "&Abweichungen (2 offen)"


def test_the_first_open_one_is_chosen_and_asked_with_both_answers_on_buttons(view: DifferencesView) -> None:
    assert chosen(view) == "1"
    assert is_ready(view)
    assert view.first.text() == "Erste gilt (F2): 4 Stufe 3"
    assert view.second.text() == "Zweite gilt (F3): 5 Stufe 4"
    look = view.desk_view.strip.look
    assert look is not None
    assert (look.current.text, look.current.value) == ("Wie steht es um Leitbild?", "")
    assert look.where.startswith("Seite 1 von")


@pytest.mark.parametrize(("key", "value", "shown"), [(F2, 3, "4 Stufe 3"), (F3, 4, "5 Stufe 4"), ("1", 0, "1 Stufe 0")])
def test_one_key_settles_and_leads_to_the_next_open_one(
    view: DifferencesView, sheet: Sheet, key: Qt.Key | str, value: int, shown: str
) -> None:
    press(key)
    assert stands(view) == [shown, "offen"]
    assert saved(view, sheet)["a.bild"] == answer(value)
    assert chosen(view) == "8"
    assert is_ready(view)
    assert view.tabs.tabText(0) == "&Abweichungen (1 offen)"


def test_states_settle_like_answers(view: DifferencesView, sheet: Sheet) -> None:
    press(F5, "0")
    assert saved(view, sheet)["a.bild"].state is State.DONT_KNOW
    assert saved(view, sheet)["b.suche"].state is State.BLANK
    assert stands(view) == ["weiß nicht", "leer"]


def test_a_sheet_is_verified_when_its_last_difference_is_settled_and_not_once_it_is_open_again(
    view: DifferencesView, session: Session, sheet: Sheet
) -> None:
    states = [state(session, sheet)]
    for _ in range(2):
        press(F2)
        states.append(state(session, sheet))
    session.undo_stack.undo()
    states.append(state(session, sheet))
    session.undo_stack.redo()
    states.append(state(session, sheet))
    keyed_, verified = SheetState.KEYED, SheetState.VERIFIED
    assert states == [keyed_, keyed_, verified, keyed_, verified]


def test_when_all_are_settled_there_is_nothing_left_to_press(view: DifferencesView, sheet: Sheet) -> None:
    press(F2, F3)
    assert view.state.text().startswith("Alle Abweichungen sind geklärt.")
    assert not view.desk_view.isVisible()
    assert not view.choice.isVisible()
    assert focused() is view.table
    before = saved(view, sheet)
    press(F2, F3, "1")
    assert saved(view, sheet) == before


def test_undo_opens_the_difference_again_and_the_keyboard_is_there(
    view: DifferencesView, session: Session, sheet: Sheet
) -> None:
    press(F3, F3)
    session.undo_stack.undo()
    assert stands(view) == ["5 Stufe 4", "offen"]
    assert saved(view, sheet)["b.suche"] == FIRST["b.suche"]
    assert chosen(view) == "8"
    assert is_ready(view)
    press("1")
    assert saved(view, sheet)["b.suche"] == answer(0)


def test_what_could_not_be_opened_again_for_a_moment_can_be_later(
    view: DifferencesView, session: Session, sheet: Sheet, failures: list[str]
) -> None:
    press(F3)
    with locked(session.opened):
        session.undo_stack.undo()
    assert failures == ["store.locked"]
    assert stands(view) == ["5 Stufe 4", "offen"]
    QCoreApplication.processEvents()
    session.undo_stack.undo()
    assert stands(view) == ["offen", "offen"]
    assert saved(view, sheet) == FIRST


def test_a_settled_answer_that_another_window_has_changed_is_not_opened_again(
    view: DifferencesView, other_window: Session, session: Session, sheet: Sheet, failures: list[str]
) -> None:
    press(F3)
    other_window.opened.answers.save(sheet.id, "a.bild", answer(0), before=answer(4))
    before = session.undo_stack.index()
    session.undo_stack.undo()
    QCoreApplication.processEvents()
    assert failures == ["answer.changed_elsewhere"]
    assert saved(view, sheet)["a.bild"] == answer(0)
    assert session.undo_stack.index() == before - 1


def test_a_note_is_kept_with_the_difference_and_not_taken_to_the_next(view: DifferencesView) -> None:
    view.note.setFocus()
    press("  schwer lesbar ", F2)
    assert column(view.table, NOTE) == ["schwer lesbar", ""]
    assert view.note.text() == ""
    assert is_ready(view)


def test_a_note_stays_when_the_difference_could_not_be_settled(
    view: DifferencesView, session: Session, sheet: Sheet, failures: list[str]
) -> None:
    view.note.setFocus()
    press("schwer lesbar")
    with locked(session.opened):
        press(F2)
    assert failures == ["store.locked"]
    assert stands(view) == ["offen", "offen"]
    assert chosen(view) == "1"
    assert view.note.text() == "schwer lesbar"
    assert saved(view, sheet) == FIRST
    press(F2)
    assert column(view.table, NOTE) == ["schwer lesbar", ""]


def test_a_full_disk_settles_nothing(
    view: DifferencesView, session: Session, sheet: Sheet, failures: list[str]
) -> None:
    view.note.setText("x" * 9000)
    with full(session.opened):
        press(F3)
    assert failures == ["store.disk_full"]
    assert stands(view) == ["offen", "offen"]
    assert chosen(view) == "1"
    assert saved(view, sheet) == FIRST


def test_a_difference_that_another_window_has_settled_is_told_and_seen(
    view: DifferencesView, other_window: Session, sheet: Sheet, failures: list[str]
) -> None:
    theirs = find_differences(other_window.opened, other_window.current_round)
    other_window.settle(theirs[0], answer(4), "Kollegin")
    press(F2)
    assert failures == ["answer.changed_elsewhere"]
    assert stands(view) == ["5 Stufe 4", "offen"]
    assert column(view.table, NOTE) == ["Kollegin", ""]
    assert saved(view, sheet)["a.bild"] == answer(4)
    assert chosen(view) == "8"


def test_a_sheet_that_another_window_has_deleted_is_told(
    view: DifferencesView, other_window: Session, sheet: Sheet, failures: list[str]
) -> None:
    other_window.delete_sheet(sheet)
    press(F2)
    assert failures
    assert set(failures) == {"sheet.gone"}


def test_the_order_of_the_sheets_stays_while_one_is_settled(
    session: Session, batch: Batch, open_view: OpenView
) -> None:
    sheets = [keyed_twice(session, batch) for _ in range(3)]
    view = open_view()
    numbers = [sheet.number for sheet in sheets for _ in range(2)]
    assert column(view.table, SHEET) == numbers
    for _ in range(6):
        assert column(view.table, SHEET) == numbers
        press(F2)
    assert "offen" not in stands(view)


def test_behind_the_last_difference_the_first_open_one_is_next(
    session: Session, batch: Batch, open_view: OpenView
) -> None:
    for _ in range(2):
        keyed_twice(session, batch)
    view = open_view()
    view.table.selectRow(3)
    press(F2)
    assert view.table.chosen_row() == 0
    assert is_ready(view)


def test_the_list_is_walked_through_with_the_arrows_past_words(
    session: Session, batch: Batch, open_view: OpenView
) -> None:
    keyed_twice(session, batch, WITH_WORDS)
    view = open_view()
    view.table.setFocus()
    asked = [chosen(view)]
    for _ in range(2):
        press(Qt.Key.Key_Down)
        assert focused() is view.table
        asked.append(chosen(view))
    assert asked == ["1", "6", "8"]


def test_words_are_settled_by_typing_them(session: Session, batch: Batch, open_view: OpenView) -> None:
    sheet = keyed_twice(session, batch, WITH_WORDS)
    view = open_view()
    press(F2)
    assert chosen(view) == "6"
    assert focused() is view.desk_view.line
    press("Der Angelverein", ENTER)
    assert saved(view, sheet)["a.partner"] == answer("Der Angelverein")
    assert focused() is view.desk_view.strip


def test_a_sign_among_words_is_refused_and_words_go_on_being_typed(
    session: Session, batch: Batch, open_view: OpenView
) -> None:
    sheet = keyed_twice(session, batch, WITH_WORDS)
    view = open_view()
    press(F2, "+")
    assert view.desk_view.complaint.isVisible()
    assert focused() is view.desk_view.line
    press("Klub", ENTER)
    assert saved(view, sheet)["a.partner"] == answer("Klub")


def test_keys_that_lead_elsewhere_on_a_sheet_lead_nowhere_here(view: DifferencesView, sheet: Sheet) -> None:
    for key in ("+", "*", "-", Qt.Key.Key_F9, ENTER, "7"):
        press(key)
        assert chosen(view) == "1"
        assert view.desk_view.complaint.isVisible()
        assert focused() is view.desk_view.strip
    assert saved(view, sheet) == FIRST


def test_a_settled_difference_asks_nothing_when_it_is_chosen(view: DifferencesView, sheet: Sheet) -> None:
    press(F2)
    view.table.selectRow(0)
    assert not view.desk_view.isVisible()
    before = saved(view, sheet)
    press(F3)
    assert saved(view, sheet) == before


def test_two_keyings_alike_have_nothing_to_settle(session: Session, batch: Batch, open_view: OpenView) -> None:
    keyed_twice(session, batch, FIRST)
    view = open_view()
    assert view.state.text() == "Beide Erfassungen stimmen überein."
    assert column(view.table, SHEET) == []
    assert view.tabs.tabText(0) == "&Abweichungen (0 offen)"


def test_a_sheet_whose_second_keying_is_not_at_its_end_is_not_listed(
    session: Session, batch: Batch, open_view: OpenView
) -> None:
    sheet = keyed(session, batch)
    session.want_second_keying([sheet])
    session.opened.second_keying.save(sheet.id, "a.bild", answer(0))
    assert column(open_view().table, SHEET) == []


def test_the_buttons_settle_like_the_keys(view: DifferencesView, sheet: Sheet) -> None:
    view.first.click()
    view.second.click()
    assert saved(view, sheet)["a.bild"] == FIRST["a.bild"]
    assert saved(view, sheet)["b.suche"].state is State.ILLEGIBLE


def test_the_error_rate_is_that_of_what_is_settled_now(view: DifferencesView, session: Session) -> None:
    press(F3)
    view.tabs.setCurrentIndex(1)
    # Six answers were keyed twice; one of them was wrong, one is open. 1000/6 = 166,7.
    assert view.reliability.total.text() == (
        "6 Antworten geprüft, davon 1 falsch erfasst: 166,7 je 1.000. Noch zu klären: 1."
    )
    session.undo_stack.undo()
    assert view.reliability.total.text() == (
        "6 Antworten geprüft, davon 0 falsch erfasst: 0,0 je 1.000. Noch zu klären: 2."
    )


@pytest.mark.parametrize("shows_people", [True, False])
def test_people_are_shown_only_where_that_is_switched_on(
    sheet: Sheet, open_view: OpenView, *, shows_people: bool
) -> None:
    assert sheet
    view = open_view(Settings(shows_people=shows_people))
    view.tabs.setCurrentIndex(1)
    assert view.reliability.people.isVisible() is shows_people
    assert column(view.reliability.people, 0) == (["KS"] if shows_people else [])


def test_the_way_back_is_a_button_that_says_where_to(view: DifferencesView, qtbot: QtBot) -> None:
    back = next(made for made in view.findChildren(QPushButton) if made.text() == "Zu den Stapeln")
    with qtbot.waitSignal(view.closed):
        back.click()


def test_all_that_can_have_the_keyboard_has_a_name(view: DifferencesView) -> None:
    assert not [widget for widget in focusable(view) if not spoken_name(widget)]
