"""A screen for the windows: the one that is there, else Xvfb, else none."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping

SIZE = "1366x768x24"


@contextlib.contextmanager
def screen() -> Iterator[Mapping[str, str]]:
    """The variables that a process needs to show its window."""
    if sys.platform != "linux":
        yield {}
    elif os.environ.get("DISPLAY"):
        yield {"QT_QPA_PLATFORM": "xcb"}
    elif shutil.which("Xvfb"):
        with _xvfb() as display:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
    else:
        yield {"QT_QPA_PLATFORM": "offscreen"}


@contextlib.contextmanager
def _xvfb() -> Iterator[str]:
    """Its display; it says which one is free as soon as it takes connections."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", SIZE, "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with open(reader, encoding="ascii") as answer:  # noqa: PTH123 - a pipe, not a path
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb has not started")
        yield f":{number}"
    finally:
        process.terminate()
        process.wait()
