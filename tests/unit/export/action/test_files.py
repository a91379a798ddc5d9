"""Every paper in every language as PDF and as a Word file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from docx.document import Document as WordFile
from docx.shared import Pt
from reportlab.pdfbase.pdfmetrics import stringWidth

from kommune_desktop.core.workshop import AgendaItem, Workshop
from kommune_desktop.export.action.context import ActionContext
from kommune_desktop.export.action.drafts import council_paper, strategy
from kommune_desktop.export.action.handouts import handouts
from kommune_desktop.export.action.minutes import minutes
from kommune_desktop.export.blocks import Bullets, Chart, Document, Grid, Heading
from kommune_desktop.export.blocks.paper import write_document
from kommune_desktop.export.blocks.word import write_word_file
from kommune_desktop.export.pdf.fonts import BOLD
from kommune_desktop.texts import LANGUAGES
from tests.judge import verdict
from tests.unit.export.action.material import FULL, context_of, headings
from tests.unit.export.blocks import word_file
from tests.unit.export.blocks.word_file import opened
from tests.unit.export.reading import bookmarks, outside, says

Paper = Callable[[ActionContext], Document]
PAPERS: Mapping[str, Paper] = {
    "minutes": minutes,
    "handouts": handouts,
    "council": council_paper,
    "strategy": strategy,
}
EMPTY = Workshop(agenda=(AgendaItem("a.1"),))
"""The least that there may be a handout of."""


@pytest.fixture(params=PAPERS)
def paper(request: pytest.FixtureRequest) -> Paper:
    return PAPERS[request.param]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def document(paper: Paper, language: str) -> Document:
    return paper(context_of(language=language))


@pytest.fixture
def file(document: Document, tmp_path: Path) -> WordFile:
    write_word_file(tmp_path / "p.docx", document)
    return opened(tmp_path / "p.docx")


@pytest.mark.slow
@pytest.mark.parametrize("workshop", [FULL, EMPTY], ids=["held", "planned"])
def test_the_judge_finds_nothing(paper: Paper, language: str, workshop: Workshop, tmp_path: Path) -> None:
    target = tmp_path / "p.pdf"
    made = paper(context_of(workshop, () if workshop is EMPTY else context_of().plan.measures, language))
    write_document(target, made)
    assert [verdict(target, flavour) for flavour in ("ua1", "2a")] == [[], []]
    assert outside(target) == []


def test_a_pdf_holds_every_sentence_of_its_paper(document: Document, tmp_path: Path) -> None:
    target = tmp_path / "p.pdf"
    write_document(target, document)
    assert bookmarks(target) == [(level - 1, title) for level, title in headings(document)]
    points = [text for block in document.blocks if isinstance(block, Bullets) for text in block.texts]
    assert [text for text in points if not says(target, text)] == []


def test_headings_of_a_word_file_go_down_step_by_step(file: WordFile, document: Document) -> None:
    found = word_file.headings(file)
    assert found == headings(document)
    assert found[0][0] == 1
    assert word_file.gaps([level for level, _ in found]) == []


def test_tables_of_a_word_file_are_read_as_tables(file: WordFile, document: Document) -> None:
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    assert word_file.table_names(file) == [grid.title for grid in grids]
    for table, grid in zip(file.tables, grids, strict=True):
        head = [column.title for column in grid.columns]
        assert word_file.rows(table) == [head, *(list(row) for row in grid.rows)]
        assert word_file.head_rows(table) == [True] + [False] * len(grid.rows)
        assert sum(word_file.widths(table)) == pytest.approx(word_file.TEXT_WIDTH, abs=635 * len(head))


def test_pictures_of_a_word_file_say_what_they_show(file: WordFile, document: Document) -> None:
    told = [block.chart.alternative_text for block in document.blocks if isinstance(block, Chart)]
    assert word_file.descriptions(file) == [text.replace("\u00ad", "") for text in told]
    assert all(len(text) > 20 for text in told)


def test_the_same_round_gives_the_same_papers(paper: Paper, tmp_path: Path) -> None:
    for number in (1, 2):
        write_word_file(tmp_path / f"{number}.docx", paper(context_of()))
        write_document(tmp_path / f"{number}.pdf", paper(context_of()))
    for suffix in ("docx", "pdf"):
        assert (tmp_path / f"1.{suffix}").read_bytes() == (tmp_path / f"2.{suffix}").read_bytes()


def test_a_paper_in_english_has_no_german_headings(paper: Paper) -> None:
    german, english = (set(headings(paper(context_of(language=code)))) for code in ("de", "en"))
    assert {title for _, title in german & english} <= {"Sprechstunde", "Formulare", "Internetseite"}


def test_every_heading_has_something_below_it(document: Document) -> None:
    blocks = [*document.blocks, Heading(1, "")]
    for first, second in pairwise(blocks):
        if isinstance(first, Heading) and isinstance(second, Heading):
            assert second.level > first.level, first.text


def test_columns_of_a_word_file_hold_the_words_at_their_head(file: WordFile) -> None:
    """In 9 points, bold; Noto Sans stands for the typeface of the file, and each cell has margins of 5.4 points."""
    for table in file.tables:
        for title, width in zip(word_file.rows(table)[0], word_file.widths(table), strict=True):
            longest = max(stringWidth(word, BOLD, 9) for word in title.split())
            assert longest <= width / Pt(1) - 10.8, title
