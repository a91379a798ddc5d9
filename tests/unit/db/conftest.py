"""Stores to test on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kommune_desktop.core.round import Round
from kommune_desktop.db import Store
from tests.unit.db.builders import TOWN, add_round, fill


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store may be made; nothing is there yet."""
    return tmp_path / "Lindenau.kommune"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty store, open."""
    with Store.create(path, TOWN) as opened:
        yield opened


@pytest.fixture
def round_(store: Store) -> Round:
    """A round in the open store."""
    return add_round(store)


@pytest.fixture
def file(path: Path) -> Path:
    """A store at rest, with a round, and a sheet of the council with an answer of each kind."""
    with Store.create(path, TOWN) as opened:
        fill(opened, add_round(opened))
    return path
