"""The page for measures: list, filter, edit, delete, bring back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QInputDialog
from pytestqt.qtbot import QtBot

from kommune_desktop.core.measure import Measure, MeasureStatus
from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.ui import style
from kommune_desktop.ui.measures.book import MeasureBook
from kommune_desktop.ui.measures.measure_dialog import MeasureDialog
from kommune_desktop.ui.measures.measure_table import DUE, OFFICE, STATUS, TITLE
from kommune_desktop.ui.measures.measures_page import MeasuresPage
from kommune_desktop.ui.session import Session
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import press
from tests.unit.ui.material import locked
from tests.unit.ui.modal import Modals
from tests.unit.ui.workspace.table import column

PAST, FUTURE = date(2020, 1, 31), date(2099, 12, 31)


@pytest.fixture
def book(session: Session) -> MeasureBook:
    """Three measures: one overdue, one for later, one done."""
    made = MeasureBook(session)
    round_id = session.current_round.id
    for measure in (
        Measure("Formulare", round_id=round_id, office="Bürgeramt", due=FUTURE, area_id="a", priority=3),
        Measure("Sprechstunde", round_id=round_id, office="Amt 50", due=PAST, status=MeasureStatus.RUNNING),
        Measure("Leitbild", round_id=round_id, office="Amt 50", status=MeasureStatus.DONE, goal="für alle lesbar"),
    ):
        session.opened.measures.add(measure)
    return made


@pytest.fixture
def page(book: MeasureBook, show: ShowWidget) -> MeasuresPage:
    """The page, shown."""
    made = MeasuresPage(book, Settings())
    made.resize(1000, 600)
    show(made)
    return made


def titles(page: MeasuresPage) -> list[str]:
    return column(page.view, TITLE)


def choose(box: QComboBox, text: str) -> None:
    """Choose as a person does."""
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def entering(**texts: str) -> Callable[[MeasureDialog], None]:
    """A person who types into the dialog and agrees."""

    def enter(dialog: MeasureDialog) -> None:
        for name, text in texts.items():
            field = getattr(dialog, name)
            field.selectAll()
            field.insert(text)
        dialog.accept_button.click()

    return enter


def test_what_is_due_next_stands_first_and_overdue_is_said(page: MeasuresPage) -> None:
    assert titles(page) == ["Sprechstunde", "Formulare", "Leitbild"]
    assert column(page.view, DUE) == ["31.01.2020, überfällig", "31.12.2099", ""]
    assert column(page.view, STATUS) == ["läuft", "Idee", "erledigt"]
    assert page.state.text() == "3 Maßnahmen, davon 2 offen, 1 überfällig."
    overdue = page.view.model().index(0, DUE).data(Qt.ItemDataRole.ForegroundRole)
    assert overdue == style.color(style.Role.NEGATIVE)


def test_an_empty_page_says_what_it_is_for(session: Session, show: ShowWidget) -> None:
    page = MeasuresPage(MeasureBook(session), Settings())
    show(page)
    assert page.empty.isVisible()
    assert not page.view.isVisible()
    assert not any(press.isEnabled() for press in (page.edit_button, page.delete_button, *page.export_buttons))


@pytest.mark.parametrize(
    ("status", "office", "text", "found"),
    [
        ("alle", "alle", "", ["Sprechstunde", "Formulare", "Leitbild"]),
        ("offene", "alle", "", ["Sprechstunde", "Formulare"]),
        ("erledigt", "alle", "", ["Leitbild"]),
        ("alle", "Amt 50", "", ["Sprechstunde", "Leitbild"]),
        ("offene", "Amt 50", "sprech", ["Sprechstunde"]),
        ("alle", "alle", "LESBAR leitbild", ["Leitbild"]),
        ("alle", "alle", "nirgends", []),
    ],
)
def test_the_list_is_filtered(page: MeasuresPage, status: str, office: str, text: str, found: list[str]) -> None:
    choose(page.filters.status, status)
    choose(page.filters.office, office)
    page.filters.line.setText(text)
    assert titles(page) == found
    assert page.edit_button.isEnabled() == bool(found and page.view.selectionModel().hasSelection())


def test_the_list_is_sorted_by_any_column(page: MeasuresPage) -> None:
    page.view.sortByColumn(TITLE, Qt.SortOrder.DescendingOrder)
    assert titles(page) == ["Sprechstunde", "Leitbild", "Formulare"]
    page.view.sortByColumn(DUE, Qt.SortOrder.AscendingOrder)
    assert titles(page) == ["Sprechstunde", "Formulare", "Leitbild"]


def test_a_new_measure_is_kept_and_can_be_taken_back(page: MeasuresPage, modals: Modals, session: Session) -> None:
    modals.expect(entering(title="Neue Stelle", office="Amt 51"))
    page.new_button.click()
    assert "Neue Stelle" in titles(page)
    assert session.opened.measures.all()[-1].round_id == session.current_round.id
    session.undo_stack.undo()
    assert "Neue Stelle" not in titles(page)
    session.undo_stack.redo()
    assert "Neue Stelle" in titles(page)


def test_enter_opens_a_measure_and_a_change_can_be_taken_back(
    page: MeasuresPage, modals: Modals, session: Session
) -> None:
    page.view.setFocus()
    page.view.selectRow(1)
    modals.expect(entering(title="Formulare in einfacher Sprache"))
    press(Qt.Key.Key_Return)
    assert titles(page)[1] == "Formulare in einfacher Sprache"
    session.undo_stack.undo()
    assert titles(page)[1] == "Formulare"


def test_what_is_not_changed_is_no_change(page: MeasuresPage, modals: Modals, session: Session) -> None:
    modals.expect(lambda dialog: dialog.accept_button.click())
    page.edit_button.click()
    assert session.undo_stack.count() == 0


def test_a_deleted_measure_comes_back_by_the_button_beside_its_name(page: MeasuresPage) -> None:
    page.view.setFocus()
    page.view.selectRow(0)
    press(Qt.Key.Key_Delete)
    assert titles(page) == ["Formulare", "Leitbild"]
    assert page.deleted.text() == "„Sprechstunde“ gelöscht."
    page.undo_button.click()
    assert titles(page) == ["Sprechstunde", "Formulare", "Leitbild"]
    assert not page.undo_button.isVisible()


def test_a_measure_that_is_edited_stays_chosen(page: MeasuresPage, modals: Modals) -> None:
    page.view.selectRow(1)
    modals.expect(entering(office="Amt 1"))
    page.edit_button.click()
    chosen = page.view.selectionModel().selectedRows()[0]
    assert chosen.data() == "Formulare"
    assert chosen.siblingAtColumn(OFFICE).data() == "Amt 1"


def test_a_locked_file_is_said_and_changes_nothing(page: MeasuresPage, session: Session, qtbot: QtBot) -> None:
    page.view.selectRow(0)
    with locked(session.opened), qtbot.waitSignal(session.failed):
        page.delete_button.click()
    assert titles(page) == ["Sprechstunde", "Formulare", "Leitbild"]
    assert session.undo_stack.count() == 0


def test_a_measure_that_another_window_has_deleted_is_said(
    page: MeasuresPage, session: Session, path: Path, modals: Modals, qtbot: QtBot
) -> None:
    page.view.selectRow(0)
    with Store.open(path) as other:
        other.measures.delete(2)
    modals.expect(entering(title="Anders"))
    with qtbot.waitSignal(session.failed) as told:
        page.edit_button.click()
    assert told.args[0].key == "measure.gone"
    assert titles(page) == ["Formulare", "Leitbild"]


def test_the_files_are_asked_for_by_their_ending(page: MeasuresPage, qtbot: QtBot) -> None:
    wanted: list[str] = []
    page.exportWanted.connect(wanted.append)
    for press_ in page.export_buttons:
        press_.click()
    assert wanted == [".pdf", ".xlsx", ".ics"]


def test_five_hundred_measures_are_shown_at_once(session: Session, show: ShowWidget) -> None:
    day = date(2027, 1, 1)
    for number in range(500):
        measure = Measure(f"M {number}", round_id=session.current_round.id, due=day + timedelta(days=number))
        session.opened.measures.add(measure)
    page = MeasuresPage(MeasureBook(session), Settings())
    show(page)
    assert len(titles(page)) == 500
    page.filters.line.setText("M 49")
    # Five with 49 at their end, ten that begin with it.
    assert len(titles(page)) == 15


def naming(name: str) -> Callable[[QInputDialog], None]:
    """A person who types a name and agrees."""

    def enter(dialog: QInputDialog) -> None:
        dialog.setTextValue(name)
        dialog.accept()

    return enter


def test_an_office_gets_another_name_in_all_measures_at_once(
    page: MeasuresPage, modals: Modals, session: Session
) -> None:
    page.view.selectRow(0)
    modals.expect(naming(" Amt für Teilhabe "))
    page.rename_button.click()
    assert column(page.view, OFFICE) == ["Amt für Teilhabe", "Bürgeramt", "Amt für Teilhabe"]
    assert page.filters.office.findText("Amt 50") == -1
    session.undo_stack.undo()
    assert column(page.view, OFFICE) == ["Amt 50", "Bürgeramt", "Amt 50"]


@pytest.mark.parametrize("name", ["", "  ", "Amt 50"])
def test_no_name_or_the_same_one_changes_nothing(
    page: MeasuresPage, modals: Modals, session: Session, name: str
) -> None:
    page.view.selectRow(0)
    modals.expect(naming(name))
    page.rename_button.click()
    assert session.undo_stack.count() == 0


def test_a_measure_without_an_office_has_none_to_rename(page: MeasuresPage, session: Session) -> None:
    session.opened.measures.add(Measure("Allein", round_id=session.current_round.id, due=PAST - timedelta(days=1)))
    page.refresh()
    page.view.selectRow(0)
    assert not page.rename_button.isEnabled()
