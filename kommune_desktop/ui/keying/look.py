"""What the strip of questions shows at a time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A question in the strip: its number on paper, its words, and what is keyed."""

    number: str
    text: str
    value: str
    is_skipped: bool = False


@dataclass(frozen=True)
class Hint:
    """A key and what it means; without a key, a remark."""

    key: str
    words: str


@dataclass(frozen=True)
class Look:
    """All that the strip shows at a time.

    Attributes:
        before: Rows above it, the nearest last.
        after: Rows below it, the nearest first.
        where: Page and block on paper.
        hints: What the keys mean; each group begins a line.
        refused: Whether the last key was refused.
    """

    before: tuple[Row, ...]
    current: Row
    after: tuple[Row, ...]
    where: str
    hints: tuple[tuple[Hint, ...], ...]
    refused: bool = False
