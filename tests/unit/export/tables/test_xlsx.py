"""Workbooks, read back by another library and as the XML that they are."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from kommune_desktop.errors import UserError
from kommune_desktop.export.tables import xlsx
from kommune_desktop.export.tables.model import Cell, Column, Format, Table, in_xml
from kommune_desktop.export.tables.xlsx import CUT_MARK, LONGEST_TEXT, Workbook, shortened, write_workbook
from tests.unit.core.results.drawn import PROPERTY
from tests.unit.export.tables.material import DAY

ABOUT = Workbook("Titel & <mehr>", "Lindenau", "de", DAY)
COLUMNS = (Column("Text"), Column("Punkte", format=Format.TENTHS), Column("Anteil", format=Format.PERCENT))
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def write(path: Path, *rows: Sequence[Cell], columns: tuple[Column, ...] = COLUMNS, frozen: int = 0) -> Path:
    write_workbook(path, ABOUT, [Table("Blatt", columns, rows, frozen)], lambda _: None)
    return path


def read(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Blatt").to_python()


def part(path: Path, name: str) -> ET.Element:
    with zipfile.ZipFile(path) as archive:
        return ET.fromstring(archive.read(f"xl/{name}"))


def test_numbers_are_numbers_dates_are_dates_and_texts_are_texts(tmp_path: Path) -> None:
    rows = read(write(tmp_path / "a.xlsx", ["17", 12.345678, 0.5], [date(2026, 11, 24), Decimal("12.5"), None]))
    assert rows == [["Text", "Punkte", "Anteil"], ["17", 12.345678, 0.5], [date(2026, 11, 24), 12.5, ""]]


def test_numbers_are_shown_in_the_formats_of_their_columns(tmp_path: Path) -> None:
    styles = part(write(tmp_path / "a.xlsx", ["a", 1.5, 0.5], [date(2026, 11, 24), 1, 1]), "styles.xml")
    codes = {element.get("formatCode") for element in styles.iter(f"{_MAIN}numFmt")}
    assert codes == {"0.0", "0 %", "dd.mm.yyyy"}


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "http://a.b", "mailto:a@b.c", "017", "\t=1"]
)
def test_nothing_is_a_formula_or_a_link(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "a.xlsx", [text, None, None])
    assert read(path)[1][0] == text
    sheet = part(path, "worksheets/sheet1.xml")
    assert list(sheet.iter(f"{_MAIN}f")) == list(sheet.iter(f"{_MAIN}hyperlink")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Danke 😀👩‍👩‍👧",
        "שלום עולם",
        "مرحبا",
        "zwei\nZeilen",
        "_x0041_",
        " Rand ",
        "<b>&amp;</b>",
        "e\u0301",
    ],
)
def test_texts_of_every_script_come_back(tmp_path: Path, text: str) -> None:
    assert read(write(tmp_path / "a.xlsx", [text, None, None]))[1][0] == text


def test_what_xml_can_not_hold_is_left_out(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.xlsx", ["a\x00b\x07c\x1bd\ufffee\r\nf", None, None]))[1][0] == "abcde\nf"


@settings(PROPERTY, max_examples=40)
@given(st.text(alphabet=st.characters(codec=None), max_size=30))
def test_every_text_makes_a_workbook_that_opens(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = write(tmp_path_factory.mktemp("x") / "a.xlsx", ["x", None, None], [text, 1, None])
    assert read(path)[2][0] == in_xml(text)


def test_a_text_that_is_too_long_is_cut_with_a_mark(tmp_path: Path) -> None:
    longest, longer, faces = "a" * LONGEST_TEXT, "a" * (LONGEST_TEXT + 1), "😀" * 20_000
    rows = read(write(tmp_path / "a.xlsx", [longest, None, None], [longer, None, None], [faces, None, None]))
    assert rows[1][0] == longest
    assert rows[2][0] == "a" * (LONGEST_TEXT - len(CUT_MARK)) + CUT_MARK
    # A face is two of Excel's characters, and none is cut through.
    assert rows[3][0] == "😀" * ((LONGEST_TEXT - len(CUT_MARK)) // 2) + CUT_MARK


def test_only_what_is_too_long_is_cut() -> None:
    assert shortened("😀" * 16_383) == "😀" * 16_383
    assert shortened("😀" * 16_384) != "😀" * 16_384


def test_heads_stay_in_sight_and_have_filters(tmp_path: Path) -> None:
    sheet = part(write(tmp_path / "a.xlsx", ["a", 1, 1], frozen=2), "worksheets/sheet1.xml")
    (pane,) = sheet.iter(f"{_MAIN}pane")
    assert (pane.get("xSplit"), pane.get("ySplit"), pane.get("state")) == ("2", "1", "frozen")
    (found,) = sheet.iter(f"{_MAIN}autoFilter")
    assert found.get("ref") == "A1:C2"


def test_a_table_without_rows_has_its_head(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.xlsx")) == [["Text", "Punkte", "Anteil"]]


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name, ["a", 1, 1]).read_bytes() for name in ("a.xlsx", "b.xlsx"))
    assert one == other


def test_more_rows_than_excel_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    assert len(read(write(tmp_path / "a.xlsx", ["a", 1, 1], ["a", 1, 1]))) == 3
    with pytest.raises(UserError) as caught:
        write(tmp_path / "b.xlsx", ["a", 1, 1], ["a", 1, 1], ["a", 1, 1])
    assert caught.value.key == "export.too_many_rows"
    assert caught.value.params == {"sheet": "Blatt", "most": 2}


def test_stopping_and_failing_leave_nothing_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    with pytest.raises(OSError, match=r"directory|Verzeichnis"):
        write(tmp_path / "no" / "a.xlsx", ["a", 1, 1])
    assert list(folder.iterdir()) == []
