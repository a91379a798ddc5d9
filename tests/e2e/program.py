"""The program as a person has it before them: started, looked at, typed into, closed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.e2e import names
from tests.e2e.display import Desktop
from tests.e2e.screen_reader import ScreenReader, Seen, Thing, wait_for

ROOT = Path(__file__).resolve().parents[2]
END_SECONDS = 15
KEY_SECONDS = 10
MANY_TABS = 60
# Qt notes there that an object is gone that the screen reader has asked for, or that keys come faster than the
# accessibility bus says whether it wants them; then Qt hands them on without waiting for its word.
_HARMLESS = ("qt.accessibility.atspi: ", "QSpiApplication::")
_TRACEBACK = "Traceback (most recent call last)"
_MEANT_OTHERWISE = re.compile(r"[][().*+?{}|^$\\]")

Name = str | Callable[[str], object]


def person(desktop: Desktop, home: Path) -> dict[str, str]:
    """The environment of a person who has never started the program before."""
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {
        **desktop.environment,
        **folders,
        "HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONFAULTHANDLER": "1",
    }


class Program:
    """One run of the program.

    Args:
        environment: Of the person, see :func:`person`.
        arguments: Of the command line.
    """

    def __init__(self, environment: dict[str, str], reader: ScreenReader, *arguments: str | Path) -> None:
        self.reader = reader
        self.environment = environment
        self.home = Path(environment["HOME"])
        self._errors = self.home / "stderr.txt"
        command = [sys.executable, "-m", "kommune_desktop", *map(str, arguments)]
        with self._errors.open("wb") as errors:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=errors, stderr=errors
            )
        self.root = wait_for(self._root, "the program on the accessibility bus")

    def _root(self) -> Thing | None:
        if self.process.poll() is not None:
            raise AssertionError(f"ended with {self.process.returncode} at its start: {self.complaints()}")
        return self.reader.application(self.process.pid)

    # Looking -------------------------------------------------------------------------------------------------

    def tree(self, *, hidden: bool = False, cells: bool = False) -> list[Seen]:
        """What the program shows."""
        return self.reader.tree(self.root, hidden=hidden, cells=cells)

    def all(self, role: str, name: Name = lambda _: True) -> list[Seen]:
        """The shown objects of a role that have a name or one that passes a test, else those that a label names so."""
        found = [seen for seen in self.tree() if seen.role == role]
        named = [seen for seen in found if _fits(name, seen.name)]
        return named or [seen for seen in found if _fits(name, self.reader.label(seen.thing))]

    def find(self, role: str, name: Name) -> Seen:
        """The first such object, as soon as it shows."""
        return wait_for(lambda: next(iter(self.all(role, name)), None), f"{role} {name!r}")

    def says(self, words: Name) -> str:
        """The words of a label, as soon as one says them."""
        return self.find("label", words).name

    def wait_until_gone(self, role: str, name: Name) -> None:
        """Wait until no such object shows."""
        wait_for(lambda: not self.all(role, name), f"no {role} {name!r} any more")

    def focused(self) -> Seen:
        """The object that has the keyboard; there must be one."""
        return wait_for(lambda: self.reader.focused(self.root), "something that has the keyboard")

    def wait_for_focus(self, fits: Callable[[Seen], object], what: str) -> Seen:
        """Wait until the keyboard is in an object that passes a test."""

        def there() -> Seen | None:
            seen = self.reader.focused(self.root)
            return seen if seen is not None and fits(seen) else None

        return wait_for(there, f"the keyboard in {what}")

    def describe(self) -> str:
        """What the screen reader sees, for the report on a failed test."""
        lines = []
        for seen in self.tree(cells=True):
            depth = sum(1 for _ in seen.around())
            lines.append(f"{'  ' * depth}{seen.role} {seen.name!r} {' '.join(sorted(seen.states))}")
        return "\n".join(lines)

    # Typing --------------------------------------------------------------------------------------------------

    def turn_to(self, title: Name = lambda title: title.endswith(names.PROGRAM)) -> Seen:
        """Give the keyboard to a window, the main one if not named. There is no window manager that would do it."""

        def window() -> Seen | None:
            return next((seen for seen in self.windows() if _fits(title, seen.name)), None)

        def active() -> Seen | None:
            seen = window()
            return seen if seen is not None and "active" in seen.states else None

        found = wait_for(window, f"window {title!r}")
        pattern = f"^{_MEANT_OTHERWISE.sub(lambda sign: chr(92) + sign[0], found.name)}$"
        self._xdotool("search", "--sync", "--onlyvisible", "--name", pattern, "windowfocus", "--sync")
        return wait_for(active, f"window {found.name!r} active")

    def windows(self) -> list[Seen]:
        """The windows that show."""
        return [seen for seen in self.reader.items(self.root) if "showing" in seen.states]

    def press(self, *keys: str) -> None:
        """Press keys one after the other, named as X names them (``ctrl+q``, ``Return``), as fast as a quick hand.

        Not for Alt with another key: Qt first offers each key to the accessibility bus. Where Alt comes back from there
        after the shortcut is done, the menu bar takes the keyboard.
        """
        self._xdotool("key", *keys)

    def press_at_once(self, keys: Sequence[str]) -> None:
        """Press keys with nothing between them. Returns when all are on their way; the program may be at the first."""
        self._xdotool("key", "--delay", "0", *keys)

    def type(self, text: str) -> None:
        """Type letters."""
        self._xdotool("type", "--delay", "0", "--", text)

    def enter(self, role: str, name: Name, text: str) -> None:
        """Put a text in a field in the place of what is in it."""
        field = self.tab_to(role, name)
        self.press("ctrl+a")
        self.type(text)
        self.wait_for_text(field, text)

    def wait_for_text(self, field: Seen, text: str) -> None:
        """Wait until all that was typed has arrived in a field."""
        try:
            wait_for(lambda: self.reader.text(field.thing) == text, f"{text!r} in {field.way}")
        except AssertionError as error:
            error.add_note(f"there is: {self.reader.text(field.thing)!r}")
            raise

    def tab_to(self, role: str, name: Name) -> Seen:
        """Press Tab until the keyboard is in an object."""
        wanted = self.find(role, name).thing
        stops = [self.focused()]
        for _ in range(MANY_TABS):
            if stops[-1].widget.thing == wanted:
                return stops[-1]
            if stops[-1].role == "menu item":  # where the Alt of a shortcut may have led, see press
                self.press("Escape")
                stops.append(self.wait_for_focus(lambda seen: seen.role != "menu item", "something but the menu bar"))
                continue
            stops.append(self.tab(stops[-1]))
        passed = ", ".join(f"{stop.role} {stop.name!r}" for stop in stops)
        raise AssertionError(f"Tab does not lead to {self.reader.look(wanted).way} but to {passed}")

    def tab(self, here: Seen, key: str = "Tab") -> Seen:
        """Press Tab and wait until the keyboard is elsewhere."""
        self.press(key)
        left = here.widget.thing
        return self.wait_for_focus(lambda seen: seen.widget.thing != left, f"something after {here.way}")

    def push(self, name: Name, role: str = "push button") -> None:
        """Go to a button by Tab and press it."""
        self.tab_to(role, name)
        self.press("space")

    def _xdotool(self, *arguments: str) -> None:
        command = ["xdotool", *arguments]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=KEY_SECONDS, check=False
        )
        assert done.returncode == 0, (command, done.stdout + done.stderr)

    # End -----------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Leave the program by its key; it must end without a fault and without complaint."""
        self.turn_to()
        self.press("ctrl+q")
        code = self.process.wait(timeout=END_SECONDS)
        assert (code, self.complaints()) == (0, ""), "the program did not end well"

    def kill(self) -> None:
        """End the program whatever it does."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(timeout=END_SECONDS)

    def complaints(self) -> str:
        """What the program has written on its error channel, and tracebacks in its log."""
        written = self._errors.read_text(encoding="utf-8", errors="replace").splitlines()
        complaints = [line for line in written if not line.startswith(_HARMLESS)]
        for log in self.home.rglob("*.log"):
            text = log.read_text(encoding="utf-8", errors="replace")
            complaints += [text] if _TRACEBACK in text else []
        return "\n".join(complaints)

    def picture(self, target: Path) -> None:
        """Save what is on the screen where ImageMagick is there to do it."""
        program = shutil.which("import")
        if program is not None:
            command = [program, "-window", "root", str(target)]
            subprocess.run(command, env=self.environment, timeout=KEY_SECONDS, check=False, capture_output=True)


def _fits(name: Name, given: str) -> bool:
    return bool(name(given)) if callable(name) else name == given
