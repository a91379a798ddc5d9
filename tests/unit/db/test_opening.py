"""Which files are opened, and what is said of the others. A refused file is left as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kommune_desktop.db import Store
from kommune_desktop.db.schema import SCHEMA_VERSION
from kommune_desktop.errors import UserError
from tests.unit.db.builders import EXAMPLES, TOWN, add_round, answers_of, execute, fill, names_beside, single
from tests.unit.db.processes import holding, protected_folder, without_rights

HARD_NAMES = [
    "Müllheim an der Elz.kommune",
    "50% fertig.kommune",
    "was?.kommune",
    "Nr. #1.kommune",
    "a&mode=ro&b=1.kommune",
    "%41.kommune",
    "ohne Endung",
    "'Anführung'.kommune",
]


def refusal(path: Path, *, readonly: bool) -> UserError:
    with pytest.raises(UserError) as caught:
        Store.open(path, readonly=readonly)
    return caught.value


def make_foreign(path: Path) -> None:
    execute(path, "CREATE TABLE bookmarks (url)", "INSERT INTO bookmarks VALUES ('x')")


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_text(path: Path) -> None:
    path.write_text("Das ist ein Brief, keine Datenbank.\n" * 50, encoding="utf-8")


def make_newer(path: Path) -> None:
    Store.create(path, TOWN).close()
    execute(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


REFUSED: list[tuple[Callable[[Path], None], str]] = [
    (make_foreign, "store.not_ours"),
    (make_empty, "store.not_ours"),
    (make_text, "store.not_ours"),
    (make_newer, "store.newer"),
]


@pytest.mark.parametrize("readonly", [True, False])
@pytest.mark.parametrize(("make", "key"), REFUSED)
def test_a_file_that_is_no_store_of_this_version_is_refused(
    path: Path, make: Callable[[Path], None], key: str, readonly: bool
) -> None:
    make(path)
    error = refusal(path, readonly=readonly)
    assert (error.key, error.params) == (key, {"path": path})


@pytest.mark.parametrize("readonly", [True, False])
@pytest.mark.parametrize("make", [make for make, _ in REFUSED])
def test_a_refused_file_is_left_as_it_was(path: Path, make: Callable[[Path], None], readonly: bool) -> None:
    make(path)
    before = path.read_bytes()
    refusal(path, readonly=readonly)
    assert path.read_bytes() == before
    assert names_beside(path) == {path.name}


@pytest.mark.parametrize("readonly", [True, False])
def test_a_missing_file_is_named_and_not_made(path: Path, readonly: bool) -> None:
    assert refusal(path, readonly=readonly).key == "store.missing"
    assert not path.exists()


@pytest.mark.parametrize("readonly", [True, False])
def test_a_folder_is_no_file(tmp_path: Path, readonly: bool) -> None:
    assert refusal(tmp_path, readonly=readonly).key == "store.missing"


@pytest.mark.parametrize("name", HARD_NAMES)
def test_a_name_with_signs_that_mean_something_to_sqlite_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / "Ämter & Ordner #2" / name
    path.parent.mkdir()
    with Store.create(path, TOWN) as store:
        fill(store, add_round(store))
    with Store.open(path, readonly=True) as store:
        assert answers_of(store, store.rounds.all()[0]) == {"1": EXAMPLES}
    assert names_beside(path) == {name}


@pytest.mark.skipif("sys.platform != 'linux'", reason="names are bytes on Linux alone")
def test_a_name_from_a_system_with_another_encoding_is_opened(tmp_path: Path) -> None:
    path = tmp_path / b"M\xfcllheim.kommune".decode("utf-8", "surrogateescape")
    Store.create(path, TOWN).close()
    with Store.open(path) as store:
        assert store.municipality == TOWN


def test_a_relative_path_is_opened(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    with Store.open(Path(file.name)) as store:
        assert store.municipality == TOWN


def test_making_a_store_never_replaces_a_file(path: Path) -> None:
    path.write_text("wichtig", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        Store.create(path, TOWN)
    assert caught.value.key == "store.exists"
    assert path.read_text(encoding="utf-8") == "wichtig"


def test_a_store_needs_a_name_and_takes_it_without_the_blanks_around(path: Path) -> None:
    with pytest.raises(UserError) as caught:
        Store.create(path, " \t ")
    assert (caught.value.key, path.exists()) == ("municipality.name_missing", False)
    with Store.create(path, f"  {TOWN} ") as store:
        assert store.municipality == TOWN


def test_a_store_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        Store.create(tmp_path / "fehlt" / "a.kommune", TOWN)
    assert caught.value.key == "file.unwritable"
    assert list(tmp_path.iterdir()) == []


# An older file: the program was stopped between the last statement of a migration and the note of its version. There is
# no other older file yet, as this is the first version.


def make_older(file: Path) -> None:
    execute(file, "PRAGMA user_version = 0")


def test_an_older_file_is_not_read_readonly_and_stays_as_it_was(file: Path) -> None:
    make_older(file)
    before = file.read_bytes()
    assert refusal(file, readonly=True).key == "store.too_old_to_read"
    assert file.read_bytes() == before
    assert names_beside(file) == {file.name}


def test_an_older_file_is_brought_up_to_date_after_a_backup(file: Path) -> None:
    make_older(file)
    with Store.open(file) as store:
        assert answers_of(store, store.rounds.all()[0]) == {"1": EXAMPLES}
    assert single(file, "PRAGMA user_version") == SCHEMA_VERSION
    assert names_beside(file) == {file.name, "Lindenau.v0.kommune"}
    backup = file.with_name("Lindenau.v0.kommune")
    assert single(backup, "PRAGMA user_version") == 0
    assert single(backup, "SELECT count(*) FROM answer") == len(EXAMPLES)


def test_a_backup_of_an_older_file_is_never_replaced(file: Path) -> None:
    make_older(file)
    backup = file.with_name("Lindenau.v0.kommune")
    backup.write_text("die erste", encoding="utf-8")
    Store.open(file).close()
    assert backup.read_text(encoding="utf-8") == "die erste"


@pytest.mark.skipif("sys.platform == 'win32'", reason="rights of folders as POSIX has them")
def test_nothing_is_changed_where_the_backup_cannot_be_written(file: Path) -> None:
    """The file and the log that a killed program left can be written, but no new file can be made beside them."""
    Store.open(file).close()
    with protected_folder() as folder:
        copied = Path(shutil.copy(file, folder))
        with holding(copied, "PRAGMA journal_mode = WAL", "PRAGMA user_version = 0"):
            pass
        before = names_beside(copied)
        with without_rights(folder, files=0o666):
            assert refusal(copied, readonly=False).key == "file.unwritable"
        assert names_beside(copied) == before
        assert single(copied, "PRAGMA user_version") == 0
