"""Rounds and their groups."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import UTC, date, datetime

import sqlalchemy as sa

from kommune_desktop.core.document import Document
from kommune_desktop.core.numbering import next_round_code, with_codes
from kommune_desktop.core.questionnaire import Text
from kommune_desktop.core.round import Group, GroupKind, ReturnAddress, Round, Weighting
from kommune_desktop.db import schema
from kommune_desktop.db.connection import inserted_id, reading, transaction
from kommune_desktop.db.questionnaires import Questionnaires
from kommune_desktop.errors import UserError


class Rounds:
    """The rounds of a store."""

    def __init__(self, connection: sa.Connection, questionnaires: Questionnaires) -> None:
        self._connection = connection
        self._questionnaires = questionnaires

    def all(self) -> list[Round]:
        """All rounds, oldest first."""
        with reading(self._connection):
            return self._all()

    def _all(self) -> list[Round]:
        groups: dict[int, list[Group]] = defaultdict(list)
        for row in self._connection.execute(sa.select(schema.group).order_by(schema.group.c.position)):
            groups[row.round_id].append(Group(row.key, Text(json.loads(row.title)), GroupKind(row.kind), row.code))
        table = schema.round_
        return [
            Round(
                id=row.id,
                title=row.title,
                questionnaire=self._questionnaires.read(row.questionnaire_id),
                groups=tuple(groups[row.id]),
                created=datetime.fromisoformat(row.created_at),
                weighting=Weighting(row.weighting),
                min_cell=row.min_cell,
                short_form=bool(row.short_form),
                code=row.code,
            )
            for row in self._connection.execute(sa.select(table).order_by(table.c.created_at, table.c.id))
        ]

    def get(self, round_id: int) -> Round:
        """One round.

        Raises:
            UserError: ``round.unknown``.
        """
        rounds = self.all()
        for round_ in rounds:
            if round_.id == round_id:
                return round_
        raise UserError("round.unknown", round=round_id, known=", ".join(str(known.id) for known in rounds) or "–")

    def earlier(self, round_: Round) -> list[Round]:
        """The rounds before a given one, oldest first."""
        return [other for other in self.all() if (other.created, other.id) < (round_.created, round_.id)]

    def add(  # noqa: PLR0913 - the fields of a round, all by keyword
        self,
        document: Document,
        *,
        title: str,
        groups: tuple[Group, ...],
        weighting: Weighting,
        min_cell: int,
        short_form: bool,
        created: datetime | None,
    ) -> Round:
        """A new round with its groups, and its questionnaire if the file does not have it yet.

        It gets a code that no other round of the file has, and so does each of its groups within it.

        Raises:
            UserError: ``round.title_taken``, ``questionnaire.version_taken``.
        """
        others = self.all()
        if any(other.title == title for other in others):
            raise UserError("round.title_taken", title=title)
        created = created or datetime.now(UTC)
        values: dict[str, object] = {
            "title": title,
            "weighting": weighting.value,
            "min_cell": min_cell,
            "short_form": int(short_form),
            "created_at": schema.timestamp(created),
            "code": next_round_code(created.year, {other.code for other in others}),
        }
        with transaction(self._connection):
            values["questionnaire_id"] = self._questionnaires.keep(document)
            row = self._connection.execute(sa.insert(schema.round_).values(values))
            round_id = inserted_id(row)
            self._connection.execute(
                sa.insert(schema.group),
                [
                    {
                        "round_id": round_id,
                        "key": group.id,
                        "title": json.dumps(dict(group.title.by_language), ensure_ascii=False),
                        "kind": group.kind.value,
                        "position": position,
                        "code": group.code,
                    }
                    for position, group in enumerate(with_codes(groups))
                ],
            )
        return self.get(round_id)

    def return_address(self, round_id: int) -> ReturnAddress:
        """Where and until when the paper sheets of a round are to be returned."""
        table = schema.round_
        query = sa.select(table.c.return_to, table.c.return_by).where(table.c.id == round_id)
        row = self._connection.execute(query).one()
        with reading(self._connection):
            return ReturnAddress(row.return_to, date.fromisoformat(row.return_by) if row.return_by else None)

    def set_return_address(self, round_id: int, address: ReturnAddress) -> None:
        """Note where the paper sheets are to be returned, for the next print."""
        values = {"return_to": address.place, "return_by": address.day.isoformat() if address.day else None}
        self._connection.execute(sa.update(schema.round_).where(schema.round_.c.id == round_id).values(values))
