"""The workspace with the small round open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kommune_desktop.settings import Settings
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace import Workspace
from tests.unit.ui.conftest import ShowWidget


@pytest.fixture
def workspace(session: Session, show: ShowWidget) -> Iterator[Workspace]:
    """The workspace, shown."""
    made = Workspace(session, Settings())
    made.resize(780, 700)
    show(made)
    yield made
    made.finish_work()
