"""Start of the program: the window, or a command."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window for no arguments or ``--store FILE``, else run the command. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0].partition("=")[0] == "--store":
        from kommune_desktop.app import run  # noqa: PLC0415 - a command needs no window

        return run(given)
    from kommune_desktop.cli import main as run_command  # noqa: PLC0415 - nor the window the commands

    return run_command(given)


if __name__ == "__main__":
    sys.exit(main())
