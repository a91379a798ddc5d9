"""Every fault of a questionnaire file is named with its line, its column and what it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from kommune_desktop.errors import UserError
from kommune_desktop.intake.questionnaire import read_questionnaire
from kommune_desktop.texts import texts
from tests.unit.intake.questionnaire_files import GOOD, broken, findings, places, refusal

Change = tuple[str, str]
CHOICES = GOOD[GOOD.index("            choices:\n") : GOOD.index("            label: {de: Eins")]
SCALE = GOOD[GOOD.index("  three:\n") : GOOD.index("bands:")]
THRESHOLD = "{question: ms.grad, at_least: 1}"
SELECTION = "{question: ms.grad, any_of: [0, 2]}"
HIGH = "  - {id: high, title: {de: oben, en: high}}"
CORE_TOO = ('            text: {de: "Warum', '            core: true\n            text: {de: "Warum')

SHAPE: dict[str, tuple[str, Change]] = {
    "an unknown key": ("unknown_key", ("core: true", "§kern: true")),
    "an unknown key at the top": ("unknown_key", ("languages: [de, en]", "languages: [de, en]\n§colour: red")),
    "a number as a key": ("unknown_key", ("core: true", "core: true\n            §7: true")),
    "nothing as a key": ("unknown_key", ("core: true", "core: true\n            §~: true")),
    "a missing key": ("key_missing", ("- id: ms.warum\n            kind", "- §kind")),
    "a missing key at the top": ("key_missing", ("id: klein\n", "§")),
    "a scale question without a scale": ("key_missing", ("- id: ms.grad\n            kind: scale\n            scale: three", "- §id: ms.grad\n            kind: scale")),  # noqa: E501
    "a single question without choices": ("key_missing", (f"- id: ms.eins\n            kind: single\n{CHOICES}", "- §id: ms.eins\n            kind: single\n")),  # noqa: E501
    "a scale without choices": ("too_few", (SCALE, "  three: §[]\n")),
    "an audience of nobody": ("too_few", ("[council]", "§[]")),
    "a text in an unknown language": ("not_allowed", ("{de: Thema, en: Topic}", "§{de: Thema, en: Topic, fr: Sujet}")),
    "an unknown language": ("not_allowed", ("languages: [de, en]", "languages: [de, §fr]")),
    "an unknown kind": ("not_allowed", ("kind: number", "kind: §zahl")),
    "a label that is too long": ("too_long", ("de: Zahl", f"de: §{'x' * 33}")),
    "yes in the place of a text": ("wrong_type", ('en: "Why?"', "en: §yes")),
    "a text in the place of a number": ("wrong_type", ("max: 100", 'max: §"100"')),
    "a version that is a number": ("wrong_type", ('"1.0"', "§1.0")),
    "a list in the place of a mapping": ("wrong_type", ("{de: Klein, en: Small}", "§[Klein, Small]")),
    "nothing in the place of a text": ("wrong_type", ("{de: Klein, en: Small}", "{de: Klein, en: §~}")),
    "a date": ("wrong_type", ('"1.0"', "§2026-01-01")),
    "an id with a blank": ("wrong_value", ("id: klein", "id: §sehr klein")),
    "an empty text": ("wrong_value", ('de: "Warum?"', 'de: §""')),
    "a weight of nothing": ("wrong_value", ("core: true", "weight: §0")),
}  # fmt: skip
RULES: dict[str, tuple[str, list[Change]]] = {
    "a missing language": ("language_missing", [("title: {de: Bereich, en: Area}", "title: §{de: Bereich}")]),
    "a missing language of a choice": ("language_missing", [("{de: teilweise, en: partly}", "§{en: partly}")]),
    "a missing language of an advice": ("language_missing", [("{de: Mehr tun., en: Do more.}", "§{de: Mehr tun.}")]),
    "a scale in gaps": ("scale_values", [("three:\n    -", "three:\n    §-"), ("value: 2", "value: 3"), (", 2]", "]")]),
    "a scale in disorder": ("scale_values", [("value: 2", "value: 0"), ("three:\n    - {value: 0", "three:\n    §- {value: 2")]),  # noqa: E501
    "bands that do not ascend": ("bands", [("  - {id: low", "  §- {id: low"), (HIGH, f"  - {{id: mid, title: {{de: m, en: m}}, below: 50}}\n{HIGH}")]),  # noqa: E501
    "bands that end before 100": ("bands", [("  - {id: low", "  §- {id: low"), ("en: high}", "en: high}, below: 90")]),
    "an advice for no band": ("unknown_band", [("low: {de: Mehr", "§middle: {de: Mehr")]),
    "a question id twice": ("id_twice", [("- id: ms.zahl", "- id: §ms.grad")]),
    "a label twice": ("label_twice", [("de: Warum, en", "de: §Grad, en")]),
    "an unknown scale": ("unknown_scale", [("scale: three", "scale: §five"), (THRESHOLD, SELECTION.replace("2", "1"))]),
    "choices of the same value": ("choice_twice", [("choices:\n              - {", "choices:\n              §- {"), ("value: 1, text: {de: B", "value: 0, text: {de: B")]),  # noqa: E501
    "a key of another kind": ("key_of_other_kind", [("kind: text", "kind: text\n            §unit: {de: m, en: m}")]),
    "a minimum above the maximum": ("min_above_max", [("min: 0", "min: §101")]),
    "a condition on a later question": ("condition_later", [(THRESHOLD, "{question: §ms.eins, at_least: 1}")]),
    "a condition on the question itself": ("condition_later", [(THRESHOLD, "{question: §ms.warum, at_least: 1}")]),
    "a condition on an unknown question": ("condition_unknown", [(THRESHOLD, "{question: §ms.gard, at_least: 1}")]),
    "a condition on a text": ("condition_kind", [(SELECTION, "{question: §ms.warum, any_of: [0]}")]),
    "a condition with an unknown value": ("condition_value", [(SELECTION, "{question: §ms.grad, any_of: [0, 3]}")]),
    "a condition that can never hold": ("condition_value", [(THRESHOLD, "{question: §ms.grad, at_least: 3}")]),
    "a condition with both tests": ("condition_test", [(THRESHOLD, "{question: §ms.grad, at_least: 1, any_of: [2]}")]),
    "a condition without a test": ("condition_test", [(THRESHOLD, "{question: §ms.grad}")]),
    "a short form without the question it needs": ("condition_not_core", [("core: true\n", "core: false\n"), CORE_TOO, (THRESHOLD, "{question: §ms.grad, at_least: 1}")]),  # noqa: E501
    "a condition that some are not asked": ("condition_audience", [(SELECTION, "{question: §ms.eins, any_of: [0]}")]),
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "q.yaml"


def test_the_good_file_is_good(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    questionnaire, document = read_questionnaire(path)
    assert [question.id for question in questionnaire.questions] == ["ms.grad", "ms.warum", "ms.eins", "ms.zahl"]
    assert json.dumps(document) == json.dumps(yaml.safe_load(GOOD))


@pytest.mark.parametrize("name", SHAPE)
def test_a_wrong_shape_is_named_with_its_place(path: Path, name: str) -> None:
    key, change = SHAPE[name]
    text, [place] = places(broken(change))
    assert findings(path, text) == [(key, *place)]


@pytest.mark.parametrize("name", RULES)
def test_a_broken_rule_is_named_with_its_place(path: Path, name: str) -> None:
    key, changes = RULES[name]
    text, [place] = places(broken(*changes))
    assert findings(path, text) == [(key, *place)]


def test_areas_and_topics_have_ids_of_their_own_too(path: Path) -> None:
    area = GOOD[GOOD.index("  - id: ms\n") :]
    second = area.replace("ms.grad", "b.grad").replace("ms.warum", "b.warum").replace("ms.eins", "b.eins")
    second = second.replace("ms.zahl", "b.zahl").replace("label: {de: ", "label: {de: B").replace(", en: ", ", en: B")
    second = second.replace("- id: ms\n", "- id: §ms\n").replace("- id: ms.thema", "- id: §ms.thema")
    text, marks = places(GOOD + second)
    assert findings(path, text) == [("id_twice", *mark) for mark in marks]


def test_a_file_that_is_one_line_is_checked_as_well(path: Path) -> None:
    """JSON is YAML; a program may write it without a line break."""
    document: dict[str, Any] = yaml.safe_load(GOOD)
    questions = document["areas"][0]["topics"][0]["questions"]
    questions[1]["id"] = questions[0]["id"]
    questions[1]["label"]["de"] = questions[0]["label"]["de"]
    assert [(key, line) for key, line, _ in findings(path, json.dumps(document))] == [
        ("id_twice", 1),
        ("label_twice", 1),
    ]


def test_several_faults_at_once_come_in_the_order_of_the_file(path: Path) -> None:
    changes = [RULES[name][1] for name in ("a condition that can never hold", "an advice for no band")]
    more = [("title: {de: Klein, en: Small}", "title: §{en: Small}"), ("min: 0", "min: §101")]
    text, marks = places(broken(*(change for several in changes for change in several), *more))
    keys = ["language_missing", "unknown_band", "condition_value", "min_above_max"]
    assert findings(path, text) == [(key, *mark) for key, mark in zip(keys, marks, strict=True)]


def test_several_faults_of_shape_come_in_the_order_of_the_file(path: Path) -> None:
    text, marks = places(broken(*(SHAPE[name][1] for name in ("an unknown kind", "an unknown key", "an empty text"))))
    keys = ["unknown_key", "wrong_value", "not_allowed"]
    assert findings(path, text) == [(key, *mark) for key, mark in zip(keys, marks, strict=True)]


def test_each_missing_key_is_named_once(path: Path) -> None:
    error = refusal(path, "{}")
    assert [problem.params["name"] for problem in error.problems] == [
        *("id", "version", "title", "languages", "scales", "areas")
    ]


def test_a_question_without_a_kind_lacks_nothing_else(path: Path) -> None:
    error = refusal(path, broken(("            kind: number\n", "")))
    assert [problem.params["name"] for problem in error.problems] == ["kind"]


@pytest.mark.parametrize("number", [".inf", ".nan"])
@pytest.mark.parametrize("key", ["min", "max", "weight"])
def test_a_number_that_is_none_is_a_fault_of_the_file(path: Path, key: str, number: str) -> None:
    change = ("            min: 0\n            max: 100\n", f"            {key}: §{number}\n")
    text, [(line, _)] = places(broken(change))
    assert [found[1] for found in findings(path, text)] == [line]


@pytest.mark.parametrize(
    ("old", "new"), [("min: 0", "decimals: 1.0"), ("value: 1, text: {de: B", "value: 1.0, text: {de: B")]
)
def test_a_whole_number_written_with_a_point_is_refused_or_whole(path: Path, old: str, new: str) -> None:
    path.write_text(broken((old, new)), encoding="utf-8")
    try:
        questionnaire, _ = read_questionnaire(path)
    except UserError:
        return
    number = questionnaire.question("ms.zahl").number
    values = [choice.value for choice in questionnaire.question("ms.eins").choices]
    assert number is not None
    assert {type(value) for value in (number.decimals, *values)} == {int}


def test_every_finding_says_where_and_what_to_do(path: Path) -> None:
    for key, change in SHAPE.values():
        text, [(line, column)] = places(broken(change))
        [problem] = refusal(path, text).problems
        assert problem.key == f"questionnaire.{key}"
        assert texts("de").error(problem).startswith(f"Zeile {line}, Spalte {column}: ")
        assert texts("en").error(problem).startswith(f"Line {line}, column {column}: ")
