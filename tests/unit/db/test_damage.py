"""A damaged file is refused as damaged, whichever part of it is hit; the program never breaks on it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from kommune_desktop.core.results import compute_results
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.unit.db.builders import execute, names_beside

REFUSALS = {"store.damaged", "store.not_ours", "store.newer", "store.too_old_to_read"}


def read_all(path: Path) -> str:
    """Read everything that a file holds, as the pages of the window would; the key of the refusal, empty if none."""
    try:
        with Store.open(path, readonly=True) as store:
            store.findings()
            for round_ in store.rounds.all():
                compute_results(round_, store.tallies.of_round(round_))
                for sheet in store.sheets.of_round(round_.id):
                    store.answers.of_sheet(sheet.id, round_.questions)
    except UserError as error:
        return error.key
    return ""


@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_file_that_was_cut_off_is_refused(file: Path, tenth: int) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * tenth // 10])
    assert read_all(file) in REFUSALS


@pytest.mark.parametrize("length", [1, 16, 99, 100, 512, 4095, 4096, 4097, 8192])
def test_a_file_cut_off_within_its_first_pages_is_refused(file: Path, length: int) -> None:
    file.write_bytes(file.read_bytes()[:length])
    assert read_all(file) in REFUSALS


def test_a_file_with_a_page_of_zeros_is_refused(file: Path) -> None:
    whole = file.read_bytes()
    seen = set()
    for start in range(0, len(whole), 4096):
        file.write_bytes(whole[:start] + bytes(4096) + whole[start + 4096 :])
        seen.add(read_all(file))
    assert seen - {""} <= REFUSALS
    assert "store.damaged" in seen


@pytest.mark.parametrize("part", range(5))
def test_a_flipped_byte_is_never_a_bug_of_the_program(file: Path, part: int) -> None:
    whole = file.read_bytes()
    random = Random(part)
    for _ in range(40):
        broken = bytearray(whole)
        for _ in range(random.choice((1, 1, 4, 30))):
            broken[random.randrange(len(broken))] ^= 1 << random.randrange(8)
        file.write_bytes(broken)
        assert read_all(file) in REFUSALS | {""}


def test_reading_a_damaged_file_leaves_no_file_beside_it(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    read_all(file)
    assert names_beside(file) == {file.name}


def test_a_store_without_its_municipality_is_damaged(file: Path) -> None:
    execute(file, "DELETE FROM municipality")
    assert read_all(file) == "store.damaged"


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE answer",
        "UPDATE questionnaire SET content = '{}'",
        "UPDATE round SET created_at = 'gestern'",
        "UPDATE municipality SET name = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_store_that_another_program_has_changed_is_damaged(file: Path, statement: str) -> None:
    execute(file, statement)
    assert read_all(file) == "store.damaged"


def test_a_sound_file_has_no_findings(file: Path) -> None:
    with Store.open(file, readonly=True) as store:
        assert store.findings() == []


def test_an_answer_without_its_sheet_is_found(file: Path) -> None:
    execute(file, "PRAGMA foreign_keys = OFF", "DELETE FROM sheet")
    with Store.open(file, readonly=True) as store:
        findings = store.findings()
    assert findings
    assert "sheet" in findings[0]


def test_a_value_that_breaks_a_constraint_is_found(file: Path) -> None:
    execute(file, "PRAGMA ignore_check_constraints = ON", "UPDATE answer SET state = 'perhaps' WHERE value = 3")
    with Store.open(file, readonly=True) as store:
        assert store.findings()
