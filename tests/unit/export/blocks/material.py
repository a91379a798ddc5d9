"""A document of every kind of block."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kommune_desktop.export.blocks import (
    Block,
    Bullets,
    Chart,
    Document,
    Grid,
    Heading,
    Lines,
    Look,
    NewPage,
    Numbered,
    Paragraph,
    Room,
)
from kommune_desktop.export.charts import group_dots
from kommune_desktop.export.pdf.table import Column
from tests.unit.export.charts.rounds import look, results

DAY = date(2026, 11, 26)
COLUMNS = (Column("Frage"), Column("Punkte", 60, numeric=True))
GRID = Grid("Punkte je Frage", COLUMNS, [["Leitbild", "75"], ["Ressourcen", "0"]])


def chart() -> Chart:
    """The groups of a question as dots."""
    made = results()
    return Chart(group_dots(made.round, made.questions[0], look()))


def every_block() -> list[Block]:
    """One block of each kind, and a second list."""
    return [
        Heading(1, "Protokoll"),
        Paragraph("Es war gut.", Look.LEAD),
        Heading(2, "Teilnahme"),
        Paragraph("Gekommen sind", Look.STRONG),
        Bullets(["Amt", "Rat"]),
        Numbered(["lesen", "reden"]),
        Paragraph("Danach", Look.NOTE),
        Numbered(["essen"]),
        NewPage(),
        Room(100),
        Heading(3, "Im Einzelnen"),
        GRID,
        chart(),
        Lines("Begründung", 2),
    ]


def document(*blocks: Block, language: str = "de", title: str = "Protokoll: Lindenau", notice: str = "") -> Document:
    """A document of these blocks."""
    return Document(title, "Lindenau", language, "Lindenau · Protokoll", "Seite {page} von ", DAY, blocks, notice)


def table(columns: Sequence[Column], *rows: Sequence[str]) -> Document:
    """A document of a table alone."""
    return document(Grid("Tabelle", columns, rows))
