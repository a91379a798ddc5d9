"""Batches, and a second window on the same file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kommune_desktop.core.batch import Batch
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui.keying import KeyingJob, KeyingView
from kommune_desktop.ui.session import Session
from tests.unit.ui.conftest import ShowWidget

OpenKeying = Callable[..., KeyingView]


@pytest.fixture
def batch(session: Session) -> Batch:
    """A batch for which two sheets were counted."""
    made = session.add_batch(2)
    assert made is not None
    return made


@pytest.fixture
def other_window(session: Session, words: Texts) -> Iterator[Session]:
    """A colleague's window on the same file."""
    made = Session(words)
    made.use(Store.open(session.path))
    yield made
    made.close()


@pytest.fixture
def failures(session: Session) -> list[str]:
    """What the session tells that a person has to mend, from now on."""
    told: list[str] = []
    session.failed.connect(lambda error: told.append(error.key))
    return told


@pytest.fixture
def open_keying(session: Session, show: ShowWidget) -> OpenKeying:
    """Opens a job, at a sheet or at the question for a number, with the keyboard where the next key belongs."""

    opened: list[KeyingView] = []

    def open_job(job: KeyingJob, sheet: Sheet | None = None, settings: Settings | None = None) -> KeyingView:
        view = KeyingView(session, settings or Settings(), job, sheet)
        opened.append(view)
        view.resize(1000, 600)
        show(view)
        view.focus()
        return view

    return open_job
