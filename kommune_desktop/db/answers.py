"""The answers of sheets: saved one by one as they are given, or many at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import dialect, insert

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.round import Round
from kommune_desktop.db import schema
from kommune_desktop.db.connection import reading, transaction
from kommune_desktop.db.questionnaires import Questionnaires
from kommune_desktop.db.sheets import Sheets
from kommune_desktop.errors import UserError

_answer, _sheet = schema.answer, schema.sheet
_STATES = {state.value: state for state in State}
SheetAnswers = tuple[str, str, Sequence[tuple[str, Answer]]]
"""Number and group id of a sheet, and its answers by question id."""


_COLUMNS = ("sheet_id", "question_id", "state", "value", "text", "comment", "evidence")


def _upsert() -> sa.Executable:
    """Insert or update, where the sheet is still there."""
    row = sa.select(*(sa.bindparam(name, type_=_answer.c[name].type) for name in _COLUMNS))
    is_there = sa.exists().where(_sheet.c.id == sa.bindparam("sheet_id"), _sheet.c.deleted_at.is_(None))
    statement = insert(_answer).from_select(_COLUMNS, row.where(is_there), include_defaults=False)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=[_answer.c.sheet_id, _answer.c.question_id],
        set_={
            "state": new.state,
            "value": new.value,
            "text": new.text,
            "comment": new.comment,
            "evidence": new.evidence,
            "updated_at": sa.text(schema.NOW),
        },
    )


_UPSERT = _upsert()
_INSERTED = (*_COLUMNS, "updated_at")
_INSERT_MANY = str(
    sa.insert(_answer).values({name: sa.bindparam(name) for name in _INSERTED}).compile(dialect=dialect())
)


class AnswerRows:
    """The answers of a store."""

    def __init__(self, connection: sa.Connection, questionnaires: Questionnaires, sheets: Sheets) -> None:
        self._connection = connection
        self._questionnaires = questionnaires
        self._sheets = sheets

    def of_sheet(self, sheet_id: int, questions: Iterable[Question]) -> dict[str, Answer]:
        """The answers of one sheet by question id."""
        by_row = self._questionnaires.by_row(questions)
        rows = self._connection.execute(
            sa.select(*(_answer.c[name] for name in _COLUMNS[1:])).where(_answer.c.sheet_id == sheet_id)
        )
        with reading(self._connection):
            return {
                by_row[row_id].id: Answer(_STATES[state], decode(by_row[row_id].kind, value, text), comment, evidence)
                for row_id, state, value, text, comment, evidence in rows
                if row_id in by_row
            }

    def save(self, sheet_id: int, question_id: str, answer: Answer) -> None:
        """Put an answer in the place of the one before; on disk when this returns.

        Raises:
            UserError: ``sheet.gone`` when another window has deleted the sheet.
        """
        row = (sheet_id, self._questionnaires.question_row(question_id), *_columns(answer))
        done = self._connection.execute(_UPSERT, dict(zip(_COLUMNS, row, strict=True)))
        if not done.rowcount:
            raise UserError("sheet.gone")

    def remove(self, sheet_id: int, question_id: str) -> None:
        """Take an answer back: the question counts as not yet entered."""
        row = self._questionnaires.question_row(question_id)
        self._connection.execute(sa.delete(_answer).where(_answer.c.sheet_id == sheet_id, _answer.c.question_id == row))

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
