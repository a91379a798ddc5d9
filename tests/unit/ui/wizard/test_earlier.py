"""What an office answered in the round before stands below its questions, if it wants that; persons never see such."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts, texts
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.wizard import Wizard
from kommune_desktop.ui.wizard.earlier_note import EarlierNote
from tests.unit.ui.conftest import OpenWindow, OpenWizard
from tests.unit.ui.keyboard import ALT, focused, focused_question, press, spoken_name, tab_order
from tests.unit.ui.material import DATA, HOUSING, OFFICE, OPEN, STRATEGY, add_small_round, answer
from tests.unit.ui.wizard.pages import page, view

BEFORE = "Runde 2023"
ANSWERS = {
    "a.bild": answer(3, "Wird fortgeschrieben.", "Beschluss 7/2022"),
    "a.ziel": Answer(State.DONT_KNOW),
    "a.leitung": answer(1),
    "a.wege": answer(frozenset({3, 0})),
    "a.stellen": answer(Decimal("1234.50")),
    "a.partner": answer("Caritas und\nMoscheeverein"),
    "b.haushalt": Answer(State.BLANK, None, "Kämmerei fragen"),
    "b.suche": answer(0),
}
SAID = {
    "a.bild": "Runde 2023: Stufe 3\nNachweis damals: Beschluss 7/2022\nBemerkung damals: Wird fortgeschrieben.",
    "a.ziel": "Runde 2023: weiß nicht",
    "a.leitung": "Runde 2023: Stufe 1",
    "a.wege": "Runde 2023: Stufe 0; Stufe 3",
    "a.stellen": "Runde 2023: 1.234,5\N{NO-BREAK SPACE}Stellen",
    "a.partner": "Runde 2023: Caritas und Moscheeverein",
    "b.haushalt": "Runde 2023: leer\nBemerkung damals: Kämmerei fragen",
    "b.suche": "Runde 2023: Stufe 0",
}

LONG_WORDS = "Wort " * 50
FIRST_32 = ("Wort " * 32).strip()
"""As many of them as fit into 160 letters."""

NewSheet = Callable[[str], Sheet]


@pytest.fixture
def new_sheet(session: Session) -> NewSheet:
    """Adds a sheet of a group to the small round; each group has answered in a round before it."""
    before = add_small_round(session.opened, BEFORE, created=datetime(2023, 9, 14, tzinfo=UTC))
    for group in ("administration", "council"):
        sheet = session.opened.sheets.add(before, group)
        for question_id, given in ANSWERS.items():
            session.opened.answers.save(sheet.id, question_id, given)

    def add(group_id: str) -> Sheet:
        made = session.add_sheet(group_id)
        assert made is not None
        return made

    return add


def notes(wizard: Wizard) -> dict[str, str]:
    """The notes that the open page shows, by question."""
    return {
        one.question.id: note.text()
        for one in page(wizard).views
        for note in one.findChildren(EarlierNote)
        if note.isVisible()
    }


def note_on(question_id: str, given: Answer, words: Texts, session: Session) -> EarlierNote:
    return EarlierNote(BEFORE, session.current_round.questionnaire.question(question_id), given, words)


@pytest.mark.parametrize(
    ("turned_to", "asked"),
    [
        (STRATEGY, ["a.bild", "a.leitung"]),
        (DATA, ["a.wege", "a.stellen", "a.partner"]),
        (OFFICE, ["b.haushalt"]),
        (HOUSING, ["b.suche"]),
    ],
)
def test_each_question_says_what_the_office_answered(
    open_wizard: OpenWizard, new_sheet: NewSheet, turned_to: int, asked: list[str]
) -> None:
    wizard = open_wizard(new_sheet("administration"), turned_to)
    assert notes(wizard) == {question_id: SAID[question_id] for question_id in asked}


def test_a_question_that_appears_by_its_condition_brings_its_note(open_wizard: OpenWizard, new_sheet: NewSheet) -> None:
    wizard = open_wizard(new_sheet("administration"), STRATEGY)
    press("4")
    assert notes(wizard)["a.ziel"] == SAID["a.ziel"]


@pytest.mark.parametrize("turned_to", [STRATEGY, DATA, HOUSING])
def test_a_person_is_never_shown_what_another_person_said(
    open_wizard: OpenWizard, new_sheet: NewSheet, turned_to: int
) -> None:
    wizard = open_wizard(new_sheet("council"), turned_to)
    assert not wizard.earlier_box.isVisible()
    assert not wizard.findChildren(EarlierNote)
    wizard.earlier_box.setChecked(False)
    wizard.earlier_box.setChecked(True)
    assert not wizard.findChildren(EarlierNote)


def test_the_first_round_offers_nothing_to_show(open_wizard: OpenWizard, session: Session) -> None:
    sheet = session.add_sheet("administration")
    assert sheet is not None
    wizard = open_wizard(sheet)
    assert not wizard.earlier_box.isVisible()
    assert not wizard.findChildren(EarlierNote)


def test_a_click_takes_the_notes_away_and_brings_them_back_while_the_keyboard_stays(
    open_wizard: OpenWizard, new_sheet: NewSheet
) -> None:
    wizard = open_wizard(new_sheet("administration"), HOUSING)
    before = focused()
    for expected in ({}, {"b.suche": SAID["b.suche"]}):
        spot = wizard.earlier_box.rect().center() / 4
        QTest.mouseClick(wizard.earlier_box, Qt.MouseButton.LeftButton, pos=spot)
        assert notes(wizard) == expected
        assert focused() is before


def test_the_key_of_the_switch_leaves_the_keyboard_in_the_question(
    open_wizard: OpenWizard, new_sheet: NewSheet, qtbot: QtBot
) -> None:
    wizard = open_wizard(new_sheet("administration"), STRATEGY)
    press(Qt.Key.Key_F, modifier=ALT)
    qtbot.waitUntil(lambda: not wizard.earlier_box.isChecked())
    assert notes(wizard) == {}
    assert focused_question() == "a.bild"


def test_the_switch_holds_for_all_pages_built_before_and_after(open_wizard: OpenWizard, new_sheet: NewSheet) -> None:
    wizard = open_wizard(new_sheet("administration"), STRATEGY)
    wizard.show_page(DATA)
    wizard.earlier_box.click()
    for turned_to in (STRATEGY, HOUSING):
        wizard.show_page(turned_to)
        assert notes(wizard) == {}
    wizard.show_page(OPEN)
    wizard.earlier_box.click()
    wizard.show_page(DATA)
    assert list(notes(wizard)) == ["a.wege", "a.stellen", "a.partner"]


def test_the_switch_is_remembered_until_the_next_start(
    open_wizard: OpenWizard, new_sheet: NewSheet, tmp_path: Path
) -> None:
    source, sheet = tmp_path / "settings.json", new_sheet("administration")
    wizard = open_wizard(sheet, STRATEGY, settings=Settings(source=source))
    assert wizard.earlier_box.isChecked()
    wizard.earlier_box.click()
    again = open_wizard(sheet, STRATEGY, settings=Settings.load(source))
    assert not again.earlier_box.isChecked()
    assert notes(again) == {}
    again.earlier_box.click()
    assert Settings.load(source).shows_earlier


def test_the_workspace_opens_a_sheet_as_the_settings_say(open_window: OpenWindow, new_sheet: NewSheet) -> None:
    sheet = new_sheet("administration")
    workspace = open_window(settings=Settings(shows_earlier=False)).workspace
    assert workspace is not None
    workspace.open_sheet(sheet)
    assert workspace.wizard is not None
    assert workspace.wizard.earlier_box.isVisible()
    assert not workspace.wizard.earlier_box.isChecked()


def test_the_question_with_the_keyboard_stays_in_sight_when_notes_come(
    open_wizard: OpenWizard, new_sheet: NewSheet, session: Session, qtbot: QtBot
) -> None:
    sheet, rows = new_sheet("administration"), session.opened.answers
    office = session.opened.sheets.of_round(session.opened.rounds.all()[0].id)[0]
    long = answer(frozenset({3, 0}), LONG_WORDS, LONG_WORDS)
    rows.save(office.id, "a.wege", long, before=ANSWERS["a.wege"])
    wizard = open_wizard(sheet, DATA, settings=Settings(shows_earlier=False))
    wizard.resize(640, 480)
    page(wizard).focus("a.partner")
    last = view(wizard, "a.partner")
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())
    place = last.y()
    wizard.earlier_box.click()
    qtbot.waitUntil(lambda: last.y() > place)
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())


def test_notes_are_no_stop_for_the_keyboard_and_the_switch_comes_before_the_buttons(
    open_wizard: OpenWizard, new_sheet: NewSheet
) -> None:
    wizard = open_wizard(new_sheet("administration"), HOUSING)
    order = tab_order(wizard)
    assert not [widget for widget in order if isinstance(widget, EarlierNote)]
    place = order.index(wizard.earlier_box)
    assert order[place + 1] is wizard.open_button
    assert spoken_name(wizard.earlier_box) == "Frühere Antworten zeigen"


def test_a_screen_reader_reads_the_note_as_it_stands(open_wizard: OpenWizard, new_sheet: NewSheet) -> None:
    wizard = open_wizard(new_sheet("administration"), STRATEGY)
    note = view(wizard, "a.bild").earlier
    assert note is not None
    interface = QAccessible.queryAccessibleInterface(note)
    assert interface is not None
    assert interface.role() == QAccessible.Role.StaticText
    assert spoken_name(note) == SAID["a.bild"]
    assert not note.toolTip()


def test_long_words_are_cut_and_whole_in_the_tool_tip(qtbot: QtBot, words: Texts, session: Session) -> None:
    given = answer(2, evidence=f"{LONG_WORDS}<b>Ende</b>")
    note = note_on("a.bild", given, words, session)
    qtbot.addWidget(note)
    assert note.text() == f"Runde 2023: Stufe 2\nNachweis damals: {FIRST_32} …"
    assert note.accessibleDescription() == f"Runde 2023: Stufe 2\nNachweis damals: {LONG_WORDS}<b>Ende</b>"
    assert "Wort &lt;b&gt;Ende&lt;/b&gt;" in note.toolTip()


def test_a_single_long_word_is_cut_where_it_has_to_be_and_may_be_broken(
    qtbot: QtBot, words: Texts, session: Session
) -> None:
    note = note_on("a.partner", answer("x" * 200), words, session)
    qtbot.addWidget(note)
    piece = "x" * 40
    assert note.text().split("\N{ZERO WIDTH SPACE}") == [f"Runde 2023: {piece}", piece, piece, piece, "…"]
    assert "x" * 200 in note.toolTip()


@pytest.mark.parametrize(
    ("number", "expected"),
    [("60", "60"), ("100", "100"), ("12.50", "12,5"), ("0.0", "0"), ("-3", "\N{MINUS SIGN}3"), ("2E+2", "200")],
)
def test_a_number_is_said_with_the_decimals_that_it_has(
    qtbot: QtBot, words: Texts, session: Session, number: str, expected: str
) -> None:
    note = note_on("a.stellen", answer(Decimal(number)), words, session)
    qtbot.addWidget(note)
    assert note.text() == f"Runde 2023: {expected}\N{NO-BREAK SPACE}Stellen"


def test_answers_are_said_in_the_language_of_the_window(qtbot: QtBot, session: Session) -> None:
    note = note_on("a.stellen", answer(Decimal("1234.5")), texts("en"), session)
    qtbot.addWidget(note)
    assert note.text() == "Runde 2023: 1,234.5\N{NO-BREAK SPACE}posts"
