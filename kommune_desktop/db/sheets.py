"""The sheets of a round."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from kommune_desktop.core.answer import State
from kommune_desktop.core.form import FormLayout
from kommune_desktop.core.numbering import MAX_SERIAL, SheetNumber, as_number
from kommune_desktop.core.round import GroupKind, Round
from kommune_desktop.core.sheet import OUT_OF_USE, STATIONS, Sheet, SheetState
from kommune_desktop.db import schema
from kommune_desktop.db.connection import inserted_id, reading, transaction
from kommune_desktop.db.forms import Forms
from kommune_desktop.errors import UserError

_sheet, _group, _answer, _batch = schema.sheet, schema.group, schema.answer, schema.batch
_spent = schema.spent_number
_LIVE = _sheet.c.deleted_at.is_(None)
IN_USE = sa.and_(_LIVE, _sheet.c.lost_at.is_(None), _sheet.c.invalid_at.is_(None))
_ON_SCREEN = sa.and_(_sheet.c.issued_at.is_(None), _sheet.c.returned_at.is_(None))
IS_COUNTED = sa.and_(IN_USE, sa.or_(_ON_SCREEN, _sheet.c.keyed_at.is_not(None), _sheet.c.verified_at.is_not(None)))
"""Whether the answers of a sheet enter the results: :attr:`kommune_desktop.core.sheet.Sheet.is_counted` in SQL."""
_DATES: dict[SheetState, sa.Column[Any]] = {state: _sheet.c[f"{state.value}_at"] for state in STATIONS}


class Sheets:
    """The sheets of a store. A deleted sheet stays restorable until :meth:`Sheets.purge`."""

    def __init__(self, connection: sa.Connection, forms: Forms) -> None:
        self._connection = connection
        self._forms = forms

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
        """Number of sheets in use by group id, on screen or on paper; groups without sheets are there with 0."""
        return self._count_by_group(round_id, IN_USE)

    def counted_by_group(self, round_id: int) -> dict[str, int]:
        """Number of sheets that enter the results, by group id."""
        return self._count_by_group(round_id, IS_COUNTED)

    def _count_by_group(self, round_id: int, condition: sa.ColumnElement[bool]) -> dict[str, int]:
        query = (
            sa.select(_group.c.key, sa.func.count(_sheet.c.id))
            .select_from(_group)
            .outerjoin(_sheet, sa.and_(_sheet.c.group_id == _group.c.id, condition))
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
        """A new sheet to be filled in on screen; without a number it gets the next free one.

        Raises:
            UserError: ``sheet.joint_has_one``, ``sheet.number_taken``, ``sheet.no_number_left``.
        """
        with transaction(self._connection):
            if number is not None and number in self.numbers(round_.id):
                raise UserError("sheet.number_taken", number=number)
            group_row = self.group_rows(round_.id)[group_id]
            number = number or str(self.free_numbers(round_, group_id, 1)[0])
            self._refuse_second_joint(group_row, more=1)
            row = self._connection.execute(
                sa.insert(_sheet).values(round_id=round_.id, group_id=group_row, number=number)
            )
        return self.get(inserted_id(row))

    def free_numbers(self, round_: Round, group_id: str, count: int) -> list[SheetNumber]:
        """The next numbers of a group that no sheet has, nor a deleted one that may still be on paper.

        Raises:
            UserError: ``sheet.no_number_left``.
        """
        numbers = map(as_number, self._all_numbers(round_.id))
        highest = max((number.serial for number in numbers if number), default=0)
        if highest + count > MAX_SERIAL:
            raise UserError("sheet.no_number_left", left=MAX_SERIAL - highest)
        code = round_.group(group_id).code
        return [SheetNumber(round_.code, code, serial) for serial in range(highest + 1, highest + 1 + count)]

    def _all_numbers(self, round_id: int) -> set[str]:
        """The numbers of all sheets of a round, with those of deleted ones that may still be on paper."""
        there = sa.select(_sheet.c.number).where(_sheet.c.round_id == round_id)
        return set(
            self._connection.scalars(there.union(sa.select(_spent.c.number).where(_spent.c.round_id == round_id)))
        )

    def issue(self, round_: Round, group_id: str, numbers: Sequence[SheetNumber], layout: FormLayout) -> None:
        """Register sheets printed on a form as handed out, all or none.

        Raises:
            UserError: ``sheet.joint_has_one``, ``sheet.number_taken`` when another window has taken one meanwhile.
        """
        with transaction(self._connection):
            taken = self._all_numbers(round_.id)
            group_row = self.group_rows(round_.id)[group_id]
            self._refuse_second_joint(group_row, more=len(numbers))
            common = {
                "round_id": round_.id,
                "group_id": group_row,
                "form_id": self._forms.keep(round_.id, layout),
                "issued_at": schema.timestamp(datetime.now(UTC)),
            }
            for number in map(str, numbers):
                if number in taken:
                    raise UserError("sheet.number_taken", number=number)
                taken.add(number)
            if numbers:
                self._connection.execute(sa.insert(_sheet), [common | {"number": str(number)} for number in numbers])

    def reissue(self, sheet: Sheet, layout: FormLayout) -> None:
        """Note that a sheet was printed again, on the form of now."""
        with transaction(self._connection):
            form_id = self._forms.keep(sheet.round_id, layout)
            self._connection.execute(sa.update(_sheet).where(_sheet.c.id == sheet.id).values(form_id=form_id))

    def withdraw(self, round_id: int, numbers: Sequence[SheetNumber]) -> None:
        """Remove sheets for good that were registered and then not printed after all, with a form of theirs alone."""
        with transaction(self._connection):
            for number in map(str, numbers):
                self._connection.execute(
                    sa.delete(_sheet).where(_sheet.c.round_id == round_id, _sheet.c.number == number, _LIVE)
                )
            self._forms.forget_unused()

    def set_date(self, sheet_id: int, station: SheetState, moment: datetime | None) -> None:
        """Note when a paper sheet reached a station, or that it did not.

        Raises:
            UserError: ``sheet.gone``; ``sheet.joint_has_one`` when another has taken the place of a lost one.
        """
        value = schema.timestamp(moment) if moment else None
        statement = sa.update(_sheet).where(_sheet.c.id == sheet_id, _LIVE).values({_DATES[station]: value})
        with transaction(self._connection):
            row = self._connection.execute(statement.returning(_sheet.c.group_id)).one_or_none()
            if row is None:
                raise UserError("sheet.gone")
            if moment is None and station in OUT_OF_USE:
                self._refuse_second_joint(row.group_id)

    def _refuse_second_joint(self, group_row: int, *, more: int = 0) -> None:
        """What is being done ends here where an office has two sheets in use, or would have with so many more."""
        kind = self._connection.execute(sa.select(_group.c.kind).where(_group.c.id == group_row)).scalar_one()
        in_use = sa.select(sa.func.count()).where(_sheet.c.group_id == group_row, IN_USE)
        if kind == GroupKind.JOINT.value and self._connection.execute(in_use).scalar_one() + more > 1:
            raise UserError("sheet.joint_has_one")

    def delete(self, sheet_id: int) -> None:
        """Take a sheet out of the round; :meth:`restore` brings it back with all its answers."""
        now = sa.text(schema.NOW)
        self._connection.execute(sa.update(_sheet).where(_sheet.c.id == sheet_id).values(deleted_at=now))

    def restore(self, sheet_id: int) -> None:
        """Bring a deleted sheet back.

        Raises:
            UserError: ``sheet.number_taken``, ``sheet.joint_has_one`` when another has taken its place,
                ``sheet.gone`` when it has been removed for good.
        """
        with transaction(self._connection):
            query = sa.select(_sheet.c.number, _sheet.c.round_id, _sheet.c.group_id)
            row = self._connection.execute(query.where(_sheet.c.id == sheet_id)).one_or_none()
            if row is None:
                raise UserError("sheet.gone")
            if row.number in self.numbers(row.round_id):
                raise UserError("sheet.number_taken", number=row.number)
            self._connection.execute(sa.update(_sheet).where(_sheet.c.id == sheet_id).values(deleted_at=None))
            self._refuse_second_joint(row.group_id)

    def purge(self) -> None:
        """Remove for good what was deleted before.

        Of a paper sheet the number stays behind: the paper may still be somewhere, and its number must not come again.
        """
        paper = sa.select(_sheet.c.round_id, _sheet.c.number).where(~_LIVE, _sheet.c.issued_at.is_not(None))
        with transaction(self._connection):
            self._connection.execute(insert(_spent).from_select(["round_id", "number"], paper).on_conflict_do_nothing())
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
            sa.select(_sheet, _group.c.key, answered.label("answered"), _batch.c.id.label("live_batch_id"))
            .join_from(_sheet, _group, _sheet.c.group_id == _group.c.id)
            .outerjoin(_batch, sa.and_(_batch.c.id == _sheet.c.batch_id, _batch.c.deleted_at.is_(None)))
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
        dates={
            station: datetime.fromisoformat(moment)
            for station, column in _DATES.items()
            if (moment := getattr(row, column.name)) is not None
        },
        form_id=row.form_id,
        batch_id=row.live_batch_id,
        laid=_moment(row.laid_at),
        keyed_by=row.keyed_by,
        is_second_wanted=bool(row.second_wanted),
        second_by=row.second_by,
        second_at=_moment(row.second_at),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text is not None else None
