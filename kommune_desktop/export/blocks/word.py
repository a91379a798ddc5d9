"""A document of blocks as a Word file, with real styles, to be edited further in Word or LibreOffice."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime, time
from itertools import zip_longest
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from kommune_desktop.export import charts
from kommune_desktop.export.blocks.model import (
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
from kommune_desktop.export.charts.raster import png
from kommune_desktop.export.pdf.letters import cleaned
from kommune_desktop.export.pdf.table import Column
from kommune_desktop.paths import write_beside
from kommune_desktop.texts import SOFT_HYPHEN

_TEXT_WIDTH = Cm(16.5)
_MARGIN = Cm(2.25)
_HIGHEST_PICTURE = Cm(22)
_WIDER = 1.25
_LONGEST_PROPERTY = 255
"""Letters of a title or an author; Word takes no more."""
_LOCALES = {"de": "de-DE", "en": "en-GB"}
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_EMPTY_LINE = "_" * 78


def write_word_file(target: Path, document: Document) -> None:
    """Write a document as a Word file: the whole file, or nothing. The same blocks give the same bytes.

    Raises:
        UserError: ``file.unwritable``.
    """
    file = docx.Document()
    _settle(file, document)
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        _add(block, file)
        if isinstance(block, Paragraph) and isinstance(following, Grid | Chart):
            file.paragraphs[-1].paragraph_format.keep_with_next = True
    buffer = io.BytesIO()
    file.save(buffer)
    data = _without_clock(buffer.getvalue())
    write_beside(target, lambda part: _fill(part, data))


def _fill(part: Path, data: bytes) -> None:
    part.write_bytes(data)


def _without_clock(data: bytes) -> bytes:
    """The same package, whose parts do not say when they were packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return packed.getvalue()


# The file -------------------------------------------------------------------------------------------------------------


def _settle(file: WordFile, document: Document) -> None:
    """Page, language, typeface, what the file says of itself, and what stands on every page."""
    properties = file.core_properties
    properties.title = _shown(document.title)[:_LONGEST_PROPERTY]
    properties.author = _shown(document.author)[:_LONGEST_PROPERTY]
    properties.language = _LOCALES[document.language]
    properties.comments = ""
    properties.created = properties.modified = datetime.combine(document.day, time(), UTC)
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Cm(2)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = _shown(document.head)
    for footer in (section.first_page_footer, section.footer):
        _add_page_number(footer.paragraphs[0], document)
    _speak(file, document.language)
    file.styles["Normal"].font.name = "Calibri"
    file.styles["Normal"].font.size = Pt(11)


def _speak(file: WordFile, language: str) -> None:
    """The language of all that does not say another; without it, Word would check the spelling in English."""
    found = file.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    found.set(qn("w:val"), _LOCALES[language])


def _add_page_number(paragraph: WordParagraph, document: Document) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, _, after = document.page_label.partition("{page}")
    paragraph.add_run(before)
    _add_field(paragraph, "PAGE")
    paragraph.add_run(after)
    _add_field(paragraph, "NUMPAGES")
    if document.notice:
        paragraph.add_run(f" · {_shown(document.notice)}")


def _add_field(paragraph: WordParagraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


# The blocks -----------------------------------------------------------------------------------------------------------


@functools.singledispatch
def _add(block: Block, _: WordFile) -> None:
    raise TypeError(block)


@_add.register
def _add_heading(block: Heading, file: WordFile) -> None:
    file.add_heading(_shown(block.text), block.level)


@_add.register
def _add_paragraph(block: Paragraph, file: WordFile) -> None:
    paragraph = file.add_paragraph()
    run = paragraph.add_run(_shown(block.text))
    run.bold = True if block.look is Look.STRONG else None
    if block.look is Look.NOTE:
        run.font.size = Pt(9)
    if block.look is Look.STRONG:
        paragraph.paragraph_format.keep_with_next = True


@_add.register
def _add_bullets(block: Bullets, file: WordFile) -> None:
    for text in block.texts:
        file.add_paragraph(_shown(text), "List Bullet")


@_add.register
def _add_numbered(block: Numbered, file: WordFile) -> None:
    number = _number_of_new_list(file)
    for text in block.texts:
        paragraph = file.add_paragraph(_shown(text), "List Number")
        numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no lists
        numbering.get_or_add_ilvl().val = 0
        numbering.get_or_add_numId().val = number


def _number_of_new_list(file: WordFile) -> int:
    """The style alone would go on counting where the list before has ended."""
    numberings = file.part.numbering_part.element
    usual = file.styles["List Number"].element.pPr.numPr.numId.val
    own = numberings.add_num(numberings.num_having_numId(usual).abstractNumId.val)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(own.numId)


@_add.register
def _add_grid(block: Grid, file: WordFile) -> None:
    table = file.add_table(rows=1 + len(block.rows), cols=len(block.columns), style="Table Grid")
    table.autofit = False
    widths = _widths(block.columns)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _name(table._tbl.tblPr, block.title)  # noqa: SLF001 - python-docx has no name of tables
    head, *rows = table.rows
    repeated = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - nor rows that are repeated
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - nor rows that stay together
    titles = [column.title for column in block.columns]
    for row, texts, is_head in [(head, titles, True), *((r, t, False) for r, t in zip(rows, block.rows, strict=True))]:
        for cell, text, column, width in zip(row.cells, texts, block.columns, widths, strict=True):
            cell.width = width
            _fill_cell(cell, text, column, is_head=is_head)
    file.add_paragraph()


def _fill_cell(cell: _Cell, text: str, column: Column, *, is_head: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(_shown(text))
    run.font.size = Pt(9)
    run.bold = True if is_head else None
    if column.numeric:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _name(properties: object, title: str) -> None:
    named = OxmlElement("w:tblCaption")
    named.set(qn("w:val"), _shown(title))
    properties.append(named)  # type: ignore[attr-defined]  # an element


def _widths(columns: Sequence[Column]) -> list[Length]:
    """Widths are given for the smaller type of a PDF; the open ones share what is left, a third at least."""
    given = sum(Pt(column.width) for column in columns if column.width is not None)
    wider = min(_WIDER, 2 * _TEXT_WIDTH / 3 / given) if given else _WIDER
    known = [None if column.width is None else Pt(column.width * wider) for column in columns]
    fixed = sum(width for width in known if width is not None)
    share = (_TEXT_WIDTH - fixed) // max(known.count(None), 1)
    return [Length(share) if width is None else width for width in known]


@_add.register
def _add_chart(block: Chart, file: WordFile) -> None:
    chart: charts.Chart = block.chart
    width, height = Pt(chart.drawing.width), Pt(chart.drawing.height)
    smaller = min(1.0, _TEXT_WIDTH / width, _HIGHEST_PICTURE / height)
    picture = file.add_picture(io.BytesIO(png(chart)), width=Length(int(width * smaller)))
    described = picture._inline.docPr  # noqa: SLF001 - python-docx has no alternative texts
    described.set("descr", _shown(chart.alternative_text))
    described.set("title", _shown(chart.table.title))


@_add.register
def _add_lines(block: Lines, file: WordFile) -> None:
    _add_paragraph(Paragraph(block.name, Look.STRONG), file)
    for _ in range(block.count):
        file.add_paragraph(_EMPTY_LINE)


@_add.register
def _add_new_page(_: NewPage, file: WordFile) -> None:
    file.add_page_break()  # type: ignore[no-untyped-call]


@_add.register
def _add_room(_: Room, file: WordFile) -> None:
    """Word breaks its pages by itself."""


def _shown(text: str) -> str:
    """Without what controls something else: XML has no place for it."""
    return cleaned(text).replace(SOFT_HYPHEN, "")
