"""Answers in wide form, a row each sheet: all of them, or none and a list of what is to be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kommune_desktop.core.answer import Answer, State, check
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.relevance import asked_of, shown_questions
from kommune_desktop.core.round import Group, Round
from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers import table as tables
from kommune_desktop.intake.answers.mapping import ColumnUse, Mapping, check_mapping
from kommune_desktop.intake.answers.meaning import QuestionCells, Refused, plain
from kommune_desktop.intake.answers.opening import open_table
from kommune_desktop.intake.answers.sheets import (
    Found,
    NewSheet,
    Places,
    Progress,
    Unread,
    groups_by_name,
)

MAX_PROBLEMS = 10_000
MAX_UNREAD = 500
_LONGEST_UNREAD = 60
_EMPTY = (State.BLANK, State.NOT_APPLICABLE)


def read_wide(path: Path, round_: Round, mapping: Mapping, places: Places, progress: Progress) -> Found:
    """What a table brings that has a row each sheet.

    Reading stops after so many problems that nobody would go through them.

    Raises:
        UserError: ``import.mapping.unfit`` where the mapping is not for this table or round; ``file.*`` or
            ``import.*`` where the file as a whole can't be read.
    """
    table = open_table(path, mapping.worksheet)
    columns = tables.column_names(table.header)
    if not any(cell.strip() for cell in table.header):
        raise UserError("import.empty", path=path)
    wrong = check_mapping(mapping, columns, round_)
    if wrong:
        raise UserError("import.mapping.unfit", path=path, problems=tuple(wrong))
    reader = _Reader(round_, mapping, columns, places)
    for number, cells in tables.numbered_rows(table, path, progress):
        if not any(cells):
            continue
        if len(cells) != len(columns):
            reader.complain(number, UserError("import.cells", row=number, found=len(cells), expected=len(columns)))
        else:
            reader.add(number, cells)
        if len(reader.problems) >= MAX_PROBLEMS:
            break
    return reader.found()


@dataclass(frozen=True)
class _Asked:
    """A question with the places of its columns in a row."""

    question: Question
    cells: QuestionCells
    answer_places: tuple[int, ...]
    comment_place: int | None

    @property
    def column(self) -> str:
        """The column that stands for the question."""
        return self.cells.columns[0]


class _Reader:
    """Collects the sheets of a table row by row, and what is wrong with them."""

    def __init__(self, round_: Round, mapping: Mapping, columns: Sequence[str], places: Places) -> None:
        self.problems: list[UserError] = []
        self._round, self._mapping, self._places = round_, mapping, places
        self._sheets: dict[str, NewSheet] = {}
        self._bad_rows: set[int] = set()
        self._empty_rows = 0
        self._unread: Counter[tuple[str, str]] = Counter()
        self._columns = columns
        self._core = {question.id for question in round_.questions}
        self._sheet_place = columns.index(mapping.sheet_column) if mapping.sheet_column else None
        self._group_place = columns.index(mapping.group_column) if mapping.group_column else None
        texts = {plain(text): round_.group(group_id) for text, group_id in mapping.group_texts.items()}
        self._groups = {plain(name): group for name, group in groups_by_name(round_).items()} | texts
        self._asked = [self._asked_by(question, columns) for question in self._questions()]

    def _questions(self) -> Iterator[Question]:
        wanted = {use.question for use in self._mapping.uses}
        return (question for question in self._round.questionnaire.questions if question.id in wanted)

    def _asked_by(self, question: Question, columns: Sequence[str]) -> _Asked:
        uses: list[ColumnUse] = [use for use in self._mapping.uses if use.question == question.id]
        cells = QuestionCells(question, uses, self._mapping.states)
        return _Asked(
            question,
            cells,
            tuple(columns.index(use.column) for use in cells.answers),
            columns.index(cells.comment.column) if cells.comment else None,
        )

    def found(self) -> Found:
        """What has been read."""
        unread = [Unread(column, text, count) for (column, text), count in self._unread.items()]
        return Found(
            list(self._sheets.values()),
            self.problems,
            len(self._bad_rows),
            self._empty_rows,
            unread,
            self._mapping.unmapped(self._columns),
        )

    def complain(self, row: int, problem: UserError) -> None:
        """Note what is wrong with a row."""
        self._bad_rows.add(row)
        self.problems.append(problem)

    def _complain_of(self, row: int, column: str, reason: UserError) -> None:
        self.complain(row, UserError("import.wide.cell", row=row, column=column, reason=reason))

    def add(self, row: int, cells: Sequence[str]) -> None:
        """Take in a row."""
        if not any(cells[place].strip() for place in self._places_of_answers()):
            self._empty_rows += 1
            return
        group = self._group(row, cells)
        number = self._number(row, cells, group)
        answers = self._answers(row, cells, group)
        if group is not None and number:
            if self._mapping.blank_if_empty:
                self._fill_in_blanks(group, answers)
            self._sheets[number] = NewSheet(number, group, row, answers)

    def _places_of_answers(self) -> Iterator[int]:
        for asked in self._asked:
            yield from asked.answer_places
            if asked.comment_place is not None:
                yield asked.comment_place

    def _group(self, row: int, cells: Sequence[str]) -> Group | None:
        if self._group_place is None:
            return self._round.group(self._mapping.group or "")
        text = cells[self._group_place].strip()
        group = self._groups.get(plain(text))
        if group is None:
            column = self._mapping.group_column or ""
            self._note_unread(column, text)
            known = ", ".join(known.id for known in self._round.groups)
            self._complain_of(row, column, UserError("import.wide.unknown_group", group=text, known=known))
        return group

    def _number(self, row: int, cells: Sequence[str], group: Group | None) -> str:
        """The number of the sheet; empty where it can't have it."""
        column = self._mapping.sheet_column or ""
        text = str(row) if self._sheet_place is None else cells[self._sheet_place].strip()
        if not text:
            self._complain_of(row, column, UserError("import.wide.sheet_missing"))
            return ""
        number = f"{self._mapping.prefix}{text}".strip()
        first = self._sheets.get(number)
        refusal = self._places.refusal(number, group) if group and first is None else None
        if first is not None:
            reason = UserError("import.wide.sheet_twice", sheet=number, first=first.row)
        elif refusal:
            key, params = refusal
            reason = UserError(f"import.wide.{key}")
            reason.params.update(params)
        else:
            return number
        if column:
            self._complain_of(row, column, reason)
        else:
            self.complain(row, UserError("import.wide.row", row=row, reason=reason))
        return ""

    def _answers(self, row: int, cells: Sequence[str], group: Group | None) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        for asked in self._asked:
            answer = asked.cells.read(tuple(cells[place] for place in asked.answer_places))
            if isinstance(answer, Refused):
                if answer.is_text:
                    self._note_unread(answer.column, answer.text)
                self._complain_of(row, answer.column, answer.reason)
                continue
            comment = cells[asked.comment_place].strip() if asked.comment_place is not None else ""
            if comment:
                answer = replace(answer or Answer(State.BLANK), comment=comment)
            if answer is None or self._is_left_out(row, asked, answer, group):
                continue
            try:
                check(asked.question, answer)
            except UserError as error:
                self._complain_of(row, asked.cells.columns[-1], error)
            answers[asked.question.id] = answer
        return answers

    def _is_left_out(self, row: int, asked: _Asked, answer: Answer, group: Group | None) -> bool:
        """Whether the sheet is not asked the question; where it answers nevertheless that is a problem."""
        question = asked.question
        if question.id not in self._core:
            reason = UserError("import.wide.not_in_short_form", question=question.id)
        elif group is not None and not asked_of(question, group.id):
            reason = UserError("import.wide.not_asked", question=question.id, group=group.id)
        else:
            return False
        # A survey may say of its own accord that a question was not shown.
        if answer.state not in _EMPTY or answer.comment:
            self._complain_of(row, asked.column, reason)
        return True

    def _fill_in_blanks(self, group: Group, answers: dict[str, Answer]) -> None:
        """What the sheet was shown and says nothing to was left empty."""
        in_table = {asked.question.id for asked in self._asked if asked.cells.answers}
        for question in shown_questions(self._round.questions, group.id, answers):
            if question.id in in_table and question.id not in answers:
                answers[question.id] = _BLANK

    def _note_unread(self, column: str, text: str) -> None:
        key = (column, text)
        if text and len(text) <= _LONGEST_UNREAD and (key in self._unread or len(self._unread) < MAX_UNREAD):
            self._unread[key] += 1


_BLANK = Answer(State.BLANK)
