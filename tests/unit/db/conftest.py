"""Stores to test on: copies of two that are made once, as making one takes a while."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kommune_desktop.core.round import Round
from kommune_desktop.db import Store
from tests.unit.db.builders import TOWN, add_round, fill


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store at rest without a round."""
    path = tmp_path_factory.mktemp("templates") / "empty.kommune"
    Store.create(path, TOWN).close()
    return path


@pytest.fixture(scope="session")
def filled_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store at rest with a round, and a sheet of the council with an answer of each kind."""
    path = tmp_path_factory.mktemp("templates") / "filled.kommune"
    with Store.create(path, TOWN) as store:
        fill(store, add_round(store))
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store may be made; nothing is there yet."""
    return tmp_path / "Lindenau.kommune"


@pytest.fixture
def file(path: Path, filled_template: Path) -> Path:
    """A store at rest with a round, and a sheet of the council with an answer of each kind."""
    shutil.copy(filled_template, path)
    return path


@pytest.fixture
def store(path: Path, empty_template: Path) -> Iterator[Store]:
    """A store without a round, open."""
    shutil.copy(empty_template, path)
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def round_(store: Store) -> Round:
    """A round in the open store."""
    return add_round(store)
