"""What the columns of a table in wide form mean: a row each sheet, and the questions side by side."""

from __future__ import annotations

from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kommune_desktop.core.answer import State
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.round import Round
from kommune_desktop.errors import UserError

DEFAULT_PREFIX = "Online-"


class Role(StrEnum):
    """What a column says of its question."""

    ANSWER = "answer"
    CHOICE = "choice"
    COMMENT = "comment"


class Coding(StrEnum):
    """How the cells of a column name a choice.

    ``VALUE``: by its value, from 0 on a scale. ``PLACE``: by its number as printed, from 1. Both may have letters
    before them, as in A1 or AO01. ``LABEL``: by its words.
    """

    VALUE = "value"
    PLACE = "place"
    LABEL = "label"


@dataclass(frozen=True)
class ColumnUse:
    """What one column means.

    Attributes:
        column: Its name, see :func:`kommune_desktop.intake.answers.table.column_names`.
        question: Id of its question.
        choice: For role ``choice``: the value that is chosen where the cell is ticked.
        coding: For an answer by choices.
        meanings: What single texts mean in this column: a choice's value or a state.
    """

    column: str
    question: str
    role: Role = Role.ANSWER
    choice: int | None = None
    coding: Coding = Coding.VALUE
    meanings: Table[str, int | State] = field(default_factory=dict)


@dataclass(frozen=True)
class Mapping:
    """What the columns of a table mean. Columns that are not named are left out.

    Attributes:
        questionnaire, version: What its questions belong to.
        uses: One for each column that says something of a question.
        sheet_column: Holds the number of the sheet; without one the number of the row is taken.
        prefix: Stands before each number.
        group_column: Holds the group, by id, title or one of ``group_texts``.
        group: Id of the group of all rows where no column holds it.
        group_texts: Id of a group by the text that stands for it.
        states: State by the text that stands for it in any column.
        blank_if_empty: Whether an empty cell is a question left empty; else it is one not entered.
        worksheet: Name of the worksheet of a workbook; ``None`` for the first.
    """

    questionnaire: str
    version: str
    uses: tuple[ColumnUse, ...] = ()
    sheet_column: str | None = None
    prefix: str = ""
    group_column: str | None = None
    group: str | None = None
    group_texts: Table[str, str] = field(default_factory=dict)
    states: Table[str, State] = field(default_factory=dict)
    blank_if_empty: bool = True
    worksheet: str | None = None

    def use_of(self, column: str) -> ColumnUse | None:
        """What a column says of a question; ``None`` where it says nothing of any."""
        return next((use for use in self.uses if use.column == column), None)

    def with_use(self, column: str, use: ColumnUse | None) -> Mapping:
        """The mapping with another meaning of a column, or with none; it holds number and group no more."""
        others = tuple(other for other in self.uses if other.column != column)
        return replace(
            self,
            uses=others if use is None else (*others, use),
            sheet_column=None if self.sheet_column == column else self.sheet_column,
            group_column=None if self.group_column == column else self.group_column,
        )

    def unmapped(self, columns: Sequence[str]) -> tuple[str, ...]:
        """The columns that are left out."""
        used = {use.column for use in self.uses} | {self.sheet_column, self.group_column}
        return tuple(column for column in columns if column not in used)


def check_mapping(mapping: Mapping, columns: Sequence[str], round_: Round) -> list[UserError]:
    """What is wrong with a mapping for a table with these columns, whatever its rows say."""
    problems = [
        UserError("import.mapping.column_missing", column=column)
        for column in (*(use.column for use in mapping.uses), mapping.sheet_column, mapping.group_column)
        if column is not None and column not in columns
    ]
    if mapping.questionnaire != round_.questionnaire.id:
        found, expected = mapping.questionnaire, round_.questionnaire.id
        problems.append(UserError("import.mapping.other_questionnaire", found=found, expected=expected))
    if not mapping.uses:
        problems.append(UserError("import.mapping.no_question"))
    if mapping.group_column is None:
        problems += _group_problems(mapping.group, round_)
    else:
        for group in dict.fromkeys(mapping.group_texts.values()):
            problems += _group_problems(group, round_)
    seen: dict[tuple[str, Role, int | None], str] = {}
    answered: dict[str, Role] = {}
    for use in mapping.uses:
        problems += _use_problems(use, round_)
        key = (use.question, use.role, use.choice)
        if key in seen:
            problems.append(UserError("import.mapping.twice", column=use.column, first=seen[key]))
        elif use.role is not Role.COMMENT and answered.setdefault(use.question, use.role) is not use.role:
            problems.append(UserError("import.mapping.both", column=use.column, question=use.question))
        seen.setdefault(key, use.column)
    return problems


def _group_problems(group: str | None, round_: Round) -> list[UserError]:
    ids = [known.id for known in round_.groups]
    if group is None:
        return [UserError("import.mapping.group_open")]
    if group not in ids:
        return [UserError("import.mapping.group_unknown", group=group, known=", ".join(ids))]
    return []


def _use_problems(use: ColumnUse, round_: Round) -> list[UserError]:
    if use.question not in round_.questionnaire:
        return [UserError("import.mapping.question_unknown", column=use.column, question=use.question)]
    question = round_.questionnaire.question(use.question)
    values = [choice.value for choice in question.choices]
    if use.role is Role.CHOICE and (question.kind is not Kind.MULTI or use.choice not in values):
        allowed = ", ".join(map(str, values)) if question.kind is Kind.MULTI else "–"
        return [
            UserError(
                "import.mapping.choice_unknown",
                column=use.column,
                question=use.question,
                choice="–" if use.choice is None else use.choice,
                allowed=allowed,
            )
        ]
    chosen = {meaning for meaning in use.meanings.values() if not isinstance(meaning, State)}
    if chosen - set(values):
        wrong = ", ".join(str(value) for value in sorted(chosen - set(values)))
        return [UserError("import.mapping.meaning", column=use.column, value=wrong)]
    return []
