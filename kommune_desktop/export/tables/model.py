"""Tables as they are, before anything is drawn: a title, columns and rows of typed cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

Cell = str | int | float | Decimal | date | None
"""``None`` and an empty text leave a cell empty."""
Progress = Callable[[int], None]
"""Is told how many rows are done; may raise to stop the work."""
PROGRESS_ROWS = 1000
# XML 1.0, production 2: what is not in here can stand in no XML document, not even escaped.
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_LINE_ENDS = re.compile(r"\r\n?")


class Format(Enum):
    """How a number is shown, in the codes of spreadsheets; they put in the separators of the reader's country."""

    GENERAL = "General"
    WHOLE = "0"
    TENTHS = "0.0"
    HUNDREDTHS = "0.00"
    PERCENT = "0 %"


@dataclass(frozen=True)
class Column:
    """A column.

    Attributes:
        width: In characters.
        format: Of the numbers in it.
        is_wrapped: Whether its texts run over several lines.
    """

    title: str
    width: int = 12
    format: Format = Format.GENERAL
    is_wrapped: bool = False


@dataclass(frozen=True)
class Table:
    """A table. Its rows may come one by one, and only once.

    Attributes:
        frozen: How many columns stay in sight when the others are scrolled.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]
    frozen: int = 0


def in_xml(text: str) -> str:
    """A text without control characters and half characters, which XML can't hold; lines end with a line feed."""
    # Most texts are printable throughout, and that is quickly seen.
    return text if text.isprintable() else _NOT_IN_XML.sub("", _LINE_ENDS.sub("\n", text))
