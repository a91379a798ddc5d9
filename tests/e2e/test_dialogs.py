"""Dialogs by keyboard: Enter does what the dialog is for, Escape leaves everything as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import names
from tests.e2e.conftest import Start

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(60)]


@pytest.mark.parametrize("field", [names.MUNICIPALITY, names.PATH])
def test_enter_makes_the_file(start: Start, home: Path, field: str) -> None:
    path = home / "Ort.kommune"
    program = start()
    program.turn_to()
    program.press("ctrl+n")
    program.turn_to(names.NEW_FILE_DIALOG)
    program.enter("text", names.MUNICIPALITY, "Ort")
    program.enter("text", names.PATH, str(path))

    program.tab_to("text", field)
    program.press("Return")

    program.turn_to(lambda title: title.startswith(path.name))
    assert path.exists()


def test_escape_makes_no_file(start: Start, home: Path) -> None:
    program = start()
    program.turn_to()
    program.press("ctrl+n")
    program.turn_to(names.NEW_FILE_DIALOG)
    program.enter("text", names.MUNICIPALITY, "Ort")

    program.press("Escape")

    program.wait_until_gone("dialog", names.NEW_FILE_DIALOG)
    assert list(home.rglob("*.kommune")) == []
