"""Mappings as JSON: what is written is read, and what does not fit the published schema is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from kommune_desktop import paths
from kommune_desktop.core.answer import State
from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers import (
    Coding,
    ColumnUse,
    Mapping,
    Role,
    mapping_from_text,
    mapping_key,
    mapping_text,
    read_mapping,
)
from kommune_desktop.texts import texts
from tests.unit.intake.answer_files import ROUND
from tests.unit.intake.wide_files import MAPPING

SCHEMA: dict[str, Any] = json.loads((paths.resources() / "schemas" / "mapping.schema.json").read_text(encoding="utf-8"))
Document = dict[str, Any]
names = st.text(min_size=1, max_size=12)
states = st.sampled_from([state for state in State if state is not State.GIVEN])
uses = st.builds(
    ColumnUse,
    names,
    names,
    st.sampled_from(Role),
    st.none() | st.integers(-9, 99),
    st.sampled_from(Coding),
    st.dictionaries(names, st.integers(-9, 99) | states, max_size=3),
)
mappings = st.builds(
    Mapping,
    names,
    names,
    st.lists(uses, max_size=4).map(tuple),
    st.none() | names,
    st.text(max_size=40),
    st.none() | names,
    st.none() | names,
    st.dictionaries(names, names, max_size=3),
    st.dictionaries(names, states, max_size=3),
    st.booleans(),
    st.none() | names,
)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@settings(deadline=None)
@for_any(mappings)
def test_what_is_written_is_read_and_fits_the_schema(mapping: Mapping) -> None:
    text = mapping_text(mapping)
    jsonschema.validate(json.loads(text), SCHEMA)
    assert mapping_from_text(text) == mapping


def test_a_mapping_by_hand_may_be_short() -> None:
    text = json.dumps(
        {
            "format": "kommune-mapping",
            "version": 1,
            "questionnaire": {"id": "klein", "version": "1.0"},
            "columns": [{"column": "x", "question": "a.grad"}],
        }
    )
    assert mapping_from_text(text) == Mapping("klein", "1.0", (ColumnUse("x", "a.grad"),))


def broken(change: Callable[[Document], object]) -> str:
    """A mapping with something wrong in it."""
    document: Document = json.loads(mapping_text(MAPPING))
    change(document)
    return json.dumps(document)


FAULTS: dict[str, tuple[str, str]] = {
    "no JSON": ("{", "JSON"),
    "deep": ("[" * 100_000, "JSON"),
    "a list": ("[]", "[] is not of type 'object'"),
    "another format": (broken(lambda one: one.update(format="x")), "format"),
    "a later version": (broken(lambda one: one.update(version=2)), "version"),
    "an unknown role": (broken(lambda one: one["columns"][1].update(role="x")), "columns.1.role"),
    "an unknown state": (broken(lambda one: one["states"].update(x="given")), "states.x"),
    "no question": (broken(lambda one: one["columns"][0].update(question=None)), "columns.0.question"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_does_not_fit_is_named_with_its_place(tmp_path: Path, name: str) -> None:
    text, place = FAULTS[name]
    path = tmp_path / "m.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_mapping(path)
    assert (caught.value.key, caught.value.params["path"]) == ("import.mapping.unusable", path)
    assert place in texts("de").error(caught.value)
    assert place in texts("en").error(caught.value)


def test_a_file_that_is_missing_or_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    with pytest.raises(UserError) as caught:
        read_mapping(path)
    assert caught.value.key == "file.unreadable"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError) as caught:
        read_mapping(path)
    assert caught.value.key == "import.mapping.unusable"


def test_the_order_of_the_columns_does_not_matter_to_what_is_remembered() -> None:
    questionnaire = ROUND.questionnaire
    key = mapping_key(questionnaire, ["a", "b"])
    assert key == mapping_key(questionnaire, ["b", "a"])
    assert key != mapping_key(questionnaire, ["a", "c"])
    assert key.startswith("klein 1.0 ")
