"""Everything about a round as JSON, as its schema says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from kommune_desktop import paths
from kommune_desktop.core.questionnaire import Condition
from kommune_desktop.export.answers_json import export_document
from kommune_desktop.export.results_json import results_document
from tests.builders import question, round_of
from tests.unit.export.tables.material import COUNCIL, FULL, OFFICE, OTHER, material_of, round_with
from tests.unit.export.test_results_json import objects


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((paths.resources() / "schemas" / name).read_text(encoding="utf-8"))
    return found


SCHEMA = schema("export.schema.json")
_RESULTS = Resource.from_contents(schema("results.schema.json"))
VALIDATOR = Draft202012Validator(
    SCHEMA,
    registry=Registry().with_resource("results.schema.json", _RESULTS),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)


def faults(document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)]


@pytest.fixture
def document() -> dict[str, Any]:
    return export_document(material_of(round_with(OFFICE, COUNCIL), [("office", FULL), ("council", OTHER)]))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_field_is_required_and_described_in_a_sentence() -> None:
    for part in objects(SCHEMA):
        for name, field in part.get("properties", {}).items():
            assert field.get("description", "").endswith("."), name
            assert name in part["required"]
        assert part["additionalProperties"] is False or "propertyNames" in part


def test_a_round_is_as_the_schema_says(document: dict[str, Any]) -> None:
    assert faults(document) == []
    assert faults(export_document(material_of(round_with(OFFICE), []))) == []
    assert json.loads(json.dumps(document, allow_nan=False)) == document


def test_the_schema_refuses_what_is_not_so(document: dict[str, Any]) -> None:
    answers = document["sheets"][0]["answers"]
    for change in ({"state": "blank"}, {"value": None}, {"state": "maybe"}, {"points": 3}):
        assert faults(document | {"sheets": [{"number": "1", "group": "office", "answers": [answers[0] | change]}]})
    for name in document:
        assert faults({key: value for key, value in document.items() if key != name})
    assert faults(document | {"results": {}})


def test_answers_have_the_types_of_their_questions(document: dict[str, Any]) -> None:
    first, second = document["sheets"]
    assert {answer["question"]: answer["value"] for answer in first["answers"]} == {
        "a.grad": 3,
        "a.eins": 1,
        "a.mehr": [1, 3],
        "a.zahl": 12.5,
        "a.text": "Mehr Treffpunkte.",
    }
    assert first["answers"][0]["comment"] == "Ja."
    assert first["answers"][0]["evidence"] == "Beschluss 1"
    # Its condition does not hold there, so a.mehr was not asked.
    assert [(answer["question"], answer["state"]) for answer in second["answers"]] == [
        ("a.grad", "given"),
        ("a.eins", "dont_know"),
        ("a.zahl", "illegible"),
        ("a.text", "blank"),
    ]


def test_the_codebook_has_what_is_asked() -> None:
    asked = question("b", relevant_if=Condition("a", any_of=frozenset({2, 0})), audience=("office",))
    made = export_document(material_of(round_of(asked, OFFICE), []))
    (shown,) = made["questionnaire"]["areas"][0]["topics"][0]["questions"]
    assert shown["condition"] == {"question": "a", "at_least": None, "any_of": [0, 2]}
    assert shown["groups"] == ["office"]
    assert shown["choices"][4] == {"value": 4, "text": {"de": "Stufe 4", "en": "step 4"}}


def test_the_results_are_those_that_are_published(document: dict[str, Any]) -> None:
    made = material_of(round_with(OFFICE, COUNCIL), [("office", FULL), ("council", OTHER)])
    assert document["results"] == results_document("Lindenau", made.results, None)
