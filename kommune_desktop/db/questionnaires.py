"""Questionnaires as the rounds of a file use them; kept with the file for good."""

from __future__ import annotations

import json
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from kommune_desktop.core.document import Document, from_document
from kommune_desktop.core.questionnaire import Question, Questionnaire
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

    def question_row(self, question_id: str) -> int:
        """Row of a question of a round of this file."""
        if question_id not in self._question_rows:
            # Another window may have added it since.
            rows = self._connection.execute(sa.select(schema.question.c.key, schema.question.c.id))
            self._question_rows = dict(rows.all())
        return self._question_rows[question_id]

    def by_row(self, questions: Iterable[Question]) -> dict[int, Question]:
        """Questions by their rows."""
        return {self.question_row(question.id): question for question in questions}

    def _register_questions(self, questionnaire: Questionnaire) -> None:
        rows = [{"key": question.id} for question in questionnaire.questions]
        self._connection.execute(insert(schema.question).on_conflict_do_nothing(), rows)
