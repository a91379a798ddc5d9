from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kommune_desktop.core.sheet import SheetState
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.returns_page import ReturnsPage
from kommune_desktop.workflow.forms import print_set
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import press


@pytest.fixture
def numbers(session: Session, tmp_path: Path) -> tuple[str, ...]:
    """The numbers of three printed sheets of the council."""
    return print_set(session.opened, session.current_round, "council", 3, tmp_path / "b.pdf", language="de").numbers


@pytest.fixture
def page(session: Session, numbers: tuple[str, ...], show: ShowWidget) -> ReturnsPage:
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
