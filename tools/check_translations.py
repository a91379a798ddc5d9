"""Whether every text of the interface exists in both languages, and what is shipped was made from it.

Two places hold texts: ``self.tr()`` in the window (``resources/translations``), and what is needed without Qt, such as
reports and the command line (``resources/texts/de.toml`` and ``en.toml``).
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from tools import tr_calls
from tools.translations import ROOT, SOURCES, TS_FILE, ToolError, release, update

TEXTS = Path("resources", "texts")
TRANSLATE = "run: python3 dev.py translate"
# {name}, {name:.1f} and Qt's %1, %L1, %n; a doubled brace is a plain one.
PLACEHOLDER = re.compile(r"\{\{|\}\}|(\{[^{}]*\}|%L?\d+|%n)")


def main() -> int:
    """Run all checks on the checkout and print what is wrong."""
    problems = [*check_window(ROOT), *check_texts(ROOT / TEXTS)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def check_window(root: Path) -> list[str]:
    """What is wrong with the translation of the window."""
    ts_file = root / TS_FILE
    if not ts_file.exists() or not ts_file.with_suffix(".qm").exists():
        return [f"{TS_FILE.as_posix()} or its .qm is missing; {TRANSLATE}"]
    try:
        fresh = [*_outdated(root, ts_file)]
    except ToolError as error:
        return [str(error)]
    entries = ET.parse(ts_file).getroot()
    return [*fresh, *unfinished(entries), *different_placeholders(entries), *_unreachable(root, entries)]


def unfinished(entries: ET.Element) -> Iterator[str]:
    """Entries of a translation file that nobody has translated."""
    for context, message in messages(entries):
        translation = message.find("translation")
        words = "" if translation is None else "".join(translation.itertext()).strip()
        if translation is None or translation.get("type") is not None or not words:
            yield f"{TS_FILE.name}: not translated: {context}: {message.findtext('source', '')!r}"


def different_placeholders(entries: ET.Element) -> Iterator[str]:
    """Entries of a translation file whose translation has other placeholders than the source."""
    for context, message in messages(entries):
        source, translation = message.findtext("source", ""), message.find("translation")
        if translation is None or translation.get("type") is not None or message.get("numerus") == "yes":
            continue
        if placeholders(source) != placeholders("".join(translation.itertext())):
            yield f"{TS_FILE.name}: other placeholders than the source: {context}: {source!r}"


def messages(entries: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    """Each message of a translation file with the name of its context."""
    for context in entries.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def placeholders(text: str) -> list[str]:
    """Placeholders of a text in alphabetical order, each as often as it occurs, without its format."""
    found = (match.group(1) for match in PLACEHOLDER.finditer(text) if match.group(1))
    return sorted(re.sub(r"[:!].*\}$", "}", placeholder) for placeholder in found)


def check_texts(folder: Path) -> list[str]:
    """What differs between the German and the English file of texts: keys and placeholders."""
    files = [folder / "de.toml", folder / "en.toml"]
    absent = [f"{TEXTS.as_posix()}/{file.name} is missing" for file in files if not file.exists()]
    if absent:
        return absent
    try:
        german, english = (tomllib.loads(file.read_text(encoding="utf-8")) for file in files)
    except tomllib.TOMLDecodeError as error:
        return [f"{TEXTS.as_posix()}: {error}"]
    return compare_texts(dict(flatten(german)), dict(flatten(english)))


def compare_texts(german: Mapping[str, str], english: Mapping[str, str]) -> list[str]:
    """Keys that one language lacks, and texts whose placeholders differ."""
    lacking = [f"en.toml lacks {key}" for key in german if key not in english]
    lacking += [f"de.toml lacks {key}" for key in english if key not in german]
    different = [
        f"{key}: de has {placeholders(text)}, en has {placeholders(english[key])}"
        for key, text in german.items()
        if key in english and placeholders(text) != placeholders(english[key])
    ]
    return lacking + different


def flatten(table: object, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Texts of nested tables and lists under dotted keys such as ``report.title`` or ``bands.0``."""
    if isinstance(table, dict):
        inner = table.items()
    elif isinstance(table, list):
        inner = {str(index): value for index, value in enumerate(table)}.items()
    else:
        yield prefix, str(table)
        return
    for key, value in inner:
        yield from flatten(value, f"{prefix}.{key}" if prefix else key)


def _outdated(root: Path, ts_file: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / ts_file.name
        shutil.copyfile(ts_file, copy)
        update(root, copy)
        if copy.read_text(encoding="utf-8") != ts_file.read_text(encoding="utf-8"):
            yield f"{TS_FILE.as_posix()} is not up to date with the sources; {TRANSLATE}"
        release(root, ts_file, copy.with_suffix(".qm"))
        if copy.with_suffix(".qm").read_bytes() != ts_file.with_suffix(".qm").read_bytes():
            yield f"{TS_FILE.with_suffix('.qm').as_posix()} was not made from {ts_file.name}; {TRANSLATE}"


def _unreachable(root: Path, entries: ET.Element) -> Iterator[str]:
    known = {
        tr_calls.Text(context, message.findtext("source", ""), message.findtext("comment", ""))
        for context, message in messages(entries)
    }
    for module in _modules(root):
        texts, faults = tr_calls.read(module.read_text(encoding="utf-8"))
        name = module.relative_to(root).as_posix()
        yield from (f"{name}:{fault.line}: {fault.reason}" for fault in faults)
        for text in sorted(texts - known, key=str):
            yield f"{name}: not in {TS_FILE.name}: {text.context}: {text.source!r}; {TRANSLATE}"


def _modules(root: Path) -> list[Path]:
    roots = [root / source for source in SOURCES]
    return sorted(module for path in roots for module in ([path] if path.is_file() else path.rglob("*.py")))


if __name__ == "__main__":
    sys.exit(main())
