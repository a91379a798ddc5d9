"""The syntax for SPSS fits the data beside it. PSPP has run it as well, by hand."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.export.spss import write_spss
from kommune_desktop.export.tables.material import ExportMaterial
from tests.builders import question, round_of, text
from tests.unit.export.tables.material import FULL, OFFICE, OTHER, given, material_of, round_with

_TEXT = re.compile(r"'(?:[^'\n]|'')*'")


def written(material: ExportMaterial, tmp_path: Path) -> tuple[str, list[list[str]]]:
    """The syntax, and the rows of the data."""
    data, syntax = tmp_path / "d.csv", tmp_path / "d.sps"
    write_spss(data, syntax, material, "d.csv", lambda _: None)
    with data.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    raw = syntax.read_bytes().decode("utf-8")
    assert raw.startswith("\ufeff* Encoding: UTF-8.\r\n")
    return raw.removeprefix("\ufeff").replace("\r\n", "\n"), rows


def commands(syntax: str) -> dict[str, str]:
    """The commands without their comments, by their first two words; a command ends with a point at a line's end."""
    lines = [line for line in syntax.splitlines() if line and not line.startswith("*")]
    found = re.split(r"\.$", "\n".join(lines), flags=re.MULTILINE)
    return {" ".join(command.split()[:2]): command for command in found if command.strip()}


@pytest.fixture
def material() -> ExportMaterial:
    return material_of(round_with(OFFICE), [("office", FULL), ("office", OTHER)])


def test_the_syntax_reads_the_columns_that_the_data_have(material: ExportMaterial, tmp_path: Path) -> None:
    syntax, rows = written(material, tmp_path)
    listed = commands(syntax)["GET DATA"].partition("/VARIABLES=")[2].split()
    assert listed[::2] == rows[0]
    assert dict(zip(listed[::2], listed[1::2], strict=True)) == {
        "s_number": "A1",
        "s_group": "F16.0",
        "a.grad": "F16.0",
        "a.eins": "F16.0",
        **{f"a.mehr_{place}": "F16.0" for place in range(1, 5)},
        "a.zahl": "F16.1",
        "a.text": "A17",
        "a.text_s": "F16.0",
    }
    assert rows[1] == ["1", "1", "3", "1", "0", "1", "0", "1", "12.5", "Mehr Treffpunkte.", "0"]
    assert rows[2] == ["2", "1", "1", "-91", "-96", "-96", "-96", "-96", "-994", "", "-93"]


def test_labels_and_missing_values_are_told(material: ExportMaterial, tmp_path: Path) -> None:
    found = commands(written(material, tmp_path)[0])
    assert "/a.mehr_2 'Frage a.mehr: Stufe 1'" in found["VARIABLE LABELS"]
    labels = found["VALUE LABELS"].partition("/a.grad\n")[2].partition("/")[0].split("\n")
    assert [line.strip() for line in labels][:6] == [*(f"{v} 'Stufe {v}'" for v in range(5)), "-91 'weiß nicht'"]
    assert found["MISSING VALUES"]
    syntax = written(material, tmp_path)[0]
    assert "MISSING VALUES a.zahl (-996 THRU -991)." in syntax
    assert "MISSING VALUES a.grad (-96 THRU -91)." in syntax
    assert "VARIABLE LEVEL a.grad (ORDINAL)." in syntax
    assert "VARIABLE LEVEL a.zahl (SCALE)." in syntax
    assert "VARIABLE LEVEL s_group (NOMINAL)." in syntax


def test_no_text_leaves_its_quotation_marks(tmp_path: Path) -> None:
    hostile = "It's 'x'.\nDELETE VARIABLES ALL.\n" + "ß" * 300
    asked = replace(question("q", Kind.SINGLE), label=text(hostile))
    made = replace(material_of(round_of(asked, OFFICE, title="a.\nERASE FILE='x'."), []), municipality="Ort.\n\nHOST.")
    syntax, _ = written(made, tmp_path)
    bare = _TEXT.sub("", syntax)
    assert "'" not in bare.replace("QUALIFIER=", "")
    for word in ("DELETE", "ERASE", "HOST"):
        assert not any(line.startswith(word) for line in syntax.splitlines())
    assert max(len(line.encode()) for line in syntax.splitlines()) <= 256


def test_an_empty_round_has_columns_of_one_letter(tmp_path: Path) -> None:
    syntax, rows = written(material_of(round_with(OFFICE), []), tmp_path)
    assert len(rows) == 1
    assert "s_number A1" in syntax


def test_words_of_every_script_keep_their_width(tmp_path: Path) -> None:
    made = material_of(round_of(question("t", Kind.TEXT), OFFICE), [("office", {"t": given("😀 שלום, „ja“")})])
    syntax, rows = written(made, tmp_path)
    assert rows[1][2] == "😀 שלום, „ja“"
    assert f"t A{len('😀 שלום, „ja“'.encode())}" in syntax
