"""Whole sheets, answered from the keyboard alone; each key is in the file at once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.ui.session import Session
from tests.unit.ui.conftest import OpenWizard
from tests.unit.ui.keyboard import focused, focused_question, press
from tests.unit.ui.material import OPEN, STRATEGY, answer, stored
from tests.unit.ui.wizard.pages import contents

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
MANY_KEYS = 1_000


def test_a_small_sheet_is_filled_in_key_by_key_and_each_is_saved(
    open_wizard: OpenWizard, sheet: Sheet, path: Path
) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    expected: dict[str, Answer] = {}
    steps: list[tuple[str | Qt.Key, str, Answer | None]] = [
        ("4", "a.bild", answer(3)),
        ("1", "a.ziel", answer(0)),
        ("2", "a.leitung", answer(1)),
        (ENTER, "", None),
        ("1", "a.wege", answer(frozenset({0}))),
        ("4", "a.wege", answer(frozenset({0, 3}))),
        *((TAB, "", None) for _ in range(7)),  # three more choices, two states, the comment
        ("3", "", None),
        ("7", "a.stellen", answer(Decimal(37))),
        (",", "a.stellen", answer(Decimal(37))),
        ("5", "a.stellen", answer(Decimal("37.5"))),
        ("w", "a.stellen", answer(State.DONT_KNOW)),
        ("O", "a.partner", answer("O")),
        ("k", "a.partner", answer("Ok")),
        *((TAB, "", None) for _ in range(4)),  # two states, the comment, back
        *((TAB, "", None) for _ in range(1)),
        (ENTER, "", None),
        ("5", "b.suche", answer(4)),
        ("t", "b.miete", answer(State.NOT_APPLICABLE)),
        (ENTER, "", None),
    ]
    for key, question_id, now in steps:
        press(key)
        if now is not None:
            expected[question_id] = now
        assert stored(path, sheet) == expected, key
    assert wizard.page == OPEN
    assert wizard.open_questions.title.text() == "Alles beantwortet"


def test_a_whole_shipped_sheet_is_filled_in_from_the_keyboard(
    shipped_session: Session, open_wizard: OpenWizard
) -> None:
    sheet = shipped_session.add_sheet("administration")
    assert sheet is not None
    wizard = open_wizard(sheet, session=shipped_session)
    questionnaire = shipped_session.current_round.questionnaire
    for _ in range(MANY_KEYS):
        question_id = focused_question()
        if wizard.stack.currentWidget() is wizard.open_questions:
            break
        if not question_id:
            assert focused() is wizard.next_button
            press(ENTER)
        elif questionnaire.question(question_id).kind is Kind.TEXT:
            press(TAB, "w")
        else:
            press("3" if questionnaire.question(question_id).kind is Kind.SCALE else "w")
    assert wizard.open_questions.title.text() == "Alles beantwortet"
    shown = len(wizard.model.progress.shown)
    assert shown > 100
    assert len(stored(shipped_session.path, sheet)) == shown
    assert set(contents(wizard).values()) <= {"\N{CHECK MARK}", "\N{EN DASH}", ""}
