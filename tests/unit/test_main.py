"""Without arguments or with a file the window opens; everything else is a command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest

from kommune_desktop import __version__, app
from kommune_desktop.__main__ import main
from tests.unit.db.processes import ROOT


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the window was opened with; it is not opened really, as only the end-to-end tests do."""
    calls: list[list[str]] = []

    def run(arguments: Sequence[str]) -> int:
        calls.append(list(arguments))
        return 7

    monkeypatch.setattr(app, "run", run)
    return calls


@pytest.mark.parametrize("arguments", [[], ["--store", "a.kommune"], ["--store=a.kommune"]])
def test_the_window_opens_and_its_exit_code_is_handed_on(opened: list[list[str]], arguments: list[str]) -> None:
    assert main(arguments) == 7
    assert opened == [arguments]


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["--help"], 0), (["window"], 2), (["check"], 2)])
def test_everything_else_is_a_command(opened: list[list[str]], arguments: list[str], code: int) -> None:
    assert main(arguments) == code
    assert opened == []


def test_the_arguments_of_the_process_are_taken(
    opened: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["kommune-desktop", "--version"])
    assert main() == 0
    assert capsys.readouterr().out == f"{__version__}\n"
    monkeypatch.setattr(sys, "argv", ["kommune-desktop"])
    assert main() == 7
    assert opened == [[]]


def test_the_package_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "kommune_desktop", "--version"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{__version__}\n", "")
