"""What the QR codes of a printed page say: ``KOMM1:<sheet number>:<page>:<questionnaire version>:<form>``."""

from __future__ import annotations

from dataclasses import dataclass

_FORMAT = "KOMM1"
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./"
"""Of a code's alphanumeric mode, the colon left out."""
_LONGEST_VERSION = 12
_AMERICAN = str.maketrans("ÖößZYzy", "::-YZyz")
"""What a hand scanner set to an American keyboard types on a German one, and what it means."""


@dataclass(frozen=True)
class PageCode:
    """What a code says.

    Attributes:
        number: Of the sheet; empty on an unnumbered form.
        version: Of the questionnaire, as :func:`coded_version` writes it.
        form: Fingerprint of the form.
    """

    number: str
    page: int
    version: str
    form: str

    def __str__(self) -> str:
        return f"{_FORMAT}:{self.number}:{self.page}:{self.version}:{self.form}"


def coded_version(version: str) -> str:
    """A questionnaire's version in the signs that a code knows, not too long for it."""
    return "".join(sign if sign in _SIGNS else "-" for sign in version.upper())[:_LONGEST_VERSION]


def read_page_code(text: str) -> PageCode | None:
    """What a hand scanner has read; ``None`` for any other text."""
    is_american = text[len(_FORMAT) : len(_FORMAT) + 1] in ("Ö", "ö")
    parts = (text.translate(_AMERICAN) if is_american else text).strip().upper().split(":")
    match parts:
        case [format_, number, page, version, form] if format_ == _FORMAT and page.isdecimal():
            return PageCode(number, int(page), version, form)
    return None
