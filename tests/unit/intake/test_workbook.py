"""XLSX workbooks are read as a person reads them, and refused in words where that can't be done."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers import Places, open_table, read_answers
from kommune_desktop.texts import texts
from tests.unit.db.builders import given
from tests.unit.intake.answer_files import HEADER, ROUND, answers
from tests.unit.intake.surveys import write_xlsx

LONG = HEADER.strip().split(",")
Fill = Callable[[xlsxwriter.Workbook, "xlsxwriter.worksheet.Worksheet"], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Antworten.xlsx"


def workbook(path: Path, fill: Fill) -> Path:
    """A workbook whose one worksheet is filled by hand."""
    book = xlsxwriter.Workbook(str(path))
    fill(book, book.add_worksheet("Blatt 1"))
    book.close()
    return path


def rows(path: Path, worksheet: str | None = None) -> list[list[str]]:
    """All cells of a table, header and all."""
    table = open_table(path, worksheet)
    return [table.header, *table.rows]


def refusal(path: Path, worksheet: str | None = None) -> UserError:
    """What is said of a workbook; it can be said in both languages."""
    with pytest.raises(UserError) as caught:
        rows(path, worksheet)
    for language in ("de", "en"):
        assert texts(language).error(caught.value)
    return caught.value


def changed(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """A workbook with one of its parts changed, as no spreadsheet would write it."""
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    assert old in contents[part]
    contents[part] = contents[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


SHEET_PART = "xl/worksheets/sheet1.xml"


def test_the_long_form_is_read_as_from_csv(path: Path) -> None:
    write_xlsx(path, [LONG, [1, "council", "a.grad", "", 3, "gut"], [1, "council", "a.zahl", "", 12.5, ""]])
    sheets = read_answers(path, ROUND, Places((), ()), lambda _: None).whole(path)
    assert answers(list(sheets)) == {"1": {"a.grad": given(3, "gut"), "a.zahl": given(Decimal("12.5"))}}


def test_a_faulty_row_has_the_number_that_the_spreadsheet_shows(path: Path) -> None:
    write_xlsx(path, [[], ["", ""], LONG, [1, "council", "a.grad", "", 3, ""], [], [2, "council", "a.grad", "", 9, ""]])
    found = read_answers(path, ROUND, Places((), ()), lambda _: None)
    assert [problem.params["row"] for problem in found.problems] == [6]


def test_cells_are_the_texts_that_a_person_reads(path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write_row(0, 0, ["a", "b", "c", "d", "e", "f", "g", "h"])
        sheet.write_row(1, 0, [3.0, -0.5, 0.1 + 0.2, 123456789012, True, "  x ", 1e-7, "#REF!"])
        sheet.write_datetime(2, 0, date(2026, 1, 2), book.add_format({"num_format": "dd.mm.yyyy"}))
        sheet.write_number(2, 1, 46024.125, book.add_format({"num_format": "d.m.yy hh:mm"}))
        sheet.write_datetime(2, 2, time(3, 4), book.add_format({"num_format": "hh:mm"}))
        sheet.write_formula(2, 3, "=1+1", None, 2)
        sheet.write_formula(2, 4, '="x"', None, "x")

    assert rows(workbook(path, fill))[1:] == [
        ["3", "-0.5", "0.3", "123456789012", "TRUE", "  x ", "0.0000001", "#REF!"],
        ["2026-01-02", "2026-01-02 03:00:00", "03:04:00", "2", "x", "", "", ""],
    ]


def test_empty_rows_and_columns_around_the_table_are_left_out(path: Path) -> None:
    write_xlsx(path, [[], ["", "a", "b", ""], ["", 1, 2, " "], [], ["", 3, "", ""]])
    table = open_table(path)
    assert (table.header, table.first) == (["", "a", "b"], 3)
    assert list(table.rows) == [["", "1", "2"], [], ["", "3", ""]]


def test_a_cell_beside_the_table_is_found(path: Path) -> None:
    write_xlsx(path, [LONG, [1, "council", "a.grad", "", 3, "", "hier"]])
    found = read_answers(path, ROUND, Places((), ()), lambda _: None)
    assert [problem.key for problem in found.problems] == ["import.cells"]


def test_the_first_worksheet_is_read_or_the_one_named(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path))
    for name in ("Eins & Zwei", "Drei"):
        book.add_worksheet(name).write_row(0, 0, [name])
    book.close()
    assert rows(path) == [["Eins & Zwei"]]
    assert rows(path, "Drei") == [["Drei"]]
    error = refusal(path, "Vier")
    assert (error.key, error.params["known"]) == ("import.workbook.no_such_sheet", "Eins & Zwei, Drei")


def test_a_formula_that_failed_is_named_and_not_taken_for_an_empty_cell(path: Path) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_formula(1, 1, "=A99+#REF!", None, "#REF!")

    error = refusal(workbook(path, fill))
    assert (error.key, error.params["cell"], error.params["text"]) == ("import.workbook.formula", "B2", "#REF!")


def test_a_formula_that_failed_on_another_worksheet_does_not_matter(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("Daten").write_row(0, 0, ["a"])
    book.add_worksheet("Auswertung").write_formula(0, 0, "=1/0", None, "#DIV/0!")
    book.close()
    assert rows(path) == [["a"]]


def test_merged_cells_are_named(path: Path) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write_row(0, 0, ["a", "b", "c"])
        sheet.merge_range(1, 1, 2, 2, "beide")

    error = refusal(workbook(path, fill))
    assert (error.key, error.params["cells"]) == ("import.workbook.merged", "B2:C3")


def test_a_control_character_is_named_with_its_row(path: Path) -> None:
    write_xlsx(path, [["a"], ["gut"], ["a\x01b"]])
    error = refusal(path)
    assert (error.key, error.params["row"]) == ("import.workbook.control", 3)


@pytest.mark.parametrize("place", [b"XFD1048576", b"ABCDEFGHIJ4", b"A99999999999999999999", b"XFD900000"])
def test_a_cell_at_the_far_end_is_refused_before_it_eats_the_memory(path: Path, place: bytes) -> None:
    """calamine would ask for hundreds of gigabytes and end the program without a word."""
    write_xlsx(path, [["a"], ["b"]])
    changed(path, SHEET_PART, b'r="A2"', b'r="' + place + b'"')
    assert refusal(path).key == "import.workbook.extent"


def test_a_far_cell_is_found_over_the_border_of_two_pieces(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kommune_desktop.intake.answers.workbook._PIECE", 50)
    write_xlsx(path, [["a"], ["b"]])
    changed(path, SHEET_PART, b'r="A2"', b'r="XFD900000"')
    assert refusal(path).key == "import.workbook.extent"


def test_what_unpacks_to_too_much_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_xlsx(path, [["a"], ["b"]])
    monkeypatch.setattr("kommune_desktop.intake.answers.workbook.MAX_UNPACKED", 500)
    assert refusal(path).key == "import.workbook.unpacked"


def test_a_file_of_more_than_200_mb_is_refused_unread(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_001)
    assert refusal(path).key == "import.too_large"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
NO_WORKBOOKS = {
    "nothing": (b"", "damaged"),
    "text": (b"sheet,group\n1,council\n", "damaged"),
    "an old workbook": (OLE + "Workbook".encode("utf-16-le"), "old"),
    "a protected workbook": (OLE + "EncryptedPackage".encode("utf-16-le"), "protected"),
    "the beginning of a zip": (b"PK\x03\x04\x14\x00", "damaged"),
}


@pytest.mark.parametrize("name", NO_WORKBOOKS)
def test_what_is_no_workbook_says_what_it_is(path: Path, name: str) -> None:
    content, key = NO_WORKBOOKS[name]
    path.write_bytes(content)
    assert refusal(path).key == f"import.workbook.{key}"


def test_a_zip_of_something_else_is_no_workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("brief.txt", "Guten Tag")
    assert refusal(path).key == "import.workbook.damaged"


def test_a_missing_file_is_named(path: Path) -> None:
    assert refusal(path).key == "file.unreadable"


def test_an_empty_worksheet_is_an_empty_table(path: Path) -> None:
    write_xlsx(path, [])
    assert rows(path) == [[]]


def test_a_damaged_workbook_is_refused_or_read_whatever_the_damage(path: Path) -> None:
    """Bytes changed at random places: never anything but an error in words."""
    write_xlsx(path, [LONG, *([n, "council", "a.grad", "", 3, "gut"] for n in range(40))])
    whole, chance = path.read_bytes(), random.Random(1)
    refused = 0
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged[: chance.randint(50, len(damaged))] if chance.random() < 0.2 else damaged)
        try:
            rows(path)
        except UserError:
            refused += 1
    assert refused > 50
