"""What the columns of a table seem to mean: a proposal for the person to look over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.round import Round
from kommune_desktop.intake.answers import mapping as mappings
from kommune_desktop.intake.answers.mapping import DEFAULT_PREFIX, Coding, ColumnUse, Role
from kommune_desktop.intake.answers.meaning import ChoiceNames, not_asked, plain, usual_states
from kommune_desktop.intake.answers.names import Meant, QuestionNames, choice_of
from kommune_desktop.intake.answers.sheets import groups_by_name

_SHEET_NAMES = (
    "bogen",
    "bogennummer",
    "nummer des bogens",
    "nr. des bogens",
    "nr",
    "nr.",
    "nummer",
    "sheet",
    "sheet number",
    "id",
    "antwort id",
    "antwort-id",
    "response id",
    "_id",
)
"""How the number of a sheet may be called, the most telling first."""
_GROUP_NAMES = {"group", "gruppe", "akteursgruppe", "stakeholder group", "actor group"}
_FIRST_CODE = re.compile(r"[a-z]{0,3}0*(\d{1,4})(?:\.0+)?")


@dataclass(frozen=True)
class Proposal:
    """What a table seems to mean.

    Attributes:
        confidence: 0 to 1, for each column that says something of a question.
        is_coding_sure: Whether the data tell how numbers name choices; else it is a guess, for the person to look at.
    """

    mapping: mappings.Mapping
    confidence: Mapping[str, float]
    is_coding_sure: bool


def propose(columns: Sequence[str], rows: Sequence[Sequence[str]], round_: Round) -> Proposal:
    """What the columns of a table with these rows seem to mean.

    Args:
        columns: The names of the columns, each once.
        rows: Some rows of the table; the more, the surer the guess how numbers name choices.
    """
    texts = {
        column: Counter(plain(row[place]) for row in rows if place < len(row) and row[place].strip())
        for place, column in enumerate(columns)
    }
    meant = _meant(columns, round_)
    uses = _uses(meant)
    group_column = _group_column([column for column in columns if column not in uses], texts, round_)
    left = [column for column in columns if column not in uses and column != group_column]
    sheet_column = _sheet_column(left, texts, len(rows))
    codings, is_sure = _codings(uses, texts, round_)
    only_group = round_.groups[0].id if len(round_.groups) == 1 and group_column is None else None
    mapping = mappings.Mapping(
        questionnaire=round_.questionnaire.id,
        version=round_.questionnaire.version,
        uses=tuple(_coded(use, codings) for use in uses.values()),
        sheet_column=sheet_column,
        prefix=DEFAULT_PREFIX if sheet_column is None else "",
        group_column=group_column,
        group=only_group,
        states=dict(usual_states()),
    )
    return Proposal(mapping, {column: meant[column].confidence for column in uses}, is_sure)


def _meant(columns: Iterable[str], round_: Round) -> dict[str, Meant]:
    names = QuestionNames(round_.questionnaire)
    found = {column: names.meant(column) for column in columns}
    return {column: meant for column, meant in found.items() if meant is not None}


def _uses(meant: Mapping[str, Meant]) -> dict[str, ColumnUse]:
    """A use for each column, the surer one where two claim the same; an answer in one column needs no others."""
    uses: dict[str, ColumnUse] = {}
    taken: set[tuple[str, Role, int | None]] = set()
    answered: set[str] = set()
    order = {Role.ANSWER: 0, Role.CHOICE: 1, Role.COMMENT: 2}
    for column, one in sorted(meant.items(), key=lambda item: (order[item[1].role], -item[1].confidence)):
        question, choice = one.question, None
        if one.role is Role.CHOICE:
            parts = {
                other: also.part
                for other, also in meant.items()
                if also.role is Role.CHOICE and also.question is question
            }
            choice = choice_of(question, one.part, parts)
            if choice is None or question.kind is not Kind.MULTI or question.id in answered:
                continue
        key = (question.id, one.role, choice)
        if key in taken:
            continue
        taken.add(key)
        if one.role is Role.ANSWER:
            answered.add(question.id)
        uses[column] = ColumnUse(column, question.id, one.role, choice)
    return {column: uses[column] for column in meant if column in uses}


def _group_column(columns: Sequence[str], texts: Mapping[str, Counter[str]], round_: Round) -> str | None:
    """The column that names the groups: all its cells do, or it is called so."""
    names = {plain(name) for name in groups_by_name(round_)}
    called = [column for column in columns if plain(column).strip("_") in _GROUP_NAMES]
    filled = [column for column in [*called, *columns] if texts[column] and set(texts[column]) <= names]
    return next(iter([*filled, *called]), None)


def _sheet_column(columns: Sequence[str], texts: Mapping[str, Counter[str]], rows: int) -> str | None:
    """The column with a number of its own for each row, by its name."""
    by_name = {plain(column): column for column in columns}
    for name in _SHEET_NAMES:
        column = by_name.get(name)
        if column is not None and len(texts[column]) == rows:
            return column
    return None


def _codings(
    uses: Mapping[str, ColumnUse], texts: Mapping[str, Counter[str]], round_: Round
) -> tuple[dict[str, Coding], bool]:
    """How each column names its choices, and whether the data leave no doubt."""
    codings: dict[str, Coding] = {}
    open_columns: dict[str, Question] = {}
    votes: Counter[Coding] = Counter()
    for column, use in uses.items():
        question = round_.questionnaire.question(use.question)
        if use.role is not Role.ANSWER or not question.choices:
            continue
        coding = _coding(question, texts[column])
        if coding is None:
            open_columns[column] = question
            continue
        codings[column] = coding
        if coding is not Coding.LABEL and not _is_same(question):
            votes[coding] += 1
    usual = Coding.PLACE if votes[Coding.PLACE] > votes[Coding.VALUE] else Coding.VALUE
    # What nobody has answered yet is written as the rest.
    unseen = Coding.LABEL if not votes and Coding.LABEL in codings.values() else usual
    doubtful = [column for column, question in open_columns.items() if not _is_same(question) and texts[column]]
    codings |= {column: usual if texts[column] else unseen for column in open_columns}
    is_sure = min(votes[Coding.PLACE], votes[Coding.VALUE]) == 0 and (bool(votes) or not doubtful)
    return codings, is_sure


def _is_same(question: Question) -> bool:
    """Whether the values of the choices are their places."""
    return [choice.value for choice in question.choices] == list(range(1, len(question.choices) + 1))


def _coding(question: Question, texts: Counter[str]) -> Coding | None:
    """How a column names its choices; ``None`` where its cells fit values and places alike, or nothing at all."""
    known = {coding: ChoiceNames(question.choices, coding) for coding in Coding}
    cells = [text for text in texts if text not in not_asked() and text.strip("[]") not in usual_states()]
    if any(known[Coding.LABEL].get(text) is not None for text in cells):
        return Coding.LABEL
    parts = {part for text in cells for part in re.split(r"[|;,\s]+", text) if _FIRST_CODE.fullmatch(part)}
    if not parts:
        is_words = question.kind is Kind.MULTI and bool(cells)
        return Coding.LABEL if is_words else None
    fits = {coding: all(known[coding].get(part) is not None for part in parts) for coding in _NUMBERS}
    if fits[Coding.VALUE] == fits[Coding.PLACE]:
        return None
    return Coding.VALUE if fits[Coding.VALUE] else Coding.PLACE


_NUMBERS = (Coding.VALUE, Coding.PLACE)


def _coded(use: ColumnUse, codings: Mapping[str, Coding]) -> ColumnUse:
    coding = codings.get(use.column, Coding.VALUE)
    return use if coding is use.coding else ColumnUse(use.column, use.question, use.role, use.choice, coding)
