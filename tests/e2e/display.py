"""A screen, a session bus and an accessibility bus of the tests' own. No network, nothing of the person's desktop."""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

SCREEN = "1366x768x24"
START_SECONDS = 20
POLL_SECONDS = 0.01
_LAUNCHER = "at-spi-bus-launcher"
_LIBEXEC = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib/at-spi2")
_PROGRAMS = ("Xvfb", "dbus-daemon", "xdotool", "setxkbmap")
_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <auth>EXTERNAL</auth>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass(frozen=True)
class Desktop:
    """What a program needs to be seen and heard.

    Attributes:
        environment: The variables that lead to the screen and the buses, and none of the person's own.
        accessibility_bus: Address for the screen reader.
    """

    environment: dict[str, str]
    accessibility_bus: str


def missing_programs() -> list[str]:
    """The programs that are needed for a desktop and not installed."""
    missing = [name for name in _PROGRAMS if shutil.which(name) is None]
    return missing if _launcher() else [*missing, _LAUNCHER]


@contextlib.contextmanager
def desktop(folder: Path) -> Iterator[Desktop]:
    """Start screen and buses, and end them whatever happens.

    Args:
        folder: For sockets, so its path must be short; and for what the servers write.
    """
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "GSETTINGS_BACKEND": "memory",
    }
    config = folder / "session.conf"
    config.write_text(_BUS_CONFIG.format(folder=folder), encoding="utf-8")
    with contextlib.ExitStack() as servers:

        def telling(command: Callable[[int], list[str]]) -> str:
            return servers.enter_context(_telling_server(command, folder, environment))

        number = telling(
            lambda out: ["Xvfb", "-displayfd", str(out), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
        )
        environment["DISPLAY"] = f":{number}"
        environment["DBUS_SESSION_BUS_ADDRESS"] = telling(
            lambda out: ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", f"--print-address={out}"]
        )
        # A German keyboard, on which letters with dots are keys like others, and whose keypad always types digits.
        keyboard = ["setxkbmap", "de", "-option", "numpad:mac"]
        subprocess.run(keyboard, env=environment, check=True, timeout=START_SECONDS)
        servers.enter_context(_server([str(_launcher()), "--launch-immediately"], folder, environment))
        yield Desktop(environment, _accessibility_bus(environment["DBUS_SESSION_BUS_ADDRESS"]))


def _launcher() -> str | None:
    return shutil.which(_LAUNCHER, path=os.pathsep.join(_LIBEXEC))


@contextlib.contextmanager
def _server(
    command: Sequence[str], folder: Path, environment: dict[str, str], told: Sequence[int] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """A server with its children in a process group of their own, so that all of it can be ended.

    Where the system can, the server ends as well when the tests are killed.
    """
    guard = ["setpriv", "--pdeathsig", "TERM", "--"] if shutil.which("setpriv") else []
    with (folder / f"{Path(command[0]).name}.log").open("wb") as log:
        server = subprocess.Popen(
            [*guard, *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=told,
            start_new_session=True,
        )
    try:
        yield server
    finally:
        for end in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(server.pid, end)
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(timeout=5)


@contextlib.contextmanager
def _telling_server(command: Callable[[int], list[str]], folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """What a server writes to a descriptor once it takes clients, while it runs.

    Args:
        command: Makes the command from the number of the descriptor.
    """
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="utf-8") as answer, contextlib.ExitStack() as server:
        try:
            server.enter_context(_server(command(writing), folder, environment, told=[writing]))
        finally:
            os.close(writing)
        ready, _, _ = select.select([reading], [], [], START_SECONDS)
        line = answer.readline().strip() if ready else ""
        if not line:
            raise RuntimeError(f"{command(writing)[0]} has not started; see its log in {folder}")
        yield line


def _accessibility_bus(session_bus: str) -> str:
    """Ask the session bus for the accessibility bus until it is there."""
    asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
    deadline = time.monotonic() + START_SECONDS
    with open_dbus_connection(session_bus) as connection:
        while True:
            try:
                return str(unwrap_msg(connection.send_and_get_reply(asked, timeout=START_SECONDS))[0])
            except DBusErrorResponse:
                if time.monotonic() > deadline:
                    raise
                time.sleep(POLL_SECONDS)
