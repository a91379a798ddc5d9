"""Where things lie, what a file may be called, and files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kommune_desktop import paths
from kommune_desktop.errors import UserError
from tests.unit.db.processes import ROOT, protected_folder, without_rights

posix = pytest.mark.skipif(sys.platform == "win32", reason="as POSIX has it")


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def test_the_resources_of_the_checkout_are_found() -> None:
    assert paths.resources() == ROOT / "resources"
    assert (paths.resources() / "texts" / "de.toml").is_file()


def test_the_resources_of_a_bundle_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


@pytest.mark.skipif(sys.platform != "linux", reason="folders as Linux has them")
def test_what_belongs_to_the_person_lies_where_linux_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    assert paths.settings_file() == tmp_path / "CONFIG" / "kommune_desktop" / "settings.json"
    assert paths.demo_file() == tmp_path / "DATA" / "kommune_desktop" / "Beispiel.kommune"
    assert paths.log_file().is_relative_to(tmp_path / "STATE")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Müllheim an der Elz", "Müllheim an der Elz.pdf"),
        ("Runde 1/2: „Ä“?", "Runde 1-2- „Ä“.pdf"),
        ('a<b>c"d\\e|f*g\nh\x00i', "a-b-c-d-e-f-g-h-i.pdf"),
        ("  ...Ort. ", "Ort.pdf"),
        ("Runde 1.2", "Runde 1.2.pdf"),
        ("???", "Kommune.pdf"),
        ("", "Kommune.pdf"),
    ],
)
def test_words_become_a_file_name_that_every_system_allows(words: str, name: str) -> None:
    assert paths.file_name(words, ".pdf") == name


@pytest.mark.parametrize(
    ("name", "suffixed"),
    [("a", "a.pdf"), ("a.pdf", "a.pdf"), ("A.PDF", "A.PDF"), ("Runde 1.2", "Runde 1.2.pdf"), ("a.txt", "a.txt.pdf")],
)
def test_a_suffix_is_added_where_it_is_missing(name: str, suffixed: str) -> None:
    assert paths.with_suffix(Path("/x") / name, ".pdf") == Path("/x") / suffixed


def test_a_local_folder_is_no_network(tmp_path: Path) -> None:
    assert not paths.is_on_network(tmp_path)
    assert not paths.is_on_network(tmp_path / "noch nicht da" / "a.kommune")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/mounts")
def test_the_file_system_of_the_innermost_mount_counts() -> None:
    assert paths._linux_file_system(Path("/proc/self/status")) == "proc"
    assert paths._linux_file_system(Path("/processes")) != "proc"


@posix
def test_a_link_is_followed_to_the_disk_that_it_leads_to(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("/proc")
    assert paths._linux_file_system(link / "self") == "proc"


def write_then_fail(part: Path) -> None:
    part.write_text("halb", encoding="utf-8")
    raise ZeroDivisionError


def write_whole(part: Path) -> None:
    part.write_text("ganz", encoding="utf-8")


def test_a_file_is_there_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    seen: list[list[str]] = []

    def look(part: Path) -> None:
        write_whole(part)
        seen.append(sorted(path.name for path in tmp_path.iterdir()))

    paths.write_beside(tmp_path / "a.txt", look)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "ganz"
    assert len(seen[0]) == 1
    assert seen[0][0].startswith(".a.txt.")


@pytest.mark.parametrize("before", [None, "vorher"])
def test_writing_that_fails_leaves_what_was_there(tmp_path: Path, before: str | None) -> None:
    target = tmp_path / "a.txt"
    if before is not None:
        target.write_text(before, encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        paths.write_beside(target, write_then_fail)
    left = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert left == ({} if before is None else {"a.txt": before})


def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("vorher", encoding="utf-8")
    paths.write_beside(target, write_whole)
    assert target.read_text(encoding="utf-8") == "ganz"


def test_a_folder_in_the_place_of_the_target_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(UserError, match=r"file\.unwritable"):
        paths.write_beside(tmp_path / "a", write_whole)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@posix
def test_a_folder_without_rights_is_an_error() -> None:
    with protected_folder() as folder, without_rights(folder), pytest.raises(UserError, match="denied"):
        paths.write_beside(folder / "a.txt", write_whole)


@posix
@pytest.mark.parametrize("mask", [0o022, 0o002, 0o077])
def test_a_written_file_has_the_rights_of_any_new_file(tmp_path: Path, mask: int) -> None:
    """A report on a shared drive is for the colleagues as well."""
    with umask(mask):
        paths.write_beside(tmp_path / "a.txt", write_whole)
        (tmp_path / "b.txt").touch()
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a.txt", "b.txt")]
    assert modes[0] == modes[1]


@posix
def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 255)
    paths.write_beside(target, write_whole)
    assert target.is_file()


def test_a_name_that_is_free_is_kept_and_one_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    wanted = tmp_path / "Liste für Ämter.pdf"
    for name in ("Liste für Ämter.pdf", "Liste für Ämter 2.pdf", "Liste für Ämter 3.pdf"):
        assert paths.unused(wanted) == tmp_path / name
        (tmp_path / name).touch()
