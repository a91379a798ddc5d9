"""The answers of sheets: saved one by one as they are given, or many at once."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from operator import itemgetter

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import dialect, insert

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.round import Round
from kommune_desktop.db import schema
from kommune_desktop.db.connection import reading, transaction
from kommune_desktop.db.questionnaires import Questionnaires
from kommune_desktop.db.sheets import IS_COUNTED, Sheets
from kommune_desktop.errors import UserError

_answer, _sheet = schema.answer, schema.sheet
_STATES = {state.value: state for state in State}
SheetAnswers = tuple[str, str, Sequence[tuple[str, Answer]]]
"""Number and group id of a sheet, and its answers by question id."""


_KEY = ("sheet_id", "question_id")
_CONTENT = ("state", "value", "text", "comment", "evidence")
_COLUMNS = (*_KEY, *_CONTENT)


@dataclass(frozen=True)
class _Statements:
    """How one answer is written, where the sheet is still there and what stands there is what it was thought to be."""

    add: sa.Executable
    change: sa.Executable
    remove: sa.Executable


@functools.cache
def _statements(table: sa.Table) -> _Statements:
    def given(name: str) -> sa.BindParameter[object]:
        return sa.bindparam(f"new_{name}", type_=table.c[name].type)

    is_there = sa.exists().where(_sheet.c.id == given("sheet_id"), _sheet.c.deleted_at.is_(None))
    as_thought = sa.and_(
        *(table.c[name] == given(name) for name in _KEY),
        *(
            table.c[name].is_not_distinct_from(sa.bindparam(f"old_{name}", type_=table.c[name].type))
            for name in _CONTENT
        ),
        is_there,
    )
    row = sa.select(*map(given, _COLUMNS)).where(is_there)
    new = {name: given(name) for name in _CONTENT} | {"updated_at": sa.text(schema.NOW)}
    return _Statements(
        add=insert(table).from_select(_COLUMNS, row, include_defaults=False).on_conflict_do_nothing(),
        change=sa.update(table).where(as_thought).values(new),
        remove=sa.delete(table).where(as_thought),
    )


_INSERTED = (*_COLUMNS, "updated_at")
_INSERT_MANY = str(
    sa.insert(_answer).values({name: sa.bindparam(name) for name in _INSERTED}).compile(dialect=dialect())
)


class AnswerTable:
    """Answers by sheet and question, in one of the tables that hold such."""

    def __init__(self, connection: sa.Connection, questionnaires: Questionnaires, table: sa.Table) -> None:
        self._connection = connection
        self._questionnaires = questionnaires
        self._table = table

    def of_sheet(self, sheet_id: int, questions: Iterable[Question]) -> dict[str, Answer]:
        """The answers of one sheet by question id."""
        by_row = self._questionnaires.by_row(questions)
        columns = self._table.c
        rows = self._connection.execute(
            sa.select(*(columns[name] for name in _COLUMNS[1:])).where(columns.sheet_id == sheet_id)
        )
        with reading(self._connection):
            return {
                by_row[row_id].id: to_answer(by_row[row_id].kind, *content)
                for row_id, *content in rows
                if row_id in by_row
            }

    def save(self, sheet_id: int, question_id: str, answer: Answer | None, *, before: Answer | None = None) -> None:
        """Put an answer in the place of the one before; on disk when this returns.

        Args:
            answer: ``None`` takes the answer back: the question counts as not yet entered.
            before: What is thought to stand there; ``None`` is nothing.

        Raises:
            UserError: ``sheet.gone``, ``answer.changed_elsewhere`` when another window has been there meanwhile.
        """
        if answer is None and before is None:
            return
        statements = _statements(self._table)
        statement = statements.add if before is None else statements.change if answer else statements.remove
        row_id = self._questionnaires.question_row(question_id)
        parameters: dict[str, object] = {"new_sheet_id": sheet_id, "new_question_id": row_id}
        for prefix, one in (("new", answer), ("old", before)):
            if one is not None:
                parameters |= {f"{prefix}_{name}": part for name, part in zip(_CONTENT, _columns(one), strict=True)}
        if not self._connection.execute(statement, parameters).rowcount:
            raise UserError("answer.changed_elsewhere" if self._is_there(sheet_id) else "sheet.gone")

    def _is_there(self, sheet_id: int) -> bool:
        query = sa.select(_sheet.c.id).where(_sheet.c.id == sheet_id, _sheet.c.deleted_at.is_(None))
        return self._connection.execute(query).one_or_none() is not None


class AnswerRows(AnswerTable):
    """The answers that count."""

    def __init__(self, connection: sa.Connection, questionnaires: Questionnaires, sheets: Sheets) -> None:
        super().__init__(connection, questionnaires, _answer)
        self._sheets = sheets

    def of_round(self, round_: Round) -> Generator[SheetAnswers]:
        """The sheets of a round that enter the results, one by one in the order in which they were added.

        A sheet without answers comes with none. Equal answers are one object. Who stops before the last sheet closes
        the iterator: until then the file is being read.
        """
        by_row = self._questionnaires.by_row(round_.questions)
        groups = {row: group_id for group_id, row in self._sheets.group_rows(round_.id).items()}
        query = (
            sa.select(_sheet.c.id, _sheet.c.number, _sheet.c.group_id, *(_answer.c[name] for name in _COLUMNS[1:]))
            .select_from(_sheet)
            .outerjoin(_answer, _answer.c.sheet_id == _sheet.c.id)
            .where(_sheet.c.round_id == round_.id, IS_COUNTED)
            .order_by(_sheet.c.id, _answer.c.question_id)
        )
        known: dict[tuple[int, _Columns], Answer] = {}
        with reading(self._connection), self._connection.execute(query) as rows:
            for (_, number, group_row), of_one in itertools.groupby(rows, key=itemgetter(0, 1, 2)):
                answers: list[tuple[str, Answer]] = []
                for question_row, *content in map(itemgetter(slice(3, None)), of_one):
                    question = by_row.get(question_row)
                    if question is not None:
                        key = (question_row, tuple(content))
                        if key not in known:
                            known[key] = to_answer(question.kind, *content)
                        answers.append((question.id, known[key]))
                yield number, groups[group_row], answers

    def add_sheets(self, round_: Round, new_sheets: Iterable[SheetAnswers], *, created: datetime | None = None) -> None:
        """Add many sheets with their answers, all or none.

        Args:
            created: When they were made, with a time zone; now where left out.

        Raises:
            UserError: ``sheet.number_taken`` when another window has taken a number meanwhile.
        """
        groups = self._sheets.group_rows(round_.id)
        questions = {question.id: row for row, question in self._questionnaires.by_row(round_.questions).items()}
        now = schema.timestamp(datetime.now(UTC))
        moment = schema.timestamp(created) if created else now
        # Files repeat the same few answers. Each is kept beside its columns, so that its id stays its own.
        known: dict[int, tuple[Answer, _Columns]] = {}
        with transaction(self._connection):
            highest = self._connection.execute(sa.select(sa.func.max(_sheet.c.id))).scalar_one_or_none() or 0
            taken = self._sheets.numbers(round_.id)
            sheet_rows, answer_rows = [], []
            for sheet_id, (number, group_id, answers) in enumerate(new_sheets, start=highest + 1):
                if number in taken:
                    raise UserError("sheet.number_taken", number=number)
                sheet_rows.append(
                    {
                        "id": sheet_id,
                        "round_id": round_.id,
                        "group_id": groups[group_id],
                        "number": number,
                        "created_at": moment,
                    }
                )
                for question_id, answer in answers:
                    found = known.get(id(answer))
                    if found is None:
                        found = known[id(answer)] = (answer, _columns(answer))
                    answer_rows.append((sheet_id, questions[question_id], *found[1], now))
            if sheet_rows:
                self._connection.execute(sa.insert(_sheet), sheet_rows)
            if answer_rows:
                self._connection.exec_driver_sql(_INSERT_MANY, answer_rows)


_Columns = tuple[str, int | float | None, str | None, str, str]
"""State, value, text, comment, evidence."""


def _columns(answer: Answer) -> _Columns:
    return (answer.state.value, *encode(answer.value), answer.comment, answer.evidence)


def to_answer(kind: Kind, state: str, value: float | None, text: str | None, *words: str) -> Answer:
    """The answer in the columns of a row; ``words``: comment and evidence, where they are wanted."""
    return Answer(_STATES[state], decode(kind, value, text), *words)


def encode(value: Value | None) -> tuple[int | float | None, str | None]:
    """The columns ``value`` and ``text`` of an answer. Several choices become the bits of one number."""
    if isinstance(value, str):
        return None, value
    if isinstance(value, frozenset):
        return sum(1 << choice for choice in value), None
    if isinstance(value, Decimal):
        return float(value), None
    return value, None


def decode(kind: Kind, value: float | None, text: str | None) -> Value | None:
    """What :func:`encode` made of an answer to a question of a kind.

    What it can't have made comes back as a number that :func:`kommune_desktop.core.answer.check` refuses.
    """
    if text is not None:
        return text
    if value is None:
        return None
    number = Decimal(str(value)).normalize()
    if kind is Kind.NUMBER or not number.is_finite() or number != int(number):
        return number
    whole = int(number)
    if kind is Kind.MULTI and whole >= 0:
        return frozenset(bit for bit in range(whole.bit_length()) if whole >> bit & 1)
    return whole
