"""The file for SPSS says what the sheets say, as ReadStat reads it back."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyreadstat import metadata_container, read_sav

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.export.spss import write_sav
from kommune_desktop.export.tables.material import ExportMaterial
from tests.builders import question, round_of, text
from tests.unit.export.tables.material import FULL, OFFICE, OTHER, given, material_of, round_with

STATES = ["weiß nicht", "trifft nicht zu", "leer", "unleserlich", "doppelt angekreuzt", "nicht gestellt"]


def read(path: Path) -> tuple[dict[str, list[Any]], metadata_container]:
    """The columns by their names, with the codes of missing values, and what the file says of them."""
    return read_sav(path, output_format="dict", user_missing=True)


def written(material: ExportMaterial, tmp_path: Path) -> tuple[dict[str, list[Any]], metadata_container]:
    target = tmp_path / "Bögen für SPSS.sav"
    write_sav(target, material, lambda _: None)
    return read(target)


@pytest.fixture
def material() -> ExportMaterial:
    return material_of(round_with(OFFICE), [("office", FULL), ("office", OTHER), ("office", {})])


def test_every_answer_has_its_value_or_the_code_of_its_state(material: ExportMaterial, tmp_path: Path) -> None:
    cells, about = written(material, tmp_path)
    first, second, third = zip(*cells.values(), strict=True)
    assert first == ("1", 1, 3, 1, 0, 1, 0, 1, 12.5, "Mehr Treffpunkte.", 0)
    assert second == ("2", 1, 1, -91, -96, -96, -96, -96, -994, "", -93)
    # Nothing was entered: no value at all, which is not a blank.
    assert third[:2] == ("3", 1)
    assert third[2:4] == (None, None)
    assert third[8:] == (None, "", None)
    assert about.original_variable_types == {
        "s_number": "A1",
        "s_group": "F16.0",
        "a.grad": "F16.0",
        "a.eins": "F16.0",
        **{f"a.mehr_{place}": "F16.0" for place in range(1, 5)},
        "a.zahl": "F16.1",
        "a.text": "A17",
        "a.text_s": "F16.0",
    }


def test_missing_values_are_missing_for_a_program_that_counts(material: ExportMaterial, tmp_path: Path) -> None:
    target = tmp_path / "e.sav"
    write_sav(target, material, lambda _: None)
    counted, _ = read_sav(target, output_format="dict")
    assert counted["a.grad"][:2] == [3, 1]
    assert counted["a.eins"][0] == 1
    assert counted["a.eins"][1] is None
    assert counted["a.zahl"][1] is None


def test_labels_missing_values_and_levels_are_told(material: ExportMaterial, tmp_path: Path) -> None:
    _, about = written(material, tmp_path)
    assert about.file_label == "Lindenau, Runde 2026"
    assert about.column_names_to_labels["a.mehr_2"] == "Frage a.mehr: Stufe 1"
    steps = {value: f"Stufe {value}" for value in range(5)}
    codes = dict(zip(range(-91, -97, -1), STATES, strict=True))
    assert about.variable_value_labels["a.grad"] == {**steps, **codes}
    assert about.missing_ranges["a.zahl"] == [{"lo": -996, "hi": -991}]
    assert about.missing_ranges["a.grad"] == [{"lo": -96, "hi": -91}]
    assert "s_group" not in about.missing_ranges
    levels = {"a.grad": "ordinal", "a.zahl": "scale", "s_group": "nominal", "a.mehr_1": "nominal", "a.text": "nominal"}
    assert {name: about.variable_measure[name] for name in levels} == levels


def test_long_labels_are_cut_between_letters(tmp_path: Path) -> None:
    asked = replace(question("q", Kind.SINGLE), label=text("Wie\nist es? " + "ß" * 300))
    made = replace(material_of(round_of(asked, OFFICE, title="ü" * 90), []), municipality="Ort")
    _, about = written(made, tmp_path)
    # 250 bytes: 12 of the beginning, then 119 letters of two bytes each.
    assert about.column_names_to_labels["q"] == "Wie ist es? " + "ß" * 119
    assert about.file_label == "Ort, " + "ü" * 29


def test_an_empty_round_has_its_columns(tmp_path: Path) -> None:
    cells, about = written(material_of(round_with(OFFICE), []), tmp_path)
    assert set(map(len, cells.values())) == {0}
    assert about.original_variable_types["s_number"] == "A1"
    assert about.variable_value_labels["a.grad"][-91] == "weiß nicht"


@pytest.mark.parametrize(("words", "kept"), [
    ("😀 שלום, „ja“", "😀 שלום, „ja“"),
    ("Erste Zeile\nzweite Zeile", "Erste Zeile\nzweite Zeile"),
    ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ("ein\x00Zeichen\x1b", "einZeichen"),
    ("Platz dahinter   ", "Platz dahinter"),
    ("ü" * 20_000, "ü" * 16_383),
])  # fmt: skip
def test_words_are_kept_as_far_as_spss_can_hold_them(words: str, kept: str, tmp_path: Path) -> None:
    made = material_of(round_of(question("t", Kind.TEXT), OFFICE), [("office", {"t": given(words)})])
    cells, _ = written(made, tmp_path)
    assert cells["t"] == [kept]


@pytest.mark.skipif(sys.platform == "win32", reason="has no /dev/full")
def test_a_disk_that_takes_nothing_is_noticed(material: ExportMaterial) -> None:
    with pytest.raises(OSError, match="output error"):
        write_sav(Path("/dev/full"), material, lambda _: None)


def test_a_folder_that_is_gone_is_noticed(material: ExportMaterial, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="output error"):
        write_sav(tmp_path / "gone" / "e.sav", material, lambda _: None)
