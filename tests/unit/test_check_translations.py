"""The translation check sees what is missing, unfinished, different or out of reach."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tools import check_translations, tr_calls
from tools.tr_calls import Text


def entries(translation: str, source: str = "Zurück") -> ET.Element:
    message = f"<message><source>{source}</source>{translation}</message>"
    return ET.fromstring(f"<TS><context><name>Page</name>{message}</context></TS>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{count} von {total:.1f} {name!r}", ["{count}", "{name}", "{total}"]),
        ("%1 und %L2, %n", ["%1", "%L2", "%n"]),
        ("{{kein}} 50 %", []),
        ("{a} {a}", ["{a}", "{a}"]),
    ],
)
def test_placeholders_are_found_without_their_format(text: str, expected: list[str]) -> None:
    assert check_translations.placeholders(text) == expected


def test_texts_with_the_same_keys_and_placeholders_are_fine() -> None:
    german = {"report.title": "Bericht {round}", "bands.0": "am Anfang"}
    english = {"report.title": "Report {round}", "bands.0": "beginning"}
    assert check_translations.compare_texts(german, english) == []


def test_missing_keys_and_different_placeholders_are_named() -> None:
    german = {"a": "{x}", "b": "b"}
    english = {"a": "{y}", "c": "c"}
    assert check_translations.compare_texts(german, english) == [
        "en.toml lacks b",
        "de.toml lacks c",
        "a: de has ['{x}'], en has ['{y}']",
    ]


def test_nested_tables_and_lists_become_dotted_keys() -> None:
    table = {"report": {"title": "T", "lines": ["a", "b"]}, "n": "N"}
    expected = {"report.title": "T", "report.lines.0": "a", "report.lines.1": "b", "n": "N"}
    assert dict(check_translations.flatten(table)) == expected


def test_files_of_texts_that_are_missing_or_no_toml_are_named(tmp_path: Path) -> None:
    assert check_translations.check_texts(tmp_path) == [
        "resources/texts/de.toml is missing",
        "resources/texts/en.toml is missing",
    ]
    for name in ("de.toml", "en.toml"):
        (tmp_path / name).write_text("a = ", encoding="utf-8")
    assert len(check_translations.check_texts(tmp_path)) == 1


@pytest.mark.parametrize("translation", ['<translation type="unfinished">Back</translation>', "<translation/>", ""])
def test_an_entry_that_nobody_has_translated_is_named(translation: str) -> None:
    assert list(check_translations.unfinished(entries(translation))) == [
        "kommune_en.ts: not translated: Page: 'Zurück'"
    ]


def test_a_translated_entry_is_fine() -> None:
    assert list(check_translations.unfinished(entries("<translation>Back</translation>"))) == []


def test_a_translation_that_lost_its_placeholder_is_named() -> None:
    table = entries("<translation>sheets</translation>", source="{count} Bögen")
    assert len(list(check_translations.different_placeholders(table))) == 1


def test_texts_are_read_with_the_class_they_stand_in() -> None:
    code = """
class Page(QWidget):
    def build(self):
        self.tr("eins " "zwei")
        self.tr("Zurück", "Knopf")

class Other:
    title = QCoreApplication.translate("Other", "drei")
    name = "a.b".translate(table)
"""
    texts, faults = tr_calls.read(code)
    assert texts == {Text("Page", "eins zwei"), Text("Page", "Zurück", "Knopf"), Text("Other", "drei")}
    assert faults == []


@pytest.mark.parametrize(
    "call", ['other.tr("a")', 'self.tr(f"{a}")', "self.tr(a)", "self.tr()", 'Q.translate("a", b)', 'self.a.tr("a")']
)
def test_calls_that_can_never_be_translated_are_named(call: str) -> None:
    texts, faults = tr_calls.read(f"class Page:\n    def build(self):\n        {call}\n")
    assert texts == set()
    assert [fault.line for fault in faults] == [3]
