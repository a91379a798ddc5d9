"""Rules of a questionnaire that a schema can't say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kommune_desktop.core.questionnaire import DEFAULT_BANDS
from kommune_desktop.errors import UserError
from kommune_desktop.intake.questionnaire.source import Place, Source, problem


def check_rules(source: Source) -> list[UserError]:
    """All findings in a document whose shape is right."""
    return [
        *_languages(source),
        *_scales(source),
        *_bands(source),
        *_ids(source),
        *_suggestions(source),
        *_questions(source),
    ]


def _questions_with_places(source: Source) -> Iterator[tuple[Place, dict[str, Any]]]:
    for a, area in enumerate(source.data["areas"]):
        for t, topic in enumerate(area["topics"]):
            for q, question in enumerate(topic["questions"]):
                yield ("areas", a, "topics", t, "questions", q), question


_TEXT_KEYS = {"title", "label", "text", "help", "unit"}


def _languages(source: Source) -> Iterator[UserError]:
    """Every text is there in every language of the questionnaire."""
    for place in source.values:
        if not place or (place[-1] not in _TEXT_KEYS and "suggestions" not in place[:-1]):
            continue
        text = _at(source.data, place)
        if isinstance(text, dict):
            for language in source.data["languages"]:
                if language not in text:
                    yield problem("language_missing", source.mark(place), name=place[-1], language=language)


def _at(data: Any, place: Place) -> Any:  # noqa: ANN401 - a document holds anything
    for step in place:
        data = data[step]
    return data


def _scales(source: Source) -> Iterator[UserError]:
    for scale_id, choices in source.data["scales"].items():
        place: Place = ("scales", scale_id)
        if [choice["value"] for choice in choices] != list(range(len(choices))):
            yield problem("scale_values", source.mark(place), name=scale_id, highest=len(choices) - 1)


def _bands(source: Source) -> Iterator[UserError]:
    bands = source.data.get("bands", [])
    limits = [band.get("below") for band in bands]
    if bands and (limits[-1] is not None or None in limits[:-1] or limits[:-1] != sorted(set(limits[:-1]))):
        yield problem("bands", source.mark(("bands",)))


def _ids(source: Source) -> Iterator[UserError]:
    """Ids are unique, each among its kind; labels too, because tables and sentences name questions by them."""
    seen: dict[tuple[str, str], int] = {}
    for kind, place, value in _names(source):
        mark = source.mark(place)
        first = seen.get((kind, value))
        if first is None:
            seen[kind, value] = mark.line
        elif kind == "label":
            yield problem("label_twice", mark, name=value, first=first)
        else:
            yield problem("id_twice", mark, name=value, first=first)


def _names(source: Source) -> Iterator[tuple[str, Place, str]]:
    for a, area in enumerate(source.data["areas"]):
        yield "area", ("areas", a, "id"), area["id"]
        for t, topic in enumerate(area["topics"]):
            yield "topic", ("areas", a, "topics", t, "id"), topic["id"]
    for place, question in _questions_with_places(source):
        yield "question", (*place, "id"), question["id"]
        for language, label in question["label"].items():
            yield "label", (*place, "label", language), f"{label} ({language})"


def _suggestions(source: Source) -> Iterator[UserError]:
    bands = [band["id"] for band in source.data.get("bands", [])] or [band.id for band in DEFAULT_BANDS]
    for a, area in enumerate(source.data["areas"]):
        for band in area.get("suggestions", {}):
            if band not in bands:
                mark = source.keys[("areas", a, "suggestions", band)]
                yield problem("unknown_band", mark, name=band, allowed=", ".join(bands))


def _questions(source: Source) -> Iterator[UserError]:
    order = [question["id"] for _, question in _questions_with_places(source)]
    earlier: dict[str, dict[str, Any]] = {}
    for place, question in _questions_with_places(source):
        yield from _answer_keys(source, place, question)
        if "relevant_if" in question:
            yield from _condition(source, place, question, earlier, order)
        earlier.setdefault(question["id"], question)


_KEYS_OF_KIND = {
    "scale": {"scale"},
    "single": {"choices"},
    "multi": {"choices"},
    "number": {"min", "max", "decimals", "unit"},
    "text": set[str](),
}


def _answer_keys(source: Source, place: Place, question: dict[str, Any]) -> Iterator[UserError]:
    kind = question["kind"]
    foreign = set().union(*_KEYS_OF_KIND.values()) - _KEYS_OF_KIND[kind]
    for key in foreign & question.keys():
        yield problem("key_of_other_kind", source.keys[(*place, key)], name=key, kind=kind)
    if kind == "scale" and question["scale"] not in source.data["scales"]:
        known = ", ".join(source.data["scales"])
        yield problem("unknown_scale", source.mark((*place, "scale")), name=question["scale"], allowed=known)
    values = [choice["value"] for choice in question.get("choices", [])]
    if len(set(values)) != len(values):
        yield problem("choice_twice", source.mark((*place, "choices")), name=question["id"])
    if question.get("min", 0) > question.get("max", float("inf")):
        yield problem("min_above_max", source.mark((*place, "min")), name=question["id"])


def _condition(
    source: Source, place: Place, question: dict[str, Any], earlier: dict[str, dict[str, Any]], order: list[str]
) -> Iterator[UserError]:
    condition, named = question["relevant_if"], question["relevant_if"]["question"]
    mark = source.mark((*place, "relevant_if", "question"))
    other = earlier.get(named)
    if other is None:
        yield problem("condition_later" if named in order else "condition_unknown", mark, name=named)
        return
    if other["kind"] not in ("scale", "single"):
        yield problem("condition_kind", mark, name=named)
        return
    if ("at_least" in condition) == ("any_of" in condition):
        yield problem("condition_test", mark)
        return
    choices = source.data["scales"].get(other.get("scale"), []) if other["kind"] == "scale" else other["choices"]
    values = {choice["value"] for choice in choices}
    if values and not {condition.get("at_least", min(values)), *condition.get("any_of", [])} <= values:
        yield problem("condition_value", mark, name=named, allowed=", ".join(map(str, sorted(values))))
    if question.get("core") and not other.get("core"):
        yield problem("condition_not_core", mark, name=named)
    asked, needed = set(question.get("audience", [])), set(other.get("audience", []))
    if needed and (not asked or not asked <= needed):
        yield problem("condition_audience", mark, name=named)
