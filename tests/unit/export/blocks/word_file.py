"""Reading a Word file as another program does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table

HEADINGS = {f"Heading {level}": level for level in (1, 2, 3)}
BULLETS = "List Bullet"
NUMBERS = "List Number"
TEXT_WIDTH = 5_940_000
"""EMU; 16.5 cm."""


def opened(path: Path) -> WordFile:
    """The file."""
    return docx.Document(str(path))


def headings(file: WordFile) -> list[tuple[int, str]]:
    """Level and text of each heading that is one by its style."""
    return [(HEADINGS[name], p.text) for p in file.paragraphs if (name := str(_style(p))) in HEADINGS]


def in_style(file: WordFile, name: str) -> list[str]:
    """The paragraphs of a style."""
    return [paragraph.text for paragraph in file.paragraphs if _style(paragraph) == name]


def _style(paragraph: Any) -> str | None:
    return paragraph.style.name if paragraph.style else None


def lists(file: WordFile) -> list[list[str]]:
    """The numbered paragraphs by the list that counts them, each of which must begin with 1."""
    found: dict[int, list[str]] = {}
    for paragraph in file.paragraphs:
        if _style(paragraph) == NUMBERS:
            properties = cast("Any", paragraph._p.pPr)
            number = 0 if properties.numPr is None else properties.numPr.numId.val
            found.setdefault(number, []).append(paragraph.text)
    numberings = file.part.numbering_part.element
    for number in found:
        (override,) = numberings.num_having_numId(number).lvlOverride_lst
        assert (override.ilvl, override.startOverride.val) == (0, 1)
    return list(found.values())


def rows(table: Table) -> list[list[str]]:
    """The texts of a table's cells."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def head_rows(table: Table) -> list[bool]:
    """Of each row whether it is marked as the header of the table."""
    return [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]


def table_names(file: WordFile) -> list[str]:
    """What a screen reader calls each table."""
    return [str(table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))) for table in file.tables]


def widths(table: Table) -> list[int]:
    """Of the columns, in EMU."""
    return [int(cast("Length", column.width)) for column in table.columns]


def descriptions(file: WordFile) -> list[str]:
    """The alternative text of each picture; empty where there is none."""
    return [shape._inline.docPr.get("descr", "") for shape in file.inline_shapes]


def all_texts(file: WordFile) -> Iterator[str]:
    """Every paragraph and every cell."""
    yield from (paragraph.text for paragraph in file.paragraphs)
    for table in file.tables:
        yield from (text for row in rows(table) for text in row)


def says(file: WordFile, words: str) -> bool:
    """Whether a paragraph or a cell holds the words."""
    return any(words in text for text in all_texts(file))


def gaps(levels: Sequence[int]) -> list[int]:
    """The places of headings that stand more than one level below the one before."""
    return [place for place, level in enumerate(levels) if level > (levels[place - 1] if place else 0) + 1]
