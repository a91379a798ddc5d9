"""Questionnaire, answers and results of a round in one JSON document, for other programs. Never public.

Documented by ``resources/schemas/export.schema.json``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kommune_desktop.core.answer import Value
from kommune_desktop.core.questionnaire import Area, Condition, NumberRange, Question, Questionnaire, Text
from kommune_desktop.export.results_json import results_document
from kommune_desktop.export.tables.material import CountedSheet, ExportMaterial

FORMAT = "kommune-export"
VERSION = 1


def export_document(material: ExportMaterial) -> dict[str, Any]:
    """The document. Of a sheet it has the answers that count: those to questions that it was shown."""
    questionnaire = material.round.questionnaire
    asked = {question.id for question in material.round.questions}
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported": material.day.isoformat(),
        "questionnaire": {
            "id": questionnaire.id,
            "version": questionnaire.version,
            "title": _text(questionnaire.title),
            "areas": [area for area in (_area(questionnaire, area, asked) for area in questionnaire.areas) if area],
        },
        "sheets": [_sheet(sheet) for sheet in material.sheets],
        "results": results_document(material.municipality, material.results, material.trend),
    }


def _text(text: Text) -> dict[str, str]:
    return dict(text.by_language)


def _area(questionnaire: Questionnaire, area: Area, asked: set[str]) -> dict[str, Any] | None:
    """An area with what the round asks of it; ``None`` where that is nothing."""
    topics = [
        {"id": topic.id, "title": _text(topic.title), "questions": questions}
        for topic in area.topics
        if (questions := [_question(questionnaire, question) for question in topic.questions if question.id in asked])
    ]
    return {"id": area.id, "title": _text(area.title), "topics": topics} if topics else None


def _question(questionnaire: Questionnaire, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "number": questionnaire.numbers[question.id],
        "kind": question.kind.value,
        "label": _text(question.label),
        "text": _text(question.text),
        "choices": [{"value": choice.value, "text": _text(choice.text)} for choice in question.choices],
        "range": _range(question.number) if question.number else None,
        "groups": list(question.audience),
        "condition": _condition(question.relevant_if) if question.relevant_if else None,
    }


def _range(allowed: NumberRange) -> dict[str, Any]:
    return {
        "lowest": float(allowed.lowest),
        "highest": float(allowed.highest),
        "decimals": allowed.decimals,
        "unit": _text(allowed.unit) if allowed.unit else None,
    }


def _condition(condition: Condition) -> dict[str, Any]:
    return {
        "question": condition.question,
        "at_least": condition.at_least,
        "any_of": sorted(condition.any_of) if condition.at_least is None else None,
    }


def _sheet(sheet: CountedSheet) -> dict[str, Any]:
    answers = []
    for question in sheet.questions:
        answer = sheet.answers.get(question.id)
        if answer is not None:
            answers.append(
                {
                    "question": question.id,
                    "state": answer.state.value,
                    "value": _value(answer.value),
                    "comment": answer.comment,
                    "evidence": answer.evidence,
                }
            )
    return {"number": sheet.number, "group": sheet.group.id, "answers": answers}


def _value(value: Value | None) -> int | float | str | list[int] | None:
    if isinstance(value, frozenset):
        return sorted(value)
    return float(value) if isinstance(value, Decimal) else value
