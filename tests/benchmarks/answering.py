"""One answer, saved durably."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import count

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.workflow.answering import record_answer
from tests.benchmarks.material import new_store
from tests.benchmarks.measure import (
    Bench,
    Figure,
    Target,
    in_turn,
    median_figure,
    percentile_figure,
    raw_connection,
    seconds_of,
)

SAVES_A_TURN = 200
MEDIAN = Target(3, "ratio")
FLOOR = "a raw upsert into a plain table, write-ahead log, every commit on disk"

PLAIN_TABLE = """
CREATE TABLE answer (
    sheet_id INTEGER, question_id INTEGER, state TEXT, value NUMERIC, text TEXT, comment TEXT, evidence TEXT,
    updated_at TEXT,
    PRIMARY KEY (sheet_id, question_id)
) WITHOUT ROWID
"""
UPSERT = """
INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET state = excluded.state, value = excluded.value, text = excluded.text,
    comment = excluded.comment, evidence = excluded.evidence, updated_at = excluded.updated_at
"""


def figures(bench: Bench) -> list[Figure]:
    """Median and 99th percentile of a save."""
    store, round_ = new_store(bench.folder / "answering.kommune")
    sheet = store.sheets.add(round_, "council")
    questions = [question for question in round_.questions if question.kind is Kind.SCALE]
    raw = raw_connection(bench.folder / "answering-floor.sqlite")
    raw.execute(PLAIN_TABLE)
    answers, rows = _answers(questions), _rows(sheet, questions)

    def save() -> float:
        question, before, answer = next(answers)
        return seconds_of(lambda: record_answer(store, sheet, question, before, answer))

    def save_raw() -> float:
        row = next(rows)
        return seconds_of(lambda: _save_raw(raw, row))

    samples = in_turn(bench.repeat * SAVES_A_TURN, save, save_raw)
    raw.close()
    store.close()
    return [
        median_figure("answer saved: median", samples, FLOOR, MEDIAN),
        percentile_figure("answer saved: p99", samples, 99, FLOOR, None),
    ]


def _answers(questions: list[Question]) -> Iterator[tuple[Question, Answer | None, Answer]]:
    """Sheet after sheet: what was answered is answered anew."""
    before: dict[str, Answer] = {}
    for turn in count():
        for question in questions:
            answer = Answer(State.GIVEN, question.choices[turn % len(question.choices)].value)
            yield question, before.get(question.id), answer
            before[question.id] = answer


def _rows(sheet: Sheet, questions: list[Question]) -> Iterator[tuple[object, ...]]:
    for turn in count():
        for row_id, question in enumerate(questions, start=1):
            value = question.choices[turn % len(question.choices)].value
            yield sheet.id, row_id, State.GIVEN.value, value, None, "", "", f"2026-09-14T08:00:{turn % 60:02d}.000Z"


def _save_raw(raw: sqlite3.Connection, row: tuple[object, ...]) -> None:
    raw.execute(UPSERT, row)
