"""The dialog that shows what a file of answers would bring, and asks what its columns mean."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from kommune_desktop.core.answer import State
from kommune_desktop.intake.answers import Coding, ColumnUse, Role
from kommune_desktop.texts import Texts, texts
from kommune_desktop.ui.dialogs.import_answers import ImportAnswersDialog
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.file_work import open_answers, preview_answers
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.dialogs.reading import cut_texts, hidden_sideways, squeeze
from tests.unit.ui.keyboard import focusable, press, spoken_name
from tests.unit.ui.workspace.table import column

WIDE = """id,gruppe,b_suche,b_miete,Farbe
7,council,0,weiß nicht,rot
8,council,4,,blau
"""
ODD = """id,gruppe,b_suche
7,Kirche,0
8,council,na ja
9,council,na ja
"""
LONG = "sheet,group,question,state,value,comment\n7,council,b.suche,,3,gut\n"
OpenDialog = Callable[..., ImportAnswersDialog]


@pytest.fixture
def open_dialog(session: Session, tmp_path: Path, show: ShowWidget, words: Texts, qtbot: QtBot) -> OpenDialog:
    """Opens the dialog over a file with this content and waits for its first preview."""

    def open_file(content: str, language: Texts = words) -> ImportAnswersDialog:
        path = tmp_path / "Umfrage.csv"
        path.write_text(content, encoding="utf-8")
        round_ = session.current_round
        source = open_answers(path, round_, {}, None, lambda _: None)
        look = partial(preview_answers, session.path, round_, source)
        dialog = ImportAnswersDialog(language, round_, source, look)
        show(dialog)
        settle(dialog, qtbot)
        return dialog

    return open_file


def settle(dialog: ImportAnswersDialog, qtbot: QtBot) -> None:
    """Wait until the preview is the one of what was chosen last."""
    qtbot.waitUntil(lambda: not dialog.is_looking)


def choose(combo: QComboBox, text: str) -> None:
    """Choose an entry as a person does."""
    index = combo.findText(text)
    assert index >= 0, [combo.itemText(place) for place in range(combo.count())]
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def meanings(dialog: ImportAnswersDialog) -> list[str]:
    """What the columns mean, in their order."""
    return column(dialog.columns.table, 2)


def test_the_form_of_the_file_is_told_and_what_would_come_in(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(WIDE)
    assert dialog.preview.state.text() == "2 Bögen mit 4 Antworten lassen sich übernehmen: Ratsfraktionen 2."
    assert dialog.preview.note.text() == "Spalten ohne Bedeutung (1): Farbe"
    assert column(dialog.preview.sheets, 1) == ["7", "8"]
    assert column(dialog.preview.answers, 2) == ["1 Stufe 0", "weiß nicht"]
    assert dialog.accept_button.isEnabled()


def test_a_file_in_long_form_has_a_preview_alone(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(LONG)
    assert dialog.mapping is None
    assert not dialog.tabs.isVisible()
    assert column(dialog.preview.answers, 2) == ["4 Stufe 3 – „gut“"]
    assert dialog.accept_button.isEnabled()


def test_the_columns_are_shown_with_their_meaning(open_dialog: OpenDialog) -> None:
    assert meanings(open_dialog(WIDE)) == ["Nummer des Bogens", "Gruppe", "8 Wohnungssuche", "9 Miete", "bleibt weg"]


def test_a_column_is_left_out_and_the_preview_follows(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog(WIDE)
    dialog.tabs.setCurrentWidget(dialog.columns)
    dialog.columns.table.selectRow(3)
    choose(dialog.columns.role, "bleibt weg")
    assert not dialog.accept_button.isEnabled(), "the preview is old"
    settle(dialog, qtbot)
    assert dialog.preview.state.text() == "2 Bögen mit 2 Antworten lassen sich übernehmen: Ratsfraktionen 2."
    assert meanings(dialog)[3] == "bleibt weg"
    assert dialog.columns.table.chosen_row() == 3


def test_a_column_is_given_another_question_and_another_coding(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog(WIDE)
    dialog.columns.table.selectRow(2)
    choose(dialog.columns.question, "1 Leitbild")
    choose(dialog.columns.coding, "Nummern wie gedruckt: 1, 2, 3 … (auch A1, AO01 …)")
    settle(dialog, qtbot)
    assert dialog.mapping is not None
    assert dialog.mapping.use_of("b_suche") == ColumnUse("b_suche", "a.bild", coding=Coding.PLACE)
    assert dialog.preview.problems.toPlainText().startswith("Zeile 2, Spalte „b_suche“: „0“ steht nicht zur Auswahl.")
    assert not dialog.accept_button.isEnabled()


def test_a_coding_goes_for_all_columns(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog(WIDE)
    dialog.columns.table.selectRow(2)
    choose(dialog.columns.coding, "die Antworten im Wortlaut")
    dialog.columns.for_all.click()
    settle(dialog, qtbot)
    assert dialog.mapping is not None
    assert [use.coding for use in dialog.mapping.uses] == [Coding.LABEL, Coding.LABEL]


def test_a_column_that_was_left_out_becomes_a_comment_or_a_choice_to_tick(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(WIDE)
    dialog.columns.table.selectRow(4)
    choose(dialog.columns.role, "Bemerkung zu einer Frage")
    choose(dialog.columns.question, "9 Miete")
    assert meanings(dialog)[4] == "Bemerkung zu 9 Miete"
    choose(dialog.columns.role, "eine von mehreren Antworten, angekreuzt oder nicht")
    choose(dialog.columns.choice, "Stufe 2")
    assert dialog.mapping is not None
    assert dialog.mapping.use_of("Farbe") == ColumnUse("Farbe", "a.wege", Role.CHOICE, 2)


def test_a_file_without_groups_asks_for_one(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog("b_suche\n0\n4\n")
    assert dialog.preview.state.text() == "Noch ist nicht klar, was die Spalten bedeuten:"
    assert "zu welcher Gruppe" in dialog.preview.problems.toPlainText()
    choose(dialog.sheets.group, "Ratsfraktionen")
    settle(dialog, qtbot)
    assert column(dialog.preview.sheets, 1) == ["Online-2", "Online-3"]
    dialog.tabs.setCurrentWidget(dialog.sheets)
    dialog.sheets.prefix.setFocus()
    dialog.sheets.prefix.selectAll()
    press("W-")
    settle(dialog, qtbot)
    assert column(dialog.preview.sheets, 1) == ["W-2", "W-3"]
    assert dialog.accept_button.isEnabled()


def test_an_empty_cell_may_be_an_answer_not_entered(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog(WIDE)
    dialog.sheets.not_entered.setChecked(True)
    settle(dialog, qtbot)
    assert dialog.preview.state.text() == "2 Bögen mit 3 Antworten lassen sich übernehmen: Ratsfraktionen 2."


def test_texts_that_mean_nothing_are_given_a_meaning(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog(ODD)
    assert dialog.preview.state.text() == "Es wird nichts übernommen, solange 3 Zeilen zu berichtigen sind:"
    assert dialog.tabs.tabText(3) == "&Texte (2 offen)"
    assert column(dialog.texts.table, 1) == ["Kirche", "na ja"]
    assert column(dialog.texts.table, 2) == ["1", "2"]
    dialog.texts.table.selectRow(0)
    choose(dialog.texts.meaning, "Wohlfahrtsverbände")
    dialog.texts.table.selectRow(1)
    choose(dialog.texts.meaning, "weiß nicht")
    settle(dialog, qtbot)
    assert dialog.mapping is not None
    assert dialog.mapping.group_texts == {"Kirche": "welfare"}
    assert dialog.mapping.states["na ja"] is State.DONT_KNOW
    assert column(dialog.texts.table, 3) == ["Wohlfahrtsverbände", "weiß nicht"]
    assert dialog.accept_button.isEnabled()
    choose(dialog.texts.meaning, "Stufe 1")
    settle(dialog, qtbot)
    use = dialog.mapping.use_of("b_suche")
    assert use is not None
    assert (use.meanings, "na ja" in dialog.mapping.states) == ({"na ja": 1}, False)
    choose(dialog.texts.meaning, "offen")
    settle(dialog, qtbot)
    assert not dialog.accept_button.isEnabled()


def test_the_problems_can_be_copied(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(ODD)
    dialog.preview.copy.click()
    assert QApplication.clipboard().text() == dialog.preview.problems.toPlainText()
    assert len(dialog.preview.problems.toPlainText().splitlines()) == 3


def test_many_changes_in_a_row_end_in_the_preview_of_the_last(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog("b_suche\n0\n4\n")
    for group in ("Ratsfraktionen", "Wohlfahrtsverbände", "Ratsfraktionen", "Wohlfahrtsverbände"):
        choose(dialog.sheets.group, group)
    settle(dialog, qtbot)
    assert dialog.preview.state.text().endswith("Wohlfahrtsverbände 2.")


def test_a_doubtful_coding_is_told(open_dialog: OpenDialog) -> None:
    dialog = open_dialog("b_suche,gruppe\n1,council\n3,council\n")
    assert "ab 0 oder ab 1" in dialog.note.text()
    assert dialog.note.isVisible()


def test_a_file_that_goes_away_says_so(open_dialog: OpenDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = open_dialog(WIDE)
    (tmp_path / "Umfrage.csv").unlink()
    dialog.sheets.not_entered.setChecked(True)
    settle(dialog, qtbot)
    assert "lässt sich nicht lesen" in dialog.preview.problems.toPlainText()
    assert not dialog.accept_button.isEnabled()


def test_enter_takes_over_and_escape_does_not(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog(LONG)
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return)
    dialog = open_dialog(LONG)
    with qtbot.waitSignal(dialog.rejected):
        press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("content", [WIDE, ODD, LONG])
def test_all_that_can_have_the_keyboard_has_a_name(open_dialog: OpenDialog, content: str) -> None:
    dialog = open_dialog(content)
    for place in range(max(dialog.tabs.count(), 1)):
        dialog.tabs.setCurrentIndex(place)
        assert not [widget for widget in focusable(dialog) if not spoken_name(widget)]


@pytest.mark.parametrize("content", [WIDE, ODD, LONG])
def test_all_can_be_read_on_a_small_screen(open_dialog: OpenDialog, content: str) -> None:
    dialog = open_dialog(content)
    squeeze(dialog, 683, 384)
    for place in range(max(dialog.tabs.count(), 1)):
        dialog.tabs.setCurrentIndex(place)
        assert not cut_texts(dialog)
        assert hidden_sideways(dialog) == 0


def test_an_english_dialog_says_groups_and_answers_in_english(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(WIDE, texts("en"))
    assert "Council groups 2" in dialog.preview.state.text()
    assert column(dialog.preview.answers, 2) == ["1 step 0", "don't know"]
