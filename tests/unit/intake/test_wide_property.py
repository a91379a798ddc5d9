"""Whatever valid answers are written side by side, in whatever coding, come back as they were."""

from __future__ import annotations

from collections.abc import Mapping as Table
from operator import attrgetter
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import given as for_any
from hypothesis import strategies as st

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.relevance import asked_of, shown_questions
from kommune_desktop.intake.answers import Coding, ColumnUse, Mapping, Role
from kommune_desktop.intake.answers.meaning import not_asked, plain, usual_states
from tests.unit.intake.answer_files import ROUND
from tests.unit.intake.surveys import NO_ANSWER, cell, place_of, ticks
from tests.unit.intake.wide_files import read_rows

signs = st.one_of(st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from("\n,;\t\"'|=\u2028\u202e😀"))
RESERVED = {*usual_states(), *not_asked()}
words = st.text(signs, max_size=30).map(str.strip)
said = words.filter(lambda text: bool(text) and plain(text).strip("[]") not in RESERVED and plain(text) not in RESERVED)
VALUES: dict[str, st.SearchStrategy[Value]] = {
    "a.grad": st.integers(0, 4),
    "a.ja": st.integers(0, 2),
    "a.warum": said,
    "a.eins": st.integers(0, 3),
    "a.mehr": st.frozensets(st.integers(0, 3), min_size=1),
    "a.zahl": st.decimals(0, 1000, places=1),
    "a.rat": st.integers(0, 4),
}
GROUPS = ["council", "welfare"]
Written = dict[str, tuple[str, dict[str, Answer]]]


@st.composite
def written_sheets(draw: st.DrawFn) -> Written:
    sheets: Written = {}
    for number in draw(st.sets(words.filter(bool), min_size=1, max_size=3)):
        group = draw(st.sampled_from(GROUPS))
        answers = {"a.grad": Answer(State.GIVEN, draw(VALUES["a.grad"]))}
        asked = [question for question in ROUND.questions if asked_of(question, group)]
        for question in draw(st.lists(st.sampled_from(asked), unique_by=attrgetter("id"))):
            state = draw(st.sampled_from(State))
            value = draw(VALUES[question.id]) if state is State.GIVEN else None
            answers[question.id] = Answer(state, value, draw(words))
        sheets[number] = (group, answers)
    return sheets


def expected(group: str, answers: Table[str, Answer]) -> dict[str, Answer]:
    """What comes back: a blank has an empty cell, so it is one where the question was shown, else nothing."""
    told = {name: one for name, one in answers.items() if one.state is not State.BLANK or one.comment}
    shown = {question.id for question in shown_questions(ROUND.questions, group, told)}
    return {name: told.get(name, Answer(State.BLANK)) for name in {*told, *shown}}


def table_of(sheets: Written, coding: Coding, *, ticked: bool) -> tuple[list[str], list[list[Any]], Mapping]:
    """Head, rows and mapping of a table."""
    uses: list[ColumnUse] = []
    for question in ROUND.questions:
        if question.kind is Kind.MULTI and ticked:
            uses += [
                ColumnUse(f"{question.id}/{choice.value}", question.id, Role.CHOICE, choice.value)
                for choice in question.choices
            ]
        else:
            uses.append(ColumnUse(question.id, question.id, coding=coding))
        uses.append(ColumnUse(f"{question.id} k", question.id, Role.COMMENT))
    rows = []
    for number, (group, answers) in sheets.items():
        row: list[Any] = [number, group]
        for question in ROUND.questions:
            answer = answers.get(question.id)
            if question.kind is Kind.MULTI and ticked:
                row += ticks(question, answer, "Y", "")
            else:
                row.append(coded(question, answer, coding))
            row.append(answer.comment if answer else "")
        rows.append(row)
    mapping = Mapping("klein", "1.0", tuple(uses), sheet_column="nr", group_column="wer", states=usual_states())
    return ["nr", "wer", *(use.column for use in uses)], rows, mapping


def coded(question: Question, answer: Answer | None, coding: Coding) -> Any:
    """A cell in a coding."""
    if coding is Coding.LABEL:
        return cell(question, answer, lambda one, value: one.choices[value].text.in_language("de"))
    return cell(question, answer, place_of if coding is Coding.PLACE else lambda _, value: value)


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@for_any(written_sheets(), st.sampled_from(Coding), st.booleans(), st.sampled_from(["x.csv", "x.xlsx"]))
def test_whatever_is_written_comes_back(
    tmp_path: Path, sheets: Written, coding: Coding, ticked: bool, name: str
) -> None:
    head, rows, mapping = table_of(sheets, coding, ticked=ticked)
    found = read_rows(tmp_path / name, rows, mapping, head=head)
    assert not found.problems
    assert {sheet.number: (sheet.group.id, sheet.answers) for sheet in found.sheets} == {
        number: (group, expected(group, answers))
        for number, (group, answers) in sheets.items()
        if any(one.state is not State.BLANK or one.comment for one in answers.values())  # else its row is empty
    }


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@for_any(written_sheets(), st.data())
def test_one_wrong_cell_is_one_problem(tmp_path: Path, sheets: Written, data: st.DataObject) -> None:
    head, rows, mapping = table_of(sheets, Coding.VALUE, ticked=True)
    place = data.draw(st.integers(0, len(rows) - 1))
    rows[place][head.index("a.grad")] = "kaputt"
    found = read_rows(tmp_path / "x.csv", rows, mapping, head=head)
    assert [(one.params["row"], one.params["column"]) for one in found.problems] == [(place + 2, "a.grad")]


def test_every_state_has_a_text_of_its_own() -> None:
    assert set(NO_ANSWER) == set(State) - {State.GIVEN}
