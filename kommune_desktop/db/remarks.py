"""The words of a round's sheets, and which of them were released for the public."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.remark import Remark, RemarkKind
from kommune_desktop.core.round import Round
from kommune_desktop.db import schema
from kommune_desktop.db.connection import reading
from kommune_desktop.db.questionnaires import Questionnaires
from kommune_desktop.db.sheets import IS_COUNTED, Sheets

_answer, _sheet, _release = schema.answer, schema.sheet, schema.release
_COLUMNS = {
    RemarkKind.ANSWER: _answer.c.text,
    RemarkKind.COMMENT: _answer.c.comment,
    RemarkKind.EVIDENCE: _answer.c.evidence,
}


class Remarks:
    """What people wrote on the sheets that count."""

    def __init__(self, connection: sa.Connection, questionnaires: Questionnaires, sheets: Sheets) -> None:
        self._connection, self._questionnaires, self._sheets = connection, questionnaires, sheets

    def of_round(self, round_: Round) -> list[Remark]:
        """The words of a round in the order of its questions, then of its sheets; blank ones left out."""
        groups = {row: key for key, row in self._sheets.group_rows(round_.id).items()}
        by_row = self._questionnaires.by_row(round_.questions)
        found = [remark for kind in RemarkKind for remark in self._of_kind(round_, kind, groups, by_row)]
        order = {question.id: place for place, question in enumerate(round_.questions)}
        return sorted(found, key=lambda remark: (order[remark.question_id], remark.sheet_id, _ORDER[remark.kind]))

    def _of_kind(
        self, round_: Round, kind: RemarkKind, groups: dict[int, str], by_row: dict[int, Question]
    ) -> list[Remark]:
        words = _COLUMNS[kind]
        released = sa.and_(
            _release.c.sheet_id == _answer.c.sheet_id,
            _release.c.question_id == _answer.c.question_id,
            _release.c.kind == kind.value,
            _release.c.words == words,
        )
        query = (
            sa.select(_answer.c.sheet_id, _answer.c.question_id, _sheet.c.group_id, words, _release.c.kind)
            .join_from(_answer, _sheet, _sheet.c.id == _answer.c.sheet_id)
            .outerjoin(_release, released)
            .where(_sheet.c.round_id == round_.id, IS_COUNTED, sa.func.trim(words) != "")
        )
        with reading(self._connection):
            return [
                Remark(sheet_id, by_row[row_id].id, groups[group_row], kind, text.strip(), release is not None)
                for sheet_id, row_id, group_row, text, release in self._connection.execute(query)
                if row_id in by_row
            ]

    def release(self, remark: Remark) -> None:
        """Let words stand in the public report, as they are now."""
        place = self._place(remark)
        words = self._connection.execute(
            sa.select(_COLUMNS[remark.kind]).where(
                _answer.c.sheet_id == place["sheet_id"], _answer.c.question_id == place["question_id"]
            )
        ).scalar_one_or_none()
        if words is None or words.strip() != remark.words:
            return  # changed or gone since it was shown: what nobody has read is not released
        statement = insert(_release).values(place | {"words": words})
        self._connection.execute(statement.on_conflict_do_update(set_={"words": words}))

    def withdraw(self, remark: Remark) -> None:
        """Keep words out of the public report again."""
        place = self._place(remark)
        self._connection.execute(sa.delete(_release).where(*(_release.c[name] == part for name, part in place.items())))

    def _place(self, remark: Remark) -> dict[str, object]:
        return {
            "sheet_id": remark.sheet_id,
            "question_id": self._questionnaires.question_row(remark.question_id),
            "kind": remark.kind.value,
        }


_ORDER = {kind: place for place, kind in enumerate(_COLUMNS)}
