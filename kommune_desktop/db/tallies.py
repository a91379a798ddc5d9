"""Counts of a round's answers, made by SQLite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa

from kommune_desktop.core.answer import State
from kommune_desktop.core.questionnaire import Condition, Question
from kommune_desktop.core.relevance import asked_of
from kommune_desktop.core.round import Round
from kommune_desktop.core.tally import CellKey, CellTally, Tally
from kommune_desktop.db import schema
from kommune_desktop.db.answers import decode
from kommune_desktop.db.connection import reading
from kommune_desktop.db.questionnaires import Questionnaires
from kommune_desktop.db.sheets import IS_COUNTED, Sheets

_answer, _sheet = schema.answer, schema.sheet
_STATES = {state.value: state for state in State}
# A value implies the state "given", and one column less to group by is a sixth of the time.
_GROUPED = (_sheet.c.group_id, sa.func.ifnull(_answer.c.value, _answer.c.state))


class Tallies:
    """Counts by question, group, state and value.

    An answer counts only where its sheet was shown the question: see :mod:`kommune_desktop.core.relevance`, whose rule
    the conditions here put into SQL.
    """

    def __init__(self, connection: sa.Connection, questionnaires: Questionnaires, sheets: Sheets) -> None:
        self._connection = connection
        self._questionnaires = questionnaires
        self._sheets = sheets

    def of_round(self, round_: Round) -> Tally:
        """The counts of a round."""
        with reading(self._connection):
            return self._of_round(round_)

    def _of_round(self, round_: Round) -> Tally:
        sheets = self._sheets.counted_by_group(round_.id)
        groups = {row: key for key, row in self._sheets.group_rows(round_.id).items()}
        cells = {
            (question.id, group.id): CellTally()
            for question in round_.questions
            for group in round_.groups
            if asked_of(question, group.id)
        }
        by_row = self._questionnaires.by_row(question for question in round_.questions if not question.relevant_if)
        for row_id, group_row, value, count in self._counts(round_):
            if row_id in by_row:
                _add(cells, by_row[row_id], groups[group_row], value, count)
        for question in round_.questions:
            for group in round_.groups:
                if (question.id, group.id) in cells:
                    cells[question.id, group.id].shown = _shown(cells, question, group.id, sheets)
            if question.relevant_if:
                for group_row, value, count in self._conditional_counts(round_, question):
                    _add(cells, question, groups[group_row], value, count)
        return Tally(sheets, cells)

    def _counts(self, round_: Round) -> Sequence[sa.Row[int, int, float | str, int]]:
        """Counts of all questions as if none had a condition: question row, group row, value or state, count."""
        return self._connection.execute(
            sa.select(_answer.c.question_id, *_GROUPED, sa.func.count())
            .join_from(_sheet, _answer, _answer.c.sheet_id == _sheet.c.id)
            .where(_sheet.c.round_id == round_.id, IS_COUNTED)
            .group_by(_answer.c.question_id, *_GROUPED)
        ).all()

    def _conditional_counts(self, round_: Round, question: Question) -> Sequence[sa.Row[int, float | str, int]]:
        """Counts of one question over the sheets that meet its condition and those of the questions before it."""
        row_of = self._questionnaires.question_row
        source: sa.FromClause = _sheet.join(
            _answer, sa.and_(_answer.c.sheet_id == _sheet.c.id, _answer.c.question_id == row_of(question.id))
        )
        for condition in _chain(round_, question):
            named = _answer.alias()
            source = source.join(
                named,
                sa.and_(
                    named.c.sheet_id == _sheet.c.id,
                    named.c.question_id == row_of(condition.question),
                    named.c.state == State.GIVEN.value,
                    named.c.value >= condition.at_least
                    if condition.at_least is not None
                    else named.c.value.in_(condition.any_of),
                ),
            )
        return self._connection.execute(
            sa.select(*_GROUPED, sa.func.count())
            .select_from(source)
            .where(_sheet.c.round_id == round_.id, IS_COUNTED)
            .group_by(*_GROUPED)
        ).all()


def _chain(round_: Round, question: Question) -> Iterator[Condition]:
    """The condition of a question, then that of the question it names, and so on."""
    condition = question.relevant_if
    while condition is not None:
        yield condition
        condition = round_.questionnaire.question(condition.question).relevant_if


def _shown(cells: Mapping[CellKey, CellTally], question: Question, group_id: str, sheets: Mapping[str, int]) -> int:
    """How many sheets of a group were shown a question, from the counts of the question that its condition names."""
    condition = question.relevant_if
    if condition is None:
        return sheets[group_id]
    named = cells.get((condition.question, group_id), CellTally())
    return sum(n for value, n in named.values.items() if isinstance(value, int) and condition.holds(value))


def _add(cells: Mapping[CellKey, CellTally], question: Question, group_id: str, value: float | str, count: int) -> None:
    cell = cells.get((question.id, group_id))
    if cell is None:
        return
    if isinstance(value, str):
        cell.add(_STATES[value], None, count)
    else:
        cell.add(State.GIVEN, decode(question.kind, value, None), count)
