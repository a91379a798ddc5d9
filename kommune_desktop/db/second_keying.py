"""Independent second keying: which sheets are to be keyed again, what that gave, and what was settled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.round import Round
from kommune_desktop.core.verification import Checked, KeyedTwice, Resolution
from kommune_desktop.db import schema
from kommune_desktop.db.answers import AnswerRows, AnswerTable, encode, to_answer
from kommune_desktop.db.connection import reading
from kommune_desktop.db.questionnaires import Questionnaires
from kommune_desktop.db.sheets import IN_USE
from kommune_desktop.errors import UserError

_sheet, _first, _second, _resolution = schema.sheet, schema.answer, schema.second_answer, schema.resolution
_batch = schema.batch
_LIVE = _sheet.c.deleted_at.is_(None)
_FINISHED = _sheet.c.second_at.is_not(None)
_IS_FINISHED = sa.select(sa.exists().where(_sheet.c.id == sa.bindparam("sheet_id"), _FINISHED))


class SecondKeying(AnswerTable):
    """The answers of the second keying, beside those that count."""

    def __init__(self, connection: sa.Connection, questionnaires: Questionnaires, answers: AnswerRows) -> None:
        super().__init__(connection, questionnaires, _second)
        self._answers = answers

    def want(self, sheet_ids: Iterable[int]) -> None:
        """Note that sheets are to be keyed a second time."""
        statement = sa.update(_sheet).where(_sheet.c.id.in_(list(sheet_ids))).values(second_wanted=1)
        self._connection.execute(statement)

    def begin(self, sheet_id: int, initials: str) -> None:
        """Note who keys a sheet a second time."""
        self._connection.execute(sa.update(_sheet).where(_sheet.c.id == sheet_id).values(second_by=initials))

    def finish(self, sheet_id: int, moment: datetime) -> None:
        """Note that a sheet is keyed a second time to its end; where it is already, the day stays.

        Raises:
            UserError: ``sheet.gone``.
        """
        value = sa.func.coalesce(_sheet.c.second_at, schema.timestamp(moment))
        statement = sa.update(_sheet).where(_sheet.c.id == sheet_id, _LIVE).values(second_at=value)
        if not self._connection.execute(statement).rowcount:
            raise UserError("sheet.gone")

    def is_finished(self, sheet_id: int) -> bool:
        """Whether a sheet is keyed a second time to its end."""
        return bool(self._connection.scalar(_IS_FINISHED, {"sheet_id": sheet_id}))

    def note_verified(self, sheet_id: int, moment: datetime | None) -> None:
        """Note since when none of a sheet's differences is open, or that one is."""
        value = schema.timestamp(moment) if moment else None
        self._connection.execute(sa.update(_sheet).where(_sheet.c.id == sheet_id).values(verified_at=value))

    def half_keyed(self, batch_id: int, initials: str) -> int | None:
        """The sheet of a batch at which someone's second keying stopped before its end: the one touched last."""
        query = (
            sa.select(_sheet.c.id)
            .join(_second, _second.c.sheet_id == _sheet.c.id)
            .where(_sheet.c.batch_id == batch_id, _sheet.c.second_at.is_(None), _sheet.c.second_by == initials, IN_USE)
            .order_by(_second.c.updated_at.desc())
        )
        return self._connection.scalars(query.limit(1)).one_or_none()

    def unlike(self, round_: Round, sheet_id: int | None = None) -> list[KeyedTwice]:
        """Where both keyings of a round's sheets in use, or of one, differ in any sign, or something was settled."""
        by_row = self._questionnaires.by_row(round_.questions)
        wanted = _wanted(round_, sheet_id)
        differs = [_first.c[name].is_distinct_from(_second.c[name]) for name in ("state", "value", "text")]
        query = sa.union(
            _side_by_side(_second, _first).where(wanted, sa.or_(*differs)),
            _side_by_side(_first, _second).where(wanted, _second.c.sheet_id.is_(None)),
            _side_by_side(_resolution, _first, _second).where(wanted),
        )
        with reading(self._connection):
            found = []
            for place, row_id, state, value, text, second_state, second_value, second_text in self._connection.execute(
                query
            ):
                question = by_row.get(row_id)
                if question is not None:
                    first = to_answer(question.kind, state, value, text) if state else None
                    second = to_answer(question.kind, second_state, second_value, second_text) if second_state else None
                    found.append(KeyedTwice(place, question.id, first, second))
            return found

    def resolutions(self, round_: Round, sheet_id: int | None = None) -> dict[tuple[int, str], Resolution]:
        """What was settled on a round's sheets in use, or on one sheet, by sheet and question id."""
        by_row = self._questionnaires.by_row(round_.questions)
        query = (
            sa.select(_resolution).join(_sheet, _sheet.c.id == _resolution.c.sheet_id).where(_wanted(round_, sheet_id))
        )
        with reading(self._connection):
            found = {}
            for row in self._connection.execute(query):
                question = by_row.get(row.question_id)
                if question is not None:
                    state, value, text = row.first_state, row.first_value, row.first_text
                    first = to_answer(question.kind, state, value, text) if state else None
                    found[row.sheet_id, question.id] = Resolution(first, row.note)
            return found

    def checked(self, round_: Round) -> list[Checked]:
        """How many answers of a round's sheets in use were keyed twice."""
        by_row = self._questionnaires.by_row(round_.questions)
        parts = (_sheet.c.batch_id, _sheet.c.keyed_by, _second.c.question_id)
        query = (
            sa.select(_batch.c.id, *parts[1:], sa.func.count())
            .join_from(_second, _sheet, _sheet.c.id == _second.c.sheet_id)
            .outerjoin(_batch, sa.and_(_batch.c.id == _sheet.c.batch_id, _batch.c.deleted_at.is_(None)))
            .where(_wanted(round_))
            .group_by(*parts)
        )
        return [
            Checked(batch_id, initials, by_row[row_id].id, count)
            for batch_id, initials, row_id, count in self._connection.execute(query)
            if row_id in by_row
        ]

    def settle(self, sheet_id: int, question_id: str, answer: Answer, before: Answer | None, note: str) -> None:
        """Let an answer stand after a look at the paper; what was keyed first stays on record.

        Belongs in a transaction.

        Raises:
            UserError: ``sheet.gone``, ``answer.changed_elsewhere``.
        """
        state, value, text = (before.state.value, *encode(before.value)) if before else (None, None, None)
        row = {
            "sheet_id": sheet_id,
            "question_id": self._questionnaires.question_row(question_id),
            "first_state": state,
            "first_value": value,
            "first_text": text,
            "note": note,
        }
        self._answers.save(sheet_id, question_id, answer, before=before)
        if not self._connection.execute(insert(_resolution).on_conflict_do_nothing(), row).rowcount:
            raise UserError("answer.changed_elsewhere")

    def reopen(self, sheet_id: int, question_id: str, answer: Answer, before: Answer | None) -> None:
        """Take back what :meth:`settle` did with the same arguments; belongs in a transaction.

        Raises:
            UserError: ``sheet.gone``, ``answer.changed_elsewhere``.
        """
        row_id = self._questionnaires.question_row(question_id)
        is_it = (_resolution.c.sheet_id == sheet_id, _resolution.c.question_id == row_id)
        self._answers.save(sheet_id, question_id, before, before=answer)
        self._connection.execute(sa.delete(_resolution).where(*is_it))


def _wanted(round_: Round, sheet_id: int | None = None) -> sa.ColumnElement[bool]:
    """Sheets keyed twice to their end: those of a round that are in use, or one, be it in use or not."""
    which = IN_USE if sheet_id is None else sa.and_(_LIVE, _sheet.c.id == sheet_id)
    return sa.and_(_sheet.c.round_id == round_.id, _FINISHED, which)


def _side_by_side(start: sa.Table, *others: sa.Table) -> sa.Select[Any]:
    """What both keyings gave, beside each other, for the places that a table has."""
    query = sa.select(start.c.sheet_id, start.c.question_id, *_content(_first), *_content(_second)).join_from(
        start, _sheet, _sheet.c.id == start.c.sheet_id
    )
    for other in others:
        is_same = sa.and_(other.c.sheet_id == start.c.sheet_id, other.c.question_id == start.c.question_id)
        query = query.outerjoin(other, is_same)
    return query


def _content(table: sa.Table) -> list[sa.Column[object]]:
    return [table.c.state, table.c.value, table.c.text]
