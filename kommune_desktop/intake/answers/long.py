"""Answers in long form, a row each: all of them, or none and a list of what is to be mended."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

from kommune_desktop.core.answer import Answer, State, check, parse
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.relevance import asked_of
from kommune_desktop.core.round import Group, Round
from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers import table as tables
from kommune_desktop.intake.answers.meaning import plain, usual_states
from kommune_desktop.intake.answers.opening import open_table
from kommune_desktop.intake.answers.sheets import Found, NewSheet, Places, Progress, groups_by_name
from kommune_desktop.texts import LANGUAGES, texts

COLUMNS = ("sheet", "group", "question", "state", "value", "comment", "evidence")
OPTIONAL = ("state", "comment", "evidence")
_SURE = 3
"""So many of the columns, and a table is meant to be one of answers in long form."""
_EXPORTED = {
    "sheet": "sheet",
    "group": "group",
    "number": "",
    "id": "question",
    "question": "",
    "state": "state",
    "value": "value",
    "choice": "",
    "comment": "comment",
    "evidence": "evidence",
}
"""The columns of our own table of answers: ours by theirs; those with an empty name repeat what the others say."""


def is_long(header: Sequence[str]) -> bool:
    """Whether a table with this header is meant to have a row for each answer."""
    return len(set(_names(header)) & set(COLUMNS)) >= _SURE


def _names(header: Sequence[str]) -> list[str]:
    """The names of the columns; those of a table that the program has exported by the names of ``COLUMNS``."""
    names = [plain(name) for name in header]
    for language in LANGUAGES:
        exported = {plain(texts(language)(f"export.{theirs}")): ours for theirs, ours in _EXPORTED.items()}
        if {name for name, ours in exported.items() if ours not in OPTIONAL} <= set(names):
            return [exported.get(name, name) for name in names]
    return names


@functools.cache
def _states() -> dict[str, State]:
    """States by their names and by the words for them, as in an exported table."""
    given = {plain(texts(language)(f"state.{State.GIVEN.value}")): State.GIVEN for language in LANGUAGES}
    return {**usual_states(), **given, State.GIVEN.value: State.GIVEN}


def read_answers(path: Path, round_: Round, places: Places, progress: Progress, worksheet: str | None = None) -> Found:
    """What a table with the columns ``sheet,group,question,state,value,comment`` brings, or one that was exported.

    CSV as UTF-8 with or without byte order mark and as Windows-1252 is read, with commas, semicolons or tabs; and a
    worksheet of an XLSX workbook. ``question`` is an id or the number on paper; ``value`` is what
    :func:`kommune_desktop.core.answer.parse` reads. ``state`` may be empty where a value is there.

    Args:
        places: What the round has room for.
        progress: Called every few thousand rows.
        worksheet: Name of the worksheet of a workbook; the first one where left out.

    Raises:
        UserError: ``file.*`` or ``import.*`` where the file as a whole can't be read.
    """
    table = open_table(path, worksheet)
    header = table.header
    pick = _picker(path, header)
    reader = _Reader(round_, places)
    for number, cells in tables.numbered_rows(table, path, progress):
        if not cells:
            continue
        if len(cells) != len(header):
            reader.problems.append(UserError("import.cells", row=number, found=len(cells), expected=len(header)))
            continue
        reader.add(number, pick(cells))
    bad_rows = len({problem.params["row"] for problem in reader.problems})
    return Found(list(reader.sheets.values()), reader.problems, bad_rows)


def _picker(path: Path, header: Sequence[str]) -> Callable[[list[str]], Sequence[str]]:
    """What picks the cells of ``COLUMNS`` out of a row; one that the file leaves out is empty."""
    names = _names(header)
    if not any(name.strip() for name in header):
        raise UserError("import.empty", path=path)
    for name, written in zip(names, header, strict=True):
        if not name and written.strip():
            continue
        if name not in COLUMNS:
            raise UserError("import.column_unknown", column=name, known=", ".join(COLUMNS))
        if names.count(name) > 1:
            raise UserError("import.column_twice", column=name)
    for name in COLUMNS:
        if name not in names and name not in OPTIONAL:
            raise UserError("import.column_missing", column=name, needed=", ".join(COLUMNS))
    if set(COLUMNS) <= set(names):
        return itemgetter(*(names.index(name) for name in COLUMNS))
    pick: Callable[[list[str]], Sequence[str]] = itemgetter(
        *(names.index(name) if name in names else -1 for name in COLUMNS)
    )

    def pick_or_empty(cells: list[str]) -> Sequence[str]:
        cells.append("")  # stands behind the row's own, for each column that is left out
        return pick(cells)

    return pick_or_empty


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What group, question, state and value of a row mean together, wherever in the file they stand.

    Attributes:
        problems: Key and params of what is wrong with them; then there is no answer.
    """

    group: Group | None
    question: Question | None
    answer: Answer | None
    problems: tuple[tuple[str, dict[str, object]], ...]


class _Reader:
    """Collects the sheets of a file row by row, and what is wrong with them."""

    def __init__(self, round_: Round, places: Places) -> None:
        self.sheets: dict[str, NewSheet] = {}
        self.problems: list[UserError] = []
        self._round = round_
        self._places = places
        self._groups = groups_by_name(round_)
        self._questions = _questions_by_name(round_)
        self._meanings: dict[tuple[str, str, str, str], _Meaning] = {}

    def add(self, row: int, cells: Sequence[str]) -> None:
        """Take in a row with the cells of ``COLUMNS``."""
        number, group, question, state, value, comment, evidence = cells
        key = (group, question, state, value)
        meaning = self._meanings.get(key)
        if meaning is None:
            meaning = self._meanings[key] = self._meaning(*key)
        sheet = self.sheets.get(number)
        if sheet is None or sheet.group is not meaning.group or meaning.problems:
            for problem, params in meaning.problems:
                self._complain(problem, row, **params)
            sheet = self._sheet(row, number.strip(), meaning.group)
        if sheet is None or meaning.question is None or meaning.answer is None:
            return
        question_id = meaning.question.id
        if question_id in sheet.answers:
            first = sheet.rows[question_id]
            self._complain("question_twice", row, sheet=sheet.number, question=question_id, first=first)
            return
        answer = meaning.answer
        if comment or evidence:
            answer = self._with_words(row, meaning.question, answer, comment.strip(), evidence.strip())
        sheet.answers[question_id] = answer
        sheet.rows[question_id] = row

    def _meaning(self, group_name: str, question_name: str, state: str, value: str) -> _Meaning:
        problems: list[tuple[str, dict[str, object]]] = []
        group = self._groups.get(group_name.strip().casefold())
        question = self._questions.get(question_name.strip().casefold())
        answer = None
        if group is None:
            known = ", ".join(known.id for known in self._round.groups)
            problems.append(("unknown_group", {"group": group_name, "known": known}))
        if question is None:
            highest = len(self._round.questionnaire.questions)
            problems.append(("unknown_question", {"question": question_name, "highest": highest}))
        elif group is not None and not asked_of(question, group.id):
            problems.append(("not_asked", {"question": question.id, "group": group.id}))
        elif self._round.short_form and not question.core:
            problems.append(("not_in_short_form", {"question": question.id}))
        if question is not None:
            try:
                answer = _parsed(question, plain(state), value.strip())
            except UserError as error:
                if error.key.startswith("import."):
                    problems.append((error.key.removeprefix("import."), error.params))
                else:
                    problems.append(("value", {"reason": error}))
        return _Meaning(group, question, None if problems else answer, tuple(problems))

    def _sheet(self, row: int, number: str, group: Group | None) -> NewSheet | None:
        """The sheet of a number; ``None`` where the row can't be put on one."""
        sheet = self.sheets.get(number)
        if sheet is None:
            return self._new_sheet(row, number, group)
        if group is not None and group is not sheet.group:
            self._complain("sheet_two_groups", row, sheet=number, group=sheet.group.id)
            return None
        return sheet

    def _new_sheet(self, row: int, number: str, group: Group | None) -> NewSheet | None:
        if not number:
            self._complain("sheet_missing", row)
        if not number or group is None:
            return None
        refusal = self._places.refusal(number, group)
        if refusal:
            self._complain(refusal[0], row, **refusal[1])
        sheet = self.sheets[number] = NewSheet(number, group, row)
        return sheet

    def _with_words(self, row: int, question: Question, answer: Answer, comment: str, evidence: str) -> Answer:
        answer = replace(answer, comment=comment, evidence=evidence)
        try:
            check(question, answer)
        except UserError as error:
            self._complain("value", row, reason=error)
        return answer

    def _complain(self, key: str, row: int, **params: object) -> None:
        problem = UserError(f"import.{key}", row=row)
        problem.params.update(params)
        self.problems.append(problem)


def _parsed(question: Question, state: str, value: str) -> Answer:
    if state and state not in _states():
        raise UserError("import.unknown_state", state=state, known=", ".join(State))
    if not state and not value:
        raise UserError("import.nothing")
    known = _states().get(state, State.GIVEN)
    if known is State.GIVEN:
        if not value:
            raise UserError("answer.value_missing")
        return Answer(known, parse(question, value))
    if value:
        raise UserError("answer.value_without_state")
    return Answer(known)


def _questions_by_name(round_: Round) -> dict[str, Question]:
    """Questions by id and by number on paper."""
    numbers = round_.questionnaire.numbers
    by_number = {str(numbers[question.id]): question for question in round_.questionnaire.questions}
    return by_number | {question.id: question for question in round_.questionnaire.questions}
