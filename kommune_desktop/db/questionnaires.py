"""Questionnaires as the rounds of a file use them; kept with the file for good."""

from __future__ import annotations

import json

import sqlalchemy as sa

from kommune_desktop.core.document import Document, from_document
from kommune_desktop.core.questionnaire import Questionnaire
from kommune_desktop.db import schema
from kommune_desktop.db.connection import inserted_id
from kommune_desktop.errors import UserError


class Questionnaires:
    """The questionnaires of a store and the numbers of their questions."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._read: dict[int, Questionnaire] = {}
        self._question_rows: dict[str, int] = {}

    def keep(self, document: Document) -> int:
        """The row of a questionnaire, added if the file does not have it yet.

        Raises:
            UserError: ``questionnaire.version_taken`` when the file has other content under that version.
        """
        table = schema.questionnaire
        content = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        found = self._connection.execute(
            sa.select(table.c.id, table.c.content).where(
                table.c.key == document["id"], table.c.version == document["version"]
            )
        ).one_or_none()
        if found is not None:
            if found.content != content:
                raise UserError("questionnaire.version_taken", id=document["id"], version=document["version"])
            return int(found.id)
        row = self._connection.execute(
            sa.insert(table).values(key=document["id"], version=document["version"], content=content)
        )
        self._register_questions(from_document(document))
        return inserted_id(row)

    def read(self, row_id: int) -> Questionnaire:
        """A questionnaire by its row."""
        if row_id not in self._read:
            table = schema.questionnaire
            content = self._connection.execute(sa.select(table.c.content).where(table.c.id == row_id)).scalar_one()
            self._read[row_id] = from_document(json.loads(content))
        return self._read[row_id]

    @property
    def question_rows(self) -> dict[str, int]:
        """Row of each question that the file knows, by question id."""
        if not self._question_rows:
            rows = self._connection.execute(sa.select(schema.question.c.key, schema.question.c.id))
            self._question_rows = dict(rows.all())
        return self._question_rows

    def _register_questions(self, questionnaire: Questionnaire) -> None:
        new = [{"key": q.id} for q in questionnaire.questions if q.id not in self.question_rows]
        if new:
            self._connection.execute(sa.insert(schema.question), new)
        self._question_rows = {}
