"""A screen, a screen reader and a person's home for the tests of the running program."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.e2e.display import Desktop, desktop, missing_programs
from tests.e2e.program import ROOT, Program, person
from tests.e2e.screen_reader import Gone, ScreenReader

Start = Callable[..., Program]
_FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def screen() -> Iterator[Desktop]:
    """A screen with its buses for all tests; without what it takes, CI fails and others skip."""
    missing = missing_programs()
    if missing:
        reason = f"not installed: {', '.join(missing)} (Debian: xvfb, xdotool, x11-xkb-utils, dbus, at-spi2-core)"
        if os.environ.get("CI", "").casefold() in ("true", "1"):
            pytest.fail(reason)
        pytest.skip(reason)
    with tempfile.TemporaryDirectory(prefix="e2e-", dir="/tmp") as folder, desktop(Path(folder)) as started:
        yield started


@pytest.fixture
def reader(screen: Desktop) -> Iterator[ScreenReader]:
    """A screen reader that has just been started."""
    with ScreenReader(screen.accessibility_bus) as started:
        yield started


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo municipality's file, made by the command line."""
    path = tmp_path_factory.mktemp("demo") / "Demo.kommune"
    command = [sys.executable, "-m", "kommune_desktop", "demo", str(path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    return path


@pytest.fixture
def start(screen: Desktop, reader: ScreenReader, home: Path, request: pytest.FixtureRequest) -> Iterator[Start]:
    """Starts the program with arguments. What still runs when a test has passed is closed as a person would."""
    programs: list[Program] = []

    def start_program(*arguments: str | Path) -> Program:
        programs.append(Program(person(screen, home), reader, *arguments))
        return programs[-1]

    yield start_program
    try:
        for program in programs:
            if program.process.poll() is None:
                _end(program, failed=request.node.stash.get(_FAILED, False))
    finally:
        for program in programs:
            program.kill()


def _end(program: Program, *, failed: bool) -> None:
    if not failed:
        program.close()
        return
    picture = program.home.parent / "screen.png"
    program.picture(picture)
    try:
        seen = program.describe()
    except (Gone, TimeoutError):
        seen = "The program does not answer any more."
    print(f"{seen}\n{program.complaints()}\nPicture: {picture}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note whether the test itself has failed; the fixtures ask for it."""
    report = yield
    if report.when == "call":
        item.stash[_FAILED] = report.failed
    return report
