"""A document of blocks as a Word file, read back by python-docx."""

from __future__ import annotations

import io
import tempfile
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from kommune_desktop.core.measure import Measure
from kommune_desktop.errors import UserError
from kommune_desktop.export.blocks import Block, Bullets, Chart, Document, Grid, Heading, Numbered, Paragraph
from kommune_desktop.export.blocks.word import write_word_file
from kommune_desktop.export.charts import measures_timeline
from kommune_desktop.export.pdf.table import Column
from tests.unit.export.blocks import word_file
from tests.unit.export.blocks.material import DAY, GRID, chart, document, every_block, table
from tests.unit.export.blocks.word_file import opened
from tests.unit.export.charts.rounds import look

PAGE_HEIGHT_CM = 25.7
"""Between the margins."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "p.docx"


def written(target: Path, made: Document) -> WordFile:
    write_word_file(target, made)
    return opened(target)


def test_headings_and_lists_are_so_by_their_styles(target: Path) -> None:
    file = written(target, document(*every_block()))
    assert word_file.headings(file) == [(1, "Protokoll"), (2, "Teilnahme"), (3, "Im Einzelnen")]
    assert word_file.in_style(file, word_file.BULLETS) == ["Amt", "Rat"]
    assert word_file.in_style(file, word_file.NUMBERS) == ["lesen", "reden", "essen"]


def test_each_numbered_list_counts_from_one(target: Path) -> None:
    file = written(target, document(*every_block()))
    assert word_file.lists(file) == [["lesen", "reden"], ["essen"]]


def test_a_table_has_a_name_and_one_header_row(target: Path) -> None:
    file = written(target, document(GRID))
    (made,) = file.tables
    assert word_file.rows(made) == [["Frage", "Punkte"], ["Leitbild", "75"], ["Ressourcen", "0"]]
    assert word_file.head_rows(made) == [True, False, False]
    assert word_file.table_names(file) == ["Punkte je Frage"]
    assert all(run.bold for cell in made.rows[0].cells for run in cell.paragraphs[0].runs)


@pytest.mark.parametrize(
    "given_widths",
    [[None], [None, None, None], [None, 55, 55, 150], [300, None, 200], [None, 60, 150, 55, 55, 65], [480, None]],
)
def test_the_columns_of_a_table_fill_the_line(target: Path, given_widths: list[float | None]) -> None:
    columns = [Column(f"Spalte {place}", width) for place, width in enumerate(given_widths)]
    (made,) = written(target, table(columns, ["x"] * len(columns))).tables
    widths = word_file.widths(made)
    # Word counts in twentieths of a point, 635 EMU.
    assert sum(widths) == pytest.approx(word_file.TEXT_WIDTH, abs=635 * len(widths))
    opens = [width for width, known in zip(widths, given_widths, strict=True) if known is None]
    assert sum(opens) >= word_file.TEXT_WIDTH / 3 - 635 * len(widths)
    assert max(opens) - min(opens) <= 635


def test_a_picture_says_what_it_shows(target: Path) -> None:
    made = chart()
    file = written(target, document(made))
    assert word_file.descriptions(file) == [made.chart.alternative_text]
    (picture,) = file.inline_shapes
    assert int(picture.width) == word_file.TEXT_WIDTH


def test_a_chart_that_is_higher_than_a_page_becomes_smaller(target: Path) -> None:
    many = [Measure(f"Maßnahme {number}", number, due=date(2027, 1, 1)) for number in range(150)]
    tall = measures_timeline(many, DAY, look())
    assert tall.drawing.height > 2000
    (picture,) = written(target, document(Chart(tall))).inline_shapes
    assert picture.height.cm < PAGE_HEIGHT_CM
    ratio = tall.drawing.width / tall.drawing.height
    assert int(picture.width) / int(picture.height) == pytest.approx(ratio, rel=0.05)


@pytest.mark.parametrize(("language", "locale"), [("de", "de-DE"), ("en", "en-GB")])
def test_the_file_says_what_it_is_and_which_language_it_speaks(target: Path, language: str, locale: str) -> None:
    file = written(target, document(language=language))
    said = file.core_properties
    assert (said.title, said.author, said.language) == ("Protokoll: Lindenau", "Lindenau", locale)
    assert said.created is not None
    assert said.created.date() == DAY
    assert said.comments == ""
    spoken = file.styles.element.findall(f".//{qn('w:lang')}")
    assert {one.get(qn("w:val")) for one in spoken} == {locale}


def test_every_page_has_its_number_and_all_but_the_first_a_head(target: Path) -> None:
    file = written(target, document(notice="Intern"))
    (section,) = file.sections
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "Lindenau · Protokoll"
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.first_page_footer, section.footer):
        (line,) = footer.paragraphs
        assert line.text == "Seite  von  · Intern"
        assert [field.get(qn("w:instr")) for field in line._p.findall(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_same_blocks_give_the_same_bytes(tmp_path: Path) -> None:
    for number in (1, 2):
        write_word_file(tmp_path / f"{number}.docx", document(*every_block()))
    assert (tmp_path / "1.docx").read_bytes() == (tmp_path / "2.docx").read_bytes()


def test_pictures_are_png_as_the_file_says(target: Path) -> None:
    write_word_file(target, document(chart()))
    with zipfile.ZipFile(target) as packed:
        assert packed.testzip() is None
        (name,) = [name for name in packed.namelist() if name.startswith("word/media/")]
        assert Image.open(io.BytesIO(packed.read(name))).format == "PNG"


def test_a_heading_takes_no_soft_hyphens(target: Path) -> None:
    file = written(target, document(Heading(1, "Selbst\u00adüberprüfung"), Paragraph("Ge\u00admeinde")))
    assert [paragraph.text for paragraph in file.paragraphs] == ["Selbstüberprüfung", "Gemeinde"]


def test_an_empty_document_is_a_file(target: Path) -> None:
    assert list(word_file.all_texts(written(target, document()))) == []


def test_a_title_longer_than_word_takes_is_cut(target: Path) -> None:
    file = written(target, document(title="Ü" * 400))
    assert file.core_properties.title == "Ü" * 255


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"file\.unwritable"):
        write_word_file(tmp_path / "gone" / "p.docx", document())


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("مرحبا بالعالم", "مرحبا بالعالم"),
        ("שלום (עולם)", "שלום (עולם)"),
        ("Super 👍🏽 🇩🇪", "Super 👍🏽 🇩🇪"),
        ("a\x00b\x1bc\r\nd\te", "abc\nd e"),
        ("\ud800 lone", "\N{REPLACEMENT CHARACTER} lone"),
        ("<b>&amp;</b>]]>", "<b>&amp;</b>]]>"),
        ("=1+1", "=1+1"),
        ("\u202egnp.exe", "gnp.exe"),
    ],
)
def test_words_of_any_kind_are_read_back(target: Path, words: str, shown: str) -> None:
    blocks: list[Block] = [Heading(1, words), Paragraph(words), Bullets([words]), Numbered([words])]
    grid = Grid(words, [Column(words)], [[words]])
    file = written(target, document(*blocks, grid, title=words))
    assert list(word_file.all_texts(file)) == [shown] * 4 + [""] + [shown] * 2
    assert file.core_properties.title == shown


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text_is_read_back_without_what_controls(words: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = written(Path(folder) / "p.docx", document(Paragraph(words), Grid("x", [Column("y")], [[words]])))
    (read, _), (table_,) = [paragraph.text for paragraph in file.paragraphs], file.tables
    assert word_file.rows(table_)[1] == [read]
    assert _letters(read) == _letters(words)


def _letters(text: str) -> str:
    """The letters, digits and signs of a text as far as Unicode gives them a meaning."""
    plain = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] in "LNPS" and sign != "\ufffd")
