"""Headings, paragraphs, lists, tables and figures, as they are read from the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.graphics.shapes import Drawing
from reportlab.platypus import Flowable

from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.document import Frontmatter, write_pdf
from kommune_desktop.export.pdf.flowables import (
    Figure,
    Later,
    body,
    bullets,
    heading,
    page_break,
    room,
    space,
    together,
)
from kommune_desktop.export.pdf.table import Column, table
from tests.unit.export.reading import base_fonts, bookmarks, outside, pages, structure, text_edges

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


def test_a_figure_higher_than_a_page_becomes_smaller(target: Path) -> None:
    figure = Figure(Drawing(400, 2000), "sehr hoch")
    width, height = figure.wrap(500, 500)
    assert height < styles.TEXT_HEIGHT
    assert width == pytest.approx(height / 5)
    assert len(written(target, heading(1, "Bild"), figure)) == 1


def test_no_row_of_a_table_stands_alone_on_a_page(target: Path) -> None:
    rows = [[str(number), "Leitbild", "63"] for number in range(1, 8)]
    row = table(COLUMNS, rows).rows[1].height
    for free in range(2, 9):
        first, *rest = written(target, space(styles.TEXT_HEIGHT - 12 - free * row), table(COLUMNS, rows))
        counts = [text.count("Leitbild") for text in (first, *rest)]
        assert sum(counts) == 7
        assert 1 not in counts


def test_parts_that_are_made_later_come_in_their_place(target: Path) -> None:
    made: list[int] = []

    def many() -> Iterator[Flowable]:
        for number in range(500):
            made.append(number)
            yield body(f"Nummer{number}")

    later = Later(many)
    assert made == []
    found = " ".join(written(target, heading(1, "Anfang"), later, body("Ende"))).split()
    words = [word for word in found if word.startswith(("Anfang", "Nummer", "Ende"))]
    assert words == ["Anfang", *(f"Nummer{number}" for number in range(500)), "Ende"]


def test_a_heading_stays_with_what_is_made_later(target: Path) -> None:
    parts = [space(styles.TEXT_HEIGHT - 60), heading(1, "Stärken"), Later(lambda: iter([body("Wort " * 300)]))]
    first, second = written(target, *parts)
    assert "Stärken" not in first
    assert second.split()[0] == "Stärken"


def test_nothing_that_is_made_later_is_nothing(target: Path) -> None:
    assert written(target, heading(1, "Anfang"), Later(list))[0].split() == ["Anfang"]


ARABIC = "مرحباً بكم في المدينة. " * 12


def test_words_from_right_to_left_begin_at_the_right_edge(target: Path) -> None:
    written(target, body(ARABIC))
    lines = text_edges(target, 1)
    edge = styles.MARGIN + styles.TEXT_WIDTH
    assert len(lines) > 1
    assert all(edge - 2 < right <= edge + 0.5 for _, right in lines)
    assert lines[-1][0] > styles.MARGIN + 50


def test_words_from_right_to_left_keep_to_the_edge_on_the_next_page(target: Path) -> None:
    written(target, space(styles.TEXT_HEIGHT - 40), body(ARABIC * 3))
    for number in (1, 2):
        assert max(right for _, right in text_edges(target, number)) > styles.MARGIN + styles.TEXT_WIDTH - 2


def test_a_cell_says_what_is_not_drawn_as_it_is_written(target: Path) -> None:
    written(target, table([Column("Frage"), Column("Bemerkung")], [["Leitbild", "אבג (12)"], ["谢谢", "ja"]]))
    cells = [part for top in structure(target, 1) for kind in ("TH", "TD") for part in top.all(kind)]
    assert [part.actual_text for part in cells if part.actual_text] == ["谢谢", "אבג (12)"]
