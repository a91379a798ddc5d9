"""The measures of a municipality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import sqlalchemy as sa

from kommune_desktop.core.measure import Measure, MeasureStatus, ProgressNote, check_measure
from kommune_desktop.db import schema
from kommune_desktop.db.connection import inserted_id, reading, transaction
from kommune_desktop.db.questionnaires import Questionnaires
from kommune_desktop.errors import UserError

_measure, _question, _note = schema.measure, schema.measure_question, schema.measure_note
_LIVE = _measure.c.deleted_at.is_(None)


class Measures:
    """The measures of a store. A deleted one can be brought back until :meth:`Measures.purge`."""

    def __init__(self, connection: sa.Connection, questionnaires: Questionnaires) -> None:
        self._connection, self._questionnaires = connection, questionnaires

    def all(self) -> list[Measure]:
        """All measures, oldest first."""
        keys = schema.question.c.key
        linked = sa.select(_question.c.measure_id, keys).join(
            schema.question, schema.question.c.id == _question.c.question_id
        )
        questions: dict[int, list[str]] = defaultdict(list)
        notes: dict[int, list[ProgressNote]] = defaultdict(list)
        with reading(self._connection):
            for measure_id, key in self._connection.execute(linked.order_by(_question.c.question_id)):
                questions[measure_id].append(key)
            for row in self._connection.execute(sa.select(_note).order_by(_note.c.position)):
                notes[row.measure_id].append(ProgressNote(date.fromisoformat(row.day), row.words))
            return [
                Measure(
                    id=row.id,
                    round_id=row.round_id,
                    title=row.title,
                    goal=row.goal,
                    office=row.office,
                    partners=row.partners,
                    start=_day(row.starts_on),
                    due=_day(row.due_on),
                    cost=Decimal(row.cost) if row.cost is not None else None,
                    status=MeasureStatus(row.status),
                    dropped_because=row.dropped_because,
                    indicator=row.indicator,
                    target=row.target,
                    area_id=row.area,
                    question_ids=tuple(questions[row.id]),
                    priority=row.priority,
                    notes=tuple(notes[row.id]),
                )
                for row in self._connection.execute(sa.select(_measure).where(_LIVE).order_by(_measure.c.id))
            ]

    def add(self, measure: Measure) -> Measure:
        """Keep a new measure; with the id that it has got.

        Raises:
            UserError: ``measure.*`` where it makes no sense.
        """
        check_measure(measure)
        with transaction(self._connection):
            row = self._connection.execute(sa.insert(_measure).values(_values(measure)))
            kept = replace(measure, id=inserted_id(row))
            self._write_parts(kept)
        return kept

    def save(self, measure: Measure) -> None:
        """Keep a measure as it is now.

        Raises:
            UserError: ``measure.*`` where it makes no sense or is gone.
        """
        check_measure(measure)
        statement = sa.update(_measure).where(_measure.c.id == measure.id, _LIVE).values(_values(measure))
        with transaction(self._connection):
            if not self._connection.execute(statement).rowcount:
                raise UserError("measure.gone")
            for table in (_question, _note):
                self._connection.execute(sa.delete(table).where(table.c.measure_id == measure.id))
            self._write_parts(measure)

    def _write_parts(self, measure: Measure) -> None:
        rows = [
            {"measure_id": measure.id, "question_id": self._questionnaires.question_row(question_id)}
            for question_id in dict.fromkeys(measure.question_ids)
        ]
        notes = [
            {"measure_id": measure.id, "position": place, "day": note.day.isoformat(), "words": note.words}
            for place, note in enumerate(measure.notes)
        ]
        for table, values in ((_question, rows), (_note, notes)):
            if values:
                self._connection.execute(sa.insert(table), values)

    def set_office(self, measure_ids: Sequence[int], office: str) -> None:
        """Hand measures over to an office, all of them or none; also when it is the same one by another name."""
        statement = sa.update(_measure).where(_measure.c.id.in_(measure_ids)).values(office=office.strip())
        self._connection.execute(statement)

    def delete(self, measure_id: int) -> None:
        """Delete a measure."""
        now = sa.text(schema.NOW)
        self._connection.execute(sa.update(_measure).where(_measure.c.id == measure_id).values(deleted_at=now))

    def restore(self, measure_id: int) -> None:
        """Bring a deleted measure back.

        Raises:
            UserError: ``measure.gone`` when it has been removed for good.
        """
        statement = sa.update(_measure).where(_measure.c.id == measure_id).values(deleted_at=None)
        if not self._connection.execute(statement).rowcount:
            raise UserError("measure.gone")

    def purge(self) -> None:
        """Remove deleted measures for good."""
        self._connection.execute(sa.delete(_measure).where(~_LIVE))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _values(measure: Measure) -> dict[str, object]:
    return {
        "round_id": measure.round_id,
        "title": measure.title.strip(),
        "goal": measure.goal.strip(),
        "office": measure.office.strip(),
        "partners": measure.partners.strip(),
        "starts_on": measure.start.isoformat() if measure.start else None,
        "due_on": measure.due.isoformat() if measure.due else None,
        "cost": str(measure.cost) if measure.cost is not None else None,
        "status": measure.status.value,
        "dropped_because": measure.dropped_because.strip(),
        "indicator": measure.indicator.strip(),
        "target": measure.target.strip(),
        "area": measure.area_id,
        "priority": measure.priority,
    }
