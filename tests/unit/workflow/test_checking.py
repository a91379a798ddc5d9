"""The check of a store finds what was changed behind the program's back, and never breaks on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.texts import texts
from kommune_desktop.workflow.checking import check_store
from tests.unit.db.builders import TOWN, add_round, dump, execute, fill, names_beside


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Lindenau.kommune"
    with Store.create(path, TOWN) as store:
        fill(store, add_round(store))
    return path


def found(path: Path) -> list[str]:
    with pytest.raises(UserError) as caught:
        check_store(path)
    assert (caught.value.key, caught.value.params) == ("check.faulty", {"path": path})
    return texts("de").error_lines(caught.value)[1:]


def test_a_sound_store_passes_and_is_left_as_it_is(file: Path) -> None:
    before = file.read_bytes()
    check_store(file)
    assert file.read_bytes() == before
    assert names_beside(file) == {file.name}


ANSWERS = "UPDATE answer SET value = {} WHERE question_id = (SELECT id FROM question WHERE key = '{}')"


@pytest.mark.parametrize(
    ("question_id", "value"),
    [
        ("a.grad", "7"),
        ("a.grad", "-1"),
        ("a.grad", "2.5"),
        ("a.grad", "9e999"),
        ("a.eins", "4"),
        ("a.mehr", "16"),
        ("a.mehr", "0"),
        ("a.mehr", "-3"),
        ("a.zahl", "1000.5"),
        ("a.zahl", "1.25"),
        ("a.zahl", "9e999"),
    ],
)
def test_a_tampered_answer_is_found(file: Path, question_id: str, value: str) -> None:
    execute(file, ANSWERS.format(value, question_id))
    [line] = found(file)
    assert line.startswith(f"Runde 1, 1, {question_id}: ")


def test_a_finding_is_a_sentence_and_not_the_program_s_own_words(file: Path) -> None:
    execute(file, ANSWERS.format("7", "a.grad"))
    assert found(file) == ["Runde 1, 1, a.grad: „7“ steht nicht zur Auswahl. Erlaubt sind: 0, 1, 2, 3, 4."]


def test_an_answer_of_the_wrong_kind_is_found(file: Path) -> None:
    execute(file, "UPDATE answer SET value = NULL, text = 'drei' WHERE value = 3")
    assert [line.partition(": ")[0] for line in found(file)] == ["Runde 1, 1, a.grad"]


def test_a_comment_of_endless_length_is_found(file: Path) -> None:
    execute(file, "UPDATE answer SET comment = hex(zeroblob(20000)) WHERE value = 3")
    assert [line.partition(": ")[0] for line in found(file)] == ["Runde 1, 1, a.grad"]


@pytest.mark.parametrize("change", ["state = 'perhaps'", "state = 'blank'", "value = 'viel'", "text = 'beides'"])
def test_a_row_that_breaks_the_rules_of_the_table_is_found(file: Path, change: str) -> None:
    execute(file, "PRAGMA ignore_check_constraints = ON", f"UPDATE answer SET {change} WHERE value = 3")
    assert found(file)


def test_a_reference_to_nothing_is_found(file: Path) -> None:
    execute(file, "PRAGMA foreign_keys = OFF", "DELETE FROM sheet")
    assert found(file)


def test_an_index_that_lies_is_found(file: Path) -> None:
    execute(file, "PRAGMA writable_schema = ON", "DELETE FROM sqlite_master WHERE name = 'ix_sheet_number'")
    execute(file, "UPDATE sheet SET number = number")
    assert found(file)


def test_every_tampered_answer_of_many_is_counted(file: Path) -> None:
    with Store.open(file) as store:
        round_ = store.rounds.all()[0]
        for _ in range(119):
            fill(store, round_)
    execute(file, ANSWERS.format("7", "a.grad"))
    lines = found(file)
    assert len(lines) == 101
    assert lines[-1].startswith("… und 20 weitere")


@pytest.mark.parametrize("byte", range(0, 100, 7))
def test_a_page_that_was_hit_is_found_or_refused(file: Path, byte: int) -> None:
    whole = bytearray(file.read_bytes())
    start = 4096 * (2 + byte % 8)
    whole[start : start + 300] = bytes(300)
    file.write_bytes(whole)
    if dump_fails(file):
        with pytest.raises(UserError) as caught:
            check_store(file)
        assert caught.value.key in {"check.faulty", "store.damaged"}


def dump_fails(path: Path) -> bool:
    try:
        dump(path)
    except Exception:  # noqa: BLE001 - whatever SQLite says
        return True
    return False
