"""The batches of a round."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa

from kommune_desktop.core.batch import Batch
from kommune_desktop.db import schema
from kommune_desktop.db.connection import inserted_id, reading, transaction
from kommune_desktop.db.sheets import IN_USE
from kommune_desktop.errors import UserError

_batch, _sheet, _answer = schema.batch, schema.sheet, schema.answer
_LIVE = _batch.c.deleted_at.is_(None)


class Batches:
    """The batches of a store. A dissolved one can be brought back until :meth:`Batches.purge`."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_round(self, round_id: int) -> list[Batch]:
        """The batches of a round, oldest first."""
        query = sa.select(_batch).where(_batch.c.round_id == round_id, _LIVE).order_by(_batch.c.number)
        with reading(self._connection):
            return [
                Batch(row.id, row.round_id, row.number, row.expected, datetime.fromisoformat(row.created_at))
                for row in self._connection.execute(query)
            ]

    def add(self, round_id: int, expected: int) -> Batch:
        """A new batch, with the next number."""
        highest = sa.select(sa.func.ifnull(sa.func.max(_batch.c.number), 0)).where(_batch.c.round_id == round_id)
        with transaction(self._connection):
            number = self._connection.execute(highest).scalar_one() + 1
            values = {"round_id": round_id, "number": number, "expected": expected}
            batch_id = inserted_id(self._connection.execute(sa.insert(_batch).values(values)))
        return next(batch for batch in self.of_round(round_id) if batch.id == batch_id)

    def dissolve(self, batch_id: int) -> None:
        """Take a batch apart; its sheets stay as they are."""
        now = sa.text(schema.NOW)
        self._connection.execute(sa.update(_batch).where(_batch.c.id == batch_id).values(deleted_at=now))

    def restore(self, batch_id: int) -> None:
        """Bring a dissolved batch back with the sheets that are in no other one since.

        Raises:
            UserError: ``batch.gone`` when it has been removed for good.
        """
        statement = sa.update(_batch).where(_batch.c.id == batch_id).values(deleted_at=None)
        if not self._connection.execute(statement).rowcount:
            raise UserError("batch.gone")

    def purge(self) -> None:
        """Remove dissolved batches for good."""
        gone = sa.select(_batch.c.id).where(~_LIVE)
        with transaction(self._connection):
            self._connection.execute(sa.update(_sheet).where(_sheet.c.batch_id.in_(gone)).values(batch_id=None))
            self._connection.execute(sa.delete(_batch).where(~_LIVE))

    def put(self, batch_id: int, sheet_id: int, initials: str) -> None:
        """Lay a sheet into a batch to be keyed by someone; a sheet on paper that is here has come back.

        Of a sheet that is keyed already, say in a batch that was dissolved, it stays on record who keyed it.

        Raises:
            UserError: ``batch.gone``, ``sheet.gone``.
        """
        now = schema.timestamp(datetime.now(UTC))
        is_there = sa.select(_batch.c.id).where(_batch.c.id == batch_id, _LIVE)
        values = {
            "batch_id": batch_id,
            "laid_at": now,
            "keyed_by": sa.case((_sheet.c.keyed_at.is_(None), initials), else_=_sheet.c.keyed_by),
            "returned_at": sa.func.coalesce(_sheet.c.returned_at, now),
        }
        statement = sa.update(_sheet).where(_sheet.c.id == sheet_id, _sheet.c.deleted_at.is_(None)).values(values)
        with transaction(self._connection):
            if self._connection.execute(is_there).one_or_none() is None:
                raise UserError("batch.gone")
            if not self._connection.execute(statement).rowcount:
                raise UserError("sheet.gone")

    def half_keyed(self, batch_id: int) -> int | None:
        """The sheet of a batch at which keying stopped before its end: the one that was touched last."""
        last_answer = sa.select(sa.func.max(_answer.c.updated_at)).where(_answer.c.sheet_id == _sheet.c.id)
        touched = sa.func.max(_sheet.c.laid_at, sa.func.ifnull(last_answer.scalar_subquery(), ""))
        query = (
            sa.select(_sheet.c.id)
            .where(_sheet.c.batch_id == batch_id, _sheet.c.keyed_at.is_(None), IN_USE)
            .order_by(touched.desc())
        )
        return self._connection.scalars(query.limit(1)).one_or_none()
