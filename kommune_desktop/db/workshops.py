"""The workshops of a municipality's rounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import sqlalchemy as sa

from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
from kommune_desktop.core.round import Round
from kommune_desktop.core.workshop import AgendaItem, Need, Voting, Workshop, check_workshop
from kommune_desktop.db import schema
from kommune_desktop.db.connection import reading, transaction
from kommune_desktop.db.questionnaires import Questionnaires
from kommune_desktop.db.sheets import Sheets
from kommune_desktop.errors import UserError

_workshop, _people, _need = schema.workshop, schema.workshop_people, schema.need
_item, _dissent = schema.agenda_item, schema.dissent


class Workshops:
    """The workshops of a store: each is read and written whole."""

    def __init__(self, connection: sa.Connection, questionnaires: Questionnaires, sheets: Sheets) -> None:
        self._connection, self._questionnaires, self._sheets = connection, questionnaires, sheets

    def of_round(self, round_: Round) -> Workshop:
        """The workshop of a round; an empty one where nobody has prepared any."""
        groups = {row: group_id for group_id, row in self._sheets.group_rows(round_.id).items()}
        with reading(self._connection):
            row = self._rows(_workshop, round_).one_or_none()
            if row is None:
                return Workshop()
            people = self._rows(_people, round_)
            by_group = {groups[one.group_id]: one.number for one in people}
            return Workshop(
                day=date.fromisoformat(row.held_on) if row.held_on else None,
                place=row.place,
                participants={group.id: by_group[group.id] for group in round_.groups if group.id in by_group},
                names=row.names,
                voting=Voting(row.voting),
                dots_each=row.dots_each,
                agenda=self._agenda(round_, groups),
                needs=self._needs(round_),
            )

    def _rows(self, table: sa.Table, round_: Round) -> sa.CursorResult[tuple[object, ...]]:
        return self._connection.execute(sa.select(table).where(table.c.round_id == round_.id))

    def _agenda(self, round_: Round, groups: Mapping[int, str]) -> tuple[AgendaItem, ...]:
        questions = self._questionnaires.by_row(round_.questionnaire.questions)
        dissents: dict[int, list[Dissent]] = defaultdict(list)
        for row in sorted(self._rows(_dissent, round_), key=lambda row: row.position):
            dissents[row.question_id].append(Dissent(groups[row.group_id], row.words))
        return tuple(
            AgendaItem(
                question_id=questions[row.question_id].id,
                minutes=row.minutes,
                consensus=Consensus(ConsensusState(row.state), row.value, row.reason, tuple(dissents[row.question_id])),
                ideas=row.ideas,
                notes=row.notes,
                dots=row.dots,
            )
            for row in sorted(self._rows(_item, round_), key=lambda row: row.position)
        )

    def _needs(self, round_: Round) -> tuple[Need, ...]:
        questions = self._questionnaires.by_row(round_.questionnaire.questions)
        return tuple(
            Need(row.number, row.words, questions[row.question_id].id if row.question_id else "", row.dots)
            for row in self._rows(_need, round_)
        )

    def save(self, round_: Round, before: Workshop, after: Workshop) -> None:
        """Put a workshop in the place of the one before; on disk when this returns.

        Args:
            before: What is thought to stand there.

        Raises:
            UserError: ``workshop.*`` where it makes no sense, or another window has changed it meanwhile.
        """
        check_workshop(after, round_)
        with transaction(self._connection):
            if self.of_round(round_) != before:
                raise UserError("workshop.changed_elsewhere")
            self._connection.execute(sa.delete(_workshop).where(_workshop.c.round_id == round_.id))
            self._write(round_, after)

    def _write(self, round_: Round, workshop: Workshop) -> None:
        groups = self._sheets.group_rows(round_.id)
        question_row = self._questionnaires.question_row
        round_id = {"round_id": round_.id}
        row = {
            "held_on": workshop.day.isoformat() if workshop.day else None,
            "place": workshop.place,
            "names": workshop.names,
            "voting": workshop.voting.value,
            "dots_each": workshop.dots_each,
        }
        people = [{"group_id": groups[group_id], "number": n} for group_id, n in workshop.participants.items()]
        items = [
            {
                "question_id": question_row(item.question_id),
                "position": position,
                "minutes": item.minutes,
                "state": item.consensus.state.value,
                "value": item.consensus.value,
                "reason": item.consensus.reason,
                "ideas": item.ideas,
                "notes": item.notes,
                "dots": item.dots,
            }
            for position, item in enumerate(workshop.agenda)
        ]
        dissents = [
            {
                "question_id": question_row(item.question_id),
                "group_id": groups[dissent.group_id],
                "position": position,
                "words": dissent.words,
            }
            for item in workshop.agenda
            for position, dissent in enumerate(item.consensus.dissents)
        ]
        needs = [
            {
                "number": need.id,
                "words": need.words,
                "question_id": question_row(need.question_id) if need.question_id else None,
                "dots": need.dots,
            }
            for need in workshop.needs
        ]
        tables = ((_workshop, [row]), (_people, people), (_item, items), (_dissent, dissents), (_need, needs))
        for table, rows in tables:
            if rows:
                self._connection.execute(sa.insert(table), [round_id | one for one in rows])
