"""The virtual environment ``.venv``: made from the locked requirements, and remade when they change.

Runs with the standard library alone, because it runs before anything is installed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import subprocess
import sys
import time
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path

if sys.platform != "win32":
    import fcntl

LOCK_FILE = Path("requirements", "dev.txt")
STAMP_NAME = ".stamp.json"
NETWORK_SIGNS = ("NewConnectionError", "name resolution", "timed out", "No matching distribution", "ConnectionError")
LINES_OF_A_FAILURE = 15


class SetupError(Exception):
    """Something about this machine that a person can mend; the text says how."""


def say(text: str) -> None:
    """Tell the person what happens, on stderr: stdout belongs to the program (``results --json``)."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def python_of(root: Path) -> Path:
    """Interpreter of the project's environment, whether it exists or not."""
    return script_of(root, "python")


def script_of(root: Path, name: str) -> Path:
    """A command that a package has installed into the project's environment."""
    if os.name == "nt":
        return root / ".venv" / "Scripts" / f"{name}.exe"
    return root / ".venv" / "bin" / name


def ensure(root: Path) -> Path:
    """Make the environment where it is missing, half-made or out of date.

    Returns:
        The environment's interpreter.

    Raises:
        SetupError: The environment can't be made on this machine as it is.
    """
    wanted = wanted_stamp(root)
    if read_stamp(root) != wanted:
        with _one_at_a_time(root):
            _mend(root, wanted)
    return python_of(root)


def wanted_stamp(root: Path) -> dict[str, str]:
    """What the stamp says in an environment that fits: one part for the packages, one for the project."""
    packages = hashlib.sha256((root / LOCK_FILE).read_bytes())
    # The scripts of an environment hold its absolute path: a checkout that was moved needs a new one.
    packages.update(os.fsencode(root))
    project = hashlib.sha256((root / "pyproject.toml").read_bytes())
    return {"packages": packages.hexdigest(), "project": project.hexdigest()}


def read_stamp(root: Path) -> dict[str, str]:
    """What the environment was made from; empty where there is none that works."""
    try:
        stamp = json.loads((root / ".venv" / STAMP_NAME).read_text(encoding="utf-8"))
        # An upgrade of the system can put another Python behind the same link.
        usable = stamp.pop("interpreter") == os.path.realpath(python_of(root)) and python_of(root).exists()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return stamp if usable else {}


def write_stamp(root: Path, stamp: dict[str, str]) -> None:
    """Say that the environment is whole; the stamp appears in one step, so that it is never half-written."""
    target = root / ".venv" / STAMP_NAME
    part = target.with_suffix(".part")
    part.write_text(json.dumps({**stamp, "interpreter": os.path.realpath(python_of(root))}), encoding="utf-8")
    part.replace(target)


def _mend(root: Path, wanted: dict[str, str]) -> None:
    found = read_stamp(root)
    if found.get("packages") != wanted["packages"]:
        _make(root)
        _install_packages(root)
        found = {"packages": wanted["packages"], "project": ""}
        write_stamp(root, found)
    if found != wanted:
        _install_project(root)
        write_stamp(root, wanted)


def _make(root: Path) -> None:
    say(f"Making the virtual environment {root / '.venv'} ...")
    try:
        # First of all, so that an environment that was cleared by half is not taken for a whole one.
        (root / ".venv" / STAMP_NAME).unlink(missing_ok=True)
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(root / ".venv")
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(
            f"The virtual environment could not be made: {error}\n"
            "Close programs that run from .venv, delete that folder and try again."
        ) from error


def _install_packages(root: Path) -> None:
    count = sum("==" in line for line in (root / LOCK_FILE).read_text(encoding="utf-8").splitlines())
    say(f"Installing {count} packages; the first time this takes a minute or more ...")
    started = time.monotonic()
    _pip(root, ["--require-hashes", "-r", str(root / LOCK_FILE)])
    say(f"Installed in {time.monotonic() - started:.0f} s.")


def _install_project(root: Path) -> None:
    # Editable through the locked build backend (hatchling): one .pth line that leads to this checkout, and besides it
    # what a bare .pth file would lack, the `kommune-desktop` command and the metadata with the version.
    _pip(root, ["--no-deps", "--no-build-isolation", "--no-index", "-e", str(root)])


def _pip(root: Path, arguments: Sequence[str]) -> None:
    command = [str(python_of(root)), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    result = subprocess.run([*command, *arguments], capture_output=True, text=True, errors="replace", check=False)
    if result.returncode == 0:
        return
    tail = "\n".join((result.stdout + result.stderr).strip().splitlines()[-LINES_OF_A_FAILURE:])
    hint = ""
    if any(sign in result.stderr for sign in NETWORK_SIGNS):
        hint = "\nThe packages could not be fetched. Is there a network, and does pip know its proxy or index (PIP_*)?"
    raise SetupError(f"{tail}\npip failed.{hint}")


@contextlib.contextmanager
def _one_at_a_time(root: Path) -> Iterator[None]:
    """Keep a second ``dev.py`` from clearing the environment that the first is just filling.

    Windows is left out: a lock there would also keep pip from reading the file.
    """
    with (root / LOCK_FILE).open("rb") as lock:
        if sys.platform != "win32":
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Another dev.py is setting up .venv; waiting for it ...")
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield
