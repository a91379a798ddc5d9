"""Files that are no plain YAML are refused with the place of the fault, fast and without eating memory."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from kommune_desktop.errors import UserError
from kommune_desktop.intake.questionnaire import read_questionnaire
from tests.unit.intake.questionnaire_files import GOOD, broken, findings, places, refusal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "q.yaml"


@pytest.mark.parametrize(
    ("marked", "key"),
    [
        ("id:\n§\tklein: 1\n", "broken_yaml"),
        ('id: "klein\nversion: 1\n§', "broken_yaml"),
        ("id: [1, 2\nversion§: 1\n", "broken_yaml"),
        ("id: a\n§--- \nid: b\n", "broken_yaml"),
        ("id: a§: b: c\n", "broken_yaml"),
        ("id: a\nversion: 1\n§id: b\n", "key_twice"),
        ("areas:\n  - {id: a, §id: b}\n", "key_twice"),
        ("? §[a, b]\n: 1\n", "broken_yaml"),
        ("a: &x [1]\nb: §*x\n", "alias"),
        ("a: §!!python/object:os.system ls\n", "broken_yaml"),
        ("a: §2026-99-99\n", "broken_yaml"),
        ("a: §!!int viel\n", "broken_yaml"),
        ("a: §!!bool maybe\n", "broken_yaml"),
        ('a: §!!int ""\n', "broken_yaml"),
        ("a: §!!timestamp gestern\n", "broken_yaml"),
    ],
)
def test_broken_yaml_is_named_with_its_place(path: Path, marked: str, key: str) -> None:
    text, [place] = places(marked)
    assert findings(path, text)[0] == (key, *place)


@pytest.mark.parametrize("text", ["", "\n\n", "# nur ein Kommentar\n", "\ufeff"])
def test_an_empty_file_is_called_empty(path: Path, text: str) -> None:
    assert refusal(path, text).key == "questionnaire.empty"


@pytest.mark.parametrize("text", ["- id: a\n- id: b\n", "Ein Brief.\n", "42\n", "true\n", "---\n"])
def test_a_file_with_something_else_than_a_mapping_at_the_top_is_refused(path: Path, text: str) -> None:
    assert [found[0] for found in findings(path, text)] == ["wrong_type"]


def test_a_file_in_windows_1252_is_named_with_the_first_wrong_sign(path: Path) -> None:
    assert findings(path, "id: a\ntitle: Gemüse\n".encode("cp1252")) == [("not_utf8", 2, 11)]


def test_the_column_of_a_wrong_sign_counts_signs_and_not_bytes(path: Path) -> None:
    assert findings(path, "id: a\ntitle: Mähre, ".encode() + b"\xe4\n") == [("not_utf8", 2, 15)]


def test_a_file_in_utf_16_is_refused(path: Path) -> None:
    assert findings(path, GOOD.encode("utf-16")) == [("not_utf8", 1, 1)]


def test_a_byte_order_mark_is_passed_over(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert read_questionnaire(path)[0].id == "klein"


def test_windows_line_ends_are_read(path: Path) -> None:
    path.write_bytes(GOOD.replace("\n", "\r\n").encode())
    assert read_questionnaire(path)[0].id == "klein"
    broken_too, [place] = places(broken(("scale: three", "scale: §five")).replace("\n", "\r\n"))
    assert ("unknown_scale", *place) in findings(path, broken_too)


@pytest.mark.parametrize("above", ["# einfach\n", "# schöne Übergrößen äöüß\n"])
def test_a_control_character_is_named_with_its_line(path: Path, above: str) -> None:
    [(key, line, _)] = findings(path, above * 20 + "id: a\x07b\n" + "# danach\n" * 100)
    assert (key, line) == ("broken_yaml", 21)


def test_a_missing_file_and_a_folder_are_named(path: Path) -> None:
    for missing in (path, path.parent):
        with pytest.raises(UserError) as caught:
            read_questionnaire(missing)
        assert (caught.value.key, caught.value.params["path"]) == ("file.unreadable", missing)


def test_an_alias_bomb_is_refused_at_its_first_alias(path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert findings(path, "\n".join(lines)) == [("alias", 2, 10)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused(path: Path, opening: str) -> None:
    [(key, line, column)] = findings(path, opening * 200_000)
    assert (key, line, column) == ("too_deep", 1, 20 * len(opening) + 1)


def test_a_file_of_50_megabytes_is_refused_at_once_without_reading_it(path: Path) -> None:
    path.write_bytes(b"a: b\n" * 10_000_000)
    tracemalloc.start()
    started = time.process_time()
    with pytest.raises(UserError) as caught:
        read_questionnaire(path)
    taken = time.process_time() - started
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (caught.value.key, caught.value.params) == ("questionnaire.too_large", {"megabytes": 2})
    assert taken < 1
    assert peak < 10_000_000
