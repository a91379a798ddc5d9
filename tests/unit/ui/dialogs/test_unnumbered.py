"""The questions about a sheet that bears no number."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.core.round import Round
from kommune_desktop.texts import Texts, texts
from kommune_desktop.ui.dialogs.unnumbered import ask_group, tell_number
from kommune_desktop.ui.session import Session
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.modal import Modals

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


@pytest.fixture
def window(show: ShowWidget) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    show(made)
    return made


@pytest.fixture
def round_(session: Session) -> Round:
    return session.current_round


def choose(title: str) -> object:
    """Choose a group and accept."""

    def act(dialog: QInputDialog) -> None:
        box = dialog.findChildren(QComboBox)[0]
        assert not box.isEditable()
        box.setCurrentText(title)
        dialog.accept()

    return act


def test_the_groups_of_the_round_are_offered_and_the_chosen_one_is_returned(
    window: QWidget, words: Texts, round_: Round, modals: Modals
) -> None:
    offered: list[str] = []

    def act(dialog: QInputDialog) -> None:
        offered.extend(dialog.comboBoxItems())
        dialog.setTextValue("Ratsfraktionen")
        dialog.accept()

    modals.expect(act)
    assert ask_group(window, words, round_) == "council"
    assert offered == ["Verwaltung", "Ratsfraktionen", "Wohlfahrtsverbände"]
    assert modals.said == ["Von welcher Gruppe ist er?"]


def test_whoever_gives_up_has_chosen_none(window: QWidget, words: Texts, round_: Round, modals: Modals) -> None:
    modals.expect()
    assert ask_group(window, words, round_) is None


def test_groups_are_named_in_the_language_of_the_window(window: QWidget, round_: Round, modals: Modals) -> None:
    def act(dialog: QInputDialog) -> None:
        dialog.setTextValue("Welfare organisations")
        dialog.accept()

    modals.expect(act)
    assert ask_group(window, texts("en"), round_) == "welfare"


def test_the_number_to_be_written_on_the_sheet_is_told(window: QWidget, modals: Modals, qtbot: QtBot) -> None:
    def act(dialog: QMessageBox) -> None:
        assert dialog.icon() is QMessageBox.Icon.Information
        dialog.findChildren(QDialogButtonBox)[0].buttons()[0].click()

    modals.expect(act)
    tell_number(window, "26-RA-0007-5")
    assert modals.said[0].endswith("\n\n26-RA-0007-5")
    assert modals.said[0].startswith("Schreiben Sie diese Nummer oben auf den Bogen")
    qtbot.waitUntil(window.isVisible)
