"""The program in German, and the demo municipality."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kommune_desktop.workflow.demo import create_demo
from tests.unit.cli.program import Program

LANGUAGE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program in German."""
    for name in LANGUAGE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C")
    return Program(capsys)


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo municipality's file at rest; not to be changed."""
    path = tmp_path_factory.mktemp("cli") / "Beispiel.kommune"
    create_demo(path).close()
    return path


@pytest.fixture
def demo(demo_template: Path, tmp_path: Path) -> Path:
    """A copy of the demo municipality's file."""
    return Path(shutil.copy(demo_template, tmp_path))
