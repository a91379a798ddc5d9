"""Buttons with an icon beside the word."""

from __future__ import annotations

from collections.abc import Callable
from inspect import ismethod

from PySide6.QtWidgets import QPushButton, QWidget

from kommune_desktop.ui import icons, style


def as_it_is(text: str) -> str:
    """A text of the subject for a control, where an ``&`` would otherwise underline the letter behind it."""
    return text.replace("&", "&&")


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    icon: str = "",
    main: bool = False,
    parent: QWidget | None = None,
) -> QPushButton:
    """A push button; ``main`` marks the one main action of a page. One that opens a menu needs no ``on_click``."""
    made = QPushButton(text, parent)
    made.setMinimumHeight(style.CONTROL_HEIGHT)
    made.setAutoDefault(True)  # so that Enter presses it, as people expect
    if icon:
        made.setIcon(icons.icon(icon))
        made.setIconSize(icons.size())
    if main:
        made.setFont(style.font(style.BODY, bold=True))
    # Qt holds a method loosely and a function firmly. Held firmly by its own button, a dialog would be destroyed twice.
    if on_click is not None:
        made.clicked.connect(on_click if ismethod(on_click) else lambda _checked=False: on_click())
    return made
