"""The answers of single sheets as tables: long, wide, and what was written beside them. Never public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kommune_desktop.core.answer import State, Value
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.export.tables.material import CountedSheet, ExportMaterial
from kommune_desktop.export.tables.model import Cell, Column, Table
from kommune_desktop.texts import Texts

_SHEET_WIDTH, _GROUP_WIDTH, _ID_WIDTH, _LABEL_WIDTH, _WORDS_WIDTH = 15, 22, 24, 30, 48


def long_table(material: ExportMaterial) -> Table:
    """One row an answer."""
    words = material.words
    columns = (
        Column(words("export.sheet"), _SHEET_WIDTH),
        Column(words("export.group"), _GROUP_WIDTH),
        Column(words("export.number"), 6),
        Column(words("export.id"), _ID_WIDTH),
        Column(words("export.question"), _LABEL_WIDTH),
        Column(words("export.state"), 18),
        Column(words("export.value"), 10),
        Column(words("export.choice"), _LABEL_WIDTH),
        Column(words("export.comment"), _WORDS_WIDTH),
        Column(words("export.evidence"), _WORDS_WIDTH),
    )
    return Table(words("export.answers"), columns, _long_rows(material))


def _long_rows(material: ExportMaterial) -> Iterator[Sequence[Cell]]:
    states = {state: material.words(f"state.{state.value}") for state in State}
    heads = _heads(material)
    told: dict[tuple[str, Value], tuple[Cell, str]] = {}
    for sheet in material.sheets:
        group = material.text(sheet.group.title)
        for question in sheet.questions:
            answer = sheet.answers.get(question.id)
            if answer is None:
                continue
            value: Cell = None
            label = ""
            if answer.value is not None:
                key = (question.id, answer.value)
                if key not in told:
                    told[key] = (value_cell(answer.value), _choice_label(material, question, answer.value))
                value, label = told[key]
            head = heads[question.id]
            yield (sheet.number, group, *head, states[answer.state], value, label, answer.comment, answer.evidence)


def _heads(material: ExportMaterial) -> dict[str, tuple[int, str, str]]:
    """Number, id and label of each question, by id."""
    numbers = material.round.questionnaire.numbers
    return {q.id: (numbers[q.id], q.id, material.text(q.label)) for q in material.round.questions}


def value_cell(value: Value) -> Cell:
    """A given answer: a choice's number, ``1|3`` for several, a number, or words."""
    return "|".join(map(str, sorted(value))) if isinstance(value, frozenset) else value


def _choice_label(material: ExportMaterial, question: Question, value: Value) -> str:
    if isinstance(value, (str, Decimal)):
        return ""
    chosen = value if isinstance(value, frozenset) else {value}
    return " | ".join(material.text(choice.text) for choice in question.choices if choice.value in chosen)


def wide_table(material: ExportMaterial) -> Table:
    """One row a sheet, one column a question, by its id.

    What is not a given answer has a code of its own, see :func:`state_code`; a question without an entry is empty.
    """
    words = material.words
    columns = (
        Column(words("export.sheet"), _SHEET_WIDTH),
        Column(words("export.group"), _GROUP_WIDTH),
        *(Column(question.id, max(len(question.id) + 2, 10)) for question in material.round.questions),
    )
    return Table(words("export.answers_by_sheet"), columns, _wide_rows(material), frozen=2)


def _wide_rows(material: ExportMaterial) -> Iterator[Sequence[Cell]]:
    codes = {state: state_code(material.words, state) for state in State}
    not_asked = not_asked_code(material.words)
    ids = [question.id for question in material.round.questions]
    for sheet in material.sheets:
        cells = (
            _wide_cell(sheet, question_id, codes) if question_id in sheet.shown else not_asked for question_id in ids
        )
        yield (sheet.number, material.text(sheet.group.title), *cells)


def _wide_cell(sheet: CountedSheet, question_id: str, codes: dict[State, str]) -> Cell:
    answer = sheet.answers.get(question_id)
    if answer is None:
        return None
    return codes[answer.state] if answer.value is None else value_cell(answer.value)


def state_code(words: Texts, state: State) -> str:
    """What stands in the wide form where there is no given answer: the state's name in brackets, unlike any value."""
    return f"[{words(f'state.{state.value}')}]"


def not_asked_code(words: Texts) -> str:
    """What stands in the wide form where a sheet was not shown the question."""
    return f"[{words('export.not_asked')}]"


def comments_table(material: ExportMaterial) -> Table:
    """What was written beside the answers: comments, and documents that an office names."""
    words = material.words
    columns = (
        Column(words("export.sheet"), _SHEET_WIDTH),
        Column(words("export.group"), _GROUP_WIDTH),
        Column(words("export.number"), 6),
        Column(words("export.id"), _ID_WIDTH),
        Column(words("export.question"), _LABEL_WIDTH),
        Column(words("export.comment"), 2 * _WORDS_WIDTH, is_wrapped=True),
        Column(words("export.evidence"), _WORDS_WIDTH, is_wrapped=True),
    )
    return Table(words("export.comments"), columns, _comment_rows(material))


def _comment_rows(material: ExportMaterial) -> Iterator[Sequence[Cell]]:
    heads = _heads(material)
    for sheet in material.sheets:
        for question in sheet.questions:
            answer = sheet.answers.get(question.id)
            if answer is not None and (answer.comment or answer.evidence):
                group = material.text(sheet.group.title)
                yield (sheet.number, group, *heads[question.id], answer.comment, answer.evidence)
