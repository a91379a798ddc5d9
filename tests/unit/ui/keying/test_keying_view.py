from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kommune_desktop.core.answer import State
from kommune_desktop.core.sheet import Sheet, SheetState
from kommune_desktop.settings import Settings
from kommune_desktop.ui.keying import KeyingJob, KeyingView
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.forms import print_set
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focused, press
from tests.unit.ui.material import answer, locked, stored


@pytest.fixture
def paper(session: Session, tmp_path: Path) -> Sheet:
    """A printed sheet of the council."""
    print_set(session.opened, session.current_round, "council", 1, tmp_path / "Bögen.pdf", language="de")
    return session.sheets()[-1]


@pytest.fixture
def view(session: Session, paper: Sheet, show: ShowWidget) -> KeyingView:
    made = KeyingView(session, Settings(), KeyingJob(), paper)
    made.resize(1000, 600)
    show(made)
    made.focus()
    return made


def at(view: KeyingView) -> str | None:
    return view.desk.current.id if view.desk.current else None


def test_each_key_is_in_the_file_before_the_next_question_is_shown(
    view: KeyingView, paper: Sheet, session: Session
) -> None:
    press("4")
    assert stored(session.path, paper) == {"a.bild": answer(3)}
    assert at(view) == "a.ziel"


def test_one_sees_which_sheet_it_is_and_where_on_the_paper_one_is(view: KeyingView, paper: Sheet) -> None:
    assert view.title.text() == f"Bogen {paper.number} · Ratsfraktionen"
    assert view.desk_view.strip.look is not None
    assert view.desk_view.strip.look.where == "Seite 1 von 2 · Steuerung"


def test_a_screen_reader_hears_the_next_question(view: KeyingView) -> None:
    press("4")
    assert view.desk_view.strip.accessibleName().startswith("2 ")
    assert view.desk.current is not None
    assert view.desk.current.text.in_language("de") in view.desk_view.strip.accessibleName()


def test_a_refused_key_says_why_and_changes_nothing(view: KeyingView, paper: Sheet, session: Session) -> None:
    press("6")
    assert "1–5" in view.desk_view.complaint.text()
    assert stored(session.path, paper) == {}
    press("1")
    assert not view.desk_view.complaint.isVisible()


def test_backspace_shows_the_answer_before_and_a_key_replaces_it(
    view: KeyingView, paper: Sheet, session: Session
) -> None:
    press("4", Qt.Key.Key_Backspace)
    assert at(view) == "a.bild"
    assert "4" in view.desk_view.strip.accessibleName()
    press("2")
    assert stored(session.path, paper)["a.bild"] == answer(1)


def test_undo_leads_back_to_the_question_answer_by_answer(view: KeyingView, paper: Sheet, session: Session) -> None:
    press("4", "3", "1")
    for expected in ("a.leitung", "a.ziel", "a.bild"):
        session.undo_stack.undo()
        assert at(view) == expected
    assert stored(session.path, paper) == {}


def test_a_comment_is_one_key_away_and_enter_leads_back(view: KeyingView, paper: Sheet, session: Session) -> None:
    press("*")
    assert focused() is view.desk_view.line
    press("gut so", Qt.Key.Key_Return)
    assert focused() is view.desk_view.strip
    press("4")
    assert stored(session.path, paper)["a.bild"] == answer(3, "gut so")


def test_a_question_is_reached_by_its_number(view: KeyingView) -> None:
    press("+", "8", Qt.Key.Key_Return)
    assert at(view) == "b.suche"
    press("+", "99", Qt.Key.Key_Return)
    assert at(view) == "b.suche"
    assert "99" in view.desk_view.complaint.text()


def test_words_are_typed_where_words_belong(view: KeyingView, paper: Sheet, session: Session) -> None:
    press("+", "6", Qt.Key.Key_Return)
    assert focused() is view.desk_view.line
    press("Der Sportverein", Qt.Key.Key_Return)
    assert stored(session.path, paper)["a.partner"] == answer("Der Sportverein")
    assert at(view) == "b.suche"
    assert focused() is view.desk_view.strip


def test_words_that_can_not_be_saved_are_still_there(view: KeyingView, session: Session, paper: Sheet) -> None:
    press("+", "6", Qt.Key.Key_Return)
    with locked(session.opened):
        press("Der Sportverein", Qt.Key.Key_Return)
    assert at(view) == "a.partner"
    assert view.desk_view.line.text() == "Der Sportverein"
    press(Qt.Key.Key_Return)
    assert stored(session.path, paper)["a.partner"] == answer("Der Sportverein")


def test_a_comment_that_can_not_be_saved_is_still_there(view: KeyingView, session: Session, paper: Sheet) -> None:
    press("*")
    with locked(session.opened):
        press("gut so", Qt.Key.Key_Return)
    press("*")
    assert view.desk_view.line.text() == "gut so"
    press(Qt.Key.Key_Return, "*")
    assert stored(session.path, paper)["a.bild"].comment == view.desk_view.line.text() == "gut so"


def test_words_that_were_begun_are_there_when_one_comes_back(view: KeyingView) -> None:
    press("+", "6", Qt.Key.Key_Return, "Der Sport", Qt.Key.Key_Up)
    assert at(view) != "a.partner"
    press("+", "6", Qt.Key.Key_Return)
    assert view.desk_view.line.text() == "Der Sport"


def test_a_cross_that_should_not_be_there_is_kept_and_named(view: KeyingView, paper: Sheet, session: Session) -> None:
    press("1", Qt.Key.Key_Up)
    assert "entfällt" in view.desk_view.notice.text()
    press("5")
    assert stored(session.path, paper)["a.ziel"] == answer(4)
    assert "Widerspruch" in view.desk_view.notice.text()


def test_an_answer_that_can_not_be_saved_does_not_lead_on(view: KeyingView, session: Session) -> None:
    with locked(session.opened):
        press("4")
    assert at(view) == "a.bild"
    assert view.desk.answers == {}


def test_a_sheet_that_was_left_goes_on_where_it_stopped(
    view: KeyingView, paper: Sheet, session: Session, show: ShowWidget
) -> None:
    press("4", "3")
    again = KeyingView(session, Settings(), KeyingJob(), paper)
    show(again)
    assert at(again) == "a.leitung"


def test_the_sheet_is_keyed_only_when_it_is_closed_at_its_end(
    view: KeyingView, paper: Sheet, session: Session, qtbot: QtBot
) -> None:
    press("4", "3", "1", "1", Qt.Key.Key_Return, "1", "0", Qt.Key.Key_Return, Qt.Key.Key_Return, "2")
    press(Qt.Key.Key_Return)
    assert at(view) == "b.miete"
    press("5", Qt.Key.Key_Return)
    assert session.opened.sheets.get(paper.id).state is SheetState.ISSUED
    with qtbot.waitSignal(view.closed):
        press("+")
    assert session.opened.sheets.get(paper.id).state is SheetState.KEYED
    assert session.opened.sheets.counted_by_group(session.current_round.id)["council"] == 1


def test_the_end_leads_to_what_was_left_out(view: KeyingView) -> None:
    press("+", "9", Qt.Key.Key_Return, "3")
    assert at(view) is None
    press("+")
    assert at(view) == "a.bild"


def test_states_are_keyed_like_answers(view: KeyingView, paper: Sheet, session: Session) -> None:
    press("8", "9", "0")
    states = [found.state for found in stored(session.path, paper).values()]
    assert states == [State.DONT_KNOW, State.NOT_APPLICABLE, State.BLANK]
