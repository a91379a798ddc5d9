"""A document of blocks as PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from kommune_desktop.errors import UserError
from kommune_desktop.export.blocks import Bullets, Chart, Grid, Heading, Lines, NewPage, Numbered, Paragraph, Room
from kommune_desktop.export.blocks.model import Block
from kommune_desktop.export.blocks.paper import write_document
from kommune_desktop.export.blocks.word import write_word_file
from kommune_desktop.export.pdf.table import Column
from kommune_desktop.texts import LANGUAGES
from tests.judge import verdict
from tests.unit.export.blocks.material import COLUMNS, GRID, chart, document, every_block
from tests.unit.export.reading import Part, bookmarks, metadata, outside, pages, says, squeezed, structure


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "p.pdf"


def parts(path: Path, kind: str) -> list[Part]:
    """The parts of a kind on all pages."""
    every = [part for number in range(1, len(pages(path)) + 1) for part in structure(path, number)]
    return [found for part in every for found in part.all(kind)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_of_every_block_is_accessible_and_may_be_archived(target: Path, language: str) -> None:
    write_document(target, document(*every_block(), language=language))
    assert [verdict(target, flavour) for flavour in ("ua1", "2a")] == [[], []]
    assert outside(target) == []


def test_blocks_become_what_they_are(target: Path) -> None:
    assert write_document(target, document(*every_block())) == len(pages(target))
    assert bookmarks(target) == [(0, "Protokoll"), (1, "Teilnahme"), (2, "Im Einzelnen")]
    assert [len(list(one.all("LI"))) for one in parts(target, "L")] == [2, 2, 1]
    (figure,) = parts(target, "Figure")
    assert figure.alternative_text.startswith("Punkte der Gruppen zu „Feld Frage 0“")
    (table,) = parts(target, "Table")
    assert [head.scope for head in table.all("TH")] == ["Column", "Column", "Row", "Row"]
    for words in ("1. lesen 2. reden", "1. essen", "Leitbild 75", "Begründung"):
        assert says(target, words), words


def test_the_document_says_what_it_is(target: Path) -> None:
    write_document(target, document(*every_block(), notice="Nur intern"))
    assert (metadata(target)["Title"], metadata(target)["Author"]) == ("Protokoll: Lindenau", "Lindenau")
    assert "Lindenau · Protokoll" not in pages(target)[0]
    assert "Lindenau · Protokoll" in pages(target)[1]
    for number, text in enumerate(map(squeezed, pages(target)), start=1):
        assert f"Seite{number}von{len(pages(target))}" in text
        assert "Nurintern" in text


@pytest.mark.parametrize(("points", "expected"), [(100, 1), (2000, 2), (None, 2)])
def test_a_new_page_is_always_new_and_room_is_made_where_it_lacks(
    target: Path, points: float | None, expected: int
) -> None:
    between: Block = NewPage() if points is None else Room(points)
    assert write_document(target, document(Heading(1, "Eins"), between, Paragraph("Zwei"))) == expected


def test_room_that_lacks_begins_a_page(target: Path) -> None:
    filled = [Paragraph(f"Zeile {number}") for number in range(30)]
    write_document(target, document(Heading(1, "Eins"), *filled, Room(400), Heading(2, "Zwei")))
    assert "Zwei" not in pages(target)[0]
    assert "Zwei" in pages(target)[1]


def test_lines_to_write_on_stay_with_their_name(target: Path) -> None:
    filled = [Paragraph(f"Zeile {number}") for number in range(34)]
    write_document(target, document(Heading(1, "Eins"), *filled, Lines("Begründung", 12)))
    assert ["Begründung" in text for text in pages(target)] == [False, True]


@pytest.mark.parametrize(
    "blocks",
    [
        [Grid("leer", COLUMNS, [])],
        [Bullets([]), Numbered([])],
        [Paragraph("")],
        [Lines("Ideen", 0)],
        [Grid("eine", [Column("Spalte")], [["Zelle"]] * 200)],
    ],
)
def test_little_and_much_is_a_document(target: Path, blocks: list[Block]) -> None:
    write_document(target, document(Heading(1, "Titel"), *blocks))
    assert [verdict(target, flavour) for flavour in ("ua1", "2a")] == [[], []]


def test_the_same_document_gives_the_same_bytes_whatever_was_written_in_between(tmp_path: Path) -> None:
    made = document(*every_block())
    write_document(tmp_path / "1.pdf", made)
    write_word_file(tmp_path / "1.docx", made)
    write_document(tmp_path / "2.pdf", made)
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()


def test_each_page_is_told_and_whoever_is_told_may_stop(target: Path) -> None:
    told: list[int] = []
    write_document(target, document(GRID, NewPage(), Chart(chart().chart)), told.append)
    assert told == [1, 2]

    def stop(_: int) -> None:
        raise LookupError

    other = target.with_name("other.pdf")
    with pytest.raises(LookupError):
        write_document(other, document(GRID), stop)
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"file\.unwritable"):
        write_document(tmp_path / "gone" / "p.pdf", document(GRID))
