"""The dialog for a new round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from kommune_desktop.core.questionnaire import Questionnaire
from kommune_desktop.core.round import (
    DEFAULT_MIN_CELL,
    MAX_TITLE,
    STANDARD_GROUPS,
    Group,
    GroupKind,
    Round,
    Weighting,
)
from kommune_desktop.texts import Texts, texts
from kommune_desktop.ui.dialogs.new_round import NewRoundDialog, Previous
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.builders import text
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focusable, focused, press, spoken_name, tab_order

STANDARD_IDS = [group.id for group in STANDARD_GROUPS]


@pytest.fixture
def dialog(show: ShowWidget, words: Texts) -> NewRoundDialog:
    """The dialog with the shipped questionnaire."""
    made = NewRoundDialog(words, [shipped(DEFAULT_QUESTIONNAIRE)[0]], "Runde 2026")
    show(made)
    return made


def button(dialog: NewRoundDialog, text: str) -> QPushButton:
    """A button by its word."""
    return next(made for made in dialog.findChildren(QPushButton) if made.text() == text)


def add_group(dialog: NewRoundDialog, name: str) -> None:
    """Add a group of one's own."""
    dialog.new_group.setText(name)
    button(dialog, "Hinzufügen").click()


def set_checked(dialog: NewRoundDialog, row: int, *, checked: bool) -> None:
    """Tick or clear a group."""
    item = dialog.table.item(row, 0)
    assert item is not None
    item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)


def kind_of(dialog: NewRoundDialog, row: int) -> QComboBox:
    """How the group of a row answers."""
    kind = dialog.table.cellWidget(row, 1)
    assert isinstance(kind, QComboBox)
    return kind


def test_a_name_is_all_that_has_to_be_decided(dialog: NewRoundDialog) -> None:
    chosen = dialog.chosen()
    assert chosen.title == "Runde 2026"
    assert chosen.questionnaire_id == DEFAULT_QUESTIONNAIRE
    assert chosen.groups == STANDARD_GROUPS
    assert chosen.weighting is Weighting.GROUP
    assert chosen.min_cell == DEFAULT_MIN_CELL
    assert not chosen.short_form


def test_a_group_that_is_not_ticked_does_not_take_part(dialog: NewRoundDialog) -> None:
    set_checked(dialog, 1, checked=False)
    assert [group.id for group in dialog.chosen().groups] == [id_ for id_ in STANDARD_IDS if id_ != "council"]


def test_a_group_can_answer_in_the_other_way(dialog: NewRoundDialog) -> None:
    kind = kind_of(dialog, 0)
    assert kind.currentText() == "ein gemeinsamer Bogen"
    kind.setCurrentIndex(kind.findText("ein Bogen je Person"))
    assert dialog.chosen().groups[0].kind is GroupKind.INDIVIDUAL


def test_a_group_can_be_renamed_and_keeps_its_id(dialog: NewRoundDialog) -> None:
    item = dialog.table.item(1, 0)
    assert item is not None
    item.setText("  Fraktionen und Gruppen ")
    group = dialog.chosen().groups[1]
    assert group.id == "council"
    assert group.title.in_language("de") == "Fraktionen und Gruppen"


def test_a_group_whose_name_is_deleted_keeps_its_old_one(dialog: NewRoundDialog) -> None:
    item = dialog.table.item(1, 0)
    assert item is not None
    item.setText(" ")
    assert dialog.chosen().groups[1] == STANDARD_GROUPS[1]


@pytest.mark.parametrize(
    ("name", "group_id"),
    [
        ("Seniorenbeirat", "seniorenbeirat"),
        ("Jugend & Schüler:innen", "jugend_schueler_innen"),
        ("Große Vereine", "grosse_vereine"),
        ("ÄÖÜ", "aeoeue"),
        ("3. Sektor", "3_sektor"),
        ("Союз", "group"),
        ("council", "council_2"),
    ],
)
def test_a_group_of_ones_own_gets_an_id_from_its_name(dialog: NewRoundDialog, name: str, group_id: str) -> None:
    add_group(dialog, name)
    group = dialog.chosen().groups[-1]
    assert (group.id, group.title.in_language("de"), group.kind) == (group_id, name, GroupKind.INDIVIDUAL)
    assert dialog.new_group.text() == ""


def test_two_groups_of_the_same_name_get_two_ids(dialog: NewRoundDialog) -> None:
    add_group(dialog, "Verein")
    add_group(dialog, "Verein")
    assert [group.id for group in dialog.chosen().groups][-2:] == ["verein", "verein_2"]


@pytest.mark.parametrize("name", ["", "  "])
def test_a_group_without_a_name_is_not_added(dialog: NewRoundDialog, name: str) -> None:
    add_group(dialog, name)
    assert len(dialog.chosen().groups) == len(STANDARD_GROUPS)


def test_enter_behind_the_name_of_a_group_adds_it_and_makes_no_round_yet(dialog: NewRoundDialog) -> None:
    dialog.new_group.setFocus()
    press("Beirat", Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.chosen().groups[-1].id == "beirat"


def test_a_round_needs_a_group(dialog: NewRoundDialog) -> None:
    for row in range(len(STANDARD_GROUPS)):
        assert button(dialog, "Runde anlegen").isEnabled()
        set_checked(dialog, row, checked=False)
    assert not button(dialog, "Runde anlegen").isEnabled()
    set_checked(dialog, 2, checked=True)
    assert button(dialog, "Runde anlegen").isEnabled()


@pytest.mark.parametrize("title", ["", "   "])
def test_a_round_needs_a_name(dialog: NewRoundDialog, title: str) -> None:
    dialog.title.setText(title)
    assert not button(dialog, "Runde anlegen").isEnabled()


def test_the_name_is_cut_where_the_file_would_refuse_it(dialog: NewRoundDialog) -> None:
    dialog.title.setText("x" * (MAX_TITLE + 1))
    assert dialog.chosen().title == "x" * MAX_TITLE


def test_the_short_form_says_how_short_it_is(dialog: NewRoundDialog) -> None:
    core = sum(question.core for question in shipped(DEFAULT_QUESTIONNAIRE)[0].questions)
    forms = [dialog.form.itemText(index) for index in range(dialog.form.count())]
    assert forms == ["Langform, 105 Fragen", f"Kurzform, {core} Fragen"]
    dialog.form.setCurrentIndex(1)
    assert dialog.chosen().short_form is True


def test_weight_and_smallest_number_are_chosen_by_their_words(dialog: NewRoundDialog) -> None:
    dialog.weighting.setCurrentIndex(dialog.weighting.findText("jeder Bogen zählt gleich viel"))
    dialog.min_cell.setValue(1)
    assert dialog.chosen().weighting is Weighting.SHEET
    assert dialog.chosen().min_cell == 3


def test_space_ticks_a_group_from_the_keyboard(dialog: NewRoundDialog) -> None:
    dialog.table.setFocus()
    dialog.table.setCurrentCell(3, 0)
    press(Qt.Key.Key_Space)
    assert "civil_society" not in [group.id for group in dialog.chosen().groups]


def test_enter_in_the_name_makes_the_round(dialog: NewRoundDialog, qtbot: QtBot) -> None:
    assert focused() is dialog.title
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return)


def test_the_keyboard_comes_to_everything_from_top_to_bottom(dialog: NewRoundDialog) -> None:
    kinds = [kind_of(dialog, row) for row in range(len(STANDARD_GROUPS))]
    order = tab_order(dialog)
    assert [widget for widget in order if widget not in kinds][:8] == [
        dialog.title,
        dialog.questionnaire,
        dialog.form,
        dialog.table,
        dialog.new_group,
        button(dialog, "Hinzufügen"),
        dialog.weighting,
        dialog.min_cell,
    ]
    assert order[4 : 4 + len(kinds)] == kinds, "how a group answers comes behind the group, not behind the buttons"


def test_all_that_can_have_the_keyboard_has_a_name(dialog: NewRoundDialog) -> None:
    add_group(dialog, "Seniorenbeirat")
    assert not [widget for widget in focusable(dialog) if not spoken_name(widget)]
    assert spoken_name(kind_of(dialog, len(STANDARD_GROUPS))) == "Seniorenbeirat"


def test_an_english_dialog_names_groups_and_questionnaire_in_english(show: ShowWidget) -> None:
    dialog = NewRoundDialog(texts("en"), [shipped(DEFAULT_QUESTIONNAIRE)[0]], "Round 2026")
    show(dialog)
    first = dialog.table.item(0, 0)
    assert first is not None
    assert first.text() == "Administration"
    assert dialog.questionnaire.currentText().startswith("Open-minded municipality")
    assert dialog.chosen().groups == STANDARD_GROUPS


# A round that follows another ------------------------------------------------------------------------------------


def previous(**more: Any) -> Previous:
    """A round with a group of its own and other settings than the usual ones."""
    questionnaire = shipped(DEFAULT_QUESTIONNAIRE)[0]
    choir = Group("choir", text("Chor"), GroupKind.INDIVIDUAL, "CH")
    groups = (replace(STANDARD_GROUPS[1], kind=GroupKind.JOINT), choir)
    before = Round(
        1,
        "Runde 2023",
        questionnaire,
        groups,
        datetime(2023, 1, 1, tzinfo=UTC),
        weighting=Weighting.SHEET,
        min_cell=9,
        short_form=True,
    )
    return Previous(before, **{"open_measures": 0, **more})


@pytest.fixture
def follow(show: ShowWidget, words: Texts) -> Callable[..., NewRoundDialog]:
    """Opens the dialog for a round that follows another."""

    def open_dialog(questionnaire: Questionnaire | None = None, **more: Any) -> NewRoundDialog:
        known = questionnaire or shipped(DEFAULT_QUESTIONNAIRE)[0]
        made = NewRoundDialog(words, [known], "Runde 2026", previous=previous(**more))
        show(made)
        return made

    return open_dialog


def test_groups_and_settings_are_those_of_the_round_before(follow: Callable[..., NewRoundDialog]) -> None:
    chosen = follow().chosen()
    before = previous().round
    assert chosen.groups == before.groups
    assert (chosen.weighting, chosen.min_cell, chosen.short_form) == (Weighting.SHEET, 9, True)


def test_groups_that_it_did_not_have_are_offered_without_a_tick(follow: Callable[..., NewRoundDialog]) -> None:
    dialog = follow()
    assert dialog.table.rowCount() == 2 + len(STANDARD_GROUPS) - 1
    set_checked(dialog, 2, checked=True)
    assert [group.id for group in dialog.chosen().groups] == ["council", "choir", "administration"]


def test_what_goes_on_and_what_does_not_is_said(follow: Callable[..., NewRoundDialog]) -> None:
    assert follow().carried.text() == (
        "Gruppen und Einstellungen sind die von „Runde 2023“. Antworten werden nicht übernommen."
    )
    assert (
        follow(open_measures=3).carried.text().endswith("Noch offen und auch in der neuen Runde zu sehen: 3 Maßnahmen.")
    )


def test_the_same_questionnaire_is_comparable_as_a_whole(follow: Callable[..., NewRoundDialog]) -> None:
    dialog = follow()
    assert dialog.compared.text() == "Mit „Runde 2023“ vergleichbar: 105 von 105 Fragen."
    assert not dialog.differences.isVisible()


def test_what_another_version_changes_is_listed(follow: Callable[..., NewRoundDialog]) -> None:
    old = shipped(DEFAULT_QUESTIONNAIRE)[0]
    first = old.areas[0].topics[0]
    reworded = replace(first.questions[0], text=text("Anders gefragt?"))
    added = replace(first.questions[1], id="ms.neu", label=text("Ganz neu"))
    topic = replace(first, questions=(reworded, added, *first.questions[2:]))
    areas = (replace(old.areas[0], topics=(topic, *old.areas[0].topics[1:])), *old.areas[1:])
    dialog = follow(replace(old, version="2.0", areas=areas))
    assert dialog.compared.text() == "Mit „Runde 2023“ vergleichbar: 104 von 105 Fragen."
    assert dialog.differences.isVisible()
    assert [dialog.differences.item(row).text() for row in range(dialog.differences.count())] == [
        "geändert: Gesamtbild",
        "neu: Ganz neu",
        "entfällt: Leitbild",
    ]


def test_the_first_round_of_a_town_follows_none(dialog: NewRoundDialog) -> None:
    assert not any(widget.isVisible() for widget in (dialog.carried, dialog.compared, dialog.differences))
