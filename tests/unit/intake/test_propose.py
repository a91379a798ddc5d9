"""What the columns of a table mean is guessed from their names and cells, and what is a guess is called one."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.relevance import shown_questions
from kommune_desktop.core.round import STANDARD_GROUPS, Round
from kommune_desktop.intake.answers import Coding, Places, Proposal, Role, column_names, propose, read_wide
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.unit.intake import surveys
from tests.unit.intake.answer_files import ROUND as SMALL_ROUND
from tests.unit.intake.surveys import Row, Sheets, write_csv, write_xlsx

ROUND = Round(1, "Runde", shipped(DEFAULT_QUESTIONNAIRE)[0], STANDARD_GROUPS, datetime(2026, 1, 1, tzinfo=UTC))
LIMESURVEY_EXTRAS = ("submitdate", "lastpage", "startlanguage", "seed", "G00Q00")


def some_sheets(count: int) -> dict[str, tuple[str, Mapping[str, Answer]]]:
    """Sheets with answers of all kinds, the first of them the administration's."""
    chance = random.Random(count)
    sheets: dict[str, tuple[str, Mapping[str, Answer]]] = {}
    for number in range(1, count + 1):
        group = "administration" if number == 1 else chance.choice(["council", "welfare", "business"])
        answers = {question.id: _some_answer(question, chance) for question in ROUND.questions_for(group)}
        shown = {question.id for question in shown_questions(ROUND.questions, group, answers)}
        kept = {name: one for name, one in answers.items() if name in shown or one.state is not State.BLANK}
        sheets[str(number)] = (group, kept)
    return sheets


def _some_answer(question: Question, chance: random.Random) -> Answer:
    state = chance.choices([State.GIVEN, State.DONT_KNOW, State.NOT_APPLICABLE, State.BLANK], weights=[15, 2, 1, 2])[0]
    return Answer(state, _some_value(question, chance) if state is State.GIVEN else None)


def _some_value(question: Question, chance: random.Random) -> Value:
    values = [choice.value for choice in question.choices]
    if question.kind is Kind.MULTI:
        return frozenset(chance.sample(values, chance.randint(1, 3)))
    if values:
        return chance.choice(values)
    return Decimal(chance.randint(0, 100)) if question.kind is Kind.NUMBER else "Mehr Kurse, und zwar „sofort“; 😀"


SHEETS = some_sheets(25)
Make = Callable[[Round, Sheets], list[Row]]
EXPORTS: dict[str, Make] = {
    "LimeSurvey": surveys.limesurvey,
    "Kobo": surveys.kobo,
    "in words": surveys.labels,
    "in English words": lambda round_, sheets: surveys.labels(round_, sheets, "en"),
}


def proposal_of(rows: list[Row], round_: Round = ROUND) -> Proposal:
    """What is proposed for a table."""
    head, *below = rows
    return propose(column_names(head), [[str(cell) for cell in row] for row in below], round_)


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_an_export_of_a_survey_comes_in_as_proposed(
    tmp_path: Path, name: str, write: Callable[[Path, list[Row]], Path]
) -> None:
    rows = EXPORTS[name](ROUND, SHEETS)
    path = write(tmp_path / ("a.csv" if write is write_csv else "a.xlsx"), rows)
    proposal = proposal_of(rows)
    found = read_wide(path, ROUND, proposal.mapping, Places((), ()), lambda _: None)
    assert not found.problems
    assert {sheet.number: (sheet.group.id, sheet.answers) for sheet in found.sheets} == SHEETS
    assert proposal.is_coding_sure


def test_what_a_survey_adds_of_its_own_stays_unmapped() -> None:
    rows = surveys.limesurvey(ROUND, SHEETS)
    mapping = proposal_of(rows).mapping
    assert mapping.unmapped(rows[0]) == LIMESURVEY_EXTRAS
    assert (mapping.sheet_column, mapping.group_column, mapping.prefix) == ("id", "gruppe", "")


def one_column(name: str, *cells: Any, round_: Round = ROUND) -> tuple[str, Role, int | None] | None:
    """What is proposed for a single column."""
    use = proposal_of([[name], *([cell] for cell in cells)], round_).mapping.use_of(name)
    return (use.question, use.role, use.choice) if use else None


QUESTION = ROUND.questionnaire.question("ms.integrationsstrategie")
NUMBER = ROUND.questionnaire.numbers[QUESTION.id]
NAMES = [
    QUESTION.id,
    QUESTION.id.upper(),
    "ms_integrationsstrategie",
    "msintegrationsstrategie",
    "gruppe_1/ms_integrationsstrategie",
    f"{NUMBER}",
    f"q{NUMBER}",
    f"Q{NUMBER:03}",
    f"F{NUMBER}",
    f"Frage {NUMBER}",
    f"G01Q{NUMBER:02}",
    QUESTION.label.in_language("de"),
    QUESTION.label.in_language("en"),
    QUESTION.text.in_language("de"),
    f"  {QUESTION.text.in_language('de').upper()} ",
    f"{NUMBER}. {QUESTION.text.in_language('de')}",
    f"Frage {NUMBER}: {QUESTION.text.in_language('de')}",
    QUESTION.text.in_language("en"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_question_goes_by_many_names(name: str) -> None:
    proposal = proposal_of([[name], ["1"]])
    use = proposal.mapping.use_of(name.strip())
    assert use is not None
    assert (use.question, use.role) == (QUESTION.id, Role.ANSWER)
    assert proposal.confidence[name.strip()] >= 0.9


@pytest.mark.parametrize("suffix", ["_comment", "[comment]", "_Kommentar", " Bemerkung", "/comment"])
def test_a_comment_is_told_by_its_name(suffix: str) -> None:
    name = f"ms_integrationsstrategie{suffix}"
    assert one_column(name, "gut") == (QUESTION.id, Role.COMMENT, None)


def test_typing_errors_are_forgiven_and_called_a_guess() -> None:
    text = QUESTION.text.in_language("de")
    name = text.replace("e", "", 2)
    proposal = proposal_of([[name], ["1"]])
    use = proposal.mapping.use_of(name)
    assert use is not None
    assert use.question == QUESTION.id
    assert proposal.confidence[name] < 0.9


@pytest.mark.parametrize(
    "name", ["Alter", "E-Mail", "submitdate", "106", "0", "Q999", "Wie alt sind Sie?", "#1", "_uuid"]
)
def test_what_means_no_question_is_left_out(name: str) -> None:
    assert one_column(name, "x") is None


def test_of_two_columns_that_claim_a_question_the_surer_one_has_it() -> None:
    mapping = proposal_of([[f"F{NUMBER}", QUESTION.id, "x"], ["1", "2", "3"]]).mapping
    assert [use.column for use in mapping.uses] == [QUESTION.id]


@pytest.mark.parametrize("parts", [["SQ001", "SQ002"], ["1", "2"], ["Persönlich vor Ort", "Am Telefon"]])
def test_the_columns_of_several_choices_are_told_by_their_ends(parts: list[str]) -> None:
    head = [f"io_meldewege[{part}]" for part in parts]
    uses = proposal_of([head, ["Y", ""]]).mapping.uses
    assert [(use.question, use.role, use.choice) for use in uses] == [
        ("io.meldewege", Role.CHOICE, 1),
        ("io.meldewege", Role.CHOICE, 2),
    ]


def coding(*cells: str) -> tuple[Coding, bool]:
    """How the cells of a scale are thought to name its choices, and whether that is sure."""
    proposal = proposal_of([["a.grad"], *([cell] for cell in cells)], SMALL_ROUND)
    return proposal.mapping.uses[0].coding, proposal.is_coding_sure


def test_how_numbers_name_choices_is_told_by_the_lowest_and_the_highest() -> None:
    assert coding("0", "3", "weiß nicht") == (Coding.VALUE, True)
    assert coding("1", "5", "N/A") == (Coding.PLACE, True)
    assert coding("A1", "A5") == (Coding.PLACE, True)
    assert coding("Antwort 0", "kaputt") == (Coding.LABEL, True)
    assert coding("1", "4") == (Coding.VALUE, False)


def test_one_column_tells_how_the_others_are_written() -> None:
    rows = [["a.grad", "a.ja"], ["5", "1"], ["1", "2"]]
    uses = proposal_of(rows, SMALL_ROUND).mapping.uses
    assert [use.coding for use in uses] == [Coding.PLACE, Coding.PLACE]


def test_without_a_column_for_it_sheets_are_numbered_and_their_group_is_open() -> None:
    mapping = proposal_of([["a.grad"], ["1"]], SMALL_ROUND).mapping
    assert (mapping.sheet_column, mapping.prefix, mapping.group_column, mapping.group) == (None, "Online-", None, None)


def test_the_only_group_of_a_round_needs_no_choice() -> None:
    round_ = replace(SMALL_ROUND, groups=SMALL_ROUND.groups[1:2])
    assert proposal_of([["a.grad"], ["1"]], round_).mapping.group == "council"


def test_a_column_of_groups_is_known_by_its_cells() -> None:
    rows = [["Wer sind Sie?", "a.grad"], ["Ratsfraktionen", "1"], ["welfare", "2"]]
    assert proposal_of(rows, SMALL_ROUND).mapping.group_column == "Wer sind Sie?"


def test_a_number_that_comes_twice_in_the_head_is_two_columns() -> None:
    assert column_names(["a", "", "a", " a ", ""]) == ("a", "#2", "a (2)", "a (3)", "#5")


@pytest.mark.parametrize(
    "name", ["", "\u202e😀", "=cmd|'/C calc'!A0", "[" * 50, "/" * 60, "_" * 60, "a[b[c]]", "9" * 400]
)
def test_no_name_of_a_column_is_too_strange(name: str) -> None:
    proposal_of([[name, name], [name, "1"]])
