"""The demo municipality, made once and copied for each test that changes it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kommune_desktop.db import Store
from kommune_desktop.workflow.demo import create_demo


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo municipality's file at rest; not to be changed."""
    path = tmp_path_factory.mktemp("demo") / "Beispiel.kommune"
    create_demo(path).close()
    return path


@pytest.fixture
def demo_file(demo_template: Path, tmp_path: Path) -> Path:
    """A copy of the demo municipality's file."""
    return Path(shutil.copy(demo_template, tmp_path))


@pytest.fixture
def demo(demo_template: Path) -> Iterator[Store]:
    """The demo municipality, open to read."""
    with Store.open(demo_template, readonly=True) as store:
        yield store
