"""The answers as statistics programs want them: one row a sheet, numbers alone where there can be, codes for the rest.

A question is one variable, one with several choices is one of yes and no for each of them, one with words has a second
variable that tells its state. The codes of what is not given lie below everything that a variable can hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from math import floor

from kommune_desktop.core.answer import State, Value
from kommune_desktop.core.questionnaire import Choice, Kind, Question
from kommune_desktop.export.tables.material import CountedSheet, ExportMaterial
from kommune_desktop.export.tables.model import Cell, Column, Table, in_xml

MISSING = (*(state for state in State if state is not State.GIVEN), None)
"""What a missing value can mean, in the order of the codes; ``None``: the sheet was not shown the question."""
CHOSEN, NOT_CHOSEN = 1, 0
GIVEN = 0
_FIRST_CODE = 91
_RESERVED = {"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"}
"""Words that can't be names in SPSS."""


@dataclass(frozen=True)
class Category:
    """A value of a variable and what it means.

    Attributes:
        state: For a missing value, what it stands for; ``None`` where the question was not shown.
    """

    value: int
    label: str
    is_missing: bool = False
    state: State | None = None


@dataclass(frozen=True)
class Variable:
    """A column of the data.

    Attributes:
        question: The one it comes from; ``None`` for the sheet's own number and group.
        choice: The one of several that it tells of.
        is_text: Whether it holds words.
        is_ordered: Whether its values rank.
        decimals: Of a number.
        read: Its cell on a sheet.
    """

    name: str
    label: str
    read: Callable[[CountedSheet], Cell]
    question: Question | None = None
    choice: Choice | None = None
    categories: tuple[Category, ...] = ()
    is_text: bool = False
    is_ordered: bool = False
    decimals: int = 0

    @property
    def missing(self) -> list[Category]:
        """The categories that stand for no answer."""
        return [category for category in self.categories if category.is_missing]


def variables(material: ExportMaterial) -> tuple[Variable, ...]:
    """The columns of the data, in the order of the questionnaire."""
    names = _Names(question.id for question in material.round.questions)
    words = material.words
    places = {group.id: place for place, group in enumerate(material.round.groups, start=1)}
    groups = tuple(Category(places[group.id], material.text(group.title)) for group in material.round.groups)
    made = [
        Variable(names.new("s_number"), words("export.sheet"), lambda sheet: sheet.number, is_text=True),
        Variable(names.new("s_group"), words("export.group"), lambda sheet: places[sheet.group.id], categories=groups),
    ]
    for question in material.round.questions:
        made += _of_question(material, question, names)
    return tuple(made)


def data_table(material: ExportMaterial, columns: Sequence[Variable]) -> Table:
    """The data, one row a sheet."""
    return Table(
        material.words("export.answers_by_sheet"),
        tuple(Column(variable.name) for variable in columns),
        _rows(material, columns),
    )


def _rows(material: ExportMaterial, columns: Sequence[Variable]) -> Iterator[Sequence[Cell]]:
    for sheet in material.sheets:
        yield [variable.read(sheet) for variable in columns]


class _Names:
    """Names of variables, each once; the id of a question is the name of its first variable, as far as SPSS allows."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._taken = set(ids) | _RESERVED

    def of(self, question: Question) -> str:
        """The name of a question's own variable."""
        return self.new(f"{question.id}_q") if question.id in _RESERVED else question.id

    def new(self, name: str) -> str:
        """A name that no other variable has."""
        while name in self._taken:
            name += "_x"
        self._taken.add(name)
        return name


def _of_question(material: ExportMaterial, question: Question, names: _Names) -> list[Variable]:
    missing = _missing(material, question)
    codes = {category.state: category.value for category in missing}
    label = material.text(question.label)
    name = names.of(question)
    if question.kind is Kind.MULTI:
        yes_no = (Category(NOT_CHOSEN, material.words("export.no")), Category(CHOSEN, material.words("export.yes")))
        return [
            Variable(
                names.new(f"{name}_{place}"),
                f"{label}: {material.text(choice.text)}",
                partial(_coded, question.id, codes, partial(_is_chosen, choice.value)),
                question,
                choice,
                (*yes_no, *missing),
            )
            for place, choice in enumerate(question.choices, start=1)
        ]
    if question.kind is Kind.TEXT:
        given = Category(GIVEN, material.words("state.given"), state=State.GIVEN)
        state_label = f"{label}: {material.words('export.state')}"
        read_state = partial(_coded, question.id, codes, _is_given)
        return [
            Variable(name, label, partial(_words, question.id), question, is_text=True),
            Variable(names.new(f"{name}_s"), state_label, read_state, question, categories=(given, *missing)),
        ]
    return [
        Variable(
            name,
            label,
            partial(_coded, question.id, codes, _number),
            question,
            categories=(*(Category(choice.value, material.text(choice.text)) for choice in question.choices), *missing),
            is_ordered=question.kind is Kind.SCALE,
            decimals=question.number.decimals if question.number else 0,
        )
    ]


def _missing(material: ExportMaterial, question: Question) -> list[Category]:
    """The codes of what is not given: -91, -92 …, with nines in front until they lie below all that can be given."""
    lowest = min([0, *(choice.value for choice in question.choices)])
    if question.number is not None:
        lowest = min(lowest, floor(question.number.lowest))
    first, step = _FIRST_CODE, 100
    while -first >= lowest:
        first += 9 * step
        step *= 10
    labels = [material.words(f"state.{state.value}" if state else "export.not_asked") for state in MISSING]
    return [
        Category(-first - place, label, is_missing=True, state=state)
        for place, (state, label) in enumerate(zip(MISSING, labels, strict=True))
    ]


_Codes = dict[State | None, int]


def _coded(question_id: str, codes: _Codes, given: Callable[[Value], Cell], sheet: CountedSheet) -> Cell:
    """What ``given`` makes of a given answer; else the code of what is there instead, and nothing without an entry."""
    if question_id not in sheet.shown:
        return codes[None]
    answer = sheet.answers.get(question_id)
    if answer is None:
        return None
    return codes[answer.state] if answer.value is None else given(answer.value)


def _number(value: Value) -> Cell:
    return value if isinstance(value, (int, Decimal)) else None


def _is_chosen(choice: int, value: Value) -> Cell:
    return CHOSEN if isinstance(value, frozenset) and choice in value else NOT_CHOSEN


def _is_given(_: Value) -> Cell:
    return GIVEN


def _words(question_id: str, sheet: CountedSheet) -> Cell:
    answer = sheet.answers.get(question_id)
    given = answer.value if question_id in sheet.shown and answer is not None else None
    return in_xml(given) if isinstance(given, str) else None
