"""The sheets of a round."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kommune_desktop.core.answer import State
from kommune_desktop.core.round import GroupKind, Round, Sheet
from kommune_desktop.db import schema
from kommune_desktop.db.connection import inserted_id, reading, transaction
from kommune_desktop.errors import UserError

_sheet, _group, _answer = schema.sheet, schema.group, schema.answer
_LIVE = _sheet.c.deleted_at.is_(None)


class Sheets:
    """The sheets of a store. A deleted sheet stays restorable until :meth:`Sheets.purge`."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_round(self, round_id: int) -> list[Sheet]:
        """The sheets of a round in the order in which they were added."""
        return self._select(_sheet.c.round_id == round_id)

    def get(self, sheet_id: int) -> Sheet:
        """One sheet.

        Raises:
            UserError: ``sheet.gone`` when it was deleted.
        """
        found = self._select(_sheet.c.id == sheet_id)
        if not found:
            raise UserError("sheet.gone")
        return found[0]

    def count_by_group(self, round_id: int) -> dict[str, int]:
        """Number of sheets by group id; groups without sheets are there with 0."""
        query = (
            sa.select(_group.c.key, sa.func.count(_sheet.c.id))
            .select_from(_group)
            .outerjoin(_sheet, sa.and_(_sheet.c.group_id == _group.c.id, _LIVE))
            .where(_group.c.round_id == round_id)
            .group_by(_group.c.id)
            .order_by(_group.c.position)
        )
        return dict(self._connection.execute(query).all())

    def numbers(self, round_id: int) -> set[str]:
        """The numbers of all sheets of a round."""
        return set(self._connection.scalars(sa.select(_sheet.c.number).where(_sheet.c.round_id == round_id, _LIVE)))

    def group_rows(self, round_id: int) -> dict[str, int]:
        """Row of each group of a round, by group id."""
        query = sa.select(_group.c.key, _group.c.id).where(_group.c.round_id == round_id)
        return dict(self._connection.execute(query).all())

    def add(self, round_: Round, group_id: str, number: str | None = None) -> Sheet:
        """A new sheet; without a number it gets the next free one.

        Raises:
            UserError: ``sheet.joint_has_one``, ``sheet.number_taken``.
        """
        with transaction(self._connection):
            self._refuse_second_joint(round_, group_id)
            taken = self.numbers(round_.id)
            if number is not None and number in taken:
                raise UserError("sheet.number_taken", number=number)
            row = self._connection.execute(
                sa.insert(_sheet).values(
                    round_id=round_.id,
                    group_id=self.group_rows(round_.id)[group_id],
                    number=number or _next_number(taken),
                )
            )
        return self.get(inserted_id(row))

    def _refuse_second_joint(self, round_: Round, group_id: str) -> None:
        group = round_.group(group_id)
        if group.kind is GroupKind.JOINT and self.count_by_group(round_.id)[group_id]:
            raise UserError("sheet.joint_has_one")

    def delete(self, sheet_id: int) -> None:
        """Take a sheet out of the round; :meth:`restore` brings it back with all its answers."""
        now = sa.text(schema.NOW)
        self._connection.execute(sa.update(_sheet).where(_sheet.c.id == sheet_id).values(deleted_at=now))

    def restore(self, round_: Round, sheet_id: int) -> None:
        """Bring a deleted sheet back.

        Raises:
            UserError: ``sheet.number_taken``, ``sheet.joint_has_one`` when another has taken its place,
                ``sheet.gone`` when it has been removed for good.
        """
        with transaction(self._connection):
            query = sa.select(_sheet.c.number, _group.c.key).join_from(_sheet, _group, _sheet.c.group_id == _group.c.id)
            row = self._connection.execute(query.where(_sheet.c.id == sheet_id)).one_or_none()
            if row is None:
                raise UserError("sheet.gone")
            self._refuse_second_joint(round_, row.key)
            if row.number in self.numbers(round_.id):
                raise UserError("sheet.number_taken", number=row.number)
            self._connection.execute(sa.update(_sheet).where(_sheet.c.id == sheet_id).values(deleted_at=None))

    def purge(self) -> None:
        """Remove for good what was deleted before."""
        self._connection.execute(sa.delete(_sheet).where(~_LIVE))

    def remember_topic(self, sheet_id: int, topic_id: str) -> None:
        """Note the wizard page where work on a sheet stopped."""
        self._connection.execute(sa.update(_sheet).where(_sheet.c.id == sheet_id).values(topic=topic_id))

    def _select(self, condition: sa.ColumnElement[bool]) -> list[Sheet]:
        answered = (
            sa.select(sa.func.count())
            .where(_answer.c.sheet_id == _sheet.c.id, _answer.c.state != State.BLANK.value)
            .scalar_subquery()
        )
        query = (
            sa.select(_sheet, _group.c.key, answered.label("answered"))
            .join_from(_sheet, _group, _sheet.c.group_id == _group.c.id)
            .where(condition, _LIVE)
            .order_by(_sheet.c.id)
        )
        with reading(self._connection):
            return [_to_sheet(row) for row in self._connection.execute(query)]


def _to_sheet(row: sa.Row[Any]) -> Sheet:
    return Sheet(
        id=row.id,
        round_id=row.round_id,
        group_id=row.key,
        number=row.number,
        created=datetime.fromisoformat(row.created_at),
        topic=row.topic,
        answered=row.answered,
    )


def _next_number(taken: set[str]) -> str:
    return str(max((int(number) for number in taken if number.isdecimal()), default=0) + 1)
