"""Other processes that use a store at the same time, or die while they do."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NOBODY = 65534
_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    connection.execute(statement).fetchall()
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def holding(path: Path, *statements: str) -> Iterator[None]:
    """Another process that has run the statements on a file and keeps its connection."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path), *statements], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield
        finally:
            process.kill()


def run_script(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A Python script that imports the program, run to its end in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


@contextmanager
def protected_folder() -> Iterator[Path]:
    """A folder that everybody may enter, to be filled and then protected; outside pytest's own, which is private."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@contextmanager
def without_rights(folder: Path, *, files: int = 0o444) -> Iterator[None]:
    """No right to write in a folder nor, with the mode as given, to its files, even where the tests run as root."""
    for path in folder.iterdir():
        path.chmod(files)
    folder.chmod(0o555)
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
