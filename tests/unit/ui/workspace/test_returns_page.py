"""The page that takes paper back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from kommune_desktop.texts import Texts
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from kommune_desktop.ui.workspace.pages import RETURNS, SHEETS
from kommune_desktop.ui.workspace.returns_page import ReturnsPage
from kommune_desktop.workflow.forms import print_set
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import focusable, focused, press, spoken_name
from tests.unit.ui.material import ADMINISTRATION, COUNCIL, TOWN, add_sheets, add_small_round, locked
from tests.unit.ui.workspace.table import column, heads

NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)
WHOLE = "100\N{NO-BREAK SPACE}%"
NONE = "0\N{NO-BREAK SPACE}%"


@pytest.fixture
def numbers(session: Session, tmp_path: Path) -> tuple[str, ...]:
    """The numbers of three printed sheets of the council."""
    return print_set(session.opened, session.current_round, "council", 3, tmp_path / "b.pdf", language="de").numbers


@pytest.fixture
def page(session: Session, numbers: tuple[str, ...], show: ShowWidget) -> ReturnsPage:
    """The page, shown, with the keyboard in its line."""
    made = ReturnsPage(session)
    made.resize(1000, 600)
    show(made)
    made.number.setFocus()
    return made


def council(page: ReturnsPage) -> list[str]:
    """Printed, out, back, keyed, verified, lost, invalid, rate of the council."""
    model = page.table.model()
    rows = {model.index(row, 0).data(): row for row in range(model.rowCount())}
    return [model.index(rows["Ratsfraktionen"], column).data() for column in range(1, model.columnCount())]


def enter(text: str) -> None:
    """Type a number over what is selected, and note it."""
    press(text, Qt.Key.Key_Return)


def test_a_sheet_that_came_back_is_counted(page: ReturnsPage, numbers: tuple[str, ...]) -> None:
    assert council(page) == ["3", "3", "0", "0", "0", "0", "0", "0\N{NO-BREAK SPACE}%"]
    enter(numbers[1])
    assert council(page) == ["3", "2", "1", "0", "0", "0", "0", "33\N{NO-BREAK SPACE}%"]
    assert numbers[1] in page.last.text()
    assert page.number.text() == ""


def test_the_last_digits_and_the_code_of_a_page_will_do(page: ReturnsPage, numbers: tuple[str, ...]) -> None:
    enter(numbers[0][-6:].lstrip("0"))
    enter(f"KOMM1:{numbers[2]}:3:1.0:0A1B2C3D")
    assert council(page)[2] == "2"


def test_a_second_arrival_is_refused_with_the_reason_and_can_be_typed_over(
    page: ReturnsPage, numbers: tuple[str, ...]
) -> None:
    enter(numbers[0])
    enter(numbers[0])
    assert "schon zurück" in page.complaint.text()
    assert page.number.selectedText() == numbers[0]
    assert council(page)[2] == "1"


def test_a_mistyped_number_and_one_of_another_file_are_refused(page: ReturnsPage, numbers: tuple[str, ...]) -> None:
    digit = (int(numbers[0][-1]) + 1) % 10
    enter(f"{numbers[0][:-1]}{digit}")
    assert "Prüfziffer" in page.complaint.text()
    page.number.clear()
    enter("25-AA-0001-5")
    assert page.complaint.text()
    assert council(page)[2] == "0"


def test_a_return_is_taken_back_by_undo(page: ReturnsPage, session: Session, numbers: tuple[str, ...]) -> None:
    enter(numbers[0])
    session.undo_stack.undo()
    assert council(page)[2] == "0"
    assert session.sheets()[0].state is SheetState.ISSUED


def test_without_paper_the_page_says_what_it_is_for(session: Session, show: ShowWidget) -> None:
    page = ReturnsPage(session)
    show(page)
    assert page.empty.isVisible()
    assert not page.table.isVisible()
    assert not page.number.isEnabled()


def states(session: Session) -> list[SheetState]:
    """Where the sheets stand, in the order of their numbers."""
    return [sheet.state for sheet in session.sheets()]


def mark(session: Session, number: str, *stations: SheetState) -> None:
    """Note stations of a sheet."""
    for station in stations:
        sheet = next(found for found in session.sheets() if found.number == number)
        session.mark_sheet(sheet, station, NOON)


def test_each_column_stands_under_its_head(page: ReturnsPage, session: Session, numbers: tuple[str, ...]) -> None:
    mark(session, numbers[1], SheetState.RETURNED, SheetState.KEYED)
    mark(session, numbers[2], SheetState.LOST)
    shown = dict(zip(heads(page.table)[1:], council(page), strict=True))
    assert shown == {
        "gedruckt": "3",
        "noch aus": "1",
        "zurück": "0",
        "erfasst": "1",
        "geprüft": "0",
        "verloren": "1",
        "ungültig": "0",
        "Rücklauf": "33\N{NO-BREAK SPACE}%",
    }


def test_each_group_has_its_own_count(page: ReturnsPage, session: Session, tmp_path: Path) -> None:
    print_set(session.opened, session.current_round, "administration", 1, tmp_path / "v.pdf", language="de")
    page.refresh()
    enter(session.sheets()[-1].number)
    assert column(page.table, 0) == ["Verwaltung", "Ratsfraktionen", "Wohlfahrtsverbände"]
    assert column(page.table, 1) == ["1", "3", "0"]
    assert column(page.table, 3) == ["1", "0", "0"]
    assert column(page.table, 8)[:2] == [WHOLE, NONE]
    assert not column(page.table, 8)[2].startswith("0"), "of nothing there is no share"


def test_sheets_on_screen_are_not_counted_as_paper(page: ReturnsPage, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": 1}])
    page.refresh()
    assert council(page)[0] == "3"


def test_the_button_notes_like_the_enter_key(page: ReturnsPage, session: Session, numbers: tuple[str, ...]) -> None:
    press(numbers[0])
    page.note_button.click()
    assert states(session)[0] is SheetState.RETURNED


def test_a_stack_of_sheets_is_noted_without_leaving_the_line(
    page: ReturnsPage, session: Session, numbers: tuple[str, ...]
) -> None:
    for number in numbers:
        enter(number)
        assert focused() is page.number
    assert set(states(session)) == {SheetState.RETURNED}
    assert council(page)[-1] == WHOLE


def test_what_was_noted_is_named_with_its_group(page: ReturnsPage, numbers: tuple[str, ...]) -> None:
    enter(numbers[1])
    assert page.last.isVisible()
    assert page.last.text() == f"Zurück: {numbers[1]}, Ratsfraktionen."


@pytest.mark.parametrize("way", ["whole", "small letters", "bare", "blanks", "digits", "digits with hyphen", "code"])
def test_a_number_is_understood_however_it_is_typed(
    page: ReturnsPage, session: Session, numbers: tuple[str, ...], way: str
) -> None:
    number = numbers[1]
    enter(
        {
            "whole": number,
            "small letters": number.lower(),
            "bare": number.replace("-", ""),
            "blanks": f" {number.replace('-', ' ')} ",
            "digits": f"2{number[-1]}",
            "digits with hyphen": f"0002-{number[-1]}",
            "code": f"KOMM1:{number}:3:1.0:ABCDEF01",
        }[way]
    )
    assert states(session) == [SheetState.ISSUED, SheetState.RETURNED, SheetState.ISSUED]
    assert not page.complaint.isVisible()


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_line_is_passed_over(page: ReturnsPage, text: str) -> None:
    enter(text)
    assert not page.complaint.isVisible()
    assert council(page)[2] == "0"


def test_all_pages_of_one_sheet_are_one_return(page: ReturnsPage, session: Session, numbers: tuple[str, ...]) -> None:
    for number_of_page in (1, 2):
        enter(f"KOMM1:{numbers[0]}:{number_of_page}:1.0:ABCDEF01")
    assert states(session).count(SheetState.RETURNED) == 1
    assert "schon zurück" in page.complaint.text()


def test_a_refused_number_stays_selected_until_it_is_typed_over(
    page: ReturnsPage, session: Session, words: Texts, numbers: tuple[str, ...]
) -> None:
    wrong = f"{numbers[0][:-1]}{(int(numbers[0][-1]) + 1) % 10}"
    enter(wrong)
    assert page.complaint.isVisible()
    assert page.complaint.text() == words("error.number.check_digit", text=wrong)
    assert page.number.selectedText() == wrong
    assert focused() is page.number
    enter(numbers[0])
    assert not page.complaint.isVisible()
    assert states(session)[0] is SheetState.RETURNED


def test_what_is_no_number_says_what_one_looks_like(page: ReturnsPage, words: Texts) -> None:
    enter("Rathaus")
    assert page.complaint.text() == words("error.number.malformed", text="Rathaus")
    assert page.number.selectedText() == "Rathaus"


def test_last_digits_that_no_sheet_has_are_refused(page: ReturnsPage, words: Texts) -> None:
    enter("991")
    assert page.complaint.text() == words("error.number.unknown", text="991")
    assert page.number.selectedText() == "991"


def test_last_digits_with_a_wrong_check_digit_are_refused(
    page: ReturnsPage, session: Session, words: Texts, numbers: tuple[str, ...]
) -> None:
    wrong = f"2{(int(numbers[1][-1]) + 1) % 10}"
    enter(wrong)
    assert page.complaint.text() == words("error.number.check_digit", text=wrong)
    assert set(states(session)) == {SheetState.ISSUED}


def test_a_sheet_of_another_round_says_of_which(page: ReturnsPage, session: Session, tmp_path: Path) -> None:
    other = add_small_round(session.opened, "Runde 2026 im Herbst")
    number = print_set(session.opened, other, "council", 1, tmp_path / "h.pdf", language="de").numbers[0]
    enter(number)
    assert "Runde 2026 im Herbst" in page.complaint.text()
    assert page.number.selectedText() == number
    assert council(page)[2] == "0"
    assert {sheet.state for sheet in session.opened.sheets.of_round(other.id)} == {SheetState.ISSUED}


def test_a_sheet_that_is_filled_in_on_the_screen_is_refused(page: ReturnsPage, session: Session, words: Texts) -> None:
    made = session.add_sheet("council")
    assert made is not None
    enter(made.number)
    assert page.complaint.text() == words("error.return.on_screen", number=made.number, day=None)
    assert page.number.selectedText() == made.number
    assert session.opened.sheets.get(made.id).state is SheetState.ON_SCREEN


@pytest.mark.parametrize(
    ("station", "reason"),
    [
        (SheetState.KEYED, "schon zurück und seit dem"),
        (SheetState.VERIFIED, "geprüft"),
        (SheetState.LOST, "als verloren vermerkt"),
        (SheetState.INVALID, "als ungültig vermerkt"),
    ],
)
def test_a_sheet_that_can_not_come_back_says_since_when(
    page: ReturnsPage, session: Session, numbers: tuple[str, ...], station: SheetState, reason: str
) -> None:
    mark(session, numbers[0], station)
    enter(numbers[0])
    assert reason in page.complaint.text()
    assert session.words.date(NOON.date()) in page.complaint.text()
    assert states(session)[0] is station


def test_a_return_that_was_taken_back_is_no_longer_named(
    page: ReturnsPage, session: Session, numbers: tuple[str, ...]
) -> None:
    enter(numbers[0])
    session.undo_stack.undo()
    assert not page.last.isVisible()


def test_a_return_that_was_taken_back_can_be_noted_again(
    page: ReturnsPage, session: Session, numbers: tuple[str, ...]
) -> None:
    enter(numbers[0])
    session.undo_stack.undo()
    session.undo_stack.redo()
    assert council(page)[2] == "1"
    session.undo_stack.undo()
    enter(numbers[0])
    assert council(page)[2] == "1"
    assert not page.complaint.isVisible()


def test_a_return_that_can_not_be_saved_is_not_named_as_noted(
    page: ReturnsPage, session: Session, numbers: tuple[str, ...], qtbot: QtBot
) -> None:
    with locked(session.opened), qtbot.waitSignal(session.failed):
        enter(numbers[0])
    assert states(session)[0] is SheetState.ISSUED
    assert not page.last.isVisible()
    assert page.number.text() == numbers[0]


def test_another_round_has_its_own_returns(page: ReturnsPage, session: Session, numbers: tuple[str, ...]) -> None:
    enter(numbers[0])
    session.select_round(add_small_round(session.opened, "Runde 2028", groups=(ADMINISTRATION, COUNCIL)))
    assert page.empty.isVisible()
    assert not page.number.isEnabled()
    assert not page.last.isVisible()


def test_without_a_round_nothing_can_be_printed(words: Texts, tmp_path: Path, show: ShowWidget) -> None:
    session = Session(words)
    session.use(Store.create(tmp_path / "leer.kommune", TOWN))
    page = ReturnsPage(session)
    show(page)
    assert page.empty.isVisible()
    assert not page.print_button.isEnabled()
    session.close()


def test_the_line_has_the_keyboard_when_the_page_is_turned_to(
    workspace: Workspace, session: Session, numbers: tuple[str, ...]
) -> None:
    workspace.show_page(SHEETS)
    workspace.pages.sheets.group.setFocus()
    workspace.show_page(RETURNS)
    enter(numbers[2])
    assert states(session)[2] is SheetState.RETURNED


@pytest.mark.usefixtures("numbers")
def test_the_arrows_of_the_sidebar_lead_past_the_page(workspace: Workspace) -> None:
    workspace.sidebar.pages.setFocus()
    for page in (
        workspace.pages.sheets,
        workspace.pages.returns,
        workspace.pages.batches,
        workspace.pages.results,
        workspace.pages.workshop,
        workspace.pages.measures,
        workspace.pages.reports,
    ):
        press(Qt.Key.Key_Down)
        assert workspace.pages.currentWidget() is page


def test_all_that_can_have_the_keyboard_has_a_name(page: ReturnsPage) -> None:
    assert [spoken_name(widget) for widget in focusable(page)] == [
        "Bögen drucken …",
        "Bogen ist zurück:",
        "Vermerken",
        "Rücklauf je Gruppe",
    ]


def choose(page: ReturnsPage, title: str) -> None:
    """Choose the line of a group."""
    page.table.selectRow(column(page.table, 0).index(title))


def test_what_is_still_out_is_named_and_gets_less(page: ReturnsPage, numbers: tuple[str, ...]) -> None:
    assert page.missing.isVisible()
    assert page.missing.text() == "Noch aus von Ratsfraktionen: 0001–0003."
    enter(numbers[1])
    assert page.missing.text() == "Noch aus von Ratsfraktionen: 0001, 0003."
    enter(numbers[0])
    assert page.missing.text() == "Noch aus von Ratsfraktionen: 0003."
    enter(numbers[2])
    assert not page.missing.isVisible()


def test_a_return_that_was_taken_back_is_out_again(
    page: ReturnsPage, session: Session, numbers: tuple[str, ...]
) -> None:
    enter(numbers[0])
    session.undo_stack.undo()
    assert page.missing.text() == "Noch aus von Ratsfraktionen: 0001–0003."


def test_lost_and_invalid_sheets_are_no_longer_out(
    page: ReturnsPage, session: Session, numbers: tuple[str, ...]
) -> None:
    mark(session, numbers[0], SheetState.LOST)
    mark(session, numbers[2], SheetState.INVALID)
    assert page.missing.text() == "Noch aus von Ratsfraktionen: 0002."


def test_the_missing_sheets_are_those_of_the_chosen_group(page: ReturnsPage, session: Session, tmp_path: Path) -> None:
    print_set(session.opened, session.current_round, "welfare", 12, tmp_path / "w.pdf", language="de")
    page.refresh()
    choose(page, "Wohlfahrtsverbände")
    assert page.missing.text() == "Noch aus von Wohlfahrtsverbände: 0004–0015."
    choose(page, "Verwaltung")
    assert not page.missing.isVisible(), "nothing of it was printed"
    choose(page, "Ratsfraktionen")
    assert page.missing.text() == "Noch aus von Ratsfraktionen: 0001–0003."


def test_the_chosen_group_stays_chosen_while_another_ones_sheets_come_in(
    page: ReturnsPage, session: Session, numbers: tuple[str, ...], tmp_path: Path
) -> None:
    print_set(session.opened, session.current_round, "welfare", 2, tmp_path / "w.pdf", language="de")
    page.refresh()
    choose(page, "Wohlfahrtsverbände")
    page.number.setFocus()
    enter(numbers[0])
    assert page.missing.text() == "Noch aus von Wohlfahrtsverbände: 0004–0005."
    assert focused() is page.number


def test_sheets_on_screen_are_never_out(page: ReturnsPage, session: Session) -> None:
    add_sheets(session.opened, session.current_round, "council", [{"b.suche": 1}])
    page.refresh()
    assert page.missing.text() == "Noch aus von Ratsfraktionen: 0001–0003."


def test_many_gaps_can_all_be_read(page: ReturnsPage, session: Session, tmp_path: Path) -> None:
    made = print_set(session.opened, session.current_round, "welfare", 80, tmp_path / "w.pdf", language="de").numbers
    page.refresh()
    for number in made[::2]:
        session.register_return(number)
    choose(page, "Wohlfahrtsverbände")
    assert page.missing.text().count(", ") == 39
    layout = page.layout()
    assert layout is not None
    layout.activate()
    assert page.missing.height() >= page.missing.heightForWidth(page.missing.width())


@pytest.mark.usefixtures("numbers")
def test_another_round_names_none_of_this_one(page: ReturnsPage, session: Session) -> None:
    session.select_round(add_small_round(session.opened, "Runde 2028", groups=(ADMINISTRATION,)))
    assert not page.missing.isVisible()
