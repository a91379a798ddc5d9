"""A questionnaire as a plain document of dictionaries and lists, as it stands in its file and in the store.

The document is the one that ``questionnaire.schema.json`` describes. It has been checked before it comes here.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

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

Document = Mapping[str, Any]
_NO_LIMIT = 10**12


def from_document(document: Document) -> Questionnaire:
    """The questionnaire of a checked document."""
    scales = {
        scale_id: Scale(scale_id, tuple(_choice(choice) for choice in choices))
        for scale_id, choices in document["scales"].items()
    }
    bands = tuple(
        Band(band["id"], Text(band["title"]), _fraction(band["below"]) if "below" in band else None)
        for band in document.get("bands", ())
    )
    return Questionnaire(
        id=document["id"],
        version=document["version"],
        title=Text(document["title"]),
        languages=tuple(document["languages"]),
        areas=tuple(_area(area, scales) for area in document["areas"]),
        bands=bands or DEFAULT_BANDS,
    )


def _area(document: Document, scales: Mapping[str, Scale]) -> Area:
    suggestions = document.get("suggestions")
    return Area(
        id=document["id"],
        title=Text(document["title"]),
        weight=_fraction(document.get("weight", 1)),
        suggestions={band: Text(text) for band, text in suggestions.items()} if suggestions else None,
        topics=tuple(
            Topic(topic["id"], Text(topic["title"]), tuple(_question(q, scales) for q in topic["questions"]))
            for topic in document["topics"]
        ),
    )


def _question(document: Document, scales: Mapping[str, Scale]) -> Question:
    kind = Kind(document["kind"])
    scale = scales[document["scale"]] if kind is Kind.SCALE else None
    return Question(
        id=document["id"],
        kind=kind,
        label=Text(document["label"]),
        text=Text(document["text"]),
        help=Text(document["help"]) if "help" in document else None,
        scale=scale,
        choices=scale.choices if scale else tuple(_choice(choice) for choice in document.get("choices", ())),
        number=_number(document) if kind is Kind.NUMBER else None,
        weight=_fraction(document.get("weight", 1)),
        core=document.get("core", False),
        evidence=document.get("evidence", False),
        audience=tuple(document.get("audience", ())),
        relevant_if=_condition(document["relevant_if"]) if "relevant_if" in document else None,
        replaces=document.get("replaces"),
    )


def _choice(document: Document) -> Choice:
    return Choice(document["value"], Text(document["text"]))


def _number(document: Document) -> NumberRange:
    return NumberRange(
        lowest=_fraction(document.get("min", 0)),
        highest=_fraction(document.get("max", _NO_LIMIT)),
        decimals=document.get("decimals", 0),
        unit=Text(document["unit"]) if "unit" in document else None,
    )


def _condition(document: Document) -> Condition:
    return Condition(document["question"], document.get("at_least"), frozenset(document.get("any_of", ())))


def _fraction(number: float) -> Fraction:
    """The number as it was written: 0.1 means one tenth."""
    return Fraction(str(number))
