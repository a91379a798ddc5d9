"""The answers that the workshop is about, and how a person finds things on its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kommune_desktop.core.workshop import Workshop
from kommune_desktop.db import Store
from kommune_desktop.ui.session import Session
from tests.unit.ui.keyboard import spoken_name
from tests.unit.ui.material import add_sheets

if TYPE_CHECKING:
    from pathlib import Path

RELEASED, UNRELEASED = "Es fehlen große Wohnungen.", "Frau Muster im Amt ist unfreundlich."
ITEMS = (("b.suche", 20), ("a.bild", 10), ("b.haushalt", 5))
"""Questions of the agenda with their minutes."""
_EDGE = 8
Made = TypeVar("Made", bound=QWidget)


def add_answers(session: Session) -> None:
    """One sheet of the administration, four of the council, and two of the welfare organisations: too few to show.

    b.suche: 100 points of the administration, 25 of the council (0, 25, 25, 50). a.bild: 100 and 25.
    """
    store, round_ = session.opened, session.current_round
    add_sheets(store, round_, "administration", [{"a.bild": 4, "b.haushalt": 1, "b.suche": 4, "b.miete": 2}])
    add_sheets(store, round_, "council", [{"a.bild": 1, "b.suche": value} for value in (0, 1, 1, 2)])
    add_sheets(store, round_, "welfare", [{"b.suche": 3}, {"b.suche": 4}])
    session.sheetsChanged.emit()


def stored_workshop(path: Path) -> Workshop:
    """What another window would read of the last round's workshop in this moment."""
    with Store.open(path, readonly=True) as store:
        return store.workshops.of_round(store.rounds.all()[-1])


def named(parent: QWidget, kind: type[Made], name: str) -> Made:
    """The one shown widget of a kind that a screen reader calls so."""
    found = shown(parent, kind, name)
    assert len(found) == 1, f"{len(found)} are called {name}"
    return found[0]


def shown(parent: QWidget, kind: type[Made], name: str) -> Sequence[Made]:
    """All shown widgets of a kind that a screen reader calls so; those that have just come into the window as well."""
    QCoreApplication.processEvents()
    return [made for made in parent.findChildren(kind) if made.isVisibleTo(parent) and spoken_name(made) == name]


def click(parent: QWidget, name: str) -> None:
    """Click on the button with this name."""
    made = named(parent, QAbstractButton, name)
    assert made.isEnabled(), f"{name} can't be pressed"
    made.window().activateWindow()
    # On its left, where a radio button has its circle: what is right of its words is none of it.
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(_EDGE, made.height() // 2))
