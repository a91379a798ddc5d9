"""Answers from a CSV file: all of them, or none and a list of what is to be mended."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import Path

from kommune_desktop.core.answer import Answer, State, check, parse
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.relevance import asked_of
from kommune_desktop.core.round import Group, GroupKind, Round
from kommune_desktop.errors import UserError

COLUMNS = ("sheet", "group", "question", "state", "value", "comment")
OPTIONAL = ("state", "comment")
MAX_ROWS = 1_000_000
MAX_BYTES = 200_000_000
_PROGRESS_ROWS = 5000
_STATES = {state.value: state for state in State}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
Progress = Callable[[int], None]
"""Is told how many rows are done; may raise to stop the work."""


@dataclass
class NewSheet:
    """A sheet as the file has it.

    Attributes:
        row: The row of the file that names it first.
        answers: Answer by question id.
        rows: Row of each answer, by question id.
    """

    number: str
    group: Group
    row: int
    answers: dict[str, Answer] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)


def read_answers(
    path: Path, round_: Round, taken: Iterable[str], full_groups: Iterable[str], progress: Progress
) -> list[NewSheet]:
    """The sheets of a CSV file with the columns ``sheet,group,question,state,value,comment``.

    UTF-8 with or without byte order mark and Windows-1252 are read, with commas, semicolons or tabs. ``question`` is an
    id or the number on paper; ``value`` is what :func:`kommune_desktop.core.answer.parse` reads. ``state`` may be empty
    where a value is there.

    Args:
        taken: Numbers of the sheets that the round has already.
        full_groups: Ids of the joint groups that have their sheet already.
        progress: Called every few thousand rows.

    Raises:
        UserError: ``import.faulty`` with a problem for each bad row; ``file.*`` or ``import.*`` where the file as a
            whole can't be read.
    """
    rows = _rows(path)
    header = next(rows, [])
    pick = _picker(path, header)
    reader = _Reader(round_, set(taken), set(full_groups))
    for number, cells in enumerate(rows, start=2):
        if number > MAX_ROWS + 1:
            raise UserError("import.too_many_rows", path=path, most=MAX_ROWS)
        if number % _PROGRESS_ROWS == 0:
            progress(number)
        if not cells:
            continue
        if len(cells) != len(header):
            reader.problems.append(UserError("import.cells", row=number, found=len(cells), expected=len(header)))
            continue
        reader.add(number, pick(cells))
    if reader.problems:
        bad_rows = len({problem.params["row"] for problem in reader.problems})
        key = "import.faulty.one" if bad_rows == 1 else "import.faulty.other"
        raise UserError(key, path=path, n=bad_rows, problems=tuple(reader.problems))
    if not reader.sheets:
        raise UserError("import.empty", path=path)
    return list(reader.sheets.values())


def _rows(path: Path) -> Iterator[list[str]]:
    text = _read_text(path)
    first = next(io.StringIO(text, newline=""), "")
    delimiter = max(",;\t", key=first.count)
    # Only line feeds and carriage returns end a row; str.splitlines knows more signs, which belong to their fields.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    done = 0
    try:
        for cells in rows:
            yield cells
            done += 1
    except csv.Error as error:
        raise UserError("import.broken", row=done + 1, reason=error) from error


def _read_text(path: Path) -> str:
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise UserError("file.unreadable", path=path, reason=error.strerror) from error
    if size > MAX_BYTES:
        raise UserError("import.too_large", path=path, megabytes=MAX_BYTES // 1_000_000)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError as error:
            row = raw.count(b"\n", 0, error.start) + 1
            continue
        control = _CONTROL.search(text)
        if control:
            raise UserError("import.not_text", path=path, row=text.count("\n", 0, control.start()) + 1)
        return text
    raise UserError("import.encoding", row=row)


def _picker(path: Path, header: Sequence[str]) -> Callable[[list[str]], Sequence[str]]:
    """What picks the cells of ``COLUMNS`` out of a row; one that the file leaves out is empty."""
    names = [name.strip().casefold() for name in header]
    if not any(names):
        raise UserError("import.empty", path=path)
    for name in names:
        if name not in COLUMNS:
            raise UserError("import.column_unknown", column=name, known=", ".join(COLUMNS))
        if names.count(name) > 1:
            raise UserError("import.column_twice", column=name)
    for name in COLUMNS:
        if name not in names and name not in OPTIONAL:
            raise UserError("import.column_missing", column=name, needed=", ".join(COLUMNS))
    if len(names) == len(COLUMNS):
        return itemgetter(*(names.index(name) for name in COLUMNS))
    # The empty cell stands behind the row's own.
    pick = itemgetter(*(names.index(name) if name in names else -1 for name in COLUMNS))
    return lambda cells: pick([*cells, ""])


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

    def __init__(self, round_: Round, taken: set[str], full_groups: set[str]) -> None:
        self.sheets: dict[str, NewSheet] = {}
        self.problems: list[UserError] = []
        self._round = round_
        self._taken = taken
        self._joint_sheet = dict.fromkeys(full_groups, "")
        self._groups = _groups_by_name(round_)
        self._questions = _questions_by_name(round_)
        self._meanings: dict[tuple[str, str, str, str], _Meaning] = {}

    def add(self, row: int, cells: Sequence[str]) -> None:
        """Take in a row with the cells of ``COLUMNS``."""
        number, group, question, state, value, comment = cells
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
        sheet.answers[question_id] = self._with_comment(row, meaning.question, answer, comment) if comment else answer
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
                answer = _parsed(question, state.strip().casefold(), value.strip())
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
        if number in self._taken:
            self._complain("sheet_exists", row, sheet=number)
        elif group.kind is GroupKind.JOINT and self._joint_sheet.setdefault(group.id, number) != number:
            self._complain("joint_second", row, sheet=number, group=group.id)
        sheet = self.sheets[number] = NewSheet(number, group, row)
        return sheet

    def _with_comment(self, row: int, question: Question, answer: Answer, comment: str) -> Answer:
        answer = replace(answer, comment=comment.strip())
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
    if state not in {"", *_STATES}:
        raise UserError("import.unknown_state", state=state, known=", ".join(_STATES))
    if not state and not value:
        raise UserError("import.nothing")
    known = _STATES.get(state, State.GIVEN)
    if known is State.GIVEN:
        if not value:
            raise UserError("answer.value_missing")
        return Answer(known, parse(question, value))
    if value:
        raise UserError("answer.value_without_state")
    return Answer(known)


def _groups_by_name(round_: Round) -> dict[str, Group]:
    """Groups by id and by title in every language, in small letters."""
    names = {title.casefold(): group for group in round_.groups for title in group.title.by_language.values()}
    return names | {group.id.casefold(): group for group in round_.groups}


def _questions_by_name(round_: Round) -> dict[str, Question]:
    """Questions by id and by number on paper."""
    numbers = round_.questionnaire.numbers
    by_number = {str(numbers[question.id]): question for question in round_.questionnaire.questions}
    return by_number | {question.id: question for question in round_.questionnaire.questions}
