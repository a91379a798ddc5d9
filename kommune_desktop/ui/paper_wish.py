"""A paper that is wanted as a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PaperWish:
    """What a page asks for.

    Attributes:
        paper: A :class:`kommune_desktop.workflow.papers.Paper` by its value.
        suffix: Of the file: ``.pdf`` or ``.docx``.
        area_id: The working group that handouts are for; empty for all.
        language: Of the paper; that of the window where empty.
    """

    paper: str
    suffix: str
    area_id: str = ""
    language: str = ""
