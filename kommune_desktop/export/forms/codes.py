"""The QR codes on a form."""

from __future__ import annotations

import segno

MODULES = 33
"""Modules on a side of version 4, without the quiet zone."""
QUIET = 4
_VERSION, _MASK = 4, 3


def payload(number: str, page: int, version: str, fingerprint: str) -> str:
    """What a code says: format, sheet (with its round), page, questionnaire version, form.

    An unnumbered form has an empty number. Only signs of the code's alphanumeric mode occur.
    """
    return f"KOMM1:{number}:{page}:{_plain(version)}:{fingerprint}"


def modules(text: str) -> tuple[bytes, ...]:
    """The rows of the code, a bit a module (1 is black), each filled up to whole bytes.

    The mask is always the same: looking for the best of eight takes six times as long, and at this error correction
    any will do.
    """
    code = segno.make(text, error="h", version=_VERSION, mask=_MASK, boost_error=False, micro=False)
    width = -(-MODULES // 8) * 8
    return tuple(int("".join(map(str, row)).ljust(width, "0"), 2).to_bytes(width // 8) for row in code.matrix)


def _plain(version: str) -> str:
    """A version in the signs that the code knows, not too long for it."""
    known = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./"
    return "".join(sign if sign in known else "-" for sign in version.upper())[:12]
