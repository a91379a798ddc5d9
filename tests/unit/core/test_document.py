"""A questionnaire from its document: every field finds its place, and what is left out has its default."""

from __future__ import annotations

import copy
import json
from fractions import Fraction
from typing import Any

import pytest

from kommune_desktop.core.document import from_document
from kommune_desktop.core.questionnaire import (
    DEFAULT_BANDS,
    Area,
    Band,
    Choice,
    Condition,
    Kind,
    NumberRange,
    Question,
    Questionnaire,
    Scale,
    Text,
    Topic,
)

_SHORT: dict[str, Any] = {
    "id": "short",
    "version": "1.0",
    "title": {"de": "Kurz"},
    "languages": ["de"],
    "scales": {"degree": [{"value": 0, "text": {"de": "nein"}}, {"value": 1, "text": {"de": "ja"}}]},
    "areas": [
        {
            "id": "a",
            "title": {"de": "Feld"},
            "topics": [
                {
                    "id": "t",
                    "title": {"de": "Thema"},
                    "questions": [
                        {
                            "id": "a.degree",
                            "kind": "scale",
                            "scale": "degree",
                            "label": {"de": "Grad"},
                            "text": {"de": "Wie sehr?"},
                        },
                        {"id": "a.count", "kind": "number", "label": {"de": "Zahl"}, "text": {"de": "Wie viele?"}},
                    ],
                }
            ],
        }
    ],
}


def short(**fields: object) -> dict[str, Any]:
    """The shortest document there is, with fields of its first question set."""
    document = copy.deepcopy(_SHORT)
    document["areas"][0]["topics"][0]["questions"][0] |= fields
    return document


def first_question(document: dict[str, Any]) -> Question:
    return from_document(document).questions[0]


def test_a_whole_document_is_read() -> None:
    scale = Scale("degree", (Choice(0, Text({"de": "nein"})), Choice(1, Text({"de": "ja"}))))
    degree = Question(
        "a.degree",
        Kind.SCALE,
        Text({"de": "Grad"}),
        Text({"de": "Wie sehr?"}),
        scale=scale,
        choices=scale.choices,
    )
    count = Question(
        "a.count",
        Kind.NUMBER,
        Text({"de": "Zahl"}),
        Text({"de": "Wie viele?"}),
        number=NumberRange(Fraction(0), Fraction(10**12), 0, None),
    )
    topic = Topic("t", Text({"de": "Thema"}), (degree, count))
    area = Area("a", Text({"de": "Feld"}), (topic,))
    assert from_document(_SHORT) == Questionnaire("short", "1.0", Text({"de": "Kurz"}), ("de",), (area,), DEFAULT_BANDS)


def test_a_document_survives_json() -> None:
    document = short(weight=0.1, audience=["council"], relevant_if={"question": "a.count", "any_of": [1, 2]})
    assert from_document(json.loads(json.dumps(document))) == from_document(document)


def test_reading_does_not_touch_the_document() -> None:
    document = short()
    from_document(document)
    assert document == _SHORT


@pytest.mark.parametrize(
    ("fields", "name", "expected"),
    [
        ({"help": {"de": "Belege"}}, "help", Text({"de": "Belege"})),
        ({"weight": 2}, "weight", Fraction(2)),
        ({"weight": 0.1}, "weight", Fraction(1, 10)),
        ({"core": True}, "core", True),
        ({"evidence": True}, "evidence", True),
        ({"audience": ["council", "welfare"]}, "audience", ("council", "welfare")),
        ({"replaces": "a.old"}, "replaces", "a.old"),
        ({"relevant_if": {"question": "q", "at_least": 2}}, "relevant_if", Condition("q", 2, frozenset())),
        ({"relevant_if": {"question": "q", "any_of": [1, 3]}}, "relevant_if", Condition("q", None, frozenset({1, 3}))),
    ],
    ids=["help", "weight", "tenth", "core", "evidence", "audience", "replaces", "at_least", "any_of"],
)
def test_a_field_of_a_question_is_read(fields: dict[str, object], name: str, expected: object) -> None:
    assert getattr(first_question(short(**fields)), name) == expected


def test_a_condition_from_the_lowest_value_on_is_not_taken_for_none() -> None:
    condition = first_question(short(relevant_if={"question": "q", "at_least": 0})).relevant_if
    assert condition == Condition("q", 0)


@pytest.mark.parametrize("kind", ["single", "multi"])
def test_a_question_to_choose_from_has_its_own_choices(kind: str) -> None:
    choices = [{"value": 7, "text": {"de": "sieben"}}, {"value": 2, "text": {"de": "zwei"}}]
    found = first_question(short(kind=kind, choices=choices))
    assert found.choices == (Choice(7, Text({"de": "sieben"})), Choice(2, Text({"de": "zwei"})))
    assert (found.kind, found.scale) == (Kind(kind), None)


def test_a_text_question_has_neither_choices_nor_range() -> None:
    found = first_question(short(kind="text"))
    assert (found.kind, found.choices, found.scale, found.number) == (Kind.TEXT, (), None, None)


def test_the_range_of_a_number_is_read_as_it_is_written() -> None:
    found = first_question(short(kind="number", min=0.1, max=99.9, decimals=1, unit={"de": "Prozent"}))
    assert found.number == NumberRange(Fraction(1, 10), Fraction(999, 10), 1, Text({"de": "Prozent"}))


def test_weights_and_suggestions_of_an_area_are_read() -> None:
    document = copy.deepcopy(_SHORT)
    document["areas"][0] |= {"weight": 1.5, "suggestions": {"start": {"de": "Fangen Sie an."}}}
    area = from_document(document).areas[0]
    assert (area.weight, area.suggestions) == (Fraction(3, 2), {"start": Text({"de": "Fangen Sie an."})})


def test_own_bands_take_the_place_of_the_default() -> None:
    bands = [{"id": "low", "title": {"de": "wenig"}, "below": 33.3}, {"id": "high", "title": {"de": "viel"}}]
    found = from_document(_SHORT | {"bands": bands}).bands
    assert found == (Band("low", Text({"de": "wenig"}), Fraction(333, 10)), Band("high", Text({"de": "viel"})))
