"""The locked requirements install everywhere with hashes, agree with each other and name no place on the net."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tools import lock

ROOT = Path(__file__).resolve().parents[2]
LOCKED = ("runtime", "dev")
HASH = "sha256:" + "0" * 64


def text(name: str) -> str:
    return (ROOT / lock.FOLDER / name).read_text(encoding="utf-8")


def test_a_pin_is_read_with_marker_and_all_hashes() -> None:
    pins = lock.parse(
        f"Some_Thing==1.0 ; sys_platform == 'win32' \\\n    --hash={HASH} \\\n    --hash={HASH}\n    # via x\n"
    )
    assert pins == {"some-thing": lock.Pin("some-thing", "1.0", "sys_platform == 'win32'", (HASH, HASH))}


def test_a_line_that_is_no_pin_is_refused() -> None:
    with pytest.raises(ValueError, match="not a pin"):
        lock.parse("something>=1.0")


def test_names_are_read_from_a_list_of_requirements() -> None:
    assert lock.wanted_names("# tests\n-r other.in\nTypes_PyYAML\nalembic==1.0\n\n") == {"types-pyyaml", "alembic"}


@pytest.mark.parametrize(
    "line",
    [
        "--index-url x",
        "--find-links x",
        "-i x://y",
        "    # from https://index.example/simple",
        "a @ files.example.org/a",
    ],
)
def test_an_address_or_an_option_is_noticed(line: str) -> None:
    assert lock.addresses(f"a==1.0 \\\n    --hash={HASH}\n{line}\n") == [line]


@pytest.mark.parametrize("name", LOCKED)
def test_a_lock_names_no_address(name: str) -> None:
    assert lock.addresses(text(f"{name}.txt")) == []


@pytest.mark.parametrize("name", LOCKED)
def test_every_pin_has_a_hash(name: str) -> None:
    pins = lock.parse(text(f"{name}.txt")).values()
    assert pins
    assert [pin.name for pin in pins if not pin.hashes] == []


@pytest.mark.parametrize("name", LOCKED)
def test_everything_asked_for_is_locked(name: str) -> None:
    assert lock.wanted_names(text(f"{name}.in")) <= lock.parse(text(f"{name}.txt")).keys()


def test_the_exact_versions_asked_for_are_locked() -> None:
    lines = [line for line in text("runtime.in").splitlines() if not line.startswith("#")]
    asked = dict(line.split("==") for line in lines)
    locked = lock.parse(text("runtime.txt"))
    assert {name: locked[lock.normalise(name)].version for name in asked} == asked


def test_developers_run_what_users_get() -> None:
    runtime, dev = lock.parse(text("runtime.txt")), lock.parse(text("dev.txt"))
    assert {name: dev.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("name", ["colorama", "pefile", "pywin32-ctypes"])
def test_what_only_windows_needs_is_locked_for_windows(name: str) -> None:
    assert lock.parse(text("dev.txt"))[name].marker == "sys_platform == 'win32'"


def test_the_project_depends_on_what_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert lock.wanted_names("\n".join(project["dependencies"])) == lock.wanted_names(text("runtime.in"))
