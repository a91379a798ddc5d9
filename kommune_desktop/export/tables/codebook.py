"""What the other tables mean: the questions with their values, the states, the groups and the round itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kommune_desktop.core.answer import State
from kommune_desktop.core.questionnaire import Area, Condition, Question, Topic
from kommune_desktop.export.results_json import figure
from kommune_desktop.export.tables.answers import not_asked_code, state_code
from kommune_desktop.export.tables.material import ExportMaterial
from kommune_desktop.export.tables.model import Cell, Column, Format, Table

_QUESTION_CELLS = 9


def codebook_table(material: ExportMaterial) -> Table:
    """A row for each value of each question, then for each state, group and fact of the round."""
    words = material.words
    columns = (
        Column(words("export.entry"), 12),
        Column(words("export.number"), 6, Format.WHOLE),
        Column(words("export.id"), 24),
        Column(words("export.kind"), 22),
        Column(words("export.area"), 32, is_wrapped=True),
        Column(words("export.topic"), 26, is_wrapped=True),
        Column(words("export.name"), 30, is_wrapped=True),
        Column(words("export.wording"), 70, is_wrapped=True),
        Column(words("export.asked_if"), 26),
        Column(words("export.value"), 18),
        Column(words("export.meaning"), 50, is_wrapped=True),
    )
    return Table(words("export.codebook"), columns, _rows(material))


def _rows(material: ExportMaterial) -> Iterator[Sequence[Cell]]:
    asked = {question.id for question in material.round.questions}
    for area in material.round.questionnaire.areas:
        for topic in area.topics:
            for question in topic.questions:
                if question.id in asked:
                    yield from _question_rows(material, area, topic, question)
    words = material.words
    for state in State:
        if state is not State.GIVEN:
            yield _other(words("export.state"), state.value, state_code(words, state), words(f"state.{state.value}"))
    yield _other(words("export.state"), "not_asked", not_asked_code(words), words("export.not_asked_meaning"))
    for group in material.round.groups:
        sheets = words.count("count.sheets", material.results.sheets[group.id])
        yield _other(words("export.group"), group.id, material.text(group.title), sheets)
    yield from _facts(material)


def _question_rows(material: ExportMaterial, area: Area, topic: Topic, question: Question) -> Iterator[Sequence[Cell]]:
    head = (
        material.words("export.question"),
        material.round.questionnaire.numbers[question.id],
        question.id,
        material.words(f"export.kind_{question.kind.value}"),
        material.text(area.title),
        material.text(topic.title),
        material.text(question.label),
        material.text(question.text),
        condition_text(question.relevant_if),
    )
    if not question.choices:
        yield (*head, None, _range_text(material, question))
    for choice in question.choices:
        yield (*head, choice.value, material.text(choice.text))


def condition_text(condition: Condition | None) -> str:
    """When a question is shown, in signs: ``ms.leitbild ≥ 2``, ``ms.stelle = 1|2``; empty for always."""
    if condition is None:
        return ""
    if condition.at_least is not None:
        return f"{condition.question} ≥ {condition.at_least}"
    return f"{condition.question} = {'|'.join(map(str, sorted(condition.any_of)))}"


def _range_text(material: ExportMaterial, question: Question) -> str:
    allowed = question.number
    if allowed is None:
        return ""
    words = material.words

    def bound(value: Fraction) -> str:
        return words.number(value, 0 if value.denominator == 1 else allowed.decimals)

    unit = material.text(allowed.unit) if allowed.unit else ""
    return words("export.range", lowest=bound(allowed.lowest), highest=bound(allowed.highest), unit=unit).strip()


def _facts(material: ExportMaterial) -> Iterator[Sequence[Cell]]:
    words, round_ = material.words, material.round
    questionnaire = round_.questionnaire
    name = f"{material.text(questionnaire.title)} {questionnaire.version}"
    facts: tuple[tuple[str, Cell, str], ...] = (
        ("municipality", material.municipality, words("export.fact_municipality")),
        ("round", round_.title, words("export.fact_round")),
        ("created", round_.created.astimezone().date(), words("export.fact_created")),
        ("exported", material.day, words("export.fact_exported")),
        ("questionnaire", name, words("export.fact_questionnaire")),
        ("sheets", material.results.sheet_count, words("export.fact_sheets")),
        ("score", figure(material.results.score), words("export.fact_score")),
        ("min_cell", round_.min_cell, words("export.fact_min_cell", k=round_.min_cell)),
        ("weighting", round_.weighting.value, words(f"weighting.{round_.weighting.value}")),
    )
    for fact_id, value, meaning in facts:
        yield _other(words("export.fact"), fact_id, value, meaning)


def _other(entry: str, entry_id: str, value: Cell, meaning: str) -> Sequence[Cell]:
    return (entry, None, entry_id, *(None for _ in range(_QUESTION_CELLS - 3)), value, meaning)
