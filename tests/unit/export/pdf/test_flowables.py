"""Headings, paragraphs, lists, tables and figures, as they are read from the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.graphics.shapes import Drawing
from reportlab.platypus import Flowable

from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.document import Frontmatter, write_pdf
from kommune_desktop.export.pdf.flowables import (
    Column,
    Figure,
    body,
    bullets,
    heading,
    page_break,
    room,
    space,
    table,
    together,
)
from tests.unit.export.reading import base_fonts, bookmarks, outside, pages

COLUMNS = [Column("Nr.", 30, numeric=True), Column("Frage"), Column("Punkte", 50, numeric=True)]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "a.pdf"


def written(target: Path, *parts: Flowable) -> list[str]:
    """The pages of a document of these parts, without the line that says the page."""
    write_pdf(target, Frontmatter("", "", "de", "", "{page}/"), parts, lambda _: None)
    return [text.split("\r\n", 2)[-1] for text in pages(target)]


@pytest.mark.parametrize("text", ["A & B", "<b>fett</b>", "1 < 2 > 0", "&amp;", "<br/>", "a</para>b", "100 % {n}"])
def test_texts_are_never_taken_for_markup(target: Path, text: str) -> None:
    parts = [heading(1, text), body(text), *bullets([text]), table([Column(text)], [[text]])]
    (page,) = written(target, *parts)
    assert page.count(text) == 5
    assert bookmarks(target) == [(0, text)]


def test_a_list_has_a_bullet_for_each_entry(target: Path) -> None:
    (page,) = written(target, *bullets(["eins", "zwei"]))
    assert [line.split() for line in page.splitlines()] == [["•", "eins"], ["•", "zwei"]]


def test_the_cells_of_a_row_stand_on_one_line(target: Path) -> None:
    (page,) = written(target, table(COLUMNS, [["1", "Leitbild", "63"], ["2", "Strategie", "–"]]))
    assert [line.split() for line in page.splitlines()] == [
        ["Nr.", "Frage", "Punkte"],
        ["1", "Leitbild", "63"],
        ["2", "Strategie", "–"],
    ]


def test_a_long_table_has_its_header_on_every_page_and_loses_no_row(target: Path) -> None:
    rows = [[str(number), f"Frage{number}", "50"] for number in range(1, 121)]
    found = written(target, table(COLUMNS, rows))
    assert len(found) > 1
    assert all(text.split()[:3] == ["Nr.", "Frage", "Punkte"] for text in found)
    words = " ".join(found).split()
    assert [word for word in words if word.startswith("Frage") and word != "Frage"] == [row[1] for row in rows]


def test_a_table_is_as_wide_as_the_text(target: Path) -> None:
    made = table(COLUMNS, [["1", "Leitbild", "63"]])
    assert made.wrap(styles.TEXT_WIDTH, 1000)[0] == pytest.approx(styles.TEXT_WIDTH)


def test_a_table_without_rows_is_its_header(target: Path) -> None:
    assert written(target, table(COLUMNS, []))[0].split() == ["Nr.", "Frage", "Punkte"]


def test_a_row_must_fit_its_columns() -> None:
    with pytest.raises(ValueError, match="zip"):
        table(COLUMNS, [["1", "Leitbild"]])


def test_a_word_without_a_place_to_break_stays_on_the_page(target: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 8
    written(target, body(word), heading(1, word), *bullets([word]), table(COLUMNS, [[word, word, word]]))
    assert outside(target) == []


def test_what_stays_together_moves_to_the_next_page_together(target: Path) -> None:
    parts = [space(styles.PAGE_HEIGHT - 220), together([heading(1, "Stärken"), *bullets(["eins"] * 6)])]
    first, second = written(target, *parts)
    assert "Stärken" not in first
    assert second.split()[0] == "Stärken"


def test_a_heading_does_not_stay_behind_at_the_end_of_a_page(target: Path) -> None:
    long = body("Wort " * 300)
    found = written(target, space(styles.PAGE_HEIGHT - 160), heading(1, "Stärken"), long)
    assert "Stärken" not in found[0]


def test_room_begins_a_page_only_where_there_is_too_little(target: Path) -> None:
    assert len(written(target, body("eins"), room(100), body("zwei"))) == 1
    assert len(written(target, space(650), room(100), body("zwei"))) == 2


def test_a_page_break_begins_a_page(target: Path) -> None:
    first, second = written(target, body("eins"), page_break(), body("zwei"))
    assert ("eins" in first, "zwei" in second) == (True, True)


def test_a_long_paragraph_goes_on_on_the_next_page(target: Path) -> None:
    found = written(target, body("Wort " * 1500), heading(1, "Ende"))
    assert sum(text.count("Wort") for text in found) == 1500


@pytest.mark.parametrize("height", [600, 640, 680, 700, 715])
def test_a_heading_of_several_lines_is_bookmarked_once_wherever_it_stands(target: Path, height: int) -> None:
    title = "Interkulturelle Öffnung und Antirassismus " * 6
    written(target, space(height), heading(1, title), table(COLUMNS, [["1", "Leitbild", "63"]] * 90))
    assert [found.split() for _, found in bookmarks(target)] == [title.split()]


def test_a_figure_is_as_large_as_its_drawing(target: Path) -> None:
    figure = Figure(Drawing(120, 40), "leer")
    assert figure.wrap(500, 500) == (120, 40)
    written(target, figure)
    assert not any("Helvetica" in name for name in base_fonts(target))
