"""The Debian and Ubuntu packages that the project needs: found, installed when root, else named.

Runs with the standard library alone, because it runs before anything is installed.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence

from tools.environment import SetupError, say

# "a|b": either will do, because releases of Debian and Ubuntu differ in the name; the first one known is installed.
QT = (
    "libegl1",
    "libgl1",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-randr0",
    "libxcb-xkb1",
    "libfontconfig1",
    "libdbus-1-3",
    "libglib2.0-0|libglib2.0-0t64",
    "fonts-dejavu-core",
)
BUILD = ("binutils",)  # objdump, for PyInstaller
WINDOW_TESTS = ("xvfb", "xdotool", "dbus", "at-spi2-core")
PDF_JUDGE = ("openjdk-17-jre-headless|openjdk-21-jre-headless|openjdk-25-jre-headless", "libjaxb-java")

FOR_RUN = QT
FOR_BUILD = QT + BUILD
FOR_TEST = QT + BUILD + WINDOW_TESTS + PDF_JUDGE

APT_GET = ("apt-get", "-y", "-qq", "-o", "DPkg::Lock::Timeout=300")


def ensure(needed: Sequence[str], *, required: bool) -> None:
    """Install what is missing, or print the one command that does.

    Args:
        needed: Package names, "a|b" where either will do.
        required: Whether to stop when something is missing and can't be installed.

    Raises:
        SetupError: Something required is missing.
    """
    missing = [] if _is_other_system() else lacking([*needed, *_venv_package()], installed)
    if missing:
        _supply(missing, required=required)
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupError("This Python lacks the modules venv and ensurepip. Install them (Debian: python3-venv).")


def lacking(needed: Iterable[str], present: Callable[[list[str]], set[str]]) -> list[str]:
    """Entries of a list of needed packages of which no alternative is there."""
    entries = list(needed)
    found = present([name for entry in entries for name in entry.split("|")])
    return [entry for entry in entries if found.isdisjoint(entry.split("|"))]


def installed(names: list[str]) -> set[str]:
    """Those of the named packages that are installed."""
    command = ["dpkg-query", "-W", "-f", "${db:Status-Abbrev} ${Package}\n", *names]
    return installed_in(_output(command))


def installed_in(listing: str) -> set[str]:
    """Names of the installed packages in what ``dpkg-query`` prints as state and name, one a line."""
    words = [line.split() for line in listing.splitlines()]
    return {name for state, name in (pair for pair in words if len(pair) == 2) if state == "ii"}


def _is_other_system() -> bool:
    return shutil.which("dpkg-query") is None or shutil.which("apt-get") is None


def _venv_package() -> list[str]:
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def _supply(missing: list[str], *, required: bool) -> None:
    if sys.platform != "win32" and os.geteuid() == 0:
        try:
            _install(missing)
        except SetupError as error:
            if required:
                raise
            say(f"{error}\nGoing on without them.")
        return
    command = f"sudo apt-get install {' '.join(_known(missing))}"
    if required:
        raise SetupError(f"System packages are missing. Install them with:\n  {command}")
    say(f"System packages are missing; if the program does not start, install them with:\n  {command}")


def _install(missing: list[str]) -> None:
    say(f"Installing system packages: {' '.join(missing)} ...")
    with contextlib.suppress(SetupError):  # one broken source of many; what matters is whether the packages come
        _apt_get("update")
    _apt_get("install", "--no-install-recommends", *_known(missing))


def _known(entries: Iterable[str]) -> list[str]:
    """One name an entry: the first alternative that this release knows, else the first."""
    chosen = []
    for entry in entries:
        names = entry.split("|")
        chosen.append(next((name for name in names if _output(["apt-cache", "show", name])), names[0]))
    return chosen


def _apt_get(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = [*APT_GET, *arguments]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace", check=False)
    if result.returncode != 0:
        lines = (result.stdout + result.stderr).strip().splitlines()[-5:]
        raise SetupError("\n".join([*lines, f"The system packages could not be installed: {' '.join(command)}"]))


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False).stdout
