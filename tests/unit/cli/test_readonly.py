"""Commands that only read leave the file as it is, and need no rights to it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kommune_desktop.cli.arguments import EXPORT_FORMATS
from kommune_desktop.cli.reports import WORD
from kommune_desktop.db import Store
from tests.unit.cli.program import Program
from tests.unit.db.builders import names_beside
from tests.unit.db.processes import holding, protected_folder, without_rights

posix = pytest.mark.skipif(sys.platform == "win32", reason="as POSIX has it")


@pytest.fixture
def read_commands(demo: Path, tmp_path: Path) -> Iterator[list[list[object]]]:
    """The commands that only read, and after the test: the file is as it was and nothing lies beside it."""
    target, word = tmp_path / "out" / "r.pdf", tmp_path / "out" / "r.docx"
    target.parent.mkdir()
    before, names = demo.read_bytes(), names_beside(demo)
    exports: list[list[object]] = [
        ["export", demo, "--round", "latest", "--format", form, "-o", word if form == WORD else target]
        for form in EXPORT_FORMATS
    ]
    yield [
        ["results", demo, "--round", "latest", "--json"],
        ["report", demo, "--round", "latest", "--kind", "short", "-o", target],
        ["report", demo, "--round", "latest", "--kind", "workshop", "-o", target],
        ["check", demo],
        *exports,
        ["forms", demo, "--round", "latest", "--group", "council", "-o", target],
    ]
    assert demo.read_bytes() == before
    assert names_beside(demo) == names
    assert names_beside(target) == {"r.docx", "r.pdf"}


def test_commands_that_read_leave_the_file_as_it_is(run: Program, read_commands: list[list[object]]) -> None:
    assert {run(*command).code for command in read_commands} == {0}


@posix
def test_commands_that_read_work_on_a_file_without_rights(
    run: Program, read_commands: list[list[object]], demo: Path
) -> None:
    assert {run(*command).code for command in read_commands} == {0}
    with protected_folder() as folder:
        copied = Path(shutil.copy(demo, folder))
        with without_rights(folder):
            assert run("check", copied).code == 0
            assert run("results", copied, "--round", "latest", "--json").code == 0
            refused = run("report", copied, "--round", "latest", "--kind", "short", "-o", folder / "r.pdf")
            assert (refused.code, refused.err.count("\n")) == (1, 1)
        assert names_beside(copied) == {demo.name}


def test_a_store_that_is_open_elsewhere_can_be_read(run: Program, demo: Path) -> None:
    with Store.open(demo):
        assert run("results", demo, "--round", "latest", "--json").code == 0
        assert run("check", demo).code == 0


def test_a_store_that_is_locked_is_named(run: Program, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kommune_desktop.db.connection.BUSY_TIMEOUT_MS", 30)
    with holding(demo, "BEGIN IMMEDIATE"):
        done = run("round", demo, "add", "--title", "X")
    assert (done.code, done.err) == (
        1,
        f"Fehler: Ein anderes Programm hält „{demo}“ gesperrt. Warten Sie einen Moment oder schließen Sie es dort.\n",
    )
