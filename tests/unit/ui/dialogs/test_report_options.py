"""The dialog for what a report holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kommune_desktop.core.report import MAX_OWN_TEXT, SECTIONS, ReportKind, ReportOptions, Section
from kommune_desktop.texts import Texts
from kommune_desktop.ui.dialogs.report_options import ReportOptionsDialog
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.dialogs.reading import cut_texts, hidden_sideways, squeeze
from tests.unit.ui.keyboard import focusable, press, spoken_name

FULL, SHORT = ReportKind.FULL, ReportKind.SHORT


def made(
    show: ShowWidget,
    words: Texts,
    kind: ReportKind = FULL,
    options: ReportOptions | None = None,
    *,
    has_logo: bool = True,
) -> ReportOptionsDialog:
    dialog = ReportOptionsDialog(words, kind, options or ReportOptions(), has_logo=has_logo)
    show(dialog)
    return dialog


@pytest.fixture
def dialog(show: ShowWidget, words: Texts) -> ReportOptionsDialog:
    return made(show, words)


def titles(dialog: ReportOptionsDialog) -> list[str]:
    return [dialog.sections.item(row).text() for row in range(dialog.sections.count())]


def go_to(dialog: ReportOptionsDialog, title: str) -> None:
    """Go to a section with the keyboard."""
    dialog.sections.setFocus()
    press(Qt.Key.Key_Home)
    for _ in range(titles(dialog).index(title)):
        press(Qt.Key.Key_Down)


@pytest.mark.parametrize("kind", ReportKind)
def test_at_first_all_sections_are_chosen(show: ShowWidget, words: Texts, kind: ReportKind) -> None:
    chosen = made(show, words, kind).chosen()
    assert chosen.sections is None
    assert chosen.sections_of(kind) == SECTIONS[kind]


def test_a_section_is_left_out_with_the_space_bar(dialog: ReportOptionsDialog) -> None:
    go_to(dialog, "Wahrnehmungslücken")
    press(Qt.Key.Key_Space)
    assert dialog.chosen().sections == tuple(one for one in SECTIONS[FULL] if one is not Section.GAPS)


@pytest.mark.parametrize("title", ["Deckblatt", "Inhaltsverzeichnis", "So sind die Zahlen zu lesen"])
def test_some_sections_can_not_be_left_out(dialog: ReportOptionsDialog, title: str) -> None:
    go_to(dialog, title)
    press(Qt.Key.Key_Space)
    assert dialog.chosen().sections is None


def test_a_section_moves_and_stays_selected(dialog: ReportOptionsDialog, qtbot: QtBot) -> None:
    go_to(dialog, "Profil der Handlungsfelder")
    dialog.down.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    assert titles(dialog)[2:6] == [
        "Das Wichtigste",
        "Handlungsfelder und Gruppen",
        "Handlungsfelder und Fragen",
        "Profil der Handlungsfelder",
    ]
    assert dialog.sections.currentItem().text() == "Profil der Handlungsfelder"
    sections = dialog.chosen().sections
    assert sections is not None
    assert sections[2:6] == (Section.SUMMARY, Section.HEAT_MAP, Section.AREAS, Section.PROFILE)


@pytest.mark.parametrize(
    ("title", "up", "down"),
    [
        ("Deckblatt", False, False),
        ("Inhaltsverzeichnis", False, False),
        ("Das Wichtigste", False, True),
        ("Wörter in diesem Bericht", True, False),
    ],
)
def test_what_can_not_move_has_no_button(dialog: ReportOptionsDialog, title: str, *, up: bool, down: bool) -> None:
    go_to(dialog, title)
    assert (dialog.up.isEnabled(), dialog.down.isEnabled()) == (up, down)


def test_what_was_chosen_last_is_there(show: ShowWidget, words: Texts) -> None:
    options = ReportOptions((Section.COVER, Section.AREAS, Section.SUMMARY), "Guten Tag.", "Danke.", with_logo=False)
    dialog = made(show, words, SHORT, options)
    assert titles(dialog)[:3] == ["Deckblatt", "Handlungsfelder und Fragen", "Das Wichtigste"]
    assert dialog.chosen() == options


def test_the_usual_choice_comes_back_and_the_texts_stay(show: ShowWidget, words: Texts) -> None:
    dialog = made(show, words, FULL, ReportOptions((Section.AREAS,), foreword="Guten Tag."))
    dialog.usual.click()
    assert dialog.chosen() == ReportOptions(foreword="Guten Tag.")


def test_texts_are_typed_and_tab_leads_on(dialog: ReportOptionsDialog) -> None:
    dialog.foreword.setFocus()
    press("Guten Tag.", Qt.Key.Key_Tab, "Danke.", Qt.Key.Key_Tab)
    assert (dialog.chosen().foreword, dialog.chosen().closing) == ("Guten Tag.", "Danke.")
    assert dialog.with_logo.hasFocus()


def test_a_text_without_end_is_refused_with_the_reason(dialog: ReportOptionsDialog) -> None:
    dialog.foreword.setPlainText("x" * (MAX_OWN_TEXT + 1))
    assert not dialog.accept_button.isEnabled()
    assert str(MAX_OWN_TEXT) in dialog.complaint.text()
    dialog.foreword.setPlainText("x")
    assert dialog.accept_button.isEnabled()


def test_without_a_logo_the_wish_for_one_is_kept(show: ShowWidget, words: Texts) -> None:
    dialog = made(show, words, has_logo=False)
    assert not dialog.with_logo.isEnabled()
    assert dialog.chosen().with_logo


def test_all_that_can_have_the_keyboard_has_a_name(dialog: ReportOptionsDialog) -> None:
    go_to(dialog, "Verdeckte Werte")
    names = [spoken_name(widget) for widget in focusable(dialog)]
    assert names[:-2] == [
        "Abschnitte",
        "Nach oben",
        "Nach unten",
        "Übliche Auswahl",
        "Vorwort",
        "Schlusswort",
        "Mit dem Logo der Kommune",
    ]
    assert "Übernehmen" in names[-2:]
    assert all(names)


@pytest.mark.parametrize("size", [(455, 256), (455, 620), (560, 500)])
def test_all_of_its_text_can_be_read(show: ShowWidget, words: Texts, size: tuple[int, int]) -> None:
    dialog = made(show, words, has_logo=False)
    squeeze(dialog, *size)
    assert cut_texts(dialog) == []
    assert hidden_sideways(dialog) == 0
