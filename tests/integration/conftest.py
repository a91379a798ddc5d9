"""The demo municipality, made once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kommune_desktop.workflow.demo import create_demo


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo municipality's file at rest; not to be changed."""
    path = tmp_path_factory.mktemp("demo") / "Beispiel.kommune"
    create_demo(path).close()
    return path


@pytest.fixture
def demo(demo_template: Path, tmp_path: Path) -> Path:
    """A copy of the demo municipality's file."""
    return Path(shutil.copy(demo_template, tmp_path))
