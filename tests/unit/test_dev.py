"""The set-up: what it says to old Pythons and wrong calls, and when it makes the environment anew."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import dev
from tools import environment, system_packages

ROOT = Path(__file__).resolve().parents[2]
READ_BEFORE_THE_VERSION_CHECK = ["dev.py", "tools/environment.py", "tools/lock.py", "tools/system_packages.py"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose environment is whole."""
    for name in ("requirements/dev.txt", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("content", encoding="utf-8")
    python = environment.python_of(tmp_path)
    python.parent.mkdir(parents=True)
    python.touch()
    environment.write_stamp(tmp_path, environment.wanted_stamp(tmp_path))
    return tmp_path


@pytest.mark.parametrize("name", READ_BEFORE_THE_VERSION_CHECK)
def test_an_older_python_can_read_the_set_up(name: str) -> None:
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 9))


def test_an_older_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 1))
    assert dev.main(["check"]) == 1
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["rum"], 2), (["--help"], 0)])
def test_a_wrong_call_shows_the_commands(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == code
    assert "translate" in capsys.readouterr().err


def test_a_problem_that_a_person_can_mend_is_said_without_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["check", "--fast"]) == 1
    assert capsys.readouterr().err == "dev.py check: takes no arguments, but got: --fast\n"


def test_a_whole_environment_is_kept(checkout: Path) -> None:
    assert environment.ensure(checkout) == environment.python_of(checkout)


def test_a_half_made_environment_is_noticed(checkout: Path) -> None:
    (checkout / ".venv" / environment.STAMP_NAME).unlink()
    assert environment.read_stamp(checkout) == {}


def test_an_environment_that_lost_its_python_is_noticed(checkout: Path) -> None:
    environment.python_of(checkout).unlink()
    assert environment.read_stamp(checkout) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows copies the interpreter")
def test_an_environment_whose_python_was_exchanged_is_noticed(checkout: Path) -> None:
    environment.python_of(checkout).unlink()
    environment.python_of(checkout).symlink_to(sys.executable)
    assert environment.read_stamp(checkout) == {}


def test_a_damaged_stamp_counts_as_none(checkout: Path) -> None:
    (checkout / ".venv" / environment.STAMP_NAME).write_text("[]", encoding="utf-8")
    assert environment.read_stamp(checkout) == {}


@pytest.mark.parametrize(
    ("changed", "part"), [(Path("requirements", "dev.txt"), "packages"), (Path("pyproject.toml"), "project")]
)
def test_a_change_touches_its_own_part_of_the_stamp(checkout: Path, changed: Path, part: str) -> None:
    before = environment.read_stamp(checkout)
    (checkout / changed).write_text("changed", encoding="utf-8")
    after = environment.wanted_stamp(checkout)
    assert {key for key in before if before[key] != after[key]} == {part}


def test_an_installed_package_is_told_from_a_removed_one() -> None:
    listing = "ii  libgl1\nrc  xvfb\nun  dbus\n\n"
    assert system_packages.installed_in(listing) == {"libgl1"}


def test_either_name_of_a_system_package_will_do() -> None:
    found = system_packages.lacking(["a|b", "c", "d|e"], lambda names: {"b", "c"} & set(names))
    assert found == ["d|e"]


@pytest.mark.parametrize(
    ("variables", "expected"), [({}, True), ({"DISPLAY": ":0"}, False), ({"WAYLAND_DISPLAY": "wayland-0"}, False)]
)
def test_a_machine_without_a_screen_is_recognised(
    variables: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert dev._has_no_screen() is expected
