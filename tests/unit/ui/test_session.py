"""The session: what is open, what it tells its watchers, and taking changes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kommune_desktop.core.answer import State
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.ui.session import Session
from tests.unit.ui.material import ROUND, TOWN, add_sheets, add_small_round, answer, stored


@pytest.fixture
def question(session: Session) -> Question:
    """A question on a scale."""
    return session.current_round.questionnaire.question("b.suche")


def test_a_new_session_has_nothing_open(words: Texts) -> None:
    session = Session(words)
    assert session.store is None
    assert session.round is None
    assert session.sheets() == []
    assert session.sheet_counts() == {}
    with pytest.raises(LookupError):
        _ = session.opened
    with pytest.raises(LookupError):
        _ = session.current_round


def test_opening_a_file_tells_that_store_round_and_sheets_are_others(words: Texts, path: Path, qtbot: QtBot) -> None:
    session = Session(words)
    with qtbot.waitSignals([session.storeChanged, session.roundChanged, session.sheetsChanged], order="strict"):
        session.use(Store.open(path))
    assert session.path == path
    assert session.opened.municipality == TOWN
    session.close()


def test_the_last_round_is_selected(session: Session) -> None:
    later = add_small_round(session.opened, "Runde 2028")
    session.use(Store.open(session.path))
    assert [round_.title for round_ in session.rounds] == [ROUND, "Runde 2028"]
    assert session.current_round.id == later.id


def test_a_file_without_rounds_selects_none(words: Texts, tmp_path: Path) -> None:
    session = Session(words)
    session.use(Store.create(tmp_path / "leer.kommune", TOWN))
    assert session.round is None
    session.close()


def test_closing_forgets_everything(session: Session, sheet: Sheet, question: Question) -> None:
    session.record(sheet, question, None, answer(1))
    session.close()
    assert session.store is None
    assert session.round is None
    assert session.rounds == []
    assert not session.undo_stack.canUndo()


def test_turning_to_another_round_tells_it_and_clears_the_undo(
    session: Session, sheet: Sheet, question: Question, qtbot: QtBot
) -> None:
    other = add_small_round(session.opened, "Runde 2028")
    session.record(sheet, question, None, answer(1))
    with qtbot.waitSignals([session.roundChanged, session.sheetsChanged]):
        session.select_round(other)
    assert session.sheets() == []
    assert not session.undo_stack.canUndo()


def test_a_new_round_is_turned_to_and_saved(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignals([session.roundChanged, session.sheetsChanged, session.saved]):
        session.add_round(title="Runde 2028")
    assert session.current_round.title == "Runde 2028"
    assert len(session.current_round.questions) == 105


def test_a_round_that_is_refused_changes_nothing(session: Session) -> None:
    with pytest.raises(UserError) as caught:
        session.add_round(title=ROUND)
    assert caught.value.key == "round.title_taken"
    assert session.current_round.title == ROUND
    assert len(session.rounds) == 1


def test_a_new_sheet_is_told_and_saved(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignals([session.sheetsChanged, session.saved]):
        sheet = session.add_sheet("council")
    assert sheet is not None
    assert [(made.number, made.group_id) for made in session.sheets()] == [("26-RA-0001-1", "council")]
    assert session.sheet_counts() == {"administration": 0, "council": 1, "welfare": 0}


def test_a_second_sheet_of_a_joint_group_is_refused(session: Session, qtbot: QtBot) -> None:
    session.add_sheet("administration")
    with qtbot.waitSignal(session.failed) as failed, qtbot.assertNotEmitted(session.saved):
        assert session.add_sheet("administration") is None
    assert failed.args is not None
    assert failed.args[0].key == "sheet.joint_has_one"
    assert session.sheet_counts()["administration"] == 1


def test_an_answer_is_told_with_sheet_question_and_value(
    session: Session, sheet: Sheet, question: Question, path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.saved), qtbot.waitSignal(session.answerChanged) as told:
        session.record(sheet, question, None, answer(3))
    assert told.args == [sheet.id, "b.suche", answer(3)]
    assert stored(path, sheet) == {"b.suche": answer(3)} == session.answers(sheet)


def test_an_answer_that_stays_the_same_is_not_written(
    session: Session, sheet: Sheet, question: Question, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(session.saved), qtbot.assertNotEmitted(session.answerChanged):
        session.record(sheet, question, answer(3), answer(3))
    assert not session.undo_stack.canUndo()


def test_undo_and_redo_of_an_answer_reach_the_file_and_the_watchers(
    session: Session, sheet: Sheet, question: Question, path: Path
) -> None:
    told: list[object] = []
    session.answerChanged.connect(lambda _sheet, _question, now: told.append(now))
    session.record(sheet, question, None, answer(1))
    session.record(sheet, question, answer(1), answer(State.DONT_KNOW))
    session.undo_stack.undo()
    assert stored(path, sheet) == {"b.suche": answer(1)}
    session.undo_stack.undo()
    assert stored(path, sheet) == {}
    session.undo_stack.redo()
    assert stored(path, sheet) == {"b.suche": answer(1)}
    assert told == [answer(1), answer(State.DONT_KNOW), answer(1), None, answer(1)]


def test_typing_in_one_question_is_one_step(session: Session, sheet: Sheet, path: Path) -> None:
    partner = session.current_round.questionnaire.question("a.partner")
    before = None
    for text in ("V", "Ve", "Ver"):
        session.record(sheet, partner, before, answer(text), typing=True)
        before = answer(text)
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert stored(path, sheet) == {}
    session.undo_stack.redo()
    assert stored(path, sheet) == {"a.partner": answer("Ver")}


def test_typing_in_two_questions_is_two_steps(session: Session, sheet: Sheet, path: Path) -> None:
    questionnaire = session.current_round.questionnaire
    session.record(sheet, questionnaire.question("a.partner"), None, answer("V"), typing=True)
    session.record(sheet, questionnaire.question("a.bild"), None, answer(State.BLANK, "x"), typing=True)
    session.undo_stack.undo()
    assert stored(path, sheet) == {"a.partner": answer("V")}


def test_a_choice_after_typing_is_a_step_of_its_own(
    session: Session, sheet: Sheet, question: Question, path: Path
) -> None:
    session.record(sheet, question, None, answer(State.BLANK, "x"), typing=True)
    session.record(sheet, question, answer(State.BLANK, "x"), answer(2, "x"))
    session.record(sheet, question, answer(2, "x"), answer(2, "xy"), typing=True)
    assert session.undo_stack.count() == 3
    session.undo_stack.undo()
    assert stored(path, sheet) == {"b.suche": answer(2, "x")}


def test_a_deleted_sheet_comes_back_with_its_answers(
    session: Session, sheet: Sheet, question: Question, path: Path, qtbot: QtBot
) -> None:
    session.record(sheet, question, None, answer(1))
    with qtbot.waitSignals([session.sheetsChanged, session.saved]):
        session.delete_sheet(sheet)
    assert session.sheets() == []
    with qtbot.waitSignals([session.sheetsChanged, session.saved]):
        session.undo_stack.undo()
    assert [made.number for made in session.sheets()] == ["26-RA-0001-1"]
    assert stored(path, sheet) == {"b.suche": answer(1)}
    session.undo_stack.redo()
    assert session.sheets() == []


def test_a_deleted_sheet_is_gone_for_good_when_the_file_is_opened_again(session: Session, sheet: Sheet) -> None:
    session.delete_sheet(sheet)
    session.use(Store.open(session.path))
    assert session.sheets() == []
    with pytest.raises(UserError, match=r"sheet\.gone"):
        session.opened.sheets.get(sheet.id)
    assert not session.undo_stack.canUndo()


def test_where_work_on_a_sheet_stands_is_kept(session: Session, sheet: Sheet) -> None:
    session.remember_topic(sheet, "b.wohnen")
    assert session.sheets()[0].topic == "b.wohnen"


def test_sheets_tell_how_much_of_them_is_answered(session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": 1, "b.miete": State.BLANK}])
    assert session.sheets()[0].answered == 1
