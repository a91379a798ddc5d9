"""CSV for German Excel, and as in RFC 4180."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.export.tables.csv import Dialect, write_csv
from kommune_desktop.export.tables.model import Cell, Column, Table, in_xml
from tests.unit.core.results.drawn import PROPERTY


def written(tmp_path: Path, dialect: Dialect, *cells: Cell) -> bytes:
    target = tmp_path / "t.csv"
    columns = tuple(Column(f"c{place}") for place in range(len(cells)))
    write_csv(target, Table("t", columns, [cells]), dialect, lambda _: None)
    return target.read_bytes()


ROW: tuple[Cell, ...] = ("Ähm", 3, Decimal("2E+1"), 0.000001, Decimal("-12.5"), date(2026, 11, 24), None, "a;b,c")


def test_german_excel_gets_a_mark_semicolons_and_decimal_commas(tmp_path: Path) -> None:
    expected = '\ufeffc0;c1;c2;c3;c4;c5;c6;c7\r\nÄhm;3;20;0,000001;-12,5;24.11.2026;;"a;b,c"\r\n'
    assert written(tmp_path, Dialect.GERMAN_EXCEL, *ROW) == expected.encode()


def test_plain_csv_is_as_in_the_standard(tmp_path: Path) -> None:
    expected = 'c0,c1,c2,c3,c4,c5,c6,c7\r\nÄhm,3,20,0.000001,-12.5,2026-11-24,,"a;b,c"\r\n'
    assert written(tmp_path, Dialect.PLAIN, *ROW) == expected.encode()


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "\n=1", "\r=1"])
def test_what_a_spreadsheet_would_run_is_a_text_in_german_excel_and_as_it_was_in_plain(
    tmp_path: Path, text: str
) -> None:
    shown = text.replace("\r", "\n")
    for dialect, expected in ((Dialect.GERMAN_EXCEL, f"'{shown}"), (Dialect.PLAIN, shown)):
        content = written(tmp_path, dialect, text).decode("utf-8-sig")
        delimiter = ";" if dialect is Dialect.GERMAN_EXCEL else ","
        assert list(csv.reader(content.splitlines(keepends=True), delimiter=delimiter))[1] == [expected]


def test_a_number_below_zero_is_no_formula(tmp_path: Path) -> None:
    assert written(tmp_path, Dialect.GERMAN_EXCEL, -4.5, -3).endswith(b"\r\n-4,5;-3\r\n")


@PROPERTY
@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_every_text_comes_back_from_plain_csv(tmp_path_factory: pytest.TempPathFactory, cells: list[str]) -> None:
    folder = tmp_path_factory.mktemp("csv")
    written(folder, Dialect.PLAIN, *cells)
    with (folder / "t.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1] == [in_xml(cell) for cell in cells]


def test_progress_is_told_and_may_stop_the_work(tmp_path: Path) -> None:
    told: list[int] = []
    rows = [[number] for number in range(2500)]
    write_csv(tmp_path / "t.csv", Table("t", (Column("c"),), rows), Dialect.PLAIN, told.append)
    assert told == [1000, 2000]
