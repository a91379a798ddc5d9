"""Reading leaves no trace, needs no right to write, and never shows less than what is stored."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.unit.db.builders import EXAMPLES, TOWN, answers_of, execute, fill, given, names_beside, single
from tests.unit.db.processes import holding, protected_folder, run_script, without_rights

needs_rights = pytest.mark.skipif(sys.platform == "win32", reason="rights of files as POSIX has them")

KILLED = """
import os, signal, sys
from pathlib import Path
from kommune_desktop.core.answer import Answer, State
from kommune_desktop.db import Store
store = Store.open(Path(sys.argv[1]))
before = store.answers.of_sheet(1, store.rounds.all()[0].questions)["a.grad"]
store.answers.save(1, "a.grad", Answer(State.GIVEN, 0, "zuletzt"), before=before)
os.kill(os.getpid(), signal.SIGKILL)
"""


def read_back(path: Path) -> dict[str, object]:
    with Store.open(path, readonly=True) as store:
        return dict(answers_of(store, store.rounds.all()[0])["1"])


def test_reading_changes_no_byte_and_leaves_no_file(file: Path) -> None:
    before = file.read_bytes()
    with Store.open(file, readonly=True) as store:
        assert names_beside(file) == {file.name}
        assert (store.readonly, store.findings()) == (True, [])
    assert file.read_bytes() == before
    assert names_beside(file) == {file.name}


def test_a_closed_store_is_one_file_without_a_log(file: Path) -> None:
    with Store.open(file) as store:
        fill(store, store.rounds.all()[0])
        assert f"{file.name}-wal" in names_beside(file)
    assert names_beside(file) == {file.name}
    assert single(file, "PRAGMA journal_mode") == "delete"


def test_a_store_opened_to_read_refuses_to_write(file: Path) -> None:
    with Store.open(file, readonly=True) as store, pytest.raises(UserError) as caught:
        store.answers.save(1, "a.ja", given(1))
    assert (caught.value.key, caught.value.params) == ("store.readonly", {"path": file})


@needs_rights
def test_a_store_at_rest_is_read_from_a_folder_without_rights(file: Path) -> None:
    read_back(file)
    with protected_folder() as folder:
        copied = Path(shutil.copy(file, folder))
        with without_rights(folder):
            assert read_back(copied) == EXAMPLES
        assert names_beside(copied) == {file.name}


@needs_rights
def test_a_store_that_was_never_folded_is_read_from_a_folder_without_rights(file: Path) -> None:
    """As it is left where a reader was there when the last writer closed: in WAL mode, with nothing in the log."""
    execute(file, "PRAGMA journal_mode = WAL")
    read_back(file)
    with protected_folder() as folder:
        copied = Path(shutil.copy(file, folder))
        with without_rights(folder):
            assert read_back(copied) == EXAMPLES
        assert names_beside(copied) == {file.name}


@needs_rights
def test_writing_in_a_folder_without_rights_is_refused_with_a_plain_message(file: Path) -> None:
    read_back(file)
    with protected_folder() as folder:
        copied = Path(shutil.copy(file, folder))
        with without_rights(folder), pytest.raises(UserError) as caught:
            Store.open(copied)
    assert caught.value.key in {"store.readonly", "store.cannot_open"}


@needs_rights
def test_making_a_store_in_a_folder_without_rights_is_refused() -> None:
    with protected_folder() as folder, without_rights(folder):
        with pytest.raises(UserError) as caught:
            Store.create(folder / "neu.kommune", TOWN)
        assert list(folder.iterdir()) == []
    assert caught.value.key == "file.unwritable"


@needs_rights
@pytest.mark.parametrize("left_out", ["", "-shm"])
def test_what_a_killed_program_left_in_the_log_is_read_or_refused_but_never_passed_over(
    file: Path, left_out: str
) -> None:
    """The write-ahead log holds an answer that the program has acknowledged; without rights it can't be folded in."""
    run_script(KILLED, str(file))
    assert names_beside(file) == {file.name, f"{file.name}-wal", f"{file.name}-shm"}
    expected = EXAMPLES | {"a.grad": given(0, "zuletzt")}
    with protected_folder() as folder:
        for name in names_beside(file) - {f"{file.name}{left_out}" if left_out else ""}:
            shutil.copy(file.with_name(name), folder)
        with without_rights(folder):
            try:
                seen: object = read_back(folder / file.name)
            except UserError as error:
                seen = error.key
    assert seen in (expected, "store.cannot_open", "store.readonly")


def test_a_file_that_another_program_holds_exclusively_is_not_read_past_its_lock(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a network share there is no write-ahead log: who reads while another writes may read half of it."""
    monkeypatch.setattr("kommune_desktop.db.connection.BUSY_TIMEOUT_MS", 20)
    with holding(file, "BEGIN EXCLUSIVE", "DELETE FROM answer"), pytest.raises(UserError) as caught:
        Store.open(file, readonly=True)
    assert caught.value.key == "store.locked"


def test_a_transaction_that_was_cut_off_is_not_read_as_if_it_were_complete(file: Path) -> None:
    """A journal left by a killed program on a network share: the file itself holds half a transaction."""
    spill = "PRAGMA cache_size = 1", "PRAGMA cache_spill = 1", "BEGIN IMMEDIATE", "UPDATE answer SET comment = ''"
    grow = "UPDATE questionnaire SET content = json_set(content, '$.x', hex(zeroblob(500000)))"
    with holding(file, *spill, grow):
        assert f"{file.name}-journal" in names_beside(file)
    assert f"{file.name}-journal" in names_beside(file)
    try:
        seen: object = read_back(file)
    except UserError as error:
        seen = error.key
    assert seen in (EXAMPLES, "store.readonly", "store.cannot_open", "store.locked")
    Store.open(file).close()
    assert read_back(file) == EXAMPLES
