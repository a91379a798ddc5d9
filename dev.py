"""Set up, run, test and build the project with nothing but Python 3.11 or newer: ``python3 dev.py COMMAND``.

On Windows: ``py dev.py COMMAND``. Everything else is installed into ``.venv``, on Debian and Ubuntu after the system
packages. This file and what it imports at the top keep to syntax that older Pythons can read, so that they can say that
they are too old.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

from tools import environment, lock, system_packages
from tools.environment import SetupError, say

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)


class Command(NamedTuple):
    """One word of the command line."""

    function: Callable[[list[str]], int]
    arguments: str
    does: str


def run(arguments: list[str]) -> int:
    """Start the program; where there is no screen and nothing else to do, make the demo instead."""
    system_packages.ensure(system_packages.FOR_RUN, required=False)
    python = environment.ensure(ROOT)
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    if not arguments and _has_no_screen():
        say("There is no screen: making the demo and its pictures instead of opening a window.")
        return _call([str(python), "-m", "tools.demo_output"], QT_QPA_PLATFORM="offscreen")
    # Paths on the command line are meant from where the person stands, so the folder stays as it is; -P keeps modules
    # that happen to lie there from being imported.
    return _become([str(python), "-P", "-m", "kommune_desktop", *arguments])


def test(arguments: list[str]) -> int:
    """Run the checks, then the tests."""
    system_packages.ensure(system_packages.FOR_TEST, required=True)
    _require_xvfb()
    python = environment.ensure(ROOT)
    failed = _failed_checks(python)
    code = _call([str(python), "-m", "pytest", "-q", *arguments], QT_QPA_PLATFORM="offscreen")
    return code or _verdict(failed)


def check(arguments: list[str]) -> int:
    """Run the checks alone."""
    _refuse(arguments)
    system_packages.ensure(system_packages.FOR_RUN, required=False)
    return _verdict(_failed_checks(environment.ensure(ROOT)))


def bench(arguments: list[str]) -> int:
    """Measure the program against its floors."""
    system_packages.ensure(system_packages.FOR_TEST, required=False)
    return _call([str(environment.ensure(ROOT)), "-m", "tests.benchmarks", *arguments])


def lock_requirements(arguments: list[str]) -> int:
    """Write the locked requirements anew."""
    lock.lock(ROOT, arguments)
    say("Locked. The next command installs it.")
    return 0


def build(arguments: list[str]) -> int:
    """Make a folder that runs without Python."""
    system_packages.ensure(system_packages.FOR_BUILD, required=True)
    python = environment.ensure(ROOT)
    return _call([str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *arguments, "build.spec"])


def translate(arguments: list[str]) -> int:
    """Bring the translation files up to date with the window's texts."""
    _refuse(arguments)
    system_packages.ensure(system_packages.FOR_RUN, required=False)
    return _call([str(environment.ensure(ROOT)), "-m", "tools.translations"])


COMMANDS = {
    "run": Command(run, "[-- ARGS]", "start the program; with no screen, write a demo into ./demo-output/"),
    "test": Command(test, "[PYTEST ARGS]", "check, then run the tests"),
    "check": Command(check, "", "style, types, imports and translations, without the tests"),
    "bench": Command(bench, "[ARGS]", "measure, each figure as a ratio to its floor"),
    "lock": Command(lock_requirements, "[--upgrade]", "write requirements/*.txt anew from the .in files"),
    "build": Command(build, "[PYINSTALLER ARGS]", "make the folder dist/kommune-desktop, which runs without Python"),
    "translate": Command(translate, "", "collect the texts of the window into resources/translations"),
}


def main(arguments: list[str]) -> int:
    """Run one command; 1 where something failed, 2 for a wrong call."""
    if sys.version_info < OLDEST_PYTHON:
        say(f"Python {'.'.join(map(str, OLDEST_PYTHON))} or newer is needed; this is {sys.version.split()[0]}.")
        return 1
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        say(_usage())
        return 0 if name in {"-h", "--help", "help"} else 2
    try:
        return COMMANDS[name].function(arguments[1:])
    except SetupError as error:
        say(f"dev.py {name}: {error}")
        return 1
    except KeyboardInterrupt:
        return 130


def _usage() -> str:
    lines = [f"  {f'{name} {command.arguments}':<26}{command.does}" for name, command in COMMANDS.items()]
    return "\n".join(["usage: python3 dev.py COMMAND", *lines])


def _refuse(arguments: list[str]) -> None:
    if arguments:
        raise SetupError(f"takes no arguments, but got: {' '.join(arguments)}")


def _has_no_screen() -> bool:
    return sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _require_xvfb() -> None:
    if sys.platform != "linux" or shutil.which("Xvfb"):
        return
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        raise SetupError("Xvfb is missing, so the window could not be tested.")
    say("Xvfb is missing: the tests of the real window will be skipped.")


def _checks(python: Path) -> list[tuple[str, list[str]]]:
    module = [str(python), "-m"]
    return [
        ("ruff check", [*module, "ruff", "check"]),
        ("ruff format", [*module, "ruff", "format", "--check"]),
        ("mypy", [*module, "mypy"]),
        ("imports", [str(environment.script_of(ROOT, "lint-imports")), "--no-logo"]),
        ("translations", [*module, "tools.check_translations"]),
    ]


def _failed_checks(python: Path) -> list[str]:
    """Run every check, whatever the ones before it said, and name those that failed."""
    failed = []
    for name, command in _checks(python):
        started = time.monotonic()
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
        word = "ok" if result.returncode == 0 else "FAILED"
        print(f"{name:<14}{word:<8}{time.monotonic() - started:5.1f} s", flush=True)
        if result.returncode != 0:
            print(f"{result.stdout}{result.stderr}", flush=True)
            failed.append(name)
    return failed


def _verdict(failed: list[str]) -> int:
    if failed:
        say(f"Failed checks: {', '.join(failed)}")
    return 1 if failed else 0


def _call(command: list[str], **variables: str) -> int:
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **variables})


def _become(command: list[str]) -> NoReturn:
    """Go on as that command, so that signals and exit codes pass between it and the caller directly."""
    if sys.platform == "win32":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)  # noqa: S606 - never returns


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
