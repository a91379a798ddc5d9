"""The keys of the keyboard in the words of :mod:`kommune_desktop.core.keying`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kommune_desktop.core import keying

REST_BLANK = "f9"
"""Not for the desk: all that is still open is to be noted as left blank."""
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_NAMED_KEYS = {
    Qt.Key.Key_Return: keying.ENTER,
    Qt.Key.Key_Enter: keying.ENTER,
    Qt.Key.Key_Backspace: keying.BACK,
    Qt.Key.Key_Left: keying.BACK,
    Qt.Key.Key_Up: keying.BACK,
    Qt.Key.Key_Down: keying.FORWARD,
    Qt.Key.Key_Right: keying.FORWARD,
    Qt.Key.Key_Delete: keying.DELETE,
    Qt.Key.Key_F5: "f5",
    Qt.Key.Key_F6: "f6",
    Qt.Key.Key_F7: "f7",
    Qt.Key.Key_F8: "f8",
    Qt.Key.Key_F9: REST_BLANK,
}
_NEVER_WORDS = {Qt.Key.Key_Up, *(key for key, name in _NAMED_KEYS.items() if name.startswith("f") and len(name) == 2)}
_FIRST_OF_LINE = {keying.JUMP, keying.MINUS, keying.COMMENT}


def key_of(event: QKeyEvent) -> str | None:
    """The key that was pressed; ``None`` for one that is not for keying."""
    key = _NAMED_KEYS.get(Qt.Key(event.key()))
    if event.modifiers() & ~_PLAIN:
        return None
    return key or (event.text().lower() if len(event.text()) == 1 and event.text().isprintable() else None)


def key_beside_words(event: QKeyEvent, typed: str) -> str | None:
    """The key that was pressed where words are typed, if it can't belong to them; a sign only while there are none."""
    key = key_of(event)
    if Qt.Key(event.key()) in _NEVER_WORDS:
        return key
    is_first = not typed and (key in _FIRST_OF_LINE or event.key() == Qt.Key.Key_Backspace)
    return key if is_first else None
