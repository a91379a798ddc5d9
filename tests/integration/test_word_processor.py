"""Word files in the hands of another program: LibreOffice makes PDF of them, and the text is read back."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from kommune_desktop.export.action.drafts import council_paper, strategy
from kommune_desktop.export.action.handouts import handouts
from kommune_desktop.export.action.minutes import minutes
from kommune_desktop.export.blocks import Bullets, Chart, Document, Grid, Heading, Numbered, Paragraph
from kommune_desktop.export.blocks.word import write_word_file
from kommune_desktop.export.charts import measures_timeline
from kommune_desktop.texts import LANGUAGES
from tests.builders import WHOLE_MEASURE
from tests.unit.export.action.material import DAY, context_of
from tests.unit.export.blocks.material import document, every_block
from tests.unit.export.charts.rounds import look
from tests.unit.export.reading import bookmarks, outside, pages, says

OFFICE = shutil.which("soffice")
PATIENCE_S = 240
A4 = (595, 842)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(PATIENCE_S + 60),
    pytest.mark.skipif(OFFICE is None, reason="not installed: soffice (Debian: libreoffice-writer)"),
]
PAPERS = {"minutes": minutes, "handouts": handouts, "council": council_paper, "strategy": strategy}
WORDS = ("مرحبا بالعالم", "Zeile eins\nZeile zwei", "a\x00b\x1bc", "<b>&amp;</b>", "Zażółć gęślą jaźń")


def documents() -> Mapping[str, Document]:
    """Every paper in every language, every kind of block, words of any kind, and a chart that is too high."""
    papers = {
        f"{name}-{language}": make(context_of(language=language))
        for name, make in PAPERS.items()
        for language in LANGUAGES
    }
    many = [WHOLE_MEASURE] * 150
    return papers | {
        "blocks": document(*every_block(), notice="Nur intern"),
        "words": document(Heading(1, "Wörter"), Bullets(WORDS), Numbered(WORDS)),
        "tall": document(Heading(1, "Hoch"), Chart(measures_timeline(many, DAY, look()))),
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where each Word file lies beside what LibreOffice made of it; one start makes them all."""
    folder = tmp_path_factory.mktemp("word")
    for name, one in documents().items():
        write_word_file(folder / f"{name}.docx", one)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=PATIENCE_S)
    return folder


@pytest.fixture(params=[f"{name}-{language}" for name in PAPERS for language in LANGUAGES])
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_sentence_of_a_paper_is_read_back(made: Path, paper: str) -> None:
    target = made / f"{paper}.pdf"
    texts = [text for block in documents()[paper].blocks for text in _texts(block)]
    assert len(texts) > 15
    assert [text for text in texts if not says(target, text)] == []


def _texts(block: object) -> list[str]:
    match block:
        case Heading(_, text) | Paragraph(text, _):
            return [text]
        case Bullets(texts) | Numbered(texts):
            return list(texts)
        case Grid(_, columns, rows):
            return [*(column.title for column in columns), *(cell for row in rows for cell in row)]
        case _:
            return []


def test_pages_are_a4_and_nothing_leaves_them(made: Path) -> None:
    targets = sorted(made.glob("*.pdf"))
    assert len(targets) == len(documents())
    for target in targets:
        assert outside(target) == [], target.name
        with pdfium.PdfDocument(target) as file:
            assert {tuple(map(round, file[number].get_size())) for number in range(len(file))} == {A4}, target.name


def test_every_page_has_its_number(made: Path, paper: str) -> None:
    word, of = ("Page", "of") if paper.endswith("en") else ("Seite", "von")
    found = pages(made / f"{paper}.pdf")
    for number, text in enumerate(found, start=1):
        assert f"{word} {number} {of} {len(found)}" in text


def test_the_head_stands_on_all_pages_but_the_first(made: Path) -> None:
    found = pages(made / "council-de.pdf")
    heads = ["Lindenau · Entwurf einer Vorlage für den Rat" in text for text in found]
    assert len(heads) > 1
    assert heads == [False] + [True] * (len(heads) - 1)


def test_numbered_lists_begin_anew(made: Path) -> None:
    for words in ("1. lesen 2. reden", "1. essen"):
        assert says(made / "blocks.pdf", words), words
    assert not says(made / "blocks.pdf", "3. essen")
    assert says(made / "blocks.pdf", "Nur intern")


@pytest.mark.parametrize("words", ["Zeile eins Zeile zwei", "abc", "<b>&amp;</b>", "Zażółć gęślą jaźń"])
def test_words_of_any_kind_come_through(made: Path, words: str) -> None:
    assert says(made / "words.pdf", words)


def test_a_handout_begins_a_page_with_each_question(made: Path) -> None:
    found = pages(made / "handouts-de.pdf")
    for question in ("1 Frage a.1", "7 Frage a.wort", "2 Frage a.2", "8 Frage b.1"):
        assert sum(question in text for text in found) == 1


def test_a_chart_that_is_higher_than_a_page_has_one_of_its_own(made: Path) -> None:
    with pdfium.PdfDocument(made / "tall.pdf") as file:
        assert len(file) <= 2
        (picture,) = [image for number in range(len(file)) for image in file[number].get_objects(filter=[3])]
        left, bottom, right, top = picture.get_bounds()
    assert 0 <= left < right <= A4[0]
    assert 0 <= bottom < top <= A4[1]


def test_headings_are_known_as_headings(made: Path) -> None:
    """Nothing but real styles gives an outline."""
    assert bookmarks(made / "minutes-de.pdf")[:2] == [(0, "Protokoll des Workshops"), (1, "Teilnahme")]
