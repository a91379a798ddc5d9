"""The locked requirements: made with uv from the ``.in`` files, and read back for the tests.

One lock serves Linux and Windows and every supported Python, by markers. It holds hashes and never an address: where
packages come from is the business of the machine that installs them.

Runs with the standard library alone; uv lives in an environment that is thrown away.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.environment import SetupError, say

FOLDER = Path("requirements")
UV = "uv==0.13.9"
PYTHONS = ("3.11", "3.12", "3.13")
# The oldest Linux that Qt's wheels run on has glibc 2.34.
PLATFORMS = ("x86_64-pc-windows-msvc", "x86_64-manylinux_2_34")
UNIVERSAL = ("--universal", "--python-version", PYTHONS[0], "--generate-hashes", "--annotation-style", "line")
NO_ADDRESS = ("--no-header", "--no-emit-index-url", "--no-emit-find-links")

_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)\s*(?:;\s*(?P<marker>[^\\#]+?))?\s*\\?$")
_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_ADDRESS = re.compile(r"://|^\s*--(?!hash=)|\b[\w-]+\.(?:com|de|eu|io|net|org)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Pin:
    """One locked package."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def normalise(name: str) -> str:
    """A package name as PEP 503 writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def parse(text: str) -> dict[str, Pin]:
    """Pins of a locked file by normalised name.

    Raises:
        ValueError: A line is neither a pin nor one of its hashes.
    """
    pins: dict[str, Pin] = {}
    current = ""
    for line in text.splitlines():
        content = line.strip()
        if not content or content.startswith("#"):
            continue
        if match := re.match(r"^--hash=(sha256:[0-9a-f]{64})\s*\\?$", content):
            pin = pins[current]
            pins[current] = Pin(pin.name, pin.version, pin.marker, (*pin.hashes, match[1]))
        elif match := _PIN.match(content):
            current = normalise(match["name"])
            pins[current] = Pin(current, match["version"], match["marker"] or "", ())
        else:
            raise ValueError(f"not a pin: {content}")
    return pins


def wanted_names(text: str) -> set[str]:
    """Normalised names of the packages that an ``.in`` file (or a list of dependencies) asks for by name."""
    lines = (line.strip() for line in text.splitlines())
    return {normalise(match[0]) for line in lines if not line.startswith(("#", "-")) and (match := _NAME.match(line))}


def addresses(text: str) -> list[str]:
    """Lines of a locked file that name a place to fetch from, or set any other option of pip."""
    return [line for line in text.splitlines() if _ADDRESS.search(line)]


def lock(root: Path, options: Sequence[str]) -> None:
    """Write both locked files anew and make sure that they can be installed on every platform.

    Args:
        root: The checkout.
        options: Passed on to uv; ``--upgrade`` moves the pins, without it they stay where they can.

    Raises:
        SetupError: There is no such set of packages, or no wheel for one of the platforms.
    """
    with tempfile.TemporaryDirectory() as folder:
        uv = _throwaway_uv(Path(folder))
        _compile(uv, root, "runtime", options)
        _compile(uv, root, "dev", [*options, "--constraints", (FOLDER / "runtime.txt").as_posix()])
        for platform in PLATFORMS:
            for version in PYTHONS:
                say(f"Looking for wheels: {platform}, Python {version} ...")
                _require_wheels(uv, root, platform, version)


def _throwaway_uv(folder: Path) -> Path:
    say(f"Fetching {UV} into a throwaway environment ...")
    venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(folder)
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    _run([str(binaries / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", UV], folder)
    return binaries / "uv"


def _compile(uv: Path, root: Path, name: str, options: Sequence[str]) -> None:
    source, target = FOLDER / f"{name}.in", FOLDER / f"{name}.txt"
    say(f"Locking {source.as_posix()} ...")
    files = [source.as_posix(), "--output-file", target.as_posix()]
    _run([str(uv), "pip", "compile", *UNIVERSAL, *NO_ADDRESS, *options, *files], root)
    found = addresses((root / target).read_text(encoding="utf-8"))
    if found:
        raise SetupError(f"{target.as_posix()} names an address or an option: {found[0]}")


def _require_wheels(uv: Path, root: Path, platform: str, version: str) -> None:
    """Resolve the lock as that machine would, with nothing to compile: a missing wheel has no solution."""
    where = ["--python-platform", platform, "--python-version", version]
    _run([str(uv), "pip", "compile", "--only-binary", ":all:", *where, (FOLDER / "dev.txt").as_posix()], root)


def _run(command: list[str], folder: Path) -> None:
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    if result.returncode != 0:
        raise SetupError(f"{result.stderr.strip()}\n{Path(command[0]).name} failed.")
