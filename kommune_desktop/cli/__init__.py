"""The command line: for tests, automation and IT departments.

Exit code 0: done. 1: something is for the person to mend, said in one line on stderr. 2: wrong usage.
"""

from __future__ import annotations

import io
import locale
import logging
import os
import sys
from collections.abc import Sequence

from kommune_desktop import log, paths
from kommune_desktop.cli.arguments import build_parser
from kommune_desktop.errors import UserError
from kommune_desktop.texts import texts

_DONE, _MEND, _INTERRUPTED = 0, 1, 130


def main(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = texts(_language())
    try:
        options = build_parser(words).parse_args(arguments)
        _say(options.run(options, words))
    except UserError as error:
        first, *others = words.error_lines(error)
        print(words("cli.error", text=first), *others, sep="\n", file=sys.stderr)
        return _MEND
    except SystemExit as stop:
        return int(stop.code or 0)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception:
        log.start()
        logging.getLogger(__name__).critical("bug", exc_info=True)
        print(words("cli.bug", path=paths.log_file()), file=sys.stderr)
        return _MEND
    return _DONE


def _say(text: str) -> None:
    """Print a text.

    Raises:
        UserError: ``file.unwritable`` where the output goes to a file that can't take it.
    """
    try:
        print(text, flush=True)
    except OSError as error:
        # Python would complain once more at its end.
        sys.stdout = None
        # A reader that has seen enough, for example "head", is no error.
        if not isinstance(error, BrokenPipeError):
            raise UserError("file.unwritable", path="stdout", reason=error.strerror) from error


def _language() -> str:
    """English where the system speaks English, else German."""
    # On Windows none of the variables is set, and Python knows the language of the system.
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if os.name == "nt":
        names.append(locale.getlocale()[0] or "")
    name = next(filter(None, names), "")
    return "en" if name.casefold().startswith("en") else "de"
