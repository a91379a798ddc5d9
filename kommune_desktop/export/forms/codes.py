"""The QR codes on a form."""

from __future__ import annotations

import segno

MODULES = 33
"""Modules on a side of version 4, without the quiet zone."""
QUIET = 4
_VERSION, _MASK = 4, 3


def modules(text: str) -> tuple[bytes, ...]:
    """The rows of the code, a bit a module (1 is black), each filled up to whole bytes.

    The mask is always the same: looking for the best of eight takes six times as long, and at this error correction
    any will do.
    """
    code = segno.make(text, error="h", version=_VERSION, mask=_MASK, boost_error=False, micro=False)
    width = -(-MODULES // 8) * 8
    return tuple(int("".join(map(str, row)).ljust(width, "0"), 2).to_bytes(width // 8) for row in code.matrix)
