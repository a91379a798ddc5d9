"""Qt's translation tools: texts of the window into ``kommune_en.ts``, and that file into ``kommune_en.qm``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools.environment import script_of

ROOT = Path(__file__).resolve().parent.parent
# Only these may import Qt, so only these can call tr().
SOURCES = ("kommune_desktop/ui", "kommune_desktop/app.py")
TS_FILE = Path("resources", "translations", "kommune_en.ts")
LANGUAGES = ("-source-language", "de_DE", "-target-language", "en_GB")
# No line numbers and a fixed order: a diff then shows changed texts and nothing else.
STABLE = ("-silent", "-locations", "none", "-no-obsolete", "-sort-messages", "-disable-heuristic", "similartext")


class ToolError(Exception):
    """One of Qt's tools failed; the text is what it said."""


def update(root: Path, ts_file: Path) -> None:
    """Bring a translation file up to date with the sources; new texts become unfinished entries.

    Raises:
        ToolError: lupdate failed.
    """
    sources = [str(root / source) for source in SOURCES if (root / source).exists()]
    ts_file.parent.mkdir(parents=True, exist_ok=True)
    _run(root, "pyside6-lupdate", ["-extensions", "py", *sources, *STABLE, *LANGUAGES, "-ts", str(ts_file)])


def release(root: Path, ts_file: Path, qm_file: Path) -> None:
    """Write the binary form that Qt loads.

    Raises:
        ToolError: lrelease failed.
    """
    _run(root, "pyside6-lrelease", ["-silent", str(ts_file), "-qm", str(qm_file)])


def _run(root: Path, tool: str, arguments: list[str]) -> None:
    command = [str(script_of(root, tool)), *arguments]
    result = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if result.returncode != 0:
        raise ToolError(f"{tool}: {(result.stdout + result.stderr).strip()}")


def main() -> int:
    """Update the translation file and its binary form in the checkout."""
    ts_file = ROOT / TS_FILE
    try:
        update(ROOT, ts_file)
        release(ROOT, ts_file, ts_file.with_suffix(".qm"))
    except ToolError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    unfinished = ts_file.read_text(encoding="utf-8").count('type="unfinished"')
    print(f"{TS_FILE.as_posix()}: {unfinished} unfinished")
    return 0


if __name__ == "__main__":
    sys.exit(main())
