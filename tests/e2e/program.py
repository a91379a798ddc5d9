"""The program as a person has it before them: started, looked at, typed into, closed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.e2e.display import Desktop
from tests.e2e.screen_reader import ScreenReader, Seen, Thing, wait_for

ROOT = Path(__file__).resolve().parents[2]
END_SECONDS = 15
KEY_SECONDS = 10
WINDOW_ROLES = {"frame", "dialog", "alert", "file chooser", "window"}
_LOG = ("state", "kommune_desktop", "log", "kommune_desktop.log")


class Program:
    """One run of the program.

    Args:
        home: The person's home folder; settings, documents and log lie in it.
        arguments: Of the command line.
    """

    def __init__(self, desktop: Desktop, reader: ScreenReader, home: Path, *arguments: str | Path) -> None:
        self.reader = reader
        self.environment = environment(desktop, home)
        self._log = Path(self.environment["XDG_STATE_HOME"], *_LOG[1:])
        self._errors = home / "stderr.txt"
        with self._errors.open("ab") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kommune_desktop", *map(str, arguments)],
                cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, stdout=errors, stderr=errors,
            )  # fmt: skip
        self.root = wait_for(self._root, "the program on the accessibility bus")

    def _root(self) -> Thing | None:
        if self.process.poll() is not None:
            raise AssertionError(f"the program has ended with {self.process.returncode}: {self.complaints()}")
        return self.reader.application(self.process.pid)

    # Looking -------------------------------------------------------------------------------------------------

    def tree(self, *, hidden: bool = False, cells: bool = False) -> list[Seen]:
        """What the program shows."""
        return self.reader.tree(self.root, hidden=hidden, cells=cells)

    def all(self, role: str, name: str | Callable[[str], bool] = lambda _: True) -> list[Seen]:
        """The shown objects of a role, with a name or one that passes a test."""
        fits = name if callable(name) else name.__eq__
        return [seen for seen in self.tree() if seen.role == role and fits(seen.name)]

    def find(self, role: str, name: str | Callable[[str], bool]) -> Seen:
        """The first such object, as soon as it shows."""
        return wait_for(lambda: next(iter(self.all(role, name)), None), f"{role} {name!r}")

    def wait_until_gone(self, role: str, name: str) -> None:
        """Wait until no such object shows."""
        wait_for(lambda: not self.all(role, name), f"no {role} {name!r} any more")

    def focused(self) -> Seen:
        """The object that has the keyboard; there must be one."""
        return wait_for(lambda: self.reader.focused(self.root), "something that has the keyboard")

    # Typing --------------------------------------------------------------------------------------------------

    def turn_to(self, title: str | Callable[[str], bool]) -> Seen:
        """Give the keyboard to the window with a title. There is no window manager that would do it."""
        fits = title if callable(title) else title.__eq__

        def window() -> Seen | None:
            return next((seen for seen in self.tree() if seen.role in WINDOW_ROLES and fits(seen.name)), None)

        def active() -> Seen | None:
            found = window()
            return found if found is not None and "active" in found.states else None

        found = wait_for(window, f"window {title!r}")
        if "active" not in found.states:
            self._xdotool("search", "--sync", "--onlyvisible", "--name", f"^{_escaped(found.name)}$", "windowfocus", "--sync")
        return wait_for(active, f"window {found.name!r} active")

    def press(self, *keys: str) -> None:
        """Press keys, named as X names them (``ctrl+q``, ``Return``)."""
        self._xdotool("key", "--delay", "0", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type letters."""
        self._xdotool("type", "--delay", "0", "--", text)

    def _xdotool(self, *arguments: str) -> None:
        command = ["xdotool", *arguments]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=KEY_SECONDS, check=False
        )
        assert done.returncode == 0, (command, done.stdout + done.stderr)
